"""Reading EHC cases, always from who is asking."""

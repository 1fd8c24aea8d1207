"""Reading the register, always from who is asking."""

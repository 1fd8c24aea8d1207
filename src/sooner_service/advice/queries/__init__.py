"""Reads of recommendation 5, always from who is asking."""

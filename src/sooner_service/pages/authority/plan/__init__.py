"""The draft and the final plan."""

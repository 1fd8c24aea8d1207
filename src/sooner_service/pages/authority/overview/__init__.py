"""The area's numbers, for those who lead it."""

"""Recommendations 3 and 4: the attendance codes in force, and the rates they add up to."""

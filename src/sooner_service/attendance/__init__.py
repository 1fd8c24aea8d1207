"""Recommendations 3 and 4: attendance, counted by code for each child and half-term."""

"""The settings and services of the area, and one joining it."""

"""The children of a setting, and one child's record with its tabs."""

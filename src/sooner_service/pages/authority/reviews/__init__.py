"""The list of annual reviews."""

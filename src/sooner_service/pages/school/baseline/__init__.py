"""The baseline: filled in step by step, checked, signed."""

"""The support plan: read in plain words, answered line by line."""

"""What this is, accessibility and privacy."""

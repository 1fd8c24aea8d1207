"""Free advice for everyone."""

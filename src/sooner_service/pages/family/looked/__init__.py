"""Who has looked at the record."""

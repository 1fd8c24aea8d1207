"""The young person chooses which parent sees what."""

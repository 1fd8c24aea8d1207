"""The help a child gets: promised, delivered, owed."""

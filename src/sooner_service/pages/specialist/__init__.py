"""Pages for specialist services."""

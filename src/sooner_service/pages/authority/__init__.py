"""Pages for the local authority."""

"""The family's first page, and the first page about one child."""

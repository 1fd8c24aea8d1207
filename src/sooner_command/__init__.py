"""The `sooner` command: a table from name to module, above both rooms; the one place that imports by name."""

"""Asking for advice and reading the answers."""

"""Noting a concern, answering it and closing it."""

"""Choosing and starting support, and ending it."""

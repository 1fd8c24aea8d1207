"""Requests for advice sent to a service."""

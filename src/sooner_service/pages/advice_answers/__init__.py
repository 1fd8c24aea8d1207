"""Answering an authority's request for advice: the same page for a setting and for a service."""

"""The record of one case."""

"""The two legal decisions, step by step."""

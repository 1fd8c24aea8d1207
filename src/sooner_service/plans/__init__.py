"""Recommendation 1: support plans, what was promised and what was delivered, and progress towards each goal."""

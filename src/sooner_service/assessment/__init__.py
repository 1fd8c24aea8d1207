"""Recommendation 1: concerns, baselines, the support chosen for a concern, and moves between tiers."""

"""Recommendation 2: specialist training for educators: pathways, who is currently trained, and what training allows."""

"""The words that the area uses for its tiers."""

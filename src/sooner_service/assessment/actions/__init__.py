"""Every change to concerns, baselines, views, support and tiers."""

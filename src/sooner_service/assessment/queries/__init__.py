"""Reading concerns, baselines, views and promises, always from who is looking."""

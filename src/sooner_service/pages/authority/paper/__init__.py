"""A request that came on paper."""

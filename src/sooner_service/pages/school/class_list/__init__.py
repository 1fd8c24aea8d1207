"""The class list: where a concern is noted."""

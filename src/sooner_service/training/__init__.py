"""Recommendation 2: the training that people completed and booked."""

"""Recommendation 5: the advice service's own casework, the family's confidence, and questions asked."""

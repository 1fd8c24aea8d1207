"""Recommendation 1: the plan a child and family agree to, its lines of provision, and the sessions it promises."""

"""Recommendation 1: tiers of assessment and support, and moving between them up and down, with the evidence for each move.

Nothing here stands between a family and an EHC needs assessment: any tier, or none, may ask at any time (rule TM-1).
"""

"""Recommendation 1: EHC needs assessments and plans as cases whose dates the policy computes from what happened."""

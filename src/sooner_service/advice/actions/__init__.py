"""Writes of recommendation 5: grants, sealed notes, pulses, counts of questions."""

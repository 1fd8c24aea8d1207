"""Exemptions, recorded with their evidence."""

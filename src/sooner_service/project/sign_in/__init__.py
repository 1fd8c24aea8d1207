"""Signing in and out: staff, families, and the one-click sign-ins of the demonstration."""

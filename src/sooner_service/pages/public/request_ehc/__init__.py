"""Asking for an EHC needs assessment without an account."""

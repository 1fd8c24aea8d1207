"""Asking for an EHC needs assessment, following it, and saying what may be used for it."""

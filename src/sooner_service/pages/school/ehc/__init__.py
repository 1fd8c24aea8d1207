"""A child's EHC case as the setting sees it, and asking for an assessment."""

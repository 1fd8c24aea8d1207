"""The policy: plain Python and dated data. No web, no database, no clock, no randomness of its own."""

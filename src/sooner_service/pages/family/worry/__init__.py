"""Telling the school of a worry: the clock "time to support" starts."""

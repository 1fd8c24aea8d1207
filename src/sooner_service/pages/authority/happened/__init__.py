"""Recording something that happened in a case, whatever it was."""

"""What is known about supports and about the system, each statement with its source, year and grade."""

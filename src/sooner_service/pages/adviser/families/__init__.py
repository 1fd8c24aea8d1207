"""The families that asked the advice service for help, and their records, to read."""

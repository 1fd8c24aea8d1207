"""The setting's numbers, for its head, its SENCO and its governors."""

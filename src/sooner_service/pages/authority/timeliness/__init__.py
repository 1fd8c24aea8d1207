"""How the authority keeps the law's time."""

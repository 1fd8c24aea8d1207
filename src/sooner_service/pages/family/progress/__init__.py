"""How it is going: one picture, two sentences."""

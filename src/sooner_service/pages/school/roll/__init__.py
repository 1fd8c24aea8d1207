"""The roll: children coming, and the adults around them."""

"""A child's plan: read, written one part at a time, agreed with the family, final, and the child's own page of it."""

"""What the family and the child have said, and questions that wait for them."""

"""Following a request with a code, without an account."""

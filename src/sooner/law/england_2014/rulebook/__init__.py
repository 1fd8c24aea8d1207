"""The rules of the process that have no date of their own: what the law says, in the project's words, with source and mark."""

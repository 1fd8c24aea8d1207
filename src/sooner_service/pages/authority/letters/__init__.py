"""Letters to post and calls to make."""

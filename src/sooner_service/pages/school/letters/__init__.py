"""Letters to post and calls to make for families who do not use e-mail."""

"""What happened, when, by whom and who looked: append-only, without foreign keys, so that history survives deletion."""

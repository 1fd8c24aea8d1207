"""What each audience sees. A journey is a folder, a step is a file; no audience imports another's pages."""

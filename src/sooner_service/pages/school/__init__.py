"""Pages for nurseries, schools, colleges and other settings."""

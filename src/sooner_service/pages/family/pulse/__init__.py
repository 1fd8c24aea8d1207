"""Three short questions about how confident a family feels."""

"""Pages for the advice service (SENDIASS), independent of the authority."""

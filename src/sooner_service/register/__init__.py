"""Children, families, settings, authorities, services, staff and their roles; who may see and do what."""

"""The work tray of an area service."""

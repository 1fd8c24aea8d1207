"""The setting's work tray."""

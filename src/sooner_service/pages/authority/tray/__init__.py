"""The work tray and the list of cases."""

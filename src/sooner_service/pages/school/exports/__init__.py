"""Taking data of the setting out."""

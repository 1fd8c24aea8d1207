"""Taking data of the area out."""

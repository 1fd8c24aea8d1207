"""Who holds a case, and handing cases over."""

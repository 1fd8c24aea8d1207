"""Other countries' levels of support, to compare with. None is law in England, and none is evidence that it would work here."""

"""Cases as other programs write them: a kind and its input in, named fields and the reasons of undefined ones out."""

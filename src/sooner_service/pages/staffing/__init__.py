"""Joiners, movers and leavers: the same pages for every kind of organisation."""

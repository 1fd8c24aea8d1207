"""Letting the free adviser see the record, and stopping it."""

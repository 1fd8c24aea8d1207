"""The layers proposed in February 2026, as data. Proposed, not law."""

"""An adult's own messages."""

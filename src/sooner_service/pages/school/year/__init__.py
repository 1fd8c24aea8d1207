"""The classes and terms of the setting."""

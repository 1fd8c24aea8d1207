"""The words of the demonstration area, of our own writing: names from many places, streets, and what people say."""

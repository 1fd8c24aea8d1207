"""Reading and signing a baseline for a setting where nobody is trained."""

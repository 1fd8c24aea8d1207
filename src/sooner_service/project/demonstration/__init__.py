"""The demonstration area: an invented authority with its settings, children, families and staff, and what happened to them.

A blueprint says who is there, a story says what happened, and a teller writes it: through the actions, or in bulk with the same rows.
"""

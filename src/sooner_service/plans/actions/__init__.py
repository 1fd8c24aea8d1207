"""Every change to provision, sessions, plans, goals and scores."""

"""How often is each decision rule wrong? Run with `python -m studies.decision_quality`; README.md says the rest."""

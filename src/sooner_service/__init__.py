"""The service: the records, actions and pages that run the policy of `sooner` with real children, families and staff."""

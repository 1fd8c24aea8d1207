"""Two ways to write the same story: through the actions of the service, or in bulk with the same rows and journal entries."""

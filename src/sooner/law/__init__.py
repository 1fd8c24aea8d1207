"""Values and rules as dated, cited data: what the law, the report and the proposals say, and nothing that acts."""

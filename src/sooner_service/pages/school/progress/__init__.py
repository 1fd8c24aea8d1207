"""Progress: goals, scores, the chart, and the decision that a person takes from it."""

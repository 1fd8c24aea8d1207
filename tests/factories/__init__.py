"""One builder per record, so that a child is never built by hand."""

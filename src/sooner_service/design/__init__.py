"""The look: GOV.UK components, form fields, layouts, charts and letters."""

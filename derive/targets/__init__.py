"""System or Program -> strings for the templates, one module per target."""

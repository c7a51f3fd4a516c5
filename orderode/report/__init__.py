"""What is written and drawn: result files and figures."""

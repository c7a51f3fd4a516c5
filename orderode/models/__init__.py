"""What there is: generated systems, derived ones, where they are kept."""

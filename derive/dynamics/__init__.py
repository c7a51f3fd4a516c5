"""From an algorithm to its macroscopic equations: averages over samples, fields and task."""

"""Program -> JavaScript: one module a system, loops over flat typed arrays."""

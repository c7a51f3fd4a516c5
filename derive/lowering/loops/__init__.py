"""Loop nests for the vector kernels."""

"""Program -> C: scalar solvers and vector kernels."""

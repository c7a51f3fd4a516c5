"""Numbers of the emitted solvers: the Runge-Kutta pair, the lattice, polynomials in place of
libm."""

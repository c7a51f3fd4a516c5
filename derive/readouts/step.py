"""One gradient step on the first layer -> the spike, and the covariance of what is left of the
weights.

The slope sigma'(w.x) is expanded in Hermite polynomials of the neuron's field z, sigma' = mu1 + mu2
z + xi.  Summed over the samples, its parts become: the spike, mean_mu y x = vbar, common to all
neurons; M w, M = mean_mu y x x^T; and noise, independent from neuron to neuron, with covariance
Var(xi) S/(alpha0 d), S = mean_mu y^2 x x^T.
"""

from __future__ import annotations

from sympy import Expr, Poly, S, Symbol, sqrt, symbols

from ..ir.stationary import Value
from .reading import Readout, alpha0, noise2

__all__ = ["covariance", "parameters"]

#: Moments of the activation at a standard field and of the target at a standard signal.
mean_sigma, mu1, mu2, nu = symbols("mean_sigma mu1 mu2 nu", real=True)
mean_g, first_g, square_g = symbols("mean_g first_g square_g", real=True)
#: Moments of the residual label y: E y, E s y, E y^2.
y_mean, y_first, y_square = symbols("y_mean y_first y_square", real=True)
M, Wishart = symbols("M S", commutative=True)


def _square_of_mean(first: Expr, square: Expr) -> Expr:
    """|mean_mu f x|^2 over n0 samples: pairs give E[f s]^2, since only the signal is common to
    them, and a sample with itself x.x/n0 = 1/alpha0."""
    return first**2 + square / alpha0


def _parts(model: Readout) -> dict[str, Expr]:
    """The coefficient of x in the step, divided by y: of 1, of z and of xi."""
    assert model.step is not None
    y, z, xi = symbols("y z xi", real=True)
    terms = Poly(model.step(y, mu1 + mu2 * z + xi), y, z, xi)
    found = {(1, 0, 0): "spike", (1, 1, 0): "field", (1, 0, 1): "noise"}
    if set(terms.as_dict()) - set(found):
        raise ValueError(f"{model.name}: the step is not the label times the slope")
    return {found[powers]: coefficient for powers, coefficient in terms.terms()}


def covariance(model: Readout) -> tuple[Expr, Expr, Expr]:
    """C in M and S, and the two coefficients a (of M) and tau (of S) in it: C = (1 + a M)^2 + tau
    S."""
    parts = _parts(model)
    variance = nu - mu2**2  # of xi
    a, tau = symbols("a tau", real=True)
    C = ((1 + a * M) ** 2 + tau * Wishart).expand()
    return C, parts["field"], parts["noise"] ** 2 * variance / alpha0


def parameters(model: Readout) -> tuple[Value, ...]:
    """Spike strength u and overlap gamma, variance c of an isotropic bulk, and the coefficients of
    the exact one."""
    # of y = g + noise - E sigma
    label = square_g - 2 * mean_sigma * mean_g + mean_sigma**2 + noise2
    parts = _parts(model)
    norm = Symbol("vbar", positive=True)
    C, a, tau = covariance(model)
    # (1/d) tr of M, M^2, S: x.x = d, and of pairs of samples (x.x')^2 = d, with itself d^2.
    trace = {M: y_mean, M**2: y_mean**2 + y_square / alpha0, Wishart: y_square}
    rest = (parts["field"] ** 2 + parts["noise"] ** 2 * (nu - mu2**2)).expand()
    return (
        Value("y_mean", mean_g - mean_sigma, "E y"),
        Value("y_first", first_g, "E s y"),
        Value("y_square", label, "E y^2"),
        Value("vbar", sqrt(_square_of_mean(y_first, y_square)), "norm of mean y x"),
        Value("u", parts["spike"] * norm, "strength of the spike"),
        Value("gamma", y_first / norm, "overlap of spike and teacher"),
        Value("c", S.One + rest * y_square / alpha0, "variance of an isotropic bulk"),
        Value("a", a, "coefficient of M in C"),
        Value("tau", tau, "coefficient of S in C"),
        Value("rho", C.xreplace(trace), "(1/d) tr C"),
    )

"""Polynomials that the vector kernels evaluate in place of functions of libm.

Each is the interpolation at Chebyshev points, in 40 digits, of a smooth factor of the function:
asin(x) - x over x^3, and so on, so that the rounded coefficients touch the last bits of a small
term only.  ``render`` hands them to the templates.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from mpmath import asin, cos, log, lu_solve, matrix, mp, mpf, pi, sqrt, workdps

__all__ = ["ARCSINE_NARROW", "ARCSINE_TERMS", "render"]

#: Up to here asin is its polynomial in x; beyond, pi/2 - 2 asin(sqrt((1 - x)/2)). Overlaps of size
#: 3/2 stay below.
ARCSINE_NARROW = "0.6"
ARCSINE_TERMS = 15
EXP2_TERMS = 12
LOG2_TERMS = 10
#: Relative error of the seed of the inverse square root from the exponent's bits (Lomont 2003),
#: rounded up.
SEED = "0.0703"


def interpolated(function: Callable, low: str, high: str, terms: int) -> list[float]:
    """Coefficients, lowest first, of the polynomial with ``terms`` terms that agrees at the
    Chebyshev points."""
    with workdps(40):
        centre, half = (mpf(low) + mpf(high)) / 2, (mpf(high) - mpf(low)) / 2
        points = [centre + half * cos(pi * (2 * p + 1) / (2 * terms)) for p in range(terms)]
        powers = matrix(terms, terms)
        values = matrix(terms, 1)
        for p, x in enumerate(points):
            values[p] = function(x)
            for q in range(terms):
                powers[p, q] = x**q
        return [float(c) for c in lu_solve(powers, values)]


def _arcsine_factor(u: mpf) -> mpf:
    x = sqrt(u)
    return (asin(x) - x) / (x * u)


def _exp2_factor(x: mpf) -> mpf:
    return (mp.power(2, x) - 1) / x


def _log2_factor(u: mpf) -> mpf:
    x = sqrt(u)
    return log((1 + x) / (1 - x)) / (x * log(2))


@cache
def render() -> dict:
    """For the templates: coefficients, highest first, and constants, as text to 17 digits."""
    with workdps(40):
        edge = str(mpf(ARCSINE_NARROW) ** 2)
        half_pi = float(pi / 2)
        rest = float(pi / 2 - mpf(half_pi))
    widest = "0.0295"  # of ((m - 1)/(m + 1))^2 for m between 1/sqrt 2 and sqrt 2
    return {
        "arcsine": _text(interpolated(_arcsine_factor, "0", edge, ARCSINE_TERMS)),
        "narrow": ARCSINE_NARROW,
        "half_pi": f"{half_pi:.17g}",
        "half_pi_rest": f"{rest:.17g}",
        "inverse_root": _text(interpolated(lambda e: 1 / sqrt(1 - e), f"-{SEED}", SEED, 4)),
        "exp2": _text(interpolated(_exp2_factor, "-0.5", "0.5", EXP2_TERMS)),
        "log2": _text(interpolated(_log2_factor, "0", widest, LOG2_TERMS)),
    }


def _text(coefficients: list[float]) -> list[str]:
    return [f"{c:.17g}" for c in reversed(coefficients)]

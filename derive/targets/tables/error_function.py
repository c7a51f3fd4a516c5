"""Polynomials for the error function, for languages whose library has none.

As in W. J. Cody, Math. Comp. 23, 631 (1969), erf(x)/x near 0 and exp(x^2) erfc(x) farther out,
here interpolated at Chebyshev points, erf(x)/x in x^2 up to 1, the other one from 1 to 6 in
(x - 2)/(x + 2); beyond erf is 1 to the last bit.
"""

from __future__ import annotations

from mpmath import erf, erfc, exp, mpf, pi, sqrt, workdps

from .approximations import interpolated

__all__ = ["END", "render"]

NEAR_TERMS = 13
FAR_TERMS = 18
END = 6
#: The scale of the map (x - s)/(x + s).
SCALE = 2


def _near(u: mpf) -> mpf:
    x = sqrt(u)
    return erf(x) / x if x else 2 / sqrt(pi)


def _far(z: mpf) -> mpf:
    x = SCALE * (1 + z) / (1 - z)
    return exp(x * x) * erfc(x)


def render() -> dict:
    """For the templates: coefficients, highest first, of the first in x^2, of the second in z with
    (x - s)/(x + s) = centre + half z, |z| <= 1."""
    with workdps(40):
        low, high = mpf(1 - SCALE) / (1 + SCALE), mpf(END - SCALE) / (END + SCALE)
        # rounded, so that reading them as text costs nothing
        centre, half = mpf(float((low + high) / 2)), mpf(float((high - low) / 2))
        near = interpolated(_near, "0", "1", NEAR_TERMS)
        far = interpolated(lambda z: _far(centre + half * z), "-1", "1", FAR_TERMS)
    return {
        "near": [f"{c:.17g}" for c in reversed(near)],
        "far": [f"{c:.17g}" for c in reversed(far)],
        "scale": f"{SCALE}.0",
        "centre": f"{float(centre):.17g}",
        "half": f"{float(half):.17g}",
        "end": f"{END}.0",
    }

"""Microscopic activations: the function g of a local field and its derivatives, by name or by
coefficients."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy
from numpy.polynomial import Polynomial
from numpy.typing import NDArray

from .errors import SettingError

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class Activation:
    """An activation, elementwise on arrays of any shape; fields and values are dimensionless.

    higher(n, x): the derivative of order n >= 2; kinks count nowhere (their second derivative is
    zero).
    degree and kinked choose the quadrature of <g g>: the degree, where g is a polynomial; kinked,
    where g has a kink or a jump at zero and is homogeneous, g(c x) = c^kinked g(x) for c > 0.
    Neither set: g is taken as smooth. Without a slope its derivative is no function: nothing
    descends through it.
    c(n): a statement in C that puts the derivative of order n >= 0 at {n} fields {x} into {out},
    as ``each`` makes one of an expression; without one the simulation runs in numpy.
    """

    g: Callable[[FloatArray], FloatArray]
    derivative: Callable[[FloatArray], FloatArray]
    higher: Callable[[int, FloatArray], FloatArray]
    degree: int | None = None
    kinked: int | None = None
    c: Callable[[int], str] | None = None
    slope: bool = True

    def of_order(self, n: int) -> Callable[[FloatArray], FloatArray]:
        """The derivative of order n >= 0."""
        return self.g if n == 0 else self.derivative if n == 1 else lambda x: self.higher(n, x)

    def constant(self, n: int) -> float | None:
        """The value of the derivative of order n where it is the same at every field (but a kink),
        else None."""
        kinked = self.kinked is not None and n > self.kinked
        if (self.degree is not None and n >= self.degree) or kinked:
            return float(self.of_order(n)(np.ones(1))[0])
        return None


def each(expression: str) -> str:
    """The statement of an expression in C of the field x."""
    put = f"const double x = {{x}}[i]; {{out}}[i] = {expression};"
    return f"INDEPENDENT\nfor (long i = 0; i < {{n}}; i++) {{{{ {put} }}}}"


def _c_of_erf(n: int) -> str:
    """By tables of its own, faster than the library's and good to 2e-16 (native/activations.h)."""
    calls = ("erf_values)(table", "erf_slopes)(table", f"erf_higher)(table, {n}")
    return f"NAME({calls[min(n, 2)]}, {{n}}, {{x}}, {{out}});"


def _higher_erf(n: int, x: FloatArray) -> FloatArray:
    """d^n erf(x/sqrt 2)/dx^n = (-1)^(n-1) He_(n-1)(x) sqrt(2/pi) exp(-x^2/2)."""
    hermite = scipy.special.eval_hermitenorm(n - 1, x)
    slope: FloatArray = (-1) ** (n - 1) * hermite * math.sqrt(2 / math.pi) * np.exp(-0.5 * x * x)
    return slope


def _density(x: FloatArray) -> FloatArray:
    found: FloatArray = np.exp(-0.5 * x * x) / math.sqrt(2 * math.pi)
    return found


T = Polynomial([0.0, 1.0])


def _derived(polynomial: Polynomial, slope: Polynomial, n: int) -> Polynomial:
    """The derivative of order n of a polynomial in t(x), where dt/dx = slope(t)."""
    for _ in range(n):
        polynomial = polynomial.deriv() * slope
    return polynomial


def _of_tanh(n: int) -> Polynomial:
    """d^n tanh(x)/dx^n in t = tanh(x): dt/dx = 1 - t^2."""
    return _derived(T, 1 - T**2, n)


def _of_sigmoid(n: int) -> Polynomial:
    """d^n log(1 + exp(x))/dx^n, n >= 1, in t = 1/(1 + exp(-x)): dt/dx = t - t^2."""
    return _derived(T, T - T**2, n - 1)


def _of_gelu(n: int) -> Polynomial:
    """What multiplies the normal density p in d^n x Phi(x)/dx^n, n >= 2, from (2 - x^2) p: p' = -x
    p."""
    found = 2 - T**2
    for _ in range(n - 2):
        found = found.deriv() - T * found
    return found


def _horner(polynomial: Polynomial, x: str) -> str:
    """The same in C."""
    text = ""
    for c in polynomial.coef[::-1]:
        text = f"({text} * {x} + {float(c)!r})" if text else repr(float(c))
    return text


def _c_of_gelu(n: int) -> str:
    density, below = "exp(-0.5 * x * x) * 0.3989422804014327", "0.5 * erfc(-x * 0.7071067811865476)"
    first = (f"x * {below}", f"{below} + x * {density}")
    return each(first[n] if n < 2 else f"{density} * {_horner(_of_gelu(n), 'x')}")


def _c_of_softplus(n: int) -> str:
    if n == 0:
        return each("log1p(exp(-fabs(x))) + (x > 0.0 ? x : 0.0)")
    return each(_horner(_of_sigmoid(n), "(1.0 / (1.0 + exp(-x)))"))


ACTIVATIONS: dict[str, Activation] = {
    "erf": Activation(
        lambda x: scipy.special.erf(x * math.sqrt(0.5)),
        lambda x: math.sqrt(2 / math.pi) * np.exp(-0.5 * x * x),
        _higher_erf,
        c=_c_of_erf,
    ),
    "linear": Activation(
        lambda x: 1.0 * x,
        lambda x: np.ones_like(x),
        lambda _, x: np.zeros_like(x),
        degree=1,
        c=lambda n: each(("x", "1.0")[n] if n < 2 else "0.0"),
    ),
    "relu": Activation(
        lambda x: np.maximum(x, 0.0),
        lambda x: np.where(x > 0, 1.0, 0.0),
        lambda _, x: np.zeros_like(x),
        kinked=1,
        c=lambda n: each(f"x > 0.0 ? {('x', '1.0')[n] if n < 2 else '0.0'} : 0.0"),
    ),
    "sign": Activation(
        np.sign,
        lambda x: np.zeros_like(x),
        lambda _, x: np.zeros_like(x),
        kinked=0,
        c=lambda n: each("0.0" if n else "(double)((x > 0.0) - (x < 0.0))"),
        slope=False,
    ),
    "square": Activation(
        lambda x: x * x,
        lambda x: 2.0 * x,
        lambda n, x: np.full_like(x, 2.0 if n == 2 else 0.0),
        degree=2,
        c=lambda n: each(("x * x", "2.0 * x", "2.0")[n] if n < 3 else "0.0"),
    ),
    "tanh": Activation(
        np.tanh,
        lambda x: 1.0 - np.tanh(x) ** 2,
        lambda n, x: _of_tanh(n)(np.tanh(x)),
        c=lambda n: each(_horner(_of_tanh(n), "tanh(x)")),
    ),
    "gelu": Activation(
        lambda x: x * scipy.special.ndtr(x),
        lambda x: scipy.special.ndtr(x) + x * _density(x),
        lambda n, x: _of_gelu(n)(x) * _density(x),
        c=_c_of_gelu,
    ),
    "softplus": Activation(
        lambda x: np.logaddexp(0.0, x),
        scipy.special.expit,
        lambda n, x: _of_sigmoid(n)(scipy.special.expit(x)),
        c=_c_of_softplus,
    ),
}


#: Functions of a loss's own, which are of no units.
FUNCTIONS: dict[str, Activation] = {
    "softplus": ACTIVATIONS["softplus"],
    "relu": ACTIVATIONS["relu"],
    "log_cosh": Activation(
        lambda x: np.logaddexp(x, -x) - math.log(2.0),
        np.tanh,
        lambda n, x: _of_tanh(n - 1)(np.tanh(x)),
        c=lambda n: each(
            _horner(_of_tanh(n - 1), "tanh(x)")
            if n
            else f"fabs(x) + log1p(exp(-2.0 * fabs(x))) - {math.log(2.0)!r}"
        ),
    ),
}


def polynomial(coefficients: tuple[float, ...]) -> Activation:
    """g(x) = sum_j c_j x^j from (c_0, c_1, ...)."""
    g = np.polynomial.Polynomial(coefficients)
    slope = g.deriv()
    # A constant polynomial evaluates to a new array of x's shape all the same.
    return Activation(
        lambda x: g(x) + 0.0 * x,
        lambda x: slope(x) + 0.0 * x,
        lambda n, x: g.deriv(n)(x) + 0.0 * x,
        degree=len(coefficients) - 1,
    )


def known_activation(key: str, value: Any) -> str | tuple[float, ...]:
    """A name in ACTIVATIONS, or the coefficients of a polynomial as numbers; else a SettingError
    for this key."""
    if isinstance(value, str):
        if value not in ACTIVATIONS:
            remedy = f"choose one of {sorted(ACTIVATIONS)} or give the coefficients of a polynomial"
            raise SettingError(key, value, remedy)
        return value
    remedy = "coefficients (c_0, c_1, ...) of a polynomial are finite numbers, at least one"
    try:
        coefficients = tuple(float(c) for c in value)
    except (TypeError, ValueError):
        raise SettingError(key, value, remedy) from None
    if not coefficients or not all(map(math.isfinite, coefficients)):
        raise SettingError(key, value, remedy)
    return coefficients


def find_activation(activation: str | tuple[float, ...]) -> Activation:
    """The activation of a name in ACTIVATIONS or of a polynomial's coefficients; KeyError for an
    unknown name."""
    return ACTIVATIONS[activation] if isinstance(activation, str) else polynomial(activation)

"""The activations: an explicit SymPy function each.  Derivatives and averages follow from it by
rules."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from sympy import (
    Add,
    DiracDelta,
    Expr,
    Lambda,
    Rational,
    Symbol,
    erf,
    exp,
    log,
    pi,
    sign,
    sqrt,
    tanh,
)


@dataclass(frozen=True)
class Activation:
    """``function`` is g; ``text`` its definition as the convention card has it.

    ``scale_free`` activations have averages whose roots and arcsines reach the ends of their
    domains where two fields coincide, so that rounding may carry an argument across.
    ``path_order`` is the number of nodes of the integrals along a path; 0 where there are none for
    this activation; ``path_accuracy`` says what that rule errs by. ``square_order`` is the number
    of Gaussian weights that stand for g^2, beside a constant, and for the square of what it is
    beside that; 0 where it stays g^2; ``fine_order`` their number where a unit is repeated in
    < g g g g >, which 1/P multiplies. Finite P is left out where ``few_shots`` is not set, the
    covariance of a step where there is a reason, ``no_covariance``, and that of a step with
    finitely many query samples where ``finite_fluctuations`` is not set.
    Without a ``slope`` nothing descends through it: its derivative is no function.  With
    ``cubature`` averages that no rule gives are taken by a rule with nodes in the space of the
    fields: the activation is smooth.  ``near``: a function close to it whose averages have rules.
    """

    name: str
    function: Callable[[Expr], Expr]
    text: str
    scale_free: bool = False
    path_order: int = 10
    path_accuracy: str = ""
    square_order: int = 0
    fine_order: int = 0
    few_shots: bool = True
    no_covariance: str = ""
    finite_fluctuations: bool = True
    slope: bool = True
    coefficients: tuple[str, ...] = ()  # of a polynomial that has no name of its own: exact numbers
    cubature: bool = False
    near: Callable[[Expr], Expr] | None = None

    @property
    def nearby(self) -> Activation:
        """What stands for it where rules are wanted: the function near it, or itself."""
        if self.near is None:
            return self
        return replace(self, function=self.near, cubature=False, near=None)

    def derivative(self, order: int, x: Expr) -> Expr:
        """g^(order)(x), explicit."""
        expression = self.function(x)
        for _ in range(order):
            expression = expression.diff(x).expand().subs(x * DiracDelta(x), 0)
        return expression

    def as_function(self) -> Lambda:
        """g as a function of a real number."""
        x = Symbol("x", real=True)
        return Lambda(x, self.function(x))

    def is_odd(self) -> bool:
        x = Symbol("x", real=True)
        return bool(self.function(-x) == -self.function(x))


ERF = Activation(
    "erf",
    lambda x: erf(x / sqrt(2)),
    "g(x) = erf(x/sqrt(2))",
    square_order=4,
    fine_order=7,
)

RELU = Activation(
    "relu",
    lambda x: x * (1 + sign(x)) / 2,
    "g(x) = max(x, 0)",
    scale_free=True,
    path_order=24,
    path_accuracy=(
        "3e-6 of sqrt(C_cc C_dd) where two students are almost parallel or opposite, 1e-9 else, as"
        " observed"
    ),
    few_shots=False,
    # their averages leave no closed slope that is finite where fields coincide
    finite_fluctuations=False,
)
LINEAR = Activation("linear", lambda x: x, "g(x) = x")

SIGN = Activation(
    "sign",
    lambda x: sign(x),
    "g(x) = sign(x)",
    scale_free=True,
    path_order=24,
    few_shots=False,
    no_covariance="not derived yet: rules give <z z g g> of two threshold units that differ, alone",
    slope=False,
)

#: Of polynomials: <a a a a> of x^2 is of degree 12, with 10395 pairings.
PAIRINGS = "averages of four coefficients with polynomial units have too many pairings"
SQUARE = Activation("square", lambda x: x**2, "g(x) = x^2", few_shots=False, no_covariance=PAIRINGS)

#: Of what rules do not average: steps are judged one by one, and have no band.
NODES = "no rule gives its averages"

TANH = Activation(
    "tanh",
    lambda x: tanh(x),
    "g(x) = tanh(x)",
    path_order=0,
    few_shots=False,
    no_covariance=NODES,
    cubature=True,
    # nowhere off by more than 0.03
    near=lambda x: erf(sqrt(3) * x / 2),
)

GELU = Activation(
    "gelu",
    lambda x: x * (1 + erf(x / sqrt(2))) / 2,
    "g(x) = x (1 + erf(x/sqrt(2)))/2",
    path_order=0,
    few_shots=False,
    no_covariance=NODES,
    cubature=True,  # of four fields; averages of two and three have rules
)

SOFTPLUS = Activation(
    "softplus",
    lambda x: log(1 + exp(x)),
    "g(x) = log(1 + exp(x))",
    path_order=0,
    few_shots=False,
    no_covariance=NODES,
    cubature=True,
    # whose slope is near: tanh(x/2) = 2 g' - 1 as above
    near=lambda x: x * (1 + erf(sqrt(3) * x / 4)) / 2 + 2 * exp(-3 * x**2 / 16) / sqrt(3 * pi),
)

ACTIVATIONS = {a.name: a for a in (ERF, RELU, LINEAR, SIGN, SQUARE, TANH, GELU, SOFTPLUS)}
DEFAULT = ERF.name
#: Those that models are emitted with whose files list none.
USUAL = (ERF.name, RELU.name, LINEAR.name)

#: Of a polynomial: the average <g' g' g g> has 100 terms at degree 3, 980 at 5, 2352 at 6 and 5040
#: at 7.
MOST_DEGREE = 6


def polynomial(coefficients: str) -> Activation:
    """g(x) = sum_j c_j x^j from "c_0,c_1,...", decimal numbers that are taken exactly; its name
    holds their digest."""
    try:
        numbers = [Decimal(c.strip()) for c in coefficients.split(",")]
        exact = [Rational(*c.as_integer_ratio()) for c in numbers]
    except (InvalidOperation, ValueError, OverflowError):
        raise ValueError(
            f"{coefficients!r} are no coefficients: write c_0,c_1,... such as 0,1,0,0.3"
        ) from None
    while exact and exact[-1] == 0:
        exact.pop()
    if not 2 <= len(exact) <= MOST_DEGREE + 1:
        limit = f"at least 1 and at most {MOST_DEGREE}, beyond which the derivation takes minutes"
        raise ValueError(f"{coefficients!r}: the degree of a polynomial is {limit}")
    canonical = ",".join(map(str, exact))
    name = "polynomial_" + hashlib.sha256(canonical.encode()).hexdigest()[:8]
    terms = [(_decimal(c), j) for j, c in enumerate(numbers[: len(exact)]) if c]
    text = _signed(c + ("" if j == 0 else " x" if j == 1 else f" x^{j}") for c, j in terms)
    even = any(c for c in exact[::2])
    function = lambda x: Add(*(c * x**j for j, c in enumerate(exact)))  # noqa: E731
    return Activation(
        name,
        function,
        f"g(x) = {text}",
        few_shots=not even,  # else too many pairings
        no_covariance=PAIRINGS,
        coefficients=tuple(map(str, exact)),
    )


def named(activation: str | tuple[float, ...]) -> Activation:
    """By its name, or by the coefficients of a polynomial; ``ValueError`` where there is none."""
    if not isinstance(activation, str):
        return polynomial(",".join(map(repr, activation)))
    if activation not in ACTIVATIONS:
        raise ValueError(f"{activation!r} (choose from {', '.join(sorted(ACTIVATIONS))})")
    return ACTIVATIONS[activation]


def _decimal(number: Decimal) -> str:
    """Without an exponent where that is short."""
    plain = format(number.normalize(), "f")
    return plain if len(plain) < 30 else str(number.normalize())


def _signed(terms: Iterable[str]) -> str:
    return " + ".join(terms).replace("+ -", "- ")

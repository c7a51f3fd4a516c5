"""The scalar averages of each activation and each target, by the rules of the Gaussian calculus.

Given kappa the field of a neuron is m + z, z ~ N(0, v), and its feature is equivalent to c0 + c1 z
+ c2 xi with xi standard and independent of the field; the signal is m + w zeta, and h0, h1, h2 are
E g, E zeta g, E g^2. A function that no rule averages is split in two (see ``remainder``): the
averages of its ends are closed, the rest is left to the solvers.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sympy import (
    DiracDelta,
    Expr,
    S,
    Symbol,
    erf,
    exp,
    expand,
    expand_mul,
    log,
    pi,
    sign,
    sin,
    sqrt,
    tanh,
)

from ..gaussian.engine import NoRule
from ..gaussian.shifted import shifted
from ..ir.stationary import Activation, Remainder, Target, Value
from ..ir.trace import Section
from .reading import Readout, z, zeta
from .remainder import ends, remainder, standard

__all__ = ["ACTIVATIONS", "TARGETS", "Named", "activation", "target"]

x = Symbol("x", real=True)
m = Symbol("m", real=True)
v, w = Symbol("v", positive=True), Symbol("w", positive=True)


@dataclass(frozen=True)
class Named:
    """A function of one field, by name, with ``text`` that says what it is of "{}".

    Where no rule gives its averages, ``singularity`` is the distance from the real axis to its
    nearest singularity in the complex plane.
    """

    name: str
    function: Expr
    text: str
    singularity: Expr | None = None


ERF = Named("erf", erf(x), "erf({0})")
RELU = Named("relu", x * (1 + sign(x)) / 2, "max({0}, 0)")
SIN = Named("sin", sin(x), "sin({0})")
TANH = Named("tanh", tanh(x), "tanh({0})", pi / 2)
GELU = Named(
    "gelu", x * (1 + erf(x / sqrt(2))) / 2, "{0} Phi({0}), Phi the normal distribution function"
)
SILU = Named("silu", x / (1 + exp(-x)), "{0}/(1 + exp(-{0}))", pi)
SOFTPLUS = Named("softplus", log(1 + exp(x)), "log(1 + exp({0}))", pi)
SIGMOID = Named("sigmoid", 1 / (1 + exp(-x)), "1/(1 + exp(-{0}))", pi)

ACTIVATIONS = (ERF, RELU, TANH, GELU, SILU, SOFTPLUS, SIGMOID, SIN)
TARGETS = (
    Named("sign", sign(x), "sign({0})"),
    SIN,
    Named("sin2", sin(2 * x), "sin(2 {0})"),
    ERF,
    RELU,
    Named("linear", x, "{0}"),
    Named("he2", (x**2 - 1) / sqrt(2), "He_2({0})/sqrt(2!)"),
    Named("he3", (x**3 - 3 * x) / sqrt(6), "He_3({0})/sqrt(3!)"),
    Named("he4", (x**4 - 6 * x**2 + 3) / sqrt(24), "He_4({0})/sqrt(4!)"),
    TANH,
    GELU,
    SILU,
    SOFTPLUS,
    SIGMOID,
)

Sections = list[Section]


def activation(model: Readout, named: Named, sections: Sections) -> Activation:
    """The features of ``named`` at mean m and variance v of the field, and its moments for a
    standard field."""
    coefficient, bulk = model.field.coeff(z), model.field.subs(z, 0)
    if coefficient != 1 or z in bulk.free_symbols:
        raise ValueError(f"{model.name}: the field is {model.field}, not a mean plus z")
    found, steps = _activation(named)
    sections += steps
    return found


@cache
def _activation(named: Named) -> tuple[Activation, Sections]:
    found = _averages(named, v, ("c0", "c1", "square"), named.name)
    c0, c1, second = found.averages
    features = (
        Value("c0", c0, "E sigma"),
        Value("c1", c1, "E sigma'"),
        Value(
            "c22", second - Symbol("c0") ** 2 - v * Symbol("c1") ** 2, "what is left of E sigma^2"
        ),
    )
    slope = _slope(named.function)
    mu1 = found.standard(slope)
    moments = (
        Value("mean", found.standard(named.function), "E sigma"),
        Value("mu1", mu1, "E sigma'"),
        Value("mu2", found.standard(_slope(slope)), "E sigma''"),
        Value("nu", found.standard(slope**2) - mu1**2, "Var sigma'"),
    )
    text = f"sigma(x) = {named.text.format('x')}"
    made = Activation(named.name, text, named.function, slope, features, moments, found.remainder)
    return made, found.sections


def target(model: Readout, named: Named, sections: Sections) -> Target:
    """h0, h1, h2 of ``named`` at mean m and standard deviation w of the signal, and its moments."""
    if zeta not in model.signal.free_symbols:
        raise ValueError(f"{model.name}: the signal does not contain zeta")
    found, steps = _target(named)
    sections += steps
    return found


@cache
def _target(named: Named) -> tuple[Target, Sections]:
    g = named.function
    found = _averages(named, w**2, ("h0", "h1", "h2"), f"target {named.name}")
    h0, slope, h2 = found.averages
    features = (
        Value("h0", h0, "E g"),
        Value("h1", w * slope, "E zeta g"),
        Value("h2", h2, "E g^2"),
    )
    moments = (("mean", "E g", g), ("first", "E s g", x * g), ("square", "E g^2", g**2))
    values = tuple(Value(n, found.standard(e), t) for n, t, e in moments)
    text = f"g(s) = {named.text.format('s')}"
    return Target(named.name, text, g, features, values, found.remainder), found.sections


@dataclass(frozen=True)
class _Averages:
    """E f, E f', E f^2 at mean m, in terms of the averages of what is left where there is a
    remainder."""

    averages: tuple[Expr, ...]
    remainder: Remainder | None
    sections: Sections

    def standard(self, f: Expr) -> Expr:
        """< f > for a standard field, in closed form or, with a remainder, as a number."""
        if self.remainder is not None:
            return standard(f, x)
        return shifted(f.expand(), x, S.Zero, S.One)[0]


def _averages(named: Named, variance: Expr, names: tuple[str, str, str], title: str) -> _Averages:
    f = named.function
    titles = [f"{title}: {name}" for name in names]
    sections: Sections = []
    try:
        wanted = (f, _slope(f), f**2)
        found = tuple(
            _average(e, variance, t, sections) for e, t in zip(wanted, titles, strict=True)
        )
        return _Averages(found, None, sections)
    except NoRule:
        if named.singularity is None:
            fault = (
                f"{named.name}: no rule averages {f}; a grid needs the distance of its nearest"
                " singularity"
            )
            raise ValueError(fault) from None
    sections = []
    like, of_square = ends(f, x)
    wanted = (like, _slope(like), of_square)
    parts = zip(wanted, ("r0", "r1", "r2"), titles, strict=True)
    found = tuple(_average(e, variance, f"{t}, ends", sections) + Symbol(r) for e, r, t in parts)
    return _Averages(found, remainder(f, x, named.singularity), sections)


def _slope(f: Expr) -> Expr:
    return expand_mul(f.diff(x)).subs(x * DiracDelta(x), 0)


def _average(f: Expr, variance: Expr, title: str, sections: Sections) -> Expr:
    value, steps = shifted(f, x, m, variance)
    sections.append(Section(title, steps))
    return expand(value) if value.is_polynomial(m) else value

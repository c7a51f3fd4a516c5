"""The scalar averages of each activation and each target, by the rules of the Gaussian calculus or by quadrature.

Given kappa the field of a neuron is m + z, z ~ N(0, v), and its feature is equivalent to c0 + c1 z + c2 xi with xi
standard and independent of the field; the signal is m + w zeta, and h0, h1, h2 are E g, E zeta g, E g^2.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sympy import DiracDelta, Expr, S, Symbol, erf, expand, expand_mul, sign, sin, sqrt, tanh

from ..fixed_point import Activation, Target, Value
from ..gaussian.engine import NoRule
from ..gaussian.shifted import shifted
from ..readout import Readout, z, zeta
from ..system import Step

__all__ = ["ACTIVATIONS", "TARGETS", "activation", "target"]

x = Symbol("x", real=True)
m = Symbol("m", real=True)
v, w = Symbol("v", positive=True), Symbol("w", positive=True)


@dataclass(frozen=True)
class Named:
    """A function of one field, by name."""

    name: str
    function: Expr
    text: str


ACTIVATIONS = (
    Named("erf", erf(x), "erf(x)"),
    Named("relu", x * (1 + sign(x)) / 2, "max(x, 0)"),
    Named("tanh", tanh(x), "tanh(x)"),
)

TARGETS = (
    Named("sign", sign(x), "sign(s)"),
    Named("sin", sin(x), "sin(s)"),
    Named("sin2", sin(2 * x), "sin(2 s)"),
    Named("erf", erf(x), "erf(s)"),
    Named("relu", x * (1 + sign(x)) / 2, "max(s, 0)"),
    Named("linear", x, "s"),
    Named("he2", (x**2 - 1) / sqrt(2), "He_2(s)/sqrt(2!)"),
    Named("he3", (x**3 - 3 * x) / sqrt(6), "He_3(s)/sqrt(3!)"),
    Named("he4", (x**4 - 6 * x**2 + 3) / sqrt(24), "He_4(s)/sqrt(4!)"),
    Named("tanh", tanh(x), "tanh(s)"),
)

Sections = list[tuple[str, tuple[Step, ...]]]


def activation(model: Readout, named: Named, sections: Sections) -> Activation:
    """The features of ``named`` at mean m and variance v of the field, and its moments for a standard field."""
    coefficient, bulk = model.field.coeff(z), model.field.subs(z, 0)
    if coefficient != 1 or z in bulk.free_symbols:
        raise ValueError(f"{model.name}: the field is {model.field}, not a mean plus z")
    found, steps = _activation(named)
    sections += steps
    return found


@cache
def _activation(named: Named) -> tuple[Activation, Sections]:
    f = named.function
    sections: Sections = []
    slope = _slope(f)
    text = f"sigma(x) = {named.text}"
    try:
        c0 = _average(f, m, v, f"{named.name}: c0", sections)
        c1 = _average(slope, m, v, f"{named.name}: c1", sections)
        second = _average(f**2, m, v, f"{named.name}: square", sections)
        first = _standard(f), _standard(slope), _standard(_slope(slope)), _standard(slope**2)
    except NoRule:
        return Activation(named.name, text, f, slope, (), ()), []
    features = (
        Value("c0", c0, "E sigma"),
        Value("c1", c1, "E sigma'"),
        Value("c22", second - Symbol("c0") ** 2 - v * Symbol("c1") ** 2, "what is left of E sigma^2"),
    )
    mean, mu1, mu2, square = first
    moments = (
        Value("mean", mean, "E sigma"),
        Value("mu1", mu1, "E sigma'"),
        Value("mu2", mu2, "E sigma''"),
        Value("nu", square - mu1**2, "Var sigma'"),
    )
    return Activation(named.name, text, f, slope, features, moments), sections


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
    sections: Sections = []
    text = f"g(s) = {named.text}"
    try:
        h0 = _average(g, m, w**2, f"target {named.name}: h0", sections)
        h1 = w * _average(_slope(g), m, w**2, f"target {named.name}: h1", sections)
        h2 = _average(g**2, m, w**2, f"target {named.name}: h2", sections)
        moments = _standard(g), _standard(x * g), _standard(g**2)
    except NoRule:
        return Target(named.name, text, g, (), ()), []
    features = (Value("h0", h0, "E g"), Value("h1", h1, "E zeta g"), Value("h2", h2, "E g^2"))
    names = (("mean", "E g"), ("first", "E s g"), ("square", "E g^2"))
    values = tuple(Value(n, e, t) for (n, t), e in zip(names, moments, strict=True))
    return Target(named.name, text, g, features, values), sections


def _slope(f: Expr) -> Expr:
    return expand_mul(f.diff(x)).subs(x * DiracDelta(x), 0)


def _average(f: Expr, mean: Expr, variance: Expr, title: str, sections: Sections) -> Expr:
    value, steps = shifted(f, x, mean, variance)
    sections.append((title, steps))
    return expand(value) if value.is_polynomial(m) else value


def _standard(f: Expr) -> Expr:
    return shifted(f, x, S.Zero, S.One)[0]

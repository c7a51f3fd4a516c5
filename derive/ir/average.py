"""An average over zero-mean Gaussian fields, before it is evaluated: an integrand and a
covariance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sympy import Expr, IndexedBase, Integer, S, Symbol, oo, sympify
from sympy.tensor.indexed import Indexed

__all__ = ["REST", "WEIGHT", "Average", "Covariance", "Family", "ordered", "renamed"]


WEIGHT = "path_weight"  #: the weight of a node of an integral along a path
REST = "path_rest"  #: 1 - t there, t the scale of the couplings


@dataclass(frozen=True)
class Covariance:
    """The covariance of the fields after some Gaussian weights were absorbed into the measure.

    ``base`` names the covariance one starts from and ``tilts`` lists the absorbed weights
    exp(-strength x^2/2) in order, as (field, strength); at infinite strength the field is fixed to
    zero.  Entries stay symbolic: ``C[c, d]``, then ``C1[a, c, d]`` once the weight of a field a is
    absorbed, ``C2[a, b, c, d]`` after a second one.  ``Family`` says what they stand for.
    """

    base: str = "C"
    tilts: tuple[tuple[Symbol, Expr], ...] = ()

    @property
    def name(self) -> str:
        """Base name, number of tilts, and the strengths where they are not all 1."""
        if not self.tilts:
            return self.base
        strengths = (
            ""
            if all(s == 1 for _, s in self.tilts)
            else "_" + "_".join(_word(s) for _, s in self.tilts)
        )
        return f"{self.base}{len(self.tilts)}{strengths}"

    def entry(self, x: Symbol, y: Symbol) -> Indexed:
        """Covariance of two fields; symmetric, so the two are put in a fixed order."""
        return _sorted(IndexedBase(self.name)[(*(f for f, _ in self.tilts), x, y)])

    def tilted(self, field: Symbol, strength: Expr) -> Covariance:
        """With one more weight absorbed; fields that are fixed stand in a fixed order, which does
        not matter."""
        tilts = (*self.tilts, (field, strength))
        fixed = all(s == oo for _, s in tilts)
        return Covariance(
            self.base, tuple(sorted(tilts, key=lambda t: t[0].name)) if fixed else tilts
        )

    @property
    def parent(self) -> Covariance:
        return Covariance(self.base, self.tilts[:-1])

    def family(self) -> Family:
        """This covariance in terms of the one before its last tilt: (C^-1 + s e e^T)^-1 by
        Sherman-Morrison."""
        field, strength = self.tilts[-1]
        x, y = Symbol("x"), Symbol("y")
        c = self.parent.entry
        weight = (
            1 / c(field, field) if strength == oo else strength / (1 + strength * c(field, field))
        )
        expression = c(x, y) - weight * c(x, field) * c(y, field)
        return Family(self.name, (*(f for f, _ in self.tilts), x, y), expression)


@dataclass(frozen=True)
class Family:
    """A tilted covariance as an array: ``name[tilted fields..., x, y]`` is ``expression``."""

    name: str
    indices: tuple[Symbol, ...]
    expression: Expr

    def entry(self, at: tuple[Symbol, ...]) -> Expr:
        """The definition with its indices replaced by ``at``; covariances are symmetric, entries
        come sorted."""
        return renamed(self.expression, dict(zip(self.indices, at, strict=True)))


@dataclass(frozen=True)
class Average:
    """< integrand > over the ``fields``, whose covariance is ``covariance``."""

    integrand: Expr
    fields: tuple[Symbol, ...]
    covariance: Covariance

    def over(self, integrand: Expr) -> Average:
        """The same measure, another integrand; fields it no longer contains are integrated out."""
        integrand = sympify(integrand)
        kept = tuple(f for f in self.fields if f in integrand.free_symbols)
        return Average(integrand, kept, self.covariance)

    @property
    def is_number(self) -> bool:
        return not self.fields


def renamed(expression: Expr, fields: dict[Symbol, Symbol]) -> Expr:
    """``expression`` in covariance entries with its fields renamed."""
    moved = expression.xreplace(fields)
    return moved.xreplace({e: _sorted(e) for e in moved.atoms(Indexed)})


def ordered(entry: Indexed, key: Callable[[Symbol], Any]) -> Indexed:
    """A covariance entry with the indices that may be exchanged sorted by ``key``: the last two,
    and fixed fields."""
    *tilted, x, y = entry.indices
    if set(str(entry.base).split("_")[1:]) == {"oo"}:
        tilted.sort(key=key)
    return entry.base[(*tilted, *sorted((x, y), key=key))]


def _sorted(entry: Indexed) -> Indexed:
    return ordered(entry, lambda s: s.name)


def _word(strength: Expr) -> str:
    number = S(strength)
    return (
        str(number)
        if isinstance(number, Integer)
        else str(number).replace("/", "o").replace("*", "")
    )

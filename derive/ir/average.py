"""An average over zero-mean Gaussian fields, before it is evaluated: an integrand and a
covariance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from sympy import Expr, Function, IndexedBase, Integer, S, Symbol, oo, sympify
from sympy.tensor.indexed import Indexed

from .indices import Index, Range

__all__ = [
    "FINE",
    "GAUSSIANS",
    "LETTERS",
    "PLAIN",
    "QUARTIC",
    "REST",
    "SCALE",
    "SQUARE",
    "WEIGHT",
    "Average",
    "Covariance",
    "Dip",
    "Entries",
    "Family",
    "FineDip",
    "gaussian",
    "ordered",
    "renamed",
    "strength",
    "weight",
]


WEIGHT = "path_weight"  #: the weight of a node of an integral along a path
REST = "path_rest"  #: 1 - t there, t the scale of the couplings
SCALE = "path_scale"  #: t

SQUARE = Range("square", ("n_square",))  #: runs over the Gaussian weights whose sum is a dip
QUARTIC = Range("quartic", ("n_quartic",))  #: ... whose sum is the square of a dip
FINE = Range("fine", ("n_fine",))  #: ... whose sum is a dip, more of them
#: Letters of those of the first dip of an average, the second, the third.
LETTERS = {SQUARE: "cdf", QUARTIC: "guv", FINE: "xyz"}


def gaussian(rng: Range, place: int) -> Index:
    """Runs over the weights of the dip at this place of an average."""
    return Index(LETTERS[rng][place], rng)


#: All of these indices.
GAUSSIANS = tuple(gaussian(rng, place) for rng, place in product(LETTERS, range(3)))


def strength(index: Index) -> Symbol:
    """The strength s of such a weight exp(-s x^2/2), as long as an average is being evaluated."""
    return Symbol(f"{index.rng.name}_{index.name}", nonnegative=True)


def weight(index: Index) -> Symbol:
    """What it is multiplied by."""
    return Symbol(f"{index.rng.name}_weight_{index.name}", real=True)


class Dip(Function):
    """f(x)^2 - f(oo)^2, of f(x) and f(oo)^2, as one factor of an average."""

    @classmethod
    def eval(cls, f: Expr, far: Expr) -> Expr | None:
        """Even in f."""
        return cls(-f, far) if f.could_extract_minus_sign() else None


class FineDip(Dip):
    """The same, by more Gaussians."""


@dataclass(frozen=True)
class Covariance:
    """The covariance of the fields after some Gaussian weights were absorbed into the measure.

    ``base`` names the covariance one starts from and ``tilts`` lists the absorbed weights
    exp(-strength x^2/2) in order, as (field, strength); at infinite strength the field is fixed to
    zero.  Entries stay symbolic: ``C[c, d]``, then ``C1[a, c, d]`` once the weight of a field a is
    absorbed, ``C2[a, b, c, d]`` after a second one.  ``Family`` says what they stand for.
    ``scaled``: at a node of an integral along a path, with t in front of the couplings.
    """

    base: str = "C"
    tilts: tuple[tuple[Symbol, Expr], ...] = ()
    scaled: bool = False

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

    @property
    def fixed(self) -> bool:
        """The fields whose weights were absorbed are held at zero."""
        return bool(self.tilts) and all(s == oo for _, s in self.tilts)

    @property
    def open(self) -> int:
        """The number of strengths that are still symbols: those of sums of Gaussians."""
        return sum(isinstance(s, Symbol) for _, s in self.tilts)

    @property
    def sums(self) -> tuple[Index, ...]:
        """What these sums run over, in order."""
        known = {strength(index): index for index in GAUSSIANS}
        return tuple(known[s] for _, s in self.tilts if isinstance(s, Symbol))

    def entry(self, x: Symbol, y: Symbol) -> Indexed:
        """Covariance of two fields; symmetric, so the two are put in a fixed order."""
        return _sorted(Entries(self)[(*(f for f, _ in self.tilts), x, y)])

    def tilted(self, field: Symbol, strength: Expr) -> Covariance:
        """With one more weight absorbed; fields that are fixed stand in a fixed order, which does
        not matter."""
        found = replace(self, tilts=(*self.tilts, (field, strength)))
        if not found.fixed:
            return found
        return replace(found, tilts=tuple(sorted(found.tilts, key=lambda t: t[0].name)))

    @property
    def parent(self) -> Covariance:
        return replace(self, tilts=self.tilts[:-1])

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
        return Family(self, (*(f for f, _ in self.tilts), x, y), expression)


class Entries(IndexedBase):
    """A covariance as an array whose elements know which one they belong to, up to the letters of
    the fields that were absorbed: these stand among the indices."""

    covariance: Covariance

    def __new__(cls, covariance: Covariance) -> Entries:
        # arrays that SymPy keeps would be one for all covariances of a name
        new = getattr(IndexedBase.__new__, "__wrapped__", IndexedBase.__new__)
        array: Entries = new(cls, covariance.name)
        array.covariance = covariance
        return array

    def _hashable_content(self) -> tuple[Any, ...]:
        return (*super()._hashable_content(), self.covariance.scaled)

    def __getnewargs__(self) -> tuple[Covariance]:
        return (self.covariance,)

    @property
    def func(self) -> Callable[..., Entries]:
        """Has no parts that a rewrite could change."""
        return lambda *_: self


PLAIN = Covariance()  #: of the fields as they are


@dataclass(frozen=True)
class Family:
    """A tilted covariance as an array: its element [tilted fields..., x, y] is ``expression``."""

    covariance: Covariance
    indices: tuple[Symbol, ...]
    expression: Expr

    @property
    def name(self) -> str:
        return self.covariance.name

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
    if entry.base.covariance.fixed:
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

"""The steps of a derivation as records: rules, averages, quantities and expressions.

How they are written, on which lines and in which letters, is for the targets.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from sympy import Expr, S, Symbol

from .average import Average

__all__ = [
    "Change",
    "Combination",
    "Heads",
    "Infinite",
    "Of",
    "Order",
    "OverSamples",
    "Product",
    "Quantity",
    "Section",
    "Shifted",
    "Step",
]


@dataclass(frozen=True)
class Combination:
    """``constant + sum of coefficient * average``."""

    terms: tuple[tuple[Expr, Average], ...] = ()
    constant: Expr = S.Zero


@dataclass(frozen=True)
class BetweenPairs:
    """< f f f f > = prod over ``start`` of < f f > + int dt sum over ``slopes`` of a coefficient
    times the average with so many derivatives of f at each field, at a scale t of the couplings
    between the two pairs."""

    fields: tuple[Symbol, ...]
    start: tuple[tuple[Symbol, Symbol], tuple[Symbol, Symbol]]
    slopes: tuple[tuple[Expr, tuple[int, ...]], ...]


@dataclass(frozen=True)
class Shifted:
    """< integrand > over one Gaussian field of this mean and variance."""

    integrand: Expr
    mean: Expr
    variance: Expr


class Quantity(Enum):
    """What a line says the value of, where that is no array; in words, its units first and then its
    samples."""

    LOSS = "the loss of one sample"
    HEAD_SLOPE = "the slope of the loss in the head of a unit"
    MEAN_HEAD_SLOPE = "the mean of that slope over a sample set"
    NEW_OFFSET = "the part of the head of a unit without the task, after an inner step"
    NEW_RESPONSE = (
        "the response of the head of a unit to a component of the task, after an inner step"
    )
    CONTRIBUTION = "what one sample adds to the head of a unit, times their number"
    FIELD_SLOPE = "the slope of the loss in the field of a unit"
    COEFFICIENT = "the coefficient of one sample in the step of a unit"
    HEAD_BY_FIELD = "the slope of a unit's head in the field of another on one sample"
    HEAD_BY_START = "the slope of a unit's head in the head start of another"
    AGAINST_FIELDS = "the mean of the steps of a unit against a field"
    BY_FIELDS = "the mean slope of the steps of a unit in a field"
    AGAINST_BLOCKS = "the mean of the steps of a unit against a field of one block of the inputs"
    AGAINST_STEPS = "the mean of the steps of a unit against those of another"
    BETWEEN_SAMPLES = "the mean of the steps of a unit against those of another on other samples"
    START_DRIFT = "the change of the head start of a unit per unit of time"


@dataclass(frozen=True)
class Of:
    """A quantity of these units and samples, as indices that know their range."""

    quantity: Quantity
    indices: tuple[Symbol, ...] = ()


@dataclass(frozen=True)
class Change:
    """N times the change of an overlap, an element of the state, in one step."""

    element: Expr


@dataclass(frozen=True)
class Order:
    """The part of ``element`` that is of this order in one over the number of samples ``size``."""

    element: Expr
    size: str
    power: int


@dataclass(frozen=True)
class OverSamples:
    """The sum over the samples of a step of an expression in its coefficients a and fields z."""

    summand: Expr


@dataclass(frozen=True)
class Heads:
    """What the learner's head and the task vector are multiplied by in c = (w, -u)."""

    learner: Expr = S.One
    teacher: Expr = S.One


@dataclass(frozen=True)
class Infinite:
    """The limit of infinitely many samples ``size``."""

    size: str


SQUARED, DIP, QUARTIC_DIP, FINE_DIP = "s", "h", "q", "e"
#: Those that are sums of Gaussians.
DIPS = frozenset({DIP, QUARTIC_DIP, FINE_DIP})


@dataclass(frozen=True)
class Product:
    """A product over fields a, b, ...: orders of derivatives of g, None for a bare field,
    ``SQUARED`` for g squared, ``DIP`` for that less its value far out, ``FINE_DIP`` for the same by
    more Gaussians, ``QUARTIC_DIP`` for its square; and whose fields they are, where networks have
    activations of their own."""

    functions: tuple[int | str | None, ...]
    networks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """One line: ``rule`` turned ``before`` into ``after``; several sides at once where they are
    tuples.

    note   in words, with a slot {} for each entry of ``about``; where it is empty, what the rule is
           or what the line is of says what the entries are (a field, the strength of a weight, a
           slope, what heads are multiplied by).
    depth  how many rules have opened the average of this one.
    """

    rule: str
    before: Any
    after: Any
    note: str = ""
    about: tuple = ()
    depth: int = 0


@dataclass(frozen=True)
class Section:
    """Steps under a title, in words with a slot {} for each entry of ``about``."""

    title: str
    steps: tuple[Step, ...]
    about: tuple = ()

"""One step of an algorithm as records, in the expressions that its model file gives; nothing is
averaged."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Expr, Symbol

__all__ = ["Ahead", "Inner", "Mean", "Outer", "Sampled", "Start", "Statement", "Through"]


@dataclass(frozen=True)
class Sampled:
    """A sample set: its index, the name of the number of samples, what it is, and the loss of one
    of them."""

    index: Symbol
    size: str
    meaning: str
    loss: Expr


@dataclass(frozen=True)
class Inner:
    """The inner loop: ``head``, from ``start``, moves down the mean of ``slope``, that of the loss
    of a sample in it.

    ``used`` is False where the outer step does not read the head it ends with: a loop at test time
    only.
    """

    samples: Sampled
    head: Expr
    start: Expr
    slope: Expr
    rate: str
    steps: str | int
    used: bool


@dataclass(frozen=True)
class Ahead:
    """A giant step ahead of the outer one, taken back after it: ``weights`` move down the mean of
    ``slope``, that in ``field``, times the input, and ``head`` down that of ``head_slope``."""

    samples: Sampled
    weights: Expr
    field: Expr
    slope: Expr
    rate: str
    head: Expr
    head_slope: Expr
    rate_of_head: str


@dataclass(frozen=True)
class Through:
    """What the outer step owes to the samples of the inner loop, at index ``sample``.

    moved     the slope of ``head`` in the field of that sample, with its share of the mean over
              them.
    slope     that of the query loss in ``head``.
    """

    sample: Symbol
    head: Expr
    moved: Expr
    slope: Expr


@dataclass(frozen=True)
class Outer:
    """The step of the first layer: ``weights`` move down the mean of ``slope``, that in ``field``,
    times the input; ``stated``: it is no slope but minus a coefficient of its own."""

    samples: Sampled
    weights: Expr
    field: Expr
    slope: Expr
    rate: str
    decay: str = ""
    through: Through | None = None
    stated: bool = False
    giant: bool = False  # on as many samples as N times what ``samples`` has as their number


@dataclass(frozen=True)
class Start:
    """The head start moves down the mean query loss, whose slope in ``head`` is ``slope``.

    Through the inner loop the slope of ``other``, the head of another unit, in the head start is
    ``same`` less ``rate_through`` times the mean of ``bend`` over the ``size`` samples at
    ``sample``.
    """

    start: Expr
    head: Expr
    slope: Expr
    rate: str
    other: Expr | None = None
    same: Expr | None = None
    bend: Expr | None = None
    rate_through: str = ""
    sample: Symbol | None = None
    size: str = ""


@dataclass(frozen=True)
class Mean:
    """An observable: the mean of ``loss`` over fresh data; ``latex`` is how its author writes
    it."""

    name: str
    latex: str
    loss: Expr
    meaning: str


@dataclass(frozen=True)
class Statement:
    """The whole step."""

    outer: Outer
    observables: tuple[Mean, ...]
    inner: Inner | None = None
    start: Start | None = None
    ahead: Ahead | None = None

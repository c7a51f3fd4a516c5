"""The vocabulary of a model file: networks, heads, task vectors, sample sets, rates, losses and updates.

A model file states an algorithm in microscopic terms.  Everything here is a thin layer over SymPy: local fields are
``Indexed`` objects such as ``lambda[k, mu]`` (unit k, sample mu), sums over units stay symbolic ``Sum`` objects, and an
activation is an abstract function whose derivatives SymPy takes by the chain rule.  Nothing is averaged here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sympy import Expr, Function, IndexedBase, S, Sum, Symbol

from .system import Index, Range

__all__ = [
    "Activate",
    "Adaptation",
    "Algorithm",
    "Descent",
    "Head",
    "Loss",
    "Network",
    "Rate",
    "Samples",
    "TaskVector",
]


class Activate(Function):
    """``Activate(n, x)``: the n-th derivative of the activation g at x; which g is decided later."""

    nargs = 2

    def fdiff(self, argindex: int = 2) -> Expr:
        if argindex != 2:
            raise TypeError("the order of a derivative of the activation is not a variable")
        order, x = self.args
        return Activate(order + 1, x)


@dataclass(frozen=True)
class Samples:
    """A set of i.i.d. inputs with their own running index; ``size`` is the name of their number."""

    letter: str
    size: str
    meaning: str = ""

    @property
    def index(self) -> Index:
        return Index(self.letter, Range(self.letter, (self.size,)))

    @property
    def number(self) -> Symbol:
        return Symbol(self.size, positive=True)


@dataclass(frozen=True)
class Network:
    """A two-layer network: ``units`` names its width, ``field`` its local fields ``weights . x / sqrt(N)``."""

    field: str
    weights: str
    units: str
    letters: str
    trained: bool = False

    @property
    def range(self) -> Range:
        return Range(self.field, (self.units,))

    def index(self, position: int = 0) -> Index:
        """The letter this network's units are counted with; ``position`` asks for a second, third one."""
        return Index(self.letters[position], self.range)

    def local_field(self, unit: Index, sample: Index) -> Expr:
        return IndexedBase(self.field)[unit, sample]

    def output(self, head: Head | TaskVector, samples: Samples) -> Expr:
        """``sum_k head_k g(field_k)`` on one sample, with no 1/sqrt(K)."""
        unit = self.index(-1)
        body = head[unit] * Activate(0, self.local_field(unit, samples.index))
        return Sum(body, (unit, 1, self.range.size))


@dataclass(frozen=True)
class Head:
    """The readout of a network: one coefficient per unit."""

    name: str
    network: Network

    def __getitem__(self, unit: Index) -> Expr:
        return IndexedBase(self.name)[unit]


@dataclass(frozen=True)
class TaskVector:
    """The readout of the teacher, drawn anew for each task: Gaussian, mean 0, covariance 1."""

    name: str
    network: Network

    def __getitem__(self, unit: Index) -> Expr:
        return IndexedBase(self.name)[unit]


@dataclass(frozen=True)
class Rate:
    """A learning rate: a non-negative parameter of the emitted solvers."""

    name: str
    meaning: str

    @property
    def symbol(self) -> Symbol:
        return Symbol(self.name, nonnegative=True)


Loss = Callable[[Head, Samples], Expr]


@dataclass(frozen=True)
class Adaptation:
    """The inner loop: one gradient step of a head from ``start`` on the mean loss over ``samples``."""

    head: Head
    rate: Rate
    loss: Loss
    samples: Samples
    start: Expr = S.Zero

    def gradient(self, unit: Index) -> Expr:
        """d loss / d head_unit on one sample, at the start of the loop."""
        derivative = self.loss(self.head, self.samples).diff(self.head[unit])
        base = IndexedBase(self.head.name)
        return derivative.replace(lambda e: getattr(e, "base", None) == base, lambda e: self.start)


@dataclass(frozen=True)
class Descent:
    """The outer loop: first-layer weights of ``network`` move down the mean loss over ``samples``.

    First order: the adapted head is held fixed while the loss is differentiated.
    """

    network: Network
    head: Head
    rate: Rate
    loss: Loss
    samples: Samples

    def gradient(self, unit: Index) -> Expr:
        """F_k = d loss / d field_k on one sample; the step is ``-(rate/sqrt N) mean(F_k x)``."""
        return self.loss(self.head, self.samples).diff(self.network.local_field(unit, self.samples.index))


@dataclass(frozen=True)
class Algorithm:
    """What a model file exports: an algorithm as its loss and its updates."""

    name: str
    title: str
    learner: Network
    teacher: Network
    task: TaskVector
    inner: Adaptation
    outer: Descent
    observables: dict[str, tuple[Loss, str]] = field(default_factory=dict)
    reference: str = ""

    def rates(self) -> tuple[Rate, ...]:
        return (self.outer.rate, self.inner.rate)

    def __hash__(self) -> int:
        return hash(self.name)

    def __eq__(self, other: Any) -> bool:
        return isinstance(other, Algorithm) and self.name == other.name

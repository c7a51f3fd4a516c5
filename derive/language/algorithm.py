"""The vocabulary of a model file: networks, heads, task vectors, sample sets, rates, losses and updates.

A model file states an algorithm in microscopic terms.  Everything here is a thin layer over SymPy: local fields are
``Indexed`` objects such as ``lambda[k, mu]`` (unit k, sample mu), sums over units stay symbolic ``Sum`` objects, and an
activation is an abstract function whose derivatives SymPy takes by the chain rule.  Nothing is averaged here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sympy import Expr, Function, IndexedBase, Sum, Symbol

from ..ir.system import Index, Range

__all__ = [
    "NOISE",
    "Activate",
    "Adaptation",
    "Algorithm",
    "Descent",
    "Head",
    "Loss",
    "Network",
    "Observable",
    "Rate",
    "Samples",
    "TaskVector",
    "label_noise",
]

NOISE = IndexedBase("zeta")  #: standard normal label noise, one number per sample


class Activate(Function):
    """``Activate(n, x)``: the n-th derivative of the activation g at x; which g is decided later."""

    nargs = 2

    def fdiff(self, argindex: int = 2) -> Expr:
        if argindex != 2:
            raise TypeError("the order of a derivative of the activation is not a variable")
        order, x = self.args
        return Activate(order + 1, x)


@dataclass(frozen=True)
class Rate:
    """A non-negative parameter of the emitted solvers: a learning rate, the size of noise, a decay.

    ``default`` is its value where a problem gives none; None: it has to be given.
    """

    name: str
    meaning: str
    default: float | None = None

    @property
    def symbol(self) -> Symbol:
        return Symbol(self.name, nonnegative=True)


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


def label_noise(level: Rate, samples: Samples) -> Expr:
    """Noise of standard deviation ``level`` on the label of one sample."""
    return level.symbol * NOISE[samples.index]


@dataclass(frozen=True)
class Network:
    """A two-layer network: ``units`` names its width, ``field`` its local fields ``weights . x / sqrt(N)``."""

    field: str
    weights: str
    units: str
    letters: str

    @property
    def range(self) -> Range:
        return Range(self.field, (self.units,))

    def index(self, position: int = 0) -> Index:
        """The letter this network's units are counted with; ``position`` asks for a second, third one."""
        return Index(self.letters[position], self.range)

    def local_field(self, unit: Index, samples: Samples) -> Expr:
        return IndexedBase(self.field)[unit, samples.index]

    def output(self, head: Head | TaskVector, samples: Samples) -> Expr:
        """``sum_k head_k g(field_k)`` on one sample, with no 1/sqrt(K)."""
        unit = self.index(-1)
        body = head[unit] * Activate(0, self.local_field(unit, samples))
        return Sum(body, (unit, 1, self.range.size))


@dataclass(frozen=True)
class Head:
    """The readout of a network, one coefficient per unit; ``rate`` is that of a head that is itself trained.

    ``value`` is what its coefficients are at alpha = 0 where a problem gives none.
    """

    name: str
    network: Network
    rate: Rate | None = None
    value: float = 0

    def __getitem__(self, unit: Index) -> Expr:
        return IndexedBase(self.name)[unit]


@dataclass(frozen=True)
class TaskVector:
    """The readout of the teacher, drawn anew for each task; ``mean`` and ``variance`` of its components are those of
    a problem that gives none."""

    name: str
    network: Network
    mean: float = 0
    variance: float = 1

    def __getitem__(self, unit: Index) -> Expr:
        return IndexedBase(self.name)[unit]


Loss = Callable[[Head, Samples], Expr]


def _evaluated(loss: Loss, head: Head, samples: Samples) -> Expr:
    """The loss, with no sum over one of the letters that derivatives are taken at: the first three of the network."""
    kept = {head.network.index(position) for position in range(3)}

    def renamed(total: Sum) -> Sum:
        taken = {i.name for i in total.atoms(Index)}
        free = (letter for letter in head.network.letters[3:] + "cdefgh" if letter not in taken)
        return total.xreplace({i: Index(next(free), i.rng) for i, _, _ in total.limits if i in kept})

    return loss(head, samples).replace(lambda e: isinstance(e, Sum), renamed)


@dataclass(frozen=True)
class Adaptation:
    """The inner loop: ``steps`` gradient steps of ``head`` from ``start`` on the mean loss over ``samples``.

    ``steps`` is a number, or the name of a parameter that counts them.
    """

    head: Head
    start: Head
    rate: Rate
    loss: Loss
    samples: Samples
    steps: str | int = 1

    def slope(self, unit: Index) -> Expr:
        """d loss / d head_unit on one sample, at the head as it is."""
        return _evaluated(self.loss, self.head, self.samples).diff(self.head[unit])

    def slope_at_start(self, unit: Index) -> Expr:
        """d loss / d head_unit on one sample, at the start of the loop."""
        return _evaluated(self.loss, self.start, self.samples).diff(self.start[unit])


@dataclass(frozen=True)
class Descent:
    """The outer loop: first-layer weights of ``network`` move down the mean loss of ``head`` over ``samples``.

    First order: the head is held fixed while the loss is differentiated.  With ``through`` the derivative goes through
    the inner loop that made the head, so that its samples enter the step too.  ``decay`` shrinks the weights by
    ``rate * decay / N`` in a step.
    """

    network: Network
    head: Head
    rate: Rate
    loss: Loss
    samples: Samples
    decay: Rate | None = None
    through: Adaptation | None = None

    def gradient(self, unit: Index) -> Expr:
        """F_k = d loss / d field_k on one sample, head held fixed."""
        return _evaluated(self.loss, self.head, self.samples).diff(self.network.local_field(unit, self.samples))

    def head_gradient(self, unit: Index) -> Expr:
        """d loss / d head_unit on one sample."""
        return _evaluated(self.loss, self.head, self.samples).diff(self.head[unit])


@dataclass(frozen=True)
class Observable:
    """The mean of a loss on fresh data with a head, adapted or not."""

    name: str
    loss: Loss
    head: Head
    meaning: str
    latex: str


@dataclass(frozen=True)
class Algorithm:
    """What a model file exports: an algorithm as its loss and its updates.

    ``parameters`` are those of its losses that are none of the rates named elsewhere.
    """

    name: str
    title: str
    learner: Network
    teacher: Network
    task: TaskVector
    start: Head
    outer: Descent
    observables: tuple[Observable, ...]
    adaptation: Adaptation | None = None
    noise: Rate | None = None
    reference: str = ""
    parameters: tuple[Rate, ...] = ()

    def rates(self) -> tuple[Rate, ...]:
        """All rates of the algorithm, once each, in the order of the solvers' parameters."""
        inner = self.adaptation.rate if self.adaptation else None
        found = (self.outer.rate, inner, self.start.rate, self.noise, self.outer.decay, *self.parameters)
        return tuple(r for r in found if r is not None)

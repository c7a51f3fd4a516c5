"""What losses are made of: parameters, networks, fields, outputs, heads, task vectors, samples,
label noise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .expression import Node, NoExpression, Number, Size, node

__all__ = [
    "NOISE",
    "Activate",
    "Element",
    "Field",
    "Gain",
    "Gains",
    "Given",
    "Head",
    "Network",
    "Noise",
    "Output",
    "Range",
    "Rate",
    "Samples",
    "Sum",
    "Summed",
    "Task",
    "TaskVector",
    "Unit",
    "Vector",
    "label_noise",
]


@dataclass(frozen=True)
class Rate(Node):
    """A non-negative parameter of the emitted solvers: a learning rate, the size of noise, a decay.

    ``default`` is its value where a problem gives none; None: it has to be given.
    """

    name: str
    meaning: str
    default: float | None = None

    @property
    def symbol(self) -> Node:
        """The parameter in an expression: itself."""
        return self

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Range:
    """The units of a network, counted from 1 to ``size``."""

    network: str
    units: str

    @property
    def size(self) -> Node:
        return Size(self.units)


@dataclass(frozen=True)
class Unit:
    """A letter that counts the units of a network."""

    letter: str
    range: Range

    def __str__(self) -> str:
        return self.letter


@dataclass(frozen=True)
class Samples:
    """A set of i.i.d. inputs with their own running letter; ``size`` is the name of their
    number."""

    letter: str
    size: str
    meaning: str = ""

    @property
    def index(self) -> Samples:
        """What stands for one sample of the set: the set itself."""
        return self


@dataclass(frozen=True)
class Network:
    """A two-layer network: ``units`` names its width, ``field`` its local fields
    ``weights . x / sqrt(N)``.

    ``scale`` multiplies its output: an expression in numbers, rates and the sizes K and M, such as
    1/sqrt(K).  ``activation`` is that of a teacher whose units differ from the learner's: a name,
    or the coefficients (c_0, c_1, ...) of a polynomial; without one both have the same, which a
    problem names.  ``spread`` is the default strength of noise in the weights of a teacher that is
    drawn afresh for each task, entry by entry; None: all tasks have the same teacher.
    """

    field: str
    weights: str
    units: str
    letters: str
    scale: Any = 1
    activation: str | tuple[float, ...] | None = None
    spread: float | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "scale", node(self.scale))

    @property
    def range(self) -> Range:
        return Range(self.field, self.units)

    def index(self, position: int = 0) -> Unit:
        """The letter this network's units are counted with; ``position`` asks for a second, third
        one."""
        if position not in range(len(self.letters)):
            there = f"its letters are {self.letters!r}"
            raise NoExpression(f"asks for index {position!r} of the network {self.field}: {there}")
        return Unit(self.letters[position], self.range)

    def local_field(self, unit: Unit, samples: Samples) -> Node:
        """The field of a unit on one sample."""
        return Field(self.field, _unit(unit, self.field), samples)

    def output(self, head: Head | TaskVector, samples: Samples) -> Node:
        """``scale * sum_k head_k g(field_k)`` on one sample."""
        return Output(self, head, samples)


@dataclass(frozen=True)
class Head:
    """The readout of a network, one coefficient per unit; ``rate`` is that of a head that is itself
    trained.

    ``value`` is what its coefficients are at alpha = 0 where a problem gives none.
    """

    name: str
    network: Network
    rate: Rate | None = None
    value: float = 0

    def __getitem__(self, unit: Unit) -> Node:
        return Element(self.name, _unit(unit, self.name))


@dataclass(frozen=True)
class TaskVector:
    """The readout of the teacher, drawn anew for each task; ``mean`` and ``variance`` of its
    components are those of a problem that gives none."""

    name: str
    network: Network
    mean: float = 0
    variance: float = 1

    def __getitem__(self, unit: Unit) -> Node:
        return Element(self.name, _unit(unit, self.name))


@dataclass(frozen=True)
class Vector:
    """A number for each unit of a network, given by a problem and at rest; ``default`` is that of
    all of them where a problem gives none; None: it has to be given."""

    name: str
    network: Network
    meaning: str
    default: float | None = 1

    def __getitem__(self, unit: Unit) -> Node:
        return Given(self.name, _unit(unit, self.name))


@dataclass(frozen=True)
class Task:
    """One of a finite set of tasks, drawn in each step with the probability ``share``; one of the
    set has no share of its own, and takes what the others leave.

    In it the task vector is ``vector``.  ``head`` names a head of its own, which moves in its steps
    only, at the rate of the head start, and stands for that in losses; tasks without one share the
    head start.
    """

    name: str
    vector: Vector
    share: Rate | None = None
    head: str = ""


@dataclass(frozen=True)
class Gains:
    """Numbers of 0 and 1 for the units of a network, independent and fresh in each step: 1 with the
    probability ``keep``."""

    name: str
    network: Network
    keep: Rate

    def __getitem__(self, unit: Unit) -> Node:
        return Gain(self.name, _unit(unit, self.name))


@dataclass(frozen=True)
class Gain(Node):
    """That of one unit."""

    name: str
    unit: Unit

    def __str__(self) -> str:
        return f"{self.name}[{self.unit}]"


@dataclass(frozen=True)
class Given(Node):
    """One element of a vector."""

    name: str
    unit: Unit

    def __str__(self) -> str:
        return f"{self.name}[{self.unit}]"


@dataclass(frozen=True)
class Element(Node):
    """One element of a head or of a task vector."""

    name: str
    unit: Unit

    def __str__(self) -> str:
        return f"{self.name}[{self.unit}]"


@dataclass(frozen=True)
class Field(Node):
    """The local field of one unit on one sample."""

    network: str
    unit: Unit
    samples: Samples

    def __str__(self) -> str:
        return f"{self.network}[{self.unit}, {self.samples.letter}]"


@dataclass(frozen=True)
class Activate(Node):
    """The derivative of this ``order`` of the activation g at a local field; which g is decided
    later."""

    order: int
    of: Node

    def __post_init__(self) -> None:
        if type(self.order) is not int or self.order < 0:
            raise NoExpression(f"has the derivative of order {self.order!r} of the activation")
        object.__setattr__(self, "of", node(self.of))

    def __str__(self) -> str:
        return f"Activate({self.order}, {self.of})"


@dataclass(frozen=True)
class Output(Node):
    """The output of a network with a head, on one sample."""

    network: Network
    head: Head | TaskVector
    samples: Samples

    def __str__(self) -> str:
        return f"{self.network.field}.output({self.head.name}, {self.samples.letter})"


@dataclass(frozen=True)
class Noise(Node):
    """zeta: standard normal label noise, one number per sample."""

    samples: Samples

    def __str__(self) -> str:
        return f"zeta[{self.samples.letter}]"


@dataclass(frozen=True)
class Summed(Node):
    """The sum of ``body`` over all units of a network, counted by the letter ``unit``."""

    unit: Unit
    body: Node

    def __str__(self) -> str:
        return f"Sum({self.body}, {self.unit})"


def Sum(body: Any, *units: Any) -> Node:
    """The sum of ``body`` over all values of one or more units: ``k``, or ``(k, 1, K)`` where the
    size is named."""
    found = node(body)
    for x in units:
        unit, *bounds = x if isinstance(x, tuple) else (x,)
        whole = isinstance(unit, Unit) and (
            not bounds or [node(b) for b in bounds] == [Number(1), unit.range.size]
        )
        if not whole:
            raise NoExpression(
                f"has a sum over {unit} that does not run over the units of a network"
            )
        found = Summed(unit, found)
    return found


class _OfSamples:
    """``NOISE[samples]``: label noise on one sample of a set."""

    def __getitem__(self, samples: Samples) -> Node:
        return Noise(samples)


NOISE = _OfSamples()


def label_noise(level: Rate, samples: Samples) -> Node:
    """Noise of standard deviation ``level`` on the label of one sample."""
    return level * Noise(samples)


def _unit(unit: object, name: str) -> Unit:
    if not isinstance(unit, Unit):
        raise NoExpression(f"has {name}[{unit}], whose index does not count the units of a network")
    return unit

"""A model as data: networks, parameters, updates, and losses as trees of expressions; see
docs/models.md."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Number:
    """A number."""

    value: float


@dataclass(frozen=True)
class Parameter:
    """The value of one of the model's parameters."""

    name: str


@dataclass(frozen=True)
class Size:
    """The number of units of a network or of samples of a set."""

    name: str


@dataclass(frozen=True)
class Add:
    """A sum of terms."""

    args: tuple[Expr, ...]


@dataclass(frozen=True)
class Mul:
    """A product of factors."""

    args: tuple[Expr, ...]


@dataclass(frozen=True)
class Power:
    """base^exponent; unless the exponent is an integer >= 0 the base is made of numbers, parameters
    and sizes."""

    base: Expr
    exponent: Fraction


@dataclass(frozen=True)
class Sum:
    """The sum of `body` over all units of a network, counted by the letter `unit`."""

    unit: str
    network: str
    body: Expr


@dataclass(frozen=True)
class Element:
    """One element of a head or of the task vector."""

    name: str
    unit: str


@dataclass(frozen=True)
class Gain:
    """The gain of one unit, 0 or 1."""

    unit: str


@dataclass(frozen=True)
class Given:
    """One element of a vector of the model."""

    name: str
    unit: str


@dataclass(frozen=True)
class LocalField:
    """The local field of one unit on one sample."""

    network: str
    unit: str
    samples: str


@dataclass(frozen=True)
class Activated:
    """The derivative of this order of the activation at a local field."""

    order: int
    of: LocalField


@dataclass(frozen=True)
class Apply:
    """A function of a loss's own, of what depends on the sample."""

    function: str
    of: Expr


@dataclass(frozen=True)
class Output:
    """A network's scale times sum_k head_k g(field_k) on one sample."""

    network: str
    head: str
    samples: str


@dataclass(frozen=True)
class Noise:
    """zeta, standard normal, one number per sample."""

    samples: str


Expr = (
    Number
    | Parameter
    | Size
    | Add
    | Mul
    | Power
    | Sum
    | Element
    | Gain
    | Given
    | LocalField
    | Activated
    | Apply
    | Output
    | Noise
)


@dataclass(frozen=True)
class Network:
    """A two-layer network; `field` names its local fields and it, `units` its width; `activation`
    is its own, None: that of the setting; `spread`: default strength of noise in its weights, fresh
    for each task, None: there is none."""

    field: str
    weights: str
    units: str
    scale: Expr
    activation: str | tuple[float, ...] | None = None
    spread: float | None = None


@dataclass(frozen=True)
class Task:
    """The task vector, and the defaults of its mean and variance."""

    name: str
    mean: float
    variance: float


@dataclass(frozen=True)
class Start:
    """The head start, the parameter that is its rate (None: it rests), its default at time zero."""

    name: str
    rate: str | None
    value: float


@dataclass(frozen=True)
class Samples:
    """A set of samples: its running letter, and the parameter that is their number."""

    letter: str
    size: str
    meaning: str


@dataclass(frozen=True)
class ParameterSpec:
    """A parameter: kind "samples" (integer >= 1 or inf), "count" (integer >= 1), else a number;
    default None: none."""

    name: str
    kind: str
    meaning: str
    default: float | None


@dataclass(frozen=True)
class Vector:
    """A number for each unit of a network, at rest; default: of all of them, None: they have to be
    given."""

    name: str
    network: str
    default: float | None


@dataclass(frozen=True)
class OfSet:
    """One of a set of tasks: its vector, the parameter that is its probability (None: what the
    others leave), and the name of the head that its steps use and move."""

    name: str
    vector: str
    share: str | None
    head: str


@dataclass(frozen=True)
class Inner:
    """`steps` (a number, or the parameter that is it) gradient steps of `head` from `start` on the
    mean loss."""

    head: str
    start: str
    rate: str
    samples: str
    steps: str | int
    loss: Expr


@dataclass(frozen=True)
class Outer:
    """The step of the first layer on the mean loss of `head`; `through_inner`: through the inner
    loop too. `coefficient`, of the units that the letter `unit` counts, stands for minus the slope
    of the loss in their fields, where there is one; `spherical`: the weights of each unit are
    rescaled to the length they had before the step."""

    network: str
    head: str
    rate: str
    samples: str
    decay: str | None
    through_inner: bool
    loss: Expr
    unit: str = ""
    coefficient: Expr | None = None
    spherical: bool = False


@dataclass(frozen=True)
class Ahead:
    """A giant step ahead of the outer one, taken back after it: the first layer at a ``rate`` of
    order N on as many samples as there are inputs times what ``samples`` has as their number, the
    head at its own (None: it rests), down the mean loss."""

    head: str
    rate: str
    rate_of_head: str | None
    samples: str
    loss: Expr


@dataclass(frozen=True)
class Observable:
    """The mean of a loss on fresh data with `head`: adapted, if it is that of the inner loop; of
    one `task` of a set, where it names one."""

    name: str
    head: str
    meaning: str
    latex: str
    loss: Expr
    task: str = ""


@dataclass(frozen=True)
class Model:
    """An algorithm: what it is called, its scenario, its updates, and what is measured."""

    name: str
    title: str
    learner: Network
    teacher: Network
    task: Task
    start: Start
    noise: str | None
    samples: tuple[Samples, ...]
    parameters: tuple[ParameterSpec, ...]
    inner: Inner | None
    outer: Outer
    observables: tuple[Observable, ...]
    vectors: tuple[Vector, ...] = ()
    keep: str = ""  # the parameter that is the probability of a gain of 1, where there are gains
    tasks: tuple[OfSet, ...] = ()
    blocks: bool = False  # whether inputs are in blocks, each with a share and a variance
    ahead: Ahead | None = None

    @property
    def heads(self) -> tuple[str, ...]:
        """The head start, and the heads that tasks of a set have of their own."""
        return tuple(dict.fromkeys((self.start.name, *(t.head for t in self.tasks))))

    @property
    def ratio(self) -> str | None:
        """The parameter that is the number of samples of the step ahead over that of inputs."""
        return None if self.ahead is None else self.size_of(self.ahead.samples)

    def size_of(self, letter: str) -> str:
        """The parameter that is the number of samples of the set with this letter."""
        return next(s.size for s in self.samples if s.letter == letter)

    def parameter(self, name: str) -> ParameterSpec:
        """The parameter of this name."""
        return next(p for p in self.parameters if p.name == name)


def operands(expr: Expr) -> tuple[Expr, ...]:
    """The expressions that this one is made of."""
    match expr:
        case Add(args) | Mul(args):
            return args
        case Power(part, _) | Sum(_, _, part) | Activated(_, part) | Apply(_, part):
            return (part,)
    return ()


def parts(expr: Expr) -> Iterator[Expr]:
    """The expression and all that it is made of."""
    yield expr
    for part in operands(expr):
        yield from parts(part)

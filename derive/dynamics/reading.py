"""An algorithm as SymPy reads it: ranges and indices of its networks, its losses as expressions,
and their slopes.

Local fields are ``Indexed`` objects such as ``lambda[k, mu]`` (unit k, sample mu), sums over units
stay symbolic ``Sum`` objects, and an activation is an abstract function whose derivatives SymPy
takes by the chain rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from sympy import Add, Expr, Function, IndexedBase, Mul, Pow, Sum, Symbol, sympify

from .. import language
from ..gaussian.activations import Activation, named
from ..ir.deltas import contract
from ..ir.system import Index, Range
from ..language import applied
from ..language import expression as tree
from ..language import scenario as said
from ..language.algorithm import coefficient, expression
from . import from_sympy  # noqa: F401  # model files may use SymPy
from .applied import APPLIED

__all__ = [
    "BLOCKS",
    "NOISE",
    "Activate",
    "Adaptation",
    "Algorithm",
    "Descent",
    "Gain",
    "Given",
    "Head",
    "Network",
    "Observable",
    "Rate",
    "Samples",
    "apart",
    "read",
    "teacher_activation",
]

BLOCKS = Range("blocks", ("blocks",))  #: of the inputs
NOISE = IndexedBase("zeta")  #: standard normal label noise, one number per sample


class Given(IndexedBase):
    """An array of a problem's own, at rest: its elements are numbers, and no heads."""


class Gain(IndexedBase):
    """Numbers of 0 and 1, fresh in each step."""


class Activate(Function):
    """``Activate(n, x)``: the n-th derivative of the activation g at x; which g is decided
    later."""

    nargs = 2

    def fdiff(self, argindex: int = 2) -> Expr:
        if argindex != 2:
            raise TypeError("the order of a derivative of the activation is not a variable")
        order, x = self.args
        return Activate(order + 1, x)


@dataclass(frozen=True)
class Rate:
    """A parameter."""

    name: str
    meaning: str

    @property
    def symbol(self) -> Symbol:
        return Symbol(self.name, nonnegative=True)


@dataclass(frozen=True)
class Samples:
    """A set of samples; the index that runs over it, and their number."""

    letter: str
    size: str
    meaning: str

    @property
    def index(self) -> Index:
        return Index(self.letter, Range(self.letter, (self.size,)))

    @property
    def number(self) -> Symbol:
        return Symbol(self.size, positive=True)


@dataclass(frozen=True)
class Network:
    """A network; ``scale`` multiplies its output."""

    field: str
    weights: str
    units: str
    letters: str
    scale: Expr
    varies: bool = False  # with the task

    @property
    def range(self) -> Range:
        return Range(self.field, (self.units,))

    def index(self, position: int = 0) -> Index:
        """The letter this network's units are counted with; ``position`` asks for a second, third
        one."""
        return Index(self.letters[position], self.range)

    def local_field(self, unit: Index, samples: Samples) -> Expr:
        return IndexedBase(self.field)[unit, samples.index]


@dataclass(frozen=True)
class Head:
    """A head, or the task vector; ``rate`` is that of a head that is itself trained."""

    name: str
    network: Network
    rate: Rate | None = None

    def __getitem__(self, unit: Index) -> Expr:
        return IndexedBase(self.name)[unit]


@dataclass(frozen=True)
class Adaptation:
    """The inner loop; its ``loss`` on one sample, in which the head it starts from may stand,
    too."""

    head: Head
    start: Head
    rate: Rate
    loss: Expr
    samples: Samples
    steps: str | int

    def slope(self, unit: Index) -> Expr:
        """d loss / d head_unit on one sample, at the head as it is."""
        return apart(self.loss, self.head.network).diff(self.head[unit])

    def slope_at_start(self, unit: Index) -> Expr:
        """d loss / d head_unit on one sample, at the start of the loop, where head = start."""
        head, start = IndexedBase(self.head.name), IndexedBase(self.start.name)
        return self.slope(unit).xreplace({head: start, head.label: start.label})


@dataclass(frozen=True)
class Descent:
    """The outer loop; its ``loss`` on one sample, and the ``coefficient`` of the first unit letter
    where it states one."""

    network: Network
    head: Head
    rate: Rate
    loss: Expr
    samples: Samples
    decay: Rate | None
    through: Adaptation | None
    coefficient: Expr | None = None
    spherical: bool = False
    giant: bool = False  # its samples are as many as inputs

    def gradient(self, unit: Index) -> Expr:
        """F_k = d loss / d field_k on one sample, head held fixed; or minus the coefficient that is
        stated in its place."""
        if self.coefficient is not None:
            first = self.network.index()
            return -apart(self.coefficient, self.network).xreplace({first: unit})
        return apart(self.loss, self.network).diff(self.network.local_field(unit, self.samples))

    def bend(self, unit: Index, network: Network, other: Index) -> Expr:
        """d F_unit / d field of a unit of another network on the same sample, head held fixed."""
        field = network.local_field(other, self.samples)
        return contract(apart(contract(self.gradient(unit)), network).diff(field))

    def head_gradient(self, unit: Index) -> Expr:
        """d loss / d head_unit on one sample."""
        return apart(self.loss, self.network).diff(self.head[unit])


@dataclass(frozen=True)
class Observable:
    """The mean of a ``loss`` on fresh data, here on one sample."""

    name: str
    loss: Expr
    head: Head
    meaning: str
    latex: str
    task: str = ""


@dataclass(frozen=True)
class Algorithm:
    """A model file as the derivation reads it."""

    name: str
    title: str
    learner: Network
    teacher: Network
    task: Head
    start: Head
    outer: Descent
    observables: tuple[Observable, ...]
    adaptation: Adaptation | None
    #: What the outputs weigh in the residual of the outer loss, scale_f w g(lambda) - scale_y u
    #: g(beta), as stated.
    weights: tuple[tree.Node, tree.Node]
    source: language.Algorithm  # what this is a reading of
    blocks: Range | None = None  # of the inputs, where they are in blocks
    #: A giant step ahead of the outer one, whose head has the rate it is trained at there.
    ahead: Descent | None = None

    @property
    def scales(self) -> tuple[Expr, Expr]:
        """The same in symbols."""
        f, y = (_expr(x, {}) for x in self.weights)
        return f, y


def read(algorithm: language.Algorithm) -> Algorithm:
    """The algorithm with its losses evaluated."""
    inner, outer = algorithm.adaptation, algorithm.outer
    learner, teacher = _network(algorithm.learner), _network(algorithm.teacher)
    networks = {learner.field: learner, teacher.field: teacher}

    def loss(
        x: language.Adaptation | language.Descent | language.Observable, head: language.Head
    ) -> Expr:
        samples = outer.samples if isinstance(x, language.Observable) else x.samples
        return _expr(expression(x.loss, head, samples), networks)

    def head(x: language.Head) -> Head:
        return Head(x.name, learner, _rate(x.rate) if x.rate else None)

    def loop(x: language.Adaptation) -> Adaptation:
        return Adaptation(
            head(x.head),
            head(x.start),
            _rate(x.rate),
            loss(x, x.head),
            _samples(x.samples),
            x.steps,
        )

    def giant(x: language.GiantAdaptation) -> Descent:
        trained = Head(x.head.name, learner, _rate(x.rate_of_head) if x.rate_of_head else None)
        samples = _samples(x.samples)
        value = _expr(expression(x.loss, x.head, x.samples), networks)
        return Descent(learner, trained, _rate(x.rate), value, samples, None, None, giant=True)

    adaptation = loop(inner) if inner else None
    stated = coefficient(outer)
    return Algorithm(
        algorithm.name,
        algorithm.title,
        learner,
        teacher,
        Head(algorithm.task.name, teacher),
        head(algorithm.start),
        Descent(
            learner,
            head(outer.head),
            _rate(outer.rate),
            loss(outer, outer.head),
            _samples(outer.samples),
            _rate(outer.decay) if outer.decay else None,
            adaptation if outer.through else None,
            None if stated is None else _expr(stated, networks),
            outer.spherical,
            isinstance(outer, language.GiantStep),
        ),
        tuple(
            Observable(x.name, loss(x, x.head), head(x.head), x.meaning, x.latex, x.task)
            for x in algorithm.observables
        ),
        adaptation,
        _weights(algorithm),
        algorithm,
        BLOCKS if algorithm.blocks else None,
        giant(algorithm.ahead) if algorithm.ahead else None,
    )


def teacher_activation(algorithm: language.Algorithm) -> Activation | None:
    """That of the teacher's units where they have one of their own; ``ValueError`` where there is
    none of that name, or with those coefficients."""
    own = algorithm.teacher.activation
    return None if own is None else named(own)


def _weights(algorithm: language.Algorithm) -> tuple[tree.Node, tree.Node]:
    """The output scales, times what stands in front of f and -y in the first sum of the outer loss
    that has both."""
    outer, fields = algorithm.outer, [algorithm.learner.field, algorithm.teacher.field]
    f, y = tree.node(1), tree.node(-1)
    for e in tree.parts(expression(outer.loss, outer.head, outer.samples)):
        weights = [_weight(x) for x in e.args] if isinstance(e, tree.Add) else []
        outputs = [(field, weight) for field, weight in filter(None, weights) if field in fields]
        if sorted(field for field, _ in outputs) == sorted(fields):
            f, y = (dict(outputs)[field] for field in fields)
            break
    return f * algorithm.learner.scale, -y * algorithm.teacher.scale


def _weight(term: tree.Node) -> tuple[str, tree.Node] | None:
    """Numbers, rates and sizes times the output of a network: its field, and their product."""
    factors = term.args if isinstance(term, tree.Mul) else (term,)
    outputs = [x for x in factors if isinstance(x, said.Output)]
    rest = [x for x in factors if not isinstance(x, said.Output)]
    parts = chain.from_iterable(tree.parts(r) for r in rest)
    constant = all(
        isinstance(x, tree.Number | tree.Size | said.Rate | tree.Add | tree.Mul | tree.Power)
        for x in parts
    )
    return (
        (outputs[0].network.field, tree.multiplied(*rest))
        if len(outputs) == 1 and constant
        else None
    )


def _network(x: language.Network) -> Network:
    names = (x.field, x.weights, x.units, x.letters)
    return Network(*names, _expr(x.scale, {}), x.spread is not None)


def _rate(x: language.Rate) -> Rate:
    return Rate(x.name, x.meaning)


def _samples(x: language.Samples) -> Samples:
    return Samples(x.letter, x.size, x.meaning)


def _index(x: said.Unit) -> Index:
    return Index(x.letter, Range(x.range.network, (x.range.units,)))


def _expr(e: tree.Node, networks: dict[str, Network]) -> Expr:
    """An expression of the model in SymPy."""

    def of(x: tree.Node) -> Expr:
        return _expr(x, networks)

    match e:
        case tree.Number(value):
            return sympify(value)
        case said.Rate():
            return _rate(e).symbol
        case tree.Size(name):
            return Range(name, (name,)).size
        case tree.Add(args):
            return Add(*map(of, args))
        case tree.Mul(args):
            return Mul(*map(of, args))
        case tree.Power(base, exponent):
            return Pow(of(base), sympify(exponent))
        case said.Summed(unit, body):
            index = _index(unit)
            return Sum(of(body), (index, 1, index.rng.size))
        case said.Element(name, unit):
            return IndexedBase(name)[_index(unit)]
        case said.Gain(name, unit):
            return Gain(name)[_index(unit)]
        case said.Given(name, unit):
            return Given(name)[_index(unit)]
        case said.Field(network, unit, samples):
            return IndexedBase(network)[_index(unit), _samples(samples).index]
        case said.Activate(order, argument):
            return Activate(order, of(argument))
        case applied.Apply(function, argument):
            return APPLIED[function](0, of(argument))
        case said.Noise(samples):
            return NOISE[_samples(samples).index]
        case said.Output(network, head, samples):
            return _output(networks[network.field], head.name, _samples(samples))
    raise tree.NoExpression(f"has {e}, which is no part of a loss")


def _output(network: Network, head: str, samples: Samples) -> Expr:
    """scale * sum_k head_k g(field_k) on one sample, counted by the last letter of the network."""
    unit = network.index(-1)
    body = IndexedBase(head)[unit] * Activate(0, network.local_field(unit, samples))
    return network.scale * Sum(body, (unit, 1, network.range.size))


def apart(loss: Expr, network: Network) -> Expr:
    """The loss, with no sum over one of the letters that derivatives are taken at: the first three
    of the network."""
    kept = {network.index(position) for position in range(3)}

    def renamed(total: Sum) -> Sum:
        taken = {i.name for i in total.atoms(Index)}
        free = (letter for letter in network.letters[3:] + "cdefgh" if letter not in taken)
        return total.xreplace(
            {i: Index(next(free), i.rng) for i, _, _ in total.limits if i in kept}
        )

    return loss.replace(lambda e: isinstance(e, Sum), renamed)

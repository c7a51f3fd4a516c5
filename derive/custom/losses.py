"""Losses: polynomials in heads, task, fields, functions of fields and noise, each on one sample."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from ..language import Activate, Algorithm, Head, Loss, Network, Node, Rate, Samples, Size
from ..language.algorithm import coefficient, expression
from ..language.applied import Apply
from ..language.expression import Add, Mul, NoExpression, Number, Power, below, parts
from ..language.scenario import Element, Field, Gain, Given, Noise, Output, Summed, Unit, Vector
from .faults import ModelError

__all__ = ["Use", "Walk", "degree", "loss_of", "uses"]


@dataclass(frozen=True)
class Use:
    """A loss where the algorithm uses it; ``observed``: measured on fresh data."""

    where: str
    loss: Loss
    head: Head
    samples: Samples
    units: frozenset[Unit] = frozenset()  # those it is of, which nothing sums over
    vectors: frozenset[Vector] = frozenset()
    observed: bool = False


def uses(algorithm: Algorithm) -> list[Use]:
    """Every loss of the algorithm."""
    inner, outer = algorithm.adaptation, algorithm.outer
    uses = [Use("the outer loss", outer.loss, outer.head, outer.samples)]
    if outer.coefficient is not None:
        uses.append(
            Use(
                "the coefficient of the outer step",
                lambda head, samples: coefficient(replace(outer, head=head, samples=samples)),
                outer.head,
                outer.samples,
                frozenset({outer.network.index()}),
                frozenset(algorithm.vectors),
            )
        )
    uses += [
        Use(f"the loss of {x.name}", x.loss, x.head, outer.samples, observed=True)
        for x in algorithm.observables
    ]
    if inner is not None:
        uses.append(Use("the inner loss", inner.loss, inner.head, inner.samples))
        uses.append(
            Use("the inner loss at the start of the loop", inner.loss, inner.start, inner.samples)
        )
    ahead = algorithm.ahead
    if ahead is not None:
        uses.append(Use("the loss of the giant step", ahead.loss, ahead.head, ahead.samples))
    return uses


class Walk:
    """Goes through a loss, a polynomial in heads, task, fields, functions of fields and noise, and
    refuses what else there is."""

    def __init__(self, algorithm: Algorithm, use: Use) -> None:
        self.use = use
        self.rates = {rate.name for rate in algorithm.rates()}
        of_outer = use.loss is algorithm.outer.loss and not use.observed
        self.gains = algorithm.gains if of_outer else None
        self.listed = {x.name for x in algorithm.vectors}
        self.networks = {n.field: n for n in (algorithm.learner, algorithm.teacher)}
        self.sizes = {n.units for n in self.networks.values()}
        self.heads = {use.head.name: algorithm.learner, algorithm.task.name: algorithm.teacher}
        if algorithm.adaptation is not None and use.loss is algorithm.adaptation.loss:
            self.heads[algorithm.start.name] = algorithm.learner  # where the loop starts

    def check(self, e: Node, bound: frozenset[Unit]) -> None:
        match e:
            case Element(name, unit):
                if name not in self.heads:
                    there = ", ".join([*self.heads, *self.networks])
                    raise self.error(f"has {e}; what it may be made of is {there} and label noise")
                self.unit(e, unit, self.heads[name], bound)
            case Gain(name, unit):
                gains = self.gains
                if gains is None or gains.name != name:
                    raise self.error(f"has {e}: gains stand in the outer loss only, gains=...")
                self.unit(e, unit, gains.network, bound)
            case Given(name, unit):
                self.unit(e, unit, self.vector(e), bound)
            case Field(name, unit, samples):
                self.on_sample(e, samples)
                self.unit(e, unit, self.networks[name], bound)
            case Output():
                self.output(e)
            case Noise(samples):
                self.on_sample(e, samples)
            case Summed(unit, body):
                self.check(body, bound | {unit})
            case Activate(_, argument):
                if not isinstance(argument, Field):
                    raise self.error(
                        f"applies the activation to {argument}, which is not a local field: units"
                        " have no thresholds, and networks two layers"
                    )
                self.check(argument, bound)
            case Apply(_, argument):
                self.applied(e, argument)
                self.check(argument, bound)
            case Add(args) | Mul(args):
                for part in args:
                    self.check(part, bound)
            case Power(base, exponent):
                constant = all(
                    isinstance(x, Number | Rate | Size | Add | Mul | Power) for x in parts(base)
                )
                if not constant and not (isinstance(exponent, int) and exponent > 0):
                    raise self.error(
                        f"has {e}, which is no polynomial in heads, fields and functions of fields"
                    )
                self.check(base, bound)
            case Rate(name):
                if name not in self.rates:
                    raise self.error(
                        f"has {e}, which is no rate of the algorithm; list it in parameters=(...)"
                    )
            case Size(name):
                if name not in self.sizes:
                    raise self.error(
                        f"has the size {e}; it may have {' and '.join(sorted(self.sizes))}"
                    )
            case Number():
                pass
            case _:
                raise self.error(f"has {e}, which is no part of a loss")

    def applied(self, e: Apply, argument: Node) -> None:
        """A function of the loss's own: of what depends on the sample, without label noise."""
        inside = list(parts(argument))
        if any(isinstance(x, Noise) for x in inside):
            raise self.error(f"has {e}: label noise stands in no function of a loss's own")
        if not any(isinstance(x, Output | Field) for x in inside):
            raise self.error(f"has {e}, which is the same for all samples")

    def vector(self, e: Given) -> Network:
        """The network whose units a vector of the algorithm counts."""
        for x in self.use.vectors:
            if x.name == e.name:
                return x.network
        if e.name in self.listed:
            raise self.error(f"has {e}: vectors stand in the coefficient of the outer step only")
        raise self.error(f"has {e}, which is no vector of the algorithm; list it in vectors=(...)")

    def output(self, e: Output) -> None:
        """Of a network of the algorithm, its scale included, with a head of that network, on the
        right sample."""
        network = self.networks.get(e.network.field)
        if network is None:
            there = " and ".join(self.networks)
            raise self.error(
                f"has the output of a network {e.network.field}; those of the algorithm are {there}"
            )
        for field in fields(network):
            here, there = getattr(e.network, field.name), getattr(network, field.name)
            if here != there:
                raise self.error(
                    f"has the output of a network {network.field} with {field.name} ="
                    f" {_text(here)}; that of the algorithm has {_text(there)}"
                )
        self.on_sample(e, e.samples)
        if self.heads.get(e.head.name) != network:
            there = ", ".join(name for name, of in self.heads.items() if of == network)
            raise self.error(f"has {e}, an output with the head {e.head.name}; there is {there}")

    def on_sample(self, e: Node, samples: Samples) -> None:
        if samples != self.use.samples:
            here = self.use.samples
            raise self.error(
                f"has {e}, which is not on a sample {here.letter} of the {here.meaning}"
            )

    def unit(self, e: Node, unit: Unit, network: Network, bound: frozenset[Unit]) -> None:
        """An element has units of its network that are summed over."""
        if unit.range != network.range:
            raise self.error(
                f"has {e}, whose index does not count the units of the network {network.field}"
            )
        if unit not in bound:
            raise self.error(f"has {e}, and its index {unit} is not summed over")

    def error(self, what: str) -> ModelError:
        return ModelError(f"{self.use.where} {what}")


def _text(value: object) -> str:
    """As a model file has it."""
    return str(value) if isinstance(value, Node) else repr(value)


def loss_of(use: Use) -> Node:
    """The loss as an expression."""
    try:
        loss = expression(use.loss, use.head, use.samples)
        again = expression(use.loss, use.head, use.samples)
    except NoExpression as error:
        raise ModelError(f"{use.where} {error}") from None
    except Exception as error:  # whatever the user's own code raises
        raise ModelError(
            f"{use.where} cannot be evaluated: {type(error).__name__}: {error}; it may use + - * /"
            " and ** alone, softplus, log_cosh and relu, of heads, outputs, fields, functions of"
            " fields and noise"
        ) from None
    for found in (loss, again):  # what is compared below is no larger than an author writes it
        _check_size(found, use)
    if again != loss:
        raise ModelError(
            f"{use.where} is another expression each time it is asked for; what is drawn in a step"
            " is label noise, a task and gains, and what changes along the way is said in"
            " [schedule] of a problem"
        )
    return loss


def degree(e: Node) -> int:
    """In heads, task, fields, functions of fields and noise together; an output is one of a head
    and a function."""
    match e:
        case Element() | Field() | Activate() | Noise() | Apply():
            return 1
        case Output():
            return 2
        case Summed(_, body):
            return degree(body)
        case Add(args):
            return max(map(degree, args))
        case Mul(args):
            return sum(map(degree, args))
        case Power(base, exponent) if exponent > 1:
            return degree(base) * int(exponent)
        case _:
            return 0


#: Beyond these no author writes a loss, and what reads one would be deep in itself, or not end.
DEEPEST, MOST = 100, 10_000


def _check_size(loss: Node, use: Use) -> None:
    """A sum in a power in a sum and so on is so and so deep, and has so many parts."""
    left, count = [(loss, 1)], 0
    while left:
        e, depth = left.pop()
        count += 1
        if depth > DEEPEST or count > MOST:
            most = f"{DEEPEST} parts in one another" if depth > DEEPEST else f"{MOST} parts"
            raise ModelError(
                f"{use.where} has more than {most}; expected is what a person would write down"
            )
        left += [(x, depth + 1) for x in below(e)]

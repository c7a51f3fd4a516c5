"""The losses of a model as terms of a tape, and the inner loop that descends one of them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from .activations import find_activation
from .errors import SettingError
from .expected import expected
from .model import (
    Activated,
    Add,
    Apply,
    Element,
    Expr,
    Gain,
    Given,
    LocalField,
    Mul,
    Network,
    Noise,
    Number,
    Output,
    Parameter,
    Power,
    Size,
    Sum,
)
from .setting import Setting
from .tape import Tape, Term

SUPPORT, QUERY = "support set", "query set"  # the axes that count samples
NOISE, VECTOR, GAINS = "label noise", "vector", "gains"


class Scenario:
    """A model at given numbers, on a tape: axes are the networks' fields, SUPPORT, QUERY.

    Inputs are named (set, network) for local fields, (set, NOISE), (VECTOR, name), GAINS, and by
    the heads' names.
    """

    def __init__(self, setting: Setting, sizes: Mapping[str, int]) -> None:
        self.setting, self.model = setting, setting.model
        learner, teacher = self.model.learner, self.model.teacher
        self.networks = {learner.field: learner, teacher.field: teacher}
        units = {learner.field: setting.K, teacher.field: setting.M}
        functions = {field: find_activation(own) for field, own in setting.activations.items()}
        self.tape = Tape({**units, **sizes}, (SUPPORT, QUERY), functions)
        self.start = self.tape.input(self.model.start.name, (learner.field,))
        self.task = self.tape.input(self.model.task.name, (teacher.field,))
        self._heads: dict[tuple[bool, bool], list[int]] = {}

    def fields(self, network: str, samples: str) -> int:
        """The node of a network's local fields on a set."""
        return self.tape.input((samples, network), (network, samples))

    def vector(self, name: str) -> int:
        """The node of a vector of the model."""
        axis = next(v.network for v in self.model.vectors if v.name == name)
        return self.tape.input((VECTOR, name), (axis,))

    def coefficient(self, value: Expr, samples: str, head: str, node: int) -> Term:
        """An expression of one unit on each sample of a set, where the head of this name is the
        node; its labels are the letter of the unit and the set."""
        heads = {self.model.start.name: self.start, self.model.task.name: self.task, head: node}
        return _Losses(self, samples, heads).term(value)

    def mean_loss(
        self, loss: Expr, samples: str, head: str, node: int, start: int | None = None
    ) -> Term:
        """The mean over a set of samples of a loss, where the head of this name is the node, and
        the head start that of the scenario or another one."""
        begin = self.start if start is None else start
        heads = {self.model.start.name: begin, self.model.task.name: self.task, head: node}
        found = _Losses(self, samples, heads).term(loss)
        return self.tape.total(
            self.tape.product(1 / self.tape.sizes[samples], [found], found.labels), samples, samples
        )

    def adapted(self, steps: int, *, infinite: bool, stand_in: bool = False) -> int:
        """The node of the inner loop's head, so many steps after the start.

        infinite: each step is down the expected loss. stand_in: beside it the samples of the set
        are those that the adjoint of a step goes to, in place of infinitely many; the step itself
        does not depend on them.
        """
        heads = self._heads.setdefault((infinite, stand_in), [self.start])
        while len(heads) <= steps:
            heads.append(self._inner_step(heads[-1], infinite, stand_in))
        return heads[steps]

    def _inner_step(self, node: int, infinite: bool, stand_in: bool) -> int:
        tape, inner = self.tape, self.model.inner
        assert inner is not None
        rate = self.setting.parameters[inner.rate]

        def moved(node: int, start: int, expectation: bool) -> int:
            # a variable of its own, even where the loss has the start in it
            here = tape.copy(node, (node,))
            loss = self.mean_loss(inner.loss, SUPPORT, inner.head, here, start)
            (slope,) = tape.gradient(loss, [here])
            if expectation:
                slope = expected(tape, slope, SUPPORT, "the slope of the inner loss")
            return tape.add([(1.0, Term(node, (0,))), (-rate, slope)]).node

        after = moved(node, self.start, infinite)
        if not stand_in:
            return after
        # the adjoint of the step itself goes to the heads that it reads, that beside it to samples
        beside = moved(tape.copy(node, ()), tape.copy(self.start, ()), False)
        return tape.copy(after, (after, beside))


class _Losses:
    """Reads expressions on one set of samples; labels are the letters of units and the set's
    name."""

    def __init__(self, scenario: Scenario, samples: str, heads: Mapping[str, int]) -> None:
        self.scenario, self.samples, self.heads = scenario, samples, heads
        self.tape, self.setting = scenario.tape, scenario.setting

    def term(self, expr: Expr) -> Term:
        tape = self.tape
        match expr:
            case Number(value):
                return tape.number(value)
            case Parameter(name):
                return tape.number(self.setting.parameters[name])
            case Size(name):
                return tape.number(self.size(name))
            case Add(args):
                return tape.add([(1.0, self.term(x)) for x in args])
            case Mul(args):
                return self.product([self.term(x) for x in args])
            case Power(base, exponent):
                return self.power(expr, self.term(base), float(exponent))
            case Sum(unit, network, body):
                return tape.total(self.term(body), unit, network)
            case Element(name, unit):
                return Term(self.heads[name], (unit,))
            case Gain(unit):
                learner = self.scenario.model.learner.field
                return Term(tape.input(GAINS, (learner,)), (unit,))
            case Given(name, unit):
                return Term(self.scenario.vector(name), (unit,))
            case LocalField(network, unit, _):
                return Term(self.scenario.fields(network, self.samples), (unit, self.samples))
            case Activated(order, of):
                return tape.activate(order, self.term(of))
            case Apply(function, of):
                return tape.apply(function, 0, self.term(of))
            case Output(network, head, _):
                return self.output(self.scenario.networks[network], self.heads[head])
            case Noise():
                return Term(tape.input((self.samples, NOISE), (self.samples,)), (self.samples,))

    def size(self, name: str) -> float:
        for field, network in self.scenario.networks.items():
            if network.units == name:
                return float(self.tape.sizes[field])
        return float(self.setting.parameters[name])

    def product(self, factors: list[Term]) -> Term:
        labels = set().union(*(factor.labels for factor in factors))
        return self.tape.product(1.0, factors, labels)

    def power(self, expr: Power, base: Term, exponent: float) -> Term:
        value = self.tape.value(base)
        if value is None:
            return self.product([base] * int(exponent))
        try:
            found: Any = value**exponent
        except (ZeroDivisionError, OverflowError):
            found = math.nan
        if isinstance(found, complex) or not math.isfinite(found):
            raise SettingError(
                f"model.{self.setting.model.name}",
                f"{value:g}^{expr.exponent}",
                "this has no value",
            )
        return self.tape.number(found)

    def output(self, network: Network, head: int) -> Term:
        unit = object()
        scale = self.tape.value(self.term(network.scale))
        assert scale is not None
        field = Term(self.scenario.fields(network.field, self.samples), (unit, self.samples))
        factors = [Term(head, (unit,)), self.tape.activate(0, field)]
        return self.tape.product(scale, factors, (self.samples,))

"""A tape compiled for numpy: a list of calls on numbered arrays, in order, each array dropped after
its last use."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np

from .activations import FUNCTIONS, FloatArray
from .tape import Activate, Apply, Copy, Input, Labels, Linear, Node, Product, Tape, Term

Slots = list[Any]
Evaluate = Callable[[Slots], FloatArray]


class Plan:
    """Evaluates the outputs of a tape, and what they need.

    outputs: terms, each with the labels that its array is to have for its last axes, in order;
    where the term lacks a label the axis has length one. inputs: the names of the arrays that `run`
    needs.
    """

    def __init__(self, tape: Tape, outputs: Sequence[tuple[Term, Labels]]) -> None:
        self.tape, self.outputs = tape, list(outputs)
        self._place = {n: source(tape, n) for n in range(len(tape.nodes))}
        #: Of the tape's nodes those that are computed, with their numbers, in order.
        self.needed = needed = self._needed(tape, [term.node for term, _ in outputs])
        self._inputs = [(node.name, n) for n, node in needed if isinstance(node, Input)]
        self.inputs = frozenset(name for name, _ in self._inputs)
        self._slots = len(tape.nodes)
        final = [self._leaf(tape, term.node, term.labels) for term, _ in outputs]
        self._outputs = [_aligned(x, labels) for x, (_, labels) in zip(final, outputs, strict=True)]
        calls = [
            (n, self._evaluation(tape, node)) for n, node in needed if not isinstance(node, Input)
        ]
        last: dict[int, int] = {}  # node -> the last one that reads it
        for n, node in needed:
            last |= dict.fromkeys([self._place[s] for s in operands(node)], n)
        kept = {self._place[term.node] for term, _ in outputs}
        self._calls = []
        for n, call in calls:
            done = [s for s, use in last.items() if use == n and s not in kept]
            self._calls.append((n, call, done))

    def run(self, given: Mapping[Hashable, FloatArray]) -> list[FloatArray]:
        """The outputs, with the batch axes of what they are computed from in front."""
        slots: Slots = [None] * self._slots
        for name, n in self._inputs:
            slots[n] = given[name]
        for n, call, done in self._calls:
            slots[n] = call(slots)
            for old in done:
                slots[old] = None
        return [output(slots) for output in self._outputs]

    def _needed(self, tape: Tape, outputs: Sequence[int]) -> list[tuple[int, Node]]:
        wanted = {self._place[n] for n in outputs}
        for n in range(len(tape.nodes) - 1, -1, -1):
            if n in wanted:
                wanted |= {self._place[s] for s in operands(tape.nodes[n])}
        return [(n, tape.nodes[n]) for n in sorted(wanted)]

    def _leaf(self, tape: Tape, node: int, labels: Labels) -> _Operand:
        place = self._place[node]
        weight = math.prod(tape.sizes[axis] for axis in tape.nodes[node].axes)
        return _Operand(labels, lambda slots: slots[place], False, weight)

    def _evaluation(self, tape: Tape, node: Node) -> Evaluate:
        if isinstance(node, Activate):
            g, place = tape.activations[node.axes[0]].of_order(node.order), self._place[node.of]
            return lambda slots: g(slots[place])
        if isinstance(node, Apply):
            f, of = FUNCTIONS[node.function].of_order(node.order), self._place[node.of]
            return lambda slots: f(slots[of])
        if isinstance(node, Linear):
            leaves = [(c, self._leaf(tape, n, labels)) for c, n, labels in node.terms]
            return _linear(leaves, node.constant, tuple(range(len(node.axes))))
        assert isinstance(node, Product)
        axes: dict[Any, str] = {}
        factors = []
        for n, labels in node.factors:
            axes.update(zip(labels, tape.nodes[n].axes, strict=True))
            factors.append(self._leaf(tape, n, labels))
        return _Contraction(tape, axes, len(node.axes)).evaluation(node.coefficient, factors)


@dataclass(frozen=True)
class _Operand:
    """An array and its labels; fresh: nobody else has it, so that it may be overwritten; weight:
    its size."""

    labels: Labels
    evaluate: Evaluate
    fresh: bool
    weight: float


class _Contraction:
    """The order in which a product of several arrays is taken, pair by pair, the smallest results
    first."""

    def __init__(self, tape: Tape, axes: Mapping[Any, str], kept: int) -> None:
        self.kept = tuple(range(kept))
        self.sizes = {label: tape.sizes[axis] for label, axis in axes.items()}
        self.last = {label: axis in tape.sets for label, axis in axes.items()}

    def evaluation(self, coefficient: float, factors: list[_Operand]) -> Evaluate:
        if not factors:
            number = np.asarray(coefficient)
            return lambda _: number
        if coefficient != 1:
            n = min(range(len(factors)), key=lambda i: factors[i].weight)
            factors[n] = _scaled(coefficient, factors[n])
        factors = [
            self.reduced(x, [*factors[:i], *factors[i + 1 :]]) for i, x in enumerate(factors)
        ]
        while len(factors) > 1:
            pairs = sorted(combinations(range(len(factors)), 2), key=lambda pair: pair[1])
            i, j = min(pairs, key=lambda pair: self.cost(pair, factors))
            rest = [x for n, x in enumerate(factors) if n not in (i, j)]
            factors = [*rest, self.pair(factors[i], factors[j], rest)]
        return _aligned(factors[0], self.kept)

    def needed(self, labels: set[Any], rest: Sequence[_Operand]) -> Labels:
        """Of the labels, those of the result or of other factors; units first."""
        wanted = set(self.kept).union(*(x.labels for x in rest))
        return tuple(sorted(labels & wanted, key=lambda label: (self.last[label], label)))

    def weight(self, labels: Labels) -> float:
        return math.prod(self.sizes[label] for label in labels)

    def cost(self, pair: tuple[int, int], factors: Sequence[_Operand]) -> tuple[float, float]:
        a, b = (factors[n] for n in pair)
        rest = [x for n, x in enumerate(factors) if n not in pair]
        return self.weight(self.needed({*a.labels, *b.labels}, rest)), a.weight + b.weight

    def reduced(self, x: _Operand, rest: Sequence[_Operand]) -> _Operand:
        """Summed over the labels that only this factor has."""
        labels = self.needed(set(x.labels), rest)
        over = tuple(n - len(x.labels) for n, label in enumerate(x.labels) if label not in labels)
        if not over:
            return x
        left = tuple(label for label in x.labels if label in labels)
        evaluate = x.evaluate
        return _Operand(left, lambda slots: evaluate(slots).sum(axis=over), True, self.weight(left))

    def pair(self, a: _Operand, b: _Operand, rest: Sequence[_Operand]) -> _Operand:
        """Two factors in one: elementwise, or summed over what they share and nobody else needs."""
        labels = self.needed({*a.labels, *b.labels}, rest)
        over = (set(a.labels) & set(b.labels)) - set(labels)
        if not over:
            return _Operand(labels, _times(a, b, labels), True, self.weight(labels))
        rows = [label for label in a.labels if label not in over]
        columns = [label for label in b.labels if label not in over]
        apart = not set(rows) & set(columns) and (rows or columns)
        if len(over) == 1 and len(rows) < 2 and len(columns) < 2 and apart:
            return _Operand(
                (*rows, *columns), _matmul(a, b, rows, columns, *over), True, self.weight(labels)
            )
        letters = {label: chr(ord("a") + n) for n, label in enumerate({*a.labels, *b.labels})}
        first, second, result = (
            "..." + "".join(map(letters.__getitem__, side)) for side in (a.labels, b.labels, labels)
        )
        subscripts, left, right = f"{first},{second}->{result}", a.evaluate, b.evaluate
        return _Operand(
            labels,
            lambda slots: np.einsum(subscripts, left(slots), right(slots)),
            True,
            self.weight(labels),
        )


def source(tape: Tape, n: int) -> int:
    """The node whose array a copy has."""
    node = tape.nodes[n]
    while isinstance(node, Copy):
        n = node.of
        node = tape.nodes[n]
    return n


def operands(node: Node) -> tuple[int, ...]:
    """The nodes whose arrays a node is computed from."""
    match node:
        case Product(_, factors, _):
            return tuple(i for i, _ in factors)
        case Linear(terms, _, _):
            return tuple(i for _, i, _ in terms)
        case Activate(_, of, _) | Apply(_, _, of, _):
            return (of,)
    return ()


def _scaled(coefficient: float, x: _Operand) -> _Operand:
    evaluate = x.evaluate
    return _Operand(x.labels, lambda slots: coefficient * evaluate(slots), True, x.weight)


def _aligned(x: _Operand, labels: Labels) -> Evaluate:
    """The array with its axes in the order of `labels`, of length one where it has none."""
    evaluate = x.evaluate
    if x.labels == labels:
        return evaluate
    found = tuple(label for label in labels if label in x.labels)
    index = (Ellipsis, *(slice(None) if label in x.labels else None for label in labels))
    if found == x.labels:
        return lambda slots: evaluate(slots)[index]
    order = [x.labels.index(label) - len(found) for label in found]

    def turned(slots: Slots) -> FloatArray:
        array = evaluate(slots)
        batch = range(array.ndim - len(found))
        return array.transpose(*batch, *(array.ndim + n for n in order))[index]

    return turned


def _times(a: _Operand, b: _Operand, labels: Labels) -> Evaluate:
    """The elementwise product, into an array that nobody else has if one fits."""
    left, right = _aligned(a, labels), _aligned(b, labels)
    first, second = a.fresh and a.labels == labels, b.fresh and b.labels == labels

    def times(slots: Slots) -> FloatArray:
        x, y = left(slots), right(slots)
        if x.shape == y.shape and (first or second):
            return np.multiply(x, y, out=x if first else y)
        return np.multiply(x, y)

    return times


def _matmul(a: _Operand, b: _Operand, rows: list[Any], columns: list[Any], over: Any) -> Evaluate:
    """The sum over one label of two factors with at most one label more each."""
    left, right = _aligned(a, (*rows, over)), _aligned(b, (over, *columns))

    def vector(slots: Slots) -> FloatArray:
        found: FloatArray = (left(slots)[..., None, :] @ right(slots))[..., 0, :]
        return found

    def column(slots: Slots) -> FloatArray:
        found: FloatArray = (left(slots) @ right(slots)[..., None])[..., 0]
        return found

    def matrix(slots: Slots) -> FloatArray:
        found: FloatArray = left(slots) @ right(slots)
        return found

    return (matrix if columns else column) if rows else vector


def _linear(terms: Sequence[tuple[float, _Operand]], constant: float, labels: Labels) -> Evaluate:
    """constant + sum of coefficient * array."""
    # a sum starts best with what needs no factor
    first, *others = sorted(terms, key=lambda term: term[0] != 1)
    start, scale = _aligned(first[1], labels), first[0]
    rest = [(coefficient, _aligned(x, labels)) for coefficient, x in others]

    def linear(slots: Slots) -> FloatArray:
        found = start(slots) if scale == 1 else scale * start(slots)
        for coefficient, evaluate in rest:
            x = evaluate(slots)
            if coefficient == 1:
                found = found + x
            elif coefficient == -1:
                found = found - x
            else:
                found = found + coefficient * x
        return found + constant if constant else found

    return linear

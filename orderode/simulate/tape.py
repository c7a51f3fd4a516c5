"""A tape of array operations, recorded once, whose derivatives are further operations on the same
tape.

A node is an array with named axes (units of a network, samples of a set) behind any batch axes,
which no operation sees. A term is a node with a label for each of its axes, as in index notation:
labels that terms share are one index. Operations are sums of terms, products of terms summed over
some labels, and the activation; each adjoint is made of the same, so that derivatives can be
differentiated again. The order of recording is one of evaluation; operations that are recorded
twice are one node.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from .activations import FUNCTIONS, Activation
from .errors import SettingError

Labels = tuple[Any, ...]


@dataclass(frozen=True)
class Term:
    """A node with labels of its axes; adjoints may lack axes of what they belong to, along which
    they are constant."""

    node: int
    labels: Labels


@dataclass(frozen=True)
class Input:
    """An array given from outside."""

    name: Hashable
    axes: tuple[str, ...]


@dataclass(frozen=True)
class Linear:
    """constant + sum of coefficient * node[labels]; labels 0, 1, ... are the axes of the result."""

    terms: tuple[tuple[float, int, Labels], ...]
    constant: float
    axes: tuple[str, ...]


@dataclass(frozen=True)
class Product:
    """coefficient * product of node[labels]; labels 0, 1, ... are the axes of the result, others
    are summed over."""

    coefficient: float
    factors: tuple[tuple[int, Labels], ...]
    axes: tuple[str, ...]

    @property
    def sums(self) -> bool:
        """Whether there is a sum over a label."""
        return any(max(labels, default=-1) >= len(self.axes) for _, labels in self.factors)


@dataclass(frozen=True)
class Activate:
    """The derivative of this order of the activation, elementwise."""

    order: int
    of: int
    axes: tuple[str, ...]


@dataclass(frozen=True)
class Apply:
    """The derivative of this order of a function of a loss's own, elementwise."""

    function: str
    order: int
    of: int
    axes: tuple[str, ...]


@dataclass(frozen=True)
class Copy:
    """The value of a node, whose adjoint goes to the nodes `to`: none holds it fixed."""

    of: int
    to: tuple[int, ...]
    axes: tuple[str, ...]


Node = Input | Linear | Product | Activate | Apply | Copy


class Tape:
    """sizes: of each axis, by its name; `sets`: the axes that count samples, which come last in
    every node; activations: by the axes that count units."""

    def __init__(
        self,
        sizes: Mapping[str, int],
        sets: Iterable[str],
        activations: Mapping[str, Activation],
    ) -> None:
        self.sizes, self.sets, self.activations = dict(sizes), frozenset(sets), activations
        self.nodes: list[Node] = []
        self._known: dict[Node, int] = {}

    # --- recording

    def input(self, name: Hashable, axes: tuple[str, ...]) -> int:
        """The node of an array given from outside."""
        return self._record(Input(name, axes))

    def number(self, value: float) -> Term:
        """A number, as a product of no factors."""
        return Term(self._record(Product(float(value), (), ())), ())

    def value(self, term: Term) -> float | None:
        """The number that a term is, or None."""
        node = self.nodes[term.node]
        return node.coefficient if isinstance(node, Product) and not node.factors else None

    def product(self, coefficient: float, factors: Sequence[Term], keep: Iterable[Any]) -> Term:
        """coefficient * product of the factors, summed over all their labels but those kept."""
        flat = []
        for term in factors:
            node = self.nodes[term.node]
            if isinstance(node, Product) and not node.sums:
                coefficient *= node.coefficient
                for inner, labels in node.factors:
                    flat.append(Term(inner, tuple(term.labels[n] for n in labels)))
            else:
                flat.append(term)
        if coefficient == 0 or not flat:
            return self.number(coefficient)
        flat.sort(key=lambda term: term.node)
        wanted = set(keep)
        axes = self._axes(flat)
        out = self._ordered({label: axis for label, axis in axes.items() if label in wanted})
        if coefficient == 1 and len(flat) == 1 and len(out) == len(axes):
            return flat[0]
        summed = [label for label in axes if label not in wanted]
        place = {label: n for n, label in enumerate([*out, *summed])}
        made = []
        for term in flat:
            made.append((term.node, tuple(place[label] for label in term.labels)))
        whole = Product(coefficient, tuple(made), tuple(axes[label] for label in out))
        return Term(self._record(whole), out)

    def add(self, terms: Iterable[tuple[float, Term]]) -> Term:
        """The sum of coefficient * term; a term that lacks a label is the same along it."""
        merged: dict[Term, float] = {}
        constant = 0.0
        for coefficient, term in terms:
            scaled = self.product(coefficient, [term], term.labels)
            value, node = self.value(scaled), self.nodes[scaled.node]
            if value is not None:
                constant += value
            elif isinstance(node, Product) and len(node.factors) == 1 and not node.sums:
                inner, labels = node.factors[0]
                key = Term(inner, tuple(scaled.labels[n] for n in labels))
                merged[key] = merged.get(key, 0.0) + node.coefficient
            else:
                merged[scaled] = merged.get(scaled, 0.0) + 1.0
        kept = {term: coefficient for term, coefficient in merged.items() if coefficient != 0}
        if not kept:
            return self.number(constant)
        if len(kept) == 1 and constant == 0:
            ((term, coefficient),) = kept.items()
            return self.product(coefficient, [term], term.labels)
        axes = self._axes(kept)
        out = self._ordered(axes)
        place = {label: n for n, label in enumerate(out)}
        made = []
        for term, coefficient in kept.items():
            made.append((coefficient, term.node, tuple(place[label] for label in term.labels)))
        return Term(self._record(Linear(tuple(made), constant, tuple(axes[n] for n in out))), out)

    def total(self, term: Term, label: Any, axis: str) -> Term:
        """The sum over a label, which counts `axis`."""
        if label in term.labels:
            return self.product(1.0, [term], [other for other in term.labels if other != label])
        return self.product(self.sizes[axis], [term], term.labels)

    def activate(self, order: int, term: Term) -> Term:
        """The derivative of this order of the activation at a term: local fields of a network."""
        network = self.nodes[term.node].axes[0]
        activation = self.activations[network]
        if order and not activation.slope:
            remedy = "its slope is no function of the field: nothing descends through it"
            raise SettingError("activation", f"of the units {network}", remedy)
        constant = activation.constant(order)
        if constant is not None:
            return self.number(constant)
        return Term(
            self._record(Activate(order, term.node, self.nodes[term.node].axes)), term.labels
        )

    def apply(self, function: str, order: int, term: Term) -> Term:
        """The derivative of this order of a function of a loss's own at a term."""
        value = self.value(term)
        if value is not None:
            return self.number(float(FUNCTIONS[function].of_order(order)(np.array(value))))
        node = Apply(function, order, term.node, self.nodes[term.node].axes)
        return Term(self._record(node), term.labels)

    def copy(self, node: int, to: Sequence[int]) -> int:
        """The value of a node, with its adjoint sent to the nodes `to`."""
        return self._record(Copy(node, tuple(to), self.nodes[node].axes))

    def _record(self, node: Node) -> int:
        if node not in self._known:
            self._known[node] = len(self.nodes)
            self.nodes.append(node)
        return self._known[node]

    def _axes(self, terms: Iterable[Term]) -> dict[Any, str]:
        """The axis that each label counts."""
        found: dict[Any, str] = {}
        for term in terms:
            found.update(zip(term.labels, self.nodes[term.node].axes, strict=True))
        return found

    def _ordered(self, axes: Mapping[Any, str]) -> Labels:
        """Labels of units first, of samples last."""
        return tuple(sorted(axes, key=lambda label: axes[label] in self.sets))

    # --- differentiation

    def gradient(self, y: Term, wrt: Sequence[int]) -> list[Term]:
        """d y / d node for a scalar y: terms whose labels are the numbers of the node's axes, from
        0.

        The nodes `wrt` are independent variables, whatever they have been computed from. Only
        adjoints on a way from y to one of them are recorded.
        """
        last = y.node
        reach = set(wrt)
        for n in range(min(wrt), last + 1):
            if any(source in reach for source in _differentiable(self.nodes[n])):
                reach.add(n)
        parts: dict[int, list[tuple[float, Term]]] = {n: [] for n in reach}
        if last in parts:
            parts[last].append((1.0, self.number(1.0)))
        for n in range(last, -1, -1):
            if n in reach and n not in wrt and parts[n]:
                adjoint = self.add(parts[n])
                for source, part in self._pulled(n, adjoint, reach):
                    parts[source].append((1.0, part))
        return [self.add(parts[n]) for n in wrt]

    def _pulled(self, n: int, adjoint: Term, reach: set[int]) -> Iterable[tuple[int, Term]]:
        """What the adjoint of node n adds to those of its operands; labels are numbers of axes."""
        node = self.nodes[n]
        if isinstance(node, Product):
            for position, (source, labels) in enumerate(node.factors):
                if source in reach:
                    others = [
                        Term(*factor) for i, factor in enumerate(node.factors) if i != position
                    ]
                    part = self.product(node.coefficient, [adjoint, *others], labels)
                    yield source, _numbered(part, labels)
        elif isinstance(node, Linear):
            for coefficient, source, labels in node.terms:
                if source in reach:
                    missing = set(range(len(node.axes))) - set(labels) - set(adjoint.labels)
                    for label in missing:
                        coefficient *= self.sizes[node.axes[label]]
                    yield source, _numbered(self.product(coefficient, [adjoint], labels), labels)
        elif isinstance(node, Activate):
            own = tuple(range(len(node.axes)))
            slope = self.activate(node.order + 1, Term(node.of, own))
            yield node.of, self.product(1.0, [adjoint, slope], own)
        elif isinstance(node, Apply):
            own = tuple(range(len(node.axes)))
            slope = self.apply(node.function, node.order + 1, Term(node.of, own))
            yield node.of, self.product(1.0, [adjoint, slope], own)
        elif isinstance(node, Copy):
            for source in node.to:
                if source in reach:
                    yield source, adjoint


def _differentiable(node: Node) -> tuple[int, ...]:
    """The operands that a node's adjoint is sent to."""
    match node:
        case Product(_, factors, _):
            return tuple(i for i, _ in factors)
        case Linear(terms, _, _):
            return tuple(i for _, i, _ in terms)
        case Activate(_, of, _) | Apply(_, _, of, _):
            return (of,)
        case Copy(_, to, _):
            return to
    return ()


def _numbered(term: Term, labels: Labels) -> Term:
    """The term with each of `labels` replaced by its place among them."""
    return Term(term.node, tuple(labels.index(label) for label in term.labels))

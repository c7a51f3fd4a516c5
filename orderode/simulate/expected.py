"""An infinite support set: the mean over its samples is an average over the fields and the noise of
one of them.

What is averaged is expanded into products of head elements and functions of the sample's fields.
The head elements stay; the functions are averaged by quadrature where they are those of two units
at most.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from .activations import Activation, FloatArray
from .errors import SettingError
from .quadrature import BARE, Averages, Function
from .tape import Activate, Apply, Labels, Linear, Product, Tape, Term

Monomial = tuple[float, list[tuple[int, Labels]]]


@dataclass(frozen=True)
class Average:
    """The name of an input of the tape: the average of functions of one unit's field, or of those
    of two units.

    units: for each its network, and the orders of the activation's derivatives at its field.
    """

    units: tuple[tuple[str, tuple[int, ...]], ...]


def expected(tape: Tape, term: Term, samples: str, where: str) -> Term:
    """The term with its sum over the axis `samples` replaced by as many averages; labels stay.

    The averages are inputs of the tape, named `Average`. where: what is averaged, for the message
    of
    the SettingError where a product has functions of three units.
    """
    found = []
    for coefficient, factors in _monomials(tape, term.node, tuple(term.labels)):
        outside: list[Term] = []
        inside: dict[Any, list[int]] = {}
        networks: dict[Any, str] = {}
        noise = 0
        for node, labels in factors:
            if isinstance(tape.nodes[node], Apply):
                remedy = f"{where} has a function of its own, averaged by no rule: use a finite P"
                raise SettingError("P", math.inf, remedy)
            if samples not in tape.nodes[node].axes:
                outside.append(Term(node, labels))
            elif len(labels) == 1:
                noise += 1
            else:
                networks[labels[0]] = tape.nodes[node].axes[0]
                inside.setdefault(labels[0], []).append(_order(tape, node))
        if inside or noise:
            coefficient *= tape.sizes[samples] * _noise_moment(noise)
        if coefficient:
            outside += _average(tape, inside, networks, where)
            found.append((coefficient, tape.product(1.0, outside, term.labels)))
    return tape.add(found)


def averages(
    names: frozenset[Any],
    C: FloatArray,
    networks: Mapping[str, slice],
    activations: Mapping[str, Activation],
) -> dict[Any, FloatArray]:
    """The arrays of those of the names that are averages, at covariances C (..., S, S); units and
    activations by network."""
    rule = Averages(C)
    found = {}
    for name in names:
        if isinstance(name, Average):
            of = [
                (Function(activations[network], orders), networks[network])
                for network, orders in name.units
            ]
            if len(of) == 1:
                found[name] = rule.single(*of[0])
            else:
                (f, rows), (h, columns) = of
                found[name] = rule.pair(f, h, rows, columns)
    return found


def _average(
    tape: Tape, inside: Mapping[Any, list[int]], networks: Mapping[Any, str], where: str
) -> list[Term]:
    """The average as an input: none for no function."""
    if not inside:
        return []
    if len(inside) > 2:
        remedy = (
            f"{where} has a product of functions of {len(inside)} fields, averaged for two only:"
            " use a finite P"
        )
        raise SettingError("P", math.inf, remedy)
    units = {label: (networks[label], tuple(sorted(orders))) for label, orders in inside.items()}
    labels = tuple(sorted(units, key=lambda label: units[label]))
    name = Average(tuple(units[label] for label in labels))
    return [Term(tape.input(name, tuple(networks[label] for label in labels)), labels)]


def _order(tape: Tape, node: int) -> int:
    """The order of the derivative of the activation at a field, BARE for the field itself."""
    found = tape.nodes[node]
    return found.order if isinstance(found, Activate) else BARE


def _noise_moment(n: int) -> int:
    """<zeta^n> of a standard normal."""
    return 0 if n % 2 else math.prod(range(1, n, 2))


def _monomials(tape: Tape, n: int, labels: Labels) -> Iterator[Monomial]:
    """The node at these labels as a sum of coefficient * product of inputs, activations at fields,
    and heads; labels that are summed over are new objects."""
    node = tape.nodes[n]
    if isinstance(node, Linear):
        if node.constant:
            yield node.constant, []
        for coefficient, source, own in node.terms:
            for c, factors in _monomials(tape, source, tuple(labels[i] for i in own)):
                yield coefficient * c, factors
    elif isinstance(node, Product):
        known = dict(enumerate(labels))
        products: list[Monomial] = [(node.coefficient, [])]
        for source, own in node.factors:
            at = tuple(known.setdefault(i, object()) for i in own)
            right = list(_monomials(tape, source, at))
            products = [
                (c * d, [*left, *more]) for (c, left), (d, more) in product(products, right)
            ]
        yield from products
    else:
        yield 1.0, [(n, labels)]

"""Blocks and statements of a program as the lists that templates of loops go through; a printer
says how a language writes expressions, elements and conditions."""

from __future__ import annotations

import math
from typing import Protocol

from sympy import Expr, S

from ..ir.system import Index, Input
from ..lowering.loops.nodeloop import exchanged
from ..lowering.program import Array, Block, Function, Statement
from .common import dimension

__all__ = ["Written", "block", "bounds", "loop", "mirrors"]

#: Mirror images of an element up to which each is written where the element is; more are copied by
#: loops of their own.
LISTED = 24


class Written(Protocol):
    """How a language writes what stands in loops; ``prefix`` is that of the names of functions."""

    prefix: str

    def doprint(self, expr: Expr) -> str: ...

    def reference(self, array: Array | Input, indices: tuple[Index, ...]) -> str:
        """An element of an array."""

    def condition(self, guards: tuple[str, ...]) -> str:
        """That all guards hold; "" of none."""


def block(b: Block, printer: Written, seen: set[str]) -> dict:
    """A block and those in its loop; the first statement of an array, which is not yet ``seen``,
    says what it is."""

    def commented(s: Statement) -> dict:
        statement = _statement(s, printer)
        statement["comment"] = (
            "" if s.target.name in seen else f"{s.target.name}: {s.target.meaning}"
        )
        seen.add(s.target.name)
        return statement

    return {
        "condition": printer.condition(b.guards),
        "repeat": b.repeat,
        "first": b.first,
        "loop": loop(b.loop, None) if b.loop else None,
        "statements": [commented(s) for s in b.statements],
        "inner": [block(x, printer, seen) for x in b.inner],
        "after": [commented(s) for s in b.after],
    }


def bounds(function: Function) -> set[str]:
    """Names of the sizes that loops run to, or that arrays are stored with."""
    ranges = {b.loop.rng for b in (*function.blocks, *function.along) if b.loop}
    for s in function.statements:
        ranges |= {i.rng for i in (*s.indices, *s.sums)}
    return set(map(dimension, ranges))


def loop(index: Index, low: Index | None, *, strict: bool = False) -> dict:
    """From 0, or from another index, to the size of the range."""
    start = "0" if low is None else low.name + " + 1" * strict
    return {"index": index.name, "low": start, "high": dimension(index.rng)}


def mirrors(s: Statement, printer: Written) -> list[str]:
    """The other elements that a symmetric array's element stands for, if they are to be written one
    by one."""
    if _groups(s):
        return []
    orders = exchanged(s.indices, (*s.triangle, *s.apart, *s.images))
    return [printer.reference(s.target, order) for order in orders[1:]]


def _statement(s: Statement, printer: Written) -> dict:
    loops = []
    half = s.starts
    apart = {s.indices[b] for _, b in s.apart}
    for index in s.looped:
        loops.append(loop(index, half.get(index), strict=index in apart))
    halved = dict((b, a) for a, b in s.halved)
    sums = [loop(index, halved.get(index)) for index in s.sums]
    weight = " * ".join(f"({b.name} > {a.name} ? 2.0 : 1.0)" for a, b in s.halved)
    return {
        "loops": loops,
        "sums": sums,
        "weight": weight,
        "target": printer.reference(s.target, s.indices),
        "assign": "+=" if s.accumulate else "=",
        "factor": "" if s.factor == S.One else printer.doprint(s.factor),
        "value": printer.doprint(s.body),
        "mirrors": [] if s.target.packed or not s.mirrored else mirrors(s, printer),
        "stages": [] if s.target.packed or not s.mirrored else _stages(s, printer),
        "only_mirrors": s.only_mirrors,
        "factor_of": s.factor_of,
        "along": s.along,
        "name": s.target.name,
        "rows": dimension(s.target.ranges[0]) if s.factor_of else "",
        "prefix": printer.prefix,
    }


def _groups(s: Statement) -> list[list[int]]:
    """The positions that are exchanged with one another, if the mirror images are to be copied by
    loops."""
    groups: list[list[int]] = []
    for a, b in s.triangle:
        if groups and groups[-1][-1] == a:
            groups[-1].append(b)
        else:
            groups.append([a, b])
    for group in groups:
        if len({s.indices[p].rng for p in group}) > 1:
            return []
    many = math.prod(math.factorial(len(g)) for g in groups) > LISTED
    return groups if many and not s.images and not s.apart else []


def _stages(s: Statement, printer: Written) -> list[dict]:
    """Loops that copy the mirror images, index after index: x[..c..b..] = x[..b..c..] for each b in
    front of c, where those in front are in any order and none above c, and those behind c in
    theirs: n(n - 1)/2 copies for n! images."""
    found = []
    starts = s.starts
    for group in _groups(s):
        for place in range(1, len(group)):
            last, before = s.indices[group[place]], [s.indices[p] for p in group[:place]]
            starts = {i: low for i, low in starts.items() if i not in (*before, last)}
            others = [i for i in s.indices if i not in before]
            loops = [loop(i, starts.get(i)) for i in others]
            loops += [{"index": i.name, "low": "0", "high": f"{last.name} + 1"} for i in before]
            orders = [_swapped(s.indices, p, group[place]) for p in group[:place]]
            images = [printer.reference(s.target, order) for order in orders]
            found.append({"loops": loops, "mirrors": images})
    return found


def _swapped(indices: tuple[Index, ...], a: int, b: int) -> tuple[Index, ...]:
    order = list(indices)
    order[a], order[b] = order[b], order[a]
    return tuple(order)

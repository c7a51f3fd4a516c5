"""Arrays whose values do not depend on one of their indices.

By itself such a value has the length 1 there, or is a number: a_ij = c_j   ->   a = c[None].  That
saves memory, and einsum broadcasts it.  It does not broadcast where an array is read in parts or on
a diagonal, takes one element for all of a sum, and a result has its full shape.
"""

from __future__ import annotations

from sympy import KroneckerDelta

from ...ir.elements import elements
from ...ir.roles import Default
from ...ir.system import Range
from ...lowering.program import Function, Program, Statement

__all__ = ["filled"]

#: Name of an array -> the positions of its indices at which it has the length 1.
Narrow = dict[str, frozenset[int]]


def filled(function: Function, program: Program) -> frozenset[str]:
    """Names of the arrays that have to be filled to their full shape."""
    narrow: Narrow = {}
    found: set[str] = set()
    for s in function.statements:
        name, places = s.target.name, _narrow_places(s, narrow)
        if s.accumulate:
            narrow[name] = narrow.get(name, frozenset()) & places
        elif places and not _counts_nodes(s, program) and _needs_all(s, places, function):
            found.add(name)
        else:
            narrow[name] = places
    return frozenset(found)


def _narrow_places(s: Statement, narrow: Narrow) -> frozenset[int]:
    """The positions of indices that no element of the value depends on."""
    value = s.body * s.factor
    if value.is_number:
        return frozenset()  # which is written as a full array
    there = set().union(*(delta.args for delta in value.atoms(KroneckerDelta)))
    for e in elements(value):
        thin = narrow.get(e.base.name, frozenset())
        there |= {i for place, i in enumerate(e.indices) if place not in thin}
    return frozenset(place for place, i in enumerate(s.indices) if i not in there)


def _needs_all(s: Statement, places: frozenset[int], function: Function) -> bool:
    """Whether it is a number, a result, or read in parts, on a diagonal or in a sum there."""
    name = s.target.name
    if len(places) == len(s.indices) or name in {output.name for output in function.outputs}:
        return True
    for reader in function.statements:
        for e in elements(reader.body * reader.factor):
            if e.base.name != name:
                continue
            at = [e.indices[p] for p in places]
            in_part = any(i.rng != s.target.ranges[p] for i, p in zip(at, places, strict=True))
            if in_part or set(at) & set(reader.sums) or len(set(e.indices)) < len(e.indices):
                return True
    return False


def _counts_nodes(s: Statement, program: Program) -> bool:
    """Whether an index counts the nodes of a rule, whose number the module has no name for."""
    nodes = set[Range]()
    for x in program.inputs:
        if x.default is Default.RULE:
            nodes |= {r for r in x.ranges if len(r.parts) == 1}
    return any(i.rng in nodes for i in s.indices)

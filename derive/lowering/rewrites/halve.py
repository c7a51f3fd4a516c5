"""Of a table that all readers read in the order of two indices only that half is computed.

for all i, j: a_ij = b_ij   ->   for i <= j: a_ij = b_ij,   where a_ij is read at i <= j only
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, islice

from ...ir.elements import elements
from ..program import Block, Statement

__all__ = ["halve"]


def halve(blocks: Sequence[Block], outputs: Sequence[str]) -> tuple[Block, ...]:
    """Statements with the pairs of positions whose upper half alone is read."""
    statements: list[Statement] = []
    others: list[Statement] = []
    for block in blocks:
        statements += block.statements
        others += block.looped
    for name in reversed(list(dict.fromkeys(s.target.name for s in statements))):
        if name in outputs:
            continue
        array = next(s.target for s in statements if s.target.name == name)
        half = []
        for a, b in combinations(range(len(array.ranges)), 2):
            alike = array.ranges[a] == array.ranges[b]
            stored = any({a, b} <= set(group) for group in array.symmetric)  # the half alone
            if alike and not stored and _always_ordered(name, (a, b), (*statements, *others)):
                half.append((a, b))
        for place, s in enumerate(statements):
            if s.target.name == name:
                statements[place] = replace(s, half=tuple(half))
    rest = iter(statements)
    return tuple(replace(b, statements=tuple(islice(rest, len(b.statements)))) for b in blocks)


def _always_ordered(name: str, pair: tuple[int, int], statements: Sequence[Statement]) -> bool:
    a, b = pair
    found = False
    for s in (s for s in statements if not s.only_mirrors):
        ordered = {(s.indices[p], s.indices[q]) for p, q in (*s.triangle, *s.half)} | set(s.halved)
        for e in elements(s.body * s.factor):
            if e.base.name == name:
                found = True
                first, second = e.indices[a], e.indices[b]
                if first != second and (first, second) not in ordered:
                    return False
    return found

"""Of a table that all readers read in the order of two indices only that half is computed.

for all i, j: a_ij = b_ij   ->   for i <= j: a_ij = b_ij,   where a_ij is read at i <= j only
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from sympy.tensor.indexed import Indexed

from ..program import Block, Statement

__all__ = ["halve"]


def halve(blocks: Sequence[Block], outputs: Sequence[str]) -> tuple[Block, ...]:
    """Statements with the pairs of positions whose upper half alone is read."""
    statements = [s for b in blocks for s in b.statements]
    others = [s for b in blocks for s in (*(s for x in b.inner for s in x.statements), *b.after)]
    for name in reversed(list(dict.fromkeys(s.target.name for s in statements))):
        if name in outputs:
            continue
        array = next(s.target for s in statements if s.target.name == name)
        half = tuple(
            (a, b)
            for a, b in combinations(range(len(array.ranges)), 2)
            if array.ranges[a] == array.ranges[b]
            and not any(a in g and b in g for g in array.symmetric)
            and _always_ordered(name, (a, b), (*statements, *others))
        )
        statements = [replace(s, half=half) if s.target.name == name else s for s in statements]
    rest = iter(statements)
    return tuple(replace(b, statements=tuple(next(rest) for _ in b.statements)) for b in blocks)


def _always_ordered(name: str, pair: tuple[int, int], statements: Sequence[Statement]) -> bool:
    a, b = pair
    found = False
    for s in (s for s in statements if not s.only_mirrors):
        ordered = {(s.indices[p], s.indices[q]) for p, q in (*s.triangle, *s.half)} | set(s.halved)
        for e in (s.body * s.factor).atoms(Indexed):
            if str(e.base) == name:
                found = True
                first, second = e.indices[a], e.indices[b]
                if first != second and (first, second) not in ordered:
                    return False
    return found

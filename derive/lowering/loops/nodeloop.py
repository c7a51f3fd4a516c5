"""Arrays over the nodes of a rule are not stored: one loop makes a node's elements and adds them to
the sums."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from sympy import Expr, IndexedBase, S, Symbol
from sympy.tensor.indexed import Indexed

from ...ir.printing import text
from ...ir.system import Index, Range
from ..program import Array, Block, Statement

__all__ = ["exchanged", "stream"]


def exchanged(items: tuple, pairs: Sequence[tuple[int, int]]) -> list[tuple]:
    """All arrangements of ``items`` that exchanges of these positions lead to, the given one
    first."""
    # by the numbers of the items, which cost less to compare
    arrangements = _exchanged(tuple(map(items.index, items)), tuple(pairs))
    return [tuple(map(items.__getitem__, arrangement)) for arrangement in arrangements]


@cache
def _exchanged(
    places: tuple[int, ...], pairs: tuple[tuple[int, int], ...]
) -> list[tuple[int, ...]]:
    found = [places]
    seen = set(found)
    for arrangement in found:
        for a, b in pairs:
            swapped = list(arrangement)
            swapped[a], swapped[b] = swapped[b], swapped[a]
            if tuple(swapped) not in seen:
                seen.add(tuple(swapped))
                found.append(tuple(swapped))
    return found


def stream(blocks: list[Block], names: set[str]) -> list[Block]:
    """x_ti = f_ti for all t;  a_i = sum_t w_t x_ti   ->   a_i = 0;  for each t: x_i = f_ti, a_i +=
    w_t x_i

    The statements of arrays ``names``, which have the node as first index, and sums over nodes, as
    one loop.

    It stands where the first such sum stood: arrays over nodes depend on nothing later, sums over
    them on nothing else.
    """
    node = _node(blocks, names)
    over = [b for b in blocks if _has(node, b, lambda s: (*s.indices, *s.sums))]
    sums = [b for b in over if _has(node, b, lambda s: s.sums)]
    common = set.intersection(*(set(b.guards) for b in over))
    before, inner, after = [], [], []
    mirrored: set[str] = set()
    started: set[str] = set()
    for b in over:
        made = []
        for s in b.statements:
            if node not in s.sums:
                made.append(_one_node(s, node, names))
                continue
            added = replace(
                _one_node(s, node, names), sums=(), halved=(), accumulate=True, mirrored=False
            )
            made.append(added)
            if s.target.name not in started:
                started.add(s.target.name)
                before.append(
                    replace(
                        s,
                        body=S.Zero,
                        factor=S.One,
                        sums=(),
                        halved=(),
                        mirrored=False,
                        accumulate=False,
                    )
                )
            if s.triangle and s.mirrored and s.target.name not in mirrored:
                mirrored.add(s.target.name)
                whole = IndexedBase(s.target.name)[s.indices]
                after.append(
                    replace(
                        s,
                        body=whole,
                        factor=S.One,
                        sums=(),
                        halved=(),
                        only_mirrors=True,
                        accumulate=False,
                    )
                )
        inner.append(Block(tuple(g for g in b.guards if g not in common), "", tuple(made)))
    loop = Block(tuple(sorted(common)), "", tuple(before), node, tuple(inner), tuple(after))
    found = []
    for b in blocks:
        if sums and b is sums[0]:
            found.append(loop)
        elif b not in over:
            more = tuple(
                replace(s, accumulate=s.accumulate or s.target.name in started)
                for s in b.statements
            )
            found.append(replace(b, statements=more))
    return found


def _node(blocks: list[Block], names: set[str]) -> Index:
    """The first index of all arrays ``names``."""
    found: set[Index] = set()
    for block in blocks:
        found |= {s.indices[0] for s in block.statements if s.target.name in names}
    (node,) = found
    return node


def _has(index: Index, block: Block, where: Callable[[Statement], tuple[Index, ...]]) -> bool:
    """Whether the index is there in any statement."""
    return any(index in where(s) for s in block.statements)


def _one_node(s: Statement, node: Index, names: set[str]) -> Statement:
    """A statement for the node at hand: arrays over nodes lose their first index."""

    def here(e: Expr) -> Expr:
        at = {
            x: IndexedBase(x.base.name)[x.indices[1:]]
            if len(x.indices) > 1
            else Symbol(x.base.name)
            for x in _of(e, names)
        }
        return e.xreplace(at)

    target = s.target
    indices = s.indices
    if target.name in names:
        target, indices = _without_nodes(target), s.indices[1:]
    triangle = tuple((a - 1, b - 1) for a, b in s.triangle) if target.name in names else s.triangle
    return replace(
        s,
        target=target,
        indices=indices,
        body=here(s.body),
        factor=here(s.factor),
        triangle=triangle,
    )


def _of(e: Expr, names: set[str]) -> list[Indexed]:
    return sorted((x for x in e.atoms(Indexed) if x.base.name in names), key=text)


def _without_nodes(array: Array) -> Array:
    ranges: tuple[Range, ...] = array.ranges[1:]
    return replace(array, ranges=ranges)

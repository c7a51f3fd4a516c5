"""Blocks of elements are computed only where something reads them, and mirror images set.

a_kn = b_kn; a_nk = a_kn   ->   a_kn = b_kn;  if g: a_nk = a_kn,   where a_nk is read with g alone
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sympy import Expr, IndexedBase, S

from ..ir.elements import elements
from ..ir.system import Index
from .loops.nodeloop import exchanged
from .program import Block, Statement

__all__ = ["unread"]

Pairs = frozenset[tuple[Expr, Expr]]
#: Where elements are not read at all.
NEVER = None


@dataclass(frozen=True)
class _Read:
    """Elements of an array with these indices, of which ``ordered`` pairs (i, j) run over i <= j,
    are read where all ``guards`` hold."""

    indices: tuple[Expr, ...]
    ordered: Pairs
    guards: frozenset[str]


def unread(
    blocks: Sequence[Block], outputs: Iterable[str], along: Sequence[Block] = ()
) -> tuple[Block, ...]:
    """Blocks with guards of those that read them; what is made in a loop of steps or over nodes
    stays, and what blocks ``along`` read is needed."""
    whole = set(outputs)
    first: dict[tuple, tuple[str, ...]] = {}
    for b in (*blocks, *along):
        for s in (*b.statements, *b.looped):
            first.setdefault((s.target.name, s.indices), b.guards)
            whole |= {s.factor_of, s.along}
            if b.repeat or b.loop or s.only_mirrors:
                whole.add(s.target.name)
    reads: dict[str, list[_Read]] = {}
    _collect_all(along, reads)
    found: list[Block] = []
    seen: set[tuple] = set()
    for b in reversed(blocks):
        made = [b]
        if len(b.statements) == 1:
            (s,) = b.statements
            key = s.target.name, s.indices
            if s.target.name not in whole:
                made = _made(b, reads.get(s.target.name, ()), first[key], key not in seen)
            seen.add(key)
        found += reversed(made)
        _collect_all(made, reads)
    return tuple(reversed(found))


def _collect_all(blocks: Iterable[Block], reads: dict[str, list[_Read]]) -> None:
    for b in blocks:
        _collect((*b.statements, *b.after), b.guards, reads)
        for part in b.inner:
            _collect(part.statements, (*b.guards, *part.guards), reads)


def _collect(
    statements: Iterable[Statement], guards: Iterable[str], reads: dict[str, list[_Read]]
) -> None:
    """What statements with these guards read of arrays; copies to mirror images read their own."""
    for s in statements:
        if s.only_mirrors:
            continue
        pairs = ((s.indices[p], s.indices[q]) for p, q in (*s.triangle, *s.apart))
        ordered: Pairs = frozenset((*pairs, *s.halved))
        for e in elements(s.body * s.factor):
            read = _Read(tuple(e.indices), ordered, frozenset(guards))
            reads.setdefault(e.base.name, []).append(read)


def _made(b: Block, reads: Sequence[_Read], first: tuple[str, ...], last: bool) -> list[Block]:
    """The block as it is needed, and behind the ``last`` of those that add to the same elements
    the copies to mirror images."""
    (s,) = b.statements
    own = _where(s, s.indices, reads)
    images = exchanged(s.indices, (*s.triangle, *s.apart, *s.images))[1:]
    if s.target.packed or not s.mirrored or len(images) != 1 or s.images or s.apart:
        there = [_where(s, i, reads) for i in images]
        own = _either(own, *there)
        return [b if own is NEVER else replace(b, guards=_with(b.guards, own))]
    (image,) = images
    copied = _where(s, image, reads)
    needed = _either(own, copied)
    if needed is NEVER:
        return [b]
    b = replace(b, guards=_with(b.guards, needed))
    if copied == needed:
        return [b]
    made = [replace(b, statements=(replace(s, mirrored=False),))]
    if last and copied is not NEVER:
        itself = IndexedBase(s.target.name)[s.indices]
        copy = replace(
            s, body=itself, factor=S.One, sums=(), halved=(), accumulate=False, only_mirrors=True
        )
        made.append(Block(_with(first, copied), "", (copy,)))
    return made


def _with(guards: tuple[str, ...], more: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted({*guards, *more}))


def _either(*where: frozenset[str] | None) -> frozenset[str] | None:
    """What holds wherever one of these does."""
    there = [w for w in where if w is not NEVER]
    return frozenset.intersection(*there) if there else NEVER


def _where(
    s: Statement, element: tuple[Index, ...], reads: Sequence[_Read]
) -> frozenset[str] | None:
    """What holds wherever elements of a statement, or their images, with indices in this order are
    read."""
    below = frozenset((s.indices[p], s.indices[q]) for p, q in s.triangle)
    image = element != s.indices
    return _either(*(r.guards for r in reads if _is_read(element, below, image, r)))


def _is_read(element: tuple[Index, ...], below: Pairs, image: bool, read: _Read) -> bool:
    """Whether a_xy with x <= y for the pairs ``below`` is read; of an image, one that is not its
    own."""
    for x, i in zip(element, read.indices, strict=True):
        if isinstance(i, Index) and not set(x.rng.parts) & set(i.rng.parts):
            return False
    for x, i in zip(element, read.indices, strict=True):
        for y, j in zip(element, read.indices, strict=True):
            if x == y or not ((i, j) in read.ordered or i == j):
                continue
            if (y, x) in below and (image or i != j):
                return False  # they are equal at most
            if isinstance(i, Index) and isinstance(j, Index) and not _in_order(x, y, i, j):
                return False
    return True


def _in_order(x: Index, y: Index, i: Index, j: Index) -> bool:
    """Whether x <= y, or with i = j the two equal, for some units of fields that are stacked."""
    if i == j:
        return bool(set(x.rng.parts) & set(y.rng.parts))
    stacked = max(i.rng.parts, j.rng.parts, key=len)
    if not {*x.rng.parts, *y.rng.parts} <= set(stacked):
        return True
    return min(map(stacked.index, x.rng.parts)) <= max(map(stacked.index, y.rng.parts))

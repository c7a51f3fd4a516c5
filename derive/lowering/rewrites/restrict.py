"""Of a symmetric table over all fields only what is read: where some indices are always of the
first network, that.

a_ij for all fields i, j   ->   a_kj for units k and fields j,   where only a_kj and its mirror
                           image a_jk are read
"""

from __future__ import annotations

from dataclasses import replace

from ...ir.elements import elements
from ...ir.system import Definition, Index, Piece, Range

__all__ = ["restrict"]


def restrict(definitions: tuple[Definition, ...]) -> tuple[Definition, ...]:
    """Symmetric tables over all fields with one piece: those of which some indices are only read at
    units of the first network have that in these places."""
    return tuple(_restricted(d, definitions) for d in definitions)


def _restricted(d: Definition, definitions: tuple[Definition, ...]) -> Definition:
    whole = tuple(range(len(d.ranges)))
    if (
        len(whole) < 2
        or d.symmetric != (whole,)
        or len(d.pieces) != 1
        or d.update
        or d.role.is_result
    ):
        return d
    rng = d.piece.indices[0].rng
    if {i.rng for i in d.piece.indices} != {rng} or len(rng.parts) == 1:
        return d
    first = _first_range(rng, definitions)
    within = []  # how many indices of each reference to it are of the first range
    for reader in definitions:
        for p in (*reader.pieces, *reader.update):
            for e in elements(p.expression):
                if e.base.name == d.name:
                    within.append([x.rng for x in e.indices].count(first))
    least = min(within, default=0)
    if first is None or least == 0:
        return d
    taken = {x.name for x in d.piece.expression.free_symbols if isinstance(x, Index)}
    letters = [x for x in "klab" if x not in taken]
    to = {i: Index(x, first) for i, x in zip(d.piece.indices[:least], letters, strict=False)}
    indices = tuple(to.get(i, i) for i in d.piece.indices)
    return replace(d, pieces=(Piece(indices, d.piece.expression.xreplace(to)),))


def _first_range(stacked: Range, definitions: tuple[Definition, ...]) -> Range | None:
    """The range of the first network alone, if any definition has it."""
    for d in definitions:
        for rng in d.ranges:
            if rng.parts == stacked.parts[:1]:
                return rng
    return None

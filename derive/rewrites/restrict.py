"""Of a symmetric table over all fields only the rows that are read: those of the first network, if others are not."""

from __future__ import annotations

from dataclasses import replace

from sympy.tensor.indexed import Indexed

from ..system import Definition, Index, Piece, Range

__all__ = ["restrict"]


def restrict(definitions: tuple[Definition, ...]) -> tuple[Definition, ...]:
    return tuple(_restricted(d, definitions) for d in definitions)


def _restricted(d: Definition, definitions: tuple[Definition, ...]) -> Definition:
    if d.symmetric != ((0, 1),) or len(d.ranges) != 2 or len(d.pieces) != 1 or d.update or d.kind == "output":
        return d
    i, j = d.piece.indices
    if i.rng != j.rng or len(i.rng.parts) == 1:
        return d
    first = _first_range(i.rng, definitions)
    reads = [
        e
        for reader in definitions
        for p in (*reader.pieces, *reader.update)
        for e in p.expression.atoms(Indexed)
        if str(e.base) == d.name
    ]
    if first is None or not all(any(x.rng == first for x in e.indices) for e in reads):
        return d
    taken = {x.name for x in d.piece.expression.free_symbols if isinstance(x, Index)}
    row = Index(next(x for x in "klab" if x not in taken), first)
    return replace(d, pieces=(Piece((row, j), d.piece.expression.xreplace({i: row})),))


def _first_range(stacked: Range, definitions: tuple[Definition, ...]) -> Range | None:
    """The range of the first network alone, if any definition has it."""
    found = (r for d in definitions for r in d.ranges if r.parts == stacked.parts[:1])
    return next(found, None)

"""Sums over several indices as products of matrices: sum_mp a_m b_lp c_mp = sum_m a_m (sum_p b_lp c_mp)."""

from __future__ import annotations

from dataclasses import replace

from sympy import Expr, IndexedBase, Mul, Sum

from ..system import Definition, Index, Piece, free_indices

__all__ = ["factor"]

#: A table of a partial sum has this many dimensions at most; more would be storage of the size of the work.
DIMENSIONS = 2


def factor(definitions: tuple[Definition, ...]) -> tuple[Definition, ...]:
    """Partial sums of products become tables where that lowers the number of nested loops."""
    found: list[Definition] = []
    known: dict[tuple[Expr, tuple[Index, ...]], str] = {}
    for d in definitions:
        made: list[Definition] = []
        pieces = tuple(replace(p, expression=_factored(p, known, made)) for p in d.pieces) if not d.update else d.pieces
        found += [*made, replace(d, pieces=pieces)]
    return tuple(found)


def _factored(piece: Piece, known: dict[tuple[Expr, tuple[Index, ...]], str], made: list[Definition]) -> Expr:
    sums = sorted(piece.expression.atoms(Sum), key=str)
    return piece.expression.xreplace({s: _split(s, piece.indices, known, made) for s in sums})


def _split(
    s: Sum, outer: tuple[Index, ...], known: dict[tuple[Expr, tuple[Index, ...]], str], made: list[Definition]
) -> Sum:
    bound = [i for i, _, _ in s.limits]
    factors = Mul.make_args(s.function)
    loops = len({*outer, *bound})
    best: tuple[int, Index, tuple[Index, ...]] | None = None
    for b in bound if len(bound) > 1 else ():
        inner = Mul(*(f for f in factors if b in f.free_symbols))
        others = tuple(i for i in free_indices(inner) if i != b)
        lower = len(others) + 1 < loops and len(others) <= DIMENSIONS
        if lower and (best is None or len(others) < best[0]):
            best = (len(others), b, others)
    if best is None:
        return s
    _, b, others = best
    inner = Mul(*(f for f in factors if b in f.free_symbols))
    rest = Mul(*(f for f in factors if b not in f.free_symbols))
    table = Sum(inner, (b, 1, b.rng.size))
    key = (table, others)
    if key not in known:
        known[key] = f"s{len(known)}"
        ranges = tuple(i.rng for i in others)
        made.append(Definition(known[key], "moment", f"partial sum {table}", ranges, (Piece(others, table),), ""))
    reduced = Sum(rest * IndexedBase(known[key])[others], *((i, 1, i.rng.size) for i in bound if i != b))
    return _split(reduced, outer, known, made)

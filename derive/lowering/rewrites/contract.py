"""Arrays that are constants, deltas or other arrays, block by block, are written into what reads
them.

L = (H, -delta),  G_ij = sum_mp L_im L_jp cov_mp   ->   G_kl = sum_mp H_km H_lp cov_mp,  G_kn =
-sum_m H_km cov_mn, ...
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from sympy import Expr, KroneckerDelta, Mul, Sum
from sympy.tensor.indexed import Indexed

from ...ir.deltas import contract as without_deltas
from ...ir.system import Definition, Index, Piece, Range

__all__ = ["contract"]

#: Letters for new indices: of the first part of a stacked range, of the second, and of renamed
#: sums.
LETTERS = ("kl", "nm")
BOUND = "pqrsab"


def contract(definitions: tuple[Definition, ...]) -> tuple[Definition, ...]:
    """Moments of the task, split into blocks where that resolves an array, sums over deltas carried
    out."""
    plain = {d.name: d for d in definitions if _is_plain(d)}
    return tuple(_split(d, plain) if d.role.of_task and not d.update else d for d in definitions)


def _is_plain(d: Definition) -> bool:
    return not d.update and len(d.pieces) > 1 and all(_is_simple(p.expression) for p in d.pieces)


def _is_simple(e: Expr) -> bool:
    rest = [f for f in Mul.make_args(e) if not f.is_number]
    return len(rest) <= 1 and all(isinstance(f, Indexed | KroneckerDelta) for f in rest)


def _split(d: Definition, plain: dict[str, Definition]) -> Definition:
    pieces: list[Piece] = []
    for piece in d.pieces:
        stacked = {
            i: parts
            for i in piece.indices
            if len(i.rng.parts) > 1 and (parts := _parts(piece.expression, i, plain))
        }
        if not stacked:
            pieces.append(piece)
            continue
        for chosen in product(*stacked.values()):
            indices = _named(piece.indices, dict(zip(stacked, chosen, strict=True)))
            to = {i: j for i, j in zip(piece.indices, indices, strict=True) if i != j}
            expression = _resolved(_renamed(piece.expression, to), plain)
            pieces.append(Piece(indices, expression))
    return replace(d, pieces=tuple(pieces))


def _parts(e: Expr, index: Index, plain: dict[str, Definition]) -> tuple[Range, ...]:
    """The ranges of the blocks that ``index`` distinguishes in the plain arrays of ``e``, in
    order."""
    found: dict[Range, None] = {}
    for reference in e.atoms(Indexed):
        d = plain.get(reference.base.name)
        for place, i in enumerate(reference.indices if d else ()):
            if i == index and d:
                found |= dict.fromkeys(p.indices[place].rng for p in d.pieces)
    return tuple(sorted(found, key=lambda r: index.rng.parts.index(r.parts[0])))


def _named(indices: tuple[Index, ...], ranges: dict[Index, Range]) -> tuple[Index, ...]:
    """The piece's indices with those in ``ranges`` replaced by letters of their block."""
    taken = {i.name for i in indices if i not in ranges}
    made = []
    for i in indices:
        if i in ranges:
            letters = LETTERS[i.rng.parts.index(ranges[i].parts[0])]
            name = next(x for x in letters if x not in taken)
            taken.add(name)
            made.append(Index(name, ranges[i]))
        else:
            made.append(i)
    return tuple(made)


def _renamed(e: Expr, to: dict[Index, Index]) -> Expr:
    """``e`` with free indices replaced, after the sums inside have got letters that are not in
    use."""
    taken = {i.name for i in to.values()} | {x.name for x in e.free_symbols if isinstance(x, Index)}
    sums = {}
    for s in e.atoms(Sum):
        bound: dict[Index, Index] = {}
        for i, _, _ in s.limits:
            used = taken | {b.name for b in bound.values()}
            bound[i] = Index(next(x for x in BOUND if x not in used), i.rng)
        sums[s] = Sum(
            s.function.xreplace(bound), *((bound[i], low, high) for i, low, high in s.limits)
        )
    return e.xreplace(sums).xreplace(to)


def _resolved(e: Expr, plain: dict[str, Definition]) -> Expr:
    """References to blocks of plain arrays written out, and sums over deltas carried out."""
    at = {}
    for reference in e.atoms(Indexed):
        d = plain.get(reference.base.name)
        for piece in d.pieces if d else ():
            if all(i.rng == j.rng for i, j in zip(reference.indices, piece.indices, strict=True)):
                at[reference] = piece.expression.xreplace(
                    dict(zip(piece.indices, reference.indices, strict=True))
                )
    return without_deltas(e.xreplace(at))

"""Definitions -> statements: which elements of an array are computed, by which sums, and what stands for its images."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

from sympy import Add, Expr, IndexedBase, S, Sum
from sympy.tensor.indexed import Indexed

from ..ir.system import Definition, Index, Piece, Range, System
from ..ir.terms import split_sum, terms_of
from . import rewrites
from .guards import Guards, term_guard
from .loops.nodeloop import exchanged
from .program import Array, Block, Statement

__all__ = ["blocks_of"]


def blocks_of(
    d: Definition,
    array: Array,
    symmetric: dict[str, tuple[tuple[int, ...], ...]],
    guards: Guards,
    system: System,
    peeled: bool,
    fuse: bool,
) -> list[Block]:
    """The statements of one definition: its blocks of elements, then the loop that updates it."""
    found: list[Block] = []
    seen: list[tuple[Range, ...]] = []
    for piece in d.pieces:
        ranges = tuple(i.rng for i in piece.indices)
        if any(image in seen for image in exchanged(ranges, _pairs(d.symmetric)) if image != ranges):
            continue  # the mirror image of a block that is there already
        seen.append(ranges)
        written = _statements(d, piece, array, symmetric, guards, system)
        for guard, statement in _mirrored_once(written) if fuse else written:
            found.append(Block(guard, "", (statement,)))
    if d.update:
        (update,) = d.update
        after = replace(array, name=d.name + "_next", meaning=f"{d.name} after one more step")
        copy = Statement(array, update.indices, IndexedBase(after.name)[update.indices], S.One, ends_step=True)
        first = rewrites.peel(d) if peeled else ()
        for step, piece in enumerate((*first, update)):
            made = [s for _, s in _statements(d, piece, after, symmetric, guards, system)]
            once = step < len(first)
            found.append(Block(tuple(sorted(guards[d.name])), d.repeat, (*made, copy), first=step, once=once))
    return found


def _statements(
    d: Definition,
    piece: Piece,
    array: Array,
    symmetric: dict[str, tuple[tuple[int, ...], ...]],
    guards: Guards,
    system: System,
) -> list[tuple[tuple[str, ...], Statement]]:
    """A statement for the summands without a sum, and one for each sum; guarded ones last."""
    if d.role.factorises:
        matrix = str(piece.expression.base)
        whole = Statement(array, piece.indices, piece.expression, S.One, factor_of=matrix, along=d.along)
        return [(tuple(sorted(guards[d.name])), whole)]
    plain: dict[frozenset[str], list[Expr]] = {}
    entries: list[tuple[frozenset[str], Expr]] = []
    for term in terms_of(piece.expression):
        guard = guards[d.name] | term_guard(term, guards, system)
        if term.has(Sum):
            entries.append((guard, term))
        else:
            plain.setdefault(guard, []).append(term)
    entries = [*((guard, Add(*members)) for guard, members in plain.items()), *entries]
    entries.sort(key=lambda entry: (len(entry[0]), sorted(entry[0]), entry[1].has(Sum)))
    found: list[tuple[tuple[str, ...], Statement]] = []
    for guard, term in entries:
        factor, body, sums = split_sum(term)
        order = (*piece.indices, *sums)
        body, factor = (_canonical(e, order, symmetric) for e in (body, factor))
        statement = Statement(
            array,
            piece.indices,
            body,
            factor,
            sums,
            **_elements(d, piece),
            halved=_halved(body, sums, order, symmetric),
            accumulate=bool(found),
        )
        found.append((tuple(sorted(guard)), statement))
    if found and set(found[0][0]) != guards[d.name]:
        raise ValueError(f"{d.name} has only terms that may be left out, and not all together")
    return found


def _mirrored_once(
    found: list[tuple[tuple[str, ...], Statement]],
) -> list[tuple[tuple[str, ...], Statement]]:
    """Several statements that add to the same elements, with the mirror images, where there are some, set behind the
    last of them."""
    guard, first = found[0]
    if len(found) == 1 or len(exchanged(first.indices, (*first.triangle, *first.apart, *first.images))) < 3:
        return found
    whole = IndexedBase(first.target.name)[first.indices]
    mirrors = replace(first, body=whole, factor=S.One, sums=(), halved=(), only_mirrors=True)
    return [*((g, replace(s, mirrored=False)) for g, s in found), (guard, mirrors)]


def _elements(d: Definition, piece: Piece) -> dict[str, Any]:
    """Which elements a statement computes, and which others have the same value."""
    repeated, distinct = d.repeated(piece), d.distinct(piece)
    if not repeated and not distinct:
        return {"triangle": tuple(_pairs(d.symmetric))}
    group = repeated or distinct
    triangle = _pairs(tuple(g for g in d.symmetric if g != group))
    if distinct:
        return {"triangle": tuple(triangle), "apart": tuple(_pairs((group,)))}
    alone = tuple(p for p in group if piece.indices.count(piece.indices[p]) == 1)
    return {"triangle": (*triangle, *_pairs((alone,))), "images": tuple(_pairs((group,)))}


def _pairs(groups: tuple[tuple[int, ...], ...]) -> list[tuple[int, int]]:
    return [pair for group in groups for pair in pairwise(group)]


def _halved(
    body: Expr, sums: tuple[Index, ...], order: tuple[Index, ...], symmetric: dict[str, tuple[tuple[int, ...], ...]]
) -> tuple[tuple[Index, Index], ...]:
    """The first two summed indices, if exchanging them changes nothing."""
    if len(sums) < 2 or sums[0].rng != sums[1].rng:
        return ()
    i, j = sums[:2]
    return ((i, j),) if _canonical(body.xreplace({i: j, j: i}), order, symmetric) == body else ()


def _canonical(expression: Expr, order: tuple[Index, ...], symmetric: dict[str, tuple[tuple[int, ...], ...]]) -> Expr:
    """References to symmetric arrays with their indices in the order of the loops."""
    place = {index: p for p, index in enumerate(order)}

    def put(reference: Indexed) -> Indexed:
        indices = list(reference.indices)
        for group in symmetric.get(str(reference.base), ()):
            ordered = sorted((indices[p] for p in group), key=place.__getitem__)
            for p, index in zip(group, ordered, strict=True):
                indices[p] = index
        return reference.base[tuple(indices)]

    return expression.xreplace({e: put(e) for e in expression.atoms(Indexed)})

"""Definitions -> statements: which elements of an array are computed, by which sums, and what
stands for its images.

a_ij = b_ij + sum_k c_ik d_kj   ->   for i <= j: a_ij = b_ij;  a_ij += sum_k c_ik d_kj;  a_ji = a_ij
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, groupby, pairwise
from typing import Any

from sympy import Add, Expr, IndexedBase, S, Sum
from sympy.tensor.indexed import Indexed

from ..ir.elements import elements
from ..ir.roles import Default
from ..ir.system import Definition, Index, Piece, Range, names_read
from ..ir.tangent import tangent_name
from ..ir.terms import split_sum, terms_of
from .guards import Guards, guards_of, term_guard
from .loops.nodeloop import exchanged
from .program import Array, Block, Statement
from .work import Work

__all__ = ["arrays_of", "merged", "mirrored_once", "statements"]


def statements(work: Work) -> Work:
    """The blocks of all definitions, those of each direction, and where inputs that are a rule are
    read."""
    system, loops = work.system, "loops" in work.facts
    arrays = arrays_of(work)
    symmetric = {name: a.symmetric for name, a in arrays.items()} | {
        x.name: x.symmetric for x in system.inputs
    }
    guards = guards_of(work.definitions, system)
    blocks: list[Block] = []
    along: list[Block] = []
    for d in work.definitions:
        made = _blocks(d, arrays[d.name], symmetric, guards, work)
        moving = d.name in work.tangents
        stepped = d.update and tangent_name(d.name) in work.tangents
        if not moving:
            blocks += made
        if moving or stepped or (loops and d.role.per_node):
            along = _together(along, made) if d.update and d.along else along + made
    rules = {x.name for x in system.inputs if x.default is Default.RULE}
    reading: list[tuple[str, ...]] = []
    for b in blocks:
        for s in b.statements:
            if rules & names_read(s.body):
                reading.append(b.guards)
    return replace(
        work, blocks=tuple(blocks), along=tuple(along), rule=reading[0] if reading else None
    )


def arrays_of(work: Work) -> dict[str, Array]:
    """What each definition fills."""
    packed = {x.name for x in work.system.state if x.packed}
    found = {}
    for d in work.definitions:
        found[d.name] = Array(d.name, d.ranges, d.meaning, d.symmetric, d.slope_of in packed)
    return found


def mirrored_once(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """a_ij = b_ij; a_ji = a_ij; a_ij += c_ij; a_ji = a_ij   ->   a_ij = b_ij; a_ij += c_ij; a_ji =
    a_ij

    Where several statements add to the same elements, and these have more than one mirror image
    each."""
    found: list[Block] = []
    for _, group in groupby(blocks, key=_elements_of):
        members = list(group)
        first = members[0].statements[0]
        images = exchanged(first.indices, (*first.triangle, *first.apart, *first.images))
        if len(members) == 1 or len(images) < 3:
            found += members
            continue
        for b in members:
            found.append(
                replace(b, statements=tuple(replace(s, mirrored=False) for s in b.statements))
            )
        whole = IndexedBase(first.target.name)[first.indices]
        mirrors = replace(first, body=whole, factor=S.One, sums=(), halved=(), only_mirrors=True)
        found.append(replace(members[0], statements=(mirrors,)))
    return tuple(found)


def _elements_of(b: Block) -> tuple:
    """What statements that add to the same elements have in common; a loop of steps stands
    alone."""
    return (id(b),) if b.repeat else (b.statements[0].target.name, b.statements[0].indices)


def merged(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """if g: a; if g: b   ->   if g: a, b"""
    found: list[Block] = []
    for (guard, repeat, loop), group in groupby(blocks, key=lambda b: (b.guards, b.repeat, b.loop)):
        members = list(group)
        if repeat or loop:
            found += members
        else:
            statements = chain.from_iterable(b.statements for b in members)
            found.append(Block(guard, repeat, tuple(statements)))
    return tuple(found)


def _blocks(
    d: Definition,
    array: Array,
    symmetric: dict[str, tuple[tuple[int, ...], ...]],
    guards: Guards,
    work: Work,
) -> list[Block]:
    """The statements of one definition: its blocks of elements, then the loop that updates it."""
    found: list[Block] = []
    seen: list[tuple[Range, ...]] = []
    for piece in d.pieces:
        ranges = tuple(i.rng for i in piece.indices)
        if any(
            image in seen for image in exchanged(ranges, _pairs(d.symmetric)) if image != ranges
        ):
            continue  # the mirror image of a block that is there already
        seen.append(ranges)
        for guard, statement in _statements(d, piece, array, symmetric, guards, work):
            found.append(Block(guard, "", (statement,)))
    if d.update:
        (update,) = d.update
        after = replace(array, name=d.name + "_next", meaning=f"{d.name} after one more step")
        copy = Statement(
            array, update.indices, IndexedBase(after.name)[update.indices], S.One, ends_step=True
        )
        made = [s for _, s in _statements(d, update, after, symmetric, guards, work)]
        guard = tuple(sorted(_left_out(d, update, guards, work)))
        done = len(work.first.get(d.name, ()))
        found.append(Block(guard, d.repeat, (*made, copy), first=done))
    return found


def _together(before: list[Block], made: list[Block]) -> list[Block]:
    """The last loop of ``before`` and that of ``made`` as one: what is new first, then the copies
    into place."""
    place = max(p for p, b in enumerate(before) if b.repeat)
    first, second = before[place], made[-1]
    steps = (
        *first.statements[:-1],
        *second.statements[:-1],
        first.statements[-1],
        second.statements[-1],
    )
    return [*before[:place], *before[place + 1 :], *made[:-1], replace(first, statements=steps)]


def _statements(
    d: Definition,
    piece: Piece,
    array: Array,
    symmetric: dict[str, tuple[tuple[int, ...], ...]],
    guards: Guards,
    work: Work,
) -> list[tuple[tuple[str, ...], Statement]]:
    """A statement for the summands without a sum, and one for each sum; guarded ones last.

    a_ij = b_ij/V   ->   a_ij = 0;  if V is finite: a_ij += b_ij/V,   where a is needed at any V
    """
    if d.role.factorises:
        matrix = piece.expression.base.name
        whole = Statement(
            array, piece.indices, piece.expression, S.One, factor_of=matrix, along=d.along
        )
        return [(tuple(sorted(guards[d.name])), whole)]
    own = _left_out(d, piece, guards, work)
    plain: dict[frozenset[str], list[Expr]] = {}
    entries: list[tuple[frozenset[str], Expr]] = []
    for term in terms_of(piece.expression):
        guard = own | term_guard(term, guards, work.system)
        if work.usual and term != 0:
            guard |= work.usual.term(term)
        if term.has(Sum):
            entries.append((guard, term))
        else:
            plain.setdefault(guard, []).append(term)
    entries = [*((guard, Add(*members)) for guard, members in plain.items()), *entries]
    entries.sort(key=lambda entry: (len(entry[0]), sorted(entry[0]), entry[1].has(Sum)))
    if entries[0][0] != own:
        entries.insert(0, (own, S.Zero))
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
    return found


def _left_out(d: Definition, piece: Piece, guards: Guards, work: Work) -> frozenset[str]:
    """Where a piece is not needed."""
    unread = work.usual.block(d, piece.ranges) if work.usual else frozenset[str]()
    return guards[d.name] | unread


def _elements(d: Definition, piece: Piece) -> dict[str, Any]:
    """Which elements a statement computes, and which others have the same value."""
    repeated, distinct = d.repeated(piece), d.distinct(piece)
    if not repeated and not distinct:
        return {"triangle": tuple(_pairs(d.symmetric))}
    groups = distinct or (repeated,)
    triangle = _pairs(tuple(g for g in d.symmetric if g not in groups))
    if distinct:
        return {"triangle": tuple(triangle), "apart": tuple(_pairs(groups))}
    alone = tuple(p for p in repeated if piece.indices.count(piece.indices[p]) == 1)
    return {"triangle": (*triangle, *_pairs((alone,))), "images": tuple(_pairs(groups))}


def _pairs(groups: tuple[tuple[int, ...], ...]) -> list[tuple[int, int]]:
    """Neighbours in each group: (a, b, c)  ->  (a, b), (b, c)"""
    return list(chain.from_iterable(map(pairwise, groups)))


def _halved(
    body: Expr,
    sums: tuple[Index, ...],
    order: tuple[Index, ...],
    symmetric: dict[str, tuple[tuple[int, ...], ...]],
) -> tuple[tuple[Index, Index], ...]:
    """The first two summed indices, if exchanging them changes nothing."""
    if len(sums) < 2 or sums[0].rng != sums[1].rng:
        return ()
    i, j = sums[:2]
    return ((i, j),) if _canonical(body.xreplace({i: j, j: i}), order, symmetric) == body else ()


def _canonical(
    expression: Expr, order: tuple[Index, ...], symmetric: dict[str, tuple[tuple[int, ...], ...]]
) -> Expr:
    """References to symmetric arrays with their indices in the order of the loops."""
    place = {index: p for p, index in enumerate(order)}

    def put(reference: Indexed) -> Indexed:
        indices = list(reference.indices)
        for group in symmetric.get(reference.base.name, ()):
            ordered = sorted((indices[p] for p in group), key=place.__getitem__)
            for p, index in zip(group, ordered, strict=True):
                indices[p] = index
        return reference.base[tuple(indices)]

    return expression.xreplace({e: put(e) for e in elements(expression)})

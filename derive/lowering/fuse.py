"""Arrays that need not be stored: written into the only array that reads them, or evaluated inside
its sum."""

from __future__ import annotations

from dataclasses import replace

from sympy import Expr, Sum
from sympy.tensor.indexed import Indexed

from ..ir.flow import Flow
from ..ir.roles import Default
from ..ir.system import Definition, Index, Joint, Piece, names_read
from ..ir.terms import bound_indices, readers_of, split_sum, terms_of
from .guards import summands

__all__ = ["absent", "fuse", "inline"]


def inline(definitions: tuple[Definition, ...]) -> tuple[Definition, ...]:
    """C_kij = C_ij - C_ki C_kj;  I_kij = f(C_kij)   ->   I_kij = f(C_ij - C_ki C_kj),   where only
    I reads C"""
    for d in definitions:
        readers = readers_of(definitions, d.name)
        if (
            not d.role.conditional
            or len(readers) != 1
            or len(d.pieces) != 1
            or readers[0].role.factorises
        ):
            continue
        bound = set[Index]().union(*(bound_indices(p.expression) for p in readers[0].pieces))
        if len(readers[0].ranges) + len(bound) == len(d.ranges):
            return inline(_without(definitions, d, readers[0]))
    return definitions


def absent(system: Flow) -> set[str]:
    """Arrays that need an input which may be absent, or belong to finite support sets."""
    found = {x.name for x in system.inputs if x.default is Default.ABSENT}
    for d in system.definitions:
        if d.role.of_samples or all(names_read(t) & found for t in summands(d.pieces)):
            found.add(d.name)
    return found


def fuse(definitions: tuple[Definition, ...], absent: set[str]) -> tuple[Definition, ...]:
    """I_ij = f(C_ij);  A_i = sum_j b_j I_ij   ->   A_i = sum_j b_j f(C_ij),   where only A reads I

    Once per term that needs it; optional terms may evaluate it again, which is cheaper than storing
    it for all."""
    for d in definitions:
        readers = readers_of(definitions, d.name)
        if (
            not d.role.of_fields
            or len(readers) != 1
            or len(readers[0].pieces) != 1
            or readers[0].update
        ):
            continue
        if len(d.pieces) > 1:
            continue
        # which is worth storing, once for all exchanges of indices
        if d.piece.expression.has(Sum, Joint):
            continue
        piece = readers[0].piece
        terms = [t for t in terms_of(piece.expression) if d.name in names_read(t)]
        always = [t for t in terms if not names_read(t) & absent]
        if len(always) == 1 and all(t.has(Sum) and _elementwise(t, piece, d) for t in terms):
            return fuse(_without(definitions, d, readers[0]), absent)
    return definitions


def _elementwise(term: Expr, piece: Piece, d: Definition) -> bool:
    references = {e for e in term.atoms(Indexed) if e.base.name == d.name}
    _, _, sums = split_sum(term)
    indices = {*piece.indices, *sums}
    return (
        len(references) == 1
        and all(set(e.indices) <= indices for e in references)
        and len(indices) >= len(d.ranges)
    )


def _without(
    definitions: tuple[Definition, ...], gone: Definition, reader: Definition
) -> tuple[Definition, ...]:
    pieces = tuple(replace(p, expression=_written_into(p.expression, gone)) for p in reader.pieces)
    return tuple(
        replace(d, pieces=pieces) if d is reader else d for d in definitions if d is not gone
    )


def _written_into(expression: Expr, d: Definition) -> Expr:
    entries = {e for e in expression.atoms(Indexed) if e.base.name == d.name}
    at = {e: dict(zip(d.piece.indices, e.indices, strict=True)) for e in entries}
    return expression.xreplace({e: d.piece.expression.xreplace(at[e]) for e in entries})

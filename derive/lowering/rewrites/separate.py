"""An array that its readers need only in sums or on a diagonal is written into them, and the sums
are taken apart.

C1_kij = C_ij - C_ki C_kj r_k^2:   sum_j C1_kij q_kj   ->   sum_j C_ij q_kj - C_ki r_k^2 sum_j C_kj
q_kj
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sympy import Add, Expr, IndexedBase, Mul, Sum
from sympy.tensor.indexed import Indexed

from ...ir.elements import elements
from ...ir.printing import text
from ...ir.roles import Role
from ...ir.system import Definition, Index, Piece, free_indices

__all__ = ["separate"]

Optional = Callable[[Definition, Expr], bool]
Terms = Callable[[Expr], Sequence[Expr]]


def separate(
    definitions: tuple[Definition, ...], terms: Terms, optional: Optional
) -> tuple[Definition, ...]:
    """For each covariance whose full table only terms need that may be left out (``optional``)."""
    for x in definitions:
        if (
            not x.role.conditional
            or len(x.pieces) != 1
            or not isinstance(x.piece.expression, Add)
            or x.update
        ):
            continue
        always = []  # terms that read it and are never left out
        for d in definitions:
            for p in (*d.pieces, *d.update):
                for t in terms(p.expression):
                    if _references(t, x) and not optional(d, t):
                        always.append((p, t))
        if always and all(_is_lower(p, t, x) for p, t in always):
            definitions = _written(definitions, x, terms, optional)
    return definitions


def _references(e: Expr, x: Definition) -> list[Indexed]:
    return sorted((r for r in elements(e) if r.base.name == x.name), key=text)


def _is_lower(piece: Piece, term: Expr, x: Definition) -> bool:
    """Whether the term needs no more work with ``x`` written in: diagonals, or a single sum over
    one element."""
    found = _references(term, x)
    if all(_is_diagonal(r) for r in found):
        return True
    sums = term.atoms(Sum)
    if len(found) != 1 or len(sums) != 1:
        return False
    (s,) = sums
    return (
        len(s.limits) == 1
        and found[0] in Mul.make_args(s.function)
        and s.limits[0][0] in found[0].indices
    )


def _is_diagonal(reference: Indexed) -> bool:
    return len(set(reference.indices)) < len(reference.indices)


def _written(
    definitions: tuple[Definition, ...], x: Definition, terms: Terms, optional: Optional
) -> tuple:
    result: list[Definition] = []
    for d in definitions:
        made: list[Definition] = []
        if x.name in d.references() and not d.update:
            pieces = []
            for p in d.pieces:
                parts = [
                    t if optional(d, t) or not _references(t, x) else _taken_apart(t, p, x, made)
                    for t in terms(p.expression)
                ]
                pieces.append(replace(p, expression=Add(*parts)))
            d = replace(d, pieces=tuple(pieces))
        result += [*made, d]
    return tuple(result)


def _taken_apart(term: Expr, piece: Piece, x: Definition, made: list[Definition]) -> Expr:
    found = _references(term, x)
    if all(_is_diagonal(r) for r in found):
        return term.xreplace({r: _element(x, r) for r in found})
    (s,) = term.atoms(Sum)
    ((bound, low, high),) = s.limits
    (reference,) = _references(s.function, x)
    rest = s.function / reference
    total: list[Expr] = []
    for part in Add.make_args(_element(x, reference)):
        inside = Mul(*(f for f in Mul.make_args(part) if bound in f.free_symbols))
        summed = Sum(inside * rest, (bound, low, high))
        indices = free_indices(summed)
        if set(indices) < set(piece.indices):
            name = f"{x.name}_{len(made)}"
            ranges = tuple(i.rng for i in indices)
            made.append(
                Definition(
                    name,
                    Role.PARTIAL,
                    f"partial sum {summed}",
                    ranges,
                    (Piece(indices, summed),),
                )
            )
            summed = IndexedBase(name)[indices]
        total.append(part / inside * summed)
    factor = term / s
    return Add(*(factor * t for t in total))


def _element(x: Definition, reference: Indexed) -> Expr:
    to: dict[Index, Index] = dict(zip(x.piece.indices, reference.indices, strict=True))
    return x.piece.expression.xreplace(to)

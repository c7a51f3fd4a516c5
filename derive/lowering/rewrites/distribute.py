"""Sums of brackets as sums of products, where every product can be summed with fewer loops than the
bracket.

sum_ij (a_i a_j + b_ij) c_kij   ->   sum_i a_i (sum_j a_j c_kij) + sum_ij b_ij c_kij,   if both gain
by it
"""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations, product

from sympy import Add, Expr, IndexedBase, Mul, S, Sum
from sympy.tensor.indexed import Indexed

from ...ir.printing import text
from ...ir.system import Definition, Index, Piece, Range
from ...ir.terms import bound_indices
from .factor import Tables

__all__ = ["distribute"]

Symmetric = dict[str, tuple[tuple[int, ...], ...]]


def distribute(definitions: tuple[Definition, ...]) -> tuple[Definition, ...]:
    """Brackets inside sums multiplied out where that lowers the number of nested loops; ``factor``
    does the rest."""
    symmetric = {d.name: d.symmetric for d in definitions}
    found = []
    for d in definitions:
        if not d.update:
            d = replace(d, pieces=tuple(_distributed(p, symmetric) for p in d.pieces))
        found.append(d)
    return tuple(found)


def _distributed(piece: Piece, symmetric: Symmetric) -> Piece:
    sums = sorted(piece.expression.atoms(Sum), key=text)
    return replace(
        piece, expression=piece.expression.xreplace({s: _spread(s, piece, symmetric) for s in sums})
    )


def _spread(s: Sum, piece: Piece, symmetric: Symmetric) -> Expr:
    bound = [i for i, _, _ in s.limits]
    spread = s.function.expand()
    if not isinstance(spread, Add):
        return s
    terms: dict[Expr, Expr] = {}
    for term in spread.args:
        number, body = term.as_independent(Indexed, as_Add=False)
        body = _canonical(body, bound, symmetric)
        terms[body] = terms.get(body, S.Zero) + number
    sums = [Sum(body, *s.limits) for body in terms]
    loops = len({*piece.indices, *bound})
    if all(_loops(x, piece.indices) < loops for x in sums):
        return Add(*(number * x for number, x in zip(terms.values(), sums, strict=True)))
    return s


def _loops(s: Sum, outer: tuple[Index, ...]) -> int:
    """The number of nested loops of a sum after ``factor``."""
    tables = Tables()
    rest = tables.split(s, outer)
    nests = [(outer, rest), *((d.piece.indices, d.piece.expression) for d in tables.made)]
    return max(len({*indices, *bound_indices(e)}) for indices, e in nests)


def _canonical(body: Expr, bound: list[Index], symmetric: Symmetric) -> Expr:
    """One of the forms that exchanging summed indices of the same range leads to, the same for all
    of them."""
    groups: dict[Range, list[Index]] = {}
    for i in sorted(bound, key=lambda i: i.rng):
        groups.setdefault(i.rng, []).append(i)
    forms = []
    for orders in product(*(permutations(g) for g in groups.values())):
        to: dict[Index, Index] = {}
        for group, order in zip(groups.values(), orders, strict=True):
            to |= zip(group, order, strict=True)
        forms.append(_sorted(body.xreplace(to), symmetric))
    return min(forms, key=text)


def _sorted(e: Expr, symmetric: Symmetric) -> Expr:
    """Elements of symmetric arrays with their indices in one order."""
    at = {}
    for x in e.atoms(Indexed):
        indices = list(x.indices)
        for group in symmetric.get(x.base.name, ()):
            for p, i in zip(
                group, sorted((indices[p] for p in group), key=lambda i: i.order), strict=True
            ):
                indices[p] = i
        at[x] = IndexedBase(x.base.name)[tuple(indices)]
    return Mul(*(f.xreplace(at) for f in Mul.make_args(e)))

"""Products that do not change with all loops around a sum become tables.

x_ki = sum_j a_kij b_kj c_kj   ->   v_kj = b_kj c_kj;  x_ki = sum_j a_kij v_kj
"""

from __future__ import annotations

from dataclasses import replace

from sympy import Expr, IndexedBase, Mul, Sum
from sympy.tensor.indexed import Indexed

from ...ir.printing import text
from ...ir.roles import Role
from ...ir.system import Definition, Index, Piece, free_indices

__all__ = ["tabulate"]


def tabulate(definitions: tuple[Definition, ...]) -> tuple[Definition, ...]:
    """Groups of elements in the summands that miss one of the indices outside the sum, each as a
    table of its own."""
    found: list[Definition] = []
    known: dict[Expr, str] = {}
    for d in definitions:
        made: list[Definition] = []
        if not d.update:
            pieces = tuple(replace(p, expression=_tabulated(p, known, made)) for p in d.pieces)
            d = replace(d, pieces=pieces)
        found += [*made, d]
    return tuple(found)


def _tabulated(piece: Piece, known: dict[Expr, str], made: list[Definition]) -> Expr:
    sums = sorted((s for s in piece.expression.atoms(Sum) if len(s.limits) == 1), key=text)
    return piece.expression.xreplace({s: _table(s, piece.indices, known, made) for s in sums})


def _table(s: Sum, outer: tuple[Index, ...], known: dict[Expr, str], made: list[Definition]) -> Sum:
    ((bound, _, _),) = s.limits
    factors = Mul.make_args(s.function)
    for missing in outer:
        group = [f for f in factors if isinstance(f, Indexed) and missing not in f.free_symbols]
        indices = free_indices(Mul(*group))
        if len(group) < 2 or len(group) == len(factors) or bound not in indices:
            continue
        product = Mul(*group)
        if product not in known:
            known[product] = f"v{len(known)}"
            ranges = tuple(i.rng for i in indices)
            made.append(
                Definition(
                    known[product],
                    Role.SHARED,
                    str(product),
                    ranges,
                    (Piece(indices, product),),
                )
            )
        rest = Mul(*(f for f in factors if f not in group))
        return Sum(rest * IndexedBase(known[product])[indices], *s.limits)
    return s

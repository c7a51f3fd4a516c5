"""The first of several steps, from what they start with.

h_k = 0;  steps times: h_k = a_k + sum_l b_kl h_l   ->   h_k = a_k;  steps - 1 times: h_k = a_k +
sum_l b_kl h_l
"""

from __future__ import annotations

from sympy import Expr, S, Sum
from sympy.tensor.indexed import Indexed

from ...ir.system import Definition, Piece

__all__ = ["peel"]


def peel(d: Definition) -> tuple[Piece, ...]:
    """The update of ``d`` as it is the first time: its start stands in place of its elements, and
    sums over a start that is zero are gone.  () where the start is itself a sum or has several
    pieces, and for tangents."""
    if len(d.pieces) != 1 or d.along:
        return ()
    start = d.piece

    def begun(e: Expr) -> Expr:
        if isinstance(e, Indexed):
            at = dict(zip(start.indices, e.indices, strict=True)) if e.base.name == d.name else {}
            return start.expression.xreplace(at) if at else e
        if isinstance(e, Sum):
            inner = begun(e.function)
            return Sum(inner, *e.limits) if inner != 0 else S.Zero
        return e.func(*(begun(a) for a in e.args)) if e.args else e

    if start.expression.has(Sum):
        return ()
    return tuple(Piece(p.indices, begun(p.expression)) for p in d.update)

"""Summands and sums of expressions, and which definitions read others; ``deltas`` has the sums over
Kronecker deltas.

summed     sum_i c f_i = c sum_i f_i
split_sum  c sum_i f_i sum_j g_j -> c, f_i g_j, (i, j)
terms_of   (a + b) sum_i f_i -> a sum_i f_i, b sum_i f_i
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain

from sympy import Add, Dummy, Expr, Mul, S, Sum

from .printing import text
from .system import Definition, Index

__all__ = [
    "bound_indices",
    "readers_of",
    "split_sum",
    "sum_over",
    "summed",
    "terms_of",
]


@cache
def terms_of(expression: Expr) -> tuple[Expr, ...]:
    """Summands, sums multiplied out of brackets but left as they are inside."""
    sums = {s: Dummy(f"s{p}") for p, s in enumerate(sorted(expression.atoms(Sum), key=text))}
    spread = expression.xreplace(sums)
    if sums:
        spread = spread.expand()
    back = {dummy: s for s, dummy in sums.items()}
    return tuple(t.xreplace(back) for t in Add.make_args(spread))


def split_sum(expression: Expr) -> tuple[Expr, Expr, tuple[Index, ...]]:
    """factor, body, summed indices: ``expression = factor * Sum(body)``; without a sum the factor
    is 1.  A product of sums is one over all of their indices."""
    if not expression.has(Sum):
        return S.One, expression, ()
    factor, rest = expression.as_independent(Sum, as_Add=False)
    body: Expr = S.One
    indices: list[Index] = []
    for total in Mul.make_args(rest):
        own = [i for i, _, _ in total.limits] if isinstance(total, Sum) else []
        if not own or set(own) & set(indices):
            raise ValueError(
                f"a sum inside an element expression needs an array of its own: {expression}"
            )
        body *= total.function
        indices += own
    return factor, body, tuple(indices)


def sum_over(body: Expr, indices: Sequence[Index]) -> Expr:
    """sum over all values of ``indices`` of ``body``; without indices the body."""
    return Sum(body, *((i, 1, i.rng.size) for i in indices)) if indices else body


def summed(body: Expr, indices: Sequence[Index]) -> Expr:
    """The same with what does not depend on the indices in front: sum_i c f_i = c sum_i f_i."""
    if not indices or body == 0:
        return body
    constant, rest = body.as_independent(*indices, as_Add=False)
    return constant * sum_over(rest, indices)


def bound_indices(expression: Expr) -> set[Index]:
    """The indices that sums in ``expression`` run over."""
    limits = chain.from_iterable(total.limits for total in expression.atoms(Sum))
    return {index for index, _, _ in limits}


def readers_of(definitions: Iterable[Definition], name: str) -> list[Definition]:
    """The definitions that read the array ``name``."""
    return [d for d in definitions if name in d.references()]

"""Summands of expressions, and sums taken apart into what stands in front, body and indices."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from sympy import Add, Dummy, Expr, S, Sum

from .system import Definition, Index

__all__ = ["bound_indices", "readers_of", "split_sum", "summed", "terms_of"]


@cache
def terms_of(expression: Expr) -> tuple[Expr, ...]:
    """Summands, sums multiplied out of brackets but left as they are inside."""
    sums = {s: Dummy(f"s{p}") for p, s in enumerate(sorted(expression.atoms(Sum), key=str))}
    spread = expression.xreplace(sums)
    if sums:
        spread = spread.expand()
    back = {dummy: s for s, dummy in sums.items()}
    return tuple(t.xreplace(back) for t in Add.make_args(spread))


def split_sum(expression: Expr) -> tuple[Expr, Expr, tuple[Index, ...]]:
    """factor, body, summed indices: ``expression = factor * Sum(body)``; without a sum the factor is 1."""
    factor, rest = expression.as_independent(Sum, as_Add=False)
    if not isinstance(rest, Sum):
        if expression.has(Sum):
            raise ValueError(f"a sum inside an element expression needs an array of its own: {expression}")
        return S.One, expression, ()
    return factor, rest.function, tuple(i for i, _, _ in rest.limits)


def summed(factor: Expr, body: Expr, sums: tuple[Index, ...]) -> Expr:
    return factor * Sum(body, *((i, 1, i.rng.size) for i in sums)) if sums else factor * body


def bound_indices(expression: Expr) -> set[Index]:
    return {i for total in expression.atoms(Sum) for i, _, _ in total.limits}


def readers_of(definitions: Iterable[Definition], name: str) -> list[Definition]:
    return [d for d in definitions if name in d.references()]

"""A stage together with its slope along a direction: each of its lines is followed by what it moves
by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sympy import Add, Expr, Symbol

from ..ir.printing import text
from ..ir.stationary import Stage, Value

__all__ = ["tangent"]


def tangent(stage: Stage) -> Stage:
    """Reads also the direction, ``x_dot`` for each x that the stage reads, and returns also the
    slope ``y_dot`` of each y along it; under an average the slope is that of the integrand."""
    moving = {name: Symbol(f"{name}_dot") for name in stage.reads}

    def slope(expression: Expr) -> Expr:
        symbols = sorted((s for s in expression.free_symbols if s.name in moving), key=text)
        return Add(*(expression.diff(s) * moving[s.name] for s in symbols))

    def followed(values: Iterable[Value]) -> Iterator[Value]:
        for v in values:
            yield v
            yield Value(f"{v.name}_dot", slope(v.expression))
            moving[v.name] = Symbol(f"{v.name}_dot")

    return Stage(
        f"{stage.name}_tangent",
        f"{stage.meaning}; and its slope along a direction",
        (*stage.reads, *(f"{name}_dot" for name in stage.reads)),
        tuple(followed(stage.nodes)),
        tuple(followed(stage.averages)),
        tuple(followed(stage.values)),
        returns=(*stage.returns, *(f"{name}_dot" for name in stage.returns)),
    )

"""Averages as functions of a covariance: straight-line code, and the same with its slope along a direction.

A value is computed once for all that reads it, so that a slope costs about as much as a value again.
"""

from __future__ import annotations

from sympy import Expr, Sum, Symbol, cse, numbered_symbols

from .program import Routine, rooted
from .system import Along, Joint, Kernel
from .tangent import derivative, tangent_name

__all__ = ["along", "plain"]


def plain(kernel: Kernel) -> Routine:
    """The kernel start + factor * sum over t of body, common subexpressions of the body named."""
    expression = rooted(kernel.expression)
    (total,) = expression.atoms(Sum)
    (index,) = (i for i, _, _ in total.limits)
    named, (body,) = cse([total.function], symbols=numbered_symbols("x", real=True), order="canonical")
    found = Symbol("total", real=True)
    value = expression.xreplace({total: found})
    return Routine(
        Joint.routine(kernel.fields), kernel.arguments, index, tuple(named), ((found, body),), value, kernel.meaning
    )


def along(kernel: Kernel) -> Routine:
    """The slope of f times the kernel: arguments f, its slope, those of the kernel, their slopes."""
    at, factor = plain(kernel), Symbol("f", real=True)
    moving = {a.name for a in (factor, *at.arguments)}

    def with_slopes(lines: tuple[tuple[Symbol, Expr], ...]) -> tuple[tuple[Symbol, Expr], ...]:
        found: list[tuple[Symbol, Expr]] = []
        for name, e in lines:
            found.append((name, e))
            if (slope := derivative(e, moving)) != 0:
                moving.add(name.name)
                found.append((_tangent(name), rooted(slope)))
        return tuple(found)

    parts, sums = with_slopes(at.parts), with_slopes(at.sums)
    arguments = (factor, _tangent(factor), *at.arguments, *map(_tangent, at.arguments))
    meaning = f"derivative of f times the {at.meaning}"
    value = derivative(factor * at.value, moving)
    return Routine(Along.routine(kernel.fields), arguments, at.index, parts, sums, value, meaning)


def _tangent(name: Symbol) -> Symbol:
    return Symbol(tangent_name(name.name), real=True)

"""Averages as functions of a covariance: straight-line code, and the same with its slope along a
direction.

    f I(C)   ->   a = I(C), f a                          ``plain``
             ->   tf a + f I'(C) tC, I' from the same lines       ``along``

A value is computed once for all that reads it, so that a slope costs about as much as a value
again.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations_with_replacement

from sympy import Expr, Sum, Symbol, cse, numbered_symbols

from ..ir.system import Along, Joint, Kernel
from ..ir.tangent import derivative, tangent_name
from .minors import in_elements
from .program import Routine, rooted

__all__ = ["along", "plain"]


@cache
def plain(kernel: Kernel) -> Routine:
    """The kernel start + factor * sum over t of body: its roots of minors of a matrix whose
    elements come first, common subexpressions named."""
    (total,) = kernel.expression.atoms(Sum)
    (index,) = (i for i, _, _ in total.limits)
    triangle = combinations_with_replacement(range(kernel.fields), 2)
    covariance = [(v, *place) for v, place in zip(kernel.arguments, triangle, strict=True)]
    elements, body = in_elements(total.function, covariance)
    named, (body,) = cse(
        [rooted(body)], symbols=numbered_symbols("x", real=True), order="canonical"
    )
    found = Symbol("total", real=True)
    value = rooted(kernel.expression.xreplace({total: found}))
    parts = (*elements, *named)
    return Routine(
        Joint.routine(kernel.fields),
        kernel.arguments,
        index,
        parts,
        ((found, body),),
        value,
        kernel.meaning,
    )


@cache
def along(kernel: Kernel) -> Routine:
    """The slope of f times the kernel: arguments f, its slope, those of the kernel, their
    slopes."""
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

"""What a model file makes with SymPy, such as its ``Sum``, read as an expression of the language.

SymPy holds the expressions of the language as symbols; a result is read back, and what the language
has no word for is named.  Importing this module makes the two meet.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from sympy import Add, Basic, Float, Mul, Pow, Rational, Sum, Symbol
from sympy.core.sympify import converter

from ..language import expression as tree
from ..language import scenario as said

__all__: list[str] = []


class Held(Symbol):
    """An object of the language inside an expression of SymPy."""

    held: Any

    def __new__(cls, held: Any) -> Held:
        found = Symbol.__xnew__(cls, str(held))
        found.held = held
        return found

    def _hashable_content(self) -> tuple:
        return (*super()._hashable_content(), self.held)


@tree.node.register
def _(value: Basic) -> tree.Node:
    match value:
        case Held():
            return tree.node(value.held)
        case Rational():
            return (
                tree.Number(int(value))
                if value.is_Integer
                else tree.Number(Fraction(value.p, value.q))
            )
        case Float():
            return tree.node(float(value))
        case Add():
            return tree.added(*map(tree.node, value.args))
        case Mul():
            return tree.multiplied(*map(tree.node, value.args))
        case Pow():
            return tree.raised(tree.node(value.base), tree.node(value.exp))
        case Sum():
            limits = []
            for limit in value.limits:
                limits.append(tuple(getattr(x, "held", x) for x in limit))
            return said.Sum(value.function, *limits)
        case Symbol():
            known = (
                "which is no rate of the algorithm; list it in parameters=(...) and write its"
                " .symbol"
            )
            raise tree.NoExpression(f"has the symbol {value}, {known}")
    if value.is_number and value.is_real:
        return tree.node(float(value))
    what = (
        "no real number"
        if value.is_number
        else "no polynomial in heads, fields and functions of fields"
    )
    raise tree.NoExpression(f"has {value}, which is {what}")


converter[tree.Node] = Held
converter[said.Unit] = Held

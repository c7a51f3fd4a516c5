"""What an expression reads: asked of the same expressions many times, so each is gone through
once."""

from __future__ import annotations

from functools import cache

from sympy import Basic, Expr, Symbol
from sympy.tensor.indexed import Indexed

from .indices import Index

__all__ = ["arrays_read", "elements", "names_read"]


@cache
def elements(expression: Basic) -> frozenset[Indexed]:
    """The elements of arrays in ``expression``."""
    own = {expression} if isinstance(expression, Indexed) else set()
    return frozenset(own.union(*map(elements, expression.args)))


@cache
def arrays_read(expression: Expr) -> frozenset[str]:
    """Names of the arrays with elements in ``expression``."""
    return frozenset(e.base.name for e in elements(expression))


@cache
def names_read(expression: Basic) -> frozenset[str]:
    """Names of the arrays whose elements are in ``expression``, and of its symbols: scalar arrays
    and parameters."""
    if isinstance(expression, Symbol):
        return frozenset(() if isinstance(expression, Index) else (expression.name,))
    # an array's name is a symbol inside each of its elements
    return frozenset[str]().union(*map(names_read, expression.args))

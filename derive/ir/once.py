"""Expressions that are made once: equal ones are one object.

SymPy makes sums, products and powers once and keeps them; here elements of arrays, arrays and
summations are kept too.  Expressions are compared, and looked up where results are kept, a million
times in a derivation: what is the same object need not be compared entry by entry, nor what has
another hash.  What stands inside an expression, its text and the order of its factors are found
once as well.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from sympy import Basic, Expr, IndexedBase, Mul, Sum
from sympy.core.cache import cacheit
from sympy.printing import codeprinter
from sympy.printing import str as str_printer
from sympy.tensor.indexed import Indexed

from .printing import text

__all__ = ["install"]


@cache
def _inside(expression: Basic) -> frozenset[Basic]:
    """The expression and all that stands in it."""
    found = {expression}
    for argument in expression.args:
        if isinstance(argument, Basic):
            found |= _inside(argument)
    return frozenset(found)


@cache
def _free(expression: Basic) -> frozenset[Basic]:
    """The symbols that its arguments depend on."""
    return frozenset[Basic]().union(*(a.free_symbols for a in expression.args))


@cache
def _free_of_element(element: Indexed) -> frozenset[Basic]:
    """The element, its array and the symbols of its indices."""
    return frozenset(FREE_OF_ELEMENT(element))


FREE_OF_ELEMENT = Indexed.free_symbols.fget


def _atoms(expression: Basic, *types: type | Basic) -> set[Basic]:
    """What stands in the expression and is of these types, or of the types of these; without types,
    what has no arguments."""
    wanted = tuple(t if isinstance(t, type) else type(t) for t in types)
    if wanted:
        return {e for e in _inside(expression) if isinstance(e, wanted)}
    return {e for e in _inside(expression) if not e.args}


EQUAL = Basic.__eq__


def _equal(one: Basic, other: Any) -> bool:
    """SymPy compares entry by entry, however different two expressions are."""
    if one is other:
        return True
    if type(one) is type(other):
        hashes = one._mhash, other._mhash  # None before they are asked for
        if None not in hashes and hashes[0] != hashes[1]:
            return False
    return EQUAL(one, other)


@cache
def _in_order(product: Mul) -> tuple[Expr, ...]:
    return tuple(ORDERED_FACTORS(product))


ORDERED_FACTORS = Mul.as_ordered_factors
#: How strongly an expression binds, of which SymPy asks for each factor of each product.
precedence = lru_cache(None, typed=True)(str_printer.precedence)


def _ordered_factors(product: Mul, order: str | None = None) -> list[Expr]:
    return list(_in_order(product)) if order is None else ORDERED_FACTORS(product, order)


def install() -> None:
    """SymPy keeps these, too, as long as the process lives: no result is another one."""
    for kind in (Indexed, IndexedBase, Sum):
        kind.__new__ = staticmethod(cacheit(kind.__new__))
    Indexed.free_symbols = property(lambda element: set(_free_of_element(element)))
    Basic.free_symbols = property(lambda expression: set(_free(expression)))
    Basic.atoms = _atoms
    Basic.__eq__ = _equal
    Basic.__str__ = Basic.__repr__ = text
    Mul.as_ordered_factors = _ordered_factors
    str_printer.precedence = codeprinter.precedence = precedence

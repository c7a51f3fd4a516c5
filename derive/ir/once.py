"""Expressions that are made once: equal ones are one object.

SymPy makes sums, products and powers once and keeps them; here elements of arrays, arrays and
summations are kept too.  Expressions are compared, and looked up where results are kept, a million
times in a derivation: what is the same object need not be compared entry by entry.  What stands
inside an expression is found once as well.
"""

from __future__ import annotations

from sympy import Basic, IndexedBase, Sum
from sympy.core.cache import cacheit
from sympy.tensor.indexed import Indexed

__all__ = ["install"]


@cacheit
def _inside(expression: Basic) -> frozenset[Basic]:
    """The expression and all that stands in it."""
    found = {expression}
    for argument in expression.args:
        if isinstance(argument, Basic):
            found |= _inside(argument)
    return frozenset(found)


@cacheit
def _free(expression: Basic) -> frozenset[Basic]:
    """The symbols that its arguments depend on."""
    return frozenset[Basic]().union(*(a.free_symbols for a in expression.args))


@cacheit
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


def install() -> None:
    """SymPy keeps these, too, as long as the process lives: no result is another one."""
    for kind in (Indexed, IndexedBase, Sum):
        kind.__new__ = staticmethod(cacheit(kind.__new__))
    Indexed.free_symbols = property(lambda element: set(_free_of_element(element)))
    Basic.free_symbols = property(lambda expression: set(_free(expression)))
    Basic.atoms = _atoms

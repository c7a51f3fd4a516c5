"""Expressions that are equal are one object, and what stands in them is what SymPy finds there."""

import pickle

import pytest
from sympy import IndexedBase, Integer, Mul, Pow, Rational, Sum, Symbol, preorder_traversal
from sympy.tensor.indexed import Indexed

from orderode.derive.ir.indices import Index, Range

UNITS = Range("students", ("K",))
i, j, x = Index("i", UNITS), Index("j", UNITS), Symbol("x")


def made():
    """Anew at each call."""
    A = IndexedBase("A")
    total = Sum(A[i, j] ** 2 * x, (i, 1, UNITS.size))
    return A[i, j], A[i, 1] * x, total, x ** (total * A[j, j]), IndexedBase("x")[i] + x


def test_equal_expressions_are_one_object():
    for first, second in zip(made(), made(), strict=True):
        for a, b in zip(preorder_traversal(first), preorder_traversal(second), strict=True):
            if isinstance(a, Indexed | Sum | IndexedBase):
                assert a is b
    A = IndexedBase("A")
    assert A[i] != A[j] and A[i] != IndexedBase("B")[i] and A[i] != A[i, j]
    assert A[1] == A[Integer(1)] and A[1.0] != A[1]
    assert pickle.loads(pickle.dumps(A[i, j])) is A[i, j]
    assert (A[i] * x).xreplace({i: j}) == A[j] * x


@pytest.mark.parametrize("types", [(), (Indexed,), (Symbol,), (Mul, Pow), (Integer,), (x,), (Sum,)])
def test_what_stands_inside(types):
    wanted = tuple(t if isinstance(t, type) else type(t) for t in types)
    for e in made():
        found = set()
        for a in preorder_traversal(e):
            if isinstance(a, wanted) if types else not a.args:
                found.add(a)
        assert e.atoms(*types) == found


def test_symbols_that_an_expression_depends_on():
    A = IndexedBase("A")
    element, product, total, power, added = made()
    (K,) = UNITS.size.free_symbols
    assert element.free_symbols == {Symbol("A"), A[i, j], i, j}
    assert product.free_symbols == {Symbol("A"), A[i, 1], i, x}
    assert total.free_symbols == {Symbol("A"), A[i, j], j, x, K}  # of a bound index, the element
    assert power.free_symbols == total.free_symbols | {A[j, j]}
    assert added.free_symbols == {x, IndexedBase("x")[i], i}
    assert Rational(1, 2).free_symbols == set()
    product.free_symbols.clear()  # each call gives a set of its own
    assert x in product.free_symbols

"""Expressions are compared, read and printed many times: what is found once is the same as what
SymPy finds anew."""

import pickle
from itertools import chain, product

import pytest
import sympy
from evaluate_system import system_of
from sympy import Symbol, pi
from sympy.printing.latex import LatexPrinter
from sympy.printing.precedence import precedence
from sympy.printing.str import StrPrinter
from sympy.tensor.indexed import Indexed

from orderode.derive.ir import once
from orderode.derive.ir.arcsine import asin
from orderode.derive.ir.elements import arrays_read, elements, names_read
from orderode.derive.ir.indices import Index, Range
from orderode.derive.ir.printing import Once, text

STUDENTS, TEACHERS = Range("students", ("K",)), Range("teachers", ("M",))


def expressions():
    return [p.expression for d in system_of("sgd", "erf").definitions for p in d.pieces]


def test_of_equal_indices_there_is_one():
    """In another process too, where a pickled system is read."""
    i = Index("i", STUDENTS)
    assert i is Index("i", STUDENTS) and i != Index("i", TEACHERS) and i != Index("j", STUDENTS)
    assert pickle.loads(pickle.dumps(i)) is i and i.renamed("j") is Index("j", STUDENTS)


def test_what_an_expression_reads():
    for e in expressions():
        assert elements(e) == e.atoms(Indexed)
        assert arrays_read(e) == {str(x.base) for x in e.atoms(Indexed)}
        assert names_read(e) == {s.name for s in e.atoms(Symbol) if not isinstance(s, Index)}


def test_text_is_what_sympy_prints(monkeypatch):
    found = expressions()
    assert [text(e) for e in found] == [StrPrinter().doprint(e) for e in found]
    monkeypatch.setattr(StrPrinter, "_print_Add", lambda *_: pytest.fail("printed again"))
    assert [text(e) for e in found] == [str(e) for e in reversed(found)][::-1]
    with pytest.raises(pytest.fail.Exception, match="printed again"):
        [StrPrinter().doprint(e) for e in found]


def test_a_number_has_the_same_text_after_it_stood_in_a_sum():
    """SymPy leaves out zeros of one inside an expression."""
    number = sympy.Float("0.5", 20)
    inside, alone = str(Symbol("x") + number), str(number)
    assert (inside, alone) == ("x + 0.5", "0.50000000000000000000") and str(number) == alone


def test_expressions_are_equal_and_in_order_as_in_sympy():
    parts = set(chain.from_iterable(map(sympy.preorder_traversal, expressions()[:3])))
    for one, other in product(parts, parts):
        assert (one == other) == (once.EQUAL(one, other) is True) == (one is other)
    x = Symbol("x")
    again = sympy.Mul(x + 1, x, evaluate=False)
    assert again == sympy.Mul(x + 1, x, evaluate=False) != x * (x + 1)
    for e in parts:
        if isinstance(e, sympy.Mul):
            assert e.as_ordered_factors() == once.ORDERED_FACTORS(e)


def test_how_strongly_a_number_binds_is_of_its_type():
    """-1.5 of Python is written as it stands, that of SymPy in brackets."""
    for value in (-1.5, sympy.Float(-1.5), -1, sympy.Integer(-1), -x_times_y()):
        assert once.precedence(value) == precedence(value)


def x_times_y():
    return Symbol("x") * Symbol("y")


def test_settings_of_one_call_are_not_kept():
    class Printer(Once, LatexPrinter):
        pass

    e, printer = sympy.sin(Symbol("x")), Printer()
    plain = printer._print(e)
    assert printer._print(e, exp="2") == r"\sin^{2}{\left(x \right)}" != plain
    assert printer._print(e) == plain


class Ratio(Symbol):
    """Refuses to be asked whether it is zero."""

    @property
    def is_zero(self):
        raise AssertionError("asked")


def test_an_arcsine_does_not_ask_whether_its_argument_is_zero():
    x, y = Ratio("x"), Symbol("y")
    assert asin(-x) == -asin(x) and asin(y).diff(y) == 1 / sympy.sqrt(1 - y**2)
    assert (asin(0), asin(1), asin(-sympy.Rational(1, 2))) == (0, pi / 2, -pi / 6)
    assert isinstance(asin(x), sympy.asin) and str(asin(x)) == "asin(x)"
    with pytest.raises(AssertionError, match="asked"):
        sympy.asin(x)


def test_a_system_is_the_same_when_it_is_read():
    system = system_of("sgd", "erf")
    again = pickle.loads(pickle.dumps(system))
    assert again == system and again.describe() == system.describe()

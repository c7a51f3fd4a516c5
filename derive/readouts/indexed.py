"""Calculus with tables over groups: derivatives by an entry, sums contracted, the logarithm of a
determinant."""

from __future__ import annotations

from collections.abc import Callable

from sympy import Dummy, Expr, IndexedBase, Sum, Symbol, symbols

from ..ir.deltas import contract
from ..ir.printing import text

__all__ = ["INDICES", "LogDet", "by", "entry", "over"]

#: The number of groups, and the indices of tables.
K = Symbol("K", integer=True, positive=True)
INDICES = symbols("k l m n", integer=True)


def over(summand: Callable[..., Expr], indices: int = 1) -> Expr:
    """The sum of ``summand(i, j, ...)`` over that many indices."""
    names = symbols("i j", integer=True)[:indices]
    return Sum(summand(*names), *((name, 0, K - 1) for name in names))


def entry(table: IndexedBase | Symbol, rank: int, start: int = 0) -> Expr:
    """An entry with the indices k, l, m, n from the ``start``-th on; a table without indices is its
    entry."""
    return table[INDICES[start : start + rank]] if rank else table


class LogDet(Expr):
    """log det of a symmetric matrix over groups, whose entry (k, l) is ``entry``; its inverse is
    ``inverse``."""

    def __new__(cls, entry: Expr, inverse: IndexedBase) -> LogDet:
        found = Expr.__new__(cls)
        found.entry, found.inverse = entry, inverse
        return found

    def __getnewargs__(self) -> tuple:
        return self.entry, self.inverse

    def _hashable_content(self) -> tuple:
        return (self.entry, self.inverse)

    def matrix(self, i: Expr, j: Expr) -> Expr:
        """The entry (i, j)."""
        return self.entry.xreplace(dict(zip(INDICES[:2], (i, j), strict=True)))

    @property
    def free_symbols(self) -> set:
        return self.entry.free_symbols - set(INDICES[:2])

    def _eval_derivative(self, s: Expr) -> Expr:
        i, j = Dummy("i", integer=True), Dummy("j", integer=True)
        slope = self.matrix(i, j).diff(s)
        return Sum(Entry(self, j, i) * slope, (i, 0, K - 1), (j, 0, K - 1))


class Entry(Expr):
    """An entry of the inverse of the matrix of a ``LogDet``."""

    def __new__(cls, of: LogDet, row: Expr, column: Expr) -> Entry:
        return Expr.__new__(cls, of, row, column)

    def _eval_derivative(self, s: Expr) -> Expr:
        of, row, column = self.args
        i, j = Dummy("i", integer=True), Dummy("j", integer=True)
        return -Sum(
            Entry(of, row, i) * of.matrix(i, j).diff(s) * Entry(of, j, column),
            (i, 0, K - 1),
            (j, 0, K - 1),
        )

    def written(self) -> Expr:
        """As an entry of a table; the inverse is symmetric."""
        of, row, column = self.args
        return of.inverse[tuple(sorted((row, column), key=text))]


def by(expression: Expr, *entries: Expr) -> Expr:
    """The derivative by table entries, with the sums over Kronecker's delta done."""
    for s in entries:
        expression = contract(expression.diff(s))
    return expression.replace(lambda e: isinstance(e, Entry), lambda e: e.written())

"""Printers that go through an expression once: parts of it are in many others, and SymPy orders the
terms of a sum anew each time."""

from __future__ import annotations

from functools import cache
from typing import Any

from sympy import Basic, Expr, sympify
from sympy.printing.str import StrPrinter

__all__ = ["Once", "text"]


class Once:
    """Before a printer of SymPy: what it printed once is read.  Nothing that an expression is
    written with may change between two of them."""

    def _print(self, expr: Any, **settings: Any) -> str:
        if settings or not isinstance(expr, Basic) or expr.is_Float:  # SymPy strips zeros in sums
            return super()._print(expr, **settings)  # type: ignore[misc, no-any-return]
        known: dict[Basic, str] = self.__dict__.setdefault("printed", {})
        found = known.get(expr)
        if found is None:
            known[expr] = found = super()._print(expr)  # type: ignore[misc]
        return found

    def doprint(self, expr: Any) -> str:
        """SymPy's looks for assignments, and sets lines in."""
        return self._print(sympify(expr))

    def _as_ordered_terms(self, expr: Expr, order: str | None = None) -> list[Expr]:
        return _ordered(expr) if order is None else super()._as_ordered_terms(expr, order)  # type: ignore[misc]

    def _handle_UnevaluatedExpr(self, expr: Basic) -> Basic:
        """SymPy looks in each expression for what is not to be evaluated: in ours there is none."""
        return expr


@cache
def _ordered(expr: Expr) -> list[Expr]:
    """The terms in the order in which SymPy prints them."""
    found: list[Expr] = expr.as_ordered_terms()
    return found


class _Text(Once, StrPrinter):
    pass


_TEXT = _Text()


def text(expression: Basic) -> str:
    """What ``str`` gives, also to sort by: SymPy's own order depends on how an expression was
    made."""
    found: str = _TEXT.doprint(expression)
    return found

"""Losses and scales as LaTeX, as a model states them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from ...ir.words import Line, Tree
from .notation import APPLIED, index_latex, parameter_latex

__all__ = ["tree_latex"]


def tree_latex(e: Tree, outputs: dict[str, str] | None = None) -> str:
    """A tree with the letters of the networks' ``outputs``, by the names of their fields."""
    return _Line(outputs or {}).top(e)


class _Line(Line):
    plus, minus, times = "+", "-", ""

    def scaled(self, number: Fraction, body: str) -> str:
        return ("" if number == 1 else self.number(number)) + body

    def number(self, value: Fraction) -> str:
        if value.denominator == 1:
            return str(value.numerator)
        digits = (value.numerator, value.denominator)
        return (
            r"\frac{}{}".format(*digits)
            if max(digits) < 10
            else r"\frac{{{}}}{{{}}}".format(*digits)
        )

    def name(self, name: str) -> str:
        return parameter_latex(name)

    def letter(self, name: str) -> str:
        return index_latex(name)

    def head(self, name: str, unit: str) -> str:
        return f"w^0_{unit}" if name == "w0" else super().head(name, unit)

    def applied(self, name: str, of: str) -> str:
        return rf"{APPLIED[name, 0]}\left({of}\right)"

    def total(self, unit: str, body: str) -> str:
        return rf"\sum_{{{unit}}}{body}"

    def raised(self, base: str, exponent: Any) -> str:
        return f"{base}^{exponent}" if exponent == 2 else f"{base}^{{{exponent}}}"

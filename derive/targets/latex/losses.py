"""The convention card, with losses and scales as a model states them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from ...ir.system import Convention
from ...ir.words import Line
from .notation import index_latex, parameter_latex

__all__ = ["card"]


def card(convention: tuple[Convention, ...]) -> list[dict[str, str]]:
    """The lines of a convention card: subject, text, LaTeX."""
    found = []
    for c in convention:
        latex = c.latex
        if c.trees:
            latex = latex.format(*map(_Line(c.outputs).top, c.trees))
        found.append({"subject": c.subject, "text": c.text, "latex": latex})
    return found


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

    def total(self, unit: str, body: str) -> str:
        return rf"\sum_{{{unit}}}{body}"

    def raised(self, base: str, exponent: Any) -> str:
        return f"{base}^{exponent}" if exponent == 2 else f"{base}^{{{exponent}}}"

"""Losses in words: as one line of text, or of LaTeX, with f and y for the outputs."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from .algorithm import Algorithm, expression
from .expression import Add, Mul, Node, NoExpression, Number, Power, Size, multiplied, parts
from .scenario import Activate, Element, Field, Noise, Output, Rate, Summed

__all__ = ["losses", "scales"]

Names = Callable[[str], str]
#: Factors of a product in the order they are written in.
ORDER = (Size, Rate, Element, Field, Activate, Noise)


def losses(algorithm: Algorithm, names: Names | None = None) -> tuple[tuple[str, str], ...]:
    """(what it is the loss of, the loss): one for all, "", where inner and outer loop have the same.

    ``names`` writes a name in LaTeX; without it the lines are text.
    """
    write, outer, inner = _Line(algorithm, names), algorithm.outer, algorithm.adaptation
    last = write.top(expression(outer.loss, outer.head, outer.samples))
    first = write.top(expression(inner.loss, inner.head, inner.samples)) if inner else last
    return (("", last),) if first == last else (("inner loop", first), ("outer step", last))


def scales(algorithm: Algorithm, names: Names | None = None) -> tuple[str, str]:
    """What multiplies the outputs f and y; "" for 1."""
    write = _Line(algorithm, names)
    found = (network.scale for network in (algorithm.learner, algorithm.teacher))
    first, second = ("" if x == Number(1) else write.signed_text(x) for x in found)
    return first, second


class _Line:
    """Writes expressions: sums, products and powers with as few brackets as they can be read with."""

    def __init__(self, algorithm: Algorithm, names: Names | None) -> None:
        self.outputs = {algorithm.learner.field: "f", algorithm.teacher.field: "y"}
        self.latex = names is not None
        self.name: Names = names or (lambda name: name)
        self.times = "" if self.latex else "*"

    def top(self, e: Node) -> str:
        return self.sum_of(e.args) if isinstance(e, Add) else self.signed_text(e)

    def sum_of(self, args: tuple[Node, ...]) -> str:
        """The outputs first, f before y, then noise, then what else there is."""
        minus, plus = ("-", "+") if self.latex else (" - ", " + ")
        found = ""
        for negative, body in (self.signed(x) for x in sorted(args, key=self.rank)):
            if found:
                found += (minus if negative else plus) + body
            else:
                found = "-" * negative + body
        return found

    def rank(self, e: Node) -> int:
        inside = list(parts(e))
        for place, field in enumerate(self.outputs):
            if any(isinstance(x, Output) and x.network.field == field for x in inside):
                return place
        return 2 if any(isinstance(x, Noise) for x in inside) else 3

    def signed(self, e: Node) -> tuple[bool, str]:
        """Whether the term is negative, and its size."""
        first = e.args[0] if isinstance(e, Mul) else e
        negative = isinstance(first, Number) and first.value < 0
        return negative, self.factor_line(multiplied(Number(-1), e) if negative else e)

    def signed_text(self, e: Node) -> str:
        negative, body = self.signed(e)
        return "-" * negative + body

    def factor_line(self, e: Node) -> str:
        """A product: its number, which is positive, in front and below, then sizes and parameters, then the rest."""
        if not isinstance(e, Mul):
            return self.factor(e)
        numbers = [x.value for x in e.args if isinstance(x, Number)]
        factors = [x for x in e.args if not isinstance(x, Number)]
        factors.sort(key=lambda x: ORDER.index(type(x)) if type(x) in ORDER else len(ORDER))
        body = self.times.join(map(self.factor, factors))
        number = numbers[0] if numbers else 1
        if self.latex or isinstance(number, float):
            return self.number(number) + self.times + body if numbers else body
        above, below = Fraction(number).numerator, Fraction(number).denominator
        return (f"{above}*" if above != 1 else "") + body + (f"/{below}" if below != 1 else "")

    def number(self, value: int | Fraction | float) -> str:
        return _fraction(value) if self.latex and isinstance(value, Fraction) else str(value)

    def factor(self, e: Node) -> str:
        match e:
            case Number(value):
                return self.number(value)
            case Rate(name) | Size(name):
                return self.name(name)
            case Output(network):
                return self.outputs[network.field]
            case Noise():
                return self.name("zeta")
            case Element(name, unit):
                return f"w^0_{unit}" if self.latex and name == "w0" else f"{name}_{unit}"
            case Field(network, unit):
                return f"{self.name(network)}_{unit}"
            case Activate(order, of):
                return "g" + "'" * order + f"({self.factor(of)})"
            case Summed(unit, body):
                inside = self.signed_text(body)
                return f"\\sum_{{{unit}}}{inside}" if self.latex else f"sum_{unit} {inside}"
            case Power(base, exponent):
                return self.power(base, exponent)
            case Add() | Mul():
                return f"({self.top(e)})"
        raise NoExpression(f"has {e}, which is no part of a loss")

    def power(self, base: Node, exponent: int | Fraction) -> str:
        text = self.factor(base)
        raised = self.latex and text.startswith("w^0")  # has a superscript already
        simple = isinstance(base, Rate | Size | Output | Noise | Activate | Element) and not raised
        inside = text if simple or text.startswith("(") else f"({text})"
        plain = isinstance(exponent, int) and exponent > 0
        if self.latex:
            return f"{inside}^{exponent}" if exponent == 2 else f"{inside}^{{{exponent}}}"
        return f"{inside}^{exponent}" if plain else f"{inside}^({exponent})"


def _fraction(value: Fraction) -> str:
    digits = (value.numerator, value.denominator)
    return r"\frac{}{}".format(*digits) if max(digits) < 10 else r"\frac{{{}}}{{{}}}".format(*digits)

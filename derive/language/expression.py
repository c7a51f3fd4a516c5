"""Expressions of a model file as data: numbers, names, sums, products and powers, with the
operators of Python.

Sums and products are flat, their numbers carried out; otherwise an expression stays as its author
wrote it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, fields
from fractions import Fraction
from functools import singledispatch
from numbers import Rational
from typing import Any

__all__ = [
    "Add",
    "Mul",
    "NoExpression",
    "Node",
    "Number",
    "Power",
    "Size",
    "Variable",
    "added",
    "below",
    "multiplied",
    "node",
    "parts",
    "raised",
    "sqrt",
]

LONGEST = 80  # characters of what is none that a message shows


class NoExpression(TypeError):
    """What stands in an expression and is none, in the words of its author."""


class Node:
    """An expression: what is added, multiplied or raised to a power gives another."""

    __array_ufunc__ = None  # numpy leaves a product of its numbers and a node to the node

    def __add__(self, other: Any) -> Node:
        return added(self, node(other))

    def __radd__(self, other: Any) -> Node:
        return added(node(other), self)

    def __sub__(self, other: Any) -> Node:
        return added(self, -node(other))

    def __rsub__(self, other: Any) -> Node:
        return added(node(other), -self)

    def __mul__(self, other: Any) -> Node:
        return multiplied(self, node(other))

    def __rmul__(self, other: Any) -> Node:
        return multiplied(node(other), self)

    def __truediv__(self, other: Any) -> Node:
        return multiplied(self, node(other) ** -1)

    def __rtruediv__(self, other: Any) -> Node:
        return multiplied(node(other), self**-1)

    def __pow__(self, exponent: Any) -> Node:
        return raised(self, exponent)

    def __rpow__(self, base: Any) -> Node:
        raise NoExpression(f"has {base}**({self}): exponents are numbers")

    def __abs__(self) -> Node:
        raise NoExpression(f"has abs({self}): write relu(x) + relu(-x), or log_cosh(x)")

    def _ordered(self, other: Any) -> bool:
        raise NoExpression(
            f"compares {self} with {other}: a model is one expression for all samples; relu(x) is"
            ' x where x > 0 and else 0, a network with activation="sign" a jump'
        )

    __lt__ = __le__ = __gt__ = __ge__ = _ordered

    def __neg__(self) -> Node:
        return multiplied(Number(-1), self)

    def __pos__(self) -> Node:
        return self


@dataclass(frozen=True)
class Number(Node):
    """A number; whole ones are integers."""

    value: int | Fraction | float

    def __str__(self) -> str:
        return str(self.value)


@dataclass(frozen=True)
class Size(Node):
    """The number of units of a network."""

    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Variable(Node):
    """A quantity with a name of its own."""

    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Add(Node):
    """A sum of two or more terms."""

    args: tuple[Node, ...]

    def __str__(self) -> str:
        return " + ".join(map(str, self.args)).replace("+ -", "- ")


@dataclass(frozen=True)
class Mul(Node):
    """A product of two or more factors; its number comes first."""

    args: tuple[Node, ...]

    def __str__(self) -> str:
        text = "*".join(f"({x})" if isinstance(x, Add) else str(x) for x in self.args)
        return text.replace("-1*", "-", 1) if text.startswith("-1*") else text


@dataclass(frozen=True)
class Power(Node):
    """``base`` to a power that is a number."""

    base: Node
    exponent: int | Fraction

    def __str__(self) -> str:
        base = f"({self.base})" if isinstance(self.base, Add | Mul | Power) else str(self.base)
        return f"{base}**{self.exponent}" if self.exponent > 0 else f"{base}**({self.exponent})"


@singledispatch
def node(value: object) -> Node:
    """``value`` as an expression: a node, a whole number, a fraction, a finite float."""
    text = " ".join(str(value).split())
    shown = text if len(text) <= LONGEST else text[:LONGEST] + " ..."
    raise NoExpression(f"has {shown}, which is no expression but a {type(value).__name__}")


@node.register
def _(value: Node) -> Node:
    return value


@node.register(Rational)
def _(value: Rational) -> Node:
    return Number(_exact(Fraction(int(value.numerator), int(value.denominator))))


@node.register
def _(value: float) -> Node:
    return Number(_exact(float(value)))


@node.register
def _(value: bool) -> Node:
    raise NoExpression(f"has {value}, which is no number")


def _exact(value: Fraction | float) -> int | Fraction | float:
    if not math.isfinite(value):
        raise NoExpression("has a number out of the range of double precision")
    whole = isinstance(value, Fraction) and value.denominator == 1
    return int(value) if whole else value


def added(*terms: Node) -> Node:
    """The sum; that of its numbers comes last."""
    flat: list[Node] = []
    for term in terms:
        flat += term.args if isinstance(term, Add) else (term,)
    number: Any = sum((x.value for x in flat if isinstance(x, Number)), Fraction(0))
    rest = [x for x in flat if not isinstance(x, Number)]
    if number or not rest:
        rest.append(Number(_exact(number)))
    return Add(tuple(rest)) if len(rest) > 1 else rest[0]


def multiplied(*factors: Node) -> Node:
    """The product; that of its numbers comes first."""
    flat: list[Node] = []
    for factor in factors:
        flat += factor.args if isinstance(factor, Mul) else (factor,)
    number: Any = math.prod((x.value for x in flat if isinstance(x, Number)), start=Fraction(1))
    rest = [x for x in flat if not isinstance(x, Number)]
    if number == 0:
        return Number(0)
    if number != 1 or not rest:
        rest.insert(0, Number(_exact(number)))
    return Mul(tuple(rest)) if len(rest) > 1 else rest[0]


def raised(base: Node, exponent: Any) -> Node:
    """The power; (x^a)^n is x^(a n) for a whole n."""
    found = node(exponent)
    value = Fraction(found.value) if isinstance(found, Number) else None
    power = value and value.limit_denominator(1000)
    if power is None or power != value:
        raise NoExpression(
            f"has ({base})**({exponent}): exponents are whole numbers and simple fractions"
        )
    whole = power.denominator == 1
    if isinstance(base, Number) and base.value == 0 and power < 0:
        raise NoExpression("has a division by zero")
    if isinstance(base, Number) and base.value < 0 and not whole:
        raise NoExpression(f"has ({base})**({exponent}), which is no real number")
    if power == 1:
        return base
    if power == 0:
        return Number(1)
    if isinstance(base, Number) and whole:
        number = Fraction(base.value) if isinstance(base.value, int) else base.value
        return Number(_exact(number ** int(power)))
    if isinstance(base, Power) and whole:
        return raised(base.base, base.exponent * power)
    return Power(base, int(power) if whole else power)


def sqrt(value: Any) -> Node:
    """The square root of an expression or a number."""
    return node(value) ** Fraction(1, 2)


def below(expression: Node) -> Iterator[Node]:
    """What the expression is made of, itself left out."""
    for field in fields(expression):  # type: ignore[arg-type]
        value = getattr(expression, field.name)
        for x in value if isinstance(value, tuple) else (value,):
            if isinstance(x, Node):
                yield x


def parts(expression: Node) -> Iterator[Node]:
    """The expression and all that it is made of, and what that is made of."""
    yield expression
    for x in below(expression):
        yield from parts(x)

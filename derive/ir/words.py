"""Losses in words: their trees as one line of text, with f and y for the outputs; targets write
them their way."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

__all__ = ["ONE", "Line", "Tree", "factor", "has_noise"]

Tree = dict[str, Any]
ONE: Tree = {"op": "number", "value": 1}


def parts(e: Tree) -> Iterator[Tree]:
    """The tree and all trees in it."""
    yield e
    for inner in (*(e[key] for key in ("of", "body", "base") if key in e), *e.get("args", ())):
        yield from parts(inner)


def has_noise(e: Tree) -> bool:
    """Whether label noise is in it."""
    return any(x["op"] == "noise" for x in parts(e))


def factor(e: Tree) -> Tree:
    """To be written in front of something else: a sum in brackets."""
    return {"op": "mul", "args": [e]} if e["op"] == "add" else e


class Line:
    """Writes trees: sums, products and powers with as few brackets as they can be read with.

    ``outputs`` are the letters of the networks' outputs, by the names of their fields.
    """

    plus, minus, times = " + ", " - ", "*"

    def __init__(self, outputs: dict[str, str]) -> None:
        self.outputs = outputs

    def top(self, e: Tree) -> str:
        return self.sum_of(e["args"]) if e["op"] == "add" else self.factor_line(e)

    def sum_of(self, args: list[Tree]) -> str:
        """The outputs first, f before y, then noise, then what else there is."""
        found = ""
        for _, term in sorted(((self.rank(x), self.signed(x)) for x in args), key=lambda x: x[0]):
            negative, body = term
            if found:
                found += self.minus if negative else self.plus
            elif negative:
                found += "-"
            found += body
        return found

    def rank(self, e: Tree) -> tuple[int, str]:
        written = {x["network"] for x in parts(e) if x["op"] == "output"}
        for place, field in enumerate(self.outputs):
            if field in written:
                return place, str(e)
        return (2 if has_noise(e) else 3), str(e)

    def signed(self, e: Tree) -> tuple[bool, str]:
        """Whether the term is negative, and its size."""
        if e["op"] == "number" and _value(e) < 0:
            return True, self.factor_line({**e, "value": str(-_value(e))})
        if e["op"] == "mul":
            for place, x in enumerate(e["args"]):
                if x["op"] == "number" and _value(x) < 0:
                    rest = [*e["args"][:place], *e["args"][place + 1 :]]
                    value = -_value(x)
                    factors = rest if value == 1 else [{"op": "number", "value": str(value)}, *rest]
                    return True, self.factor_line({"op": "mul", "args": factors})
        return False, self.factor_line(e)

    def factor_line(self, e: Tree) -> str:
        """A product: its rational number in front and below, then parameters, then the rest."""
        if e["op"] != "mul":
            return self.factor(e)
        number, factors = Fraction(1), []
        for x in e["args"]:
            if x["op"] == "number":
                number *= _value(x)
            else:
                factors.append(x)
        order = ("size", "parameter", "gain", "vector", "head", "field", "activation", "noise")
        factors.sort(key=lambda x: order.index(x["op"]) if x["op"] in order else len(order))
        return self.scaled(number, self.times.join(self.factor(x) for x in factors))

    def scaled(self, number: Fraction, body: str) -> str:
        front = "" if abs(number.numerator) == 1 else f"{number.numerator}*"
        below = "" if number.denominator == 1 else f"/{number.denominator}"
        return ("-" if number == -1 else "") + front + body + below

    def number(self, value: Fraction) -> str:
        return str(value)

    def name(self, name: str) -> str:
        """A parameter or a number of samples."""
        return name

    def letter(self, name: str) -> str:
        """A field, or the label noise."""
        return name

    def head(self, name: str, unit: str) -> str:
        return f"{name}_{unit}"

    def total(self, unit: str, body: str) -> str:
        return f"sum_{unit} {body}"

    def raised(self, base: str, exponent: Any) -> str:
        return (
            f"{base}^{exponent}"
            if isinstance(exponent, int) and exponent > 0
            else f"{base}^({exponent})"
        )

    def applied(self, name: str, of: str) -> str:
        """A function of the loss's own."""
        return f"{name}({of})"

    def factor(self, e: Tree) -> str:
        op = e["op"]
        if op == "number":
            return self.number(_value(e))
        if op in ("parameter", "size"):
            return self.name(e["name"])
        if op == "output":
            return self.outputs[e["network"]]
        if op == "noise":
            return self.letter("zeta")
        if op in ("gain", "head", "vector"):
            return self.head(e["name"], e["unit"])
        if op == "field":
            return f"{self.letter(e['network'])}_{e['unit']}"
        if op == "activation":
            return "g" + "'" * e["order"] + f"({self.factor(e['of'])})"
        if op == "function":
            of = e["of"]
            inside = self.sum_of(of["args"] if of["op"] == "add" else [of])
            return self.applied(e["name"], inside)
        if op == "sum":
            body = (
                self.factor(e["body"]) if e["body"]["op"] != "mul" else self.factor_line(e["body"])
            )
            return self.total(e["unit"], body)
        if op == "power":
            base = self.factor(e["base"])
            simple = e["base"]["op"] in (
                "parameter",
                "size",
                "output",
                "noise",
                "activation",
                "head",
            )
            # which may have a superscript already
            bare = base.startswith("(") or (simple and "^" not in base)
            return self.raised(base if bare else f"({base})", e["exponent"])
        return f"({self.top(e)})"


def _value(e: Tree) -> Fraction:
    """A number; one with a decimal point as it is written."""
    return Fraction(str(e["value"]))

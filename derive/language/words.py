"""Losses in words: the trees of `data` as one line of text, or of LaTeX, with f and y for the outputs."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from .algorithm import Algorithm
from .data import model_data

__all__ = ["losses"]

Tree = dict[str, Any]
Names = Callable[[str], str]


def losses(algorithm: Algorithm, names: Names | None = None) -> tuple[tuple[str, str], ...]:
    """(what it is the loss of, the loss): one for all, "", where inner and outer loop have the same.

    ``names`` writes a name in LaTeX; without it the lines are text.
    """
    data = model_data(algorithm)
    write = _Line(data, names)
    outer = write.top(data["outer"]["loss"])
    inner = write.top(data["inner"]["loss"]) if data["inner"] else outer
    return (("", outer),) if inner == outer else (("inner loop", inner), ("outer step", outer))


class _Line:
    """Writes trees: sums, products and powers with as few brackets as they can be read with."""

    def __init__(self, data: Tree, names: Names | None) -> None:
        self.outputs = {data["learner"]["field"]: "f", data["teacher"]["field"]: "y"}
        self.latex = names is not None
        self.name: Names = names or (lambda name: name)
        self.times = r"\," if self.latex else "*"

    def top(self, e: Tree) -> str:
        return self.sum_of(e["args"]) if e["op"] == "add" else self.factor_line(e)

    def sum_of(self, args: list[Tree]) -> str:
        """The outputs first, f before y, then noise, then what else there is."""
        found = ""
        for _, term in sorted(((self.rank(x), self.signed(x)) for x in args), key=lambda x: x[0]):
            negative, body = term
            if found:
                found += (" - " if not self.latex else "-") if negative else (" + " if not self.latex else "+")
            elif negative:
                found += "-"
            found += body
        return found

    def rank(self, e: Tree) -> tuple[int, str]:
        text = str(e)
        for place, (field, _) in enumerate(self.outputs.items()):
            if "'output'" in text and f"'network': '{field}'" in text:
                return place, text
        return (2 if "'op': 'noise'" in text else 3), text

    def signed(self, e: Tree) -> tuple[bool, str]:
        """Whether the term is negative, and its size."""
        if e["op"] == "number" and Fraction(e["value"]) < 0:
            return True, self.factor_line({**e, "value": str(-Fraction(e["value"]))})
        if e["op"] == "mul":
            for place, x in enumerate(e["args"]):
                if x["op"] == "number" and Fraction(x["value"]) < 0:
                    rest = [*e["args"][:place], *e["args"][place + 1 :]]
                    value = -Fraction(x["value"])
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
                number *= Fraction(x["value"])
            else:
                factors.append(x)
        order = ("size", "parameter", "head", "field", "activation", "noise")
        factors.sort(key=lambda x: order.index(x["op"]) if x["op"] in order else len(order))
        body = (self.times if not self.latex else "").join(self.factor(x) for x in factors)
        if self.latex:
            front = "" if number == 1 else _fraction(number)
            return front + body
        front = "" if abs(number.numerator) == 1 else f"{number.numerator}*"
        below = "" if number.denominator == 1 else f"/{number.denominator}"
        return ("-" if number == -1 else "") + front + body + below

    def factor(self, e: Tree) -> str:
        op = e["op"]
        if op == "number":
            value = Fraction(e["value"])
            return _fraction(value) if self.latex else str(value)
        if op in ("parameter", "size"):
            return self.name(e["name"])
        if op == "output":
            return self.outputs[e["network"]]
        if op == "noise":
            return self.name("zeta")
        if op == "head":
            return f"w^0_{e['unit']}" if self.latex and e["name"] == "w0" else f"{e['name']}_{e['unit']}"
        if op == "field":
            return f"{self.name(e['network'])}_{e['unit']}"
        if op == "activation":
            return "g" + "'" * e["order"] + f"({self.factor(e['of'])})"
        if op == "sum":
            body = self.factor(e["body"]) if e["body"]["op"] != "mul" else self.factor_line(e["body"])
            return f"\\sum_{{{e['unit']}}}{body}" if self.latex else f"sum_{e['unit']} {body}"
        if op == "power":
            base = self.factor(e["base"])
            raised = self.latex and base.startswith("w^0")  # has a superscript already
            simple = e["base"]["op"] in ("parameter", "size", "output", "noise", "activation", "head") and not raised
            inside = base if simple or base.startswith("(") else f"({base})"
            return f"{inside}^{{{e['exponent']}}}" if self.latex and e["exponent"] != 2 else f"{inside}^{e['exponent']}"
        return f"({self.top(e)})"


def _fraction(value: Fraction) -> str:
    if value.denominator == 1:
        return str(value.numerator)
    digits = (value.numerator, value.denominator)
    return r"\frac{}{}".format(*digits) if max(digits) < 10 else r"\frac{{{}}}{{{}}}".format(*digits)

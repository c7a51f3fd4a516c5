"""How LaTeX formulas fill a page: an estimate of their width, and lines no wider than the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from sympy import Add, Expr, Mul, Sum

__all__ = [
    "BREAK",
    "LANDSCAPE",
    "LINE",
    "MANY",
    "broken",
    "filled",
    "formula",
    "on_lines",
    "pieces",
    "width",
]

BREAK = r" \\ & "  #: between the lines of an aligned formula
LINE = 425.0  #: points: the text is 455 wide, estimates err by some per cent
LANDSCAPE = 700.0  #: the same of a page on its side, 731 wide at 10 points
MANY = 100  #: terms of a sum that are written out

_TOKEN = re.compile(r"\\[a-zA-Z]+\*?|\\.|\s+|[{}_^&]|.")
_SCRIPT = 0.72  # size of sub- and superscripts
#: In points, at 11 points; a letter is as wide as one of mathematics italic, a command as a Greek
#: one.
_WIDTHS = {
    "+": 13.5,
    "-": 13.5,
    "=": 15.0,
    "<": 15.0,
    ",": 5.0,
    ".": 3.1,
    "(": 4.6,
    ")": 4.6,
    "[": 3.1,
    "'": 3.0,
}
_WIDTHS |= {"|": 3.1, "/": 5.5, "!": 3.1, " ": 0.0, "&": 0.0, "1": 5.5}
_COMMANDS = {
    r"\sum": 17.0,
    r"\to": 17.0,
    r"\times": 13.5,
    r"\cdot": 8.0,
    r"\mid": 9.0,
    r"\infty": 11.0,
}
_COMMANDS |= {
    r"\,": 1.8,
    r"\!": -1.8,
    r"\quad": 11.0,
    r"\langle": 5.0,
    r"\rangle": 5.0,
    r"\cdots": 16.0,
}
_SILENT = {
    r"\left",
    r"\right",
    r"\bigl",
    r"\bigr",
    r"\Bigl",
    r"\Bigr",
    r"\big",
    r"\Big",
    r"\displaystyle",
}
_ONE_GROUP = {r"\operatorname", r"\mathrm", r"\text", r"\bar", r"\tilde", r"\hat"}


@cache
def width(latex: str) -> float:
    """An estimate in points."""
    tokens = [t for t in _TOKEN.findall(latex) if not t.isspace()]
    return _Width(tokens).rest(1.0)


class _Width:
    """Reads tokens and adds up what they take."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens, self.place = tokens, 0

    def rest(self, size: float, end: str = "") -> float:
        """Up to ``end``, or all of it."""
        total = 0.0
        while self.place < len(self.tokens):
            if self.tokens[self.place] == end:
                self.place += 1
                break
            total += self.one(size)
        return total

    def one(self, size: float) -> float:
        token = self.tokens[self.place]
        self.place += 1
        if token == "{":
            return self.rest(size, "}")
        if token in ("_", "^"):
            below = self.one(size * _SCRIPT)
            other = {"_": "^", "^": "_"}[token]
            # one above the other
            if self.place < len(self.tokens) and self.tokens[self.place] == other:
                self.place += 1
                return max(below, self.one(size * _SCRIPT))
            return below
        if token == r"\frac":
            return max(self.one(size), self.one(size)) + 2.6 * size
        if token == r"\sqrt":
            return self.one(size) + 10.0 * size
        if token in _SILENT:
            return 2.5 * size if token in (r"\left", r"\right") else 0.0
        if token in _ONE_GROUP:
            return self.one(size)
        if token.startswith("\\"):
            return size * _COMMANDS.get(token, 6.8)
        return size * _WIDTHS.get(
            token, 5.5 if token.isdigit() else 8.0 if token.isupper() else 6.0
        )


def filled(parts: Iterable[str], limit: float = LINE) -> list[str]:
    """The parts one after the other on lines no wider than ``limit``, where a single part allows
    it."""
    lines: list[str] = []
    room = 0.0
    for part in parts:
        size = width(part)
        if lines and size <= room:
            lines[-1] += " " + part
            room -= size
        else:
            lines.append(part)
            room = limit - size
    return lines


def on_lines(terms: list[str]) -> str:
    """A sum with a line for each summand."""
    return BREAK.join([terms[0], *(t if t.startswith("-") else "+ " + t for t in terms[1:])])


def broken(
    expression: Expr,
    write: Callable[[Expr], str],
    limit: float = LINE,
    around: tuple[str, str] = ("", ""),
) -> str:
    """An expression on lines no wider than ``limit``, with what stands before and after it."""
    before, after = around
    parts = _wrapped(before, pieces(expression, write, limit - width(before + after)), after)
    return BREAK.join(filled(parts, limit))


def formula(before: str, after: str, limit: float = LINE) -> str:
    """``before = after`` with its lines aligned behind the equal sign, or below what is equal where
    that is wide."""
    lines = after.split(BREAK)
    if BREAK not in before and width(before + "=") + max(map(width, lines)) <= limit:
        return f"{before} ={{}}& {after}"
    return f"& {before}" + BREAK + (r"\quad = " + (BREAK + r"\quad ").join(lines))


def pieces(expression: Expr, write: Callable[[Expr], str], limit: float = LINE) -> list[str]:
    """What an expression may be broken into, to be read one after the other: summands, and factors
    where one is wide.

    Of a sum of more than ``MANY`` terms the first ones, and how many there are.
    """
    if isinstance(expression, Sum):
        return _summed(expression, write, limit)
    terms = Add.make_args(expression)
    if len(terms) > MANY:
        shown: list[str] = []
        for term in terms[:MANY]:
            shown += _signed(_factors(term, write, limit))
        return [*shown, rf"+ \cdots\ ({len(terms)}\text{{ terms}})"]
    text = write(expression)
    if width(text) <= limit:
        return [text]
    if len(terms) == 1:
        return _factors(expression, write, limit)
    first, *others = expression.as_ordered_terms()
    found = list(_factors(first, write, limit))
    for term in others:
        found += _signed(_factors(term, write, limit))
    return found


def _summed(total: Sum, write: Callable[[Expr], str], limit: float) -> list[str]:
    """A sum over an index: its sign and what all summands share, then the summand in brackets, in
    pieces."""
    shared, body = total.function.as_independent(Add, as_Add=False)
    signs = "".join(rf"\sum_{{{write(i)}}}" for i, _, _ in total.limits) + " "
    if body == 1:
        return _wrapped(signs, _factors(shared, write, limit - width(signs)), "")
    head = signs + ("" if shared == 1 else write(shared))
    parts = pieces(body, write, limit - width(head))
    return _wrapped(head + r" \Bigl[", parts, r"\Bigr]")


def _wrapped(before: str, parts: list[str], after: str) -> list[str]:
    """The parts, which may be one, with text before the first and after the last."""
    found = [before + parts[0], *parts[1:]]
    return [*found[:-1], found[-1] + after]


def _signed(parts: list[str]) -> list[str]:
    return parts if parts[0].startswith("-") else ["+ " + parts[0], *parts[1:]]


def _in_front(factor: Expr) -> bool:
    """Whether it is a number, a power of a symbol, or stands in a denominator."""
    base, exponent = factor.as_base_exp()
    return factor.is_number or base.is_Symbol or exponent.could_extract_minus_sign()


def _factors(term: Expr, write: Callable[[Expr], str], limit: float) -> list[str]:
    """A summand; where it is too wide its numbers, rates and denominators as one fraction, then
    factor by factor."""
    text = write(term)
    if width(text) <= limit or not isinstance(term, Mul):
        return [text]
    number, rest = term.as_coeff_Mul()
    factors = rest.as_ordered_factors()
    together = [f for f in factors if _in_front(f)]
    front = number * Mul(*together)
    if width(write(front)) <= limit:
        factors = [f for f in factors if f not in together]
    else:
        front = number
    found = [] if front == 1 else ["-" if front == -1 else write(front)]
    for factor in factors:
        parts = [write(factor)]
        if isinstance(factor, Add):
            parts = filled(pieces(factor, write, limit / 2), limit / 2)
            parts = _wrapped(r"\bigl(", parts, r"\bigr)")
        elif isinstance(factor, Sum):
            parts = filled(_summed(factor, write, limit), limit)
        found += parts
    return found

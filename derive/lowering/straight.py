"""Straight-line code, and the same backwards: how a number answers to what it is made of.

With p = f(a, b), y = h(p, a) and the slope by of a result with respect to y,

    bp = by dh/dp ,   ba = by dh/da + bp df/da ,   bb = bp df/db :

one multiplication by each partial derivative, whatever the number of arguments.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from sympy import Add, DiracDelta, Expr, Mul, Pow, S, Symbol, numbered_symbols
from sympy.tensor.indexed import Indexed

from ..ir.elements import elements
from ..ir.system import Index, Joint
from .program import rooted

__all__ = ["Call", "Line", "Straight", "backwards", "straightened", "through"]

#: How values, slopes and what slopes of a routine are called.
VALUE, SLOPE, SLOPES = "p_", "b_", "g_"
#: Factors of a product on one line.
LONG = 4
#: Stands for what is differentiated by.
LEAF = Symbol("leaf", real=True)


@dataclass(frozen=True)
class Line:
    """name = value."""

    name: Symbol
    value: Expr


@dataclass(frozen=True)
class Call:
    """name[0], name[1], .. = slopes of a ``Joint`` with respect to its arguments, times ``slope``;
    ``slopes``: their names."""

    name: str
    joint: Joint
    slope: Expr
    slopes: tuple[Symbol, ...]


@dataclass(frozen=True)
class Straight:
    """Lines that compute a value, lines that go back through them, and what is added to the slopes
    of the leaves."""

    lines: tuple[Line, ...]
    back: tuple[Line | Call, ...]
    added: tuple[tuple[Expr, Expr], ...]


class _Lines:
    """An expression in small lines: functions, what stands in brackets, and parts of long products
    have a name each, the same the same, and none that is ``taken``, by a parameter say."""

    def __init__(self, letter: str, taken: Collection[str]) -> None:
        every = numbered_symbols(letter, real=True)
        self.names = (x for x in every if x.name not in taken and SLOPE + x.name not in taken)
        self.lines: list[Line] = []
        self.known: dict[Expr, Symbol] = {}

    def named(self, e: Expr) -> Expr:
        """A leaf, a number or a name."""
        if _is_leaf(e):
            return e
        value = self.small(e)
        if _is_leaf(value):
            return value
        if value not in self.known:
            self.known[value] = next(self.names)
            self.lines.append(Line(self.known[value], value))
        return self.known[value]

    def small(self, e: Expr) -> Expr:
        """Of leaves, numbers and names."""
        if _is_leaf(e):
            return e
        if isinstance(e, Add):
            return Add(*map(self.term, e.args))
        if isinstance(e, Mul):
            return self.product([self.power(a) for a in e.args])
        if isinstance(e, Pow) and e.exp.is_number:
            return self.power(e)
        return e.func(*map(self.named, e.args))

    def term(self, e: Expr) -> Expr:
        """As ``small``, a ``Joint`` by name: its slopes are those of a line."""
        return self.named(e) if isinstance(e, Joint) else self.small(e)

    def power(self, e: Expr) -> Expr:
        if isinstance(e, Pow) and e.exp.is_number:
            return Pow(self.named(e.base), e.exp)
        return self.named(e)

    def product(self, factors: list[Expr]) -> Expr:
        """a b c d e f   ->   p q,   p = a b c,  q = d e f"""
        if len(factors) <= LONG:
            return Mul(*factors)
        half = len(factors) // 2
        ends = (self.product(factors[:half]), self.product(factors[half:]))
        return Mul(*map(self.named, ends))


def _is_leaf(e: Expr) -> bool:
    """Elements and names, numbers, and what has only indices in it."""
    return isinstance(e, Indexed | Symbol) or not (_leaves(e))


def straightened(
    value: Expr, letter: str = VALUE, taken: Collection[str] = ()
) -> tuple[list[Line], Expr]:
    """The value in small lines, with no names that are ``taken``, and what is left."""
    made = _Lines(letter, taken)
    rest = made.term(value)
    return made.lines, rest


def backwards(
    value: Expr,
    slope: Expr,
    moves: Callable[[Expr], bool],
    prefix: str = "",
    taken: Collection[str] = (),
) -> Straight:
    """``value`` backwards, from the ``slope`` of a result with respect to it; leaves, symbols and
    elements of arrays, have slopes where they move.  ``prefix``: of the names of the lines,
    of which none is one that is ``taken``."""
    lines, rest = straightened(rooted(value), prefix + VALUE, taken)
    return through(lines, [(rest, slope)], moves, prefix)


def through(
    lines: Iterable[Line],
    ends: Iterable[tuple[Expr, Expr]],
    moves: Callable[[Expr], bool],
    prefix: str = "",
) -> Straight:
    """The same from lines and what they end in, with slopes; what no slope needs is left out."""
    lines = list(lines)
    moving: dict[Symbol, bool] = {}
    for line in lines:
        moving[line.name] = any(moving.get(x) or moves(x) for x in _leaves(line.value))
    slopes: dict[Expr, list[Expr]] = {}

    def add(e: Expr, slope: Expr) -> None:
        for leaf in _leaves(e):
            if moving.get(leaf, False) or (leaf not in moving and moves(leaf)):
                partial = _partial(e, leaf)
                if partial != 0:
                    slopes.setdefault(leaf, []).append(slope * partial)

    for e, slope in ends:
        add(e, slope)
    back: list[Line | Call] = []
    calls = 0
    for line in reversed(lines):
        terms = slopes.pop(line.name, [])
        if not terms:
            continue
        slope = _named(prefix + SLOPE, line.name)
        back.append(Line(slope, Add(*terms)))
        if isinstance(line.value, Joint):
            name = f"{prefix}{SLOPES}{calls}"
            calls += 1
            numbers = tuple(Symbol(f"{name}[{i}]", real=True) for i in range(len(line.value.args)))
            back.append(Call(name, line.value, slope, numbers))
            for argument, x in zip(line.value.args, numbers, strict=True):
                add(argument, x)
        else:
            add(line.value, slope)
    added = [(leaf, Add(*terms)) for leaf, terms in slopes.items()]
    return Straight(_needed(lines, back, added), tuple(back), tuple(added))


def _needed(
    lines: list[Line], back: list[Line | Call], added: list[tuple[Expr, Expr]]
) -> tuple[Line, ...]:
    """The lines whose values the slopes read."""
    wanted: set[Expr] = set()
    for step in back:
        if isinstance(step, Call):
            wanted |= step.slope.free_symbols
            for argument in step.joint.args:
                wanted |= argument.free_symbols
        else:
            wanted |= step.value.free_symbols
    for _, e in added:
        wanted |= e.free_symbols
    found = []
    for line in reversed(lines):
        if line.name in wanted:
            found.append(line)
            wanted |= line.value.free_symbols
    return tuple(reversed(found))


def _named(letter: str, of: Symbol) -> Symbol:
    return Symbol(f"{letter}{of.name}", real=True)


def _leaves(e: Expr) -> list[Expr]:
    """Elements of arrays, and names that are neither theirs nor indices, in a fixed order."""
    found = elements(e)
    inside: set[Expr] = set()
    for x in found:
        inside |= x.free_symbols
    names = {
        s for s in e.free_symbols if isinstance(s, Symbol) and not isinstance(s, Index)
    } - inside
    return sorted((*found, *names), key=str)


def _partial(e: Expr, leaf: Expr) -> Expr:
    """de/d leaf; jumps count for nothing, since no node of a rule is on one."""
    if e == leaf:
        return S.One
    if isinstance(e, Add):
        return Add(*(_partial(a, leaf) for a in e.args if a.has(leaf)))
    if isinstance(e, Mul):
        terms = []
        for i, a in enumerate(e.args):
            if a.has(leaf):
                terms.append(Mul(*e.args[:i], _partial(a, leaf), *e.args[i + 1 :]))
        return Add(*terms)
    if isinstance(e, Pow) and e.base == leaf and e.exp.is_number:
        return rooted(e.exp * leaf ** (e.exp - 1))
    found = e.xreplace({leaf: LEAF}).diff(LEAF)
    if found.has(DiracDelta):
        found = found.replace(DiracDelta, lambda *_: S.Zero)
    return rooted(found.xreplace({LEAF: leaf}))

"""What vanishes in the usual case, and what only serves the general one.

The usual case: inputs that are zero unless a caller gives them are zero, matrices that are diagonal
are diagonal, and there is one step where steps are repeated.  What is multiplied by zero there, and
what only such terms read, is left out at run time.

a = b + m c, m = 0 in the usual case   ->   a = b;  if general: a += m c
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import permutations, product

from sympy import Add, Expr, IndexedBase, KroneckerDelta, Mul, Pow, Sum, Symbol
from sympy.tensor.indexed import Indexed

from ..ir.elements import elements, names_read
from ..ir.flow import Flow
from ..ir.roles import Default, Role
from ..ir.state import Entry, Input
from ..ir.system import Definition, Index, Piece, Range
from ..ir.terms import sum_over, terms_of
from .program import GENERAL, General

__all__ = ["Usual", "diagonal_apart", "divided", "general_of", "usual"]

First = Mapping[str, tuple[Piece, ...]]


def general_of(system: Flow) -> General:
    """What a system has in the usual case."""
    zero, diagonal = [], []
    for x in system.inputs:
        if isinstance(x, Entry):
            if not x.overlap and x.value == 0:
                zero.append(x.name)
        elif x.default.filled and x.value == 0:
            zero.append(x.name)
        elif x.default is Default.DIAGONAL:
            diagonal.append(x.name)
    repeats = sorted({d.repeat for d in system.definitions if d.repeat})
    return General(tuple(zero), tuple(diagonal), _still(system), tuple(repeats))


def _still(system: Flow) -> tuple[str, ...]:
    """Rates, zero by default, without which an entry of the state does not move:  dw = -eta b"""
    found = []
    for p in system.parameters:
        for x in system.state if p.default == 0 and not p.flag else ():
            terms: list[Expr] = []
            for piece in system[x.slope].pieces:
                terms += terms_of(piece.expression)
            if all(p.symbol in Mul.make_args(t) for t in terms):
                found.append(p.name)
                break
    return tuple(found)


def diagonal_apart(
    definitions: tuple[Definition, ...], general: General, inputs: Iterable[Input]
) -> tuple[Definition, ...]:
    """sum_p a_p c_pq   ->   a_q c_qq + sum_p a_p o_pq,   o_pq = c_pq (1 - delta_pq)"""
    made: list[Definition] = []
    for x in inputs:
        if x.name not in general.diagonal:
            continue
        rest = IndexedBase(f"{x.name}_apart")
        found = tuple(_apart(d, x, rest) for d in definitions)
        if found != definitions:
            definitions = found
            p, q = (Index(letter, x.ranges[0]) for letter in "pq")
            expression = IndexedBase(x.name)[p, q] * (1 - KroneckerDelta(p, q))
            meaning = f"{x.name} off its diagonal"
            piece = Piece((p, q), expression)
            made.append(
                Definition(rest.name, Role.SHARED, meaning, x.ranges, (piece,), x.symmetric)
            )
    return (*made, *definitions)


def _apart(d: Definition, x: Input, rest: IndexedBase) -> Definition:
    if d.update:
        return d
    return replace(
        d, pieces=tuple(replace(p, expression=_split(p.expression, x, rest)) for p in d.pieces)
    )


def _split(e: Expr, x: Input, rest: IndexedBase) -> Expr:
    at = {}
    for total in e.atoms(Sum):
        references = [r for r in elements(total.function) if r.base.name == x.name]
        bound = [i for i, _, _ in total.limits]
        factors = Mul.make_args(total.function)
        if len(references) != 1 or references[0] not in factors:
            continue
        (r,) = references
        inside = [i for i in r.indices if i in bound]
        if len(inside) != 1 or r.indices[0] == r.indices[1]:
            continue
        (i,) = inside
        (j,) = (k for k in r.indices if k != i)
        other = [k for k in bound if k != i]
        alone = sum_over(total.function.xreplace({i: j}), other)
        at[total] = alone + Sum(total.function.xreplace({r: rest[r.indices]}), *total.limits)
    return e.xreplace(at)


@dataclass(frozen=True)
class Usual:
    """The arrays that are ``zero`` in the usual case, and the blocks of each that are read there,
    by the ranges of the indices; those of ``whole`` arrays all are."""

    zero: frozenset[str]
    read: Mapping[str, frozenset[tuple[Range, ...]]] = field(default_factory=dict)
    whole: frozenset[str] = frozenset()

    def term(self, term: Expr) -> frozenset[str]:
        """GENERAL, as a guard, where the term vanishes."""
        return frozenset({GENERAL} if self.vanishes(term) else ())

    def block(self, d: Definition, ranges: tuple[Range, ...]) -> frozenset[str]:
        """GENERAL where nothing reads these elements."""
        return frozenset(() if self.needed(d, ranges) else {GENERAL})

    def vanishes(self, e: Expr) -> bool:
        """0 + 0 = 0,   a 0 = 0,   sum_i 0 = 0,   0^n = 0 for n > 0"""
        if e == 0:
            return True
        if isinstance(e, Add):
            return all(map(self.vanishes, e.args))
        if isinstance(e, Mul):
            return any(map(self.vanishes, e.args))
        if isinstance(e, Sum):
            return self.vanishes(e.function)
        if isinstance(e, Pow):
            return bool(e.exp.is_positive) and self.vanishes(e.base)
        if isinstance(e, Indexed):
            return e.base.name in self.zero
        return isinstance(e, Symbol) and not isinstance(e, Index) and e.name in self.zero

    def needed(self, d: Definition, ranges: tuple[Range, ...]) -> bool:
        """Whether elements with indices of these ranges, or their mirror images, are read."""
        if d.role.is_result or d.name in self.whole:
            return True
        images = {ranges}
        for group in d.symmetric:
            for image in tuple(images):
                images |= set(_exchanged(image, group))
        for image in images:
            for other in self.read.get(d.name, ()):
                if all(set(a.parts) & set(b.parts) for a, b in zip(image, other, strict=True)):
                    return True
        return False


def _exchanged(ranges: tuple[Range, ...], group: tuple[int, ...]) -> list[tuple[Range, ...]]:
    found = []
    for order in permutations(group):
        image = list(ranges)
        for place, other in zip(group, order, strict=True):
            image[place] = ranges[other]
        found.append(tuple(image))
    return found


def usual(definitions: tuple[Definition, ...], first: First, general: General) -> Usual:
    """What vanishes and what is read where nothing is general."""
    zero = set(general.zero) | set(general.rates)
    zero |= {f"{name}_apart" for name in general.diagonal}
    for d in definitions:
        if d.role.factorises or d.name in zero:
            continue
        known = Usual(frozenset(zero | {d.name} if d.update else zero))
        if all(known.vanishes(p.expression) for p in _done(d, first)):
            zero.add(d.name)
    found = Usual(frozenset(zero))
    read: dict[str, frozenset[tuple[Range, ...]]] = {}
    whole: set[str] = set()
    for d in reversed(definitions):
        here = Usual(found.zero, read, frozenset(whole))
        for p in _done(d, first):
            if not here.needed(d, p.ranges):
                continue
            for term in terms_of(p.expression):
                if found.vanishes(term):
                    continue
                for r in elements(term):
                    ranges = tuple(i.rng for i in r.indices if isinstance(i, Index))
                    if d.role.factorises or len(ranges) < len(r.indices):
                        whole.add(r.base.name)
                    else:
                        read[r.base.name] = read.get(r.base.name, frozenset()) | {ranges}
                whole |= names_read(term) - {r.base.name for r in elements(term)}
        if d.role.factorises:
            whole |= set(d.references())
    return Usual(found.zero, read, frozenset(whole))


def _done(d: Definition, first: First) -> tuple[Piece, ...]:
    """What is evaluated in the usual case: of a repeated definition the start and one step."""
    return (*d.pieces, *(first.get(d.name) or d.update))


def divided(
    definitions: tuple[Definition, ...], found: Usual, networks: Iterable[Range]
) -> tuple[Definition, ...]:
    """a_kj for fields j   ->   a_kl, a_kn,   where only some of these are read in the usual case"""
    units = {r.parts[0]: r for r in networks if len(r.parts) == 1}
    return tuple(_divided(d, found, units) for d in definitions)


def _divided(d: Definition, found: Usual, units: Mapping[str, Range]) -> Definition:
    if d.role.is_result or d.update or d.role.factorises:
        return d
    pieces: list[Piece] = []
    for p in d.pieces:
        apart = []
        for r in p.ranges:
            apart.append([units[part] for part in r.parts if part in units])
        blocks = list(product(*apart))
        needed = {found.needed(d, b) for b in blocks}
        if len(needed) < 2 or d.repeated(p) or d.distinct(p):
            pieces.append(p)
            continue
        for b in blocks:
            indices = _named(p, b, LETTERS)
            to = dict(zip(p.indices, indices, strict=True))
            pieces.append(Piece(indices, p.expression.xreplace(to)))
    return replace(d, pieces=tuple(pieces))


#: Letters of units of the networks, the first before the others.
LETTERS = "klabnmcd"


def _named(piece: Piece, ranges: tuple[Range, ...], letters: str) -> tuple[Index, ...]:
    """The indices of a piece with these ranges: as they are, or with a letter that is free."""
    taken = {i.name for i in (*piece.indices, *piece.expression.free_symbols) if i.is_Symbol}
    found = []
    for i, rng in zip(piece.indices, ranges, strict=True):
        if i.rng == rng:
            found.append(i)
            continue
        name = next(x for x in letters if x not in taken)
        taken.add(name)
        found.append(Index(name, rng))
    return tuple(found)

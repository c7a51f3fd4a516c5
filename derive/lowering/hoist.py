"""What needs fewer indices than the element it stands in becomes an array: roots, functions, sums
of covariances."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain

from sympy import Add, Expr, IndexedBase, KroneckerDelta, Symbol, sqrt
from sympy import Function as SymPyFunction
from sympy.tensor.indexed import Indexed

from ..ir.roles import Role
from ..ir.system import Definition, Index, Piece, Range, arrays_read, free_indices, smallest
from ..ir.terms import bound_indices, split_sum, sum_over, terms_of
from .program import Root, Rsqrt, rooted

__all__ = ["hoist"]

SPARE = "ijrsefcd"  #: letters for ranges that nothing counts by itself


@dataclass
class _Shared:
    """A hoisted subexpression: its pattern in numbered slots, and the indices it is used with."""

    name: str
    pattern: Expr
    slots: tuple[Symbol, ...]
    reader: str
    uses: list[tuple[Index, ...]] = field(default_factory=list)


@dataclass(frozen=True)
class _Reader:
    """The array that is being written, and the covariance of the fields as it is, by name."""

    name: str
    covariance: frozenset[str]


def hoist(definitions: tuple[Definition, ...], fields: Range) -> tuple[Definition, ...]:
    """a_ij = b_ij f(C_ii)   ->   r_i = f(C_ii);  a_ij = b_ij r_i"""
    covariance = frozenset(d.name for d in definitions if d.role.conditional and len(d.ranges) == 2)
    shared: dict[Expr, _Shared] = {}
    done = []
    for d in definitions:
        at = _Reader(d.name, covariance)
        pieces = tuple(replace(p, expression=_hoisted_piece(p, shared, at)) for p in d.pieces)
        done.append(replace(d, pieces=pieces))
    letters = _letters(definitions)
    found: list[Definition] = []
    for d in done:  # what it was the first to ask for stands in front of a definition
        found += [_as_definition(s, fields, letters) for s in shared.values() if s.reader == d.name]
        found.append(d)
    return tuple(found)


def _letters(definitions: tuple[Definition, ...]) -> dict[Range, list[Index]]:
    """The indices of each range, in the order in which they appear."""
    letters: dict[Range, list[Index]] = {}
    for d in definitions:
        for p in d.pieces:
            summed = sorted(bound_indices(p.expression), key=lambda i: i.order)
            for index in (*p.indices, *summed):
                if index not in letters.setdefault(index.rng, []):
                    letters[index.rng].append(index)
    return letters


def _letter(letters: dict[Range, list[Index]], rng: Range, place: int) -> Index:
    """An index of a range; a new one where no element counts all that a shared one is used with."""
    known = letters.setdefault(rng, [])
    taken = {i.name for i in chain.from_iterable(letters.values())}
    for name in SPARE:
        if place < len(known):
            break
        if name not in taken:
            known.append(Index(name, rng))
    return known[place]


def _hoisted_piece(p: Piece, shared: dict[Expr, _Shared], reader: _Reader) -> Expr:
    found = []
    for term in terms_of(p.expression):
        factor, body, sums = split_sum(term)
        moved = _hoisted(rooted(body), {*p.indices, *sums}, shared, reader)
        if sums:
            constant, moved = moved.as_independent(*sums, as_Add=False)
            factor = factor * constant
        found.append(factor * sum_over(moved, sums))
    return Add(*found)


def _hoisted(
    e: Expr, loop: set[Index], shared: dict[Expr, _Shared], reader: _Reader, *, nested: bool = False
) -> Expr:
    """``e`` with roots, functions and sums of covariances that do not depend on all of ``loop`` as
    array elements.

    ``nested`` in the argument of another that is replaced: then those that do depend on all of it
    are replaced too.
    """
    if not e.args or isinstance(e, Indexed | KroneckerDelta):
        return e
    used = set(free_indices(e))
    function = isinstance(e, SymPyFunction)
    of_covariances = (
        isinstance(e, Add) and bool(reader.covariance) and arrays_read(e) == reader.covariance
    )
    separate = used < loop and (function or of_covariances)
    if used and (separate or (nested and function and used == loop)):
        inner = e.func(*(_hoisted(a, used, shared, reader, nested=True) for a in e.args))
        order = _appearance(inner)
        slots = tuple(Symbol(f"slot_{p}", integer=True) for p in range(len(order)))
        pattern = inner.xreplace(dict(zip(order, slots, strict=True)))
        entry = shared.setdefault(pattern, _Shared(f"r{len(shared)}", pattern, slots, reader.name))
        entry.uses.append(order)
        return IndexedBase(entry.name)[order]
    return e.func(*(_hoisted(a, loop, shared, reader, nested=nested) for a in e.args))


def _appearance(e: Expr) -> tuple[Index, ...]:
    """Indices in the order of the richest references, so that equal patterns get equal slots."""
    references = sorted(
        e.atoms(Indexed), key=lambda r: (-len(set(r.indices)), -len(r.indices), str(r))
    )
    found: dict[Index, None] = {}
    for r in references:
        found |= dict.fromkeys(r.indices)
    return tuple(found)


def _as_definition(s: _Shared, fields: Range, letters: dict[Range, list[Index]]) -> Definition:
    """f(slot_0, slot_1)   ->   r_ij = f(i, j), over the smallest ranges that hold all uses"""
    ranges: list[Range] = []
    for used in zip(*s.uses, strict=True):  # those that stand in a slot
        ranges.append(smallest([i.rng for i in used], fields))
    indices = tuple(_letter(letters, rng, ranges[:p].count(rng)) for p, rng in enumerate(ranges))
    expression = s.pattern.xreplace(dict(zip(s.slots, indices, strict=True)))
    written = str(
        expression.replace(Rsqrt, lambda x: 1 / sqrt(x)).replace(Root, lambda x, y: sqrt(x - y))
    )
    piece = Piece(indices, expression)
    return Definition(s.name, Role.SHARED, written, tuple(ranges), (piece,))

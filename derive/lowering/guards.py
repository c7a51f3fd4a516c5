"""What only serves terms that vanish for an infinite parameter, or without an optional input."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Dummy, Expr, Mul, Pow

from ..ir.flow import Flow
from ..ir.roles import Default
from ..ir.system import Definition, Piece, names_read
from ..ir.terms import readers_of, terms_of

__all__ = ["Guards", "guards_of", "summands", "term_guard"]

Guards = dict[str, frozenset[str]]


def summands(pieces: Iterable[Piece]) -> list[Expr]:
    """The terms of all pieces, as ``terms_of`` splits them."""
    found: list[Expr] = []
    for piece in pieces:
        found += terms_of(piece.expression)
    return found


def term_guard(term: Expr, guards: Guards, system: Flow) -> frozenset[str]:
    """What makes a summand vanish: an infinite parameter it is divided by, or an array it reads
    that is left out:  a_i b_ij/V   ->   {V} | g(a) | g(b)"""
    read, found = names_read(term), set[str]()
    for name in read:
        found |= guards.get(name, frozenset())
    for x in system.inputs:
        if x.default is Default.ABSENT and x.name in read:
            found.add(x.name)
    for p in system.parameters:
        if p.symbol.name not in read:
            continue
        factors = Mul.make_args(term)
        if p.flag and p.symbol in factors:
            found.add(p.flag)
        divided = {f.base for f in factors if isinstance(f, Pow) and f.exp.is_negative}
        if p.may_be_infinite and p.symbol in divided:
            found.add(p.name)
    return frozenset(found)


def guards_of(definitions: tuple[Definition, ...], system: Flow) -> Guards:
    """What makes each array superfluous: all its terms vanish, or all terms that read it do.

    g(a) = needs(a) | intersection over terms t of a of g(t);  then g(a) |= intersection over terms
    t that read a, of b, of g(b) | g(t)
    """
    guards: Guards = {}
    for d in definitions:
        every = [term_guard(t, guards, system) for t in summands(d.pieces) if t != 0]
        needed = d.role.is_result or d.update or not every
        guards[d.name] = frozenset(d.needs)
        if not needed:
            guards[d.name] |= frozenset.intersection(*every)
    vanishing = dict(guards)
    for d in reversed(definitions):
        if d.role.is_result:
            continue
        reading = []
        for r in readers_of(definitions, d.name):
            for term in summands((*r.pieces, *r.update)):
                if d.name in names_read(term):
                    reading.append(guards[r.name] | term_guard(term, guards, system))
        if reading:
            guards[d.name] = guards[d.name] | frozenset.intersection(*reading)
    for d in definitions:
        for term in summands((*d.pieces, *d.update)):
            lost = term_guard(term, vanishing, system) - guards[d.name]
            if lost:
                _check_brackets(d.name, term, lost, vanishing, system)
    return guards


def _check_brackets(
    name: str, term: Expr, lost: frozenset[str], vanishing: Guards, system: Flow
) -> None:
    """c (a + b/V) would be left out as a whole for infinite V: it has to stand as c a + c b/V."""
    for bracket in term.atoms(Add):
        each = [term_guard(x, vanishing, system) for x in bracket.args]
        outside = term_guard(term.xreplace({bracket: Dummy()}), vanishing, system)
        partly = (lost - outside) & (frozenset.union(*each) - frozenset.intersection(*each))
        if partly:
            raise ValueError(
                f"{name}: {bracket} vanishes in part with {', '.join(sorted(partly))}; "
                f"{term} has to be expanded"
            )

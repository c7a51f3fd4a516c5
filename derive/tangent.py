"""Directional derivatives of a system: each array's tangent follows from its definition by the chain rule.

The tangent of an array X is named tX.  A direction (tR, tQ, tw0) in the space of states goes in; the tangents of the
outputs, Jacobian times direction, come out, with K and M symbolic as everywhere.  Corrections for a finite support set
are left out, so that there are tangents for an infinite one only.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from sympy import Add, Dummy, Expr, IndexedBase, S, Sum
from sympy.tensor.indexed import Indexed

from .system import Definition, Input, Piece, System, names_read

__all__ = ["directions", "infinite", "tangent_name", "tangents"]


def tangent_name(name: str) -> str:
    return "t" + name


def directions(system: System) -> tuple[Input, ...]:
    """The inputs that a direction is made of, in the order of the state."""
    return tuple(replace(x, name=tangent_name(x.name), meaning=f"direction: {x.meaning}") for x in system.state)


def infinite(system: System) -> tuple[str, ...]:
    """The parameters that are infinite where the tangents hold."""
    read = set().union(*(d.references() for d in system.definitions if d.kind == "support"))
    return tuple(p.name for p in system.parameters if p.may_be_infinite and p.name in read)


@cache
def tangents(system: System) -> System:
    """``system`` with the tangent of each array behind it, for directions as further inputs."""
    limit = _without_support(system)
    moving = {x.name for x in system.state}
    found: list[Definition] = []
    for d in limit.needed_for((*system.outputs, *system.observables)):
        found.append(d)
        known = moving | ({d.name} if d.update else set())
        pieces, update = _pieces(d.pieces, moving), _pieces(d.update, known)
        if all(p.expression == 0 for p in (*pieces, *update)):
            continue
        moving.add(d.name)
        found.append(
            replace(
                d,
                name=tangent_name(d.name),
                kind="output" if d.kind == "output" else "tangent",
                meaning=f"derivative of {d.name}: {d.meaning}",
                pieces=pieces,
                update=update,
                along=d.name if d.update else "",
            )
        )
    return replace(system, definitions=tuple(found), inputs=(*system.inputs, *directions(system)))


def _without_support(system: System) -> System:
    """The system for an infinite support set."""
    gone = {d.name for d in system.definitions if d.kind in ("factor", "node", "support")}

    def kept(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        zero = [{e: S.Zero for e in p.expression.atoms(Indexed) if str(e.base) in gone} for p in pieces]
        return tuple(Piece(p.indices, p.expression.xreplace(z)) for p, z in zip(pieces, zero, strict=True))

    rest = (d for d in system.definitions if d.name not in gone)
    return replace(system, definitions=tuple(replace(d, pieces=kept(d.pieces), update=kept(d.update)) for d in rest))


def _pieces(pieces: tuple[Piece, ...], moving: set[str]) -> tuple[Piece, ...]:
    return tuple(Piece(p.indices, _derivative(p.expression, moving)) for p in pieces)


def _derivative(e: Expr, moving: set[str]) -> Expr:
    """d e = sum over the elements X of arrays that move of (d e/d X) tX."""
    if isinstance(e, Sum):
        inner = _derivative(e.function, moving)
        return Sum(inner, *e.limits) if inner != 0 else S.Zero
    if isinstance(e, Indexed):
        return IndexedBase(tangent_name(str(e.base)))[e.indices] if str(e.base) in moving else S.Zero
    if not names_read(e) & moving:
        return S.Zero
    parts = _outermost(e)
    named = {part: Dummy(f"x{p}", positive=True) for p, part in enumerate(parts)}
    back = {dummy: part for part, dummy in named.items()}
    plain = e.xreplace(named)
    return Add(*(plain.diff(x).xreplace(back) * _derivative(part, moving) for part, x in named.items()))


def _outermost(e: Expr) -> list[Expr]:
    """Sums, and elements outside of sums, each once and in a fixed order."""
    if isinstance(e, Sum | Indexed):
        return [e]
    return sorted({part for a in e.args for part in _outermost(a)}, key=str)

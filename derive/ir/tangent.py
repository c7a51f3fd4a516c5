"""Directional derivatives: each array's tangent follows from its definition by the chain rule.

The tangent of an array X is named tX.  A direction (tR, tQ, tw0) in the space of states goes in;
the tangents of the outputs, Jacobian times direction, come out, with K and M symbolic as
everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from sympy import Add, Dummy, Expr, IndexedBase, Mul, S, Sum, Symbol
from sympy.tensor.indexed import Indexed

from .flow import Flow
from .system import Along, Definition, Input, Joint, Piece, names_read

__all__ = ["derivative", "directions", "tangent_name", "tangents"]


def tangent_name(name: str) -> str:
    return "t" + name


def directions(system: Flow) -> tuple[Input, ...]:
    """The inputs that a direction is made of, in the order of the state."""
    return tuple(
        replace(x, name=tangent_name(x.name), meaning=f"direction: {x.meaning}")
        for x in system.state
    )


def tangents(definitions: Iterable[Definition], state: Iterable[str]) -> tuple[Definition, ...]:
    """The definitions, with the tangent of each array that moves with the ``state`` behind it, and
    of each result."""
    moving = set(state)
    found: list[Definition] = []
    for d in definitions:
        found.append(d)
        known = moving | ({d.name} if d.update else set())
        pieces, update = (
            _read(d, _pieces(x, y)) for x, y in ((d.pieces, moving), (d.update, known))
        )
        still = all(p.expression == 0 for p in (*pieces, *update))
        if still and not d.role.is_result:
            continue
        moving.add(d.name)
        found.append(
            replace(
                d,
                name=tangent_name(d.name),
                meaning=f"derivative of {d.name}: {d.meaning}",
                pieces=pieces,
                update=update,
                along=d.name if d.update or d.role.factorises else "",
            )
        )
    return tuple(found)


def _pieces(pieces: tuple[Piece, ...], moving: set[str]) -> tuple[Piece, ...]:
    return tuple(Piece(p.indices, derivative(p.expression, moving)) for p in pieces)


def _read(d: Definition, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces of a tangent, with the elements of a shared array itself read rather than computed
    again."""
    if not d.role.is_table:
        return pieces
    known = {d.piece.expression: IndexedBase(d.name)[d.piece.indices]}
    return tuple(Piece(p.indices, p.expression.xreplace(known)) for p in pieces)


def derivative(e: Expr, moving: set[str]) -> Expr:
    """d e = sum over the arguments a of (d e/d a) d a, down to what moves: for names X and elements
    of arrays, tX."""
    if isinstance(e, Sum):
        inner = derivative(e.function, moving)
        return Sum(inner, *e.limits) if inner != 0 else S.Zero
    if isinstance(e, Indexed):
        return (
            IndexedBase(tangent_name(e.base.name))[e.indices] if e.base.name in moving else S.Zero
        )
    if not names_read(e) & moving:
        return S.Zero
    if isinstance(e, Symbol):
        return Symbol(tangent_name(e.name), **e.assumptions0)
    if joints := [f for f in Mul.make_args(e) if isinstance(f, Joint)]:
        (joint,) = joints
        factor = e / joint
        entries = (derivative(a, moving) for a in joint.args)
        return Along(factor, derivative(factor, moving), *joint.args, *entries)
    named = _arguments(len(e.args))
    back = dict(zip(named, e.args, strict=True))
    slopes = {x: derivative(a, moving) for x, a in back.items()}
    moves = {x: slope for x, slope in slopes.items() if slope != 0}
    return Add(*(_partial(e.func, named, x).xreplace(back) * slope for x, slope in moves.items()))


@cache
def _arguments(number: int) -> tuple[Dummy, ...]:
    """Letters for so many arguments of a function."""
    return tuple(Dummy(f"x{p}", positive=True) for p in range(number))


@cache
def _partial(function: type[Expr], arguments: tuple[Dummy, ...], x: Dummy) -> Expr:
    """df/dx at these arguments."""
    return function(*arguments).diff(x)

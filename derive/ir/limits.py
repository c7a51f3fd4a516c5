"""Parts of a system that are left out: in the limit of an infinite parameter, or where nodes
contribute nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain

from sympy import Add, Expr, Mul, Pow, S

from .flow import Flow
from .roles import Default
from .state import Entry
from .system import Definition, Index, Joint, Piece, Range, names_read

__all__ = ["at_infinity", "of_random_tasks", "rates_of", "states_at_rest", "without_rule"]


def at_infinity(system: Flow, name: str) -> Flow:
    """``system`` where the number of samples ``name`` is infinite, so that what is divided by it is
    left out; the system itself where it has no such parameter."""
    if name not in {p.name for p in system.parameters}:
        return system
    (symbol,) = (p.symbol for p in system.parameters if p.name == name)

    def divided(term: Expr) -> bool:
        return any(
            isinstance(f, Pow) and f.base == symbol and f.exp.is_negative
            for f in Mul.make_args(term)
        )

    left = _without(system, divided, set())
    read = _names_in(left.definitions)
    read |= {d.repeat for d in left.definitions if d.repeat}
    return replace(
        left,
        parameters=tuple(
            p for p in left.parameters if p.name != name and (not p.flag or p.flag in read)
        ),
        single=tuple(pair for pair in system.single if pair[0] != name),
        limits=tuple(x for x in system.limits if x[0] != name),
    )


def without_rule(system: Flow) -> Flow:
    """``system`` without the sums over the nodes of a rule; itself where it has none.

    It holds where ``needless`` says that they contribute nothing, and where they are not asked for.
    """
    nodes = {d.name for d in system.definitions if d.role.of_rule}
    return _without(system, lambda _: False, nodes) if nodes else system


def of_random_tasks(system: Flow) -> Flow:
    """``system`` without what the covariance of one step has where there is one task."""
    gone = {d.name for d in system.definitions if d.needs}
    definitions = []
    for d in system.definitions:
        if d.name not in gone:
            definitions.append(replace(d, pieces=tuple(_without_arrays(p, gone) for p in d.pieces)))
    return replace(system, definitions=tuple(definitions), of_diffusion=())


def _without_arrays(piece: Piece, gone: set[str]) -> Piece:
    if not gone & names_read(piece.expression):
        return piece
    return replace(piece, expression=_kept(piece.expression, lambda _: False, gone))


def states_at_rest(system: Flow) -> tuple[str, ...]:
    """The parameters that have to be zero for the states not to move which ``needless`` says are
    zero."""
    zero = {name for name, what in system.needless if what == "zero"}
    return _common(system, {x.slope for x in system.state if x.name in zero})


def rates_of(system: Flow, entry: Entry) -> tuple[str, ...]:
    """The parameters that are a factor of all terms of a state's slope: where one of them is zero
    it rests."""
    return _common(system, {entry.slope})


def _common(system: Flow, slopes: set[str]) -> tuple[str, ...]:
    """The parameters that are a factor of all terms of these slopes."""
    moving: list[Expr] = []
    for name in slopes.intersection(system.outputs):
        moving += Add.make_args(system[name].piece.expression)
    common = set.intersection(*(set(Mul.make_args(t)) for t in moving)) if moving else set()
    return tuple(p.name for p in system.parameters if p.symbol in common)


def _without(system: Flow, vanishes: Callable[[Expr], bool], gone: set[str]) -> Flow:
    """Without the terms for which that holds, the arrays in ``gone``, and all that only served
    these."""
    definitions: list[Definition] = []
    for d in system.definitions:
        if d.name in gone:
            continue

        pieces = tuple(replace(p, expression=_kept(p.expression, vanishes, gone)) for p in d.pieces)
        if pieces != d.pieces and all(p.expression == S.Zero for p in pieces):
            gone = gone | {d.name}
        else:
            definitions.append(replace(d, pieces=pieces))
    left = replace(system, definitions=tuple(definitions))
    needed = left.needed_for((*system.outputs, *system.observables))
    read = _names_in(needed)
    called = set[int]()
    for piece in chain.from_iterable(d.pieces for d in needed):
        called.update(joint.fields for joint in piece.expression.atoms(Joint))
    for kernel in system.kernels:
        if kernel.fields in called:
            read |= names_read(kernel.expression)
    counted: set[str] = set()
    for piece in chain.from_iterable(d.pieces for d in needed):
        counted.update(*(rng.parts for rng in _ranges(piece)))
    return replace(
        left,
        definitions=needed,
        diffusion=(),
        of_diffusion=(),
        inputs=tuple(x for x in system.inputs if x.default is not Default.RULE or x.name in read),
        constants=tuple(c for c in system.constants if c.name in read),
        sizes=tuple(p for p in system.sizes if p.name in counted),
    )


def _kept(e: Expr, vanishes: Callable[[Expr], bool], gone: set[str]) -> Expr:
    return Add(*(t for t in Add.make_args(e) if not vanishes(t) and not names_read(t) & gone))


def _names_in(definitions: Iterable[Definition]) -> set[str]:
    """Arrays and parameters in the expressions of definitions."""
    found: set[str] = set()
    for d in definitions:
        for piece in (*d.pieces, *d.update):
            found |= names_read(piece.expression)
    return found


def _ranges(piece: Piece) -> set[Range]:
    """What the indices of a piece run over, summed ones included."""
    return {i.rng for i in (*piece.indices, *piece.expression.atoms(Index))}

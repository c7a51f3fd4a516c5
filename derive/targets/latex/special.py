"""A flow with some of its parameters and inputs at given values: infinite, zero, any number."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from sympy import Expr, KroneckerDelta, Rational, S, Sum
from sympy.tensor.indexed import Indexed

from ...ir.deltas import contract
from ...ir.flow import Flow
from ...ir.limits import at_infinity
from ...ir.roles import Default, Role, Values
from ...ir.state import Input
from ...ir.system import Definition, Index, Joint, Parameter, Piece, Range, names_read
from ...ir.terms import bound_indices

__all__ = ["NotSettable", "exact", "specialised"]

LETTERS = ("klab", "nmpq", "ijrs")  #: of learner, teacher and all fields
MOST_ROUNDS = 3  #: of a loop that is written out


class NotSettable(ValueError):
    """A name or a value that cannot be given: the message says what can."""


def specialised(system: Flow, values: Mapping[str, float]) -> Flow:
    """``system`` with a number for each name: of a parameter; of the number of samples also
    infinity; of an input with a default that number in each element, or times the identity, and for
    a head start 0.

    Terms and arrays that vanish are left out, a loop of one to three rounds is written out,

        x <- f(x) twice    becomes    x = f(f(x_0)),

    and the slope of a head start that nothing moves is not given.
    """
    for name, value in values.items():
        _require(system, name, value)
        if value == math.inf and any(p.name == name for p in system.parameters):
            system = at_infinity(system, name)
    numbers = {name: exact(value) for name, value in values.items() if value != math.inf}
    taken = {p.symbol: numbers[p.name] for p in system.parameters if p.name in numbers}
    inputs = {x.name: x for x in system.inputs if x.name in numbers}

    def at(expression: Expr) -> Expr:
        elements = {
            e: _element(inputs[e.base.name], numbers[e.base.name], e)
            for e in expression.atoms(Indexed)
            if e.base.name in inputs
        }
        return contract(expression.xreplace({**taken, **elements}))

    rounds = {name: int(number) for name, number in numbers.items()}
    definitions = _without_zeros(_written_out(_changed(system.definitions, at), rounds))
    return _trimmed(system, definitions, set(numbers))


def _require(system: Flow, name: str, value: float) -> None:
    """``NotSettable`` unless the system can have that value there."""
    parameters = {p.name: p for p in system.parameters if not p.flag}
    starts = {x.name for x in system.state if not x.overlap}
    given = [x for x in system.inputs if x.default.filled or x.default is Default.ABSENT]
    inputs = starts.union(x.name for x in given)
    infinite = {p for p, value, _ in system.limits if value == "inf"}
    if name in infinite - parameters.keys():
        if value != math.inf:
            raise NotSettable(f"{name} = {value:g}: {system.name} is derived at {name} = inf alone")
        return
    if name not in parameters and name not in inputs:
        known = ", ".join([*parameters, *sorted(inputs)])
        raise NotSettable(f"{name} = {value:g}: {system.name} has no {name}; it has {known}")
    if name in parameters:
        _require_value(parameters[name], value)
    elif not math.isfinite(value) or (value and name in starts):
        raise NotSettable(f"{name} = {value:g}: it may be {'0' if name in starts else 'a number'}")


def _require_value(p: Parameter, value: float) -> None:
    good = {
        Values.SAMPLES: value >= 1,
        Values.RATIO: value > 0,
        Values.COUNT: value in range(1, MOST_ROUNDS + 1),
    }.get(p.values, 0 <= value < math.inf)
    if not good:
        accepted = {
            Values.SAMPLES: "1 or more, or inf",
            Values.RATIO: "more than 0, or inf",
            Values.COUNT: f"an integer from 1 to {MOST_ROUNDS}",
        }.get(p.values, "a number, 0 or more")
        raise NotSettable(f"{p.name} = {value:g}: it is {accepted}")


def exact(value: float) -> Expr:
    """0.1 is 1/10."""
    exact = Fraction(repr(float(value)))
    return Rational(exact.numerator, exact.denominator)


def _element(x: Input, value: Expr, element: Indexed) -> Expr:
    if x.default is not Default.DIAGONAL:
        return value
    i, j = element.indices
    return value * KroneckerDelta(i, j)


def _changed(definitions: Iterable[Definition], change: object) -> list[Definition]:
    """With ``change`` made in each expression."""

    def changed(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        return tuple(replace(p, expression=change(p.expression)) for p in pieces)  # type: ignore[operator]

    return [replace(d, pieces=changed(d.pieces), update=changed(d.update)) for d in definitions]


def _written_out(definitions: list[Definition], rounds: Mapping[str, int]) -> list[Definition]:
    """Loops with a known number of rounds as definitions without a loop."""
    loops = {d.name: d for d in definitions if d.repeat in rounds}
    found = {name: d.pieces for name, d in loops.items()}
    letters = _letters(definitions)
    for _ in range(max((rounds[d.repeat] for d in loops.values()), default=0)):
        before = dict(found)
        for name, d in loops.items():
            found[name] = tuple(_one_round(p, before, letters) for p in d.update)
    return [
        replace(d, pieces=found[d.name], update=(), repeat="") if d.name in loops else d
        for d in definitions
    ]


def _one_round(
    update: Piece, before: Mapping[str, tuple[Piece, ...]], letters: Mapping[Range, list[str]]
) -> Piece:
    """The update with what the arrays of the loop were before."""
    values = {}
    taken = update.expression.atoms(Index) | set(update.indices)
    for e in update.expression.atoms(Indexed):
        if e.base.name in before:
            (piece,) = before[e.base.name]
            inner = _renamed(piece.expression, taken | set(piece.indices), letters)
            values[e] = inner.xreplace(dict(zip(piece.indices, e.indices, strict=True)))
    return replace(update, expression=contract(update.expression.xreplace(values)))


def _renamed(expression: Expr, taken: set[Index], letters: Mapping[Range, list[str]]) -> Expr:
    """With the indices of sums renamed away from those taken."""
    names = {}
    used = {i.name for i in taken}
    for i in sorted(bound_indices(expression), key=lambda i: i.order):
        if i.name in used:
            free = [x for x in letters[i.rng] if x not in used]
            if not free:
                raise NotSettable("so many rounds of a loop need more letters than there are")
            names[i] = i.renamed(free[0])
        used.add(names.get(i, i).name)
    return expression.xreplace(names)


def _letters(definitions: Iterable[Definition]) -> dict[Range, list[str]]:
    """What the system counts with, by range, and more letters of the same kind."""
    found: dict[Range, set[str]] = {}
    for d in definitions:
        for p in (*d.pieces, *d.update):
            for i in (*p.indices, *p.expression.atoms(Index)):
                found.setdefault(i.rng, set()).add(i.name)
    for names in found.values():
        names.update(*(more for more in LETTERS if names & set(more)))
    return {rng: sorted(names) for rng, names in found.items()}


def _without_zeros(definitions: list[Definition]) -> list[Definition]:
    """Arrays that vanish are left out of what reads them, and of the list, but for results."""
    gone: set[str] = set()
    kept = []
    for d in definitions:

        def at(expression: Expr) -> Expr:
            zero = {e: S.Zero for e in expression.atoms(Indexed) if e.base.name in gone}
            zero |= {s: S.Zero for s in expression.free_symbols if s.name in gone}
            left = expression.xreplace(zero)
            return left.replace(lambda e: isinstance(e, Sum) and e.function == 0, lambda _: S.Zero)

        (d,) = _changed([d], at)
        if d.role is not Role.OUTPUT and all(p.expression == 0 for p in (*d.pieces, *d.update)):
            gone.add(d.name)
        else:
            kept.append(d)
    return kept


def _trimmed(system: Flow, definitions: list[Definition], given: set[str]) -> Flow:
    """The system of these definitions, with what it still reads alone."""
    resting = set()
    for d in definitions:
        if d.slope_of and not any(p.expression for p in d.pieces):
            resting.add(d.name)
    outputs = tuple(name for name in system.outputs if name not in resting)
    left = replace(system, definitions=tuple(definitions), outputs=outputs, diffusion=())
    needed = left.needed_for((*outputs, *system.observables))
    read: set[str] = set()
    for d in needed:
        for piece in (*d.pieces, *d.update):
            read |= names_read(piece.expression)
        read |= {d.repeat}
    fields: set[int] = set()
    for d in needed:
        for p in d.pieces:
            fields.update(joint.fields for joint in p.expression.atoms(Joint))
    kernels = tuple(k for k in system.kernels if k.fields in fields)
    read = read.union(*(names_read(k.expression) for k in kernels))
    moving = {x.name for x in system.state if x.slope in outputs}
    return replace(
        left,
        definitions=needed,
        inputs=tuple(
            x
            for x in system.inputs
            if x.name in read or (x.moves and x.name in moving and x.name not in given)
        ),
        parameters=tuple(
            p
            for p in system.parameters
            if p.name not in given and (p.symbol.name in read or p.name in read)
        ),
        constants=tuple(c for c in system.constants if c.name in read),
        kernels=kernels,
        needless=(),
        single=tuple(pair for pair in system.single if not set(pair) & given),
        limits=tuple(x for x in system.limits if x[0] not in given),
    )

"""Values -> assignments: what several expressions share is named first.

    a = f(g(x)),  b = h(g(x))   ->   p = g(x),  a = f(p),  b = h(p)

Numbers are not named, and a value may read those before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sympy import Expr, Symbol, cse, numbered_symbols

from ..ir.stationary import Stage, Stationary, Value

__all__ = ["Assignments", "Spectrum", "assigned", "lowered"]

PART = "part_"  #: how shared parts are called
NODE = "node_"  #: ... those of functions of kappa and of their averages


@dataclass(frozen=True)
class Spectrum:
    """A stage over the samples of the step: functions of a sample and their averages, and what is
    made of the averages."""

    stage: Stage
    inner: tuple[Value, ...]
    lines: tuple[Value, ...]


@dataclass(frozen=True)
class Assignments:
    """What the printers of a stationary point put on lines, each list in order: the features of
    activations and of targets, the remainders by the name of their function, the step to the
    parameters, the spectra and their tangents."""

    activations: tuple[tuple[Value, ...], ...]
    targets: tuple[tuple[Value, ...], ...]
    remainders: tuple[tuple[str, tuple[Value, ...]], ...]
    step: tuple[Value, ...]
    spectra: tuple[Spectrum, ...]
    tangents: tuple[Spectrum, ...]


def lowered(system: Stationary) -> Assignments:
    """All assignments of a system; a function that is an activation and a target has one
    remainder."""
    remainders = {f.name: f.remainder for f in system.functions if f.remainder is not None}
    return Assignments(
        tuple(assigned(f.features, PART) for f in system.activations),
        tuple(assigned(f.features, PART) for f in system.targets),
        tuple((name, assigned(r.values, PART)) for name, r in remainders.items()),
        assigned(system.step, PART),
        tuple(_spectrum(s) for s in system.spectra),
        tuple(_spectrum(s) for s in system.tangents),
    )


def _spectrum(stage: Stage) -> Spectrum:
    inner = assigned((*stage.nodes, *stage.averages), NODE)
    return Spectrum(stage, inner, assigned(stage.values, PART))


def assigned(values: Iterable[Value], letter: str) -> tuple[Value, ...]:
    """The values in their order, each after the shared parts that it reads; these are called
    ``letter`` and a number, and have no meaning."""
    values = tuple(values)
    replacements, reduced = cse(
        [v.expression for v in values], symbols=numbered_symbols(letter), order="canonical"
    )
    numbers = {symbol: e for symbol, e in replacements if e.is_number}
    pending = [(symbol, e.xreplace(numbers)) for symbol, e in replacements if not e.is_number]
    reduced = [e.xreplace(numbers) for e in reduced]
    known = {v.name for v in values}
    lines: list[Value] = []
    for v, expression in zip(values, reduced, strict=True):
        while (part := _ready(pending, known)) is not None:
            pending.remove(part)
            lines.append(Value(part[0].name, part[1]))
        lines.append(Value(v.name, expression, v.meaning, v.indices))
        known.remove(v.name)
    return tuple(lines)


def _ready(pending: list[tuple[Symbol, Expr]], later: set[str]) -> tuple[Symbol, Expr] | None:
    """The first part that reads neither a part still to come nor a value that is ``later``."""
    waiting = {symbol.name for symbol, _ in pending} | later
    for part in pending:
        if not waiting & {s.name for s in part[1].free_symbols}:
            return part
    return None

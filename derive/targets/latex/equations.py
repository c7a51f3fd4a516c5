"""System -> the lines that the LaTeX templates loop over: one term per line, in index form.

Each equation is given twice: compactly, with sums over all fields, and split, where every such sum
has become one over the learner's units and one over the teacher's, as the equations are usually
written by hand.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from sympy import Expr, KroneckerDelta
from sympy.tensor.indexed import Indexed

from ...ir.deltas import contract
from ...ir.flow import Flow
from ...ir.roles import Default, Role
from ...ir.system import Definition, Index, Joint, Piece, Range, names_read
from ..common import number
from . import statement, trace
from .averages import identity_latex
from .layout import BREAK, LINE, filled, width
from .printer import Printer
from .special import exact
from .symbols import Symbols
from .unrolled import Units

__all__ = ["render", "render_compact", "render_trace", "settings"]

BESIDE = LINE / 3  #: the widest left side that has its equation beside it
JOINED = LINE * 2 / 3  #: points: the widest line of several terms, beside a left side
INDENT = 30.0  #: points: of what stands below its left side, with the equal sign
UPRIGHT = LINE + 60.0  #: points: with blocks estimated wider a page lies on its side


#: The blocks of a page that it opens with, from the result down to what it is made of.
OPENING = ("output", "force", "moment", "start", "loop", "response")
#: Those of a page in compact form.
DOWNWARDS = (*OPENING, "shares", "support", "node", "gaussian", "cubature", "covariance")
#: What follows on the page of a system: averages, and the equations with sums over one network.
FOLLOWING = (
    *("gaussian", "covariance", "cubature", "shares", "support", "node"),
    *("split", "moments", "fluctuations"),
)


def render_compact(system: Flow, sizes: Mapping[str, float] | None = None) -> dict:
    """What the template of the compact form needs: the equations from the result down, with sums
    over all fields, each symbol where it is used first.  At given ``sizes`` of the networks these
    sums are written out."""
    write = Printer(system)
    by_kind = _by_kind(system, write, Units(system, sizes) if sizes else None)
    symbols = Symbols(system, write)
    blocks = {kind: _block(symbols, write, by_kind.get(kind, []), JOINED) for kind in DOWNWARDS}
    return {
        "indices": symbols.counted(_counted(system, write)),
        "rates": symbols.rates(),
        "blocks": blocks,
        "repeated": _repeated(system, write),
        "squared": bool(system.kernels),
        "four": _four_fields(system, symbols),
        "rules": _numbers(system, write),
        "sizes": ", ".join(f"${name}={value:g}$" for name, value in (sizes or {}).items()),
    }


def render(system: Flow) -> dict:
    """What the template of the equations needs: lists of equations, each a left side and its
    lines."""
    write = Printer(system)
    drift = system.needed_for((*system.outputs, *system.observables))
    by_kind = _by_kind(system, write)
    by_kind["split"] = []
    for name in (*system.outputs, *system.observables):
        by_kind["split"] += _split(system, write, system[name])
    by_kind["moments"] = _moments(system, write, drift)
    symbols = Symbols(system, write)
    blocks = {kind: _block(symbols, write, by_kind.get(kind, []), JOINED) for kind in OPENING}
    for kind in FOLLOWING:
        blocks[kind] = _block(symbols, write, by_kind.get(kind, []))
    return {
        "algorithm": statement.render(system),
        "indices": symbols.counted(_counted(system, write)),
        "rates": symbols.rates(),
        "blocks": blocks,
        "landscape": any(block["wide"] for block in blocks.values()),
        "repeated": _repeated(system, write),
        "squared": bool(system.kernels),
        "four": _four_fields(system, symbols),
        "near": any(d.name == "n0n" for d in system.definitions),
        "rules": _numbers(system, write),
        "single": [{"size": size, "steps": steps} for size, steps in system.single],
    }


def settings(system: Flow, values: Mapping[str, float]) -> list[str]:
    """What was set, as formulas, in the order of the system."""
    write = Printer(system)
    written = write.notation.doprint
    found = []
    for p in system.parameters:
        if p.name in values:
            value = r"\infty" if values[p.name] == math.inf else written(exact(values[p.name]))
            found.append(f"${written(p.symbol)}={value}$")
    for x in system.inputs:
        if x.name in values:
            indices = tuple(write.fresh(x.ranges, ()))
            value = written(exact(values[x.name]))
            if x.default is Default.DIAGONAL and values[x.name]:
                delta = written(KroneckerDelta(*indices))
                value = delta if values[x.name] == 1 else f"{value}\\,{delta}"
            found.append(f"${write.element(x, indices)}={value}$")
    return found


def _repeated(system: Flow, write: Printer) -> str:
    repeats = sorted({d.repeat for d in system.definitions if d.update})
    return ", ".join(
        write.notation.doprint(p.symbol) for p in system.parameters if p.name in repeats
    )


def _by_kind(system: Flow, write: Printer, units: Units | None = None) -> dict[str, list[dict]]:
    """The definitions as equations, by the block of a page that they belong to."""
    by_kind: dict[str, list[dict]] = {"support": [], "node": [], "fluctuations": [], "loop": []}
    drift = system.needed_for((*system.outputs, *system.observables))
    written: set[str] = set()
    for d in system.definitions:
        kind = "start" if d.update else d.role.value if d in drift else "fluctuations"
        for indices, expression, later in _elements(d, units):
            if isinstance(expression, Joint) and len(expression.args[0].indices) == 2:
                continue  # what its own left side says; the page says how it is computed
            line = _equation(write, d, indices, expression)
            # one moment may be held in two arrays, over more units and over fewer
            if later or line["left"] not in written:
                by_kind.setdefault("loop" if later else kind, []).append(line)
            written.add(line["left"])
    free = [e for e in by_kind["support"] if not e["indexed"]]
    return by_kind | {"shares": free, "support": by_kind["support"][len(free) :]}


def _elements(d: Definition, units: Units | None) -> Iterator[tuple[tuple[Index, ...], Expr, bool]]:
    """Indices and expression of each block, or of each element where sums are written out; and
    whether it is what a round of a loop makes of it."""
    if units is not None and units.written_out(d):
        yield from units.elements(d)
        return
    for pieces, later in ((d.pieces, False), (d.update, True)):
        for piece in pieces:
            yield piece.indices, piece.expression, later


def _block(symbols: Symbols, write: Printer, equations: list[dict], joined: float = 0.0) -> dict:
    """Equations on their lines, and a line for each symbol that they are the first to contain.

    Those of a block share the place of their equal signs, behind the widest left side.  A left side
    wider than ``BESIDE`` stands at that place itself, and what it is equal to behind it or, where
    that is too wide, below.  Terms share lines up to the width ``joined``.
    """
    names = set[str]().union(*(e["names"] for e in equations))
    widths = [width(e["left"] + "=") for e in equations]
    room = LINE - max((w for w in widths if w <= BESIDE), default=0.0)
    shown, widest = [], 0.0
    for e, taken in zip(equations, widths, strict=True):
        beside = taken <= BESIDE
        lines = write.terms(e["right"], room if beside else room - INDENT) or ["0"]
        apart = not beside and (
            len(lines) > 1 or BREAK in lines[0] or taken + width(lines[0]) > room
        )
        lines = filled(lines, joined) if joined else lines
        widest = max(widest, *map(width, BREAK.join(lines).split(BREAK)))
        shown.append({"left": e["left"], "lines": lines, "beside": beside, "apart": apart})
    return {"equations": shown, "where": symbols.new(names), "wide": LINE - room + widest > UPRIGHT}


def _counted(system: Flow, write: Printer) -> dict[str, list[str]]:
    """The letters that a page may count with, by range."""
    ranges = set(system.ranges)
    for d in system.definitions:
        for p in (*d.pieces, *d.update):
            ranges |= {i.rng for i in (*p.indices, *p.expression.atoms(Index))}
    found = {}
    for rng in sorted(ranges, key=lambda rng: list(write.letters).index(rng.name)):
        letters = [*write.letters[rng.name], *sorted(write.primed.get(rng.name, ()))]
        found[rng.name] = [write.notation.doprint(Index(c, rng)) for c in letters]
    return found


def _numbers(system: Flow, write: Printer) -> list[dict]:
    """The nodes and weights of each rule, a row per node."""
    found = []
    for rng in dict.fromkeys(c.rng for c in system.constants):
        tables = [c for c in system.constants if c.rng == rng]
        (letter,) = write.fresh((rng,), ())
        heads = [write.notation.doprint(letter), *(write.element(c, (letter,)) for c in tables)]
        rows = zip(*(c.values for c in tables), strict=True)
        found.append(
            {"heads": heads, "rows": [[str(n), *map(number, row)] for n, row in enumerate(rows, 1)]}
        )
    return found


def _four_fields(system: Flow, symbols: Symbols) -> dict[str, Any]:
    """The average over four different fields: the identity it is computed by, a line for each term,
    which fields are the pairs, and lines for the numbers it reads beside their covariance."""
    for kernel in system.kernels:
        if kernel.pairs is not None:
            numbers = {c.name for c in system.constants} & names_read(kernel.expression)
            return identity_latex(kernel.pairs) | {"rows": symbols.new(numbers)}
    return {}


def _equation(write: Printer, d: Definition, indices: tuple[Index, ...], expression: Expr) -> dict:
    left = write.element(d, indices)
    return {
        "left": left,
        "right": write.ordered(expression),
        "names": sorted({d.name, *names_read(expression)}),
        "indexed": bool(d.ranges),
    }


def _split(system: Flow, write: Printer, d: Definition) -> list[dict]:
    """An output with the forces it is made of written out, in sums over one network each."""
    return [
        _equation(
            write, d, p.indices, write.split(_forces_written(system, p.expression), p.indices)
        )
        for p in d.pieces
    ]


def _forces_written(system: Flow, expression: Expr) -> Expr:
    forces = {d.name: d for d in system.definitions if d.role.drives and len(d.pieces) == 1}

    def written(element: Indexed) -> Expr:
        piece = forces[element.base.name].piece
        taken = dict(zip(piece.indices, element.indices, strict=True))
        return piece.expression.xreplace(taken)

    return expression.xreplace(
        {e: written(e) for e in expression.atoms(Indexed) if e.base.name in forces}
    )


def _moments(system: Flow, write: Printer, drift: tuple[Definition, ...]) -> list[dict]:
    """The moments over the task, block by block, in averages over the fields."""
    found = []
    reading = [d for d in drift if d.role.drives or d.role.is_result]
    read = set[str]().union(*(d.references() for d in reading))
    for d in (d for d in drift if d.role.of_task and len(d.ranges) == 2 and d.name in read):
        seen: list[tuple[Range, ...]] = []
        for ranges in product(system.ranges, repeat=len(d.ranges)):
            if d.symmetric and ranges[::-1] in seen:
                continue
            seen.append(ranges)
            indices = tuple(write.fresh(ranges, ()))
            inner = write.bound_renamed(d.piece.expression, indices)
            inner = inner.xreplace(dict(zip(d.piece.indices, indices, strict=True)))
            found.append(_equation(write, d, indices, contract(_responses_written(system, inner))))
    return found


def _responses_written(system: Flow, expression: Expr) -> Expr:
    responses = {
        d.name: d for d in system.definitions if d.role is Role.RESPONSE and len(d.pieces) > 1
    }

    def written(element: Indexed) -> Expr:
        piece = _matching(responses[element.base.name], element.indices[0].rng)
        return piece.expression.xreplace(dict(zip(piece.indices, element.indices, strict=True)))

    return expression.xreplace(
        {e: written(e) for e in expression.atoms(Indexed) if e.base.name in responses}
    )


def _matching(d: Definition, rng: Range) -> Piece:
    return next(p for p in d.pieces if p.indices[0].rng == rng)


def render_trace(system: Flow) -> list[dict]:
    """The derivation, section by section."""
    return trace.render(system.derivation, Printer(system).notation)

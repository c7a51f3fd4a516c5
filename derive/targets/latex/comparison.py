"""Two systems -> the lines of a page that shows them side by side: what they share, and what one
adds to the other."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Add, Expr

from ...ir.flow import Flow
from ...ir.system import Definition, Index, arrays_read, reachable
from .printer import Printer, flat_sums

__all__ = ["Row", "compare", "render"]

ROOM = 290.0  #: points in a column


@dataclass(frozen=True)
class Row:
    """One element of ``full``: its expression is ``shared``, that of the other system, plus
    ``added``."""

    definition: Definition
    indices: tuple[Index, ...]
    shared: Expr
    added: Expr


def compare(full: Flow, part: Flow) -> tuple[Row, ...]:
    """The forces, the slope of the head start and the observables of ``full`` as those of ``part``
    and the rest.

    Equations of motion that read the forces are left out where both systems have the same ones.
    ``ValueError`` where a term of ``part`` is not one of ``full``: then there is nothing to set
    side by side.
    """
    found = []
    for d in full.definitions:
        if not (d.role.drives or d.role.is_result):
            continue
        other = part[d.name]
        if (
            d.role.is_result
            and d.pieces == other.pieces
            and arrays_read(d.piece.expression) & _forces(full)
        ):
            continue
        whole, shared = (flat_sums(x.piece.expression) for x in (d, other))
        added = whole - shared
        if (
            set(Add.make_args(added)) - set(Add.make_args(whole)) - {0}
            or d.piece.indices != other.piece.indices
        ):
            raise ValueError(f"{d.name} of {full.name} does not contain that of {part.name}")
        found.append(Row(d, d.piece.indices, shared, added))
    return tuple(found)


def _forces(system: Flow) -> set[str]:
    return {d.name for d in system.definitions if d.role.drives}


def render(full: Flow, part: Flow) -> dict:
    """What the template needs: a row per element with the lines of both columns, and the arrays
    that only one has."""
    write, rows = Printer(full), compare(full, part)
    there = {d.name for d in part.definitions}
    read = set[str]().union(*(arrays_read(row.added) for row in rows))
    arrays = []
    for d in reachable([d for d in full.definitions if d.name not in there], read):
        for p in d.pieces:
            lines = write.terms(write.ordered(p.expression)) or ["0"]
            arrays.append({"left": write.element(d, p.indices), "lines": lines})
    return {
        "rows": [
            {
                "left": write.element(r.definition, r.indices),
                "meaning": r.definition.meaning,
                "shared": write.terms(write.ordered(r.shared), ROOM),
                "added": write.terms(write.ordered(r.added), ROOM) if r.added != 0 else ["0"],
            }
            for r in rows
        ],
        "arrays": arrays,
    }

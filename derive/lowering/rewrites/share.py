"""An inverse root that another array holds already is read from there.

r_ki = (1 + C_ki)^(-1/2);  a_ik = b_ik (1 + C_ki)^(-1/2)   ->   a_ik = b_ik r_ki
"""

from __future__ import annotations

from dataclasses import replace

from sympy import Expr, IndexedBase

from ...ir.elements import elements
from ...ir.printing import text
from ...ir.system import Definition, Index
from ..program import Rsqrt

__all__ = ["share"]


def share(definitions: tuple[Definition, ...]) -> tuple[Definition, ...]:
    """Roots equal to an element of a table of roots become that element; the table moves in front
    of readers."""
    tables = [d for d in definitions if d.role.is_table and isinstance(d.piece.expression, Rsqrt)]
    rewritten = []
    for d in definitions:
        pieces = d.pieces
        for t in tables if d not in tables else ():
            pieces = tuple(replace(p, expression=_read(p.expression, t)) for p in pieces)
        rewritten.append(replace(d, pieces=pieces))
    return _ordered(rewritten)


def _read(e: Expr, table: Definition) -> Expr:
    """``e`` with the roots that match the table's element read from it."""
    found = {}
    for root in sorted(e.atoms(Rsqrt), key=text):
        indices = _match(table.piece.expression, root, table.piece.indices)
        if indices:
            found[root] = IndexedBase(table.name)[indices]
    return e.xreplace(found)


def _match(pattern: Expr, root: Expr, indices: tuple[Index, ...]) -> tuple[Index, ...]:
    """The indices at which ``pattern`` is ``root``, or none."""
    richest = max(elements(pattern), key=lambda r: (len(set(r.indices)), str(r)))
    for candidate in sorted(elements(root), key=text):
        if candidate.base != richest.base:
            continue
        to = dict(zip(richest.indices, candidate.indices, strict=True))
        if set(to) == set(indices) and pattern.xreplace(to) == root:
            at = tuple(to[i] for i in indices)
            if all(i.rng.contains(j.rng) for i, j in zip(indices, at, strict=True)):
                return at
    return ()


def _ordered(definitions: list[Definition]) -> tuple[Definition, ...]:
    """Each definition behind those it reads, otherwise in the given order."""
    names = {d.name for d in definitions}
    done: dict[str, Definition] = {}
    waiting = list(definitions)
    while waiting:
        for d in waiting:
            if all(r in done for r in d.references() if r in names):
                done[d.name] = d
                waiting.remove(d)
                break
        else:
            raise ValueError("definitions read each other in a circle")
    return tuple(done.values())

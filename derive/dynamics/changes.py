"""Sums over the samples of a step that changes of the state are made of; where inputs are in
blocks, those of fields of a block from those of slopes in all fields."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from itertools import product

from sympy import Expr, IndexedBase, KroneckerDelta, Sum

from ..ir.system import Index, Range

__all__ = ["Change", "Summed", "by_networks", "within_blocks"]


class Summed(Enum):
    """What is summed over the samples of a step; the value is its letter in the names of arrays."""

    FIELDS = "Z"  #: coefficient times field
    SLOPES = "W"  #: slope of a coefficient in a field, and of what else there is of its sample
    START = "Y"  #: the slope of the head start
    SQUARES = "S"  #: coefficient times coefficient


#: A sum over the samples of a step, and its units; with fields of a block, that in front.
Change = tuple[Summed, tuple[Index, ...]]


def by_networks(
    x: Change, y: Change, networks: tuple[Range, Range], letters: Callable[[Range], list[Index]]
) -> list[tuple[Change, Change]]:
    """Two sums, with the fields that slopes are taken in counted network by network."""
    slopes = [of for of, _ in (x, y) if of is Summed.SLOPES]
    found = []
    for choice in product(networks, repeat=len(slopes)):
        used, own, changes = {*x[1], *y[1]}, iter(choice), []
        for of, units in (x, y):
            if of is Summed.SLOPES:
                by = next(unit for unit in letters(next(own)) if unit not in used)
                used.add(by)
                units = (units[0], by)
            changes.append((of, units))
        found.append((changes[0], changes[1]))
    return found


def within_blocks(
    blocks: list[Index], units: tuple[Index, ...], fields: list[Index], squares: Expr | None
) -> list[tuple[str, Change, Change, Expr]]:
    """Covariances with sum_s a_k^s z_hi^s by Stein's lemma: names, sums, values.

    < F z_hi > = sum_r c_h C_hir < dF/dz_r >, and, of two fields of one sample, beside that twice,
    delta_hg c_h C_hij < F >.  squares: < sum_s a_k^s a_l^s > at k, l; None where a_k a_l is left
    out.
    """
    (h, g), (k, l, a), (i, j, r) = blocks, units, fields[:3]
    Cb, size = IndexedBase("Cb"), r.rng.size

    def summed(block: Index, field: Index, slopes: Expr) -> Expr:
        return Sum(Cb[block, field, r] * slopes, (r, 1, size))

    z_k, z_l = (Summed.FIELDS, (h, k, i)), (Summed.FIELDS, (g, l, j))
    WW, WY, WS, ZW = (IndexedBase(name) for name in ("WW", "WY", "WS", "ZWb"))
    twice = summed(g, j, ZW[h, k, i, l, r])
    if squares is not None:
        twice += KroneckerDelta(h, g) * Cb[h, i, j] * squares
    found: list[tuple[str, Change, Change, Expr]] = [
        ("ZWb", z_k, (Summed.SLOPES, (l, j)), summed(h, i, WW[k, r, l, j])),
        ("ZZb", z_k, z_l, twice),
        ("ZYb", z_k, (Summed.START, (l,)), summed(h, i, WY[k, r, l])),
    ]
    if squares is not None:
        found.append(("ZSb", z_k, (Summed.SQUARES, (l, a)), summed(h, i, WS[k, r, l, a])))
    return found

"""What is averaged over the fields: kinds of products, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence

from sympy import Symbol, symbols

from ..ir.system import Range
from ..ir.trace import DIP, DIPS, FINE_DIP, QUARTIC_DIP, SQUARED

__all__ = [
    "DIP",
    "DIPS",
    "FINE_DIP",
    "QUARTIC_DIP",
    "SQUARED",
    "WEAK",
    "Kind",
    "groups_of",
    "letters_of",
    "name_of",
    "range_marks",
    "rank",
    "squared_name",
    "word",
    "written",
]

#: What is averaged: per factor the order of the activation's derivative, None for a bare field,
#: ``SQUARED`` for g squared, ``DIP`` for g squared less its value far out, ``FINE_DIP`` for the
#: same by more Gaussians, ``QUARTIC_DIP`` for the square of that.
Kind = tuple[int | str | None, ...]
#: ... "d" for the slope of g where that is a distribution.
WEAK = "d"

#: Names in use in the literature; any other kind gets a name made of its factors.
NAMES: dict[Kind, str] = {(0, 0): "I2", (1, None, 0): "I3", (1, 1, 0, 0): "I4", (1, 1): "J2"}


def letters_of(kind: Kind) -> tuple[Symbol, ...]:
    return symbols(" ".join("abcdefghijklmnopqrstuvwxyz"[: len(kind)]), real=True, seq=True)


def rank(order: int | str | None) -> int:
    """Highest derivatives first, then slopes that are distributions, bare fields, and g itself."""
    if isinstance(order, str):
        return 0
    return 0 if order is None else (1 if order == 0 else -order)


def groups_of(kind: tuple) -> tuple[tuple[int, ...], ...]:
    """Positions with the same function: exchanging their fields does not change the average."""
    found: dict[object, list[int]] = {}
    for position, order in enumerate(kind):
        found.setdefault(order, []).append(position)
    return tuple(tuple(group) for group in found.values() if len(group) > 1)


def name_of(kind: Kind) -> str:
    return NAMES.get(kind) or "I_" + "".join(
        "x" if o is None else o if isinstance(o, str) else f"g{o}" for o in kind
    )


def range_marks(ranges: Sequence[Range]) -> dict[Range, str]:
    """A word for each range in the names of arrays: so much of its name as no other begins with, or
    all of it."""
    found = {}
    for rng in ranges:
        others = [x.name for x in ranges if x != rng]
        mark = rng.name
        for length in range(len(rng.name), 0, -1):
            if not any(x.startswith(rng.name[:length]) for x in others):
                mark = rng.name[:length]
        found[rng] = mark
    return found


def squared_name(kind: Kind, ranges: tuple[Range, ...], marks: dict[Range, str]) -> str:
    """Arrays with squares have just the ranges that are asked for, so that these are part of the
    name."""
    return name_of(kind) + "_" + "".join(marks[rng] for rng in ranges)


def written(kind: Kind) -> Kind:
    """A kind as people write it: a slope is a slope, whether it is a function or not."""
    return tuple(1 if order == WEAK else order for order in kind)


def word(order: int | str | None, unit: str) -> str:
    if order in DIPS:
        return f"(g(z_{unit})^2 - g(oo)^2)" + "^2" * (order == QUARTIC_DIP)
    if order == SQUARED:
        return f"g(z_{unit})^2"
    if order == WEAK:
        return f"g'(z_{unit})"
    return f"z_{unit}" if order is None else "g" + "'" * int(order) + f"(z_{unit})"

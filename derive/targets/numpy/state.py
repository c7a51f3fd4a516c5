"""How the order parameters lie one after the other in the flat state of the numpy code."""

from __future__ import annotations

from typing import Any

from ...ir.system import Entry, State
from ..common import dimension

__all__ = ["layout"]


def layout(state: State) -> dict[str, Any]:
    """For the templates: each entry flat, its part of the flat state, and words."""
    entries = state.entries
    parts = [_part(entries, place) for place in range(len(entries))]
    shapes = [f"{x.name} ({', '.join(map(dimension, x.ranges))}, ...)" for x in entries]
    return {
        "names": ", ".join(x.name for x in entries),
        "sized": next(x.name for x in entries if len(set(x.ranges)) > 1),
        "size": " + ".join(map(_count, entries)),
        "shapes": f"{', '.join(shapes[:-1])} and {shapes[-1]}",
        "words": ", then ".join((", ".join(map(_words, state.overlaps)), *_others(state))),
        "packed": ", ".join(map(_flat, entries)),
        "triangles": [
            {"name": x.name, "rows": dimension(x.ranges[0]), "part": part}
            for x, part in zip(entries, parts, strict=True)
            if x.packed
        ],
        "unpacked": ", ".join(_whole(x, part) for x, part in zip(entries, parts, strict=True)),
    }


def _words(x: Entry) -> str:
    return f"the upper triangle of {x.name} row by row" if x.packed else f"{x.name} row by row"


def _others(state: State) -> tuple[str, ...]:
    return tuple(x.name for x in state if not x.overlap)


def _count(x: Entry) -> str:
    """The number of elements: n (n + 1)/2 for the upper triangle of a symmetric matrix."""
    first, *others = map(dimension, x.ranges)
    return f"{first}*({first}+1)/2" if x.packed else "*".join((first, *others))


def _length(x: Entry) -> str:
    """The same as Python."""
    first, *others = map(dimension, x.ranges)
    return f"{first} * ({first} + 1) // 2" if x.packed else " * ".join((first, *others))


def _flat(x: Entry) -> str:
    """Its elements one after the other, in front of the batch."""
    if x.packed:
        return f"{x.name}[np.triu_indices({dimension(x.ranges[0])})]"
    if len(x.ranges) == 1:
        return x.name
    return f"{x.name}.reshape(({_length(x)},) + {x.name}.shape[{len(x.ranges)}:])"


def _part(entries: tuple[Entry, ...], place: int) -> str:
    """Its part of the flat state, counted from the end where no triangle follows."""
    start, stop = _cut(entries, place), _cut(entries, place + 1)
    between = " : " if start and stop else ": " if stop else ":"
    return f"state[{start}{between}{stop}]"


def _cut(entries: tuple[Entry, ...], place: int) -> str:
    before, after = entries[:place], entries[place:]
    if not before or not after:
        return ""
    if any(x.packed for x in after):
        return " + ".join(map(_length, before))
    lengths = [_length(x) for x in after]
    return f"-{lengths[0]}" if len(lengths) == 1 else f"-({' + '.join(lengths)})"


def _whole(x: Entry, part: str) -> str:
    if x.packed:
        return x.name
    if len(x.ranges) == 1:
        return part
    return f"{part}.reshape(({', '.join(map(dimension, x.ranges))}, *batch))"

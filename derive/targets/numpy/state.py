"""How the order parameters lie one after the other in the flat state of the numpy code."""

from __future__ import annotations

from typing import Any

from ...ir.system import Entry, State
from ..common import counted, dimension

__all__ = ["layout"]


def layout(state: State) -> dict[str, Any]:
    """For the templates: each entry flat, its part of the flat state, and words."""
    entries = state.entries
    parts = [_part(entries, place) for place in range(len(entries))]
    sizes = counted(state)
    shapes = [f"{x.name} ({', '.join(map(dimension, x.ranges))}, ...)" for x in entries]
    return {
        "names": ", ".join(x.name for x in entries),
        "sized": next(x.name for x in entries if len(set(x.ranges)) > 1),
        "axes": ", ".join((*sizes, "K", "M")),
        "depth": len(sizes) + 2,
        "counts": ", ".join(("K", "M", *sizes)),
        "size": " + ".join(map(_count, entries)),
        "shapes": f"{', '.join(shapes[:-1])} and {shapes[-1]}",
        "words": ", then ".join((", ".join(map(_words, state.overlaps)), *_others(state))),
        "packed": ", ".join(map(_flat, entries)),
        "triangles": [
            {
                "name": x.name,
                "rows": dimension(x.ranges[-1]),
                "shape": ", ".join(map(dimension, x.ranges)),
                "front": ":, " * (len(x.ranges) - 2),
                "part": _triangles(x, part),
            }
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
    sizes = list(map(dimension, x.ranges))
    n = sizes[-1]
    return "*".join([*sizes[:-2], f"{n}*({n}+1)/2"] if x.packed else sizes)


def _length(x: Entry) -> str:
    """The same as Python."""
    sizes = list(map(dimension, x.ranges))
    if not x.packed:
        return " * ".join(sizes)
    *blocks, n = sizes[:-1]
    return " * ".join((*blocks, f"({_triangle(n)})")) if blocks else _triangle(n)


def _triangle(n: str) -> str:
    return f"{n} * ({n} + 1) // 2"


def _triangles(x: Entry, part: str) -> str:
    """The upper triangle of a matrix, or of one for each block, as an array."""
    *blocks, n = map(dimension, x.ranges[:-1])
    shape = ", ".join((*blocks, _triangle(n)))
    return f"{part}.reshape(({shape}, *batch))" if blocks else part


def _flat(x: Entry) -> str:
    """Its elements one after the other, in front of the batch."""
    if x.packed:
        n = dimension(x.ranges[-1])
        if len(x.ranges) == 2:
            return f"{x.name}[np.triu_indices({n})]"
        batch = f"{x.name}.shape[{len(x.ranges)}:]"
        return f"{x.name}[:, *np.triu_indices({n})].reshape(({_length(x)},) + {batch})"
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

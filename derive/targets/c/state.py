"""How the order parameters lie one after the other in the flat state of the C code."""

from __future__ import annotations

from typing import Any

from ...ir.system import Entry, State
from ...ir.tangent import tangent_name
from ..common import dimension

__all__ = ["layout"]

#: The name of the number of doubles that all overlaps take together.
OVERLAPS = "overlaps"


def layout(state: State) -> dict[str, Any]:
    """For the templates: where each entry starts, in sizes and in the number ``overlaps``, and
    words.

    start   behind the flat state's first element, "" at its beginning.
    offset  the same without ``overlaps``; ``in_fleet`` with sizes that are members of f.
    """
    entries: list[dict[str, Any]] = []
    before = ""
    for x in state:
        start = before
        if not x.overlap:
            start = before.replace(_total(state.overlaps), OVERLAPS, 1)
        entries.append(
            {
                "name": x.name,
                "slope": x.slope,
                "direction": tangent_name(x.name),
                "overlap": x.overlap,
                "lengths": x.lengths,
                "start": start,
                "offset": before,
                "count": _size(x),
                "in_fleet": before.replace("(size_t)", "(size_t)f->"),
                "rows": dimension(x.ranges[-1]),
                "blocks": dimension(x.ranges[0]) if len(x.ranges) > 2 else "",
                "triangle": _triangle(x),
            }
        )
        before = " + ".join(filter(None, (before, _size(x))))
    rest = [_size(x) for x in state if not x.overlap]
    return {
        "entries": entries,
        "size": before,
        "overlaps": _total(state.overlaps),
        "rest": " + ".join((OVERLAPS, *rest)),
        "lengths": " or ".join(x.name for x in state if x.lengths),
        "words": ", then ".join(map(_words, state)),
        "names": " and of ".join(("the overlaps", *(x.name for x in state if not x.overlap))),
    }


def _total(entries: tuple[Entry, ...]) -> str:
    return " + ".join(map(_size, entries))


def _size(x: Entry) -> str:
    """In doubles: n (n + 1)/2 for the upper triangle of a symmetric matrix."""
    sizes = [f"(size_t){dimension(r)}" for r in x.ranges]
    return "*".join([*sizes[:-2], _triangle(x)] if x.packed else sizes)


def _triangle(x: Entry) -> str:
    """The number of elements in the upper triangle of a matrix."""
    n = f"(size_t){dimension(x.ranges[-1])}"
    return f"{n}*({n} + 1)/2"


def _words(x: Entry) -> str:
    shape = " x ".join(dimension(r) for r in x.ranges)
    if x.packed:
        *blocks, n, _ = (dimension(r) for r in x.ranges)
        front = "".join(f"{size} x " for size in blocks)
        of_each = " of each block" if blocks else ""
        return f"the upper triangle of {x.name}{of_each} row by row ({front}{n} ({n}+1)/2)"
    return (
        f"{x.name} row by row ({shape})"
        if len(x.ranges) > 1
        else f"the {x.meaning} {x.name} ({shape})"
    )

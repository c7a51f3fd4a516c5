"""The statements of an evaluation as functions short enough that engines compile them well: they
leave what is longer to their interpreter."""

from __future__ import annotations

from typing import Any

__all__ = ["cut"]

#: Letters of the expressions in one piece, about.
LONGEST = 6000


def cut(blocks: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Blocks whose statements are calls, and the ``pieces`` that these call, in order.

    What stands in loops of blocks is given their indices.
    """
    pieces: list[dict[str, Any]] = []
    return {"blocks": [_cut(b, "", pieces) for b in blocks], "pieces": pieces}


def _cut(b: dict[str, Any], index: str, pieces: list[dict[str, Any]]) -> dict[str, Any]:
    calls = _calls(b["statements"], index, pieces)
    here = ", ".join(filter(None, (index, b["loop"]["index"]))) if b["loop"] else index
    inner = [_cut(x, here, pieces) for x in b["inner"]]
    return b | {"calls": calls, "inner": inner, "then": _calls(b["after"], index, pieces)}


def _calls(statements: list[dict[str, Any]], index: str, pieces: list[dict[str, Any]]) -> list[str]:
    """The calls that do the statements, whose functions become pieces."""
    found: list[list[dict[str, Any]]] = []
    length = 0
    for s in statements:
        own = len(s["value"]) + len(s["factor"])
        if not found or length + own > LONGEST:
            found.append([])
            length = 0
        found[-1].append(s)
        length += own
    calls = []
    for some in found:
        name = f"_{len(pieces)}"
        pieces.append({"name": name, "index": index, "statements": some})
        calls.append(f"{name}({index})")
    return calls

"""The same model under other names: of its networks, their letters, the task vector, heads and
sample sets.

Names stand for nothing in a model; what is derived calls everything as one scenario does.
"""

from __future__ import annotations

from typing import Any

from .algorithm import Algorithm
from .data import model_data
from .reading import read
from .scenario import Head, Network, Samples, TaskVector

__all__ = ["named_as"]

Tree = dict[str, Any]

#: Of sums that use more letters than the scenario has.
MORE = "cdefghijorstvxyz"


def named_as(
    algorithm: Algorithm,
    networks: tuple[Network, Network],
    task: TaskVector,
    head: Head,
    sets: tuple[Samples, Samples],
) -> Algorithm:
    """The algorithm with the names of this learner and teacher, task vector, adapted head, and of
    these sets of inner and outer loop; scales, sizes and parameters stay its own."""
    data = model_data(algorithm)
    inner, outer = data["inner"], data["outer"]
    names = _Names()
    for network, new in zip((data["learner"], data["teacher"]), networks, strict=True):
        names.networks[network["field"]] = new.field
        letters = [*new.letters, *MORE][: len(network["letters"])]
        names.units |= {
            (network["field"], old): letter
            for old, letter in zip(network["letters"], letters, strict=True)
        }
    names.heads[data["task"]["name"]] = task.name
    if inner is not None:
        names.heads[inner["head"]] = head.name
        names.sets[inner["samples"]] = sets[0].letter
    if "ahead" in data:
        names.sets[data["ahead"]["samples"]] = sets[0].letter
    names.sets[outer["samples"]] = sets[1].letter
    found: Tree = names.of(data)
    for place, new in zip(("learner", "teacher"), networks, strict=True):
        found[place] |= {"weights": new.weights, "letters": new.letters}
    found["task"]["name"] = task.name
    return read(found)


class _Names:
    """New names by old ones: what is not listed keeps its own."""

    def __init__(self) -> None:
        self.networks: dict[str, str] = {}
        self.units: dict[tuple[str, str], str] = {}  # by network and letter
        self.heads: dict[str, str] = {}
        self.sets: dict[str, str] = {}

    def of(self, x: Any, bound: dict[str, str] | None = None) -> Any:
        """A part of the data; ``bound``: the new letters of the units that sums run over."""
        bound = bound or {}
        if isinstance(x, list):
            return [self.of(part, bound) for part in x]
        if not isinstance(x, dict):
            return x
        if x.get("op") == "sum" or {"unit", "value"} <= x.keys():  # a sum, or a coefficient
            old: str = x["unit"]
            bound = {**bound, old: self.units.get((x["network"], old), old)}
        tables = {
            "field": self.networks,
            "network": self.networks,
            "unit": bound,
            "samples": self.sets,
            "letter": self.sets,
            "head": self.heads,
            "start": self.heads,
        }
        if x.get("op") == "head":
            tables["name"] = self.heads
        found = {}
        for key, value in x.items():
            table = tables.get(key, {}) if isinstance(value, str) else {}
            found[key] = table.get(value, value) if table else self.of(value, bound)
        return found

"""What fixed-point systems have been generated, with which activations and targets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from ..errors import NotAvailable
from .catalogue import GENERATED
from .manifest import STATIONARY, closures, shaped, systems

__all__ = [
    "FixedPointEntry",
    "fixed_point_entry",
    "fixed_point_models",
    "fixed_points",
    "grouped",
    "stationary",
]


@dataclass(frozen=True)
class FixedPointEntry:
    """One generated system: the parameters and outputs of its solvers in order, and what they
    mean."""

    name: str
    model: str  # whose system it is, with one group of neurons or any number of them
    title: str
    digest: str
    parameters: tuple[str, ...]
    activations: tuple[str, ...]
    targets: tuple[str, ...]
    # parameters with a value for each group of neurons; none where there is one group
    tables: tuple[str, ...]
    outputs: tuple[str, ...]
    indices: tuple[int, ...]  # of each output, over the groups
    closures: tuple[str, ...]

    @property
    def stepped(self) -> bool:
        """Whether a gradient step comes before the readout."""
        return "eta" in self.parameters


@cache
def fixed_points() -> tuple[FixedPointEntry, ...]:
    """All generated fixed-point systems, in the order of the manifest."""
    return tuple(_entry(system) for system in systems(GENERATED, STATIONARY))


def _entry(system: dict[str, Any]) -> FixedPointEntry:
    outputs = shaped(system["outputs"])
    return FixedPointEntry(
        system["name"],
        system["model"],
        system["title"],
        system["digest"],
        tuple(p["name"] for p in system["parameters"]),
        tuple(system["activations"]),
        tuple(system["targets"]),
        tuple(x.name for x in shaped(system["arrays"])),
        tuple(x.name for x in outputs),
        tuple(len(x.shape) for x in outputs),
        closures(system),
    )


def fixed_point_entry(model: str) -> FixedPointEntry:
    for found in fixed_points():
        if found.name == model:
            return found
    there = ", ".join(x.name for x in fixed_points())
    raise NotAvailable(model, "no such fixed-point system was generated", f"there is: {there}")


def fixed_point_models() -> tuple[str, ...]:
    """What a problem file may name."""
    return tuple(dict.fromkeys(found.model for found in fixed_points()))


def grouped(model: str) -> str:
    """The system that solves several groups of neurons of a model."""
    return next(x.name for x in fixed_points() if x.tables and x.model == model)


def stationary(model: Any) -> bool:
    """Whether the theory of a model is a fixed point; of what is no name of ours, it is not."""
    return isinstance(model, str) and any(model == found.name for found in fixed_points())

"""A map -> C: one step, and steps one after another; and the languages that call it."""

from __future__ import annotations

from typing import Any

from ...ir.map import Map
from ...lowering.program import Programs
from .. import flow
from ..target import Emitted
from .flow import solvers

__all__ = ["files"]


def files(system: Map, programs: Programs, about: dict[str, Any]) -> Emitted:
    """Source and header: nothing is integrated, and there are no vector kernels."""
    common = {**about, **flow.constants(system)}
    found, context = solvers(system, system.name, programs.loops, common)
    without = "a map is iterated by scalar code alone"
    return Emitted(found, {"without_batch": without, "abi": context["abi"]})

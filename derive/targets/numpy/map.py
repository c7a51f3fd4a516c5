"""A map -> numpy: one step, and steps one after another, in whole arrays; and in arrays of any
namespace."""

from __future__ import annotations

from typing import Any

from ...ir.map import Map
from ...lowering.program import Programs
from .. import flow
from ..target import Emitted
from .anew import Anew
from .flow import written

__all__ = ["files"]


def files(system: Map, programs: Programs, about: dict[str, Any]) -> Emitted:
    """The modules of a system."""
    common = {**about, **flow.constants(system)}
    found = written(system, system.name, programs.arrays, common)
    return Emitted(found | written(system, system.name, programs.arrays, common, Anew()))

"""LaTeX: pages of flows and of stationary points."""

from __future__ import annotations

from ...ir.system import Driver
from ..target import Target
from . import flow, stationary

__all__ = ["TARGET"]

TARGET = Target(
    {Driver.FLOW: flow.files, Driver.STATIONARY: stationary.files},
    beside={Driver.FLOW: flow.beside},
    special={Driver.FLOW: flow.compact},
)

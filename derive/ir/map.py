"""A map from one step to the next: what gives the slopes of a flow gives the changes in a step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .flow import Flow

__all__ = ["Map"]


@dataclass(frozen=True, kw_only=True)
class Map(Flow):
    """A macroscopic system in discrete time: x <- x + dx for each entry x of the state, where dx is
    its change in one step, and observables.

    Definitions and inputs are those that a flow has, and are lowered alike.
    """

    driver = "map"
    iterates: ClassVar[bool] = True

    @property
    def heading(self) -> str:
        return f"map {self.model} activation {self.activation}"

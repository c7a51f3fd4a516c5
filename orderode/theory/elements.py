"""Slopes with respect to elements of arrays that a problem gives, the variances of its blocks:
beside those that are derived, with respect to numbers.

F(v) is smooth in each of them, and differences of eighth order of it, over a step of 2^-7 of the
value, err by less than 1e-10 of F.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from ..solvers.base import Array, Backend, State, layout_of
from .differences import places, weights

__all__ = ["WithElements", "element", "placed", "value_at"]

STEP, LEAST = 2.0**-7, 0.5  #: of differences, of a value that is not less than this


def element(name: str) -> tuple[str, int] | None:
    """The array and the place, counted from 0, of "variances[2]"; None of a number's name."""
    found = re.fullmatch(r"(\w+)\[([1-9]\d*)\]", name)
    return None if found is None else (found[1], int(found[2]) - 1)


def value_at(parameters: Mapping[str, Any], name: str) -> float:
    """The number of this name, or the element."""
    at = element(name)
    return float(parameters[name] if at is None else parameters[at[0]][at[1]])


def placed(parameters: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters with these values of numbers and of elements."""
    made = dict(parameters)
    for name, value in values.items():
        at = element(name)
        if at is None:
            made[name] = value
            continue
        array = np.array(made[at[0]], dtype=float)
        array[at[1]] = value
        made[at[0]] = array
    return made


class WithElements:
    """A solver whose functions backwards give slopes with respect to elements of these ``names``,
    too, behind all others."""

    def __init__(self, solver: Backend, names: Sequence[str]) -> None:
        self.solver, self.names, own = solver, tuple(names), solver.entry
        kinds = {**own.values, **dict.fromkeys(names, "rate")}
        self.entry = replace(own, parameters=(*own.parameters, *names), values=kinds)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.solver, name)

    def backwards(
        self, name: str, state: State, factors: Array, parameters: Mapping[str, Any]
    ) -> tuple[Array, Array]:
        """As that of the solver."""
        by_state, by_parameter = self.solver.backwards(name, state, factors, parameters)

        def value(chosen: Mapping[str, Any]) -> Array:
            if name != "rhs":
                return factors * self.solver.observable(name, state, chosen)
            slopes = self.solver.rhs(state, chosen)
            flat = layout_of(self.solver.name, self.solver.entry, slopes).pack(slopes)
            return np.asarray(factors @ flat)

        columns = [by_parameter]
        for of in self.names:
            at = value_at(parameters, of)
            h = STEP * max(at, LEAST)
            ahead = at < 4 * h  # none is negative
            here, total = value(parameters), np.zeros(len(factors))
            for step, weight in zip(places(ahead=ahead), weights(ahead=ahead)[0], strict=True):
                moved = value(placed(parameters, {of: at + step * h}))
                total += weight / h * (moved - here)
            columns.append(total[:, None])
        return by_state, np.concatenate(columns, axis=1)

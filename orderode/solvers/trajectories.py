"""Many trajectories: what is found of them, some of them, and the parts as one again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import BackendError
from ..models.catalogue import entry
from .base import Array, State
from .layout import OfStates, counted

__all__ = ["BatchSolution", "merged", "shape_of", "taken"]

#: Fields of a solution beside its states with an axis for its trajectories.
_ARRAYS = ("crossing", "alpha", "accepted", "rejected", "evaluations")


@dataclass(frozen=True, eq=False)
class BatchSolution(OfStates):
    """n trajectories at a times.

    states: R (n, K, M), Q (n, K, K), w0 (n, K), and what else the system has, where each ended; NaN
    where the status is not "ok".
    observables: each (n, a); NaN from where a trajectory failed or behind its end.
    crossing: when the observable crossed the level (n,), between the first two neighbouring times
    that have it between them; NaN where there are none, or no level was asked for.
    status: n words, "ok" or why it stopped ("step limit", "step size", "non-finite", "negative
    norm", "domain"), or was not started: what is wrong with which of its parameters.
    alpha: how far each came (n,); accepted, rejected: its steps; evaluations: of the right-hand
    side, those that locate the crossing with them.
    """

    states: State
    observables: dict[str, Array]
    crossing: Array
    status: tuple[str, ...]
    alpha: Array
    accepted: NDArray[np.int64]
    rejected: NDArray[np.int64]
    evaluations: NDArray[np.int64]
    instructions: str
    digest: str


def taken(
    system: str, states: State, parameters: Mapping[str, Any], places: NDArray[np.intp]
) -> tuple[State, dict[str, Any]]:
    """Some of n states, with their parameters; what has no axis for them holds for all."""
    plain = {name: len(shape) for name, shape in entry(system).shapes.items()}
    return states.at(places), {
        name: x[places] if np.ndim(x) > plain.get(name, 0) else x for name, x in parameters.items()
    }


def merged(parts: Sequence[tuple[NDArray[np.intp], BatchSolution]]) -> BatchSolution:
    """The solutions of some trajectories each as one."""
    first = parts[0][1]
    order = np.argsort(np.concatenate([places for places, _ in parts]))

    def one(arrays: Iterable[Any]) -> Any:
        return np.concatenate(list(arrays))[order]

    found = [solution for _, solution in parts]
    whole: dict[str, Any] = {name: one(map(attrgetter(name), found)) for name in _ARRAYS}
    pairs = zip(*(solution.states for solution in found), strict=True)
    whole["states"] = State.of(first.states.names, map(one, pairs))
    seen = [solution.observables for solution in found]
    whole["observables"] = {name: one(map(itemgetter(name), seen)) for name in first.observables}
    words = list(chain.from_iterable(solution.status for solution in found))
    return replace(first, **whole, status=tuple(words[i] for i in order))


def shape_of(system: str, states: State) -> tuple[int, int, int]:
    """n, K and M of n states."""
    entries = entry(system).state
    names = tuple(e.name for e in entries)
    found = counted(entries, states) if states.names == names else None
    starts = {
        np.shape(x)[: np.ndim(x) - len(e.shape)] for e, x in zip(entries, states, strict=False)
    }
    if found is None or len(starts) != 1 or len(min(starts)) != 1:
        shapes = ", ".join(str(np.shape(x)) for x in states)
        wanted = [f"{e.name} ({', '.join(('n', *e.shape))})" for e in entries]
        remedy = f"give {', '.join(wanted[:-1])} and {wanted[-1]}"
        raise BackendError("batch", f"states have the shapes {shapes}", remedy)
    return (*min(starts), *found)

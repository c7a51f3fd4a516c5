"""The generated maps behind one door: C and numpy."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from ..compiler import say
from ..errors import BackendError
from . import BACKENDS
from .base import Array, Backend, Parameters, State
from .c import STATUS, CBackend
from .numpy import NumpyBackend

__all__ = ["MapBackend", "Run", "load_map"]


@dataclass(frozen=True, eq=False)
class Run:
    """The states (steps + 1, ...) after 0, 1, ... steps, and observables (steps + 1,) by name, NaN
    from where a step failed; status: "ok", or why it did."""

    states: State
    observables: dict[str, Array]
    status: str


class MapBackend(Backend, Protocol):
    """The solvers of one generated map."""

    def change(self, state: State, parameters: Parameters) -> State:
        """What one step changes the state by; NaN where the overlaps are no covariance."""
        ...

    def run(self, state: State, parameters: Parameters, steps: int) -> Run:
        """From a state, so many steps."""
        ...


class CMap(CBackend):
    """The generated C."""

    def change(self, state: State, parameters: Parameters) -> State:
        layout = self._layout(state)
        flat = layout.pack(state)
        result = np.empty_like(flat)
        self._evaluate("change", layout, flat, parameters, result)
        return layout.unpack(result)

    def run(self, state: State, parameters: Parameters, steps: int) -> Run:
        layout = self._layout(state)
        flat = layout.pack(state)
        states = np.empty((steps + 1, len(flat)))
        found = {name: np.empty(steps + 1) for name in self.entry.outputs}
        chosen, keep = self._parameters(parameters)
        work = self._work(layout.counts, chosen)
        code = self._function("run")(
            *layout.counts,
            ctypes.byref(chosen),
            _address(flat),
            ctypes.c_size_t(steps),
            _address(states),
            *map(_address, found.values()),
            None,
            _address(work),
        )
        del keep
        self._check(code)
        return Run(layout.unpack(states), found, STATUS[code])


class NumpyMap(NumpyBackend):
    """The generated numpy module."""

    def change(self, state: State, parameters: Parameters) -> State:
        self._require(state)
        found = self.module.change(*state, parameters["T"], self._parameters(parameters))
        return State.of(state.names, found)

    def run(self, state: State, parameters: Parameters, steps: int) -> Run:
        self._require(state)
        chosen, T = self._parameters(parameters), parameters["T"]
        moved = self.module.run(*state, T, chosen, steps)
        behind = [np.moveaxis(x, 0, -1) for x in moved]
        states = State.of(state.names, moved)
        found = {}
        for name in self.entry.outputs:
            found[name] = np.array(getattr(self.module, name)(*behind, T, chosen))
        finite = np.all(
            [np.isfinite(x).reshape(steps + 1, -1).all(axis=1) for x in (*states, *found.values())],
            axis=0,
        )
        lost = np.logical_or.accumulate(~finite)
        for x in (*states, *found.values()):
            x[lost] = np.nan
        return Run(states, found, "domain" if lost.any() else "ok")


def load_map(system: str, backend: str = "auto") -> MapBackend:
    """The solvers of the generated map ``system``; "auto" is C where it compiles, else numpy."""
    if backend not in BACKENDS:
        raise BackendError(backend, "no such backend", f"choose one of {', '.join(BACKENDS)}")
    if backend == "numpy":
        return NumpyMap(system)
    try:
        return CMap(system)
    except BackendError as error:
        if backend == "c":
            raise
        say(f"{system} by numpy: {error.why.splitlines()[0]}")
        return NumpyMap(system)


def _address(array: Array) -> Any:
    return array.ctypes.data_as(ctypes.c_void_p)

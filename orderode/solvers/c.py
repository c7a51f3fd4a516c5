"""The generated C library, loaded with ctypes; integrated by its own Dormand-Prince 5(4)."""

from __future__ import annotations

import ctypes
import math
from functools import cached_property
from typing import Any

import numpy as np

from ..errors import BackendError
from ..models.catalogue import entry
from .base import (
    Array,
    Parameters,
    Solution,
    State,
    given,
    layout_of,
    require_integer,
    require_steps,
    require_times,
    rule_error,
    workspace,
)
from .build import QUICK, build
from .layout import Layout

__all__ = ["POINTER", "STATUS", "CBackend", "Options", "Stats"]

POINTER = ctypes.POINTER(ctypes.c_double)
#: Status codes of the generated headers that a trajectory may end with; all others name an
#: argument.
STATUS = {
    0: "ok",
    2: "non-finite",
    3: "domain",
    4: "negative norm",
    5: "step limit",
    6: "step size",
}


class Options(ctypes.Structure):
    """Step control, as the generated headers have it."""

    _fields_ = [("rtol", ctypes.c_double), ("atol", ctypes.c_double), ("max_steps", ctypes.c_ulong)]


class Stats(ctypes.Structure):
    """What an integrator did, as the generated headers have it."""

    _fields_ = [
        ("accepted", ctypes.c_ulong),
        ("rejected", ctypes.c_ulong),
        ("evaluations", ctypes.c_ulong),
        ("alpha", ctypes.c_double),
    ]


class CBackend:
    """Solvers of one generated system in C. Calls release the interpreter lock and share
    nothing."""

    name = "c"

    def __init__(self, system: str) -> None:
        self.entry = entry(system)
        self.digest = self.entry.digest
        path = build(self.entry.name, self.entry.folder)
        try:
            self.library = ctypes.CDLL(str(path))
        except OSError as error:
            raise BackendError(
                "c", f"{path.name} does not load: {error}", 'use backend "numpy"'
            ) from None
        e = self.entry
        whole = {*e.which("count"), *e.which("flag"), *e["sizes"]}
        names = (*e.parameters, *e["sizes"])
        scalars = [(n, ctypes.c_int if n in whole else ctypes.c_double) for n in names]
        # the functions that do not have the last arrays do not look behind the others
        self.arrays = (*e.arrays, *e["of_diffusion"])
        arrays = [(name, POINTER) for name in self.arrays]
        self._struct = type("Parameters", (ctypes.Structure,), {"_fields_": [*scalars, *arrays]})
        for function in ("state_size", "work_size"):
            self._function(function).restype = ctypes.c_size_t

    def rhs(self, state: State, parameters: Parameters) -> State:
        flat_state = self._layout(state)
        result = np.empty(flat_state.size)
        self._evaluate("rhs", state, parameters, result)
        return flat_state.unpack(result)

    def observable(self, name: str, state: State, parameters: Parameters) -> float:
        result = np.empty(1)
        self._evaluate(name, state, parameters, result)
        return float(result[0])

    def integrate(
        self,
        state: State,
        parameters: Parameters,
        alphas: Array,
        *,
        rtol: float,
        atol: float,
        max_steps: int = 0,
    ) -> Solution:
        require_times("c", alphas)
        require_steps("c", max_steps)
        flat_state = self._layout(state)
        K, M = flat_state.K, flat_state.M
        flat = flat_state.pack(state)
        times = np.ascontiguousarray(alphas, dtype=float)
        states = np.empty((len(times), len(flat)))
        options, stats = Options(rtol, atol, max_steps), Stats()
        chosen, keep = self._parameters(parameters)
        code = self._function("integrate")(
            K,
            M,
            ctypes.byref(chosen),
            ctypes.byref(options),
            _pointer(flat),
            ctypes.c_size_t(len(times)),
            _pointer(times),
            _pointer(states),
            ctypes.byref(stats),
            _pointer(self._work(K, M, chosen)),
        )
        del keep
        self._check(code)
        return Solution(flat_state.unpack(states), STATUS[code], stats.evaluations, stats.alpha)

    def diffusion(self, state: State, parameters: Parameters) -> Array:
        flat_state = self._layout(state)
        K, M = flat_state.K, flat_state.M
        blocks = [np.empty(shape) for shape in flat_state.blocks]
        chosen, keep = self._parameters(parameters)
        flat = flat_state.pack(state)
        work = workspace("c", self._fluctuations("work_size")(K, M, ctypes.byref(chosen)), K, M)
        code = self._fluctuations("diffusion")(
            K, M, ctypes.byref(chosen), *map(_pointer, (flat, *blocks, work))
        )
        del keep
        self._check(code)
        return (
            flat_state.covariance(blocks)
            if STATUS[code] == "ok"
            else np.full((len(flat), len(flat)), math.nan)
        )

    def tangents(self, state: State, directions: Array, parameters: Parameters) -> Array:
        return self._directional(
            "tangent", state, directions, parameters, np.empty(directions.shape)
        )

    def observable_tangents(
        self, name: str, state: State, directions: Array, parameters: Parameters
    ) -> Array:
        return self._directional(
            f"{name}_tangent", state, directions, parameters, np.empty(len(directions))
        )

    def _directional(
        self, function: str, state: State, directions: Array, parameters: Parameters, results: Array
    ) -> Array:
        flat_state = self._layout(state)
        K, M = flat_state.K, flat_state.M
        chosen, keep = self._parameters(parameters)
        flat, rows = flat_state.pack(state), np.ascontiguousarray(directions, dtype=float)
        work = workspace("c", self._fluctuations("work_size")(K, M, ctypes.byref(chosen)), K, M)
        arrays = (_pointer(flat), ctypes.c_size_t(len(rows)), *map(_pointer, (rows, results, work)))
        code = self._fluctuations(function)(K, M, ctypes.byref(chosen), *arrays)
        del keep
        self._check(code)
        return results if STATUS[code] == "ok" else np.full(results.shape, math.nan)

    def _layout(self, state: State) -> Layout:
        return layout_of("c", self.entry, state)

    def rule(self, K: int, M: int, size: int) -> dict[str, Array]:
        try:
            size = require_integer("c", "nodes", size, 1)
        except BackendError:
            raise rule_error("c", K + M, size) from None
        count = self._function("node_count")(size) if self.entry["rule"] else 0
        made = {"nodes": np.empty((count, K + M)), "weights": np.empty(count)}
        if not self.entry["rule"] or self._function("nodes")(
            K, M, size, *map(_pointer, made.values())
        ):
            raise rule_error("c", K + M, size)
        return made

    def _evaluate(self, function: str, state: State, parameters: Parameters, result: Array) -> None:
        """One call of ``function(K, M, parameters, state, result, work)``; NaN where it is not
        defined."""
        flat_state = self._layout(state)
        K, M = flat_state.K, flat_state.M
        chosen, keep = self._parameters(parameters)
        flat, work = flat_state.pack(state), self._work(K, M, chosen)
        arguments = (ctypes.byref(chosen), _pointer(flat), _pointer(result), _pointer(work))
        code = self._function(function)(K, M, *arguments)
        del keep
        self._check(code)
        if STATUS[code] != "ok":
            result[:] = math.nan

    def _parameters(self, parameters: Parameters) -> tuple[Any, list[Array]]:
        """The C struct, and the arrays it points into, to be kept alive during the call; None is a
        null pointer."""
        chosen, keep = self._struct(), []
        for name in self.entry.parameters:
            value = given("c", self.entry, name, parameters)
            if self.entry.values[name] == "flag":
                value = int(bool(value))
            elif self.entry.values[name] == "count":
                value = require_integer("c", name, value, 0)  # ctypes would keep the lowest 32 bits
            setattr(chosen, name, value)
        for name in self.arrays:
            if parameters.get(name) is not None:
                keep.append(np.ascontiguousarray(parameters[name], dtype=float))
                setattr(chosen, name, _pointer(keep[-1]))
                if name in self.entry["rule"]:
                    setattr(chosen, self.entry["sizes"][0], len(keep[-1]))
        return chosen, keep

    def _work(self, K: int, M: int, chosen: Any) -> Array:
        return workspace("c", self._function("work_size")(K, M, ctypes.byref(chosen)), K, M)

    def _check(self, code: int) -> None:
        if code not in STATUS:
            strerror = self._function("strerror")
            strerror.restype = ctypes.c_char_p
            raise BackendError("c", strerror(code).decode())

    @cached_property
    def _second(self) -> ctypes.CDLL:
        """The library with the diffusion and the tangents, compiled on first use."""
        library = ctypes.CDLL(
            str(build(f"{self.entry.name}_fluctuations", self.entry.folder, optimise=QUICK))
        )
        getattr(library, f"{self.entry.name}_fluctuations_work_size").restype = ctypes.c_size_t
        return library

    def _fluctuations(self, name: str) -> Any:
        return getattr(self._second, f"{self.entry.name}_fluctuations_{name}")

    def _function(self, name: str) -> Any:
        return getattr(self.library, f"{self.entry.name}_{name}")


def _pointer(array: Array) -> Any:
    return array.ctypes.data_as(POINTER)

"""The generated C library, loaded with ctypes; integrated by its own Dormand-Prince 5(4)."""

from __future__ import annotations

import ctypes
import math
from functools import cached_property
from operator import is_
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import BackendError
from ..models.catalogue import entry
from .base import (
    Array,
    Parameters,
    Solution,
    State,
    coincide,
    given,
    layout_of,
    measured_with,
    require_integer,
    require_match,
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


class StiffOptions(ctypes.Structure):
    """Those of the integrator for stiff equations."""

    _fields_ = [*Options._fields_, ("automatic", ctypes.c_int)]


class StiffStats(ctypes.Structure):
    """What that did."""

    _fields_ = [
        ("accepted", ctypes.c_ulong),
        ("rejected", ctypes.c_ulong),
        ("evaluations", ctypes.c_ulong),
        ("jacobians", ctypes.c_ulong),
        ("implicit", ctypes.c_ulong),
        ("alpha", ctypes.c_double),
    ]


class Stats(ctypes.Structure):
    """What an integrator did, as the generated headers have it."""

    _fields_ = [
        ("accepted", ctypes.c_ulong),
        ("rejected", ctypes.c_ulong),
        ("evaluations", ctypes.c_ulong),
        ("alpha", ctypes.c_double),
    ]


#: Libraries that this process has loaded, and the structs of their parameters.
_OPEN: dict[tuple[Path, str], tuple[ctypes.CDLL, Any]] = {}


class CBackend:
    """Solvers of one generated system in C. Calls release the interpreter lock and share nothing
    that they write to."""

    name = "c"

    def __init__(self, system: str) -> None:
        self.entry = entry(system)
        self.digest = self.entry.digest
        self.arrays = (*self.entry.arrays, *self.entry["of_diffusion"])
        path = build(self.entry.name, self.entry.folder)
        if (path, self.digest) not in _OPEN:
            _OPEN[path, self.digest] = self._open(path)
        self.library, self._struct = _OPEN[path, self.digest]
        self._names = (*self.entry.parameters, *self.arrays)
        self._layouts: dict[Any, Layout] = {}
        self._sized: tuple[tuple[Any, tuple[int, ...]] | None, int] = None, 0
        self._last: tuple[list[Any], Any, list[Array]] | None = None
        for function in ("state_size", "work_size"):
            self._function(function).restype = ctypes.c_size_t

    def _open(self, path: Path) -> tuple[ctypes.CDLL, Any]:
        """The library, and the struct of its parameters."""
        try:
            library = ctypes.CDLL(str(path))
        except OSError as error:
            raise BackendError(
                "c", f"{path.name} does not load: {error}", 'use backend "numpy"'
            ) from None
        e = self.entry
        whole = {*e.which("count"), *e.which("flag"), *e["sizes"]}
        names = (*e.parameters, *e["sizes"])
        scalars = [(n, ctypes.c_int if n in whole else ctypes.c_double) for n in names]
        # the functions that do not have the last arrays do not look behind the others
        arrays = [(name, ctypes.c_void_p) for name in self.arrays]
        struct = type("Parameters", (ctypes.Structure,), {"_fields_": [*scalars, *arrays]})
        behind = len(e["of_diffusion"]) * ctypes.sizeof(ctypes.c_void_p)
        size = ctypes.c_size_t(ctypes.sizeof(struct) - behind)
        require_match("c", library, f"{e.name}_check", e.particulars.get("abi"), size)
        return library, struct

    def rhs(self, state: State, parameters: Parameters) -> State:
        flat_state = self._layout(state)
        flat = flat_state.pack(state)
        result = np.empty_like(flat)
        self._evaluate("rhs", flat_state, flat, parameters, result)
        return flat_state.unpack(result)

    def observable(self, name: str, state: State, parameters: Parameters) -> float:
        flat_state, result = self._layout(state), np.empty(1)
        chosen = measured_with(parameters)
        self._evaluate(name, flat_state, flat_state.pack(state), chosen, result)
        return float(result[0])

    def observables(self, name: str, states: State, parameters: Parameters) -> Array:
        flat_state = self._layout(states)
        flat = flat_state.pack(states)
        result = np.empty(len(flat))
        self._evaluate(name, flat_state, flat, measured_with(parameters), result)
        return result

    def integrate(
        self,
        state: State,
        parameters: Parameters,
        alphas: Array,
        *,
        rtol: float,
        atol: float,
        max_steps: int = 0,
        method: str = "explicit",
        then: Parameters | None = None,
    ) -> Solution:
        require_times("c", alphas)
        require_steps("c", max_steps)
        if method == "auto" and not self.entry.particulars.get("stiff"):
            method = "explicit"
        flat_state = self._layout(state)
        counts = flat_state.counts
        flat = flat_state.pack(state)
        times = np.ascontiguousarray(alphas, dtype=float)
        states = np.empty((len(times), len(flat)))
        last, keep_last = (None, None) if then is None else self._parameters(then)
        ends: list[Any] = [None if last is None else ctypes.byref(last)]
        chosen, keep = self._parameters(parameters)
        options: Options | StiffOptions
        stats: Stats | StiffStats
        if method == "explicit":
            options, stats = Options(rtol, atol, max_steps), Stats()
            call, work = self._function("integrate_ramped"), self._work(counts, chosen)
        else:
            if last is not None:
                why = "its implicit steps take constant rates"
                raise BackendError("c", why, 'write method = "explicit"')
            ends = []
            options, stats = StiffOptions(rtol, atol, max_steps, method == "auto"), StiffStats()
            call = self._stiff_function("integrate")
            size = self._stiff_function("work_size")(*counts, ctypes.byref(chosen))
            work = workspace("c", size, *counts)
        code = call(
            *counts,
            ctypes.byref(chosen),
            *ends,
            ctypes.byref(options),
            _pointer(flat),
            ctypes.c_size_t(len(times)),
            _pointer(times),
            _pointer(states),
            ctypes.byref(stats),
            _pointer(work),
        )
        del keep, keep_last
        self._check(code)
        made, jacobians = stats.evaluations, getattr(stats, "jacobians", 0)
        return Solution(flat_state.unpack(states), STATUS[code], made, stats.alpha, jacobians)

    def diffusion(self, state: State, parameters: Parameters) -> Array:
        flat_state = self._layout(state)
        counts = flat_state.counts
        blocks = [np.empty(shape) for shape in flat_state.blocks]
        chosen, keep = self._parameters(parameters)
        flat = flat_state.pack(state)
        size = self._fluctuations("work_size")(*counts, ctypes.byref(chosen))
        work = workspace("c", size, *counts)
        code = self._fluctuations("diffusion")(
            *counts, ctypes.byref(chosen), *map(_pointer, (flat, *blocks, work))
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
        counts = flat_state.counts
        chosen, keep = self._parameters(parameters)
        flat, rows = flat_state.pack(state), np.ascontiguousarray(directions, dtype=float)
        size = self._fluctuations("work_size")(*counts, ctypes.byref(chosen))
        work = workspace("c", size, *counts)
        arrays = (_pointer(flat), ctypes.c_size_t(len(rows)), *map(_pointer, (rows, results, work)))
        code = self._fluctuations(function)(*counts, ctypes.byref(chosen), *arrays)
        del keep
        self._check(code)
        return results if STATUS[code] == "ok" else np.full(results.shape, math.nan)

    def backwards(
        self, name: str, state: State, factors: Array, parameters: Parameters
    ) -> tuple[Array, Array]:
        flat_state = self._layout(state)
        counts = flat_state.counts
        chosen, keep = self._parameters(parameters if name == "rhs" else measured_with(parameters))
        flat, rows = flat_state.pack(state), np.ascontiguousarray(factors, dtype=float)
        results = np.empty((len(rows), len(flat) + len(self.entry.continuous)))
        library = self._adjoint
        size = getattr(library, f"{self.entry.name}_adjoint_work_size")(
            *counts, ctypes.byref(chosen)
        )
        work = workspace("c", size, *counts)
        arrays = (_pointer(flat), ctypes.c_size_t(len(rows)), *map(_pointer, (rows, results, work)))
        function = getattr(library, f"{self.entry.name}_adjoint_{name}")
        code = function(*counts, ctypes.byref(chosen), *arrays)
        del keep
        self._check(code)
        # where the roots of a guarded system vanish they have no slopes
        if STATUS[code] != "ok" or (self.entry["guarded"] and coincide(state, parameters)):
            results[:] = math.nan
        return results[:, : len(flat)], results[:, len(flat) :]

    def _layout(self, state: State) -> Layout:
        """Of a state, or of many, along axes in front."""
        key: tuple = state.names
        for x in state:
            key += (x.shape if type(x) is np.ndarray else np.shape(x),)
        if key not in self._layouts:
            self._layouts[key] = layout_of("c", self.entry, state)
        return self._layouts[key]

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

    def _evaluate(
        self, function: str, layout: Layout, flat: Array, parameters: Parameters, results: Array
    ) -> None:
        """Calls of ``function(K, M, parameters, state, result, work)`` at flat states (..., n),
        with as many results one after the other; NaN where it is not defined."""
        counts = layout.counts
        chosen, keep = self._parameters(parameters)
        work = self._work(counts, chosen)
        count = flat.size // layout.size
        if not count:
            return
        call, given_ = self._evaluation(function), ctypes.byref(chosen)
        at, state, result = _address(work), _address(flat), _address(results)
        of_one = results.size // count
        for i in range(count):
            code = call(*counts, given_, state, result, at)
            if code:
                if np.isfinite(flat.reshape(count, -1)[i]).all():
                    self._check(code)  # NaN in a head start is no head start that needs nodes
                results.reshape(count, -1)[i] = math.nan
            state += 8 * layout.size
            result += 8 * of_one
        del keep

    def _evaluation(self, function: str) -> Any:
        """A function of one state, its arguments as ``_evaluate`` gives them."""
        found = self._function(function)
        if found.argtypes is None:
            counts = set[str]().union(*(x.shape for x in self.entry.state))
            found.argtypes = (*len(counts) * (ctypes.c_int,), *4 * (ctypes.c_void_p,))
        return found

    def _parameters(self, parameters: Parameters) -> tuple[Any, list[Array]]:
        """The C struct, and the arrays it points into, to be kept alive during the call; None is a
        null pointer. Those of the last call, if all values are the same objects."""
        values, last = list(map(parameters.get, self._names)), self._last
        if last is not None and all(map(is_, values, last[0])):
            return last[1], last[2]
        chosen, keep, copied = self._struct(), [], False
        for name in self.entry.parameters:
            value, kind = given("c", self.entry, name, parameters), self.entry.values[name]
            if kind == "flag":
                value = int(bool(value))
            elif kind == "count":
                value = require_integer("c", name, value, 0)  # ctypes would keep the lowest 32 bits
            setattr(chosen, name, value)
        for name in self.arrays:
            value = parameters.get(name)
            if value is not None:
                array = np.ascontiguousarray(value, dtype=float)
                copied |= array is not value  # a change of the original would not be seen
                keep.append(array)
                setattr(chosen, name, array.ctypes.data)
                if name in self.entry["rule"]:
                    setattr(chosen, self.entry["sizes"][0], len(array))
        self._last = None if copied else (values, chosen, keep)
        return chosen, keep

    def _work(self, counts: tuple[int, ...], chosen: Any) -> Array:
        """A work array; its size is that of the last call, where that had the same parameters."""
        of, size = self._sized
        if of is None or of[0] is not chosen or of[1] != counts:
            size = self._function("work_size")(*counts, ctypes.byref(chosen))
            self._sized = (chosen, counts), size
        return workspace("c", size, *counts)

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

    @cached_property
    def _adjoint(self) -> ctypes.CDLL:
        """The library with the functions backwards, compiled on first use."""
        name = f"{self.entry.name}_adjoint"
        library = ctypes.CDLL(str(build(name, self.entry.folder)))
        getattr(library, f"{name}_work_size").restype = ctypes.c_size_t
        return library

    @cached_property
    def _stiff(self) -> ctypes.CDLL:
        """The library with the integrator of stiff equations, compiled on first use."""
        if not self.entry.particulars.get("stiff"):
            why = f"{self.entry.name} has no derived Jacobian, which implicit steps need"
            raise BackendError("c", why, 'write method = "explicit" into [run]')
        name = f"{self.entry.name}_stiff"
        library = ctypes.CDLL(str(build(self.entry.name, self.entry.folder, kernels="stiff")))
        getattr(library, f"{name}_work_size").restype = ctypes.c_size_t
        return library

    def _stiff_function(self, name: str) -> Any:
        return getattr(self._stiff, f"{self.entry.name}_stiff_{name}")

    def _fluctuations(self, name: str) -> Any:
        return getattr(self._second, f"{self.entry.name}_fluctuations_{name}")

    def _function(self, name: str) -> Any:
        return getattr(self.library, f"{self.entry.name}_{name}")


def _address(array: Array) -> int:
    """As ``array.ctypes.data`` of an array with elements that can be written, in a fifth of the
    time."""
    return ctypes.addressof(ctypes.c_char.from_buffer(array))  # type: ignore[arg-type]


def _pointer(array: Array) -> Any:
    return array.ctypes.data_as(POINTER)

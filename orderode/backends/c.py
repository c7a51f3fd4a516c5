"""The generated C library, loaded with ctypes; integrated by its own Dormand-Prince 5(4)."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from ..catalogue import entry
from ..errors import BackendError
from .base import Array, Solution, pack, unpack
from .build import build

__all__ = ["CBackend"]

POINTER = ctypes.POINTER(ctypes.c_double)
#: Status codes of the generated headers, in order.
STATUS = ("ok", "bad argument", "non-finite", "domain", "negative norm", "step limit")


class _Options(ctypes.Structure):
    _fields_ = [("rtol", ctypes.c_double), ("atol", ctypes.c_double), ("max_steps", ctypes.c_ulong)]


class _Stats(ctypes.Structure):
    _fields_ = [
        ("accepted", ctypes.c_ulong),
        ("rejected", ctypes.c_ulong),
        ("evaluations", ctypes.c_ulong),
        ("alpha", ctypes.c_double),
    ]


class CBackend:
    """Solvers of one generated system in C. Calls release the interpreter lock and share nothing."""

    name = "c"

    def __init__(self, system: str) -> None:
        self.entry = entry(system)
        self.digest = self.entry.digest
        path = build(system)
        try:
            self.library = ctypes.CDLL(str(path))
        except OSError as error:
            raise BackendError("c", f"{path.name} does not load: {error}", 'use backend "numpy"') from None
        fields = [*((name, ctypes.c_double) for name in self.entry.parameters), ("T", POINTER)]
        self._struct = type("Parameters", (ctypes.Structure,), {"_fields_": fields})
        for function in ("state_size", "work_size"):
            self._function(function).restype = ctypes.c_size_t

    def rhs(self, R: Array, Q: Array, T: Array, parameters: Mapping[str, float]) -> tuple[Array, Array]:
        K, M = R.shape
        result = np.empty(K * M + K * (K + 1) // 2)
        self._evaluate("rhs", R, Q, T, parameters, result)
        return unpack(result, K, M)

    def eps_g(self, R: Array, Q: Array, T: Array, parameters: Mapping[str, float]) -> float:
        result = np.empty(1)
        self._evaluate("eps_g", R, Q, T, parameters, result)
        return float(result[0])

    def integrate(
        self,
        R: Array,
        Q: Array,
        T: Array,
        parameters: Mapping[str, float],
        alphas: Array,
        *,
        rtol: float,
        atol: float,
        max_steps: int = 0,
    ) -> Solution:
        K, M = R.shape
        state = pack(R, Q)
        times = np.ascontiguousarray(alphas, dtype=float)
        states = np.empty((len(times), len(state)))
        options, stats = _Options(rtol, atol, max_steps), _Stats()
        chosen, keep = self._parameters(T, parameters)
        code = self._function("integrate")(
            K,
            M,
            ctypes.byref(chosen),
            ctypes.byref(options),
            _pointer(state),
            ctypes.c_size_t(len(times)),
            _pointer(times),
            _pointer(states),
            ctypes.byref(stats),
            _pointer(self._work(K, M)),
        )
        del keep
        self._check(code)
        return Solution(*unpack(states, K, M), STATUS[code], stats.evaluations)

    def _evaluate(
        self, function: str, R: Array, Q: Array, T: Array, parameters: Mapping[str, float], result: Array
    ) -> None:
        """One call of ``function(K, M, parameters, state, result, work)``; NaN where it is not defined."""
        K, M = R.shape
        chosen, keep = self._parameters(T, parameters)
        state, work = pack(R, Q), self._work(K, M)
        arguments = (ctypes.byref(chosen), _pointer(state), _pointer(result), _pointer(work))
        code = self._function(function)(K, M, *arguments)
        del keep
        self._check(code)
        if STATUS[code] != "ok":
            result[:] = math.nan

    def _parameters(self, T: Array, parameters: Mapping[str, float]) -> tuple[Any, Array]:
        """The C struct, and the array it points into, to be kept alive during the call."""
        teacher = np.ascontiguousarray(T, dtype=float)
        values = [float(parameters[name]) for name in self.entry.parameters]
        return self._struct(*values, _pointer(teacher)), teacher

    def _work(self, K: int, M: int) -> Array:
        return np.empty(self._function("work_size")(K, M))

    def _check(self, code: int) -> None:
        if STATUS[code] == "bad argument":
            raise BackendError("c", "an argument the solver does not accept", "check rates, P, V and tolerances")

    def _function(self, name: str) -> Any:
        return getattr(self.library, f"{self.entry.name}_{name}")


def _pointer(array: Array) -> Any:
    return array.ctypes.data_as(POINTER)

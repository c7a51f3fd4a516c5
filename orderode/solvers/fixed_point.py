"""The generated fixed-point solvers, in numpy or C, behind one call."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..compiler import say
from ..errors import BackendError
from ..models.catalogue import Entry, named
from ..models.manifest import STATIONARY
from .base import Array
from .build import build
from .numpy import load_module

__all__ = ["STATUS", "FixedPointBackend", "Found", "load_fixed_point_solver"]

#: Codes of the generated solvers that a point can have.
STATUS = ("ok", "no convergence", "non-finite")


@dataclass(frozen=True, eq=False)
class Found:
    """Outputs by name, each (points,) or, over groups, with an axis for each index.

    NaN where ``status`` (points,), a code of ``STATUS``, is not 0.
    """

    values: dict[str, Array]
    status: np.ndarray


class FixedPointBackend:
    """Solvers of one generated fixed-point system; ``level`` is that of ``one_step``."""

    name: str
    entry: Entry

    def solve(
        self, activation: str, target: str, parameters: Mapping[str, Array], level: int = 0
    ) -> Found:
        """At each of the points of ``parameters``, arrays (points,) by name; the tables of a system
        with groups of neurons are (points, groups)."""
        raise NotImplementedError


class _Numpy(FixedPointBackend):
    name = "numpy"

    def __init__(self, model: str) -> None:
        self.entry = named(model, STATIONARY)
        self.module = load_module(model, self.entry.folder)

    def solve(
        self, activation: str, target: str, parameters: Mapping[str, Array], level: int = 0
    ) -> Found:
        names = (*self.entry.parameters, *self.entry.arrays)
        given = self.module.Parameters(**{p: parameters[p] for p in names})
        levels = (level,) if self.entry["step"] else ()
        try:
            found = self.module.solve(activation, target, given, *levels)
        except ValueError as error:
            raise BackendError("numpy", str(error), "check the problem file") from None
        return Found({name: getattr(found, name) for name in self.entry.outputs}, found.status)


class _C(FixedPointBackend):
    name = "c"

    def __init__(self, model: str) -> None:
        self.entry = named(model, STATIONARY)
        path = build(model)
        try:
            self.library = ctypes.CDLL(str(path))
        except OSError as error:
            raise BackendError(
                "c", f"{path.name} does not load: {error}", 'use backend "numpy"'
            ) from None
        self.work_size: Any = getattr(self.library, f"{model}_work_size")
        self.work_size.restype = ctypes.c_size_t
        self.strerror: Any = getattr(self.library, f"{model}_strerror")
        self.strerror.restype = ctypes.c_char_p

    def solve(
        self, activation: str, target: str, parameters: Mapping[str, Array], level: int = 0
    ) -> Found:
        entry = self.entry
        points = len(parameters[entry.parameters[0]])
        given = np.zeros(points, dtype=[(p, float) for p in entry.parameters])
        for name in entry.parameters:
            given[name] = parameters[name]
        plain = [o for o in entry.outputs if not entry.shapes[o]]
        fields: Any = [*((o, float) for o in plain), ("status", np.intc), ("steps", np.intc)]
        results = np.zeros(points, dtype=np.dtype(fields, align=True))
        levels = (level,) if entry["step"] else ()
        call = (
            entry["activations"].index(activation),
            entry["targets"].index(target),
            *levels,
            ctypes.c_size_t(points),
        )
        tables = [np.ascontiguousarray(parameters[t], dtype=float) for t in entry.arrays]
        groups = tables[0].shape[1] if tables else 0
        overlaps = {
            o: np.empty((points, *[groups] * len(entry.shapes[o])))
            for o in entry.outputs
            if entry.shapes[o]
        }
        whole = np.empty((points, sum(x.size // points for x in overlaps.values())))
        work = np.empty(self.work_size(groups) if tables else self.work_size())
        arrays = (given, *tables, results, *([whole] if tables else []), work)
        sizes = (groups,) if tables else ()
        pointers = (x.ctypes.data_as(ctypes.c_void_p) for x in arrays)
        status = getattr(self.library, f"{entry.name}_solve")(*call, *sizes, *pointers)
        if status:
            raise BackendError("c", self.strerror(status).decode(), "check the problem file")
        start = 0
        for values in overlaps.values():
            end = start + values.size // points
            values[:] = whole[:, start:end].reshape(values.shape)
            start = end
        found = {
            name: overlaps[name] if name in overlaps else results[name] for name in entry.outputs
        }
        return Found(found, results["status"].astype(int))


def load_fixed_point_solver(model: str, backend: str = "auto") -> FixedPointBackend:
    """The solvers of ``model``; "auto" is C where it compiles, else numpy."""
    if backend == "numpy":
        return _Numpy(model)
    if backend not in ("auto", "c"):
        raise BackendError(backend, "no such backend", "choose one of auto, c, numpy")
    try:
        return _C(model)
    except BackendError as error:
        if backend == "c":
            raise
        say(f"{model} by numpy, slower than C: {error.why.splitlines()[0]}")
        return _Numpy(model)

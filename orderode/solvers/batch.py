"""Many trajectories at once: the generated vector kernels, on several threads.

The bits of a trajectory depend on the instruction set (and the compiler that built the library),
not on the trajectories beside it, their order, or the number of threads.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..compiler import INSTRUCTIONS, instruction_sets
from ..errors import BackendError
from ..models.catalogue import Entry, entry
from .base import (
    Array,
    Parameters,
    State,
    require_integer,
    require_match,
    require_steps,
    require_times,
    workspace,
)
from .base import given as given_or_default
from .build import build
from .c import POINTER, STATUS, Options, Stats
from .layout import layout
from .trajectories import BatchSolution, merged, shape_of, taken

__all__ = [
    "BatchSolution",
    "cores",
    "evaluate_batch",
    "instruction_sets",
    "integrate_batch",
    "stack_parameters",
    "supports_batch",
]


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def supports_batch(system: str, *, few: bool = False) -> bool:
    """Whether a system has vector kernels, ``few`` for finite support sets, and a compiler is there
    to build them."""
    try:
        _library(system, few=few, only=_numbered("auto"))
    except BackendError:
        return False
    return True


def stack_parameters(rows: Sequence[Parameters]) -> dict[str, Any]:
    """Parameters of many problems as arrays with a leading axis; None (a default) where all rows
    have None."""
    found: dict[str, Any] = {}
    for name in rows[0]:
        values = [row[name] for row in rows]
        missing = [value is None for value in values]
        if any(missing) and not all(missing):
            why = f"{name} is left out for some trajectories and given for others"
            raise BackendError("batch", why, "give it for all, or call once for each kind")
        found[name] = None if all(missing) else np.array(values, dtype=float)
    return found


def integrate_batch(
    system: str,
    states: State,
    parameters: Mapping[str, Any],
    alphas: Array,
    *,
    rtol: float,
    atol: float,
    level: float | None = None,
    observable: str = "eps_g",
    until: float = np.inf,
    threads: int = 1,
    max_steps: int = 0,
    instructions: str = "auto",
    specialised: bool = False,
    then: Mapping[str, Any] | None = None,
) -> BatchSolution:
    """n trajectories of ``system`` from ``states``, R (n, K, M), Q (n, K, K), w0 (n, K), and what
    else it has, at increasing ``alphas``.

    Scalars in ``parameters`` are numbers or (n,), arrays have the shape for all trajectories or a
    leading axis n.  With ``level`` it is located where ``observable``, compared at ``alphas``, has
    crossed it first; a trajectory that has crossed it ends at the first of the times from ``until``
    on.  ``max_steps`` 0 means 10 million each. ``specialised`` kernels are compiled for this K and
    M: seconds once, then faster where K and M are small; same bits. Trajectories of finite and of
    infinite P have kernels of their own, and may be mixed.  ``then``: parameters at the last of
    ``alphas``, as ``parameters`` are at the first, to which rates go on straight lines.

    Raises ``BackendError`` where there are no vector kernels, or an argument is bad for the call as
    a whole.
    """
    n, K, M = shape_of(system, states)
    finite = _finite(parameters, n)
    if finite.any() and not finite.all():
        options: dict[str, Any] = {
            "rtol": rtol,
            "atol": atol,
            "level": level,
            "observable": observable,
            "until": until,
        }
        options |= {"threads": threads, "max_steps": max_steps, "instructions": instructions}
        return merged(
            [
                (
                    places,
                    integrate_batch(
                        system,
                        *taken(system, states, parameters, places),
                        alphas,
                        **options,
                        specialised=specialised,
                        then=None if then is None else taken(system, states, then, places)[1],
                    ),
                )
                for places in (np.flatnonzero(finite), np.flatnonzero(~finite))
            ]
        )
    require_times("batch", alphas)
    require_steps("batch", max_steps)
    require_integer("batch", "threads", threads, 1)
    chosen = _numbered(instructions)
    library = _library(system, (K, M) if specialised else None, few=bool(finite.any()), only=chosen)
    times = np.ascontiguousarray(alphas, dtype=float)
    if observable not in library.entry.outputs:
        why = f"{library.entry.name} has no observable {observable!r}"
        raise BackendError("batch", why, f"choose one of {', '.join(library.entry.outputs)}")
    flat_state = layout(library.entry.state, K, M)
    flat = flat_state.pack(states)
    structs, keep = library.parameters(parameters, n, K, M)
    lasts, keep_lasts = (None, None) if then is None else library.parameters(then, n, K, M)
    request = library.request(
        Options(rtol, atol, max_steps),
        len(times),
        _pointer(times),
        np.nan if level is None else float(level),
        library.entry.outputs.index(observable),
        float(until),
        None if lasts is None else lasts.ctypes.data,
    )
    final, status = np.full_like(flat, np.nan), np.zeros(n, dtype=np.int32)
    observed = {name: np.full((n, len(times)), np.nan) for name in library.entry.outputs}
    crossing, stats = np.full(n, np.nan), np.zeros(n, dtype=np.dtype(Stats))
    results = library.results(
        _pointer(final),
        *(_pointer(x) for x in observed.values()),
        _pointer(crossing),
        ctypes.c_void_p(status.ctypes.data),
        ctypes.c_void_p(stats.ctypes.data),
    )
    queue = ctypes.c_size_t(0)

    def work() -> int:
        buffer = library.workspace(K, M, structs)
        shared = (
            ctypes.byref(request),
            ctypes.byref(results),
            ctypes.byref(queue),
            _pointer(buffer),
        )
        data = ctypes.c_void_p(structs.ctypes.data)
        return int(
            library.function("integrate")(
                chosen, K, M, ctypes.c_size_t(n), data, _pointer(flat), *shared
            )
        )

    if threads == 1:
        codes = [work()]
    else:
        with ThreadPoolExecutor(threads) as pool:
            running = [pool.submit(work) for _ in range(threads)]
            codes = [f.result() for f in running]
    del keep, keep_lasts
    if any(codes):
        raise BackendError("batch", library.strerror(max(codes)))
    accepted, rejected, evaluations = (
        stats[x].astype(np.int64) for x in ("accepted", "rejected", "evaluations")
    )
    words = tuple(STATUS.get(code) or library.strerror(code) for code in status.tolist())
    return BatchSolution(
        flat_state.unpack(final),
        observed,
        crossing,
        words,
        stats["alpha"].copy(),
        accepted,
        rejected,
        evaluations,
        INSTRUCTIONS[chosen],
        library.entry.digest,
    )


def evaluate_batch(
    system: str,
    function: str,
    states: State,
    parameters: Mapping[str, Any],
    instructions: str = "auto",
) -> Array:
    """``function`` "rhs" (flat slopes, (n, size)) or an observable (n,) at n states; NaN where it
    is not defined."""
    n, K, M = shape_of(system, states)
    finite = _finite(parameters, n)
    if finite.any() and not finite.all():
        size = layout(entry(system).state, K, M).size
        mixed = np.empty((n, size) if function == "rhs" else n)
        for places in (np.flatnonzero(finite), np.flatnonzero(~finite)):
            mixed[places] = evaluate_batch(
                system, function, *taken(system, states, parameters, places), instructions
            )
        return mixed
    chosen = _numbered(instructions)
    library = _library(system, few=bool(finite.any()), only=chosen)
    flat = layout(library.entry.state, K, M).pack(states)
    structs, keep = library.parameters(parameters, n, K, M)
    result = np.empty_like(flat) if function == "rhs" else np.empty(n)
    buffer = library.workspace(K, M, structs)
    pointers = (
        ctypes.c_void_p(structs.ctypes.data),
        _pointer(flat),
        _pointer(result),
        _pointer(buffer),
    )
    code = library.function(function)(chosen, K, M, ctypes.c_size_t(n), *pointers)
    del keep
    if code:
        raise BackendError("batch", library.strerror(code))
    return result


class _Library:
    """The compiled vector kernels of one system, with the layout of their structures."""

    def __init__(
        self,
        e: Entry,
        sizes: tuple[int, int] | None,
        few: bool = False,
        only: int | None = None,
    ) -> None:
        self.entry, self.few = e, few
        if e["without_batch"]:
            why = f"{e.name} has no vector kernels: {e['without_batch']}"
            raise BackendError("batch", why, 'integrate one by one, with backend "c"')
        if few and not e["few_batch"]:
            raise BackendError(
                "batch",
                f"{e.name} has no vector kernels for finite P",
                'use backend "c", or P = inf',
            )
        path = build(e.name, e.folder, kernels=self.kernels, sizes=sizes, only=only)
        try:
            self.library = ctypes.CDLL(str(path))
        except OSError as error:
            raise BackendError(
                "batch", f"{path.name} does not load: {error}", 'use backend "c"'
            ) from None
        self.function("work_size").restype = ctypes.c_size_t
        whole = {*e.which("count"), *e.which("flag"), *e["sizes"]}
        names = (*e.parameters, *e["sizes"])
        scalars = [(x, np.int32 if x in whole else np.float64) for x in names]
        self.dtype = np.dtype([*scalars, *((x, np.uintp) for x in e.arrays)], align=True)
        request: list[tuple[str, Any]] = [
            ("options", Options),
            ("n", ctypes.c_size_t),
            ("alphas", POINTER),
        ]
        request += [("level", ctypes.c_double), ("observable", ctypes.c_int)]
        request += [("until", ctypes.c_double), ("then", ctypes.c_void_p)]
        self.request: Any = type("Request", (ctypes.Structure,), {"_fields_": request})
        pointers: list[tuple[str, Any]] = [
            ("states", POINTER),
            *((x, POINTER) for x in e.outputs),
        ]
        pointers += [("crossing", POINTER), ("status", ctypes.c_void_p), ("stats", ctypes.c_void_p)]
        self.results: Any = type("Results", (ctypes.Structure,), {"_fields_": pointers})
        sizes_of = (self.dtype.itemsize, *map(ctypes.sizeof, (self.request, self.results)))
        check, number = f"{e.name}_{self.kernels}_check", e.particulars.get("abi")
        require_match("batch", self.library, check, number, *map(ctypes.c_size_t, sizes_of))

    @property
    def kernels(self) -> str:
        """What stands behind the system's name in the names of files and functions."""
        return "few_batch" if self.few else "batch"

    def function(self, name: str) -> Any:
        return getattr(self.library, f"{self.entry.name}_{self.kernels}_{name}")

    def strerror(self, code: int) -> str:
        """A status in words."""
        function = self.function("strerror")
        function.restype = ctypes.c_char_p
        words: bytes = function(code)
        return words.decode()

    def workspace(self, K: int, M: int, structs: NDArray[Any]) -> Array:
        """The work array of one call for trajectories with these parameters."""
        data = ctypes.c_void_p(structs.ctypes.data)
        return workspace(
            "batch", self.function("work_size")(K, M, ctypes.c_size_t(len(structs)), data), K, M
        )

    def parameters(
        self, given: Mapping[str, Any], n: int, K: int, M: int
    ) -> tuple[NDArray[Any], list[Array]]:
        """The n C structures, and the arrays they point into, to be kept alive during the call."""
        structs, keep = np.zeros(n, dtype=self.dtype), []
        for name in self.entry.parameters:
            values = given_or_default("batch", self.entry, name, given)
            if self.entry.values[name] == "count":
                # beyond 32 bits they would wrap
                for value in np.unique(np.asarray(values, dtype=float)).tolist():
                    require_integer("batch", name, value, 0)
            structs[name] = np.asarray(values) != 0 if self.entry.values[name] == "flag" else values
        for name in (x for x in self.entry.arrays if x not in self.entry["rule"]):
            if given.get(name) is None:
                continue
            shape = tuple({"K": K, "M": M}[axis] for axis in self.entry.shapes[name])
            values = np.ascontiguousarray(given[name], dtype=float)
            if values.shape not in (shape, (n, *shape)):
                why = f"{name} has the shape {values.shape}"
                raise BackendError("batch", why, f"give {shape} or {(n, *shape)}")
            keep.append(values)
            step = values.strides[0] if values.ndim > len(shape) else 0
            structs[name] = values.ctypes.data + step * np.arange(n, dtype=np.uintp)
        return structs, keep


@cache
def _library(
    system: str,
    sizes: tuple[int, int] | None = None,
    *,
    few: bool = False,
    only: int | None = None,
) -> _Library:
    return _Library(entry(system), sizes, few, only)


def _numbered(instructions: str) -> int:
    """The number of an instruction set that this machine has, or of the widest for "auto"."""
    there = instruction_sets()
    chosen = there[0] if instructions == "auto" else instructions
    if chosen not in there:
        raise BackendError(
            "batch",
            f"this machine has no instruction set {instructions!r}",
            f"choose auto or one of {', '.join(reversed(there))}",
        )
    return INSTRUCTIONS.index(chosen)


def _finite(parameters: Mapping[str, Any], n: int) -> NDArray[np.bool_]:
    """Which of n trajectories have a finite support set."""
    P = parameters.get("P")
    return np.broadcast_to(np.isfinite(np.inf if P is None else np.asarray(P, dtype=float)), n)


def _pointer(array: Array) -> Any:
    return array.ctypes.data_as(POINTER)

"""What every backend offers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from ..errors import BackendError
from ..models.catalogue import Entry
from ..problems.overlaps import is_number
from ..problems.parameters import RULE_ACCEPTED, RULE_SIZES
from .layout import Array, Layout, OfStates, State, counted, layout

__all__ = [
    "Array",
    "Backend",
    "NoWorkspace",
    "Parameters",
    "Solution",
    "State",
    "between",
    "coincide",
    "given",
    "layout_of",
    "measured_with",
    "require_integer",
    "require_match",
    "require_parameters",
    "require_steps",
    "require_times",
    "rule_error",
    "workspace",
]

MOST_INT = 2**31 - 1  # what an int holds in C
MOST_DIMENSIONS = 14  # of the rules with nodes
MOST_COUNTED = 2**32 - 1  # ... an unsigned long, wherever that may be
COINCIDING = 1e-12  # 1 - rho^2 of fields that do
WORKSPACE_REMEDY = "take fewer units, or P = inf and V = inf, which need the least"
RULE_REMEDY = 'write P = inf or closure = "1/P" into [parameters]'


class NoWorkspace(BackendError):
    """A work array that the solver, or this machine, cannot hold."""


@dataclass(frozen=True, eq=False)
class Solution(OfStates):
    """A trajectory at the n times asked for: the states there, R (n, K, M), Q (n, K, K), w0 (n, K)
    and what else the system has, NaN from where it failed.

    status: "ok", or why it stopped ("step limit", "step size", "non-finite", "negative norm",
    "domain").
    alpha: how far the steps came; beyond the last of the times reached where it failed between two
    of them.
    evaluations, jacobians: of the right-hand side, and of its Jacobian.
    """

    states: State
    status: str
    evaluations: int
    alpha: float
    jacobians: int = 0


Parameters = Mapping[str, Any]


class Backend(Protocol):
    """The solvers of one generated system.

    Parameters are given by name: the scalars of the system, T (M, M), and, where they are not the
    default, the moments
    of the task vector: mean (M,), cov (M, M), kurtosis (M,) or None; at finite P and V also what
    ``rule`` gives.
    """

    name: str
    digest: str

    @property
    def entry(self) -> Entry:
        """What the manifest says of the system."""
        ...

    def rhs(self, state: State, parameters: Parameters) -> State:
        """Slopes with respect to alpha; NaN where the overlaps are not a covariance."""
        ...

    def observable(self, name: str, state: State, parameters: Parameters) -> float:
        """``eps_g`` or another observable of the system."""
        ...

    def observables(self, name: str, states: State, parameters: Parameters) -> Array:
        """An observable (n,) of n states, R (n, K, M), ...; NaN where it is not defined."""
        ...

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
        """From the state at alphas[0] to each of the increasing ``alphas``; ``max_steps`` 0 means
        10 million.  ``method`` of the steps: "explicit", and in C "implicit" and "auto".  ``then``:
        parameters at alphas[-1], to which rates go on straight lines in explicit steps."""
        ...

    def diffusion(self, state: State, parameters: Parameters) -> Array:
        """Covariance (n, n) of N times the change of the packed state in one step; NaN where the
        overlaps are none."""
        ...

    def tangents(self, state: State, directions: Array, parameters: Parameters) -> Array:
        """Jacobian of the slopes times each of n directions (n, d) of the packed state: (n, d); NaN
        where undefined."""
        ...

    def observable_tangents(
        self, name: str, state: State, directions: Array, parameters: Parameters
    ) -> Array:
        """Derivatives (n,) of an observable along n directions (n, d) of the packed state; NaN
        where undefined."""
        ...

    def backwards(
        self, name: str, state: State, factors: Array, parameters: Parameters
    ) -> tuple[Array, Array]:
        """Of "rhs", for each of m rows of factors (m, d) the slopes of the sum of these times the
        packed slopes: (m, d) to the packed state and (m, p) to ``entry.continuous``; of an
        observable for factors (m,). NaN where undefined; 0 to parameters that are infinite."""
        ...

    def rule(self, K: int, M: int, size: int) -> dict[str, Array]:
        """Parameters ``nodes`` (n, K + M) and ``weights`` (n,) for finite P and V, from a lattice
        of that size."""
        ...


def between(first: Parameters, last: Parameters, share: float | Array) -> dict[str, Any]:
    """Parameters at a share of the way, p(s) = p_0 + s (p_1 - p_0); of shares (n,) what changes
    has n values, in front."""
    found = dict(first)
    for name, value in first.items():
        if value is not None and not np.array_equal(value, last[name], equal_nan=True):
            change = np.subtract(last[name], value)
            found[name] = value + np.multiply.outer(share, change)
    return found


def coincide(state: State, parameters: Parameters) -> bool:
    """Whether two fields are the same to rounding, but for their length and sign:
    C_ab^2 = C_aa C_bb."""
    R, Q, T = (np.asarray(x, dtype=float) for x in (state.R, state.Q, parameters["T"]))
    C = np.concatenate(
        [
            np.concatenate([Q, R], axis=-1),
            np.concatenate(
                [np.swapaxes(R, -1, -2), np.broadcast_to(T, (*R.shape[:-2], *T.shape[-2:]))],
                axis=-1,
            ),
        ],
        axis=-2,
    )
    if C.ndim > 2:
        C = np.tensordot(parameters["variances"], C, axes=1)
    both = np.outer(np.diag(C), np.diag(C))
    apart = both - C**2 > COINCIDING * both
    return not bool((apart | np.eye(len(C), dtype=bool)).all())


def measured_with(parameters: Parameters) -> Parameters:
    """The parameters for observables: with the variances of the inputs that these are measured on,
    where they are not those of the steps."""
    if parameters.get("test_variances") is None:
        return parameters
    return {**parameters, "variances": parameters["test_variances"]}


def require_times(backend: str, alphas: Array) -> None:
    """``BackendError`` unless the times are finite and increasing; at least one."""
    if (
        np.ndim(alphas) != 1
        or not len(alphas)
        or not np.isfinite(alphas).all()
        or not (np.diff(alphas) > 0).all()
    ):
        raise BackendError(
            backend,
            "the times are not finite and increasing",
            "give increasing times, at least one",
        )


def require_match(backend: str, library: Any, function: str, abi: int | None, *sizes: Any) -> None:
    """Of a compiled library that ``function``, its own check, is there and takes the number of its
    layout, as the manifest has it, and the sizes of its structs: other versions emit others."""
    check = getattr(library, function, None)
    if abi is None or check is None or check(abi, *sizes):
        raise BackendError(
            backend,
            f"{Path(library._name).name} and the manifest, or this version of orderode, do not"
            " belong together",
            "derive the model again, or run make generate in a checkout",
        )


def require_steps(backend: str, max_steps: int) -> None:
    require_integer(backend, "max_steps", max_steps, 0, MOST_COUNTED)


def require_integer(backend: str, name: str, value: Any, least: int, most: int = MOST_INT) -> int:
    """``value`` as an int; ``BackendError`` where it is none or outside what the C type of ``name``
    can hold."""
    number = value.item() if isinstance(value, np.generic) else value
    if not is_number(number) or number != int(number) or not least <= number <= most:
        raise BackendError(backend, f"{name} = {value}", f"give an integer from {least} to {most}")
    return int(number)


def given(backend: str, entry: Entry, name: str, parameters: Parameters) -> Any:
    """The value of a parameter, or what the model states for one that is not given; else
    ``BackendError``."""
    if name in parameters:
        return parameters[name]
    if name not in entry.defaults:
        raise BackendError(backend, f"{name} is not given, and has no default")
    return entry.defaults[name]


def require_parameters(backend: str, entry: Entry, parameters: Parameters) -> None:
    """``BackendError`` in the words of the emitted C unless it would accept these parameters."""
    for name in (x for x in entry.parameters if x in parameters and entry.values[x] != "flag"):
        value = parameters[name]
        if entry.values[name] in ("samples", "count"):
            fault, refused = "is not at least 1", not value >= 1
        elif entry.values[name] == "ratio":
            fault, refused = "is not positive", not value > 0
        else:
            fault, refused = "is negative or not finite", not 0 <= value < np.inf
        if refused:
            raise BackendError(backend, f"{name} {fault}")
    for name in (*entry.arrays, *entry["of_diffusion"]):
        array = parameters.get(name)
        if array is not None and name not in entry["rule"] and not np.isfinite(array).all():
            raise BackendError(backend, f"{name} has an element that is not finite")
    for size, steps in entry["single"]:
        samples, count = (given(backend, entry, name, parameters) for name in (size, steps))
        if np.isfinite(samples) and count != 1:
            remedy = f"write {steps} = 1 or {size} = inf"
            raise BackendError(backend, f"{steps} is more than 1 where {size} is finite: {remedy}")


def workspace(backend: str, size: int, *counts: int) -> Array:
    """A work array of ``size`` doubles; ``NoWorkspace`` where there is no memory for it, or 0 says
    that it is too large for the solver."""
    if 0 < size:
        try:
            return _allocated(size)
        except MemoryError:
            why = f"{8e-9 * size:.1f} GB, for which there is no memory"
    else:
        why = f"more than {MOST_INT} numbers"
    axes = zip(("K", "M", "blocks"), counts, strict=False)
    sizes = " and ".join(f"{axis} = {count}" for axis, count in axes)
    why = f"at these parameters {sizes} need a work array of {why}"
    raise NoWorkspace(backend, why, WORKSPACE_REMEDY)


def _allocated(size: int) -> Array:
    return np.empty(size)


def rule_error(backend: str, dimensions: int, size: int) -> BackendError:
    if size not in RULE_SIZES:
        why = f"there is no rule of {size} points"
        return BackendError(backend, why, f"nodes is {RULE_ACCEPTED}")
    why = f"K + M = {dimensions}, and the rules of all powers of 1/P have at most {MOST_DIMENSIONS}"
    return BackendError(backend, why, RULE_REMEDY)


def layout_of(backend: str, entry: Entry, state: State) -> Layout:
    """How a state lies in the flat one of a system; ``BackendError`` where it is none of this
    system."""
    names = tuple(x.name for x in entry.state)
    found = counted(entry.state, state) if state.names == names else None
    if found is None:
        shapes = ", ".join(f"{name} {np.shape(x)}" for name, x in state.items())
        wanted = ", ".join(f"{x.name} ({', '.join(x.shape)})" for x in entry.state)
        raise BackendError(backend, f"a state of {entry.name} has {wanted}, not {shapes}")
    return layout(entry.state, *found)

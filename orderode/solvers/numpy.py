"""The generated numpy module, integrated by SciPy's Dormand-Prince 8(5,3)."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Sequence
from functools import cached_property, wraps
from pathlib import Path
from types import ModuleType
from typing import Any, ParamSpec, TypeVar

import numpy as np

from ..errors import BackendError
from ..models.catalogue import entry
from .base import (
    Array,
    Parameters,
    Solution,
    State,
    between,
    coincide,
    given,
    layout_of,
    measured_with,
    require_parameters,
    require_steps,
    require_times,
    rule_error,
)
from .layout import Layout

__all__ = ["NumpyBackend", "load_module"]

MAX_STEPS = 10_000_000
# output times that are landed on in one vectorised step; one where there are nodes, for their
# memory
TOGETHER = 32


#: How the emitted modules begin to say that; where nodes are needed follows, and where not.
MISSING = "nodes and weights are missing"

#: What is shown, after each step, how many there were and how far they came; it may raise.
Look = Callable[[int, float], None]
Given = ParamSpec("Given")
Made = TypeVar("Made")


def with_nodes(method: Callable[Given, Made]) -> Callable[Given, Made]:
    """A method that says of missing nodes what the C says of them."""

    @wraps(method)
    def tried(*args: Given.args, **kwargs: Given.kwargs) -> Made:
        try:
            return method(*args, **kwargs)
        except ValueError as error:
            if not str(error).startswith(MISSING):
                raise
            raise BackendError("numpy", str(error).partition(" unless ")[0]) from None

    return tried


class NumpyBackend:
    """Solvers of one generated system in numpy."""

    name = "numpy"

    def __init__(self, system: str) -> None:
        self.entry = entry(system)
        self.module = load_module(self.entry.name, self.entry.folder)
        self.digest: str = self.module.DIGEST

    @cached_property
    def fluctuations(self) -> ModuleType:
        """The module with the diffusion and the tangents."""
        return load_module(f"{self.entry.name}_fluctuations", self.entry.folder)

    @cached_property
    def adjoint(self) -> ModuleType:
        """The module with the functions backwards."""
        return load_module(f"{self.entry.name}_adjoint", self.entry.folder)

    @with_nodes
    def rhs(self, state: State, parameters: Parameters) -> State:
        self._require(state)
        found = self._slopes(state, parameters["T"], self._parameters(parameters))
        return State.of(state.names, found)

    def _slopes(self, state: State | Sequence[Array], T: Array, chosen: object) -> Sequence[Array]:
        """NaN where a state is not finite, whose head start asks for nodes that are not there."""
        try:
            made: Sequence[Array] = self.module.rhs(*state, T, chosen)
        except ValueError:
            if all(np.isfinite(x).all() for x in state):
                raise
            made = [np.full_like(x, np.nan) for x in state]
        return made

    @with_nodes
    def observable(self, name: str, state: State, parameters: Parameters) -> float:
        self._require(state)
        chosen = self._parameters(measured_with(parameters))
        return float(getattr(self.module, name)(*state, parameters["T"], chosen))

    @with_nodes
    def observables(self, name: str, states: State, parameters: Parameters) -> Array:
        self._layout(states)
        moved = (np.moveaxis(x, 0, -1) for x in states)
        with np.errstate(invalid="ignore"):
            chosen = self._parameters(measured_with(parameters))
            values = getattr(self.module, name)(*moved, parameters["T"], chosen)
        return np.asarray(values)

    @with_nodes
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
        look: Look | None = None,
    ) -> Solution:
        from scipy.integrate import DOP853  # slow to import, and not needed where the C compiles

        if method != "explicit":
            raise BackendError("numpy", f"its steps are not {method}", 'use backend "c"')

        flat_state = self._layout(state)
        chosen = self._parameters(parameters)
        require_times("numpy", alphas)
        require_steps("numpy", max_steps)

        def at(alpha: float) -> object:
            if then is None:
                return chosen
            share = (alpha - alphas[0]) / (alphas[-1] - alphas[0]) if len(alphas) > 1 else 0.0
            return self._parameters(between(parameters, then, share))

        def slope(alpha: float, flat: Array) -> Array:
            return flat_state.pack(
                self._slopes(tuple(flat_state.unpack(flat)), parameters["T"], at(alpha))
            )

        def slopes(times: Array, flat: Array) -> Array:
            """Of n states (n, d) at once, at times (n,), where rates change of one."""
            moved = [np.moveaxis(x, 0, -1) for x in flat_state.unpack(flat)]
            found = self._slopes(moved, parameters["T"], at(float(times[0])))
            return flat_state.pack([np.moveaxis(x, -1, 0) for x in found])

        start = flat_state.pack(state)
        states = np.full((len(alphas), len(start)), np.nan)
        states[0] = start
        diagonal = flat_state.diagonal
        status = _start_status(start, diagonal, slope, float(alphas[0]))
        evaluations, done, came = 1, 1, float(alphas[0])
        if status == "ok" and len(alphas) > 1:
            with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
                solver = DOP853(slope, alphas[0], start, alphas[-1], rtol=rtol, atol=atol)
            steps = landings = 0
            alone = parameters.get("nodes") is not None or then is not None
            together = 1 if alone else TOGETHER
            while solver.status == "running" and status == "ok":
                begun, here, first = solver.t, solver.y, solver.f
                with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
                    solver.step()
                steps += 1
                if solver.status == "failed":
                    status = _failure(slope, begun, here, first, 10 * np.spacing(abs(begun)))
                    break
                reached = int(np.searchsorted(alphas, solver.t, side="right"))
                if (solver.y[diagonal] < 0).any():
                    status = "negative norm"
                elif reached > done:
                    lengths = alphas[done:reached] - begun
                    parts = np.split(lengths, range(together, len(lengths), together))
                    rows = np.concatenate(
                        [_landed(slopes, begun, here, first, part) for part in parts]
                    )
                    landings += len(lengths)
                    status = _landed_status(rows, diagonal)
                    if status == "ok":
                        states[done:reached], done = rows, reached
                if status == "ok":
                    came = float(solver.t)
                if look is not None and status == "ok" and solver.status == "running":
                    look(steps, came)
                if (
                    status == "ok"
                    and steps >= (max_steps or MAX_STEPS)
                    and solver.status == "running"
                ):
                    status = "step limit"
            evaluations = solver.nfev + (solver.n_stages - 1) * landings
        return Solution(flat_state.unpack(states), status, evaluations, came)

    @with_nodes
    def diffusion(self, state: State, parameters: Parameters) -> Array:
        flat_state = self._layout(state)
        chosen = self._parameters(parameters, self.fluctuations, self.entry["of_diffusion"])
        blocks = self.fluctuations.diffusion(*state, parameters["T"], chosen)
        return flat_state.covariance(blocks)

    def tangents(self, state: State, directions: Array, parameters: Parameters) -> Array:
        made = self._directional("tangent", state, directions, parameters)
        of_all = (np.broadcast_to(x, (*x.shape[:-1], len(directions))) for x in made)
        return np.asarray(self.module.pack(*of_all)).T  # slopes of what rests stand for all

    def observable_tangents(
        self, name: str, state: State, directions: Array, parameters: Parameters
    ) -> Array:
        return np.asarray(self._directional(f"{name}_tangent", state, directions, parameters))

    @with_nodes
    def backwards(
        self, name: str, state: State, factors: Array, parameters: Parameters
    ) -> tuple[Array, Array]:
        flat_state, rows = self._layout(state), np.asarray(factors, dtype=float)
        found = np.full((len(rows), flat_state.size + len(self.entry.continuous)), np.nan)
        chosen = parameters if name == "rhs" else measured_with(parameters)
        # where the roots of a guarded system vanish they have no slopes
        if not (self.entry["guarded"] and coincide(state, parameters)):
            at = (np.asarray(x)[..., None] for x in state)
            weights = [rows]
            if name == "rhs":
                weights = [np.moveaxis(x, 0, -1) for x in flat_state.alone(rows)]
            given_ = self._parameters(chosen, self.adjoint)
            by_state, rates = getattr(self.adjoint, name)(*at, *weights, chosen["T"], given_)
            of_state = flat_state.summed([np.moveaxis(x, -1, 0) for x in by_state])
            found = np.concatenate([of_state, np.transpose(rates)], axis=1)
        return found[:, : flat_state.size], found[:, flat_state.size :]

    @with_nodes
    def _directional(
        self, function: str, state: State, directions: Array, parameters: Parameters
    ) -> Any:
        """One evaluation: the state is the same for all directions, the last axis."""
        flat_state = self._layout(state)
        moved = self.module.unpack(directions.T, *flat_state.counts)
        at = (np.asarray(x)[..., None] for x in state)
        chosen = self._parameters(parameters, self.fluctuations)
        return getattr(self.fluctuations, function)(*at, *moved, parameters["T"], chosen)

    def _require(self, state: State) -> None:
        """One state of the system, or many along an axis behind; else ``BackendError``."""
        shapes = [x.shape for x in self.entry.state]
        if len(state) == len(shapes):
            front = (np.shape(x)[: len(shape)] for x, shape in zip(state, shapes, strict=True))
            self._layout(State.of(state.names, map(np.empty, front)))
        else:
            self._layout(state)

    def _layout(self, state: State) -> Layout:
        return layout_of("numpy", self.entry, state)

    def rule(self, K: int, M: int, size: int) -> dict[str, Array]:
        try:
            jumping = {"K": K, "M": M}.get(self.entry.jumping)
            first = () if jumping is None else (jumping,)
            nodes, weights = self.module.nodes(K + M, size, *first)
        except (AttributeError, ValueError):
            raise rule_error("numpy", K + M, size) from None
        return {"nodes": nodes, "weights": weights}

    def _parameters(
        self,
        parameters: Parameters,
        module: ModuleType | None = None,
        further: Sequence[str] = (),
    ) -> object:
        """As a module of the system takes them, the one with the slopes by default; ``further``:
        arrays that it takes beside those of all."""
        require_parameters("numpy", self.entry, parameters)
        for name in self.entry.parameters:
            given("numpy", self.entry, name, parameters)
        arrays = (x for x in self.entry.arrays if x != "T")
        names = (*self.entry.parameters, *arrays, *further)
        return (module or self.module).Parameters(
            **{name: _number(parameters[name]) for name in names if name in parameters}
        )


def _landed(
    slopes: Callable[[Array, Array], Array],
    alpha: float,
    start: Array,
    slope: Array,
    lengths: Array,
) -> Array:
    """States (n, d) after steps of these lengths from one start at a time.

    A step whose size is limited by stability may lie within the tolerance at its end while the
    solver's interpolant is a thousand tolerances off in between: that is built of stages which the
    stiff directions dominate.  A shorter step from the same start is as good as the step itself.
    """
    from scipy.integrate import DOP853

    h = lengths[:, None]
    stages = np.empty((DOP853.n_stages, len(lengths), len(start)))
    stages[0] = slope
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        for s in range(1, DOP853.n_stages):
            at = start + h * np.tensordot(DOP853.A[s, :s], stages[:s], axes=1)
            stages[s] = slopes(alpha + DOP853.C[s] * lengths, at)
        return np.asarray(start + h * np.tensordot(DOP853.B, stages, axes=1))


def _landed_status(rows: Array, diagonal: Array) -> str:
    """A step may be acceptable and what lies between its ends not, at tolerances as loose as the
    state is large."""
    if not np.isfinite(rows).all():
        return "domain"
    return "negative norm" if (rows[:, diagonal] < 0).any() else "ok"


def _failure(
    slope: Callable[[float, Array], Array], alpha: float, start: Array, first: Array, h: float
) -> str:
    """Why not even the shortest step h from ``start`` is taken: what its stages meet, or else its
    error."""
    from scipy.integrate import DOP853

    stages = [first]
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        for s in range(1, DOP853.n_stages):
            state = start + h * np.tensordot(DOP853.A[s, :s], np.array(stages), axes=1)
            if not np.isfinite(state).all():
                return "non-finite"
            stages.append(slope(alpha, state))
            if not np.isfinite(stages[-1]).all():
                return "domain"
    return "step size"


def _start_status(
    start: Array, diagonal: Array, slope: Callable[[float, Array], Array], alpha: float
) -> str:
    if not np.isfinite(start).all():
        return "non-finite"
    if (start[diagonal] < 0).any():
        return "negative norm"
    return "ok" if np.isfinite(slope(alpha, start)).all() else "domain"


def _number(value: Any) -> Any:
    """Python floats as numpy's, which overflow to infinity instead of raising."""
    return np.float64(value) if isinstance(value, float) else value


def load_module(system: str, folder: Path) -> ModuleType:
    path = folder / "numpy" / f"{system}.py"
    spec = importlib.util.spec_from_file_location(f"orderode_generated_{system}", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise BackendError(
            "numpy", f"there is no generated/numpy/{system}.py", "run make generate in a checkout"
        )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

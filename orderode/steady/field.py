"""Slopes of a problem's theory as a vector field over what moves, its Jacobian, and Newton's method
for where it vanishes."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np
from scipy.optimize import least_squares

from .. import solvers
from ..errors import BackendError, NotAvailable
from ..problems.problem import Problem
from ..solvers.base import Array, State
from ..solvers.layout import layout
from ..theory.integrate import least_eigenvalues, solver_parameters, start_state
from ..theory.limits import require_theory

__all__ = ["Field"]

#: Step of the differences where a system has no tangents, relative to the size of the state.
STEP = 1e-6
#: Singular values of the Jacobian below this part of the largest belong to symmetries.
RANK = 1e-7
#: Relative size of the last step of Newton's method where it has converged.
CONVERGED = 1e-11
POLISHING = 8  # steps of Newton's method after the search
#: A covariance may be this indefinite by rounding.
ROUNDING = 1e-9
#: How far beside a double root may come out: the square root of rounding, amplified.
BESIDE = 1e-5


class Field:
    """dx/dalpha = F(x; p) over the d numbers x of the packed state that move: of a head start that
    is not trained, none.

    ``at`` gives the same field at another value of one parameter.
    """

    def __init__(self, problem: Problem, backend: str = "auto") -> None:
        system = require_theory(problem)
        if problem.facts.blocks:
            raise NotAvailable(
                f"steady states of {problem.source or problem.model_name}",
                "they are looked for among the overlaps of i.i.d. inputs, and here inputs are in"
                " blocks",
                "Use orderode integrate with a large alpha_end",
            )
        self.problem = problem
        self.solver = solvers.load(system.key, backend)
        self.chosen: dict[str, Any] = solver_parameters(problem, self.solver)
        self.flat = layout(self.solver.entry.state, problem.K, problem.M)
        self.start = self.flat.pack(start_state(problem))
        everything = np.arange(self.flat.size)
        rests = self.flat.places(problem.facts.heads)
        self.moves = everything if problem.trains_start else np.delete(everything, rests)
        self.by_tangents = bool(system["diffusion"]) and not system["guarded"]

    def at(self, name: str, value: float) -> Field:
        """The field with parameter ``name`` at ``value``."""
        made = object.__new__(Field)
        made.__dict__.update(self.__dict__)
        made.chosen = {**self.chosen, name: value}
        return made

    @cached_property
    def _directions(self) -> Array:
        return np.eye(self.flat.size)[self.moves]

    @property
    def size(self) -> int:
        """d, how many numbers move."""
        return len(self.moves)

    def state(self, x: Array) -> State:
        """The order parameters, what rests included."""
        whole = self.start.copy()
        whole[self.moves] = x
        return self.flat.unpack(whole)

    def packed(self, state: State) -> Array:
        return self.flat.pack(state)[self.moves]

    def slopes(self, x: Array) -> Array:
        """F (d,); NaN where the overlaps are not a covariance."""
        with np.errstate(all="ignore"):
            found = self.solver.rhs(self.state(x), self.chosen)
        return np.asarray(self.flat.pack(found)[self.moves])

    def jacobian(self, x: Array) -> Array:
        """dF/dx (d, d): derived, or for a system without tangents by central differences, whose
        error is of the order STEP^2 |F'''|."""
        if self.by_tangents:
            found = self.solver.tangents(self.state(x), self._directions, self.chosen)
            return np.asarray(found[:, self.moves].T)
        step = STEP * max(1.0, float(np.abs(x).max()))
        columns = [
            (self.slopes(x + step * e) - self.slopes(x - step * e)) / (2 * step)
            for e in np.eye(self.size)
        ]
        return np.array(columns).T

    def observable(self, name: str, x: Array) -> float:
        return self.solver.observable(name, self.state(x), self.chosen)

    def admitted(self, x: Array) -> Array | None:
        """x where learner and teacher can have these overlaps. A double root comes out beside where
        units coincide: then the overlaps with Q - R T^-1 R^T >= 0 that are next to x, if they are
        steady, too; else None."""
        if not np.isfinite(x).all():
            return None
        state, T = self.state(x), self.problem.T
        if least_eigenvalues(state.R[None], state.Q[None], T)[0] > -ROUNDING:
            return x
        along = state.R @ np.linalg.pinv(T) @ state.R.T
        values, vectors = np.linalg.eigh(state.Q - along)
        Q = along + vectors @ np.diag(np.maximum(values, 0)) @ vectors.T
        moved = self.packed(state.replace(Q=Q))
        size = 1 + np.abs(x).max()
        floor = BESIDE**2 * np.linalg.norm(self.jacobian(moved), 2) * size
        near = np.abs(moved - x).max() <= BESIDE * size
        return moved if near and np.abs(self.slopes(moved)).max() <= floor else None

    def solved(self, x: Array) -> Array | None:
        """The steady state that Newton's method finds from x, within a trust region where it is
        far; None where it finds none."""
        try:
            if not (np.isfinite(self.slopes(x)).all() and np.isfinite(self.jacobian(x)).all()):
                return None
            with np.errstate(all="ignore"):
                found = least_squares(
                    self.slopes, x, self.jacobian, xtol=1e-12, ftol=1e-15, gtol=None, max_nfev=100
                )
        except (BackendError, ValueError, np.linalg.LinAlgError):  # ... for a Jacobian that is none
            return None
        polished = self._polished(np.asarray(found.x))
        return None if polished is None else self.admitted(polished)

    def _polished(self, x: Array) -> Array | None:
        """Newton's method to its end: x <- x - J^+ F, with the pseudo-inverse J^+, which leaves
        alone what a symmetry leaves free."""
        for _ in range(POLISHING):
            J, f = self.jacobian(x), self.slopes(x)
            if not (np.isfinite(J).all() and np.isfinite(f).all()):
                return None
            step = np.linalg.lstsq(J, f, rcond=RANK)[0]
            x = x - step
            if np.abs(step).max() <= CONVERGED * (1 + np.abs(x).max()):
                # what the pseudo-inverse leaves out must vanish, too
                rest = np.abs(self.slopes(x)).max()
                floor = CONVERGED * np.linalg.norm(J, 2) * (1 + np.abs(x).max())
                return x if rest <= floor else None
        return None

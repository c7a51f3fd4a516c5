"""Slopes of a problem's theory as a vector field over what moves, its Jacobian, and Newton's method
for where it vanishes."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
from scipy.linalg import null_space
from scipy.optimize import least_squares

from .. import solvers
from ..errors import BackendError, NotAvailable
from ..problems.problem import Problem
from ..solvers.base import Array, State
from ..solvers.layout import layout
from ..theory.integrate import least_eigenvalues, solver_parameters, start_state
from ..theory.limits import require_theory

__all__ = ["Field"]

#: Step of the differences where units coincide, relative to the size of the state.
STEP = 1e-6
#: Singular values of the Jacobian below this part of the largest belong to symmetries.
RANK = 1e-7
#: Relative size of the last step of Newton's method where it has converged.
CONVERGED = 1e-11
POLISHING = 8  # steps of Newton's method after the search
#: A covariance may be this indefinite by rounding.
ROUNDING = 1e-9
#: Of the squared distance of units, in their squared lengths: what may be a double root.
TOGETHER = 1e-4
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
        self.guarded = bool(system["guarded"])
        self.by_differences = False

    def at(self, name: str, value: float) -> Field:
        """The field with parameter ``name`` at ``value``."""
        made = object.__new__(Field)
        made.__dict__.update(self.__dict__)
        made.chosen = {**self.chosen, name: value}
        return made

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
        """dF/dx (d, d): derived, or where units coincide that then have no slopes, as with ReLU, by
        central differences, whose error is of the order STEP^2 |F'''|."""
        rows = np.eye(self.flat.size)[self.moves]
        found, _ = self.solver.backwards("rhs", self.state(x), rows, self.chosen)
        if not self.guarded or np.isfinite(found[:, self.moves]).all():
            return np.asarray(found[:, self.moves])
        self.by_differences = True
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
        x = np.asarray(found.x)
        polished = self._polished(x, np.eye(self.size))
        if polished is not None:
            polished = self.admitted(polished)
        joined = self._joined(x if polished is None else polished)
        return polished if joined is None else joined

    def _joined(self, x: Array) -> Array | None:
        """The steady state next to x at which the units that coincide there do so exactly; None
        where none do, or there is none.

        Of a double root Newton's method knows no more than the square root of rounding; among
        overlaps with C_ai = +-C_bi for all fields i, which the flow never leaves, it is a simple
        one.
        """
        pairs = self._coinciding(x)
        if not pairs:
            return None

        def apart(x: Array) -> Array:
            C = self._covariance(x)
            return np.concatenate([C[a] - sign * C[b] for a, b, sign in pairs])

        here = apart(x)
        rows = np.array([apart(x + e) - here for e in np.eye(self.size)]).T
        nearest = x - np.linalg.lstsq(rows, here, rcond=RANK)[0]
        if np.abs(apart(nearest)).max() > CONVERGED * (1 + np.abs(x).max()):
            return None
        return self._polished(nearest, null_space(rows, rcond=RANK))

    def _coinciding(self, x: Array) -> list[tuple[int, int, int]]:
        """Pairs of fields, not two of the teacher, that nearly are the same, or with opposite
        signs."""
        C, found = self._covariance(x), []
        for a, b in itertools.combinations(range(len(C)), 2):
            for sign in (1, -1):
                gap = C[a, a] + C[b, b] - 2 * sign * C[a, b]
                if a < self.problem.K and gap <= TOGETHER * (C[a, a] + C[b, b]):
                    found.append((a, b, sign))
        return found

    def _covariance(self, x: Array) -> Array:
        """C of the fields."""
        state = self.state(x)
        return np.block([[state.Q, state.R], [state.R.T, self.problem.T]])

    def _polished(self, x: Array, within: Array) -> Array | None:
        """Newton's method to its end along columns N ``within`` (d, m): x <- x - N (N^T J N)^+ N^T
        F, with the pseudo-inverse, which leaves alone what a symmetry leaves free."""
        for _ in range(POLISHING):
            J, f = self.jacobian(x), self.slopes(x)
            if not (np.isfinite(J).all() and np.isfinite(f).all()):
                return None
            step = within @ np.linalg.lstsq(within.T @ J @ within, within.T @ f, rcond=RANK)[0]
            x = x - step
            if np.abs(step).max() <= CONVERGED * (1 + np.abs(x).max()):
                # what the pseudo-inverse leaves out must vanish, too
                rest = np.abs(self.slopes(x)).max()
                floor = CONVERGED * np.linalg.norm(J, 2) * (1 + np.abs(x).max())
                return x if rest <= floor else None
        return None

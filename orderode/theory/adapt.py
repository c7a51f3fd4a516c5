"""Meta-learning against pre-training: how heads adapt on representations that different algorithms
have learned."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import ProblemError
from ..models.catalogue import catalogue, entry
from ..models.data import model_data, stated
from ..problems.problem import Problem
from ..shown import Drawn, error_said, within_rounding
from ..solvers.base import Array, State
from .arguments import STEPS, checked, require_constant
from .inner import require_adaptation
from .integrate import CAUSES, Trajectory, integrate, start_state
from .observables import (
    adaptation_curve,
    representation_bounds,
    require_plain_outputs,
    squared_gradient,
)

__all__ = ["AdaptationComparison", "Representation", "algorithms", "compare_adaptation"]

RANDOM = "random"
SEEN = 1e-4  #: share of eps_rep between its bounds from which on the report says so


@dataclass(frozen=True, eq=False, repr=False)
class Representation:
    """One first layer and head start: who made it, and how heads adapt on it.

    state, alpha: where training ended; the last good one where it failed, as status says.
    curve (steps + 1,): eps_g after 0, 1, ... inner steps; eps_rep: of the best head, its lower
    bound, and eps_rep_most, the upper, equal but where units coincide nearly; squared_gradient: E
    |dL/dw|^2 at w0.
    """

    name: str
    state: State
    alpha: float
    status: str
    curve: Array
    eps_rep: float
    eps_rep_most: float
    squared_gradient: float

    def __repr__(self) -> str:
        return (
            f"<Representation by {self.name}: alpha = {self.alpha:g}, {self.status}; eps_g"
            f" {self.curve[0]:.4g} to {self.curve[-1]:.4g} in {len(self.curve) - 1} steps, eps_rep"
            f" {error_said(self.eps_rep, form='.4g')}>"
        )


@dataclass(frozen=True, eq=False, repr=False)
class AdaptationComparison(Drawn):
    """The same problem trained by each algorithm up to alpha_end, and the untrained start."""

    problem: Problem
    steps: int
    representations: tuple[Representation, ...]

    def __repr__(self) -> str:
        names = ", ".join(r.name for r in self.representations)
        p = self.problem
        return (
            f"<AdaptationComparison: {names}; {self.steps} inner steps, {p.activation_text},"
            f" K = {p.K}, M = {p.M}; all of it: report()>"
        )

    def report(self) -> str:
        """A table for a person, with what has to be known to read it."""
        alpha, rate = self.problem.require_run().alpha_end, self.problem.facts.rate_of_inner or ""
        lines = [
            (
                f"adaptation of the head at rate {self.problem.parameters.text(rate)} on fresh"
                f" tasks, P = inf, after training to alpha = {alpha:g}"
                f" ({self.problem.activation_text}, K = {self.problem.K}, M = {self.problem.M})"
            ),
            (
                f"{'':10}{'eps_g(0)':>11}{'eps_g(1)':>11}{f'eps_g({self.steps})':>11}"
                f"{'eps_rep':>11}{'E|dL/dw|^2':>12}  status"
            ),
        ]
        for r in self.representations:
            values = "".join(
                f"{within_rounding(x):11.5g}"
                for x in (r.curve[0], r.curve[min(1, self.steps)], r.curve[-1], r.eps_rep)
            )
            lines.append(f"{r.name:10}{values}{r.squared_gradient:12.5g}  {r.status}")
        for r in self.representations:
            if r.status != "ok":
                lines.append(
                    f"{r.name}: {r.status}, {CAUSES[r.status]}; values at its last good alpha ="
                    f" {r.alpha:g}"
                )
            if r.eps_rep_most - r.eps_rep > SEEN * r.eps_rep_most:
                lines.append(
                    f"{r.name}: units coincide nearly, and the overlaps, known to rounding, leave"
                    f" the error of the best head open between {r.eps_rep:.5g} and"
                    f" {r.eps_rep_most:.5g}"
                )
        if not self.problem.tasks.mean.any():
            lines.append(
                "tasks have mean 0: the mean gradient of the pooled head is that of fitting zero,"
                " so pooled training finds no teacher; give [tasks] mean a value to compare"
            )
        if not self.problem.trains_start and not self.problem.w0.any():
            lines.append(
                "w0 = 0, which rests: the pooled head stays zero and its first layer does not move"
            )
        return "\n".join(lines)

    def arrays(self) -> dict[str, Any]:
        """By name: steps, and of each representation its curve, eps_rep, its upper bound,
        squared_gradient, Q, R, w0."""
        found: dict[str, Any] = {"steps": np.arange(self.steps + 1)}
        for r in self.representations:
            found |= {f"{r.name}_eps_g": r.curve, f"{r.name}_eps_rep": np.asarray(r.eps_rep)}
            found[f"{r.name}_eps_rep_most"] = np.asarray(r.eps_rep_most)
            found |= {
                f"{r.name}_squared_gradient": np.asarray(r.squared_gradient),
                f"{r.name}_status": np.asarray(r.status),
            }
            found |= {f"{r.name}_alpha": np.asarray(r.alpha)}
            found |= {f"{r.name}_{x}": value for x, value in sorted(r.state.items())}
        return found


def compare_adaptation(
    problem: Problem, steps: int = 20, backend: str = "auto"
) -> AdaptationComparison:
    """Train the problem with its own model and with each of ``algorithms``, and measure adaptation
    on each result and on the start."""
    if not require_constant(problem, "the adaptation of heads").adapts:
        accepted = (
            "one of "
            + ", ".join(algorithms(problem))
            + ", or a model file: heads adapt in an inner loop"
        )
        raise ProblemError("model", problem.model, accepted, source=problem.source)
    require_adaptation(problem)
    require_plain_outputs(problem)
    steps = checked("steps", STEPS, steps)
    models = tuple(name for name in algorithms(problem) if _gives_all(problem, name))
    found = []
    for model in models if problem.model in models else (problem.model, *models):
        trained = integrate(_by(model, problem), backend)
        made = (Path(model).stem, *_last(trained, start_state(problem)), trained.status)
        found.append(_measured(problem, made, steps, backend))
    found.append(_measured(problem, (RANDOM, start_state(problem), 0.0, "ok"), steps, backend))
    return AdaptationComparison(problem, steps, tuple(found))


def algorithms(problem: Problem) -> tuple[str, ...]:
    """The generated algorithms with an inner loop whose teachers vary with the task if the
    problem's do."""
    varies = problem.facts.spread is not None
    found = []
    for name in dict.fromkeys(e.model for e in catalogue()):
        data = model_data(name)
        if data["inner"] is not None and ("spread" in data["teacher"]) == varies:
            found.append(name)
    return tuple(found)


def _gives_all(problem: Problem, model: str) -> bool:
    """Whether the problem has every parameter that the model asks for."""
    there = problem.parameters.of_model()
    return all(x.name in there for x in stated(model).parameters if x.default is None)


def _by(model: str, problem: Problem) -> Problem:
    """The problem with another model, which takes what it has of its parameters and starts."""
    there = stated(model).names
    dropped = {name: None for name in problem.parameters.of_model() if name not in there}
    known = {x.name for x in entry(model, problem.activation).state}
    others = {name: None for name in problem.others if name not in known}
    return problem.with_changes(model=model, parameters=dropped, overlaps=others)


def _last(trajectory: Trajectory, start: State) -> tuple[State, float]:
    """The last state that was reached, and when; ``start`` where the equations are not even defined
    there."""
    last = trajectory.last
    return (start, 0.0) if last is None else (trajectory.state(last), float(trajectory.alpha[last]))


def _measured(
    problem: Problem, made: tuple[str, State, float, str], steps: int, backend: str
) -> Representation:
    name, state, alpha, status = made
    curve = adaptation_curve(problem, state, steps, backend)
    errors = (
        *representation_bounds(problem, state, backend),
        squared_gradient(problem, state, backend),
    )
    return Representation(name, state, alpha, status, curve, *errors)

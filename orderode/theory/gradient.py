"""What one number at the end of a trajectory, or its mean, answers to: all of it by one pass back.

With the number E, the state x(alpha) and parameters p,

    d E/d x(alpha) = Phi(end, alpha)^T d E/d x(end) ,
    d E/d p        = d E/d p at fixed x + integral of F_p^T dE/dx over alpha ,

where Phi(end, alpha) = dx(end)/dx(alpha): slopes go back through the steps of the trajectory
(``back``), at a cost that does not grow with the numbers of parameters and order parameters.  The
forward derivatives (``sensitivity``) are those of all that there is at all times.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from .. import solvers
from ..errors import ProblemError
from ..problems.problem import Problem
from ..shown import Drawn, Tabled, error_said
from ..solvers.base import Array
from ..solvers.layout import layout
from .arguments import require_explicit, require_problem
from .back import Answer, Leg, answered
from .given import stage_parameters, start_state
from .integrate import Trajectory, followed
from .limits import require_theory
from .sensitivity import label_of, moving_parameters
from .work import require_common

__all__ = ["Gradient", "gradient"]

SHOWN = 5  #: elements of the start in the summary
MOST = {"c": 200_000, "numpy": 20_000}  #: steps between two changes of the rates


@dataclass(frozen=True, eq=False, repr=False)
class Gradient(Drawn, Tabled):
    """Slopes of the observable ``of`` at the end, or with ``mean`` of its average over alpha, whose
    ``value`` they are of, at the n times ``alpha`` of [run].  steps: that were gone back through.

    by_state (n, d): with respect to a change of the state at alpha, of its d numbers that move,
    ``state`` names them as in R_12; the first row is that of the start.  by_parameter (n, p): with
    respect to a change of each of p ``parameters`` from alpha on; the first row is that of a change
    all along.  values (p,): what parameters are; of one that a schedule changes there is one for
    each value, "eta_J from 5", on straight lines "eta_J at 5".  NaN where the trajectory failed or
    has no slopes.
    """

    problem: Problem
    trajectory: Trajectory
    of: str
    mean: bool
    value: float
    alpha: Array
    state: tuple[str, ...]
    parameters: tuple[str, ...]
    values: Array
    by_state: Array
    by_parameter: Array
    steps: int

    def __repr__(self) -> str:
        return (
            f"<Gradient: {self.what} = {self.value:.6g}; {len(self.state)} numbers of the start,"
            f" {len(self.parameters)} parameters; all of it: summary()>"
        )

    @property
    def what(self) -> str:
        """Whose slopes they are, for people."""
        return f"mean {self.of}" if self.mean else self.of

    @property
    def complete(self) -> bool:
        """Whether all slopes are known."""
        known = np.isfinite(self.by_parameter).all() and np.isfinite(self.by_state).all()
        return bool(known and np.isfinite(self.value))

    def summary(self) -> str:
        """For people."""
        t = self.trajectory
        lines = [t.summary()]
        if not self.complete:
            why = (
                "explicit steps do not come to the end, or the slopes have no derivatives on the"
                " way, as where ReLU units coincide; forward derivatives take differences there"
            )
            return "\n".join([*lines, f"no derivatives of {self.what}: {why}"])
        end = self.alpha[-1]
        where = f"up to alpha = {end:g}" if self.mean else f"at alpha = {end:g}"
        lines.append(f"{self.what} {where}: {error_said(self.value, form='.8g')}")
        for name, value, slope in zip(
            self.parameters, self.values, self.by_parameter[0], strict=True
        ):
            part = value * slope / self.value if value and self.value else 0.0
            said = f", {part:+.4g} % for 1 % of it" if part else ""
            lines.append(f"d {self.what}/d {name:<18} = {slope:+.8g} at {name} = {value:g}{said}")
        for i in np.argsort(-np.abs(self.by_state[0]), kind="stable")[:SHOWN].tolist():
            name, slope = f"{self.state[i]}(0)", self.by_state[0, i]
            lines.append(f"d {self.what}/d {name:<18} = {slope:+.8g}")
        sizes = np.linalg.norm(self.by_state, axis=1)
        most = int(sizes.argmax())
        lines.append(
            f"changes of the state count most at alpha = {self.alpha[most]:.4g}, {sizes[most]:.4g}"
            f" per change; at the start {sizes[0]:.4g}"
        )
        return "\n".join([*lines, f"by one pass back through {self.steps} steps"])

    def arrays(self) -> dict[str, Any]:
        """Everything, by name, for a result file."""
        return {
            "alpha": self.alpha,
            "of": self.what,
            "value": self.value,
            "status": self.trajectory.status,
            "start": np.array(self.state),
            "parameters": np.array(self.parameters),
            "values": self.values,
            "by_state": self.by_state,
            "by_parameter": self.by_parameter,
        }


def gradient(
    problem: Problem, of: str = "eps_g", backend: str = "auto", *, mean: bool = False
) -> Gradient:
    """The slopes of an observable of the problem's system at alpha_end of its [run], or with
    ``mean`` of its average over alpha, with respect to the whole start, each rate, probability and
    finite number of samples, and each value of a schedule, by one pass back."""
    run = require_problem(problem).require_run()
    require_explicit(problem, "a pass back")
    solver = solvers.load(require_theory(problem).key, backend)
    require_common(problem, solver, "a pass back")
    outputs = solver.entry.outputs
    if of not in outputs:
        accepted = f"an observable of {solver.entry.name}: {', '.join(outputs)}"
        raise ProblemError("of", of, accepted, source=problem.source)
    stages, names = problem.stages(run.alpha_end), moving_parameters(problem, solver)
    flat = layout(solver.entry.state, *problem.counts)
    times, legs, lines = problem.times(), list[Leg](), list[_Line]()
    values = dict[str, float]()
    for stage in stages:
        ends = stage_parameters(stage, solver)
        inside = times[(times >= stage.start) & (times <= stage.end)].tolist()
        own = []
        for end, chosen in enumerate(ends):
            if chosen is not None:
                own.append([label_of(problem, name, stage, end) for name in names])
                values |= dict(zip(own[-1], (float(chosen[name]) for name in names), strict=True))
        whole = Leg(stage.start, stage.end, *ends)
        for start, end in itertools.pairwise(inside):
            then = None if whole.then is None else whole.at(end)
            legs.append(Leg(start, end, whole.at(start), then))
            lines.append(_Line(own, whole.share(start), whole.share(end)))
    rests = [] if problem.trains_start else flat.places(problem.facts.heads).tolist()
    moves = np.delete(np.arange(flat.size), rests)
    rows = itertools.chain.from_iterable(line.labels for line in lines)
    ordered = itertools.chain(*zip(*rows, strict=True))
    parameters = list(dict.fromkeys(ordered))
    trajectory = followed(problem, backend)
    found = answered(
        solver,
        flat,
        flat.pack(start_state(problem)),
        legs,
        rtol=run.rtol,
        atol=run.atol,
        max_steps=MOST[solver.name],
        observable=of,
        mean=mean,
        rests=rests,
    )
    columns = [solver.entry.continuous.index(name) for name in names]
    added = _by_leg(found, columns, lines, parameters)
    return Gradient(
        problem,
        trajectory,
        of,
        mean,
        found.value,
        times,
        tuple(flat.labels[i] for i in moves),
        tuple(parameters),
        np.array([values[name] for name in parameters]),
        found.by_state[:, moves],
        np.cumsum(added[::-1], axis=0)[::-1],
        found.steps,
    )


class _Line(NamedTuple):
    """Names of the parameters of a leg: rows of them, the values of those on straight lines at both
    ends of a stage, of whose way it begins and ends at these shares."""

    labels: list[list[str]]
    first: float
    last: float

    def add(self, slopes: Array, row: Array, parameters: list[str]) -> None:
        """To a row (p,) of slopes to ``parameters`` those (2, names) to the values at the start and
        at the end of a leg."""
        weights = np.array([self.first, self.last])
        parts = [slopes.sum(axis=0)]
        if len(self.labels) > 1:
            parts = [(1 - weights) @ slopes, weights @ slopes]
        for names, part in zip(self.labels, parts, strict=True):
            np.add.at(row, list(map(parameters.index, names)), part)


def _by_leg(found: Answer, columns: list[int], lines: list[_Line], parameters: list[str]) -> Array:
    """What each leg adds to the slopes, and at the end the observable itself (legs + 1, p), of the
    ``columns`` of a leg."""
    added = np.zeros((len(lines) + 1, len(parameters)))
    for leg, line in enumerate(lines):
        line.add(found.by_parameter[leg][:, columns], added[leg], parameters)
    lines[-1].add(found.direct[:, columns], added[-1], parameters)
    lines[-1].add(-found.direct[:, columns], added[-2], parameters)
    return added

"""How a trajectory answers small changes: of its start and of the parameters, and what grows.

With Phi(alpha) = dx(alpha)/dx(0) and s(alpha) = dx(alpha)/dp, products of what each interval
between recorded times does (``transition``),

    d eps_g/dx(0) = Phi^T grad eps_g ,   d eps_g/dp = s^T grad eps_g + d eps_g/dp at fixed x .

The singular values of Phi say how much changes of the start have grown.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from .. import solvers
from ..problems.problem import Problem, Stage
from ..shown import Drawn, Tabled
from ..solvers.base import Array
from .arguments import require_problem
from .growth import Growth, exponents, largest_growth
from .integrate import Trajectory, followed
from .limits import require_theory
from .transition import Interval, Transition
from .work import require_common

__all__ = ["Sensitivities", "label_of", "moving_parameters", "sensitivities"]

SHOWN = 3  #: exponents in the summary


@dataclass(frozen=True, eq=False, repr=False)
class Sensitivities(Drawn, Tabled):
    """Derivatives along a trajectory, at its n times, with respect to the d numbers of the start
    that move, ``state`` names them as in R_12, and to p ``parameters``, at ``values`` (p,); of one
    that a schedule changes there is one for each value, "eta_J from 5", on straight lines "eta_J at
    5".

    by_start (n, d, d) and by_parameter (n, d, p): of the state; eps_g_by_start (n, d) and
    eps_g_by_parameter (n, p): of eps_g; NaN from where the trajectory failed.
    exponents (n, d): finite-time Lyapunov exponents from the start on, ln(sigma)/alpha with the
    singular values sigma of by_start, largest first.  growth: where along the way changes of the
    state grow the most; None where none grows.
    by_differences: whether the Jacobian of the slopes is made of differences somewhere: where units
    coincide that then have no slopes; error: the most that one errs by, of the largest slope along
    the same change, 0 where all of it is derived.
    """

    problem: Problem
    trajectory: Trajectory
    state: tuple[str, ...]
    parameters: tuple[str, ...]
    values: Array
    by_start: Array
    by_parameter: Array
    eps_g_by_start: Array
    eps_g_by_parameter: Array
    exponents: Array
    growth: Growth | None
    by_differences: bool
    error: float

    @property
    def alpha(self) -> Array:
        return self.trajectory.alpha

    def __repr__(self) -> str:
        return (
            f"<Sensitivities: {len(self.state)} numbers of the start, {len(self.parameters)}"
            f" parameters, {len(self.alpha)} times; {self.trajectory.status}; all of it: summary()>"
        )

    @property
    def known(self) -> int | None:
        """The last of the times up to which derivatives are known; None where they never are."""
        rows = np.concatenate([self.eps_g_by_start, self.eps_g_by_parameter], axis=1)
        lost = np.flatnonzero(~np.isfinite(rows).all(axis=1))
        last = int(lost[0]) - 1 if len(lost) else len(rows) - 1
        return last if last >= 0 else None

    @property
    def complete(self) -> bool:
        """Whether trajectory and derivatives reach the end."""
        return self.trajectory.status == "ok" and self.known == len(self.alpha) - 1

    def summary(self) -> str:
        """For people."""
        t, last = self.trajectory, self.known
        lines = [t.summary()]
        if t.last is None:
            return lines[0]
        if last is None:
            return "\n".join([*lines, "no derivatives: the slopes have none at the start"])
        if last < t.last:
            lines.append(
                f"derivatives are known up to alpha = {t.alpha[last]:g}: from there on their"
                " integration failed, or the slopes have none"
            )
        eps, at = t.eps_g[last], f"at alpha = {t.alpha[last]:g}"
        for i, name in enumerate(self.parameters):
            slope, value = self.eps_g_by_parameter[last, i], self.values[i]
            part = f", {value * slope / eps:+.4g} % for 1 % of it" if value and eps else ""
            lines.append(f"d eps_g/d {name:<18} = {slope:+.8g} at {name} = {value:g}{part}")
        for i in np.argsort(-np.abs(self.eps_g_by_start[last]))[:SHOWN].tolist():
            slope = self.eps_g_by_start[last, i]
            lines.append(f"d eps_g/d {self.state[i] + '(0)':<18} = {slope:+.8g}")
        grown = [x for x in self.exponents[last, :SHOWN].tolist() if math.isfinite(x)]
        if grown:
            said = ", ".join(f"{x:.5g}" for x in grown)
            lines.append(f"finite-time Lyapunov exponents {at}, the largest: {said}")
        most = "do not grow" if self.growth is None else f"grow at most {self.growth}"
        lines.append(f"changes of the state {most}")
        if self.by_differences:
            lines.append(
                "slopes are differentiated by differences of eighth order where units coincide,"
                f" which err by {self.error:.1e} of the largest, at most"
            )
        return "\n".join(lines)

    def arrays(self) -> dict[str, Any]:
        """Everything, by name, for a result file."""
        g = self.growth or Growth(math.nan, math.nan, math.nan)
        return {
            "alpha": self.alpha,
            "eps_g": self.trajectory.eps_g,
            "status": self.trajectory.status,
            "start": np.array(self.state),
            "parameters": np.array(self.parameters),
            "values": self.values,
            "by_start": self.by_start,
            "by_parameter": self.by_parameter,
            "eps_g_by_start": self.eps_g_by_start,
            "eps_g_by_parameter": self.eps_g_by_parameter,
            "exponents": self.exponents,
            "growth": np.array([g.factor, g.start, g.end]),
            "by_differences": float(self.by_differences),
            "error": self.error,
        }


def sensitivities(problem: Problem, backend: str = "auto") -> Sensitivities:
    """Along the problem's trajectory, at the times of its [run]: derivatives of state and eps_g
    with respect to the start and to each rate, probability and finite number of samples, as if that
    were any real number."""
    run = require_problem(problem).require_run()
    solver = solvers.load(require_theory(problem).key, backend)
    require_common(problem, solver, "derivatives along the trajectory")
    trajectory = followed(problem, solver.name)
    stages, labels = problem.stages(run.alpha_end), {}
    names = moving_parameters(problem, solver)
    for name in names:
        for i, stage in enumerate(stages):
            for end in range(1 if stage.then is None else 2):
                labels[name, i, end] = label_of(problem, name, stage, end)
    columns = list(dict.fromkeys(labels.values()))
    alpha, made = trajectory.alpha, []
    heads = problem.trains_start
    flows = [Transition(stage, solver, names, heads=heads) for stage in stages]
    states = flows[0].flat.pack(trajectory.states)
    d, p = len(flows[0].moves), len(columns)
    whole = Interval(np.eye(d), np.zeros((d, p)))
    found, by_start, by_parameter = [whole], [], []
    for t, y in enumerate(states):
        i = next(i for i, stage in enumerate(stages) if stage.holds(alpha[t : t + 1])[0])
        places = []
        for end in range(len(flows[i].shares)):
            places += [columns.index(labels[name, i, end]) for name in names]
        if t:
            step = flows[i].over(states[t - 1], y, float(alpha[t - 1]), float(alpha[t]))
            made.append(step.state)
            wide = np.zeros((d, p))
            np.add.at(wide.T, places, step.parameters.T)
            whole = Interval(step.state, wide).after(whole)
            found.append(whole)
        if not np.isfinite(y).all():
            by_start.append(np.full(d, np.nan))
            by_parameter.append(np.full(p, np.nan))
            continue
        flows[i].go_to(float(alpha[t]))
        slope, direct = flows[i].gradients(y)
        by_start.append(whole.state.T @ slope)
        total = whole.parameters.T @ slope
        np.add.at(total, places, np.concatenate([x * direct for x in flows[i].shares]))
        by_parameter.append(total)
    transition = np.array([x.state for x in found])
    values = {}
    for (name, i, end), label in labels.items():
        given = (flows[i].first, flows[i].last)[end]
        values[label] = float((given or {})[name])
    return Sensitivities(
        problem,
        trajectory,
        tuple(flows[0].flat.labels[j] for j in flows[0].moves),
        tuple(columns),
        np.array([values[name] for name in columns]),
        transition,
        np.array([x.parameters for x in found]),
        np.array(by_start),
        np.array(by_parameter),
        exponents(alpha, transition),
        largest_growth(alpha.tolist(), made),
        any(flow.by_differences for flow in flows),
        max(flow.error for flow in flows),
    )


def moving_parameters(problem: Problem, solver: solvers.Backend) -> list[str]:
    """Rates and finite numbers of samples; not the rate of a head that rests."""
    found = []
    for p in problem.facts.parameters:
        resting = p.name == problem.facts.rate_of_start and not problem.trains_start
        number = p.kind in ("rate", "share") or problem.parameters[p.name] != math.inf
        if p.name in solver.entry.parameters and p.kind != "count" and number and not resting:
            found.append(p.name)
    return found


def label_of(problem: Problem, name: str, stage: Stage, end: int = 0) -> str:
    """Of a parameter that a schedule changes, with the time from which on, or on straight lines at
    which, it has the value; ``end`` 1: that at the end of the stage."""
    schedule = problem.schedule
    if schedule is None or name not in dict(schedule.rates):
        return name
    if schedule.linear:
        return f"{name} at {(stage.start, stage.end)[end]:g}"
    return f"{name} from {stage.start:g}"

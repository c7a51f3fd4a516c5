"""Theory against simulation for one problem: trajectories, residuals, verdict."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import solvers
from ..errors import ProblemError
from ..problems.problem import Problem, Stage
from ..shown import error_said
from ..simulate import SimulationResult
from ..simulate.libraries import core
from ..solvers.ahead import compile_ahead
from ..solvers.base import Array, Backend
from ..solvers.layout import joined
from ..theory.arguments import require_problem
from ..theory.given import needs_rule, stage_parameters
from ..theory.integrate import Trajectory, followed, integrate
from ..theory.limits import require_theory
from ..workers import end_with
from .along_path import along_path
from .band import Band, predicted_band
from .comparison import Comparison, criterion
from .level import LEVEL
from .measured import heads_of, measured, require_measured
from .path import path_times
from .residuals import LEAST, Residuals, residuals
from .runs import Runs
from .scores import Scores, path_scores
from .simulation import simulate, simulation_summary
from .stages import changed, during

__all__ = ["TrajectoryComparison", "compare"]

STILL = (
    "nothing moves: changes and residuals are within the theory's tolerance, and there is nothing"
    " to see"
)
UNJUDGED = (
    f"judged       nothing: of all runs there are fewer than {LEAST} intervals between points that"
    " they reach, or slopes change too fast along all of them for it to be known what finite N adds"
)
#: What becomes of order parameters beyond R, Q and w0.
UNSEEN = ": no simulation measures this, and runs are predicted with the theory's value of it"
HALF = LEVEL / 2  #: of the averages in blocks; the other half is that of the directions
SMALL = 1000.0  #: spreads that are written without a power of ten
QUICK = 2_000_000  #: K^4 (K + M)^4 up to which the band is predicted unasked: K = M = 4


@dataclass(frozen=True, eq=False)
class Judged:
    """What the runs say from alpha = start to end, where rates are constant or on straight lines;
    scores where there is a path."""

    start: float
    end: float
    rates: tuple[tuple[str, str], ...]  # those that change at some time, in words
    residuals: Residuals
    scores: Scores | None

    @property
    def agrees(self) -> bool:
        return self.residuals.agrees and (self.scores is None or self.scores.agrees)

    def arrays(self) -> dict[str, object]:
        """By name, for a result file."""
        found: dict[str, object] = {
            "residual_z": self.residuals.z,
            "residual_z_with_skewness": self.residuals.plain,
            "residual_names": np.array(self.residuals.names),
            "residual_threshold": self.residuals.threshold,
            "residual_resolution": self.residuals.resolution,
        }
        return found | (self.scores.arrays() if self.scores is not None else {})

    def report(self, level: float) -> list[str]:
        """For people; the level is that of the averages."""
        r = self.residuals
        seen = f"seen from {100 * r.resolution:.1f} % of the change in an interval"
        lines = [
            f"residuals    {r.intervals} intervals, each predicted from the run's own"
            f" state: largest |z| {r.largest:.2f} ({r.where}) of {r.comparisons} averages;"
            f" {seen if r.moves else STILL}",
            f"{criterion(r.threshold, level)}; {r.skewness()}",
        ]
        return lines + (self.scores.report() if self.scores is not None else [])


@dataclass(frozen=True, eq=False, repr=False)
class TrajectoryComparison(Comparison):
    """Theory on the times of [run], the judged simulation, its residuals, and a simulation beside,
    not judged.  ``parts``: what is judged, one after another where rates change, of ``level``
    each."""

    problem: Problem
    theory: Trajectory
    judged: Runs
    parts: tuple[Judged, ...]
    beside: Runs | None
    band: Band | None = None

    @property
    def seed(self) -> int:
        return self.judged.simulation.seed

    @property
    def level(self) -> float:
        """Of the averages of one part, and of the directions."""
        return HALF / max(1, len(self.parts))

    @property
    def residuals(self) -> Residuals | None:
        """The residuals of what is judged first, or none."""
        return self.parts[0].residuals if self.parts else None

    @property
    def scores(self) -> Scores | None:
        """The scores of what is judged first, or none."""
        return self.parts[0].scores if self.parts else None

    @property
    def restarted(self) -> Residuals | None:
        """With what is predicted over every interval, or none where some are not judged."""
        if sum(len(part.residuals.predicted_eps_g) for part in self.parts) + 1 != len(
            self.judged.simulation.alpha
        ):
            return None
        all_of = [part.residuals for part in self.parts]
        states = joined([r.predicted for r in all_of])
        eps = np.concatenate([r.predicted_eps_g for r in all_of])
        return replace(all_of[0], predicted=states, predicted_eps_g=eps)

    def __repr__(self) -> str:
        p, s = self.problem, self.judged.simulation
        first = (
            f"<TrajectoryComparison: {p.model_name}, {p.activation_text}; {len(s.status)} runs,"
            f" N = {s.N}"
        )
        if self.residuals is None:
            return f"{first}; no verdict: {self.theory.summary()}>"
        r = self.residuals
        return (
            f"{first}\n largest |z| of {r.comparisons} residuals {r.largest:.2f}, threshold"
            f" {r.threshold:.2f}\n theory and simulation {self.verdict}; all of it: report()>"
        )

    def judgements(self) -> tuple[Judged, ...]:
        """None where the theory failed or too few intervals are left to judge by."""
        return self.parts

    def setting(self) -> list[str]:
        s, theory = self.judged.simulation, self.theory
        p = self.problem.parameters
        rules = theory.rules_summary(self.problem.require_run().rtol)
        runs = s.R.shape[1]
        z, where = self.judged.deviation()
        spread, of = self.judged.spread()
        seen = measured(self.problem)
        unseen = [name for name in theory.states.names if name not in seen]
        finite = np.isfinite(s.eps_g).all(axis=1) & np.isfinite(self.judged.theory.eps_g)
        return [
            (
                f"theory       {self.problem.model_name}, {self.problem.activation_text},"
                f" {p.text('P', 'V')}; backend {theory.backend}, status {theory.status}, least"
                f" eigenvalue of C over largest {theory.lambda_min:.1e}"
            ),
            *([] if theory.status == "ok" else [f"             {theory.summary()}"]),
            *([f"rules        {rules}"] if rules else []),
            *([f"left out     {', '.join(unseen)}{UNSEEN}"] if unseen else []),
            f"simulation   {runs} runs, {s.kind}, N = {s.N}, {self.judged.label}, seed {s.seed};"
            " status " + ", ".join(f"{x}: {s.status.count(x)}" for x in dict.fromkeys(s.status)),
            (
                f"curves       mean over runs against theory: largest deviation {z:.1f} standard"
                f" errors ({where})"
                if finite[1:].any()
                else (
                    "curves       nothing to compare: no time after the start at which theory and"
                    " all runs are finite"
                )
            ),
            (
                f"finite size  1/sqrt(N) = {s.N**-0.5:.3f}; runs differ by up to"
                f" {spread:{'.3f' if spread < SMALL else '.3g'}}"
                f" ({of}), {spread * math.sqrt(s.N):.2g} times that; {self.judged.exchanged} of"
                f" {runs} runs with units exchanged"
            ),
            *([] if self.parts or theory.status != "ok" else [UNJUDGED]),
        ]

    def said_of(self, place: int) -> list[str]:
        """Which rates it has, where they change."""
        part = self.parts[place]
        if len(self.parts) == 1:
            return []
        rates = ", ".join(f"{name} = {x}" for name, x in part.rates)
        return [f"from alpha = {part.start:g} to {part.end:g}: {rates}"]

    def band_report(self) -> list[str]:
        return [] if self.band is None else self.band.report()

    def beside_report(self) -> list[str]:
        if self.beside is None:
            return []
        theory = self.theory
        last, at = theory.last, "" if theory.status == "ok" else " at its last good alpha"
        ours = "no value" if last is None else error_said(theory.eps_g[last], form=".4f")
        return [
            f"beside       {self.beside.label}, not judged: final"
            f" {simulation_summary(self.beside.simulation)} against {ours}{at} of the theory"
        ]

    def own_arrays(self) -> dict[str, Any]:
        """Simulated arrays lead with time, then run."""
        t, s = self.theory, self.judged.simulation
        found: dict[str, Any] = {
            "alpha": t.alpha,
            **dict(sorted(t.states.items())),
            "eps_g": t.eps_g,
            "status": t.status,
            "quadrature_error": t.quadrature_error,
            "quadrature_error_eps_g": t.quadrature_error_eps_g,
            "quadrature_alpha": t.quadrature_alpha,
            "simulation_alpha": s.alpha,
            "simulation_Q": s.Q,
            "simulation_R": s.R,
            **{f"simulation_{name}": x for name, x in heads_of(s).items()},
            "simulation_eps_g": s.eps_g,
            "simulation_status": np.array(s.status),
        }
        if self.band is not None:
            f = self.band.predicted
            found |= {
                "predicted_sd_R": f.sd_R,
                "predicted_sd_Q": f.sd_Q,
                "predicted_sd_eps_g": f.sd_eps_g,
                "predicted_valid": f.valid.astype(float),
                "predicted_left_out": np.array([(x.alpha, x.size, x.error) for x in f.left_out]),
                "predicted_status": f.status,
            }
        if self.beside is not None:
            b = self.beside.simulation
            found |= {
                "beside_alpha": b.alpha,
                "beside_Q": b.Q,
                "beside_R": b.R,
                "beside_eps_g": b.eps_g,
                "beside_status": np.array(b.status),
            }
            found |= {
                f"beside_{n}": float(x) for n, x in b.setting.parameters.items() if n in ("P", "V")
            }
        return found


def compare(
    problem: Problem,
    backend: str = "auto",
    *,
    progress: bool | None = None,
    band: bool | None = None,
) -> TrajectoryComparison:
    """Integrate, simulate (a second simulation beside it in a process of its own) and judge.

    band: predict the runs' standard deviations too; None does so where it takes seconds, which it
    does not where the Jacobian goes through a rule with nodes, and for many units: the covariance
    of one step grows like K^4 (K + M)^4.
    """
    run, wanted = require_problem(problem).require_run(), problem.require_simulation()
    if wanted.N < wanted.points / run.alpha_end:
        accepted = f"at most N alpha_end = {wanted.N * run.alpha_end:g}, one for each step"
        raise ProblemError("simulation.points", wanted.points, accepted, source=problem.source)
    system = require_theory(problem)
    require_measured(f"the comparison of {problem.source or 'this problem'}", problem, system)
    nodes = needs_rule(problem, system)
    quick = problem.K**4 * (problem.K + problem.M) ** 4 <= QUICK and not nodes
    constant = problem.schedule is None
    predict = quick and constant if band is None else band
    if backend in ("auto", "c"):
        few = problem.parameters.get("P", math.inf) != math.inf
        compile_ahead(system, core, vectors=not nodes, few=few, covariance=predict)
    solver = solvers.load(system.key, backend)
    theory = integrate(problem, solver.name)
    # steps that are judged one by one are simulated without N-vectors
    beside, path = None, None if problem.facts.ahead else _path(problem, theory)
    if wanted.beside is None:
        simulation = simulate(problem, path=path, progress=progress)
    else:
        with ProcessPoolExecutor(1, initializer=end_with, initargs=(os.getpid(),)) as pool:
            other: Future[SimulationResult] = pool.submit(
                simulate, problem, P=wanted.beside.P, V=wanted.beside.V, progress=False
            )
            simulation = simulate(problem, path=path, progress=progress)
            beside = _beside_theory(problem, other.result(), solver.name)
    judged = _beside_theory(problem, simulation, solver.name)
    parts: tuple[Judged, ...] = ()
    if theory.status == "ok":
        parts = tuple(_judged(problem, simulation, judged.theory, solver))
    predicted = predicted_band(problem, judged, solver.name) if predict else None
    return TrajectoryComparison(problem, theory, judged, parts, beside, predicted)


def _path(problem: Problem, theory: Trajectory) -> Array:
    """``path_times`` of each stage."""
    end = float(theory.alpha[-1])
    times = []
    for stage in problem.stages(end):
        here = (theory.alpha >= stage.start) & (theory.alpha <= stage.end)
        part = replace(theory, alpha=theory.alpha[here], states=theory.states.at(here))
        share = (stage.end - stage.start) / end
        times.append(path_times(stage.problem, part, share, stage))
    return np.unique(np.concatenate(times))


def _judged(
    problem: Problem, simulation: SimulationResult, theory: Trajectory, solver: Backend
) -> Iterator[Judged]:
    """The stages that are long enough, each by a share of the level."""
    run, system = problem.require_run(), require_theory(problem).key
    runs = simulation.status.count("ok")
    stages = []
    for stage in problem.stages(float(simulation.alpha[-1])):
        part, places = during(simulation, stage)
        if (len(part.alpha) - 1) * runs >= LEAST:
            stages.append((stage, part, theory.states.at(places)))
    changing: set[str] = set()
    for stage, _, _ in stages:
        changing |= set(changed(problem, stage))
    level = HALF / max(1, len(stages))
    for stage, part, states in stages:
        tolerances = {"rtol": run.rtol, "atol": run.atol}
        chosen, then = stage_parameters(stage, solver)
        options: dict[str, Any] = {"level": level, "system": system, "theory": states}
        options |= {"stage": stage, "then": then}
        found = residuals(part, solver, chosen, **tolerances, **options)
        scores = None
        if found.moves and part.path is not None:
            along = None
            if set(states.names) - set(measured(problem)):
                along = followed(problem, solver.name, part.path.alpha).states
            names = found.names[:-1]
            scores = path_scores(stage.problem, part, solver, names, level, along, stage)
            if scores is None:  # what finite N adds is not known anywhere
                continue
            found = along_path(found, scores, level)
        rates = tuple((n, _from_to(stage, n)) for n in sorted(changing))
        yield Judged(stage.start, stage.end, rates, found, scores)


def _beside_theory(problem: Problem, simulation: SimulationResult, backend: str) -> Runs:
    theory = followed(problem, backend, alphas=simulation.alpha)
    odd = require_theory(problem)["odd"]
    matched = [_matched_units(_by_unit(R), _by_unit(theory.R[-1]), odd) for R in simulation.R[-1]]
    order, sign = np.array([o for o, _ in matched]), np.array([s for _, s in matched])
    return Runs(simulation, theory, order, sign, problem.require_run().rtol)


def _from_to(stage: Stage, name: str) -> str:
    """What a rate is in a stage, for people."""
    ends = [x.parameters[name] for x in (stage.problem, stage.then) if x is not None]
    words = list(dict.fromkeys(map(_said, ends)))
    return " to ".join(words)


def _said(value: Any) -> str:
    """A number, or a list of some."""
    if isinstance(value, tuple):
        return "[" + ", ".join(f"{x:g}" for x in value) + "]"
    return f"{value:g}"


def _by_unit(R: Array) -> Array:
    """R (K, M), or of L blocks of the inputs (L, K, M), as rows of what belongs to a unit."""
    return R.swapaxes(0, -2).reshape(R.shape[-2], -1) if R.ndim > 2 else R


def _matched_units(R: Array, target: Array, odd: bool) -> tuple[NDArray[np.intp], Array]:
    """The order and signs of the units of R (K, M) that bring it closest to ``target`` (K, M),
    least squares; as they are where no others halve the distance: at a plateau units nearly
    coincide, and which is which is no matter of their last state."""
    if not (np.isfinite(R).all() and np.isfinite(target).all()):
        return np.arange(len(R)), np.ones(len(R))
    plus = ((target[:, None] - R[None]) ** 2).sum(axis=-1)
    minus = ((target[:, None] + R[None]) ** 2).sum(axis=-1) if odd else np.full_like(plus, np.inf)
    from scipy.optimize import linear_sum_assignment  # slow to import

    least = np.minimum(plus, minus)
    rows, order = linear_sum_assignment(least)
    if 4 * least[rows, order].sum() > np.trace(plus):
        return np.arange(len(R)), np.ones(len(R))
    return order, np.where(minus[rows, order] < plus[rows, order], -1.0, 1.0)

"""Theory against simulation for one problem: trajectories, residuals, verdict."""

from __future__ import annotations

import math
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import solvers
from ..errors import ProblemError
from ..problems.problem import Problem
from ..simulate import SimulationResult
from ..solvers.base import Array
from ..solvers.catalogue import require_theory
from ..theory.integrate import Trajectory, integrate, needs_rule, solver_parameters
from .band import Band, predicted_band
from .residuals import LEAST, LEVEL, Residuals, residuals
from .runs import simulate

__all__ = ["Comparison", "Runs", "compare"]


@dataclass(frozen=True, eq=False)
class Runs:
    """A simulation beside the theory: its runs with units relabelled, and the theory at the recorded times.

    Units of the learner are exchangeable, with an odd activation up to a sign too, and at a plateau the fluctuations of
    finite N decide which unit takes which part. Each run's units are therefore put in the order, and with the signs,
    that bring its last state closest to the theory's: ``order`` and ``sign``, both (runs, K). R (n, runs, K, M) and
    Q (n, runs, K, K) are relabelled like that.
    """

    simulation: SimulationResult
    theory: Trajectory
    order: NDArray[np.intp]
    sign: Array

    @cached_property
    def R(self) -> Array:
        return self.relabelled_R(self.simulation.R)

    @cached_property
    def Q(self) -> Array:
        return self.relabelled_Q(self.simulation.Q)

    @property
    def exchanged(self) -> int:
        """How many runs are relabelled."""
        same = (self.order == np.arange(self.order.shape[1])) & (self.sign > 0)
        return int((~same.all(axis=1)).sum())

    def relabelled_R(self, R: Array, runs: Sequence[int] | None = None) -> Array:
        """R (n, runs, K, M) of these ``runs`` (default all) with their units relabelled."""
        order, sign = self._chosen(runs)
        return sign[..., None] * np.take_along_axis(R, order[None, :, :, None], axis=2)

    def relabelled_Q(self, Q: Array, runs: Sequence[int] | None = None) -> Array:
        """Q (n, runs, K, K) of these ``runs`` (default all) with their units relabelled."""
        order, sign = self._chosen(runs)
        rows = np.take_along_axis(Q, order[None, :, :, None], axis=2)
        return sign[..., None] * sign[:, None, :] * np.take_along_axis(rows, order[None, :, None, :], axis=3)

    def _chosen(self, runs: Sequence[int] | None) -> tuple[NDArray[np.intp], Array]:
        chosen = slice(None) if runs is None else list(runs)
        return self.order[chosen], self.sign[chosen]

    @property
    def label(self) -> str:
        parameters = self.simulation.setting.parameters
        return ", ".join(f"{name} = {parameters[name]:g}" for name in ("P", "V") if name in parameters)

    def spread(self) -> tuple[float, str]:
        """The largest standard deviation between runs of an overlap, and of which."""
        found = [(float(np.nanmax(x.std(axis=1), initial=0.0)), name) for name, x in (("R", self.R), ("Q", self.Q))]
        return max(found)

    def deviation(self) -> tuple[float, str]:
        """The largest deviation of the mean over runs from the theory, in standard errors, and where."""
        worst, where = 0.0, "none"
        s, t = self.simulation, self.theory
        for name, runs, theory in (("R", self.R, t.R), ("Q", self.Q, t.Q), ("eps_g", s.eps_g, t.eps_g)):
            error = runs.std(axis=1, ddof=1) / math.sqrt(runs.shape[1]) if runs.shape[1] > 1 else np.zeros_like(theory)
            with np.errstate(divide="ignore", invalid="ignore"):
                z = np.abs(runs.mean(axis=1) - theory) / error
            z[0] = 0.0  # the start is given, not simulated; eps_g there is only measured
            z = np.where(np.isfinite(z), z, 0.0)
            if z.max() > worst:
                place = np.unravel_index(z.argmax(), z.shape)
                units = "_" + "".join(str(int(p) + 1) for p in place[1:]) if len(place) > 1 else ""
                worst, where = float(z.max()), f"{name}{units} at alpha = {s.alpha[place[0]]:.3g}"
        return worst, where


@dataclass(frozen=True, eq=False)
class Comparison:
    """Theory on the times of [run], the judged simulation, its residuals, and a simulation beside, not judged."""

    problem: Problem
    theory: Trajectory
    judged: Runs
    residuals: Residuals | None
    beside: Runs | None
    band: Band | None = None

    @property
    def verdict(self) -> str:
        """ "agree", "disagree", or "no verdict" where the theory failed or too few intervals are left to judge by."""
        if self.residuals is None:
            return "no verdict"
        return "agree" if self.residuals.agrees else "disagree"

    def report(self) -> str:
        """What was compared and what came out, for a person."""
        s, theory = self.judged.simulation, self.theory
        p = self.problem.parameters
        runs = s.R.shape[1]
        z, where = self.judged.deviation()
        spread, of = self.judged.spread()
        lines = [
            f"theory       {self.problem.model}, {self.problem.activation_text}, P = {p.P:g}, V = {p.V:g}; backend "
            f"{theory.backend}, status {theory.status}, least eigenvalue of C over largest {theory.lambda_min:.1e}",
            f"simulation   {runs} runs, {s.method}, N = {s.N}, {self.judged.label}, seed {s.seed}; status "
            + ", ".join(f"{x}: {s.status.count(x)}" for x in dict.fromkeys(s.status)),
            f"curves       mean over runs against theory: largest deviation {z:.1f} standard errors ({where})",
            f"finite size  1/sqrt(N) = {s.N**-0.5:.3f}; runs differ by up to {spread:.3f} ({of}), "
            f"{spread * math.sqrt(s.N):.2g} times that; {self.judged.exchanged} of {runs} runs with units exchanged",
        ]
        if self.residuals is not None:
            r = self.residuals
            lines += [
                f"residuals    {r.intervals} intervals, each predicted from the run's own state: largest |z| "
                f"{r.largest:.2f} ({r.where}) of {r.comparisons} averages; seen from "
                f"{100 * r.resolution:.1f} % of the change in an interval",
                f"criterion    |z| <= {r.threshold:.2f}: Student's t, Bonferroni over all averages, level {LEVEL:g}",
            ]
        if self.band is not None:
            lines += self.band.report()
        lines.append(f"verdict      theory and simulation {self.verdict}" if self.residuals else "verdict      none")
        if self.beside is not None:
            lines.append(
                f"beside       {self.beside.label}, not judged: final eps_g {_final(self.beside):.4f} against "
                f"{theory.eps_g[-1]:.4f} of the theory"
            )
        return "\n".join(lines)

    def arrays(self) -> dict[str, Any]:
        """Everything, by name, for a result file; simulated arrays lead with time, then run."""
        t, s = self.theory, self.judged.simulation
        found: dict[str, Any] = {
            "alpha": t.alpha,
            "Q": t.Q,
            "R": t.R,
            "w0": t.w0,
            "eps_g": t.eps_g,
            "status": t.status,
            "verdict": self.verdict,
            "simulation_alpha": s.alpha,
            "simulation_Q": s.Q,
            "simulation_R": s.R,
            "simulation_w0": s.w0,
            "simulation_eps_g": s.eps_g,
            "simulation_status": np.array(s.status),
        }
        if self.residuals is not None:
            found |= {
                "residual_z": self.residuals.z,
                "residual_names": np.array(self.residuals.names),
                "residual_threshold": self.residuals.threshold,
                "residual_resolution": self.residuals.resolution,
            }
        if self.band is not None:
            f = self.band.predicted
            found |= {
                "predicted_sd_R": f.sd_R,
                "predicted_sd_Q": f.sd_Q,
                "predicted_sd_eps_g": f.sd_eps_g,
                "predicted_valid": f.valid.astype(float),
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
            found |= {f"beside_{n}": float(x) for n, x in b.setting.parameters.items() if n in ("P", "V")}
        return found


def compare(
    problem: Problem, backend: str = "auto", *, progress: bool | None = None, band: bool | None = None
) -> Comparison:
    """Integrate, simulate (a second simulation beside it in a process of its own) and judge.

    band: predict the runs' standard deviations too; None does so where it takes seconds, which it does not at finite P
    and V with all powers of 1/P: the Jacobian goes through the rule then.
    """
    run, wanted = problem.require_run(), problem.require_simulation()
    if wanted.N < wanted.points / run.alpha_end:
        accepted = f"at most N alpha_end = {wanted.N * run.alpha_end:g}, one for each step"
        raise ProblemError("simulation.points", wanted.points, accepted, source=problem.source)
    solver = solvers.load(require_theory(problem).name, backend)
    theory = integrate(problem, solver.name)
    beside = None
    if wanted.beside is None:
        simulation = simulate(problem, progress=progress)
    else:
        with ProcessPoolExecutor(max_workers=1) as pool:
            other: Future[SimulationResult] = pool.submit(
                simulate, problem, P=wanted.beside.P, V=wanted.beside.V, progress=False
            )
            simulation = simulate(problem, progress=progress)
            beside = _beside_theory(problem, other.result(), solver.name)
    judged = _beside_theory(problem, simulation, solver.name)
    found = None
    intervals = (len(simulation.alpha) - 1) * simulation.status.count("ok")
    if theory.status == "ok" and intervals >= LEAST:
        chosen = solver_parameters(problem, solver)
        found = residuals(simulation, solver, chosen, rtol=run.rtol, atol=run.atol)
    predict = not needs_rule(problem, require_theory(problem)) if band is None else band
    return Comparison(
        problem, theory, judged, found, beside, predicted_band(problem, judged, solver.name) if predict else None
    )


def _beside_theory(problem: Problem, simulation: SimulationResult, backend: str) -> Runs:
    theory = integrate(problem, backend, alphas=simulation.alpha)
    odd = require_theory(problem).odd
    matched = [_matched_units(R, theory.R[-1], odd) for R in simulation.R[-1]]
    return Runs(simulation, theory, np.array([o for o, _ in matched]), np.array([s for _, s in matched]))


def _matched_units(R: Array, target: Array, odd: bool) -> tuple[NDArray[np.intp], Array]:
    """The order and signs of the units of R (K, M) that bring it closest to ``target`` (K, M), least squares."""
    if not (np.isfinite(R).all() and np.isfinite(target).all()):
        return np.arange(len(R)), np.ones(len(R))
    plus = ((target[:, None] - R[None]) ** 2).sum(axis=-1)
    minus = ((target[:, None] + R[None]) ** 2).sum(axis=-1) if odd else np.full_like(plus, np.inf)
    from scipy.optimize import linear_sum_assignment  # slow to import

    rows, order = linear_sum_assignment(np.minimum(plus, minus))
    return order, np.where(minus[rows, order] < plus[rows, order], -1.0, 1.0)


def _final(runs: Runs) -> float:
    return float(np.nanmean(runs.simulation.eps_g[-1]))

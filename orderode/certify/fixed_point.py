"""Theory against simulated networks for one fixed-point problem: z-scores of both errors."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import scipy

from ..problems.fixed_point import FixedPointProblem
from ..problems.overlaps import Array
from ..theory.fixed_point import Curve, solve
from ..theory.rare import carrying_samples, warning
from .comparison import Comparison, criterion
from .fixed_point_runs import SimulatedCurve, simulate, standard_error
from .level import LEVEL
from .rounding import ROUNDING, floored

__all__ = ["CurveComparison", "compare"]

LINE = 41  # points of a theory line


@dataclass(frozen=True, eq=False)
class Errors:
    """Both errors at each alpha: the networks' mean against the theory's."""

    theory: Curve
    simulation: SimulatedCurve

    @property
    def comparisons(self) -> int:
        """Two errors at each alpha."""
        return 2 * len(self.theory.alpha)

    @property
    def threshold(self) -> float:
        """Student's t at LEVEL over all comparisons (Bonferroni, two-sided)."""
        seeds = self.simulation.test_error.shape[1]
        return float(-scipy.special.stdtrit(seeds - 1, LEVEL / (2 * self.comparisons)))

    @cached_property
    def z(self) -> Array:
        """(simulation - theory)/standard error, of the test and of the training error: (2, points);
        standard errors are no smaller than ROUNDING of the largest error of the curve."""
        s, t = self.simulation, self.theory
        pairs = ((s.test_error, t.test_error), (s.train_error, t.train_error))
        floor = ROUNDING * float(np.nanmax([t.test_error, t.train_error], initial=0.0))
        found = []
        for runs, value in pairs:
            difference, error = runs.mean(axis=1) - value, floored(standard_error(runs), floor)
            with np.errstate(divide="ignore", invalid="ignore"):
                found.append(np.where(difference == 0, 0.0, difference / error))
        return np.array(found)

    @property
    def largest(self) -> float:
        return float(np.abs(self.z).max())

    @property
    def agrees(self) -> bool:
        return bool((np.abs(self.z) < self.threshold).all())

    def report(self, level: float) -> list[str]:
        """A table, the largest |z|, and the criterion."""
        s, theory = self.simulation, self.theory
        lines = [
            "alpha      lambda      test theory  simulation              z    train theory "
            " simulation     z"
        ]
        for i, alpha in enumerate(theory.alpha):
            test, train = s.test_error[i], s.train_error[i]
            lines.append(
                f"{alpha:<9.4g}  {theory.ridge[i]:<10.4g}  {theory.test_error[i]:<11.6f} "
                f" {test.mean():.6f} +- {standard_error(test):.6f} {self.z[0, i]:+6.2f} "
                f" {theory.train_error[i]:<12.6f}  {train.mean():.6f} {self.z[1, i]:+6.2f}"
            )
        lines.append(f"errors       largest |z| {self.largest:.2f} of {self.comparisons} averages")
        return [*lines, criterion(self.threshold, level)]

    def arrays(self) -> dict[str, Any]:
        return {"z": self.z, "threshold": self.threshold}


@dataclass(frozen=True, eq=False, repr=False)
class CurveComparison(Comparison):
    """The judged theory, the simulation, and, beside them, the other level and the kernel regime
    without the step."""

    problem: FixedPointProblem
    theory: Curve
    line: Curve  # the same at many alphas, for the figure
    simulation: SimulatedCurve
    other: Curve | None  # the other level of one_step, at the same ridge
    other_line: Curve | None
    kernel_line: Curve | None  # one_step with eta = 0, at its own ridge
    kernel_simulation: SimulatedCurve | None

    def __repr__(self) -> str:
        p = self.problem
        first = f"<CurveComparison: {p.model}, {p.activation}/{p.target}; {len(p.alpha)} points"
        if not self.judgements():
            return f"{first}; no verdict: {self.theory.summary()}>"
        return (
            f"{first}\n largest |z| {self.errors.largest:.2f}, threshold"
            f" {self.errors.threshold:.2f}\n theory and simulation {self.verdict}; all of it:"
            " report()>"
        )

    @cached_property
    def errors(self) -> Errors:
        return Errors(self.theory, self.simulation)

    @cached_property
    def carrying(self) -> Array:
        """Samples (points,) expected, at the simulation's d, of those that carry the limit."""
        return carrying_samples(self.problem, self.theory, self.simulation.d)

    @property
    def seed(self) -> int:
        return self.simulation.seed

    def judgements(self) -> tuple[Errors, ...]:
        """None where the theory of a point failed."""
        return (self.errors,) if self.theory.solved else ()

    def setting(self) -> list[str]:
        p, s, theory = self.problem, self.simulation, self.theory
        failed = [] if theory.solved else [f"             {theory.summary()}"]
        fewest = f": {np.nanmin(self.carrying):.2g} or more expected here" * theory.solved
        lines = [
            f"theory       {p.model}, {p.activation}/{p.target}{self._named(theory)}; backend"
            f" {theory.backend}",
            *failed,
            f"simulation   {s.test_error.shape[1]} networks per point, d = {s.d}, seed {s.seed}",
            "finite size  the theory's own error at finite d is of order 1/d where the samples that"
            f" carry the limit are many{fewest}",
        ]
        if found := warning(self.carrying, s.d):
            lines.append(f"warning      {found}")
        return lines

    def beside_report(self) -> list[str]:
        """The other level."""
        if self.other is None:
            return []
        z = Errors(self.other, self.simulation).largest
        ratio = self.other.test_error / self.theory.test_error
        return [
            f"beside      {self._named(self.other)}, not judged: largest |z| {z:.2f}, test error"
            f" {ratio.min():.3f} to {ratio.max():.3f} of that judged"
        ]

    def _named(self, curve: Curve) -> str:
        if not self.problem.stepped:
            return ""
        bulk = "exact bulk" if curve.level else "isotropic bulk, the map of the paper"
        return f" level {curve.level} ({bulk})"

    def own_arrays(self) -> dict[str, Any]:
        found: dict[str, Any] = {
            "alpha": self.theory.alpha,
            "lambda": self.theory.ridge,
            "test_error": self.theory.test_error,
            "train_error": self.theory.train_error,
            "simulated_test_error": self.simulation.test_error,
            "simulated_train_error": self.simulation.train_error,
            "carrying_samples": self.carrying,
            "level": self.theory.level,
        }
        if self.other is not None:
            found |= {"other_level": self.other.level, "other_test_error": self.other.test_error}
            found["other_z"] = Errors(self.other, self.simulation).z
        if self.kernel_line is not None and self.kernel_simulation is not None:
            found |= {
                "kernel_alpha": self.kernel_line.alpha,
                "kernel_test_error": self.kernel_line.test_error,
            }
            found["kernel_simulated_test_error"] = self.kernel_simulation.test_error
        return found


def compare(problem: FixedPointProblem, backend: str = "auto") -> CurveComparison:
    """Solve and simulate; for one_step also the other level, and both without the step."""
    theory, simulation = solve(problem, backend), simulate(problem, backend)
    alphas = np.linspace(min(problem.alpha), max(problem.alpha), LINE)
    dense = problem.with_changes(parameters={"alpha": alphas})
    line = solve(dense, backend)
    if not problem.stepped:
        return CurveComparison(problem, theory, line, simulation, None, None, None, None)
    return CurveComparison(
        problem,
        theory,
        line,
        simulation,
        solve(problem, backend, level=1 - theory.level, ridge=theory.ridge),
        solve(dense, backend, level=1 - theory.level, ridge=line.ridge),
        solve(dense, backend, eta=0.0),
        simulate(problem, backend, eta=0.0),
    )

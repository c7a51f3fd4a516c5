"""What commands do with problems whose theory is a fixed point."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..certify.fixed_point import compare as run_comparison
from ..certify.fixed_point_runs import simulate as run_simulation
from ..errors import NotAvailable
from ..problems.fixed_point import FixedPointProblem
from ..report.results import provenance
from ..theory.fixed_point import Curve
from ..theory.fixed_point import solve as run_theory
from ..theory.rare import carrying_samples, warning
from .outcome import Outcome

__all__ = ["compare", "simulate", "solve"]

ERRORS = ("test_error", "train_error")


def solve(problem: FixedPointProblem, backend: str) -> Outcome:
    """Errors and overlaps at each alpha; status 1 where a point failed."""
    curve = run_theory(problem, backend)
    arrays = {
        "alpha": curve.alpha,
        **{name: curve.values[name] for name in ERRORS},
        "lambda": curve.ridge,
        **{name: values for name, values in curve.values.items() if name not in ERRORS},
        "status": np.array(curve.status),
        **({"level": curve.level} if problem.stepped else {}),
    }
    warned: tuple[str, ...] = ()
    if problem.simulation is not None:
        arrays["carrying_samples"], warned = _carrying(problem, curve)
    made = provenance(problem, system_digest=curve.digest, backend=curve.backend)
    return Outcome(arrays, made, _summary(curve), curve.solved, warned)


def simulate(problem: FixedPointProblem) -> Outcome:
    """The errors of the networks, and whether the theory's limit is within their reach."""
    s = run_simulation(problem)
    arrays = {
        "alpha": s.alpha,
        "lambda": s.ridge,
        "test_error": s.test_error,
        "train_error": s.train_error,
        "test_error_mean": s.mean,
        "test_error_se": s.stderr,
    }
    arrays["carrying_samples"], warned = _carrying(problem, run_theory(problem, ridge=s.ridge))
    made = provenance(problem, system_digest=None, backend="simulation", seed=s.seed)
    said = f"{s.test_error.shape[1]} networks at each of {len(s.alpha)} points, d = {s.d}"
    return Outcome(arrays, made, said, True, warned)


def compare(problem: FixedPointProblem, backend: str, band: bool) -> Outcome:
    """Theory against simulated networks."""
    if band:
        why = "its theory is a fixed point, and networks are drawn anew at each alpha"
        raise NotAvailable(f"--band for {problem.model}", why, "Leave it out")
    found = run_comparison(problem, backend)
    theory, simulation = found.theory, found.simulation
    made = provenance(
        problem, system_digest=theory.digest, backend=theory.backend, seed=simulation.seed
    )

    def figure() -> Any:
        from ..report.fixed_point import comparison_figure  # matplotlib is slow to import

        return comparison_figure(found)

    return Outcome(found.arrays(), made, found.report(), found.agrees, figure=figure)


def _carrying(problem: FixedPointProblem, curve: Curve) -> tuple[np.ndarray, tuple[str, ...]]:
    """Samples expected, at the simulation's d, of those that carry the limit, and a warning where
    there are none."""
    d = problem.require_simulation().d
    found = carrying_samples(problem, curve, d)
    text = warning(found, d)
    return found, (f"{problem.source}: warning: {text}",) if text else ()


def _summary(curve: Curve) -> str:
    failed = sum(s != "ok" for s in curve.status)
    return (
        f"{len(curve.alpha)} points, {failed} not ok; test error {curve.test_error[-1]:.6g} at the"
        " last alpha"
    )

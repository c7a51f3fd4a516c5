"""What commands do with problems whose theory is a trajectory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from ..certify.compare import compare as run_comparison
from ..certify.simulation import simulate as run_simulation
from ..certify.simulation import simulation_summary
from ..errors import NotAvailable
from ..models.deriving import derived_before, is_model_file
from ..problems.problem import Problem
from ..report.results import provenance
from .outcome import Outcome

__all__ = ["compare", "simulate", "solve"]


def solve(problem: Problem, backend: str) -> Outcome:
    """There is no fixed point."""
    why = "its theory is a trajectory, not a fixed point"
    raise NotAvailable(
        f"this command for {problem.model_name}", why, "Use orderode integrate, simulate or compare"
    )


def simulate(problem: Problem) -> Outcome:
    """Overlaps and errors of the simulated runs; status 1 where one failed."""
    s = run_simulation(problem)
    arrays = {
        "alpha": s.alpha,
        "Q": s.Q,
        "R": s.R,
        "w0": s.w0,
        "eps_g": s.eps_g,
        "eps_g_se": s.eps_g_se,
    }
    for name, (mean, error) in s.others.items():
        arrays |= {name: mean, f"{name}_se": error}
    made = provenance(problem, system_digest=None, backend=f"simulation, {s.kind}", seed=s.seed)
    failed = sum(x != "ok" for x in s.status)
    said = f"{len(s.status)} runs, {failed} failed; {simulation_summary(s)}"
    return Outcome(
        {**arrays, "status": np.array(s.status)}, made, said, not failed, _underived(problem)
    )


def _underived(problem: Problem) -> tuple[str, ...]:
    """Says so where the model file is simulated without there being equations."""
    if not is_model_file(problem.model) or derived_before(Path(problem.model), problem.activation):
        return ()
    why = f"{problem.model_name} is simulated as it is: no equations have been derived from it"
    return (f"{problem.source}: {why}" if problem.source else why,)


def compare(problem: Problem, backend: str, band: bool) -> Outcome:
    """Theory against simulation."""
    found = run_comparison(problem, backend, band=True if band else None)
    t, s = found.theory, found.judged.simulation
    made = provenance(problem, system_digest=t.digest, backend=t.backend, seed=s.seed)

    def figure() -> Any:
        from ..report.plots import comparison_figure  # matplotlib is slow to import

        return comparison_figure(found)

    return Outcome(found.arrays(), made, found.report(), found.verdict == "agree", figure=figure)

"""What commands write and say of problems whose theory is a map from one step to the next."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..models.described import described
from ..problems.steps import MapProblem
from ..report.results import provenance
from .comparing import compared
from .outcome import Outcome
from .table import Refused, Verb, later
from .trajectories import equations

__all__ = ["COMMANDS"]


def rhs(problem: MapProblem, found: Any, backend: str) -> Outcome:
    """Changes in one step, and eps_g before it; status 1 where one is not finite."""
    from ..theory.integrate import UNDEFINED

    values = {f"d{name}": x for name, x in found.of.items() if name in ("R", "Q")}
    values["eps_g"] = np.asarray(found.eps_g)
    made = provenance(problem, system_digest=found.digest, backend=found.backend)
    good = found.is_finite()
    return Outcome("", good, values, made, () if good else (f"{problem.source}: {UNDEFINED}",))


def integrate(problem: MapProblem, t: Any, backend: str) -> Outcome:
    """The state after each step; status 1 where one failed."""
    arrays = {"step": t.step, **dict(sorted(t.states.items())), **t.observables}
    arrays["status"] = np.array(t.status)
    made = provenance(problem, system_digest=t.digest, backend=t.backend)
    return Outcome(t.summary(), t.status == "ok", arrays, made)


def simulate(problem: MapProblem, s: Any, backend: str) -> Outcome:
    """Overlaps and errors of the simulated runs after each step; status 1 where one failed."""
    arrays = {"step": s.alpha * s.N, "Q": s.Q, "R": s.R}
    arrays |= {"eps_g": s.eps_g, "eps_g_se": s.eps_g_se, "status": np.array(s.status)}
    made = provenance(problem, system_digest=None, backend=f"simulation, {s.kind}", seed=s.seed)
    failed = sum(x != "ok" for x in s.status)
    good = s.eps_g[-1][np.isfinite(s.eps_g[-1])]
    ended = f"eps_g = {good.mean():.4g}" if len(good) else "no eps_g"
    said = f"{len(s.status)} runs, {failed} failed; after {len(s.alpha) - 1} steps {ended}"
    return Outcome(said, not failed, arrays, made)


def drift(problem: MapProblem, report: Any, backend: str) -> Outcome:
    """z-scores of one step; status 1 where one is too large."""
    return Outcome(report.report(), report.agrees)


def draw(problems: tuple[MapProblem, ...], found: Any, backend: str) -> Outcome:
    """A row of the figure for each; status 1 where a step failed."""

    def figure() -> Any:
        from ..report.steps import theory_figure

        return theory_figure(list(zip(problems, found, strict=True)))

    lines = [f"{p.source}: {t.summary()}" for p, t in zip(problems, found, strict=True)]
    return Outcome("\n".join(lines), all(t.status == "ok" for t in found), figure=figure)


def _each(problems: tuple[MapProblem, ...], backend: str = "auto") -> list[Any]:
    from ..theory.steps import iterate

    return [iterate(problem, backend) for problem in problems]


A_MAP = "its theory is a map, of steps that are no small ones"
COMMANDS: dict[str, Verb | Refused] = {
    "models": Verb(described),
    "equations": Verb(equations),
    "rhs": Verb(later("theory.steps.changes"), rhs),
    "integrate": Verb(later("theory.steps.iterate"), integrate),
    "solve": Refused("its theory is a map, not a fixed point", "orderode integrate"),
    "simulate": Verb(later("certify.steps.simulate"), simulate, bar=True),
    "compare": Verb(
        later("certify.steps.compare"), compared("report.steps.comparison_figure"), bar=True
    ),
    "drift": Verb(later("certify.steps.check_step"), drift),
    "draw": Verb(_each, draw),
    "steady": Refused(f"{A_MAP}: there is no flow to be steady", "orderode integrate"),
    "sensitivity": Refused(
        f"{A_MAP}, and tangents are derived of flows alone", "orderode integrate"
    ),
    "optimise": Refused(f"{A_MAP}, all at one rate: there is no schedule", "orderode integrate"),
    "adapt": Refused("its model has no inner loop, and one task", "orderode integrate"),
}

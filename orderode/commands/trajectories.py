"""What commands write and say of problems whose theory is a trajectory."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import FileError, NotAvailable
from ..models.catalogue import entry
from ..models.deriving import compact_equations, derived_before, is_model_file
from ..models.described import described
from ..problems.problem import Problem
from ..report.results import provenance
from ..solvers.base import State
from .comparing import compared
from .outcome import Outcome
from .table import Refused, Verb, later

__all__ = ["COMMANDS"]


def rhs(problem: Problem, found: Any, backend: str) -> Outcome:
    """Slopes and eps_g; status 1 where one is not finite."""
    from ..theory.integrate import UNDEFINED, observables, start_state

    values = {f"d{name}": slope for name, slope in found.slopes.items()}
    if not problem.trains_start:
        values = {name: x for name, x in values.items() if name[1:] not in problem.facts.heads}
    values["eps_g"] = np.asarray(found.eps_g)
    here = start_state(problem)
    at = State.of(here.names, (x[None] for x in here))
    values |= {name: x[0] for name, x in observables(problem, np.zeros(1), at, backend).items()}
    for name in ("quadrature_error", "quadrature_error_eps_g"):
        if getattr(found, name) > 0:
            values[name] = np.asarray(getattr(found, name))
    good = found.is_finite()
    warned = () if good else (f"{problem.source}: {UNDEFINED}",)
    return Outcome("", good, values, _made(problem, backend), warned)


def integrate(problem: Problem, t: Any, backend: str) -> Outcome:
    """The trajectory; status 1 where it failed."""
    from ..theory.integrate import observables

    arrays = {
        name: getattr(t, name)
        for name in (
            *("alpha", *sorted(t.states.names), "eps_g", "status", "lambda_min"),
            "quadrature_error",
            *("stopped", "quadrature_error_eps_g", "quadrature_alpha"),
        )
    }
    arrays |= observables(problem, t.alpha, t.states, backend)
    rules = t.rules_summary(problem.require_run().rtol)
    lines = [f"{t.summary()}, {t.evaluations} right-hand sides", *([rules] if rules else [])]
    made = provenance(problem, system_digest=t.digest, backend=t.backend)
    return Outcome("\n".join(lines), t.status == "ok", arrays, made)


def simulate(problem: Problem, s: Any, backend: str) -> Outcome:
    """Overlaps and errors of the simulated runs; status 1 where one failed."""
    from ..certify.measured import heads_of
    from ..certify.simulation import simulation_summary

    arrays = {name: getattr(s, name) for name in ("alpha", "Q", "R", "eps_g", "eps_g_se")}
    arrays |= heads_of(s)
    for name, (mean, error) in s.others.items():
        arrays |= {name: mean, f"{name}_se": error}
    made = provenance(problem, system_digest=None, backend=f"simulation, {s.kind}", seed=s.seed)
    failed = sum(x != "ok" for x in s.status)
    said = f"{len(s.status)} runs, {failed} failed; {simulation_summary(s)}"
    arrays["status"] = np.array(s.status)
    return Outcome(said, not failed, arrays, made, _underived(problem))


def _underived(problem: Problem) -> tuple[str, ...]:
    """Says so where the model file is simulated without there being equations."""
    if not is_model_file(problem.model) or derived_before(Path(problem.model), problem.activation):
        return ()
    why = f"{problem.model_name} is simulated as it is: no equations have been derived from it"
    return (f"{problem.source}: {why}" if problem.source else why,)


def drift(problem: Problem, report: Any, backend: str) -> Outcome:
    """z-scores of the one-step test; status 1 where one is too large."""
    return Outcome(report.report(), report.agrees)


def draw(problems: tuple[Problem, ...], found: Any, backend: str) -> Outcome:
    """A row of the figure for each; status 1 where a trajectory failed."""

    def figure() -> Any:
        from ..report.plots import theory_figure, theory_title

        pairs = zip(problems, found, strict=True)
        return theory_figure([(theory_title(p, t.status), t, p.T) for p, t in pairs], problems)

    lines = [f"{p.source}: {t.summary()}" for p, t in zip(problems, found, strict=True)]
    return Outcome("\n".join(lines), all(t.status == "ok" for t in found), figure=figure)


def adapt(problem: Problem, found: Any, backend: str) -> Outcome:
    """How heads adapt on each representation; status 1 where a training failed."""

    def figure() -> Any:
        from ..report.plots import adaptation_figure

        return adaptation_figure(found)

    good = all(r.status == "ok" for r in found.representations)
    return Outcome(found.report(), good, found.arrays(), _made(problem, backend), figure=figure)


def steady(problem: Problem, found: Any, backend: str) -> Outcome:
    """Steady states, or branches of them along a parameter; status 1 where there is none."""
    made = provenance(problem, system_digest=found.digest, backend=found.backend, seed=found.seed)

    def figure() -> Any:
        from ..report.steady import branches_figure

        return branches_figure(found)

    along = hasattr(found, "curves")
    good = bool(found.curves if along else len(found))
    return Outcome(found.summary(), good, found.arrays(), made, figure=figure if along else None)


def _steady(
    problem: Problem, backend: str = "auto", *, along: str | None = None, **options: Any
) -> Any:
    """Steady states; ``along`` a parameter, "parameters.eta_w=0.1..9", branches of them."""
    if along is None:
        from ..steady.search import steady_states

        return steady_states(problem, backend, **options)
    from ..steady.branches import branches, range_of

    return branches(problem, *range_of(along), backend, **options)


def _sensitivity(
    problem: Problem, backend: str = "auto", *, of: str | None = None, mean: bool = False
) -> Any:
    """Forward derivatives of all that there is; of one number, an observable at the end or its
    ``mean``, by one pass back."""
    if of is None and not mean:
        from ..theory.sensitivity import sensitivities

        return sensitivities(problem, backend)
    from ..theory.gradient import gradient

    return gradient(problem, of or "eps_g", backend, mean=mean)


def optimise(problem: Problem, found: Any, backend: str) -> Outcome:
    """The best schedule, and a problem file that has it."""
    from ..problems.written import as_toml

    made = provenance(problem, system_digest=found.digest, backend=found.backend, seed=found.seed)

    def figure() -> Any:
        from ..report.optimised import optimised_figure

        return optimised_figure(found)

    text = as_toml(found.problem)
    return Outcome(found.summary(), True, found.arrays(), made, figure=figure, problem=text)


def sensitivity(problem: Problem, found: Any, backend: str) -> Outcome:
    """How the trajectory, or one number at its end, answers small changes; status 1 where it, or
    its derivatives, failed."""
    t = found.trajectory
    made = provenance(problem, system_digest=t.digest, backend=t.backend)
    forward = hasattr(found, "known")

    def figure() -> Any:
        from ..report import sensitivity

        draw = sensitivity.sensitivity_figure if forward else sensitivity.gradient_figure
        return draw(found)

    there = found.known if forward else found.complete
    drawn = figure if there else None
    return Outcome(found.summary(), found.complete, found.arrays(), made, figure=drawn)


def equations(
    model: str,
    derivation: bool,
    activation: str | None,
    *,
    settings: Sequence[str] = (),
    compact: bool = False,
) -> str:
    """LaTeX, of a model as its name, a model file, or a folder; with ``settings``, "P=inf", or
    ``compact`` it is printed anew."""
    if not (settings or compact):
        found = entry(model, activation)
        return latex_of(found.folder, found.name, derivation)
    if derivation:
        why = "a derivation is of the whole system"
        raise NotAvailable("--derivation with --set or --compact", why, "Leave one out")
    return compact_equations(*_source(model, activation), settings)


def _source(model: str, activation: str | None) -> tuple[str, str]:
    """What is derived anew, an algorithm's name or a file, and with which activation: a name such
    as sgd_relu and a folder say that themselves."""
    if is_model_file(model) and Path(model).suffix in (".py", ".json"):
        return model, activation or "erf"
    found = entry(model, activation)
    if found.polynomial:
        why = "its activation is a polynomial, and compact forms are of those with a name"
        remedy = "orderode equations without --set gives the whole"
        raise NotAvailable(f"the compact form of {model}", why, remedy)
    if is_model_file(model):
        return str(found.folder / "models" / f"{found.model}.json"), found.activation
    return found.model, found.activation


def latex_of(folder: Path, name: str, derivation: bool) -> str:
    """The text of the equations of this name, or of how they were derived."""
    path = folder / "latex" / f"{name}{'_derivation' if derivation else ''}.tex"
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise FileError(path.name, str(error.strerror), "run make generate in a checkout") from None


def _made(problem: Problem, backend: str) -> dict[str, Any]:
    from .. import solvers
    from ..theory.limits import require_theory

    solver = solvers.load(require_theory(problem).key, backend)
    return provenance(problem, system_digest=solver.digest, backend=solver.name)


def _each(problems: tuple[Problem, ...], backend: str = "auto") -> list[Any]:
    from ..theory.integrate import integrate as run

    return [run(problem, backend) for problem in problems]


COMMANDS: dict[str, Verb | Refused] = {
    "models": Verb(described),
    "equations": Verb(equations),
    "rhs": Verb(later("theory.integrate.right_hand_side"), rhs),
    "integrate": Verb(later("theory.integrate.integrate"), integrate),
    "solve": Refused("its theory is a trajectory, not a fixed point", "orderode integrate"),
    "simulate": Verb(later("certify.simulation.simulate"), simulate, bar=True),
    "compare": Verb(
        later("certify.compare.compare"), compared("report.plots.comparison_figure"), bar=True
    ),
    "drift": Verb(later("certify.drift.check_drift"), drift),
    "draw": Verb(_each, draw),
    "steady": Verb(_steady, steady),
    "optimise": Verb(later("theory.optimise.optimise"), optimise),
    "sensitivity": Verb(_sensitivity, sensitivity),
    "adapt": Verb(later("theory.adapt.compare_adaptation"), adapt),
}

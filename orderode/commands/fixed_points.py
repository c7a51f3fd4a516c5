"""What commands write and say of problems whose theory is a fixed point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from ..errors import NotAvailable
from ..models.catalogue import GENERATED, named
from ..models.described import in_words
from ..models.manifest import STATIONARY
from ..problems.fixed_point import FixedPointProblem, keys_for
from ..report.results import provenance
from .comparing import compared
from .outcome import Outcome
from .table import Refused, Verb, later
from .trajectories import latex_of

__all__ = ["COMMANDS"]

ERRORS = ("test_error", "train_error")


def solve(problem: FixedPointProblem, curve: Any, backend: str) -> Outcome:
    """Errors and overlaps at each alpha; status 1 where a point failed."""
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
    return Outcome(curve.summary(), curve.solved, arrays, made, warned)


def simulate(problem: FixedPointProblem, s: Any, backend: str) -> Outcome:
    """The errors of the networks, and whether the theory's limit is within their reach."""
    from ..theory.fixed_point import solve as run_theory

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
    return Outcome(said, True, arrays, made, warned)


def _carrying(problem: FixedPointProblem, curve: Any) -> tuple[np.ndarray, tuple[str, ...]]:
    """Samples expected, at the simulation's d, of those that carry the limit, and a warning where
    there are none."""
    from ..theory.rare import carrying_samples, warning

    d = problem.require_simulation().d
    found = carrying_samples(problem, curve, d)
    text = warning(found, d)
    return found, (f"{problem.source}: warning: {text}",) if text else ()


def _compared(problem: FixedPointProblem, backend: str = "auto", *, band: bool = False) -> Any:
    from ..certify.fixed_point import compare as run

    if band:
        why = "its theory is a fixed point, and networks are drawn anew at each alpha"
        raise NotAvailable(f"--band for {problem.model}", why, "Leave it out")
    return run(problem, backend)


def draw(problems: tuple[FixedPointProblem, ...], found: Any, backend: str) -> Outcome:
    """A row of the figure for each; status 1 where a point failed."""

    def figure() -> Any:
        from ..report.fixed_point import theory_figure

        return theory_figure(list(zip(problems, found, strict=True)))

    lines = [f"{p.source}: {c.summary()}" for p, c in zip(problems, found, strict=True)]
    return Outcome("\n".join(lines), all(c.solved for c in found), figure=figure)


def _each(problems: tuple[FixedPointProblem, ...], backend: str = "auto") -> list[Any]:
    from ..theory.fixed_point import solve as run

    return [run(problem, backend) for problem in problems]


def models(model: str) -> Iterator[str]:
    """The keys of its problem files, and its equations."""
    e = named(model, STATIONARY)
    first, *rest = in_words(e)
    yield first
    for name, spec in keys_for(model).items():
        accepted, meaning = spec.metadata["rule"].accepted, spec.metadata["meaning"]
        default = f"; default {spec.default:g}" if isinstance(spec.default, float) else ""
        yield f"    {name:<12} {accepted}: {meaning}{default}"
    yield from rest


def equations(
    model: str,
    derivation: bool,
    activation: str | None,
    *,
    settings: Sequence[str] = (),
    compact: bool = False,
) -> str:
    """LaTeX; the same for every activation."""
    if settings or compact:
        why = "its equations are for fixed points, and have one form"
        raise NotAvailable(f"--set or --compact for {model}", why, "Leave it out")
    if activation is not None:
        why = "they hold for each of its activations"
        raise NotAvailable(f"--activation for the equations of {model}", why, "Leave it out")
    return latex_of(GENERATED, model, derivation)


STILL = "its theory is a fixed point: nothing moves along alpha, each of them is solved by itself"
COMMANDS: dict[str, Verb | Refused] = {
    "models": Verb(models),
    "equations": Verb(equations),
    "rhs": Refused("its theory is a fixed point, not a trajectory: no slopes", "orderode solve"),
    "integrate": Refused(STILL, "orderode solve, or draw for a figure"),
    "solve": Verb(later("theory.fixed_point.solve"), solve),
    "simulate": Verb(later("certify.fixed_point_runs.simulate"), simulate),
    "compare": Verb(_compared, compared("report.fixed_point.comparison_figure")),
    "drift": Refused(
        "there is no flow whose slopes one step could test: networks are trained to their end",
        "orderode compare, which judges them there",
    ),
    "draw": Verb(_each, draw),
    "steady": Refused(
        "its theory is a fixed point already: nothing moves along alpha", "orderode solve"
    ),
    "optimise": Refused(
        "its theory is a fixed point: no rate changes along the way", "orderode solve"
    ),
    "sensitivity": Refused(
        "its theory is a fixed point: nothing moves along alpha", "orderode solve"
    ),
    "adapt": Refused(
        "its readout is trained to the end on one task: no head adapts to another",
        "orderode compare",
    ),
}

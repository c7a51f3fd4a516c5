"""What Python calls for problems of every kind: the table of commands behind one function each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from ..errors import ProblemError
from . import call, run, text

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ..certify.compare import TrajectoryComparison
    from ..certify.derived import DerivedModel
    from ..certify.fixed_point import CurveComparison
    from ..certify.fixed_point_runs import SimulatedCurve
    from ..problems.base import AnyProblem
    from ..problems.fixed_point import FixedPointProblem
    from ..problems.overlaps import Array
    from ..problems.problem import Problem
    from ..report.statement import Equations
    from ..simulate import SimulationResult

__all__ = ["compare", "draw", "equations", "simulate"]


@overload
def compare(
    problem: Problem,
    backend: str = "auto",
    *,
    progress: bool | None = None,
    band: bool | None = None,
) -> TrajectoryComparison: ...


@overload
def compare(problem: FixedPointProblem, backend: str = "auto") -> CurveComparison: ...


def compare(problem: Any, backend: str = "auto", **options: Any) -> Any:
    """Theory against simulation, with a verdict: of trajectories, or of the errors of networks.

    progress: a bar for the simulation.  band: predict the runs' standard deviations too; None does
    so where it takes seconds.
    """
    return run("compare", problem, backend=backend, **options)


@overload
def simulate(
    problem: Problem,
    *,
    P: float | None = None,
    V: int | None = None,
    alphas: Sequence[float] | None = None,
    path: Array | None = None,
    progress: bool | None = None,
) -> SimulationResult: ...


@overload
def simulate(
    problem: FixedPointProblem, backend: str = "auto", *, eta: float | None = None
) -> SimulatedCurve: ...


def simulate(problem: Any, backend: str | None = None, **options: Any) -> Any:
    """The runs, or the networks, of the problem's [simulation].

    Of trajectories: P and V override those of the table; alphas: other times; path: more times, at
    which overlaps are kept.  Of fixed points: eta 0 leaves the gradient step out.
    """
    if backend is not None:
        options["backend"] = backend
    return run("simulate", problem, **options)


def draw(*problems: AnyProblem, backend: str = "auto") -> Figure:
    """The theory of problems of one kind, a row each: eps_g, R and rho_kn = R_kn/sqrt(Q_kk T_nn)
    over alpha, or both errors over alpha."""
    outcome = call("draw", problems, backend=backend)
    assert outcome.figure is not None
    figure: Figure = outcome.figure()
    return figure


def equations(
    model: str | Path | DerivedModel,
    *,
    activation: str | None = None,
    derivation: bool = False,
    compact: bool = False,
    **values: float,
) -> Equations:
    """The equations of a model, by its name, its file (.py), a folder it was derived into, or as
    `derive` gives it.

    values: what is left of them at values of parameters, P=float("inf"), and of w0, mean, cov and
    kurtosis; with K and M an equation for each element.  derivation: how they were derived.
    """
    from ..report.statement import Equations

    place = getattr(model, "folder", model)
    if not isinstance(place, str | Path):
        accepted = "a name, a model file, a folder, or what orderode.derive gives"
        raise ProblemError("model", place, accepted, f"a {type(place).__name__}")
    found = text(
        "equations",
        str(place),
        derivation=derivation,
        activation=activation,
        settings=[f"{name}={value:.17g}" for name, value in values.items()],
        compact=compact,
    )
    return Equations(found)

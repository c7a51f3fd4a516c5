"""What ``.plot`` does: the panels of a result, all of them or one, on axes of a new figure or of
the caller's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..certify.compare import TrajectoryComparison
from ..certify.fixed_point import CurveComparison
from ..certify.steps import StepComparison
from ..errors import ProblemError
from ..steady.branches import Branches
from ..theory.adapt import AdaptationComparison
from ..theory.fixed_point import Curve
from ..theory.gradient import Gradient
from ..theory.integrate import Trajectory
from ..theory.optimise import Optimised
from ..theory.sensitivity import Sensitivities
from ..theory.steps import Steps
from . import fixed_point, optimised, plots, sensitivity, steady, steps
from .panels import Panels, panels_of_comparison, panels_of_trajectory
from .style import ROW, STYLE, TWO_COLUMNS

__all__ = ["panels", "plot"]

#: What draws all panels of a result at once, and their names in order.
Drawing = tuple[Callable[[Sequence[Axes], Any], None], tuple[str, ...]]
DRAWN: dict[type, Drawing] = {
    CurveComparison: (fixed_point.draw_comparison, ("test_error", "train_error")),
    Curve: (fixed_point.draw_curve, ("test_error", "train_error", "ridge")),
    Steps: (steps.draw_steps, ("eps_g", "Q", "R")),
    StepComparison: (
        lambda axes, c: steps.draw_steps(axes, c.theory, c.simulation),
        ("eps_g", "Q", "R"),
    ),
    Branches: (steady.draw_branches, ("eps_g", "rate")),
    Optimised: (optimised.draw_optimised, ("rates", "eps_g")),
    Gradient: (sensitivity.draw_gradient, ("parameters", "state")),
    Sensitivities: (sensitivity.draw_sensitivities, ("parameters", "growth")),
    AdaptationComparison: (lambda axes, c: plots.draw_adaptation(axes[0], c), ("eps_g",)),
}


def panels(found: Any) -> Panels:
    """What draws each quantity of a result."""
    if isinstance(found, TrajectoryComparison):
        return panels_of_comparison(found, found.judged, found.restarted, found.band)
    if isinstance(found, Trajectory):
        return panels_of_trajectory(found)
    draw, names = DRAWN[type(found)]

    def one(place: int) -> Callable[[Axes], None]:
        """The others are drawn aside."""

        def panel(axis: Axes) -> None:
            axes = list(Figure().subplots(1, len(names), squeeze=False)[0])
            axes[place] = axis
            draw(axes, found)

        return panel

    return {name: one(place) for place, name in enumerate(names)}


def plot(
    found: Any,
    what: str | None,
    ax: Any,
    *,
    size: tuple[float, float] | None,
    style: Any,
) -> Any:
    """The axes of one panel, or an array of those of all."""
    there = panels(found)
    if what is not None and what not in there:
        raise ProblemError("what", what, f"one of {', '.join(there)}")
    names = list(there) if what is None else [what]
    with mpl.rc_context(STYLE if style is None else style), np.errstate(over="ignore"):
        axes = _axes(ax, names, size)
        for axis, name in zip(axes, names, strict=True):
            there[name](axis)
    return axes[0] if what is not None else np.array(axes)


def _axes(ax: Any, names: list[str], size: tuple[float, float] | None) -> list[Axes]:
    if ax is not None:
        axes = list(np.ravel(ax))
        if len(axes) != len(names) or not all(isinstance(axis, Axes) for axis in axes):
            accepted = f"Matplotlib axes, one for each of {', '.join(names)}"
            raise ProblemError("ax", str(ax), accepted)
        return axes
    pyplot = import_module("matplotlib.pyplot")  # which notebooks show the figures of
    size = size or (TWO_COLUMNS / 3 * max(len(names), 1.5), ROW)
    figure = pyplot.figure(figsize=size, layout="constrained")
    return list(figure.subplots(1, len(names), squeeze=False)[0])

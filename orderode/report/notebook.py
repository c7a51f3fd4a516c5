"""What a notebook shows of results: their short text, a figure, and the report, folded."""

from __future__ import annotations

import base64
import html
import io
from collections.abc import Callable
from importlib import import_module
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.figure import Figure

from ..certify.compare import TrajectoryComparison
from ..certify.fixed_point import CurveComparison
from ..certify.steps import StepComparison
from ..problems.problem import Problem
from ..steady.branches import Branches
from ..theory.adapt import AdaptationComparison
from ..theory.fixed_point import Curve
from ..theory.gradient import Gradient
from ..theory.integrate import Trajectory
from ..theory.optimise import Optimised
from ..theory.sensitivity import Sensitivities
from .fixed_point import draw_curve
from .panels import panels_of_trajectory
from .plots import bounded
from .style import ROW, STYLE, TWO_COLUMNS

__all__ = ["shown", "trajectory_figure"]

DOTS = 96  #: per inch

#: What has a figure, and the function of this room that draws it.
FIGURES: dict[type, str] = {
    TrajectoryComparison: "plots.comparison_figure",
    CurveComparison: "fixed_point.comparison_figure",
    StepComparison: "steps.comparison_figure",
    AdaptationComparison: "plots.adaptation_figure",
    Branches: "steady.branches_figure",
    Optimised: "optimised.optimised_figure",
    Trajectory: "notebook.trajectory_figure",
    Curve: "notebook.curve_figure",
    Gradient: "sensitivity.gradient_figure",
    Sensitivities: "sensitivity.sensitivity_figure",
    Problem: "notebook.overlaps_figure",
}


def shown(found: Any) -> str:
    """A result as HTML: some tens of kilobytes, most of them its figure."""
    parts = [f"<pre>{html.escape(repr(found))}</pre>"]
    if not isinstance(found, Problem) or found.R.ndim == 2:  # else overlaps are of several blocks
        parts.append(_image(_drawing(type(found))(found)))
    folded = {"report": found.report()} if hasattr(found, "report") else {}
    if isinstance(found, Problem):
        folded["content"] = found.content
    for heading, text in folded.items():
        inside = f"<pre>{html.escape(text)}</pre>"
        parts.append(f"<details><summary>{heading}</summary>{inside}</details>")
    return "\n".join(parts)


def trajectory_figure(trajectory: Trajectory) -> Figure:
    """eps_g, R and Q over alpha; of inputs in blocks, those of all blocks."""
    drawn = panels_of_trajectory(trajectory)
    with mpl.rc_context(STYLE), np.errstate(over="ignore", invalid="ignore"):
        figure = Figure(figsize=(TWO_COLUMNS, ROW), layout="constrained")
        for axis, name in zip(figure.subplots(1, 3), ("eps_g", "R", "Q"), strict=True):
            drawn[name](axis)
        bounded(figure)
    return figure


def curve_figure(curve: Curve) -> Figure:
    """Both errors over alpha."""
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(TWO_COLUMNS, ROW), layout="constrained")
        draw_curve(figure.subplots(1, 2), curve)
    return figure


def overlaps_figure(problem: Problem) -> Figure:
    """C = [[Q, R], [R^T, T]] at alpha = 0, learner first."""
    C = np.block([[problem.Q, problem.R], [problem.R.T, problem.T]])
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(1.9, 1.5), layout="constrained")
        axis = figure.subplots()
        largest = float(np.abs(C).max())
        shown = axis.imshow(C, cmap="RdBu_r", vmin=-largest, vmax=largest)
        for at in (axis.axhline, axis.axvline):
            at(len(problem.Q) - 0.5, color="black", lw=0.6)
        axis.set_xticks([])
        axis.set_yticks([])
        axis.set_title("$Q$, $R$, $T$ at the start", fontsize=7)
        figure.colorbar(shown, ax=axis)
    return figure


def _drawing(kind: type) -> Callable[[Any], Figure]:
    room, _, name = FIGURES[kind].partition(".")
    found: Callable[[Any], Figure] = getattr(import_module(f".{room}", __package__), name)
    return found


def _image(figure: Figure) -> str:
    buffer = io.BytesIO()
    with mpl.rc_context(STYLE), np.errstate(over="ignore"):
        figure.savefig(buffer, format="png", dpi=DOTS, metadata={"Software": None})
    content = base64.b64encode(buffer.getvalue()).decode("ascii")
    width = round(figure.get_figwidth() * DOTS)
    return f'<img width="{width}" alt="figure" src="data:image/png;base64,{content}">'

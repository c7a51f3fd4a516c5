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
from ..steady.branches import Branches
from ..theory.adapt import AdaptationComparison
from ..theory.integrate import Trajectory
from ..theory.optimise import Optimised
from .plots import COLOURS, ROW, STYLE, TWO_COLUMNS

__all__ = ["shown", "trajectory_figure"]

DOTS = 96  #: per inch
LARGEST = 1e200  #: what is drawn: beyond it axes have no ticks

#: What has a figure, and the function of this room that draws it.
FIGURES: dict[type, str] = {
    TrajectoryComparison: "plots.comparison_figure",
    CurveComparison: "fixed_point.comparison_figure",
    StepComparison: "steps.comparison_figure",
    AdaptationComparison: "plots.adaptation_figure",
    Branches: "steady.branches_figure",
    Optimised: "optimised.optimised_figure",
    Trajectory: "notebook.trajectory_figure",
}


def shown(found: Any) -> str:
    """A result as HTML: some tens of kilobytes, most of them its figure."""
    parts = [f"<pre>{html.escape(repr(found))}</pre>", _image(_drawing(type(found))(found))]
    if hasattr(found, "report"):
        report = html.escape(found.report())
        parts.append(f"<details><summary>report</summary><pre>{report}</pre></details>")
    return "\n".join(parts)


def trajectory_figure(trajectory: Trajectory) -> Figure:
    """eps_g, R and Q over alpha; of inputs in blocks, those of all blocks."""
    panels = [(r"$\varepsilon_g$", trajectory.eps_g)]
    panels += [("$R_{kn}$", trajectory.R), ("$Q_{kl}$", trajectory.Q)]
    with mpl.rc_context(STYLE), np.errstate(over="ignore", invalid="ignore"):
        figure = Figure(figsize=(TWO_COLUMNS, ROW), layout="constrained")
        for axis, (name, values) in zip(figure.subplots(1, 3), panels, strict=True):
            values = np.where(np.abs(values) < LARGEST, values, np.nan)
            flat = values.reshape(len(values), -1, values.shape[-1] if values.ndim > 1 else 1)
            for n in range(flat.shape[-1]):
                colour = COLOURS[n % len(COLOURS)] if values.ndim > 1 else "black"
                axis.plot(trajectory.alpha, flat[..., n], color=colour, lw=1.0)
            if values.ndim == 1 and (values > 0).any():
                axis.set_yscale("log")
            axis.set_xlabel(r"$\alpha = t/N$")
            axis.set_ylabel(name)
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

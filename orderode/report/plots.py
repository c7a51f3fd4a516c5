"""Figures: theory as lines, simulation as markers with error bars."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from ..certify.band import Band
from ..certify.compare import TrajectoryComparison
from ..certify.residuals import Residuals
from ..certify.runs import Runs
from ..models.manifest import MEASURED
from ..solvers.base import Array
from ..theory.adapt import AdaptationComparison
from ..theory.integrate import Trajectory
from .panels import (
    draw_elements,
    draw_errors,
    draw_lines,
    mark_phases,
    panels_of_comparison,
    panels_of_trajectory,
    units_legend,
)
from .results import write_whole
from .style import (
    COLOURS,
    LARGEST,
    ONE_COLUMN,
    ROW,
    STYLE,
    TWO_COLUMNS,
    in_math,
    label,
    logarithmic,
    symbol,
    valued,
)

__all__ = [
    "adaptation_figure",
    "bounded",
    "comparison_figure",
    "draw_adaptation",
    "save_figure",
    "theory_figure",
    "theory_title",
]


def comparison_figure(comparison: TrajectoryComparison) -> Figure:
    """eps_g, Q and R over alpha: theory, and mean and standard deviation over runs; a second row
    for runs beside.

    Dashed in the first row: the mean over runs of the theory restarted from each run's last
    recorded state.  Shaded: the theory plus and minus one predicted standard deviation, where that
    is valid.
    """
    judged = comparison.judged
    rows: list[tuple[Runs, Residuals | None, Band | None, str]] = [
        (judged, comparison.restarted, comparison.band, _judged_title(comparison))
    ]
    if comparison.beside is not None:
        theirs = comparison.problem.parameters.text("P", "V")
        title = (
            f"beside: simulation at {comparison.beside.label} and the same theory ({theirs}), "
            "which is expected to miss it"
        )
        rows.append((comparison.beside, None, None, title))
    with mpl.rc_context(STYLE), np.errstate(over="ignore"):
        figure = Figure(figsize=(TWO_COLUMNS, ROW * len(rows)), layout="constrained")
        parts = figure.subfigures(len(rows), 1, squeeze=False)[:, 0]
        for part, (runs, restarted, band, title) in zip(parts, rows, strict=True):
            part.suptitle(in_math(title), fontsize=8)
            panels = panels_of_comparison(comparison, runs, restarted, band)
            for axis, draw in zip(part.subplots(1, len(panels)), panels.values(), strict=True):
                draw(axis)
    return figure


def theory_title(problem: Any, status: str) -> str:
    """What was integrated, with the parameters that the model has, and how it ended if not well."""
    ended = "" if status == "ok" else f": {status}"
    return f"{_setting(problem)}, {problem.parameters.text('P', 'V')}{ended}"


def theory_figure(
    trajectories: Sequence[tuple[str, Trajectory, Array]], problems: Sequence[Any] = ()
) -> Figure:
    """Per trajectory (title, trajectory, T): eps_g, R and rho over alpha, each case a row.

    Where the head start of one of them is trained, w0 comes after these, then what else a system
    has. `theory_title` makes titles.  problems: theirs, for the errors of tasks of a set, and marks
    where rates change.
    """
    trained = any(np.ptp(t.w0, axis=0).max() > 0 for _, t, _ in trajectories)
    others = dict.fromkeys(chain.from_iterable(t.states.names for _, t, _ in trajectories))
    more = [*(["w0"] if trained else []), *(name for name in others if name not in MEASURED)]
    columns = 3 + len(more)
    with mpl.rc_context(STYLE), np.errstate(over="ignore"):
        size = (TWO_COLUMNS / 3 * columns, ROW * len(trajectories))
        figure = Figure(figsize=size, layout="constrained")
        parts = figure.subfigures(len(trajectories), 1, squeeze=False)[:, 0]
        of = problems or [None] * len(trajectories)
        for part, (title, t, T), problem in zip(parts, trajectories, of, strict=True):
            part.suptitle(in_math(title), fontsize=8)
            axes = part.subplots(1, columns)
            if problem is not None and problem.facts.of_tasks:
                draw_errors(axes[0], problem, t)
            else:
                panels_of_trajectory(t)["eps_g"](axes[0])
            if problem is not None:
                mark_phases(axes, problem, float(t.alpha[-1]))
            for axis, values, name in (
                (axes[1], t.R, r"$R_{kn}$"),
                (axes[2], t.rho(T), r"$\rho_{kn}$"),
            ):
                draw_lines(axis, t.alpha, values)
                label(axis, name)
            if t.R.ndim == 3:
                units_legend(axes[1], *t.R.shape[1:])
            for axis, name in zip(axes[3:], more, strict=True):
                if name in t.states.names:
                    draw_elements(axis, t.alpha, getattr(t, name))
                head = re.fullmatch("w([0-9])", name)
                label(axis, f"$w^{head[1]}_k$" if head else symbol(name))
    return figure


def adaptation_figure(comparison: AdaptationComparison) -> Figure:
    """eps_g against inner steps on each representation."""
    p = comparison.problem
    with mpl.rc_context(STYLE), np.errstate(over="ignore"):
        figure = Figure(figsize=(1.4 * ONE_COLUMN, 2.6), layout="constrained")
        axis = figure.subplots()
        draw_adaptation(axis, comparison)
        rate = p.facts.rate_of_inner or ""
        sizes = in_math(f"{p.activation_text}: K = {p.K}, M = {p.M}")
        eta = valued(rate, p.parameters.get(rate))
        axis.set_title(f"{sizes}, {eta}; dotted: best head", fontsize=8)
    return figure


def draw_adaptation(axis: Axes, comparison: AdaptationComparison) -> None:
    """On an axis; dotted, the error of the best head on each representation."""
    for colour, r in zip(COLOURS, comparison.representations, strict=False):
        axis.plot(r.curve, "o-", color=colour, ms=3, lw=1.0, label=r.name)
        logarithmic(axis, r.curve)
        axis.axhline(r.eps_rep, color=colour, lw=0.8, ls=":")
    axis.set_xlabel("inner steps")
    axis.set_ylabel(r"$\varepsilon_g$ on fresh tasks")
    axis.xaxis.set_major_locator(MaxNLocator(integer=True))
    title = f"trained to $\\alpha={comparison.problem.require_run().alpha_end:g}$ by"
    axis.legend(title=title, loc="center left", bbox_to_anchor=(1.0, 0.5))


def save_figure(figure: Figure, *paths: Path) -> None:
    """Write a .png or .pdf, or both with the same places of all in them: whole or not at all,
    without a date."""
    for path in paths:
        buffer = io.BytesIO()
        metadata = {"CreationDate": None} if path.suffix == ".pdf" else {"Software": None}
        with mpl.rc_context(STYLE), np.errstate(over="ignore"):
            bounded(figure)
            figure.savefig(buffer, format=path.suffix[1:], dpi=160, metadata=metadata)
            figure.set_layout_engine("none")  # places are found once, which takes half of the time
        write_whole(path, buffer.getvalue())


def bounded(figure: Figure) -> None:
    """Axes of a theory that blows up: it has values up to where doubles end."""
    for axis in figure.axes:
        for limits, put in ((axis.get_xlim(), axis.set_xlim), (axis.get_ylim(), axis.set_ylim)):
            low, high = np.clip(limits, -LARGEST, LARGEST)
            if max(map(abs, limits)) > LARGEST and low < high:  # else all of it lies beyond
                put(low, high)


def _judged_title(comparison: TrajectoryComparison) -> str:
    s, p = comparison.judged.simulation, comparison.problem
    return (
        f"{_setting(p)}, {comparison.judged.label}; {s.R.shape[1]} runs at N = {s.N}:"
        f" {comparison.verdict}"
    )


def _setting(problem: Any) -> str:
    """Model, activation, sizes, and those of the rates that the model has."""
    moving = problem.facts.rate_of_start if problem.trains_start else None
    names = (problem.facts.rate, problem.facts.rate_of_inner, moving)
    rates = "".join(
        f", {valued(name, problem.parameters[name])}" for name in names if name is not None
    )
    return (
        f"{problem.model_name}, {problem.activation_text}: K = {problem.K}, M = {problem.M}{rates}"
    )

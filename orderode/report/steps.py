"""Figures of giant steps: theory as lines between its points, simulation as markers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from ..certify.steps import StepComparison
from ..solvers.base import Array
from ..theory.steps import Steps
from .style import COLOURS, MARKERS, ROW, STYLE, TWO_COLUMNS, in_math, logarithmic, valued

__all__ = ["comparison_figure", "draw_steps", "theory_figure"]


def comparison_figure(comparison: StepComparison) -> Figure:
    """eps_g, Q and R after each step: theory, and mean and standard deviation over runs."""
    s, p = comparison.simulation, comparison.problem
    title = f"{_title(p)}; {s.R.shape[1]} runs at N = {s.N}: {comparison.verdict}"
    return _figure([(title, comparison.theory, s)])


def theory_figure(pairs: Sequence[tuple[Any, Steps]]) -> Figure:
    """The same of theory alone, a row for each problem."""
    return _figure([(_title(p), t, None) for p, t in pairs])


def _title(problem: Any) -> str:
    p, facts = problem.parameters, problem.facts
    sizes = f"K = {problem.K}, M = {problem.M}, {valued(facts.rate, p[facts.rate])}"
    return f"{problem.model_name}, {problem.activation_text}: {sizes}, $n/N$ = {p[facts.ratio]:g}"


def _figure(rows: Sequence[tuple[str, Steps, Any]]) -> Figure:
    several = any(min(theory.R.shape[1:]) > 1 for _, theory, _ in rows)
    with mpl.rc_context(STYLE), np.errstate(over="ignore"):
        size = (TWO_COLUMNS / 3 * (3 + several), ROW * len(rows))
        figure = Figure(figsize=size, layout="constrained")
        parts = figure.subfigures(len(rows), 1, squeeze=False)[:, 0]
        for part, (title, theory, runs) in zip(parts, rows, strict=True):
            part.suptitle(in_math(title), fontsize=8)
            axes = part.subplots(1, 3 + several)
            draw_steps(axes[:3], theory, runs)
            if several:
                _draw_directions(axes[3], theory, runs)
    return figure


def draw_steps(axes: Sequence[Axes], theory: Steps, runs: Any = None) -> None:
    """A panel each for eps_g, Q and R."""
    error, Q, R = axes
    _curve(error, theory.eps_g, None if runs is None else runs.eps_g, "black", "o", "theory")
    if runs is not None:
        error.plot([], [], **_MARK, marker="o", color="black", label="simulation, s.d.")
    for k, l in zip(*np.triu_indices(theory.Q.shape[1]), strict=True):
        colour, marker = (COLOURS[0], "o") if k == l else (COLOURS[1], "s")
        label = {(0, 0): "$Q_{kk}$", (0, 1): r"$Q_{kl}$, $k\neq l$"}.get((int(k), int(l)), "")
        measured = None if runs is None else runs.Q[:, :, k, l]
        _curve(Q, theory.Q[:, k, l], measured, colour, marker, label)
    for k, n in np.ndindex(*theory.R.shape[1:]):
        measured = None if runs is None else runs.R[:, :, k, n]
        colour, marker = COLOURS[n % len(COLOURS)], MARKERS[k % len(MARKERS)]
        _curve(R, theory.R[:, k, n], measured, colour, marker, "" if k else f"$n = {n + 1}$")
    for axis, name in zip(axes, (r"$\varepsilon_g$", "$Q_{kl}$", "$R_{kn}$"), strict=True):
        _finished(axis, name)
    if not np.isnan(theory.eps_g).any() and theory.eps_g.min() > 0:
        logarithmic(error, theory.eps_g)


def _draw_directions(axis: Axes, theory: Steps, runs: Any) -> None:
    """How many directions of the teacher the learner has learnt: the singular values of R, of a
    simulation those of its mean over runs."""
    good = np.isfinite(theory.R).all(axis=(1, 2))
    values = np.linalg.svd(theory.R[good], compute_uv=False)
    measured = None if runs is None else runs.R.mean(axis=1)
    for i in range(values.shape[1]):
        colour = COLOURS[i % len(COLOURS)]
        axis.plot(values[:, i], color=colour, lw=1.0, marker=".", ms=3, label=f"$i = {i + 1}$")
        if measured is not None and np.isfinite(measured).all():
            found = np.linalg.svd(measured, compute_uv=False)[:, i]
            axis.plot(found, **_MARK, marker=MARKERS[i % len(MARKERS)], color=colour)
    _finished(axis, "singular values $s_i$ of $R$")


def _finished(axis: Axes, name: str) -> None:
    axis.set_xlabel("giant steps")
    axis.set_ylabel(name)
    axis.xaxis.set_major_locator(MaxNLocator(integer=True))
    axis.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=3, borderaxespad=0)


_MARK: dict[str, Any] = {"ls": "", "ms": 3.5, "mew": 0.7, "mfc": "none"}


def _curve(
    axis: Axes, theory: Array, runs: Array | None, colour: str, marker: str, label: str
) -> None:
    """Theory (n,) as a line through dots, and of runs (n, runs) mean and standard deviation."""
    axis.plot(theory, color=colour, lw=1.0, marker=".", ms=3, label=label or "_nothing")
    if runs is not None:
        mean, spread = runs.mean(axis=1), runs.std(axis=1)
        axis.errorbar(
            np.arange(len(mean)), mean, spread, **_MARK, marker=marker, color=colour, elinewidth=0.7
        )

"""Panels of trajectories: one quantity over alpha each, theory as lines, simulation as markers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations_with_replacement
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from ..certify.band import Band
from ..certify.compare import TrajectoryComparison
from ..certify.residuals import Residuals
from ..certify.runs import Runs
from ..solvers.base import Array
from ..theory.integrate import Trajectory, observables
from .style import COLOURS, DASHED, MARKERS, label, legend_above, logarithmic

__all__ = [
    "Panels",
    "draw_elements",
    "draw_errors",
    "draw_lines",
    "mark_phases",
    "panels_of_comparison",
    "panels_of_trajectory",
    "units_legend",
]

#: What draws each quantity, by its name.
Panels = dict[str, Callable[[Axes], None]]
MOST_MARKS = 12  #: of changing rates
MARKED = 21  #: times along the axis: more would hide the line
FEW = 6  #: and of each of many curves


def panels_of_comparison(
    comparison: TrajectoryComparison,
    runs: Runs,
    restarted: Residuals | None = None,
    band: Band | None = None,
) -> Panels:
    """eps_g, Q and R of theory and simulation.

    Dashed: the mean over runs of the theory restarted from each run's last recorded state.  Shaded:
    the theory plus and minus one predicted standard deviation, where that is valid.
    """
    problem, theory = comparison.problem, comparison.theory

    def error(axis: Axes) -> None:
        if problem.facts.of_tasks:
            draw_errors(axis, problem, theory, runs)
        else:
            draw_error(axis, theory, runs, restarted)

    drawn: Panels = {
        "eps_g": error,
        "Q": lambda axis: draw_Q(axis, theory, runs, restarted),
        "R": lambda axis: draw_R(axis, theory, runs, restarted),
    }

    def whole(name: str) -> Callable[[Axes], None]:
        def panel(axis: Axes) -> None:
            if band is not None:
                draw_band(axis, name, runs.theory, band)
            drawn[name](axis)
            mark_phases([axis], problem, float(theory.alpha[-1]))

        return panel

    return {name: whole(name) for name in drawn}


def panels_of_trajectory(trajectory: Trajectory) -> Panels:
    """eps_g, R and Q over alpha, and what else moves; of inputs in blocks, those of all blocks."""

    def error(axis: Axes) -> None:
        axis.plot(trajectory.alpha, trajectory.eps_g, color="black", lw=1.2)
        logarithmic(axis, trajectory.eps_g)
        label(axis, r"$\varepsilon_g$")

    def order_parameter(name: str) -> Callable[[Axes], None]:
        def panel(axis: Axes) -> None:
            values = getattr(trajectory, name)
            draw_elements(axis, trajectory.alpha, values)
            if name == "R" and values.ndim == 3:
                units_legend(axis, *values.shape[1:])
            label(axis, {"R": "$R_{kn}$", "Q": "$Q_{kl}$", "w0": "$w^0_k$"}.get(name, name))

        return panel

    return {"eps_g": error, **{name: order_parameter(name) for name in trajectory.states.names}}


def draw_band(axis: Axes, name: str, theory: Trajectory, band: Band) -> None:
    """Theory plus and minus one predicted standard deviation, of eps_g, Q or R."""
    f = band.predicted
    if f.valid[1:].sum() < 2:
        return  # nothing to shade

    def shade(centre: Array, sd: Array, colour: str, text: str | None = None) -> None:
        sd = np.where(f.valid, sd, np.nan)
        low, high = centre - sd, centre + sd
        axis.fill_between(f.alpha, low, high, color=colour, alpha=0.2, lw=0, label=text)

    if name == "eps_g":
        shade(theory.eps_g, f.sd_eps_g, "black", "predicted s.d.")
    elif theory.R.ndim > 3:  # a colour for each block of the inputs
        centre, sd = getattr(theory, name), getattr(f, f"sd_{name}")
        for h, i, j in np.ndindex(*centre.shape[1:]):
            if name == "R" or i <= j:
                shade(centre[:, h, i, j], sd[:, h, i, j], COLOURS[h % len(COLOURS)])
    elif name == "Q":
        for k, l in zip(*np.triu_indices(theory.Q.shape[1]), strict=True):
            shade(theory.Q[:, k, l], f.sd_Q[:, k, l], COLOURS[0] if k == l else COLOURS[1])
    else:
        for k, n in np.ndindex(*theory.R.shape[1:]):
            shade(theory.R[:, k, n], f.sd_R[:, k, n], COLOURS[n % len(COLOURS)])


def draw_errors(axis: Axes, problem: Any, theory: Trajectory, runs: Runs | None = None) -> None:
    """The error of each task of a set, trained or not."""
    found = observables(problem, theory.alpha, theory.states)
    for i, (name, latex) in enumerate(problem.facts.of_tasks):
        colour, marker = COLOURS[i % len(COLOURS)], MARKERS[i % len(MARKERS)]
        axis.plot(theory.alpha, found[name], color=colour, lw=1.2, label=f"${latex}$")
        if runs is not None:
            values = runs.simulation.others[name][0]
            _marks(axis, runs.simulation.alpha, values, colour, marker, positive=True)
    if runs is not None:
        axis.plot([], [], color="black", lw=1.2, label="theory")
        empty: dict[str, Any] = {"ls": "", "marker": "o", "ms": 3, "mew": 0.6, "mfc": "white"}
        axis.plot([], [], color="black", label="simulation, s.d.", **empty)
    logarithmic(axis, theory.eps_g)
    legend_above(axis, columns=2)
    label(axis, r"$\varepsilon$ of each task")


#: Of simulations, and of units.
MARK: dict[str, Any] = {"ms": 2.6, "mew": 0.6, "mfc": "white"}


def draw_error(axis: Axes, theory: Trajectory, runs: Runs, restarted: Residuals | None) -> None:
    s = runs.simulation
    axis.plot(theory.alpha, theory.eps_g, color="black", lw=1.2, label="theory")
    logarithmic(axis, theory.eps_g)
    if restarted is not None:
        predicted = restarted.predicted_eps_g.mean(axis=1)
        axis.plot(s.alpha[1:], predicted, color="black", label="restarted theory", **DASHED)
    _marks(axis, s.alpha, s.eps_g, "black", text="simulation, s.d.", positive=True)
    legend_above(axis, columns=2)
    label(axis, r"$\varepsilon_g$")


def mark_phases(axes: Sequence[Axes], problem: Any, end: float) -> None:
    """Where rates change, unless that is more often than an eye can count."""
    changes = [stage.start for stage in problem.stages(end)][1:]
    for axis in axes if len(changes) <= MOST_MARKS else ():
        for alpha in changes:
            axis.axvline(alpha, color="0.6", lw=0.7, ls=":", zorder=0)


def draw_Q(axis: Axes, theory: Trajectory, runs: Runs, restarted: Residuals | None) -> None:
    alpha = runs.simulation.alpha
    predicted = (
        None if restarted is None else runs.relabelled_Q(restarted.predicted_Q, restarted.runs)
    )
    if theory.Q.ndim > 3:
        units = list(combinations_with_replacement(range(theory.Q.shape[-1]), 2))
        _draw_within(axis, theory, theory.Q, runs, runs.Q, predicted, units)
        label(axis, r"$Q^{(h)}_{kl}$")
        return
    for k, l in zip(*np.triu_indices(theory.Q.shape[1]), strict=True):
        colour = COLOURS[0] if k == l else COLOURS[1]
        axis.plot(theory.alpha, theory.Q[:, k, l], color=colour, lw=1.0)
        if predicted is not None:
            axis.plot(alpha[1:], predicted[:, :, k, l].mean(axis=1), color=colour, **DASHED)
        _marks(axis, alpha, runs.Q[:, :, k, l], colour, MARKERS[0] if k == l else MARKERS[1])
    axis.plot([], [], color=COLOURS[0], label=r"$Q_{kk}$")
    if theory.Q.shape[1] > 1:
        axis.plot([], [], color=COLOURS[1], label=r"$Q_{kl}$, $k\neq l$")
    legend_above(axis, columns=2)
    label(axis, r"$Q_{kl}$")


def draw_R(axis: Axes, theory: Trajectory, runs: Runs, restarted: Residuals | None) -> None:
    alpha = runs.simulation.alpha
    predicted = (
        None if restarted is None else runs.relabelled_R(restarted.predicted_R, restarted.runs)
    )
    if theory.R.ndim > 3:
        units = list(np.ndindex(*theory.R.shape[-2:]))
        _draw_within(axis, theory, theory.R, runs, runs.R, predicted, units)
        label(axis, r"$R^{(h)}_{kn}$")
        return
    draw_lines(axis, theory.alpha, theory.R, marked=False)
    for k, n in np.ndindex(*theory.R.shape[1:]):
        colour = COLOURS[n % len(COLOURS)]
        if predicted is not None:
            axis.plot(alpha[1:], predicted[:, :, k, n].mean(axis=1), color=colour, **DASHED)
        place = (k * theory.R.shape[2] + n, theory.R.shape[1] * theory.R.shape[2])
        _marks(axis, alpha, runs.R[:, :, k, n], colour, MARKERS[k % len(MARKERS)], place=place)
    units_legend(axis, *theory.R.shape[1:])
    label(axis, r"$R_{kn}$")


def _draw_within(
    axis: Axes,
    theory: Trajectory,
    values: Array,
    runs: Runs,
    measured: Array,
    predicted: Array | None,
    units: Sequence[tuple[int, int]],
) -> None:
    """Overlaps (n, L, i, j) within the blocks of the inputs: a colour for each block, a marker for
    pairs of the same number and one for others."""
    alpha = runs.simulation.alpha
    for h in range(values.shape[1]):
        colour = COLOURS[h % len(COLOURS)]
        for i, j in units:
            axis.plot(theory.alpha, values[:, h, i, j], color=colour, lw=1.0)
            if predicted is not None:
                mean = predicted[:, :, h, i, j].mean(axis=1)
                axis.plot(alpha[1:], mean, color=colour, **DASHED)
            _marks(axis, alpha, measured[:, :, h, i, j], colour, MARKERS[0 if i == j else 1])
        axis.plot([], [], color=colour, label=f"$h={h + 1}$")
    legend_above(axis, columns=min(values.shape[1], 4))


def draw_lines(axis: Axes, alpha: Array, values: Array, *, marked: bool = True) -> None:
    """A colour for each n; ``marked``: and a marker for each k, at some of the times."""
    if values.ndim > 3:  # a colour for each block of the inputs
        values = values.swapaxes(1, 2).swapaxes(2, 3).reshape(len(alpha), -1, values.shape[1])
        marked = False
    K, M = values.shape[1:]
    step = max(1, len(alpha) // FEW)
    for k, n in np.ndindex(K, M):
        colour = COLOURS[n % len(COLOURS)]
        axis.plot(alpha, values[:, k, n], color=colour, lw=1.0)
        if marked and K > 1:
            some = slice((k * M + n) * step // (K * M), None, step)
            mark = {"ls": "", "marker": MARKERS[k % len(MARKERS)], "color": colour, **MARK}
            axis.plot(alpha[some], values[some, k, n], **mark)


def draw_elements(axis: Axes, alpha: Array, values: Array) -> None:
    """An order parameter (n, ...): of a matrix the columns by colours, a vector in black."""
    if values.ndim == 3:
        draw_lines(axis, alpha, values)
    else:
        axis.plot(alpha, values.reshape(len(alpha), -1), color="black", lw=1.0)


def _marks(
    axis: Axes,
    alpha: Array,
    values: Array,
    colour: str,
    marker: str = MARKERS[0],
    text: str | None = None,
    *,
    positive: bool = False,
    place: tuple[int, int] = (0, 1),
) -> None:
    """Mean over the finite runs, with their standard deviation, at every so many recorded times; of
    many curves, ``place`` among so many, at times of their own, that bars stand side by side.

    Where mean - s.d. is negative, bars of positive values end at the least of them: on a
    logarithmic axis the other end has no place.
    """
    kept = values[:, np.isfinite(values).all(axis=0)]
    if not kept.shape[1]:
        return
    curve, curves = place
    step = max(1, len(alpha) // MARKED)
    if curves > FEW and len(alpha) >= MARKED:
        step = max(step, min(curves, len(alpha) // FEW))
    every = slice(curve % step if curves > 1 else None, None, step)
    mean, spread = kept.mean(axis=1)[every], kept.std(axis=1)[every]
    below = np.where(spread < mean, spread, mean - kept.min(axis=1)[every]) if positive else spread
    options: dict[str, Any] = {**MARK, "elinewidth": 0.6, "zorder": 3}
    axis.errorbar(
        alpha[every], mean, [below, spread], fmt=marker, color=colour, label=text, **options
    )


def units_legend(axis: Axes, K: int, M: int) -> None:
    """A colour for each n, a marker for each k, in two rows where K = M."""
    for i in range(max(K, M)):  # a legend is filled column by column
        empty: dict[str, Any] = {"ls": "", "label": " "}
        colour: dict[str, Any] = {"color": COLOURS[i % len(COLOURS)], "label": f"$n={i + 1}$"}
        axis.plot([], [], **(colour if i < M else empty))
        marker: dict[str, Any] = {
            "ls": "",
            "marker": MARKERS[i % len(MARKERS)],
            "ms": 3,
            "mew": 0.6,
            "mfc": "white",
            "color": "black",
            "label": f"$k={i + 1}$",
        }
        axis.plot([], [], **(marker if i < K else empty))
    legend_above(axis, columns=max(K, M))

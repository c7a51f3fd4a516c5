"""Figures: theory as lines, simulation as markers with error bars."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from itertools import chain, combinations_with_replacement
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
from ..theory.integrate import Trajectory, observables
from .results import write_whole

__all__ = [
    "adaptation_figure",
    "comparison_figure",
    "save_figure",
    "symbol",
    "theory_figure",
    "theory_title",
]

#: One per teacher unit, then repeated: distinguishable with any colour vision, the first three in
#: grey too (Tol's high-contrast scheme, then colours of Okabe and Ito).
COLOURS = ("#004488", "#BB5566", "#DDAA33", "#009E73", "#CC79A7", "#56B4E9", "#000000")
#: One per unit of the learner, then repeated.
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
ONE_COLUMN, TWO_COLUMNS = 3.4, 7.0  #: inches: widths of a figure in a journal
ROW = 2.35  #: inches: the height of a row of panels
STYLE: Any = {
    "font.size": 8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 9,
    "legend.frameon": False,
    "legend.fontsize": 6.5,
    "legend.handlelength": 1.6,
    "legend.columnspacing": 1.0,
    "legend.handletextpad": 0.5,
    "font.family": "serif",
    "font.serif": ["STIXGeneral"],
    "mathtext.fontset": "stix",
    "pdf.fonttype": 42,  # TrueType: journals refuse Type 3
    "svg.hashsalt": "orderode",
}
DASHED: dict[str, Any] = {"lw": 0.8, "ls": (0, (4, 2))}
GREEK = (
    "alpha|beta|gamma|delta|epsilon|eta|theta|kappa|lambda|mu|nu|rho|sigma|tau|phi|chi|psi|omega"
)
MOST_MARKS = 12  #: of changing rates
LARGEST = 1e200  #: of an axis: of a logarithmic one of more the next tick is no double
MARKED = 21  # times along the axis: more would hide the line


def comparison_figure(comparison: TrajectoryComparison) -> Figure:
    """eps_g, Q and R over alpha: theory, and mean and standard deviation over runs; a second row
    for runs beside.

    Dashed in the first row: the mean over runs of the theory restarted from each run's last
    recorded state.  Shaded: the theory plus and minus one predicted standard deviation, where that
    is valid.
    """
    rows: list[tuple[Runs, Residuals | None, Band | None, str]] = [
        (comparison.judged, comparison.restarted, comparison.band, _judged_title(comparison))
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
            part.suptitle(title, fontsize=8)
            axes = part.subplots(1, 3)
            if band is not None:
                _draw_band(axes, runs.theory, band)
            if comparison.problem.facts.of_tasks:
                _draw_errors(axes[0], comparison.problem, comparison.theory, runs)
            else:
                _draw_error(axes[0], comparison.theory, runs, restarted)
            _draw_Q(axes[1], comparison.theory, runs, restarted)
            _draw_R(axes[2], comparison.theory, runs, restarted)
            _mark_phases(axes, comparison.problem, float(comparison.theory.alpha[-1]))
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
            part.suptitle(title, fontsize=8)
            axes = part.subplots(1, columns)
            if problem is not None and problem.facts.of_tasks:
                _draw_errors(axes[0], problem, t)
            else:
                axes[0].plot(t.alpha, t.eps_g, color="black", lw=1.2)
                _logarithmic(axes[0], t.eps_g)
                _label(axes[0], r"$\varepsilon_g$")
            if problem is not None:
                _mark_phases(axes, problem, float(t.alpha[-1]))
            for axis, values, name in (
                (axes[1], t.R, r"$R_{kn}$"),
                (axes[2], t.rho(T), r"$\rho_{kn}$"),
            ):
                _lines(axis, t.alpha, values)
                _label(axis, name)
            if t.R.ndim == 3:
                _teacher_legend(axes[1], t.R.shape[2])
            for axis, name in zip(axes[3:], more, strict=True):
                if name in t.states.names:
                    _elements(axis, t.alpha, getattr(t, name))
                head = re.fullmatch("w([0-9])", name)
                _label(axis, f"$w^{head[1]}_k$" if head else symbol(name))
    return figure


def adaptation_figure(comparison: AdaptationComparison) -> Figure:
    """eps_g against inner steps on each representation; dotted, the error of the best head on
    it."""
    p = comparison.problem
    with mpl.rc_context(STYLE), np.errstate(over="ignore"):
        figure = Figure(figsize=(1.4 * ONE_COLUMN, 2.6), layout="constrained")
        axis = figure.subplots()
        for colour, r in zip(COLOURS, comparison.representations, strict=False):
            axis.plot(r.curve, "o-", color=colour, ms=3, lw=1.0, label=r.name)
            _logarithmic(axis, r.curve)
            axis.axhline(r.eps_rep, color=colour, lw=0.8, ls=":")
        axis.set_xlabel("inner steps")
        axis.set_ylabel(r"$\varepsilon_g$ on fresh tasks")
        axis.xaxis.set_major_locator(MaxNLocator(integer=True))
        title = f"trained to $\\alpha={p.require_run().alpha_end:g}$ by"
        axis.legend(title=title, loc="center left", bbox_to_anchor=(1.0, 0.5))
        rate = p.facts.rate_of_inner or ""
        eta = _valued(rate, p.parameters.get(rate))
        axis.set_title(f"{p.activation_text}: K = {p.K}, M = {p.M}, {eta}; dotted: best head")
    return figure


def save_figure(figure: Figure, *paths: Path) -> None:
    """Write a .png or .pdf, or both with the same places of all in them: whole or not at all,
    without a date."""
    for path in paths:
        buffer = io.BytesIO()
        metadata = {"CreationDate": None} if path.suffix == ".pdf" else {"Software": None}
        with mpl.rc_context(STYLE), np.errstate(over="ignore"):
            _bound(figure)
            figure.savefig(buffer, format=path.suffix[1:], dpi=160, metadata=metadata)
            figure.set_layout_engine("none")  # places are found once, which takes half of the time
        write_whole(path, buffer.getvalue())


def _bound(figure: Figure) -> None:
    """Axes of a theory that blows up: it has values up to where doubles end."""
    for axis in figure.axes:
        for limits, bounded in ((axis.get_xlim(), axis.set_xlim), (axis.get_ylim(), axis.set_ylim)):
            low, high = np.clip(limits, -LARGEST, LARGEST)
            if max(map(abs, limits)) > LARGEST and low < high:  # else all of it lies beyond
                bounded(low, high)


def _judged_title(comparison: TrajectoryComparison) -> str:
    s, p = comparison.judged.simulation, comparison.problem
    return (
        f"{_setting(p)}, {comparison.judged.label}; {s.R.shape[1]} runs at N = {s.N}:"
        f" {comparison.verdict}"
    )


def symbol(name: str) -> str:
    """The name of a parameter in a figure: `eta_J` and `alpha0` as symbols, others as they are."""
    if name.startswith("eps_"):
        return rf"$\varepsilon_{{\mathrm{{{name[4:]}}}}}$"
    short = re.fullmatch("([a-z])_([a-z]+)", name)  # p_second
    if short is not None:
        return rf"${short[1]}_{{\mathrm{{{short[2]}}}}}$"
    found = re.fullmatch(rf"({GREEK})(?:_(\w+)|(\d+))?", name)
    if found is None:
        return name
    letter, below = found[1], found[2] or found[3]
    if below is None:
        return rf"$\{letter}$"
    return rf"$\{letter}_{below}$" if len(below) == 1 else rf"$\{letter}_{{{below}}}$"


def _valued(name: str, value: Any) -> str:
    """A parameter and its value, `$\\eta_J=0.2$`."""
    written = symbol(name)
    return f"{written[:-1]}={value:g}$" if written.endswith("$") else f"{written} = {value:g}"


def _setting(problem: Any) -> str:
    """Model, activation, sizes, and those of the rates that the model has."""
    moving = problem.facts.rate_of_start if problem.trains_start else None
    names = (problem.facts.rate, problem.facts.rate_of_inner, moving)
    rates = "".join(
        f", {_valued(name, problem.parameters[name])}" for name in names if name is not None
    )
    return (
        f"{problem.model_name}, {problem.activation_text}: K = {problem.K}, M = {problem.M}{rates}"
    )


def _draw_band(axes: Sequence[Axes], theory: Trajectory, band: Band) -> None:
    """Theory plus and minus one predicted standard deviation, on the axes of eps_g, Q and R."""
    f = band.predicted
    error, Q, R = axes
    if f.valid[1:].sum() < 2:
        return  # nothing to shade

    def shade(axis: Axes, centre: Array, sd: Array, colour: str, label: str | None = None) -> None:
        sd = np.where(f.valid, sd, np.nan)
        axis.fill_between(
            f.alpha, centre - sd, centre + sd, color=colour, alpha=0.2, lw=0, label=label
        )

    shade(error, theory.eps_g, f.sd_eps_g, "black", "predicted s.d.")
    for k, l in zip(*np.triu_indices(theory.Q.shape[1]), strict=True):
        shade(Q, theory.Q[:, k, l], f.sd_Q[:, k, l], COLOURS[0] if k == l else COLOURS[1])
    for k, n in np.ndindex(*theory.R.shape[1:]):
        shade(R, theory.R[:, k, n], f.sd_R[:, k, n], COLOURS[n % len(COLOURS)])


def _draw_error(axis: Axes, theory: Trajectory, runs: Runs, restarted: Residuals | None) -> None:
    s = runs.simulation
    axis.plot(theory.alpha, theory.eps_g, color="black", lw=1.2, label="theory")
    _logarithmic(axis, theory.eps_g)
    if restarted is not None:
        predicted = restarted.predicted_eps_g.mean(axis=1)
        axis.plot(s.alpha[1:], predicted, color="black", label="restarted theory", **DASHED)
    _marks(axis, s.alpha, s.eps_g, "black", label="simulation, s.d.", positive=True)
    _legend_above(axis, columns=2)
    _label(axis, r"$\varepsilon_g$")


def _draw_errors(axis: Axes, problem: Any, theory: Trajectory, runs: Runs | None = None) -> None:
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
    _logarithmic(axis, theory.eps_g)
    _legend_above(axis, columns=2)
    _label(axis, r"$\varepsilon$ of each task")


def _mark_phases(axes: Sequence[Axes], problem: Any, end: float) -> None:
    """Where rates change, unless that is more often than an eye can count."""
    changes = [stage.start for stage in problem.stages(end)][1:]
    for axis in axes if len(changes) <= MOST_MARKS else ():
        for alpha in changes:
            axis.axvline(alpha, color="0.6", lw=0.7, ls=":", zorder=0)


def _draw_Q(axis: Axes, theory: Trajectory, runs: Runs, restarted: Residuals | None) -> None:
    alpha = runs.simulation.alpha
    predicted = (
        None if restarted is None else runs.relabelled_Q(restarted.predicted_Q, restarted.runs)
    )
    if theory.Q.ndim > 3:
        units = list(combinations_with_replacement(range(theory.Q.shape[-1]), 2))
        _draw_within(axis, theory, theory.Q, runs, runs.Q, predicted, units)
        _label(axis, r"$Q^{(h)}_{kl}$")
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
    _legend_above(axis, columns=2)
    _label(axis, r"$Q_{kl}$")


def _draw_R(axis: Axes, theory: Trajectory, runs: Runs, restarted: Residuals | None) -> None:
    alpha = runs.simulation.alpha
    predicted = (
        None if restarted is None else runs.relabelled_R(restarted.predicted_R, restarted.runs)
    )
    if theory.R.ndim > 3:
        units = list(np.ndindex(*theory.R.shape[-2:]))
        _draw_within(axis, theory, theory.R, runs, runs.R, predicted, units)
        _label(axis, r"$R^{(h)}_{kn}$")
        return
    _lines(axis, theory.alpha, theory.R)
    for k, n in np.ndindex(*theory.R.shape[1:]):
        colour = COLOURS[n % len(COLOURS)]
        if predicted is not None:
            axis.plot(alpha[1:], predicted[:, :, k, n].mean(axis=1), color=colour, **DASHED)
        _marks(axis, alpha, runs.R[:, :, k, n], colour, MARKERS[k % len(MARKERS)])
    _units_legend(axis, *theory.R.shape[1:])
    _label(axis, r"$R_{kn}$")


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
    _legend_above(axis, columns=min(values.shape[1], 4))


def _logarithmic(axis: Axes, values: Array) -> None:
    """Where something is above zero, which it is not for a student that knows everything."""
    if (values > 0).any():
        axis.set_yscale("log")


def _lines(axis: Axes, alpha: Array, values: Array) -> None:
    if values.ndim > 3:  # a colour for each block of the inputs
        values = values.swapaxes(1, 2).swapaxes(2, 3).reshape(len(alpha), -1, values.shape[1])
    for k, n in np.ndindex(*values.shape[1:]):
        axis.plot(alpha, values[:, k, n], color=COLOURS[n % len(COLOURS)], lw=1.0)


def _elements(axis: Axes, alpha: Array, values: Array) -> None:
    """An order parameter (n, ...): of a matrix the columns by colours, a vector in black."""
    if values.ndim == 3:
        _lines(axis, alpha, values)
    else:
        axis.plot(alpha, values.reshape(len(alpha), -1), color="black", lw=1.0)


def _marks(
    axis: Axes,
    alpha: Array,
    values: Array,
    colour: str,
    marker: str = MARKERS[0],
    label: str | None = None,
    *,
    positive: bool = False,
) -> None:
    """Mean over the finite runs, with their standard deviation, at every so many recorded times.

    Where mean - s.d. is negative, bars of positive values end at the least of them: on a
    logarithmic axis the other end has no place.
    """
    kept = values[:, np.isfinite(values).all(axis=0)]
    if not kept.shape[1]:
        return
    every = slice(None, None, max(1, len(alpha) // MARKED))
    mean, spread = kept.mean(axis=1)[every], kept.std(axis=1)[every]
    below = np.where(spread < mean, spread, mean - kept.min(axis=1)[every]) if positive else spread
    options: dict[str, Any] = {
        "ms": 2.6,
        "elinewidth": 0.6,
        "mew": 0.6,
        "mfc": "white",
        "zorder": 3,
    }
    axis.errorbar(
        alpha[every], mean, [below, spread], fmt=marker, color=colour, label=label, **options
    )


def _teacher_legend(axis: Axes, M: int) -> None:
    for n in range(M):
        axis.plot([], [], color=COLOURS[n % len(COLOURS)], label=f"$n={n + 1}$")
    _legend_above(axis, columns=M)


def _units_legend(axis: Axes, K: int, M: int) -> None:
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
    _legend_above(axis, columns=max(K, M))


def _legend_above(axis: Axes, columns: int) -> None:
    """Above the panel, where it hides no data."""
    axis.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=columns, borderaxespad=0.2)


def _label(axis: Axes, name: str) -> None:
    axis.set_xlabel(r"$\alpha = t/N$")
    axis.set_ylabel(name)

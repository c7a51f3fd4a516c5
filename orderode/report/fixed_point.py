"""Figures of fixed-point problems: learning curves with theory lines and simulated markers."""

from __future__ import annotations

from collections.abc import Sequence

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..certify.fixed_point import CurveComparison
from ..certify.fixed_point_runs import SimulatedCurve, standard_error
from ..problems.fixed_point import FixedPointProblem
from ..theory.fixed_point import Curve
from .style import COLOURS, ROW, STYLE, TWO_COLUMNS

__all__ = ["comparison_figure", "draw_comparison", "draw_curve", "theory_figure"]

LABELS = {"test_error": "mean square test error", "train_error": "mean square training error"}


def comparison_figure(c: CurveComparison) -> Figure:
    """Test and training error over alpha."""
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(TWO_COLUMNS, 3.1), layout="constrained")
        figure.suptitle(_title(c), fontsize=8)
        axes = figure.subplots(1, 2)
        draw_comparison(axes, c)
        handles, labels = axes[0].get_legend_handles_labels()
        names = [str(x) for x in labels]
        figure.legend(handles, names, loc="outside lower center", ncols=3)
    return figure


def draw_comparison(axes: Sequence[Axes], c: CurveComparison) -> None:
    """On two axes the errors; for one_step both levels, and the kernel regime without the step."""
    stepped = c.problem.stepped
    theory = f"theory, level {c.theory.level}" if stepped else "theory"
    measured = "simulation" + (", with the step" if stepped else "")
    for axis, (name, label) in zip(axes, LABELS.items(), strict=True):
        _line(axis, c.line, name, COLOURS[0], "-", theory)
        if c.other_line is not None:
            other = f"theory, level {c.other_line.level}"
            _line(axis, c.other_line, name, COLOURS[0], ":", other)
        _markers(axis, c.simulation, name, COLOURS[0], measured)
        if c.kernel_line is not None and c.kernel_simulation is not None:
            _line(axis, c.kernel_line, name, COLOURS[1], "-", "theory, without the step")
            without = "simulation, without the step"
            _markers(axis, c.kernel_simulation, name, COLOURS[1], without)
        _finished(axis, label)


def draw_curve(axes: Sequence[Axes], curve: Curve) -> None:
    """On two axes the errors, on a third lambda."""
    for axis, (name, label) in zip(axes, LABELS.items(), strict=False):
        axis.plot(curve.alpha, curve.values[name], ".-", color=COLOURS[0], ms=4, lw=1.2)
        _finished(axis, label)
    for axis in axes[len(LABELS) :]:
        axis.plot(curve.alpha, curve.ridge, ".-", color=COLOURS[1], ms=4, lw=1.2)
        axis.set_yscale("log")
        axis.set_xlabel(r"$\alpha=n/d$")
        axis.set_ylabel(r"$\lambda$")


def _finished(axis: Axes, label: str) -> None:
    axis.set_xlabel(r"$\alpha=n/d$")
    axis.set_ylabel(label)
    axis.set_ylim(bottom=0)


def theory_figure(curves: Sequence[tuple[FixedPointProblem, Curve]]) -> Figure:
    """Test and training error over alpha, each problem a row; beside them lambda, where one of them
    asks for the best."""
    searched = any(isinstance(p.ridge, str) for p, _ in curves)
    columns = 3 if searched else 2
    with mpl.rc_context(STYLE):
        size = (TWO_COLUMNS / 2 * columns, ROW * len(curves))
        figure = Figure(figsize=size, layout="constrained")
        parts = figure.subfigures(len(curves), 1, squeeze=False)[:, 0]
        for part, (p, curve) in zip(parts, curves, strict=True):
            failed = sum(np.isnan(curve.test_error))
            part.suptitle(_setting(p) + (f": {failed} points failed" if failed else ""), fontsize=8)
            draw_curve(part.subplots(1, columns), curve)
    return figure


def _title(c: CurveComparison) -> str:
    p, s = c.problem, c.simulation
    return f"{_setting(p)}\n{s.test_error.shape[1]} networks at d = {s.d}: {c.verdict}"


def _setting(p: FixedPointProblem) -> str:
    """The model and what its problem says."""
    ridge = r"best $\lambda$" if isinstance(p.ridge, str) else rf"$\lambda={p.ridge:g}$"
    features = (
        rf"$\alpha_0={p.alpha0:g}$, $\eta={p.eta:g}$"
        if p.stepped
        else rf"$u={_listed(p.u)}$, $\gamma={p.gamma:g}$, $c={_listed(p.c)}$"
    )
    if p.groups > 1:
        features += rf", shares $\{{{', '.join(f'{x:g}' for x in p.fractions)}\}}$"
    level = f", level {p.level}" if p.stepped else ""
    theory = "" if p.finite_d is None else f"; theory corrected for d = {p.finite_d:g}"
    return (
        f"{p.model}, {p.activation}/{p.target}: {features}, $\\beta={p.beta:g}$, {ridge}, noise"
        f" {p.noise:g}{level}{theory}"
    )


def _listed(values: tuple[float, ...]) -> str:
    """One number where all are the same."""
    text = [f"{v:g}" for v in values]
    return text[0] if len(set(text)) == 1 else r"\{" + ", ".join(text) + r"\}"


def _line(axis: Axes, curve: Curve, name: str, colour: str, style: str, label: str) -> None:
    axis.plot(curve.alpha, curve.values[name], color=colour, ls=style, lw=1.2, label=label)


def _markers(axis: Axes, s: SimulatedCurve, name: str, colour: str, label: str) -> None:
    values = s.test_error if name == "test_error" else s.train_error
    mean, error = values.mean(axis=1), standard_error(values)
    axis.errorbar(
        s.alpha, mean, error, fmt="o", ms=3, lw=0.8, color=colour, mfc="none", label=label
    )

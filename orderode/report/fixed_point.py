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
from .plots import COLOURS, STYLE

__all__ = ["comparison_figure", "theory_figure"]

LABELS = {"test_error": "mean square test error", "train_error": "mean square training error"}


def comparison_figure(c: CurveComparison) -> Figure:
    """Test and training error over alpha; for one_step both levels, and the kernel regime without
    the step."""
    p = c.problem
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(8.0, 3.4), layout="constrained")
        figure.suptitle(_title(c), fontsize=9)
        axes = figure.subplots(1, 2)
        for axis, name in zip(axes, ("test_error", "train_error"), strict=True):
            stepped = p.stepped
            _line(
                axis,
                c.line,
                name,
                COLOURS[0],
                "-",
                f"theory, level {c.theory.level}" if stepped else "theory",
            )
            if c.other_line is not None:
                _line(
                    axis, c.other_line, name, COLOURS[0], ":", f"theory, level {c.other_line.level}"
                )
            _markers(
                axis,
                c.simulation,
                name,
                COLOURS[0],
                "simulation" + (", with the step" if stepped else ""),
            )
            if c.kernel_line is not None and c.kernel_simulation is not None:
                _line(axis, c.kernel_line, name, COLOURS[1], "-", "theory, without the step")
                _markers(
                    axis, c.kernel_simulation, name, COLOURS[1], "simulation, without the step"
                )
            axis.set_xlabel(r"$\alpha=n/d$")
            axis.set_ylim(bottom=0)
        for axis, label in zip(axes, LABELS.values(), strict=True):
            axis.set_ylabel(label)
        axes[0].legend(fontsize=7)
    return figure


def theory_figure(curves: Sequence[tuple[FixedPointProblem, Curve]]) -> Figure:
    """Test and training error over alpha, each problem a row; beside them lambda, where one of them
    asks for the best."""
    searched = any(isinstance(p.ridge, str) for p, _ in curves)
    columns = 3 if searched else 2
    with mpl.rc_context(STYLE):
        size = (3.6 * columns, 0.4 + 2.75 * len(curves))
        figure = Figure(figsize=size, layout="constrained")
        parts = figure.subfigures(len(curves), 1, squeeze=False)[:, 0]
        for part, (p, curve) in zip(parts, curves, strict=True):
            failed = sum(np.isnan(curve.test_error))
            part.suptitle(_setting(p) + (f": {failed} points failed" if failed else ""), fontsize=9)
            axes = part.subplots(1, columns)
            for axis, name in zip(axes, LABELS, strict=False):
                axis.plot(curve.alpha, curve.values[name], ".-", color=COLOURS[0], ms=4, lw=1.2)
                axis.set_ylim(bottom=0)
                axis.set_ylabel(LABELS[name])
            if searched:
                axes[2].plot(curve.alpha, curve.ridge, ".-", color=COLOURS[1], ms=4, lw=1.2)
                axes[2].set_yscale("log")
                axes[2].set_ylabel(r"$\lambda$")
            for axis in axes:
                axis.set_xlabel(r"$\alpha=n/d$")
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

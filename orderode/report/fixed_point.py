"""Figures of fixed-point problems: learning curves with theory lines and simulated markers."""

from __future__ import annotations

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..certify.fixed_point import Comparison
from ..certify.fixed_point_runs import SimulatedCurve, standard_error
from ..theory.fixed_point import Curve
from .plots import COLOURS, STYLE

__all__ = ["comparison_figure"]


def comparison_figure(c: Comparison) -> Figure:
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
        axes[0].set_ylabel("mean square test error")
        axes[1].set_ylabel("mean square training error")
        axes[0].legend(fontsize=7)
    return figure


def _title(c: Comparison) -> str:
    p, s = c.problem, c.simulation
    ridge = r"best $\lambda$" if isinstance(p.ridge, str) else rf"$\lambda={p.ridge:g}$"
    features = (
        rf"$\alpha_0={p.alpha0:g}$, $\eta={p.eta:g}$"
        if p.stepped
        else rf"$u={_listed(p.u)}$, $\gamma={p.gamma:g}$, $c={_listed(p.c)}$"
    )
    if p.groups > 1:
        features += rf", shares $\{{{', '.join(f'{x:g}' for x in p.fractions)}\}}$"
    theory = "" if p.finite_d is None else f"theory corrected for d = {p.finite_d:g}; "
    verdict = "agree" if c.agrees else "disagree"
    return (
        f"{p.model}, {p.activation}/{p.target}: {features}, $\\beta={p.beta:g}$, {ridge}, noise"
        f" {p.noise:g}\n{theory}{s.test_error.shape[1]} networks at d = {s.d}: {verdict}"
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

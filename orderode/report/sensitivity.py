"""Figure of how a trajectory answers small changes."""

from __future__ import annotations

from collections.abc import Sequence

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..solvers.base import Array
from ..theory.gradient import Gradient
from ..theory.sensitivity import Sensitivities
from .style import COLOURS, ROW, STYLE, TWO_COLUMNS, in_math, legend_above, symbol

__all__ = ["draw_gradient", "draw_sensitivities", "gradient_figure", "sensitivity_figure"]

SEEN = 1e-3  #: of the largest answer, below which a parameter has no line
MOST = len(COLOURS)  #: lines for parameters; and singular values
LEAST = 1e-4  #: below which singular values are not drawn


def sensitivity_figure(found: Sensitivities) -> Figure:
    """How eps_g answers parameters, and how changes of the state grow, over alpha."""
    p = found.problem
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(TWO_COLUMNS, ROW), layout="constrained")
        draw_sensitivities(figure.subplots(1, 2), found)
        title = in_math(f"{p.model_name}, {p.activation_text}: K = {p.K}, M = {p.M}")
        figure.suptitle(f"{title}; sensitivities", fontsize=8)
    return figure


def draw_sensitivities(axes: Sequence[Axes], found: Sensitivities) -> None:
    """On two axes: by how many per cent eps_g answers one per cent of each parameter; and the
    singular values of d state(alpha)/d state(0), the time in which they grow the most shaded."""
    left, right = axes
    alpha, eps = found.alpha, found.trajectory.eps_g
    _draw_answers(left, alpha, found.eps_g_by_parameter * found.values / eps[:, None], found)
    left.set_ylabel(r"$\partial\ln\varepsilon_g/\partial\ln$ parameter")
    grown = np.exp(found.exponents * alpha[:, None])[1:]
    for i in range(min(MOST, grown.shape[1])):
        kept = np.where(grown[:, i] > LEAST, grown[:, i], np.nan)
        right.plot(alpha[1:], kept, color="black" if i == 0 else "0.6", lw=1.3 - 0.5 * (i > 0))
    if found.growth is not None:
        right.axvspan(found.growth.start, found.growth.end, color=COLOURS[2], alpha=0.2, lw=0)
    right.axhline(1, color="black", lw=0.5)
    right.set_yscale("log")
    right.set_ylabel(r"growth of changes since $\alpha = 0$")
    for axis in (left, right):
        axis.set_xlabel(r"$\alpha$")
        axis.set_xlim(0, alpha[-1])


def _draw_answers(
    axis: Axes, alpha: Array, answers: Array, found: Sensitivities | Gradient
) -> None:
    """Answers (n, p) to parameters, the largest ones."""
    sizes = np.nan_to_num(np.abs(answers)).max(axis=0, initial=0.0)
    order = np.argsort(-sizes, kind="stable")[:MOST]
    for i, colour in zip(sorted(order), COLOURS, strict=False):
        if sizes[i] > SEEN * sizes.max():
            name, _, since = found.parameters[i].partition(" from ")
            label = rf"{symbol(name)} from {since}" if since else symbol(name)
            axis.plot(alpha, answers[:, i], color=colour, lw=1.3, label=label)
    axis.axhline(0, color="black", lw=0.5)
    if axis.get_legend_handles_labels()[0]:
        legend_above(axis, columns=4)


def gradient_figure(found: Gradient) -> Figure:
    """What a number at the end answers to, over the alpha of the change."""
    p = found.problem
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(TWO_COLUMNS, ROW), layout="constrained")
        draw_gradient(figure.subplots(1, 2), found)
        title = in_math(f"{p.model_name}, {p.activation_text}: K = {p.K}, M = {p.M}")
        when = "on average" if found.mean else "at the end"
        figure.suptitle(f"{title}; {symbol(found.of)} {when}", fontsize=8)
    return figure


def in_symbols(name: str) -> str:
    """An observable within a formula."""
    written = symbol(name)
    return written.strip("$") if "$" in written else rf"\mathrm{{{written}}}".replace("_", r"\_")


def draw_gradient(axes: Sequence[Axes], found: Gradient) -> None:
    """On two axes, over alpha: by how many per cent the number answers one per cent of each
    parameter from there on; and the slopes with respect to the state there, black their norm."""
    left, right = axes
    scale = found.value or 1.0
    _draw_answers(left, found.alpha, found.by_parameter * found.values / scale, found)
    name = in_symbols(found.of)
    left.set_ylabel(rf"$\partial\ln {name}/\partial\ln$ parameter from $\alpha$ on")
    sizes = np.linalg.norm(found.by_state, axis=1)
    for row in np.abs(found.by_state.T):
        right.plot(found.alpha, np.where(row > LEAST * sizes, row, np.nan), color="0.6", lw=0.8)
    right.plot(found.alpha, np.where(sizes > 0, sizes, np.nan), color="black", lw=1.3)
    right.set_yscale("log")
    right.set_ylabel(rf"$|\partial {name}/\partial$ state at $\alpha|$")
    for axis in (left, right):
        axis.set_xlabel(r"$\alpha$")
        axis.set_xlim(0, found.alpha[-1])

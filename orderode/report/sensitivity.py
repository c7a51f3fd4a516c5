"""Figure of how a trajectory answers small changes."""

from __future__ import annotations

import matplotlib as mpl
import numpy as np
from matplotlib.figure import Figure

from ..theory.sensitivity import Sensitivities
from .plots import COLOURS, ROW, STYLE, TWO_COLUMNS, symbol

__all__ = ["sensitivity_figure"]

SEEN = 1e-3  #: of the largest answer, below which a parameter has no line
MOST = len(COLOURS)  #: lines for parameters; and singular values
LEAST = 1e-4  #: below which singular values are not drawn


def sensitivity_figure(found: Sensitivities) -> Figure:
    """By how many per cent eps_g answers one per cent of each parameter, over alpha; and the
    singular values of d state(alpha)/d state(0), the time in which they grow the most shaded."""
    alpha, eps = found.alpha, found.trajectory.eps_g
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(TWO_COLUMNS, ROW), layout="constrained")
        left, right = figure.subplots(1, 2)
        answers = found.eps_g_by_parameter * found.values / eps[:, None]
        sizes = np.nan_to_num(np.abs(answers)).max(axis=0, initial=0.0)
        order = np.argsort(-sizes, kind="stable")[:MOST]
        for i, colour in zip(sorted(order), COLOURS, strict=False):
            if sizes[i] > SEEN * sizes.max():
                name, _, since = found.parameters[i].partition(" from ")
                label = rf"{symbol(name)} from {since}" if since else symbol(name)
                left.plot(alpha, answers[:, i], color=colour, lw=1.3, label=label)
        left.axhline(0, color="black", lw=0.5)
        left.set_ylabel(r"$\partial\ln\varepsilon_g/\partial\ln$ parameter")
        if left.get_legend_handles_labels()[0]:
            left.legend()
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
        p = found.problem
        figure.suptitle(
            f"{p.model_name}, {p.activation_text}: K = {p.K}, M = {p.M}; sensitivities", fontsize=8
        )
    return figure

"""Figure of an optimised schedule."""

from __future__ import annotations

from collections.abc import Sequence

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..solvers.base import Array
from ..theory.integrate import Trajectory, followed, observables
from ..theory.optimise import Optimised, written_values
from .style import COLOURS, ROW, STYLE, TWO_COLUMNS, in_math, legend_above, logarithmic, symbol

__all__ = ["draw_optimised", "optimised_figure"]


def optimised_figure(found: Optimised) -> Figure:
    """The rates over alpha, and eps_g."""
    p, what = found.problem, f"{_of(found)} on average" if found.mean else "the end"
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(TWO_COLUMNS, ROW), layout="constrained")
        draw_optimised(figure.subplots(1, 2), found)
        sizes = in_math(f"K = {p.K}, M = {p.M}")
        title = f"{p.model_name}, {p.activation_text}: {sizes}; rates for the least"
        whole = f"{title} {what}" if found.mean else f"{title} {_of(found)} at {what}"
        figure.suptitle(whole, fontsize=8)
    return figure


def draw_optimised(axes: Sequence[Axes], found: Optimised) -> None:
    """On two axes: the rates, dotted the best constant ones; and eps_g of both."""
    left, right = axes
    run = found.problem.require_run()
    ends = np.append(found.alphas, run.alpha_end)
    names = [name for name, _, _ in found.bounds]
    rates = written_values(found.problem, dict(zip(names, found.constant.tolist(), strict=True)))
    constant = followed(found.problem.with_changes(schedule=None, parameters=rates), found.backend)
    best = followed(found.problem, found.backend)
    for name, row, x, colour in zip(names, found.values, found.constant, COLOURS, strict=False):
        if found.linear:
            left.plot(found.alphas, row, color=colour, lw=1.3, label=symbol(name))
        else:
            left.stairs(row, ends, baseline=None, color=colour, lw=1.3, label=symbol(name))
        left.axhline(x, color=colour, lw=0.8, ls=":")
    left.set_ylabel("rates; dotted: best constant ones")
    left.set_ylim(bottom=0)
    legend_above(left, columns=4)
    right.plot(
        constant.alpha, _measured(found, constant), color="black", lw=0.8, ls=":", label="constant"
    )
    right.plot(best.alpha, _measured(found, best), color="black", lw=1.3, label="schedule")
    logarithmic(right, _measured(found, best))
    right.set_ylabel(_of(found))
    legend_above(right, columns=2)
    for axis in (left, right):
        axis.set_xlabel(r"$\alpha$")
        axis.set_xlim(0, run.alpha_end)


def _of(found: Optimised) -> str:
    """What was made small, in symbols."""
    names = [symbol(name) for name in found.of]
    return names[0] if len(names) == 1 else f"mean of {', '.join(names)}"


def _measured(found: Optimised, t: Trajectory) -> Array:
    """The same (n,) along a trajectory."""
    there = {"eps_g": t.eps_g}
    if found.of != ("eps_g",):
        there |= observables(found.problem, t.alpha, t.states, found.backend)
    return np.mean([there[name] for name in found.of], axis=0)

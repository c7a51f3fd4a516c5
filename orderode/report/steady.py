"""Figures of steady states along a parameter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..steady.branches import Branches
from ..steady.curve import Curve, Point
from .style import COLOURS, ROW, STYLE, TWO_COLUMNS, in_math, logarithmic, symbol

__all__ = ["branches_figure", "draw_branches"]

STABLE: dict[str, Any] = {"lw": 1.3, "ls": "-"}
UNSTABLE: dict[str, Any] = {"lw": 0.8, "ls": "--"}
MARK: dict[str, Any] = {"ms": 4, "mfc": "white", "mew": 0.8}
MARKS = {"fold": "^", "branch point": "o", "Hopf point": "D"}


def branches_figure(found: Branches) -> Figure:
    """eps_g and the largest real part of an eigenvalue over the parameter."""
    p = found.problem
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(TWO_COLUMNS, ROW), layout="constrained")
        draw_branches(figure.subplots(1, 2), found)
        figure.suptitle(
            in_math(f"{p.model_name}, {p.activation_text}: K = {p.K}, M = {p.M}; steady states"),
            fontsize=8,
        )
    return figure


def draw_branches(axes: Sequence[Axes], found: Branches) -> None:
    """On two axes, a colour for each branch: stable parts as lines, unstable ones dashed, events
    marked."""
    error, rate = axes
    curves = [curve for curve in found.curves if len(curve.points) > 1]
    for curve, colour in zip(curves, _colours(), strict=False):
        for stable, part in _parts(curve):
            values = [p.value for p in part]
            style = {"color": colour, **(STABLE if stable else UNSTABLE)}
            error.plot(values, [p.eps_g for p in part], **style)
            rate.plot(values, [p.rate for p in part], **style)
        for event in curve.events:
            _mark(error, event.kind, event.point.value, event.point.eps_g, colour)
            _mark(rate, event.kind, event.point.value, event.point.rate, colour)
    rate.axhline(0, color="black", lw=0.5)
    _legend(error, found.curves)
    eps = found.arrays()["eps_g"]
    if eps.size and eps.min() > 0 and eps.max() > 30 * eps.min():
        logarithmic(error, eps)
    for axis in (error, rate):
        axis.set_xlabel(symbol(found.parameter))
        axis.set_xlim(found.low, found.high)
    error.set_ylabel(r"$\varepsilon_g$")
    rate.set_ylabel(r"largest $\mathrm{Re}\,\lambda$")


def _colours() -> Iterator[str]:
    while True:
        yield from COLOURS


def _parts(curve: Curve) -> Iterator[tuple[bool, list[Point]]]:
    """Stretches of one stability, each with the first point of the next, so that no gap is left."""
    pieces = [(k, list(part)) for k, part in groupby(curve.points, lambda p: p.unstable == 0)]
    for i, (stable, part) in enumerate(pieces):
        following = pieces[i + 1][1][:1] if i + 1 < len(pieces) else []
        yield stable, [*part, *following]


def _mark(axis: Axes, kind: str, x: float, y: float, colour: str) -> None:
    axis.plot(x, y, MARKS[kind], color=colour, zorder=3, **MARK)


def _legend(axis: Axes, curves: Sequence[Curve]) -> None:
    kinds: set[str] = set()
    for curve in curves:
        kinds.update(event.kind for event in curve.events)
    axis.plot([], [], color="black", label="stable", **STABLE)
    axis.plot([], [], color="black", label="unstable", **UNSTABLE)
    for kind in sorted(kinds):
        axis.plot([], [], MARKS[kind], color="black", label=kind, **MARK)
    axis.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=5, borderaxespad=0.2)

"""Figures of a sweep: lines along its last axis, or heat maps over its last two; a panel for each
value of the rest."""

from __future__ import annotations

import itertools
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import Colormap, LogNorm
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.ticker import FuncFormatter
from numpy.typing import NDArray

from ..errors import NotAvailable
from ..report.style import COLOURS, STYLE, in_decades, logarithmic, symbol, valued
from .result import SweepResult
from .words import LAST, QUANTITIES

__all__ = ["sweep_figure"]

Values = NDArray[Any]

LABELS = {
    "test_error": "test error",
    "train_error": "training error",
    "ridge": r"$\lambda$",
    "carrying_per_d": "samples that carry the limit, over d",
    LAST: r"$\varepsilon_g$ after the last step",
}
#: Dimension of each quantity that can be drawn, beside the axes; the first that there is is drawn.
DRAWN = {"crossing": "level", "eps_g": "alpha", LAST: "", **dict.fromkeys(QUANTITIES, "")}
KEYS = {"crossing": "crossings", "eps_g": "eps_g_at"}
OBSERVABLE = "observable"  #: the dimension of several
UNREACHED, FAILED = "#DDDDDD", "#D55E00"
SHORT = 9  # points: a shorter axis is not worth a map
MOST_PANELS = 30
ROOM = 1.8  # inches of a figure per decade of colours, for a label at every digit


def sweep_figure(
    found: SweepResult, quantity: str | None = None, kind: str | None = None
) -> Figure:
    """``quantity``: "crossing" or "eps_g", the first that there is unless given; of fixed points
    one of ``QUANTITIES``, the test error unless given, of giant steps ``LAST``; ``kind``: "lines"
    or "maps".  Where other observables are kept they are drawn in place of eps_g, a panel for
    each."""
    coordinates = {"level": found.level, "alpha": found.alpha}
    dimensions = dict(found.axes)
    there = [x for x, d in DRAWN.items() if x in found.arrays and (not d or len(coordinates[d]))]
    quantity = quantity or next(iter(there), "eps_g")
    along = DRAWN[quantity]
    if quantity not in there:
        key = KEYS.get(quantity, "") if quantity in found.arrays else ""
        remedy = f"add {key} to its [outputs]" if key else f"there is: {', '.join(there)}"
        raise NotAvailable(f"a figure of {quantity}", "the sweep has none", remedy)
    if along:
        dimensions[along] = coordinates[along]
    values = found[quantity]
    if quantity == "eps_g" and found.observables:
        dimensions = {OBSERVABLE: np.array(found.observables), **dimensions}
        values = np.stack([found[name] for name in found.observables])
    for place, name in reversed(list(enumerate(dimensions))):  # an axis with one value says nothing
        if len(dimensions[name]) == 1 and len(dimensions) > 1:
            values = values.take(0, axis=place)
            del dimensions[name]
    numeric = [name for name, x in dimensions.items() if name != along and x.dtype.kind in "iuf"]
    long = [name for name in numeric if len(dimensions[name]) >= SHORT]
    kind = kind or ("maps" if len(long) >= 2 else "lines")
    needed = 2 if kind == "maps" else 1
    chosen = (long if len(long) >= needed else numeric)[-needed:]
    if len(chosen) < needed:
        raise NotAvailable(
            f"a figure with {kind}",
            f"it needs {needed} axes of numbers",
            "use --as lines, or xarray",
        )
    draw = _maps if kind == "maps" else _lines
    with mpl.rc_context(STYLE):
        several = OBSERVABLE in dimensions  # which say what they are above their panels
        measured = r"$\varepsilon$" if several else _measured(quantity, found)
        return draw(dimensions, values, chosen, measured)


def _lines(
    dimensions: dict[str, Values], values: Values, chosen: list[str], measured: str
) -> Figure:
    (x,) = chosen
    rest = [name for name in dimensions if name != x]
    coloured = rest[-1:]
    figure, panels = _panels(dimensions, values, rest[:-1], coloured + [x])
    for axis, part, title in panels:
        rows = part if coloured else part[None]
        labels = [_says(coloured[0], v) for v in dimensions[coloured[0]]] if coloured else [None]
        for number, (row, label) in enumerate(zip(rows, labels, strict=True)):
            finite = np.where(np.isfinite(row), row, np.nan)
            axis.plot(
                dimensions[x],
                finite,
                ".-",
                color=_colour(number, len(labels)),
                ms=2.5,
                lw=1.0,
                label=label,
            )
        axis.set_title(title)
        axis.set_xlabel(symbol(x))
        axis.set_ylabel(measured)
        if _is_log(dimensions[x]):
            axis.set_xscale("log")
            in_decades(axis.xaxis)
        if not np.isfinite(part).any():
            _says_why_empty(axis, dimensions[x], part)
        elif not (_is_log(dimensions[x]) and _is_narrow(part)):
            logarithmic(axis, part)
    if coloured:
        handles, labels = panels[0][0].get_legend_handles_labels()
        columns, names = min(len(labels), 5 if len(panels) > 1 else 3), [str(x) for x in labels]
        figure.legend(handles, names, loc="outside upper center", ncols=columns)
    return figure


def _says_why_empty(axis: Axes, along: Values, values: Values) -> None:
    """In a panel without a value, over the range that it has none in."""
    reasons = [
        (np.isinf(values).any(), "not reached"),
        (np.isnan(values).any(), "failed"),
    ]
    text = " or ".join(reason for there, reason in reasons if there)
    axis.text(0.5, 0.5, text, transform=axis.transAxes, ha="center", va="center")
    axis.set_yticks([])
    if len(along) > 1:
        axis.set_xlim(along.min(), along.max())


def _maps(
    dimensions: dict[str, Values], values: Values, chosen: list[str], measured: str
) -> Figure:
    x, y = chosen
    figure, panels = _panels(
        dimensions, values, [name for name in dimensions if name not in chosen], [y, x]
    )
    finite = values[np.isfinite(values) & (values > 0)]
    norm = LogNorm(finite.min(), finite.max()) if len(finite) else LogNorm(1.0, 10.0)
    colours: Colormap = mpl.colormaps["viridis"].with_extremes(over=UNREACHED, bad=FAILED)
    for axis, part, title in panels:
        masked = np.ma.masked_invalid(np.where(np.isinf(part), 2 * norm.vmax, part))  # type: ignore[operator]
        mesh = axis.pcolormesh(
            dimensions[x],
            dimensions[y],
            masked,
            norm=norm,
            cmap=colours,
            shading="nearest",
            rasterized=True,
        )
        axis.set_facecolor(FAILED)  # what is masked is not painted in a .pdf
        axis.set_title(title)
        axis.set_xlabel(symbol(x))
        axis.set_ylabel(symbol(y))
        if _is_log(dimensions[x]):
            axis.set_xscale("log")
            in_decades(axis.xaxis)
        if _is_log(dimensions[y]):
            axis.set_yscale("log")
            in_decades(axis.yaxis)
    used = [axis for axis, _, _ in panels]
    bar = figure.colorbar(mesh, ax=used, label=measured)
    room = figure.get_figheight() / max(np.log10(norm.vmax / norm.vmin), 1e-9)  # type: ignore[operator]
    bar.ax.yaxis.set_major_formatter("{x:g}")
    bar.ax.yaxis.set_minor_formatter("{x:g}" if room > ROOM else FuncFormatter(_two_or_five))
    apart = [
        (np.isinf(values).any(), UNREACHED, "not reached"),
        (np.isnan(values).any(), FAILED, "failed"),
    ]
    handles = [Patch(color=colour, label=label) for there, colour, label in apart if there]
    if handles:
        figure.legend(handles=handles, loc="outside lower center", ncols=2)
    return figure


def _panels(
    dimensions: dict[str, Values], values: Values, rest: list[str], inner: list[str]
) -> tuple[Figure, list[tuple[Axes, Values, str]]]:
    """A panel for each combination of the ``rest``, with its values over ``inner``."""
    names = list(dimensions)
    ordered = values.transpose([names.index(name) for name in (*rest, *inner)])
    combinations = list(itertools.product(*(range(len(dimensions[name])) for name in rest)))
    if len(combinations) > MOST_PANELS:
        remedy = "draw a part of what to_xarray gives"
        raise NotAvailable(
            f"a figure of {len(combinations)} panels",
            f"more than {MOST_PANELS} are too many",
            remedy,
        )
    columns = min(4, len(combinations))
    rows = -(-len(combinations) // columns)
    figure = Figure(
        figsize=(1.2 + 2.5 * max(columns, 1.4), 0.5 + 2.3 * max(rows, 1.2)), layout="constrained"
    )
    grid = figure.subplots(rows, columns, squeeze=False).ravel()
    for empty in grid[len(combinations) :]:
        empty.remove()
    panels = []
    for axis, places in zip(grid, combinations, strict=False):
        title = ", ".join(
            _says(name, dimensions[name][place]) for name, place in zip(rest, places, strict=True)
        )
        panels.append((axis, ordered[places], title))
    return figure, panels


def _two_or_five(value: float, _: int | None) -> str:
    """The label of a number that starts with 2 or 5."""
    return f"{value:g}" if f"{value:e}"[0] in "25" else ""


def _measured(quantity: str, found: SweepResult) -> str:
    if quantity in LABELS:
        return LABELS[quantity]
    if quantity == "crossing":
        only = len(found.level) == 1
        return r"$\alpha$ where $\varepsilon_g$ crosses " + (
            f"{found.level[0]:g}" if only else "the level"
        )
    return r"$\varepsilon_g$" + (
        f" at {valued('alpha', found.alpha[0])}" if len(found.alpha) == 1 else ""
    )


def _colour(number: int, of: int) -> Any:
    return (
        COLOURS[number % len(COLOURS)]
        if of <= len(COLOURS)
        else mpl.colormaps["viridis"](number / (of - 1))
    )


def _says(name: str, value: Any) -> str:
    if name == OBSERVABLE:
        return symbol(str(value))
    return valued(name, value)


def _is_narrow(values: Values) -> bool:
    """Within a factor of five: along a logarithmic axis what grows like a logarithm is a line."""
    finite = values[np.isfinite(values)]
    return bool(len(finite)) and 0 < finite.max() < 5 * finite.min()


def _is_log(values: Values) -> bool:
    """Whether neighbours have one ratio, as the values of a logarithmic range do; or, over more
    than a decade, ratios that differ less than their differences do, as such values rounded to
    integers."""
    if len(values) < 3 or not (values > 0).all() or not np.isfinite(values).all():
        return False
    ratios, steps = np.diff(np.log(values)), np.diff(values)
    if ratios[0] and np.ptp(ratios) < 1e-6 * abs(ratios[0]):
        return True
    wide = values.max() > 10 * values.min() and len(values) >= SHORT
    return bool(wide and np.std(ratios) * abs(steps.mean()) < np.std(steps) * abs(ratios.mean()))

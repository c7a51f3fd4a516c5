"""How figures look: widths of journals, one face for words and mathematics, colours and markers
that are told apart in grey, too."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.ticker import LogFormatterMathtext

from ..solvers.base import Array

__all__ = [
    "COLOURS",
    "DASHED",
    "LARGEST",
    "MARKERS",
    "ONE_COLUMN",
    "ROW",
    "STYLE",
    "TWO_COLUMNS",
    "in_decades",
    "in_math",
    "label",
    "legend_above",
    "logarithmic",
    "symbol",
    "valued",
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
#: What pages write a letter for, and a level that an error crosses.
LETTERS = {"noise": r"$\sigma$", "ratio": "$n/N$", "level": r"$\varepsilon_g$"}
LARGEST = 1e200  #: of an axis: of a logarithmic one of more the next tick is no double


def symbol(name: str) -> str:
    """The name of a parameter in a figure: `eta_J`, `alpha0` and `K` as symbols, words as they
    are."""
    if name in LETTERS:
        return LETTERS[name]
    if re.fullmatch("[A-Z]", name) is not None:
        return f"${name}$"
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


def valued(name: str, value: Any) -> str:
    """A parameter and its value, `$\\eta_J=0.2$`; values that are words as they are."""
    if not isinstance(value, int | float | np.number):
        return f"{symbol(name)} = {value}"
    written, number = symbol(name), f"{value:g}".replace("inf", r"\infty")
    number = re.sub(r"(.*)e([-+])0*(\d+)", _power, number)
    return f"{written[:-1]}={number}$" if written.endswith("$") else f"{written} = ${number}$"


def _power(found: re.Match[str]) -> str:
    """1e-05 as a power of ten."""
    front = "" if found[1] == "1" else rf"{found[1]}\times "
    return f"{front}10^{{{found[2].strip('+')}{found[3]}}}"


def legend_above(axis: Axes, columns: int) -> None:
    """Above the panel, where it hides no data."""
    axis.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=columns, borderaxespad=0.2)


def label(axis: Axes, name: str) -> None:
    axis.set_xlabel(r"$\alpha = t/N$")
    axis.set_ylabel(name)


def logarithmic(axis: Axes, values: Array) -> None:
    """Where something is above zero, which it is not for a student that knows everything."""
    if (np.isfinite(values) & (values > 0)).any():
        axis.set_yscale("log")
        in_decades(axis.yaxis)


def in_decades(axis: Axis) -> None:
    """The numbers at the ticks of a logarithmic axis, few enough to be read."""
    axis.set_major_formatter(Decades())
    axis.set_minor_formatter(Decades())


class Decades(LogFormatterMathtext):  # type: ignore[misc]
    """Numbers from a thousandth to a thousand as such, others as powers of ten; between these 2 and
    5 where there are two decades or fewer, 3 and 7 too below one, every digit below half of one."""

    def __call__(self, x: float, pos: int | None = None) -> str:
        assert self.axis is not None
        low, high = sorted(self.axis.get_view_interval())
        if not 0 < low < high < math.inf or x <= 0:
            return ""
        decades = math.log10(high / low)
        digit = round(x / 10 ** math.floor(math.log10(x) + 1e-9))
        shown = digit == 1 or decades < 0.5 or (decades < 2 and digit in (2, 5))
        shown |= decades < 1 and digit in (3, 7)
        if not shown:
            return ""
        if 1e-3 <= low and high <= 1e3:
            return f"{x:g}"
        return str(super().__call__(x, pos))


def in_math(text: str) -> str:
    """Sizes and numbers of samples in the face of mathematics: `K = 3, P = inf`."""
    found = re.sub(r"\b([KMNPV]) = (\d[\w.+-]*|inf)", r"$\1=\2$", text)
    return found.replace("=inf$", r"=\infty$")

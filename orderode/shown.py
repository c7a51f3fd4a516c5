"""Methods that all results have: figures, and tables for pandas and xarray.  What draws and
converts is imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

__all__ = ["Drawn", "Stated", "Tabled", "error_said", "within_rounding"]

#: Parts of the largest overlap: errors below are what is left of terms that cancel, and what is
#: negative beyond the larger one is no rounding.
ROUNDING, NEGATIVE = 1e-15, 1e-9


def error_said(value: float, largest: float = 1.0, form: str = ".6g") -> str:
    """An error, which is not negative, in words, with the ``largest`` overlap."""
    vanishes = value != 0 and within_rounding(value, largest) == 0
    return "0 within rounding" if vanishes else f"{value:{form}}"


def within_rounding(value: float, largest: float = 1.0) -> float:
    """An error, or 0 where it is what is left of terms as large as the ``largest`` overlap that
    cancel."""
    return 0.0 if -NEGATIVE * largest <= value <= ROUNDING * largest else float(value)


class Drawn:
    """A result with a figure."""

    def plot(
        self,
        what: str | None = None,
        ax: Any = None,
        *,
        size: tuple[float, float] | None = None,
        style: dict[str, Any] | None = None,
    ) -> Any:
        """Draw ``what``, by default all that there is, each on axes of its own; gives the axes.

        what: such as "eps_g", "R", "Q"; a wrong name says which there are.
        ax: the axes, or for all that there is as many of them; by default those of a new figure.
        size: of that figure, in inches; 3.4 by 2.35 for a panel fits a column.
        style: Matplotlib's settings instead of ours; {} for your own.
        ``ProblemError`` where the name or the number of axes is none of those."""
        return import_module(".report.plotting", __package__).plot(
            self, what, ax, size=size, style=style
        )


class Stated:
    """A model with its equations in a folder."""

    folder: Path

    def _repr_latex_(self) -> str:
        """The equations of motion, which notebooks set; ``orderode.equations`` gives all of
        them."""
        doors = import_module(".commands.doors", __package__)
        return str(doors.equations(str(self.folder))._repr_latex_())


class Tabled:
    """A result with values over alpha, runs, units."""

    def to_xarray(self) -> Any:
        """An ``xarray.Dataset``: values over alpha, run, k, n, ..., units counted from 1.
        ``NotAvailable`` where xarray is not installed."""
        return import_module(".report.tables", __package__).dataset(self)

    def to_dataframe(self) -> Any:
        """A ``pandas.DataFrame``: a row for each alpha, and run, a column for each element, such as
        R_12; of symmetric arrays the upper triangle.  ``NotAvailable`` where pandas is not
        installed."""
        return import_module(".report.tables", __package__).dataframe(self)

"""The results of a sweep, with their axes."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import FileError, NotAvailable
from ..problems.schema import as_path
from ..report import results
from ..theory.integrate import CAUSES
from ..theory.rare import out_of_reach
from .store import MANIFEST, RESULTS

__all__ = ["SweepResult", "load"]

#: Arrays of the results, and their dimensions after the sweep's axes.
DIMENSIONS: dict[str, tuple[str, ...]] = {
    "status": (),
    "evaluations": (),
    "reached": (),
    "eps_g": ("alpha",),
    "crossing": ("level",),
    "final_R": ("k", "n"),
    "final_Q": ("k", "l"),
    "final_w0": ("k",),
    "test_error": (),
    "train_error": (),
    "ridge": (),
    "carrying_per_d": (),
    "final_eps_g": (),
}
#: What the dimensions after the sweep's axes count, and what else is no array of values.
ASKED, APART = ("alpha", "level"), ("axes", results.PROVENANCE)


@dataclass(frozen=True, eq=False, repr=False)
class SweepResult:
    """axes: name -> coordinates, in the order of the arrays' first dimensions.

    arrays: "status" (axes): "ok", "unreached" (integrated to alpha_end without crossing every
    level) or why the trajectory failed; "evaluations" (axes) of the right-hand side; "reached"
    (axes): the alpha up to which it was integrated, which is where it failed or where nothing more
    was asked for; "eps_g" (axes, alphas), NaN from where a trajectory failed; "crossing" (axes,
    levels): the first, as seen at the times of [run]; inf where the level was not crossed, NaN
    where the trajectory failed before;
    where asked for, "final_R" (axes, K, M), "final_Q" (axes, K, K), "final_w0" (axes, K), and what
    else a system has, NaN beyond a point's K or M.
    alpha, level: what eps_g and crossing were asked at. about: digests, kernels, versions.

    Of fixed points: "test_error", "train_error", "ridge" (axes), NaN where the solver failed;
    alpha, level are empty; "carrying_per_d" (axes): samples expected at d = 1 of those that carry
    the limit, so that times d counts them at d.  Of giant steps: "final_eps_g" (axes), after the
    last step, and "reached" (axes), after how many it is a number.
    """

    axes: dict[str, NDArray[Any]]
    arrays: dict[str, NDArray[Any]]
    alpha: NDArray[np.float64]
    level: NDArray[np.float64]
    about: dict[str, Any]

    def __repr__(self) -> str:
        axes = " x ".join(f"{name} ({len(x)})" for name, x in self.axes.items())
        counts = ", ".join(f"{n} {word}" for word, n in self.counts().items())
        return f"<SweepResult: {axes}; {counts}\n {', '.join(self.arrays)}>"

    def __getitem__(self, name: str) -> NDArray[Any]:
        return self.arrays[name]

    def counts(self) -> dict[str, int]:
        """How many points have each status, "ok" and "unreached" first."""
        words, numbers = np.unique(self.arrays["status"], return_counts=True)
        found = dict(zip(words.tolist(), numbers.tolist(), strict=True))
        first = [word for word in ("ok", "unreached") if word in found]
        return {word: found[word] for word in [*first, *sorted(set(found) - set(first))]}

    def failures(self) -> list[str]:
        """For each status that is a failure the points it befell, and the first of them in
        words."""
        found, words = [], self.arrays["status"]
        for word in self.counts():
            if word not in CAUSES:
                continue
            places = np.argwhere(words == word)
            first = tuple(places[0].tolist())
            where = ", ".join(
                f"{n} = {x[i]:g}" if x.dtype.kind in "if" else f"{n} = {x[i]}"
                for (n, x), i in zip(self.axes.items(), first, strict=True)
            )
            furthest, least = (f(self.arrays["reached"][words == word]) for f in (np.max, np.min))
            found.append(
                f"{word}: {CAUSES[word]}; {len(places)} points, good up to alpha = {least:.6g} to"
                f" {furthest:.6g}, the first at {where} up to {self.arrays['reached'][first]:.6g}"
            )
        return found

    def warnings(self) -> list[str]:
        """What to tell of points with a value that no simulation reaches."""
        shares = self.arrays.get("carrying_per_d", np.zeros(0))
        text = out_of_reach(shares.ravel())
        return [text] if text else []

    @property
    def observables(self) -> tuple[str, ...]:
        """The names of those that are kept beside eps_g, at the same alphas."""
        named = (*DIMENSIONS, *APART)
        return tuple(x for x in self.arrays if x not in named and not x.startswith("final_"))

    def _own_dimensions(self, name: str) -> tuple[str, ...]:
        """Of an array, after the sweep's axes; of order parameters that only some systems have they
        are numbered."""
        own = self.arrays[name].ndim - len(self.axes)
        if name in self.observables:
            return ("alpha",)
        return DIMENSIONS.get(name, tuple(f"{name}_{i + 1}" for i in range(own)))

    def to_xarray(self) -> Any:
        """An ``xarray.Dataset`` with the axes as coordinates."""
        if importlib.util.find_spec("xarray") is None:
            raise NotAvailable(
                "to_xarray", "xarray is not installed", 'pip install "orderode[xarray]"'
            )
        import xarray

        variables = {
            name: ((*self.axes, *self._own_dimensions(name)), values)
            for name, values in self.arrays.items()
        }
        asked = {"alpha": self.alpha, "level": self.level}
        used = _dimensions(self.arrays)
        coordinates = {**self.axes, **{name: x for name, x in asked.items() if name in used}}
        return xarray.Dataset(variables, coordinates, self.about)

    def to_dataframe(self) -> Any:
        """A ``pandas.DataFrame``: a row for each point, a column for each number."""
        if importlib.util.find_spec("pandas") is None:
            raise NotAvailable(
                "to_dataframe", "pandas is not installed", 'pip install "orderode[notebook]"'
            )
        import pandas

        index = pandas.MultiIndex.from_product(self.axes.values(), names=list(self.axes))
        asked = {"alpha": self.alpha, "level": self.level}
        columns = {}
        for name, values in self.arrays.items():
            own = self._own_dimensions(name)
            for place in np.ndindex(*values.shape[len(self.axes) :]):
                words = [
                    f"{axis}={asked[axis][i]:g}" if axis in asked else f"{i + 1}"
                    for axis, i in zip(own, place, strict=True)
                ]
                label = f"{name}({', '.join(words)})" if words else name
                columns[label] = values[(..., *place)].ravel()
        return pandas.DataFrame(columns, index=index)


def _dimensions(arrays: Iterable[str]) -> set[str]:
    """Of all these arrays, beside the axes."""
    return set[str]().union(*(DIMENSIONS.get(name, ()) for name in arrays))


def load(folder: str | Path) -> SweepResult:
    """The results in the folder of a finished sweep."""
    path = as_path(folder, "folder")
    if not (path / RESULTS).is_file():
        fault = "the sweep is not finished" if (path / MANIFEST).is_file() else "it holds no sweep"
        raise FileError(
            str(path), fault, "the folder of a finished sweep: orderode sweep FILE --out FOLDER"
        )
    content = results.load(path / RESULTS)
    try:
        names = [str(name) for name in content["axes"]]
        axes = {name: content[name] for name in names}
        known = [name for name in DIMENSIONS if name in content]
        more = [x for x in content if x not in {*names, *known, *ASKED, *APART}]
        arrays = {name: content[name] for name in (*known, *more)}
        used = _dimensions(arrays)
        asked = {d: content[d] if d in used else np.zeros(0) for d in ASKED}
        return SweepResult(
            axes, arrays, asked["alpha"], asked["level"], content[results.PROVENANCE]
        )
    except KeyError as error:
        raise FileError(
            str(path / RESULTS), f"it lacks {error}", "the results of a sweep"
        ) from None

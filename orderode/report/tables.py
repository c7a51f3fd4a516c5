"""Results as tables: arrays with names for their axes, for xarray and pandas."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from itertools import product
from typing import Any

import numpy as np

from ..certify.fixed_point_runs import SimulatedCurve
from ..errors import NotAvailable
from ..solvers.base import Array
from ..theory.fixed_point import Curve
from ..theory.gradient import Gradient
from ..theory.integrate import Trajectory
from ..theory.sensitivity import Sensitivities
from ..theory.steps import Steps

__all__ = ["dataframe", "dataset"]

#: Name -> (names of the axes, values); and coordinates of axes that are not counted from 1.
Variables = dict[str, tuple[tuple[str, ...], Array]]
Table = tuple[Variables, dict[str, Any], dict[str, Any]]
#: Axes of the overlaps, the last ones.
UNITS = {"R": ("k", "n"), "Q": ("k", "l"), "w0": ("k",)}
BLOCK = "block"  #: of the inputs, in front of these
ROWS = ("alpha", "step", "run", "network")  #: axes that are rows of a data frame


def dataset(found: Any) -> Any:
    """An ``xarray.Dataset``."""
    _require("xarray", "to_xarray", "xarray")
    import xarray

    variables, coordinates, about = _table(found)
    counted = {}
    for axes, values in variables.values():
        for axis, size in zip(axes, values.shape, strict=True):
            counted[axis] = np.arange(1, size + 1)
    return xarray.Dataset(dict(variables), {**counted, **coordinates}, about)


def dataframe(found: Any) -> Any:
    """A ``pandas.DataFrame``, a row for each value of the first axes."""
    _require("pandas", "to_dataframe", "notebook")
    import pandas

    variables, coordinates, _ = _table(found)
    sizes: dict[str, int] = {}
    for axes, values in variables.values():
        sizes.update(zip(axes, values.shape, strict=True))
    rows = [axis for axis in ROWS if axis in sizes]
    index = [coordinates.get(axis, np.arange(1, sizes[axis] + 1)) for axis in rows]
    columns = {}
    for name, (axes, values) in variables.items():
        for label, column in _columns(name, axes, values):
            missing = [p for p, axis in enumerate(rows) if axis not in axes]
            shape = [sizes[axis] for axis in rows]
            columns[label] = np.broadcast_to(np.expand_dims(column, missing), shape).ravel()
    made = (
        pandas.Index(index[0], name=rows[0])
        if len(rows) == 1
        else pandas.MultiIndex.from_product(index, names=rows)
    )
    return pandas.DataFrame(columns, index=made)


def _columns(name: str, axes: tuple[str, ...], values: Array) -> Iterator[tuple[str, Array]]:
    """The elements of an array by their names, R_12; of a symmetric one those on and above the
    diagonal."""
    own = [place for place, axis in enumerate(axes) if axis not in ROWS]
    for place in product(*(range(values.shape[p]) for p in own)):
        if axes[-2:] == ("k", "l") and place[-2] > place[-1]:
            continue
        numbers = [str(x + 1) for x in place]
        apart = "_" if any(len(x) > 1 for x in numbers) else ""
        chosen: list[Any] = [slice(None)] * values.ndim
        for p, x in zip(own, place, strict=True):
            chosen[p] = x
        yield f"{name}_{apart.join(numbers)}" if own else name, values[tuple(chosen)]


def _table(found: Any) -> Table:
    variables: Variables
    if isinstance(found, Trajectory):
        variables = _overlaps(dict(found.states.items()), ("alpha",))
        about = {"status": found.status, "backend": found.backend, "system": found.digest}
        return {"eps_g": (("alpha",), found.eps_g), **variables}, {"alpha": found.alpha}, about
    if isinstance(found, Steps):
        variables = _overlaps(dict(found.states.items()), ("step",))
        about = {"status": found.status, "backend": found.backend, "system": found.digest}
        measured = {name: (("step",), x) for name, x in found.observables.items()}
        return {**measured, **variables}, {"step": found.step}, about
    if isinstance(found, Curve):
        variables = {"ridge": (("alpha",), found.ridge)}
        for name, x in found.values.items():
            variables[name] = (("alpha", *("k", "l")[: x.ndim - 1]), x)
        about = {"backend": found.backend, "system": found.digest}
        return variables, {"alpha": found.alpha}, about
    if isinstance(found, SimulatedCurve):
        axes = ("alpha", "network")
        variables = {"ridge": (("alpha",), found.ridge)}
        for name in ("test_error", "train_error"):
            variables[name] = (axes, getattr(found, name))
        return variables, {"alpha": found.alpha}, {"d": found.d, "seed": found.seed}
    if isinstance(found, Sensitivities):
        variables = {"exponents": (("alpha", "direction"), found.exponents)}
        variables["eps_g_by_parameter"] = (("alpha", "parameter"), found.eps_g_by_parameter)
        coordinates = {"alpha": found.alpha, "parameter": np.array(found.parameters)}
        return variables, coordinates, {}
    if isinstance(found, Gradient):
        variables = {"by_parameter": (("alpha", "parameter"), found.by_parameter)}
        variables["by_state"] = (("alpha", "element"), found.by_state)
        coordinates = {"alpha": found.alpha, "parameter": np.array(found.parameters)}
        coordinates["element"] = np.array(found.state)
        return variables, coordinates, {"of": found.what, "value": found.value}
    return _of_runs(found)


def _of_runs(found: Any) -> Table:
    """Of a simulation of trajectories, which knows nothing of this room."""
    axes = ("alpha", "run")
    variables: Variables = {"eps_g": (axes, found.eps_g), "eps_g_se": (axes, found.eps_g_se)}
    variables |= _overlaps({"R": found.R, "Q": found.Q, "w0": found.w0}, axes)
    for name, (values, _) in found.others.items():
        variables[name] = (axes, values)
    about = {"N": found.N, "seed": found.seed, "method": found.method, "backend": found.backend}
    return variables, {"alpha": found.alpha}, about


def _overlaps(arrays: dict[str, Array], front: tuple[str, ...]) -> Variables:
    made: Variables = {}
    for name, values in arrays.items():
        inner = values.ndim - len(front)
        units = UNITS.get(name, tuple(f"{name}_{i + 1}" for i in range(inner)))
        block = (BLOCK,) if name in UNITS and inner > len(units) else ()
        made[name] = ((*front, *block, *units), values)
    return made


def _require(package: str, what: str, extra: str) -> None:
    if importlib.util.find_spec(package) is None:
        why = f"{package} is not installed"
        raise NotAvailable(what, why, f'pip install {package}, or "orderode[{extra}]"')

"""Where order parameters start that only some systems have: keys of [overlaps], by their names."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import OrderodeError, ProblemError
from ..models.catalogue import catalogue, entry
from ..models.deriving import derived_before
from ..models.manifest import MEASURED, Shaped
from . import tables
from .overlaps import SYMMETRY, Array, is_number
from .schema import keys_of

__all__ = ["parted", "start_of"]

Content = Mapping[str, Any]


def parted(content: Content, heads: tuple[str, ...]) -> tuple[Content, dict[Shaped, Any]]:
    """The content of a problem without the starts of order parameters beyond R, Q and these heads,
    and these.

    The system is asked for only where [overlaps] has keys that not every problem has, for that may
    mean to derive it: then only where a system there is has such a key, too, for what is derived
    has the order parameters that all have.  Keys that it does not know stay.
    """
    written = content.get("overlaps")
    if not isinstance(written, Mapping):
        return content, {}
    beyond = set(written) - set(keys_of(tables.Overlaps))
    if not beyond:
        return content, {}
    try:
        model = tables.MODEL.read(content.get("model"), "model")
        chosen = tables.activation().read(content.get("activation"), "activation")
        known = {x.name for x in chain.from_iterable(map(attrgetter("state"), catalogue()))}
        if not beyond <= known and not derived_before(Path(model), chosen):
            return content, {}
        state = entry(model, chosen).state
    except OrderodeError:  # said when the key is refused
        return content, {}
    common = {*MEASURED, *heads}
    others = {x: written[x.name] for x in state if x.name in written and x.name not in common}
    named = {x.name for x in others}
    rest = {name: value for name, value in written.items() if name not in named}
    return {**content, "overlaps": rest}, others


def start_of(x: Shaped, value: Any, K: int, M: int) -> Array:
    """An array of the shape that the layout gives an order parameter of K and M units."""
    counts = {"K": K, "M": M}
    shape = tuple(counts[axis] for axis in x.shape)
    accepted = f"finite numbers, {' x '.join(map(str, shape))} in nested lists"
    accepted += ", symmetric" if x.packed else ""
    key = f"overlaps.{x.name}"
    numbers = np.empty(0, dtype=object)
    if isinstance(value, list):
        try:
            numbers = np.array(value, dtype=object)
        except ValueError:  # rows of unequal lengths
            raise ProblemError(key, value, accepted) from None
    if numbers.shape != shape or not all(is_number(number) for number in numbers.ravel()):
        raise ProblemError(key, value, accepted)
    found = numbers.astype(float)
    if x.packed and np.abs(found - found.T).max() > SYMMETRY * np.abs(found).max():
        raise ProblemError(key, value, accepted, "not symmetric")
    return (found + found.T) / 2 if x.packed else found

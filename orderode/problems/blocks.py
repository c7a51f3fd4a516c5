"""Inputs in blocks: the shares and variances of a problem, and its overlaps within each block.

Overlaps may be given as without blocks: weights whose coordinates are all alike, so that each block
has its share of them.  `{ blocks = [...] }` has one such form for each block.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..errors import MISSING, ProblemError
from .overlaps import Array, is_number, vector
from .parameters import Parameters

__all__ = ["Form", "parted", "read_weights"]

MOST = 1000  #: blocks
STEEPEST = 20.0  #: power of a power law
TOGETHER = 1e-9  #: how far the sum of all shares may be from 1
SHARES = "a number of equal blocks, or a list of a number > 0 for each block, 1 together"


@dataclass(frozen=True)
class Form:
    """Overlaps of one block as they are written, the key they stand under, and by what they are to
    be multiplied: the share of the block where what is written is of all together."""

    value: Any
    key: str
    share: float


def read_weights(parameters: Parameters) -> dict[str, tuple[float, ...]]:
    """The shares and variances (L,) of [parameters], checked, and those that are measured with."""
    written = parameters["shares"]
    if written is None:
        raise ProblemError("parameters.shares", MISSING, SHARES)
    if isinstance(written, int) and 1 <= written <= MOST:
        shares = np.full(written, 1.0 / written)
    elif isinstance(written, list) and 1 <= len(written) <= MOST:
        shares = vector("parameters.shares", written, len(written), default=1.0)
    else:
        raise ProblemError("parameters.shares", written, SHARES)
    if (shares <= 0).any() or abs(shares.sum() - 1) > TOGETHER:
        fault = f"their sum is {shares.sum():.9g}"
        raise ProblemError("parameters.shares", written, SHARES, fault)
    found = {"shares": shares, "variances": _variances("variances", parameters, shares)}
    if parameters["test_variances"] is not None:
        found["test_variances"] = _variances("test_variances", parameters, shares)
    return {name: tuple(x.tolist()) for name, x in found.items()}


def _variances(name: str, parameters: Parameters, shares: Array) -> Array:
    """Of each block: a list, 1 where there is none, or a power law, c_h proportional to h^-p, of
    mean 1."""
    key, value, size = f"parameters.{name}", parameters[name], len(shares)
    accepted = (
        f"a list of {size} finite numbers >= 0, one for each block, or {{ power = p }}, p >= 0"
    )
    if isinstance(value, Mapping):
        power: Any = value.get("power")
        numeric = set(value) == {"power"} and is_number(power)
        if not numeric or not 0 <= power <= STEEPEST:
            raise ProblemError(key, dict(value), f"{accepted} and <= {STEEPEST:g}")
        law = np.arange(1.0, size + 1) ** -float(power)
        return np.asarray(law / (shares @ law))
    found = vector(key, value, size, default=1.0)
    if (found < 0).any():
        raise ProblemError(key, value, accepted)
    return found


def parted(key: str, value: Any, shares: Array) -> list[Form]:
    """One form for each block; of chance overlaps each block has a seed of its own."""
    if not isinstance(value, Mapping) or "blocks" not in value:
        return [
            Form(_drawn_apart(value, place), key, float(share))
            for place, share in enumerate(shares)
        ]
    forms = value["blocks"]
    accepted = f"{{ blocks = [...] }}, of one form for each of the {len(shares)} blocks"
    if set(value) != {"blocks"} or not isinstance(forms, list) or len(forms) != len(shares):
        raise ProblemError(key, dict(value), accepted)
    return [Form(x, f"{key}.blocks[{place}]", 1.0) for place, x in enumerate(forms, start=1)]


def _drawn_apart(value: Any, place: int) -> Any:
    seed = value.get("seed") if isinstance(value, Mapping) else None
    return {**value, "seed": seed + place} if isinstance(seed, int) else value

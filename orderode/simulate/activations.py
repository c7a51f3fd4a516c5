"""Microscopic activations: name -> the function g of a local field and its derivative g'."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import special

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class Activation:
    """An activation, elementwise on arrays of any shape; fields and values are dimensionless."""

    g: Callable[[FloatArray], FloatArray]
    derivative: Callable[[FloatArray], FloatArray]


ACTIVATIONS: dict[str, Activation] = {
    "erf": Activation(
        lambda x: special.erf(x * math.sqrt(0.5)),
        lambda x: math.sqrt(2 / math.pi) * np.exp(-0.5 * x * x),
    ),
}

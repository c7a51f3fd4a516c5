"""Rates that go on straight lines: step t has those at alpha = t/N.

In numpy each step has a setting of its own.  In C the numbers of a plan are polynomials of the
rates and therefore of the share s of the way,

    c(s) = sum_i l_i(s) c(s_i) ,   l_i of Lagrange's through some places s_i ,

and so are decay, probabilities and gains.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import BackendError
from .activations import FloatArray
from .setting import Setting

__all__ = ["PLACES", "Ramp", "RampedNumbers"]

#: Where plans are printed: Chebyshev's, exact to fifth degree; and one more, where that is seen.
PLACES = (0.5 - 0.5 * np.cos(np.pi * (np.arange(6) + 0.5) / 6)).tolist()
TRIED = 0.3719
GOOD = 1e-12  #: of the largest number
AT_ONCE = 4096  #: steps whose numbers are made in one call
NUMBERS = ("c", "ends", "chances")
SCALARS = ("decay", "keep")


@dataclass(frozen=True, eq=False)
class Ramp:
    """From the parameters of ``first`` at alpha = ``start`` to those of ``last`` at ``end``."""

    first: Setting
    last: Setting
    start: float
    end: float

    def share(self, alpha: Any) -> Any:
        """Of the way, from 0 to 1."""
        return np.clip((alpha - self.start) / (self.end - self.start), 0.0, 1.0)

    def at(self, alpha: float) -> Setting:
        """The setting at a time."""
        return self.between(float(self.share(alpha)))

    def between(self, share: float) -> Setting:
        """That at a share of the way."""
        a, b = self.first, self.last
        parameters = {}
        for name, value in a.parameters.items():
            same = value == b.parameters[name]  # infinite, too
            parameters[name] = value if same else value + share * (b.parameters[name] - value)
        changed: dict[str, Any] = {"parameters": parameters}
        if a.blocks:
            changed["variances"] = a.variances + share * (b.variances - a.variances)
        return replace(a, **changed)


class RampedNumbers:
    """Those of a compiled step at each share of the way; ``BackendError`` where they are no
    polynomials of it."""

    def __init__(self, make: Callable[[Setting], Any], ramp: Ramp) -> None:
        self.ramp = ramp
        kernels = [make(ramp.between(share)) for share in (*PLACES, TRIED)]
        self.kernel = kernels[0]
        if len({kernel.text for kernel in kernels}) > 1:
            raise BackendError("c", "a step whose rates change has no text of its own")
        self.names = [name for name in NUMBERS if name in self.kernel.numbers]
        found = []
        for x in kernels:
            arrays = [x.numbers[name] for name in self.names]
            scalars = [getattr(x.model, name) for name in SCALARS]
            found.append(np.concatenate([*arrays, scalars]))
        *self.rows, tried = found
        self.ends = np.cumsum([len(self.kernel.numbers[name]) for name in self.names])
        off = np.abs(self._made(np.array([TRIED]))[0] - tried).max()
        if not off <= GOOD * np.abs(self.rows).max():
            raise BackendError("c", "the numbers of a step are no polynomials of its rates")

    def _made(self, shares: FloatArray) -> FloatArray:
        """(n, numbers) at n shares."""
        basis = np.ones((len(shares), len(PLACES)))
        for i, place in enumerate(PLACES):
            for other in PLACES[:i] + PLACES[i + 1 :]:
                basis[:, i] *= (shares - other) / (place - other)
        made: FloatArray = basis @ np.array(self.rows)
        return made

    def models(self, first: int, last: int, N: int) -> Iterator[tuple[int, Any]]:
        """The numbers of the steps from ``first`` to ``last`` - 1, and of each what C is given."""
        model = type(self.kernel.model).from_buffer_copy(self.kernel.model)
        model.N = N
        for start in range(first, last, AT_ONCE):
            steps: NDArray[np.int64] = np.arange(start, min(start + AT_ONCE, last))
            made = np.ascontiguousarray(self._made(self.ramp.share(steps / N)))
            places = made.ctypes.data + 8 * np.concatenate([[0], self.ends])
            for i, step in enumerate(steps.tolist()):
                for name, place in zip(self.names, places.tolist(), strict=False):
                    setattr(model, name, ctypes.c_void_p(place + i * made.strides[0]))
                for name, value in zip(SCALARS, made[i, self.ends[-1] :].tolist(), strict=True):
                    setattr(model, name, value)
                yield step, model

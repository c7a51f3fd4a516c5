"""The algorithms, one class each: from the fields of the samples of one step to the step's coefficients.

A step moves J_k by N^-1/2 sum_s a_k^s x^s. What a class says is how the samples are used and which a_k^s
follow; the same object serves the direct and the reduced simulation, the drift sampling and the measurement
of eps_g, none of which knows an algorithm. Arrays lead with any batch axes (runs, tasks), written ... below.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from .activations import ACTIVATIONS, FloatArray
from .quadrature import correlation
from .setting import Setting, SettingError


@dataclass(frozen=True)
class Step:
    """Coefficients a (..., K, n) of the n samples picked by `used` from all of the step's samples."""

    coefficients: FloatArray
    used: slice


class Algorithm(Protocol):
    """What the simulations ask of an algorithm.

    support, query: numbers of samples of one step; the support samples come first on the sample axis.
    """

    support: int
    query: int

    def draw_task(self, rng: np.random.Generator, batch: tuple[int, ...]) -> FloatArray:
        """Teacher heads u, shape (*batch, M)."""

    def prepare(self, C: FloatArray) -> FloatArray | None:
        """Whatever the step needs of the overlaps C (..., S, S) beyond samples, or None."""

    def adapt(self, support: FloatArray, u: FloatArray, prepared: FloatArray | None) -> FloatArray:
        """Head w (..., K) after the inner loop on support fields (..., S, support)."""

    def step(self, fields: FloatArray, u: FloatArray, prepared: FloatArray | None) -> Step:
        """The step of J given all the fields (..., S, support + query) and the task u (..., M)."""

    def loss(self, fields: FloatArray, u: FloatArray, w: FloatArray) -> FloatArray:
        """Test loss (..., n) of the head w on fresh fields (..., S, n)."""


def _readout(head: FloatArray, values: FloatArray) -> FloatArray:
    """sum_k head_k values_k^s: (..., k), (..., k, n) -> (..., n)."""
    out: FloatArray = (head[..., None, :] @ values)[..., 0, :]
    return out


class FoAnil:
    """First-order ANIL: one inner step of the head from w = 0, then J on the query set with w held fixed."""

    def __init__(self, setting: Setting) -> None:
        self.K, self.M = setting.K, setting.M
        self.eta_J, self.eta_w = setting.eta_J, setting.eta_w
        self.activation = ACTIVATIONS[setting.activation]
        self.infinite = setting.P == math.inf
        self.support = 0 if self.infinite else int(setting.P)
        self.query = setting.V

    def draw_task(self, rng: np.random.Generator, batch: tuple[int, ...]) -> FloatArray:
        return rng.standard_normal((*batch, self.M))

    def prepare(self, C: FloatArray) -> FloatArray | None:
        return correlation(C, self.K, self.activation) if self.infinite else None

    def adapt(self, support: FloatArray, u: FloatArray, prepared: FloatArray | None) -> FloatArray:
        if prepared is not None:  # the average over an infinite support set
            return self.eta_w * (prepared @ u[..., None])[..., 0]
        values = self.activation.g(support)
        y = _readout(u, values[..., self.K :, :])
        # From w = 0 the learner says f = 0, so the residual of the inner step is -y.
        w: FloatArray = (self.eta_w / self.support) * (values[..., : self.K, :] @ y[..., None])[..., 0]
        return w

    def step(self, fields: FloatArray, u: FloatArray, prepared: FloatArray | None) -> Step:
        w = self.adapt(fields[..., : self.support], u, prepared)
        query = fields[..., self.support :]
        residual = self._residual(query, u, w)
        a = self.activation.derivative(query[..., : self.K, :])
        a *= residual[..., None, :]
        a *= (-self.eta_J / self.query) * w[..., None]
        return Step(a, slice(self.support, self.support + self.query))

    def loss(self, fields: FloatArray, u: FloatArray, w: FloatArray) -> FloatArray:
        residual = self._residual(fields, u, w)
        return 0.5 * residual * residual

    def _residual(self, fields: FloatArray, u: FloatArray, w: FloatArray) -> FloatArray:
        """f - y on each sample: fields (..., S, n) -> (..., n)."""
        return _readout(np.concatenate([w, -u], axis=-1), self.activation.g(fields))


ALGORITHMS: dict[str, type[FoAnil]] = {"fo_anil": FoAnil}


def make_algorithm(setting: Setting) -> Algorithm:
    """The algorithm object of a setting."""
    if setting.model not in ALGORITHMS:
        raise SettingError("model", setting.model, f"choose one of {sorted(ALGORITHMS)}")
    return ALGORITHMS[setting.model](setting)

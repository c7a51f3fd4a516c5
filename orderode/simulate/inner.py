"""The inner loop: the head's gradient steps on one support set, or on an infinite one."""

from __future__ import annotations

import math

import numpy as np

from .activations import FloatArray, find_activation
from .quadrature import correlation
from .setting import Setting, SettingError


def readout(head: FloatArray, values: FloatArray) -> FloatArray:
    """sum_k head_k values_k^s: (..., k), (..., k, n) -> (..., n)."""
    out: FloatArray = (head[..., None, :] @ values)[..., 0, :]
    return out


def residual(values: FloatArray, u: FloatArray, w: FloatArray, noise: FloatArray | None = None) -> FloatArray:
    """f - y (..., n) at the values g(fields) (..., S, n), for the task u, the head w, label noise (..., n)."""
    difference = readout(np.concatenate([w, -u], axis=-1), values)
    return difference if noise is None else difference - noise


class InnerLoop:
    """w <- w - (eta_w/P) sum_mu (f - y)^mu g(lambda^mu), repeated on the same support set.

    samples: fields to draw for the support set, none where it is infinite. Then the sum over mu is P times its
    conditional expectation given the task: w_k <- w_k - eta_w (sum_l <g_k g_l> w_l - sum_m <g_k g_m> u_m).
    """

    def __init__(self, setting: Setting) -> None:
        for key in ("eta_w", "P"):
            if getattr(setting, key) is None:
                raise SettingError(key, None, f"the inner loop needs {key}: give a number")
        self.K, self.eta_w = setting.K, float(setting.eta_w)
        self.activation = find_activation(setting.activation)
        self.infinite = setting.P == math.inf
        self.samples = 0 if self.infinite else int(setting.P)

    def prepare(self, C: FloatArray) -> FloatArray | None:
        """(<g_k g_l>, <g_k g_m>) (..., K, S) where the support set is infinite, else None."""
        return correlation(C, self.K, self.activation) if self.infinite else None

    def head(
        self,
        values: FloatArray,
        u: FloatArray,
        prepared: FloatArray | None,
        w: FloatArray,
        noise: FloatArray | None = None,
        steps: int = 1,
    ) -> FloatArray:
        """The head (..., K) `steps` steps after w, at the values g(fields) (..., S, P) of the support set."""
        for _ in range(steps):
            if prepared is not None:
                slope = readout(np.concatenate([w, -u], axis=-1), prepared.swapaxes(-1, -2))
                w = w - self.eta_w * slope
            else:
                error = residual(values, u, w, noise)
                w = w - (self.eta_w / self.samples) * (values[..., : self.K, :] @ error[..., None])[..., 0]
        return w

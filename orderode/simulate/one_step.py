"""Features, perhaps one gradient step, and a ridge regression, with d-dimensional inputs: written
from the definition.

Knows the functions and nothing of the theory. Kernels E sigma(w.x) sigma(w'.x) are exact for erf,
relu and sin; for other functions the risk is measured on fresh inputs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import scipy
from numpy.typing import NDArray

__all__ = ["FEATURES", "TARGETS", "OneStepSetting", "gradient_step", "sample_errors"]

FloatArray = NDArray[np.float64]
Function = Callable[[FloatArray], FloatArray]
FRESH = 20_000  # inputs for the risk where there is no kernel


def _relu(x: FloatArray) -> FloatArray:
    return np.maximum(x, 0.0)


def _gelu(x: FloatArray) -> FloatArray:
    return np.asarray(x * scipy.special.ndtr(x))


def _silu(x: FloatArray) -> FloatArray:
    return np.asarray(x * scipy.special.expit(x))


def _softplus(x: FloatArray) -> FloatArray:
    return np.asarray(-scipy.special.log_expit(-x))


def _sigmoid(x: FloatArray) -> FloatArray:
    return np.asarray(scipy.special.expit(x))


#: Activations with their slopes.
FEATURES: dict[str, tuple[Function, Function]] = {
    "erf": (
        lambda x: np.asarray(scipy.special.erf(x)),
        lambda x: 2 / np.sqrt(np.pi) * np.exp(-x * x),
    ),
    "relu": (_relu, lambda x: np.asarray(x > 0, dtype=float)),
    "tanh": (np.tanh, lambda x: 1 - np.tanh(x) ** 2),
    "gelu": (_gelu, lambda x: scipy.special.ndtr(x) + x * np.exp(-x * x / 2) / np.sqrt(2 * np.pi)),
    "silu": (_silu, lambda x: scipy.special.expit(x) * (1 + x * scipy.special.expit(-x))),
    "softplus": (_softplus, _sigmoid),
    "sigmoid": (_sigmoid, lambda x: scipy.special.expit(x) * scipy.special.expit(-x)),
    "sin": (np.sin, np.cos),
}
TARGETS: dict[str, Function] = {
    "sign": np.sign,
    "sin": np.sin,
    "sin2": lambda s: np.sin(2 * s),
    "erf": lambda s: np.asarray(scipy.special.erf(s)),
    "relu": _relu,
    "linear": lambda s: s,
    "he2": lambda s: (s**2 - 1) / np.sqrt(2),
    "he3": lambda s: (s**3 - 3 * s) / np.sqrt(6),
    "he4": lambda s: (s**4 - 6 * s**2 + 3) / np.sqrt(24),
    "tanh": np.tanh,
    "gelu": _gelu,
    "silu": _silu,
    "softplus": _softplus,
    "sigmoid": _sigmoid,
}


@dataclass(frozen=True)
class OneStepSetting:
    """One simulated network: sizes d, n, p, functions by name, ridge, noise (standard deviation).

    With ``n0`` > 0 the first layer takes a gradient step of rate eta p on n0 samples from rows on
    the unit sphere; without, its rows are b + u v with |b|^2 = c and v.theta = gamma, u and c one
    value for each group of neurons, whose shares are ``fractions``.
    """

    activation: str
    target: str
    d: int
    n: int
    p: int
    ridge: float
    noise: float = 0.0
    u: tuple[float, ...] = (0.0,)
    gamma: float = 0.0
    c: tuple[float, ...] = (1.0,)
    fractions: tuple[float, ...] = (1.0,)
    n0: int = 0
    eta: float = 0.0


def sample_errors(setting: OneStepSetting, rng: np.random.Generator) -> tuple[float, float]:
    """Test and training error of one network; the test error leaves out the label noise."""
    sigma, _ = FEATURES[setting.activation]
    g, d = TARGETS[setting.target], setting.d
    theta = _unit(rng.standard_normal(d))

    def labelled(n: int) -> tuple[FloatArray, FloatArray]:
        x = rng.standard_normal((n, d))
        return x, g(x @ theta) + setting.noise * rng.standard_normal(n)

    rows = rng.standard_normal((setting.p, d))
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    if setting.n0 > 0:
        x, y = labelled(setting.n0)
        rows = gradient_step(rows, x, y, setting.activation, setting.eta)
    else:
        across = rng.standard_normal(d)
        across = _unit(across - theta * (theta @ across))
        spike = setting.gamma * theta + np.sqrt(1 - setting.gamma**2) * across
        group = group_of(setting.p, setting.fractions)
        rows = (
            np.sqrt(np.array(setting.c)[group, None]) * rows
            + np.array(setting.u)[group, None] * spike
        )
    x, y = labelled(setting.n)
    features = sigma(x @ rows.T) / np.sqrt(setting.p)
    readout = _ridge(features, y, setting.ridge)
    train = float(np.mean((y - features @ readout) ** 2))
    return _risk(setting, rows, readout / np.sqrt(setting.p), theta, rng), train


def group_of(p: int, fractions: tuple[float, ...]) -> NDArray[np.int64]:
    """The group (p,) of each neuron; no group is more than one neuron away from its share."""
    ends = np.round(np.cumsum(fractions) * p)
    return np.searchsorted(ends, np.arange(p), side="right").clip(max=len(fractions) - 1)


def gradient_step(
    rows: FloatArray, x: FloatArray, y: FloatArray, activation: str, eta: float
) -> FloatArray:
    """The rows (p, d) after a step of rate eta p on the samples' mean of (y - f)^2/2, with readout
    a = 1/sqrt(p)."""
    sigma, slope = FEATURES[activation]
    fields = x @ rows.T
    residual = y - sigma(fields).mean(axis=1)
    return np.asarray(rows + eta / len(x) * (residual[:, None] * slope(fields)).T @ x)


def _unit(x: FloatArray) -> FloatArray:
    return np.asarray(x / np.linalg.norm(x))


def _ridge(features: FloatArray, y: FloatArray, ridge: float) -> FloatArray:
    """The minimum of |y - features a|^2/2 + ridge |a|^2/2, through the smaller Gram matrix."""
    n, p = features.shape
    if p <= n:
        return np.asarray(
            np.linalg.solve(features.T @ features + ridge * np.eye(p), features.T @ y), dtype=float
        )
    return np.asarray(features.T @ np.linalg.solve(features @ features.T + ridge * np.eye(n), y))


def _risk(
    setting: OneStepSetting,
    rows: FloatArray,
    readout: FloatArray,
    theta: FloatArray,
    rng: np.random.Generator,
) -> float:
    """E (g - sum_i readout_i sigma(rows_i.x))^2 over inputs."""
    g = TARGETS[setting.target]
    if setting.activation not in KERNELS:
        sigma, _ = FEATURES[setting.activation]
        total = 0.0
        for _ in range(FRESH // 1000):
            x = rng.standard_normal((1000, setting.d))
            total += float(((g(x @ theta) - sigma(x @ rows.T) @ readout) ** 2).sum())
        return total / FRESH
    s, weight = _half_lines()
    target = g(s)
    mean = _given_signal(setting.activation, rows @ theta, (rows * rows).sum(axis=1), s) @ (
        weight * target
    )
    square = float(readout @ KERNELS[setting.activation](rows @ rows.T) @ readout)
    return float(weight @ target**2 - 2 * readout @ mean + square)


def _half_lines() -> tuple[FloatArray, FloatArray]:
    """Nodes and weights of N(0, 1) on both sides of 0, where a target may jump."""
    z, w = np.polynomial.legendre.leggauss(48)
    s = np.concatenate([-4.5 * (1 + z[::-1]), 4.5 * (1 + z)])
    weight = np.concatenate([w[::-1], w]) * np.exp(-s * s / 2)
    return s, weight / weight.sum()


def _given_signal(
    activation: str, along: FloatArray, norm2: FloatArray, s: FloatArray
) -> FloatArray:
    """E[sigma(w.x) | theta.x = s] by quadrature: Gauss-Hermite, for the kinked relu Gauss-Legendre
    from its kink."""
    sigma, _ = FEATURES[activation]
    rest = np.sqrt(np.maximum(norm2 - along**2, 0.0))
    if activation == "relu":
        ratio = along[:, None] * s / rest[:, None]
        low = np.clip(-ratio, -9.0, 9.0)
        found = np.zeros_like(ratio)
        for node, share in zip(*np.polynomial.legendre.leggauss(40), strict=True):
            at = (9.0 + low) / 2 + (9.0 - low) / 2 * node
            found += share * (9.0 - low) / 2 * sigma(at + ratio) * np.exp(-at * at / 2)
        return np.asarray(rest[:, None] * found / np.sqrt(2 * np.pi))
    z, weight = np.polynomial.hermite_e.hermegauss(40)
    found = np.zeros((len(along), len(s)))
    for node, share in zip(z, weight / weight.sum(), strict=True):
        found += share * sigma(along[:, None] * s + rest[:, None] * node)
    return found


def _arcsine(gram: FloatArray) -> FloatArray:
    """E erf(w.x) erf(w'.x) (Williams 1998)."""
    norm = np.sqrt(1 + 2 * np.diag(gram))
    return np.asarray(2 / np.pi * np.arcsin(np.clip(2 * gram / np.outer(norm, norm), -1, 1)))


def _arc_cosine(gram: FloatArray) -> FloatArray:
    """E relu(w.x) relu(w'.x) (Cho and Saul 2009)."""
    norm = np.sqrt(np.diag(gram))
    size = np.outer(norm, norm)
    angle = np.arccos(np.clip(gram / size, -1, 1))
    return np.asarray(size * (np.sin(angle) + (np.pi - angle) * np.cos(angle)) / (2 * np.pi))


def _sines(gram: FloatArray) -> FloatArray:
    """E sin(w.x) sin(w'.x), from the characteristic functions of the sum and of the difference."""
    half = np.diag(gram) / 2
    square = half[:, None] + half
    return np.asarray((np.exp(gram - square) - np.exp(-gram - square)) / 2)


KERNELS: dict[str, Callable[[FloatArray], FloatArray]] = {
    "erf": _arcsine,
    "relu": _arc_cosine,
    "sin": _sines,
}

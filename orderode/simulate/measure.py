"""Generalisation error at given overlaps by plain Monte Carlo over tasks, support sets and test inputs."""

from __future__ import annotations

import numpy as np

from .activations import FloatArray
from .algorithms import make_algorithm
from .draws import psd_factor
from .moments import Moments
from .setting import Setting

CHUNK = 2**17  # floats of fields held at once: small enough for the cache


@np.errstate(over="ignore", invalid="ignore")
def sample_eps_g(
    setting: Setting,
    Q: FloatArray,
    R: FloatArray,
    *,
    tasks: int = 500,
    test_samples: int = 20,
    seed: int | np.random.SeedSequence | np.random.Generator = 0,
) -> tuple[FloatArray, FloatArray]:
    """Mean test loss after adaptation, and its standard error, both (B,), at Q (B, K, K), R (B, K, M).

    Each of `tasks` fresh tasks has its own support set of the setting's P and `test_samples` fresh test
    fields; the standard error is that of independent tasks. Overlaps that are not finite give NaN.
    """
    rng = np.random.default_rng(seed)
    algorithm = make_algorithm(setting)
    samples = algorithm.support + test_samples
    rows = max(1, CHUNK // (setting.S * samples))
    mean, error = np.empty(len(Q)), np.empty(len(Q))
    for start in range(0, len(Q), rows):
        part = slice(start, min(start + rows, len(Q)))
        B = part.stop - part.start
        C = setting.covariance(Q[part], R[part])
        L, prepared = psd_factor(C), algorithm.prepare(C)
        moments = Moments()
        block = max(1, rows // B)
        for done in range(0, tasks, block):
            batch = (min(block, tasks - done), B)
            u = algorithm.draw_task(rng, batch)
            fields = L @ rng.standard_normal((*batch, setting.S, samples))
            w = algorithm.adapt(fields[..., : algorithm.support], u, prepared)
            moments.add(algorithm.loss(fields[..., algorithm.support :], u, w).mean(axis=-1))
        mean[part], error[part] = moments.mean, moments.standard_error
    return mean, error

"""The covariance of one step in the limit N -> inf, sampled: pairs of independent steps, no trajectory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .activations import FloatArray
from .algorithms import Algorithm, Prepared, make_algorithm
from .draws import psd_factor
from .moments import Moments
from .setting import Setting

CHUNK = 2**17  # floats of fields held at once


@dataclass(frozen=True, eq=False)
class DiffusionSample:
    """Estimate and standard errors of the covariance (n, n) of N times the change of the state in one step.

    The state is R row by row, the upper triangle of Q row by row, w0.
    """

    mean: FloatArray
    standard_error: FloatArray
    tasks: int


def sample_diffusion(
    setting: Setting, *, tasks: int, seed: int | np.random.SeedSequence, infinite_query: bool = False
) -> DiffusionSample:
    """From ``tasks`` pairs of independent steps: (x - x') (x - x')^T/2 is right on average.

    Inner products of inputs over N are replaced by their limit, 1 for a sample with itself and 0 otherwise.

    infinite_query: V -> inf, where what fluctuates is the mean over the query set, given task and support set, and the
    products a_k a_l vanish. Two query sets a, b of the same task and support set have that mean in common and nothing
    else, so that (a - a') (b - b')^T/2, made symmetric, is right on average whatever the number V of their samples.
    """
    rng = np.random.default_rng(seed)
    algorithm = make_algorithm(setting)
    C = setting.covariance()
    L, prepared = psd_factor(C), algorithm.prepare(C)
    products = Moments()
    sets = 2 if infinite_query else 1
    samples = algorithm.support + sets * algorithm.query
    block = max(1, CHUNK // (2 * setting.S * samples))
    for done in range(0, tasks, block):
        batch = (2, min(block, tasks - done))
        u = algorithm.draw_task(rng, batch)
        fields = L @ rng.standard_normal((*batch, setting.S, samples))
        noise = algorithm.draw_noise(rng, batch, samples)
        changes = []
        for number in range(sets):
            first = algorithm.support + number * algorithm.query
            used = [*range(algorithm.support), *range(first, first + algorithm.query)]
            of_set = None if noise is None else noise[..., used]
            changes.append(_change(algorithm, fields[..., used], u, prepared, of_set, not infinite_query))
        a, b = (x[0] - x[1] for x in (changes[0], changes[-1]))
        product = a[:, :, None] * b[:, None, :] / 2
        products.add((product + product.swapaxes(1, 2)) / 2)
    return DiffusionSample(products.mean, products.standard_error, tasks)


def _change(
    algorithm: Algorithm,
    fields: FloatArray,
    u: FloatArray,
    prepared: Prepared | None,
    noise: FloatArray | None,
    squares: bool,
) -> FloatArray:
    """N times the change of the state (..., n) in one step, without the decay, which does not fluctuate."""
    step = algorithm.step(fields, u, prepared, None, noise)
    a, K = step.coefficients, algorithm.K
    linear = a @ fields[..., step.used].swapaxes(-1, -2)
    dQ = linear[..., :K] + linear[..., :K].swapaxes(-1, -2)
    if squares:
        dQ = dQ + a @ a.swapaxes(-1, -2)
    rows, columns = np.triu_indices(K)
    dR = linear[..., K:].reshape(*linear.shape[:-2], -1)
    return np.concatenate([dR, dQ[..., rows, columns], np.broadcast_to(step.head, (*dR.shape[:-1], K))], axis=-1)

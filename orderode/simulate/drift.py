"""The drift of the overlaps in the limit N -> inf, sampled: one step, many tasks, no trajectory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .activations import FloatArray
from .algorithms import Algorithm, Prepared, make_algorithm
from .blocks import factors as factors_of_blocks
from .blocks import squares_within, sums_within
from .compiled import StepKernel, compiled, key_of
from .draws import psd_factor
from .errors import SettingError
from .moments import JointMoments, SkewedMoments
from .setting import Setting

CHUNK = 2**17  # floats of fields held at once: small enough for the cache

Sums = tuple[FloatArray, FloatArray, FloatArray]


@dataclass(frozen=True, eq=False)
class DriftSample:
    """Means and standard errors of dR/dalpha (K, M), dQ/dalpha (K, K) and dw0/dalpha (K,) over
    `tasks` independent tasks, with the blocks of the inputs in front where there are some, and the
    skewness of these means;
    covariance (n, n): of the n means, R row by row, the upper triangle of Q, w0;
    skewness_along (d,): of the mean along each direction that was asked for."""

    dR_mean: FloatArray
    dR_se: FloatArray
    dR_skewness: FloatArray
    dQ_mean: FloatArray
    dQ_se: FloatArray
    dQ_skewness: FloatArray
    tasks: int
    dw0_mean: FloatArray
    dw0_se: FloatArray
    dw0_skewness: FloatArray
    covariance: FloatArray
    skewness_along: FloatArray


def sample_drift(
    setting: Setting,
    *,
    tasks: int,
    seed: int | np.random.SeedSequence,
    in_c: bool = True,
    infinite_query: bool = False,
    directions: FloatArray | None = None,
) -> DriftSample:
    """Average of N (change of R, Q, w0) in one step at the setting's overlaps, without finite-N
    bias.

    x.x'/N is replaced by its limit, 1 for a sample with itself and 0 otherwise, which leaves
    dR_kn = sum_s a_k^s beta_n^s and dQ_kl = sum_s (a_k^s lambda_l^s + a_l^s lambda_k^s + a_k^s
    a_l^s), to which decay adds -rate decay R_kn and -2 rate decay Q_kl.

    infinite_query: V -> inf, where the products a_k^s a_l^s vanish; the mean of the rest is the
    same for every V, where no support sample enters the step or P = inf.

    directions (d, n): whose products with the changes, in the order of the covariance, have their
    skewness told.
    """
    algorithm = make_algorithm(setting)
    if infinite_query and algorithm.through and not algorithm.infinite:
        raise SettingError("P", setting.parameters["P"], "P must be inf where the query set is")
    kernel = compiled(lambda: StepKernel(algorithm), in_c and not setting.blocks)
    C = setting.covariance()
    seen = setting.of_labels(C)
    factors = factors_of_blocks(setting) if setting.blocks else setting.with_noise(psd_factor(C))
    prepared = algorithm.prepare(seen if kernel is None else seen[None])
    dR, dQ, dw0, projected = (SkewedMoments() for _ in range(4))
    together = JointMoments()
    rows, columns = np.triu_indices(setting.K)
    if kernel is None:
        sums = _sums(algorithm, factors, prepared, tasks, np.random.default_rng(seed))
    else:
        sums = _compiled_sums(kernel, factors, prepared, tasks, key_of(seed))
    K = setting.K
    for linear, quadratic, head in sums:
        learner, of_R = linear[..., :K], linear[..., K:]
        if setting.blocks:
            learner, of_R = sums_within(setting, linear)
            quadratic = squares_within(setting, quadratic)
        both = learner + learner.swapaxes(-1, -2)
        of_Q = both if infinite_query else both + quadratic
        if algorithm.spherical:
            of_R, of_Q = rescaled(of_R, of_Q, setting.R, setting.Q)
        dR.add(of_R)
        dQ.add(of_Q)
        dw0.add(head)
        n = len(of_R)
        flat = (of_R.reshape(n, -1), of_Q[..., rows, columns].reshape(n, -1), head)
        step = np.concatenate(flat, axis=1)
        together.add(step)
        projected.add(step @ (step[:0] if directions is None else directions).T)
    decay = 0.0 if algorithm.spherical else algorithm.decay  # which shrinks nothing then
    return DriftSample(
        dR.mean - decay * setting.R,
        dR.standard_error,
        dR.skewness_of_mean,
        dQ.mean - 2 * decay * setting.Q,
        dQ.standard_error,
        dQ.skewness_of_mean,
        tasks,
        dw0.mean,
        dw0.standard_error,
        dw0.skewness_of_mean,
        together.covariance_of_mean,
        projected.skewness_of_mean,
    )


def rescaled(
    dR: FloatArray, dQ: FloatArray, R: FloatArray, Q: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """N times the changes of R and Q for N -> inf where lengths are restored: J_k is divided by 1 +
    dQ_kk/(2 N Q_kk)."""
    grown = np.einsum("...kk->...k", dQ) / (2 * np.einsum("...kk->...k", Q))
    dR = dR - grown[..., :, None] * R
    return dR, dQ - (grown[..., :, None] + grown[..., None, :]) * Q


def _sums(
    algorithm: Algorithm,
    factors: tuple[FloatArray, FloatArray],
    prepared: Prepared | None,
    tasks: int,
    rng: np.random.Generator,
) -> Iterator[Sums]:
    """Block by block, sum_s a_k^s of all fields (block, K, S), sum_s a_k^s a_l^s (block, K, K), and
    the change of the head start (block, K)."""
    setting, samples = algorithm.setting, algorithm.samples
    block = max(1, CHUNK // (setting.drawn * samples))
    labels, common = factors
    for done in range(0, tasks, block):
        batch = min(block, tasks - done)
        u = algorithm.draw_task(rng, (batch,))
        z = rng.standard_normal((batch, setting.drawn, samples))
        noise = algorithm.draw_noise(rng, (batch,))
        step = algorithm.step(
            labels @ z, u, prepared, None, noise, algorithm.draw_gains(rng, (batch,))
        )
        a = step.coefficients
        linear = a @ (common @ z[..., step.used]).swapaxes(-1, -2)
        a = a[..., step.averaged :]
        yield linear, a @ a.swapaxes(-1, -2), step.head


def _compiled_sums(
    kernel: StepKernel,
    factors: tuple[FloatArray, FloatArray],
    prepared: Prepared | None,
    tasks: int,
    key: int,
) -> Iterator[Sums]:
    start, (labels, common) = kernel.setting.w0[None], factors
    for aZ, squares, head, _ in kernel.sample(key, labels[None], start, prepared, tasks):
        yield aZ[0] @ common.T, squares[0], head[0]

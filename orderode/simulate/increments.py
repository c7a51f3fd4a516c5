"""One step at many overlaps, sampled: how its changes fluctuate, how its task moves them, what is
of order 1/N."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .activations import FloatArray
from .algorithms import Algorithm, make_algorithm
from .compiled import StepKernel, compiled, key_of
from .draws import psd_factor
from .drift import rescaled
from .prior import TaskPrior, TaskSet
from .setting import Setting

CHUNK = 2**17  # floats of fields held at once


@dataclass(frozen=True, eq=False)
class Increments:
    """Of N times the change of the state in one step, at B overlaps; the state has n elements: R
    row by row, the upper triangle of Q, w0.

    covariance (B, n + c, n + c): of the state's changes, and the c moments of the task
    (``task_moments``), whose mean is zero; second (B, K, K): the part of the mean change of Q that
    is of order 1/N, times N.
    """

    covariance: FloatArray
    second: FloatArray


def task_moments(prior: TaskPrior | TaskSet, u: FloatArray) -> FloatArray:
    """u_m and u_m u_n (m <= n) less their means, (..., c), of tasks u (..., M); of a set which task
    it is, less the probabilities."""
    if isinstance(prior, TaskSet):
        return u[..., prior.vectors.shape[1] :] - prior.chances
    rows, columns = np.triu_indices(len(prior.mean))
    second = prior.factor @ prior.factor.T + np.outer(prior.mean, prior.mean)
    return np.concatenate(
        [u - prior.mean, u[..., rows] * u[..., columns] - second[rows, columns]], axis=-1
    )


@np.errstate(over="ignore", invalid="ignore")
def sample_increments(
    setting: Setting,
    Q: FloatArray,
    R: FloatArray,
    w0: FloatArray,
    *,
    tasks: int,
    seed: int | np.random.SeedSequence,
    in_c: bool = True,
) -> Increments:
    """At Q (B, K, K), R (B, K, M), w0 (B, K), from ``tasks`` steps at each."""
    algorithm = make_algorithm(setting, trajectories=True)
    kernel = compiled(lambda: StepKernel(algorithm), in_c)
    C = setting.covariance(Q, R)
    if kernel is None:
        steps = _in_numpy(algorithm, C, w0, tasks, np.random.default_rng(seed))
    else:
        steps = _in_c(kernel, algorithm, C, w0, tasks, key_of(seed))
    changes, moments, second = steps
    if not algorithm.spherical:
        second += algorithm.decay**2 * Q
    return Increments(_covariance(np.concatenate([changes, moments], axis=2)), second)


Steps = tuple[FloatArray, FloatArray, FloatArray]


def _in_c(
    kernel: StepKernel, algorithm: Algorithm, C: FloatArray, w0: FloatArray, tasks: int, key: int
) -> Steps:
    """Changes (tasks, B, n), moments of the tasks (tasks, B, c), and the mean of second order (B,
    K, K)."""
    labels, common = algorithm.setting.with_noise(psd_factor(C))
    K, prepared = algorithm.K, algorithm.prepare(algorithm.setting.of_labels(C))
    changes, moments, second = [], [], np.zeros((len(C), K, K))
    for aZ, squares, head, u in kernel.sample(key, labels, w0, prepared, tasks):
        change, square = _change(algorithm, aZ, squares, common[:, None], head)
        changes.append(change.swapaxes(0, 1))
        moments.append(task_moments(algorithm.prior, u).swapaxes(0, 1))
        second += square.sum(axis=1) / tasks
    return np.concatenate(changes), np.concatenate(moments), second


def _in_numpy(
    algorithm: Algorithm, C: FloatArray, w0: FloatArray, tasks: int, rng: np.random.Generator
) -> Steps:
    setting = algorithm.setting
    labels, common = setting.with_noise(psd_factor(C))
    B, K = len(C), setting.K
    changes, moments, second = [], [], np.zeros((B, K, K))
    block = max(1, CHUNK // (setting.drawn * algorithm.samples))
    for first in range(0, B, block):
        part = slice(first, min(first + block, B))
        prepared = algorithm.prepare(setting.of_labels(C[part]))
        rounds = max(1, block // (part.stop - first))
        seen = []
        for done in range(0, tasks, rounds):
            batch = (min(rounds, tasks - done), part.stop - first)
            u = algorithm.draw_task(rng, batch)
            z = rng.standard_normal((*batch, setting.drawn, algorithm.samples))
            noise = algorithm.draw_noise(rng, batch)
            step = algorithm.step(
                labels[part] @ z,
                u,
                prepared,
                np.broadcast_to(w0[part], (*batch, w0.shape[-1])),
                noise,
                algorithm.draw_gains(rng, batch),
            )
            a = step.coefficients
            aZ, squares = a @ z[..., step.used].swapaxes(-1, -2), a @ a.swapaxes(-1, -2)
            change, square = _change(algorithm, aZ, squares, common[part], step.head)
            second[part] += square.sum(axis=0) / tasks
            seen.append((change, task_moments(algorithm.prior, u)))
        changes.append(np.concatenate([x for x, _ in seen]))
        moments.append(np.concatenate([x for _, x in seen]))
    return np.concatenate(changes, axis=1), np.concatenate(moments, axis=1), second


def _change(
    algorithm: Algorithm, aZ: FloatArray, squares: FloatArray, L: FloatArray, head: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """N times the change of the state (..., n), without the decay, which does not fluctuate, for N
    -> inf; and N times what finite N adds to that of Q on average (..., K, K), without the square
    of the decay.

    A step adds (a Z)(a Z)^T + W to N^2 Q, W of mean (N - S) a a^T, where the limit has N a a^T.
    Where lengths are restored what finite N adds is left out, as 0.
    """
    K, S = algorithm.K, aZ.shape[-1]
    linear = aZ @ L.swapaxes(-1, -2)
    both = linear[..., :K] + linear[..., :K].swapaxes(-1, -2)
    rows, columns = np.triu_indices(K)
    of_R, of_Q = linear[..., K:], both + squares
    beyond = aZ @ aZ.swapaxes(-1, -2) - S * squares - algorithm.decay * both
    if algorithm.spherical:
        C = L @ L.swapaxes(-1, -2)
        of_R, of_Q = rescaled(of_R, of_Q, C[..., :K, K:], C[..., :K, :K])
        beyond = np.zeros_like(both)
    parts = (of_R.reshape(*linear.shape[:-2], -1), of_Q[..., rows, columns], head)
    return np.concatenate(parts, axis=-1), beyond


def _covariance(samples: FloatArray) -> FloatArray:
    """(B, n, n), of samples (tasks, B, n)."""
    x = (samples - samples.mean(axis=0)).transpose(1, 2, 0)
    made: FloatArray = x @ x.swapaxes(1, 2) / max(1, len(samples) - 1)
    return made

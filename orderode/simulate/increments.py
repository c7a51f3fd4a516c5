"""One step at many overlaps, sampled: how its changes fluctuate, how its task moves them, what is
of order 1/N."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .activations import FloatArray
from .algorithms import Algorithm, make_algorithm
from .blocks import factors as factors_of_blocks
from .blocks import squares_within, sums_within
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
    kernel = compiled(lambda: StepKernel(algorithm), in_c and not setting.blocks)
    states = _states(setting, Q, R)
    if kernel is None:
        steps = _in_numpy(algorithm, states, w0, tasks, np.random.default_rng(seed))
    else:
        steps = _in_c(kernel, algorithm, states, w0, tasks, key_of(seed))
    changes, moments, second = steps
    if not algorithm.spherical:
        second += algorithm.decay**2 * Q
    return Increments(_covariance(np.concatenate([changes, moments], axis=2)), second)


Steps = tuple[FloatArray, FloatArray, FloatArray]


@dataclass(frozen=True, eq=False)
class _States:
    """B overlaps: the covariance C (B, S, S) of the fields that labels are made of, a factor of it
    (B, S, D), and one of the fields that weights are compared with (B, S, D), those of each block
    of the inputs one after the other (B, L S, D)."""

    C: FloatArray
    labels: FloatArray
    common: FloatArray


def _states(setting: Setting, Q: FloatArray, R: FloatArray) -> _States:
    C = setting.covariance(Q, R)
    made = factors_of_blocks(setting, Q, R) if setting.blocks else setting.with_noise(psd_factor(C))
    return _States(setting.of_labels(C), *made)


def _in_c(
    kernel: StepKernel, algorithm: Algorithm, at: _States, w0: FloatArray, tasks: int, key: int
) -> Steps:
    """Changes (tasks, B, n), moments of the tasks (tasks, B, c), and the mean of second order (B,
    K, K)."""
    prepared, second = algorithm.prepare(at.C), _second(algorithm, len(at.C))
    changes, moments = [], []
    for aZ, squares, head, u in kernel.sample(key, at.labels, w0, prepared, tasks):
        change, square = _change(algorithm, aZ, squares, at.common[:, None], head)
        changes.append(change.swapaxes(0, 1))
        moments.append(task_moments(algorithm.prior, u).swapaxes(0, 1))
        second += square.sum(axis=1) / tasks
    return np.concatenate(changes), np.concatenate(moments), second


def _in_numpy(
    algorithm: Algorithm, at: _States, w0: FloatArray, tasks: int, rng: np.random.Generator
) -> Steps:
    setting = algorithm.setting
    B = len(at.C)
    changes, moments, second = [], [], _second(algorithm, B)
    block = max(1, CHUNK // (setting.drawn * algorithm.samples))
    for first in range(0, B, block):
        part = slice(first, min(first + block, B))
        prepared = algorithm.prepare(at.C[part])
        rounds = max(1, block // (part.stop - first))
        seen = []
        for done in range(0, tasks, rounds):
            batch = (min(rounds, tasks - done), part.stop - first)
            u = algorithm.draw_task(rng, batch)
            z = rng.standard_normal((*batch, setting.drawn, algorithm.samples))
            noise = algorithm.draw_noise(rng, batch)
            step = algorithm.step(
                at.labels[part] @ z,
                u,
                prepared,
                np.broadcast_to(w0[part], (*batch, w0.shape[-1])),
                noise,
                algorithm.draw_gains(rng, batch),
            )
            a = step.coefficients
            aZ, squares = a @ z[..., step.used].swapaxes(-1, -2), a @ a.swapaxes(-1, -2)
            change, square = _change(algorithm, aZ, squares, at.common[part], step.head)
            second[part] += square.sum(axis=0) / tasks
            seen.append((change, task_moments(algorithm.prior, u)))
        changes.append(np.concatenate([x for x, _ in seen]))
        moments.append(np.concatenate([x for _, x in seen]))
    return np.concatenate(changes, axis=1), np.concatenate(moments, axis=1), second


def _second(algorithm: Algorithm, B: int) -> FloatArray:
    """Room for what finite N adds to the mean change of Q at B overlaps."""
    front = (B, *([algorithm.setting.blocks] if algorithm.setting.blocks else []))
    return np.zeros((*front, algorithm.K, algorithm.K))


def _change(
    algorithm: Algorithm, aZ: FloatArray, squares: FloatArray, L: FloatArray, head: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """N times the change of the state (..., n), without the decay, which does not fluctuate, for N
    -> inf; and N times what finite N adds to that of Q on average (..., K, K), without the square
    of the decay.

    A step adds (a Z)(a Z)^T + W to N^2 Q, W of mean (N - S) a a^T, where the limit has N a a^T.
    Where lengths are restored what finite N adds is left out, as 0.
    """
    K, S, setting = algorithm.K, aZ.shape[-1], algorithm.setting
    linear = aZ @ L.swapaxes(-1, -2)
    learner, of_R, within = linear[..., :K], linear[..., K:], squares
    along, D = aZ @ aZ.swapaxes(-1, -2), S * squares
    if setting.blocks:
        learner, of_R = sums_within(setting, linear)
        within = squares_within(setting, squares)
        apart = aZ.reshape(*aZ.shape[:-1], setting.blocks, setting.S).swapaxes(-3, -2)
        variances = setting.variances[:, None, None]
        along = variances * (apart @ apart.swapaxes(-1, -2))
        D = variances * setting.S * squares[..., None, :, :]
    both = learner + learner.swapaxes(-1, -2)
    rows, columns = np.triu_indices(K)
    of_Q = both + within
    beyond = along - D - algorithm.decay * both
    if algorithm.spherical:
        C = L @ L.swapaxes(-1, -2)
        of_R, of_Q = rescaled(of_R, of_Q, C[..., :K, K:], C[..., :K, :K])
        beyond = np.zeros_like(both)
    front = linear.shape[:-2]
    parts = (of_R.reshape(*front, -1), of_Q[..., rows, columns].reshape(*front, -1), head)
    return np.concatenate(parts, axis=-1), beyond


def _covariance(samples: FloatArray) -> FloatArray:
    """(B, n, n), of samples (tasks, B, n)."""
    x = (samples - samples.mean(axis=0)).transpose(1, 2, 0)
    made: FloatArray = x @ x.swapaxes(1, 2) / max(1, len(samples) - 1)
    return made

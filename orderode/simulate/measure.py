"""Observables at given overlaps by plain Monte Carlo over tasks, support sets and test inputs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from .activations import FloatArray, find_activation
from .algorithms import make_algorithm
from .draws import psd_factor
from .inner import InnerLoop, residual
from .moments import Moments
from .prior import TaskPrior
from .quadrature import correlation
from .setting import Setting, SettingError

CHUNK = 2**17  # floats of fields held at once: small enough for the cache

Seed = int | np.random.SeedSequence | np.random.Generator


def sample_eps_g(
    setting: Setting,
    Q: FloatArray,
    R: FloatArray,
    w0: FloatArray | None = None,
    *,
    tasks: int = 500,
    test_samples: int = 20,
    seed: Seed = 0,
) -> tuple[FloatArray, FloatArray]:
    """Mean test loss and its standard error, both (B,), at Q (B, K, K), R (B, K, M), head starts w0 (B, K).

    The loss is that after the inner loop where the algorithm has one, and of the head w0 otherwise.
    """
    at = make_algorithm(setting).measured[:1]
    mean, error = sample_losses(setting, Q, R, w0, at=at, tasks=tasks, test_samples=test_samples, seed=seed)
    return mean[0], error[0]


def sample_adaptation(
    setting: Setting,
    Q: FloatArray,
    R: FloatArray,
    w0: FloatArray | None = None,
    *,
    steps: int = 20,
    tasks: int = 500,
    test_samples: int = 20,
    seed: Seed = 0,
) -> tuple[FloatArray, FloatArray]:
    """The adaptation curve: mean test loss after 0, ..., steps inner steps on one support set of the setting's P at
    rate eta_w, whatever the algorithm, and its standard error, both (steps + 1, B)."""
    at = range(steps + 1)
    return sample_losses(setting, Q, R, w0, at=at, tasks=tasks, test_samples=test_samples, seed=seed)


@np.errstate(over="ignore", invalid="ignore")
def sample_losses(
    setting: Setting,
    Q: FloatArray,
    R: FloatArray,
    w0: FloatArray | None = None,
    *,
    at: Sequence[int],
    tasks: int,
    test_samples: int,
    seed: Seed,
) -> tuple[FloatArray, FloatArray]:
    """Mean test loss after each of the increasing numbers of inner steps `at`, and its standard error, (len(at), B).

    Each of `tasks` fresh tasks has its own support set, with label noise, and `test_samples` fresh test fields,
    without; the standard error is that of independent tasks. Overlaps that are not finite give NaN.
    """
    if tasks < 1 or test_samples < 1:
        raise SettingError("tasks, test_samples", (tasks, test_samples), "both must be at least 1")
    rng = np.random.default_rng(seed)
    prior, activation = TaskPrior(setting.mean, setting.cov, setting.kurtosis), find_activation(setting.activation)
    inner = InnerLoop(setting) if max(at) > 0 else None
    support = inner.samples if inner else 0
    samples = support + test_samples
    rows = max(1, CHUNK // (setting.S * samples))
    mean, error = np.empty((len(at), len(Q))), np.empty((len(at), len(Q)))
    for part, start in _parts(setting, Q, w0, rows):
        C = setting.covariance(Q[part], R[part])
        L, prepared = psd_factor(C), inner.prepare(C) if inner else None
        B = len(start)
        moments = Moments()
        for size in _blocks(tasks, max(1, rows // B)):
            u = prior.draw(rng, (size, B))
            values = activation.g(L @ rng.standard_normal((size, B, setting.S, samples)))
            noise = setting.noise * rng.standard_normal((size, B, support)) if setting.noise and support else None
            w = np.broadcast_to(start, (size, *start.shape))
            done, losses = 0, np.empty((size, len(at), B))
            for i, steps in enumerate(at):
                if inner:
                    w = inner.head(values[..., :support], u, prepared, w, noise, steps - done)
                done = steps
                losses[:, i] = 0.5 * np.square(residual(values[..., support:], u, w)).mean(axis=-1)
            moments.add(losses)
        mean[:, part], error[:, part] = moments.mean, moments.standard_error
    return mean, error


@np.errstate(over="ignore", invalid="ignore")
def sample_sensitivity(
    setting: Setting,
    Q: FloatArray,
    R: FloatArray,
    w0: FloatArray | None = None,
    *,
    tasks: int = 500,
    seed: Seed = 0,
) -> tuple[FloatArray, FloatArray]:
    """E |grad_w L|^2 at the head start over fresh tasks, and its standard error, both (B,).

    L is a task's loss on infinitely much data, so that grad_w L = <(f - y) g(lambda)> by quadrature.
    """
    rng = np.random.default_rng(seed)
    prior, activation = TaskPrior(setting.mean, setting.cov, setting.kurtosis), find_activation(setting.activation)
    rows = max(1, CHUNK // setting.S)
    mean, error = np.empty(len(Q)), np.empty(len(Q))
    for part, start in _parts(setting, Q, w0, rows):
        A = correlation(setting.covariance(Q[part], R[part]), setting.K, activation)
        moments = Moments()
        for size in _blocks(tasks, max(1, rows // len(start))):
            u = prior.draw(rng, (size, len(start)))
            w = np.broadcast_to(start, (size, *start.shape))
            # f - y is linear in the g of all the fields, so its average against g(lambda) needs the pairs only.
            moments.add(np.square(residual(A.swapaxes(-1, -2), u, w)).sum(axis=-1))
        mean[part], error[part] = moments.mean, moments.standard_error
    return mean, error


def _parts(setting: Setting, Q: FloatArray, w0: FloatArray | None, rows: int) -> Iterator[tuple[slice, FloatArray]]:
    """The B overlaps in parts of at most `rows`, each with its head starts (part, K)."""
    starts = np.broadcast_to(setting.w0 if w0 is None else w0, (len(Q), setting.K))
    for start in range(0, len(Q), rows):
        part = slice(start, min(start + rows, len(Q)))
        yield part, starts[part]


def _blocks(tasks: int, size: int) -> Iterator[int]:
    """Sizes of the blocks `tasks` are done in."""
    for done in range(0, tasks, size):
        yield min(size, tasks - done)

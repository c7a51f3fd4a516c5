"""Observables at given overlaps by plain Monte Carlo over tasks, support sets and test inputs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from .activations import FloatArray
from .algorithms import Algorithm, make_algorithm
from .compiled import MeasureKernel, compiled, key_of
from .draws import psd_factor
from .errors import SettingError
from .losses import NOISE, SUPPORT
from .model import Expr, Observable
from .moments import Moments
from .setting import Setting

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
    in_c: bool = True,
) -> tuple[FloatArray, FloatArray]:
    """The model's eps_g and its standard error, both (B,), at Q (B, K, K), R (B, K, M),
    head starts w0 (B, K)."""
    algorithm = make_algorithm(setting)
    first = algorithm.model.observables[:1]
    mean, error = sample_observables(
        algorithm, first, Q, R, w0, tasks=tasks, test_samples=test_samples, seed=seed, in_c=in_c
    )
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
    """The adaptation curve: mean test loss after 0, ..., steps steps of the model's inner loop,
    whether it trains with it or not, and its standard error, both (steps + 1, B). In
    numpy: so many inner steps take longer to compile than to compute."""
    algorithm = make_algorithm(setting)
    loss, head = algorithm.adaptation_loss()
    losses = [(loss, head, number) for number in range(steps + 1)]
    return _sample(algorithm, losses, Q, R, w0, tasks, test_samples, seed, False)


def sample_observables(
    algorithm: Algorithm,
    observables: Sequence[Observable],
    Q: FloatArray,
    R: FloatArray,
    w0: FloatArray | None = None,
    *,
    tasks: int,
    test_samples: int,
    seed: Seed,
    in_c: bool = True,
) -> tuple[FloatArray, FloatArray]:
    """Mean losses on fresh data and their standard errors, (len(observables), B)."""
    losses = [(o.loss, o.head, algorithm.adapted(o)) for o in observables]
    return _sample(algorithm, losses, Q, R, w0, tasks, test_samples, seed, in_c)


def sample_each(
    algorithm: Algorithm,
    observables: Sequence[Observable],
    Q: FloatArray,
    R: FloatArray,
    w0: FloatArray,
    *,
    tasks: int,
    test_samples: int,
    seeds: Sequence[np.random.SeedSequence],
    in_c: bool = True,
) -> tuple[FloatArray, FloatArray]:
    """The same at n times, (len(observables), n, B), each with its seed; Q (n, B, K, K) and so on.
    Those of one task of a set are measured on it alone."""
    named = [o.task for o in observables]
    if len(set(named)) > 1:
        mean = np.empty((len(observables), *Q.shape[:2]))
        error = np.empty_like(mean)
        for task in dict.fromkeys(named):
            places = [i for i, name in enumerate(named) if name == task]
            mean[places], error[places] = sample_each(
                algorithm.of_task(task) if task else algorithm,
                [replace(observables[i], task="") for i in places],
                *(Q, R, w0),
                tasks=tasks,
                test_samples=test_samples,
                seeds=seeds,
                in_c=in_c,
            )
        return mean, error
    losses = [(o.loss, o.head, algorithm.adapted(o)) for o in observables]
    kernel = _kernel(algorithm, losses, test_samples, in_c)
    if kernel is None:
        found = [
            _in_numpy(algorithm, losses, q, r, w, tasks, test_samples, np.random.default_rng(seed))
            for q, r, w, seed in zip(Q, R, w0, seeds, strict=True)
        ]
        return np.stack([m for m, _ in found], axis=1), np.stack([e for _, e in found], axis=1)
    n, B = Q.shape[:2]
    keys = []  # one seed's after the other
    for seed in seeds:
        keys += [key_of(seed)] * B
    q, r, w = (x.reshape(n * B, *x.shape[2:]) for x in (Q, R, w0))
    mean, error = _in_c(kernel, algorithm, q, r, w, tasks, keys, n * list(range(B)))
    return mean.reshape(-1, n, B), error.reshape(-1, n, B)


def _sample(
    algorithm: Algorithm,
    losses: Sequence[tuple[Expr, str, int]],
    Q: FloatArray,
    R: FloatArray,
    w0: FloatArray | None,
    tasks: int,
    test_samples: int,
    seed: Seed,
    in_c: bool,
) -> tuple[FloatArray, FloatArray]:
    """Mean test loss for each (loss, head, number of inner steps), and its standard error,
    (len(losses), B).

    Each of `tasks` fresh tasks has its own support set, with label noise, and `test_samples` fresh
    test fields, without; the standard error is that of independent tasks. Overlaps that are not
    finite give NaN.
    """
    if tasks < 1 or test_samples < 1:
        raise SettingError("tasks, test_samples", (tasks, test_samples), "both must be at least 1")
    kernel = _kernel(algorithm, losses, test_samples, in_c)
    if kernel is None:
        rng = np.random.default_rng(seed)
        return _in_numpy(algorithm, losses, Q, R, w0, tasks, test_samples, rng)
    starts = np.broadcast_to(
        algorithm.setting.w0 if w0 is None else w0, (len(Q), algorithm.setting.w0.size)
    )
    keys = len(Q) * [key_of(seed)]
    return _in_c(kernel, algorithm, Q, R, starts, tasks, keys, list(range(len(Q))))


def _kernel(
    algorithm: Algorithm, losses: Sequence[tuple[Expr, str, int]], test_samples: int, in_c: bool
) -> MeasureKernel | None:
    return compiled(lambda: MeasureKernel(algorithm, losses, test_samples), in_c)


@np.errstate(over="ignore", invalid="ignore")
def _in_c(
    kernel: MeasureKernel,
    algorithm: Algorithm,
    Q: FloatArray,
    R: FloatArray,
    w0: FloatArray,
    tasks: int,
    keys: Sequence[int],
    numbers: Sequence[int],
) -> tuple[FloatArray, FloatArray]:
    C = algorithm.setting.measured(Q, R)
    return kernel.measure(
        keys, numbers, psd_factor(C), w0, algorithm.averages(kernel.plan, C), tasks
    )


@np.errstate(over="ignore", invalid="ignore")
def _in_numpy(
    algorithm: Algorithm,
    losses: Sequence[tuple[Expr, str, int]],
    Q: FloatArray,
    R: FloatArray,
    w0: FloatArray | None,
    tasks: int,
    test_samples: int,
    rng: np.random.Generator,
) -> tuple[FloatArray, FloatArray]:
    setting = algorithm.setting
    plan = algorithm.measurement(losses, test_samples)
    support = algorithm.adapting if any(steps for _, _, steps in losses) else 0
    samples = support + test_samples
    rows = max(1, CHUNK // (setting.S * samples))
    mean, error = np.empty((len(losses), len(Q))), np.empty((len(losses), len(Q)))
    for part, start in _parts(setting, Q, w0, rows):
        C = setting.measured(Q[part], R[part])
        L, prepared = psd_factor(C), algorithm.averages(plan, C)
        B = len(start)
        moments = Moments()
        for size in _blocks(tasks, max(1, rows // B)):
            u = algorithm.draw_task(rng, (size, B))
            fields = L @ rng.standard_normal((size, B, setting.S, samples))
            noise = None
            if (SUPPORT, NOISE) in plan.inputs:
                noise = np.zeros((size, B, samples))
                noise[..., :support] = rng.standard_normal((size, B, support))
            found = plan.run(algorithm.inputs(fields, u, prepared, start, noise, support))
            moments.add(np.stack([np.broadcast_to(x, (size, B)) for x in found], axis=1))
        mean[:, part], error[:, part] = moments.mean, moments.standard_error
    return mean, error


@np.errstate(over="ignore", invalid="ignore")
def sample_squared_gradient(
    setting: Setting,
    Q: FloatArray,
    R: FloatArray,
    w0: FloatArray | None = None,
    *,
    tasks: int = 500,
    seed: Seed = 0,
) -> tuple[FloatArray, FloatArray]:
    """E |grad_w L|^2 at the head start over fresh tasks, and its standard error, both (B,).

    L is a task's loss on infinitely much data, that of eps_g; its slope is an
    average by quadrature.
    """
    rng, algorithm = np.random.default_rng(seed), make_algorithm(setting)
    first = algorithm.model.observables[0]
    plan = algorithm.expected_slope(first.loss, first.head)
    rows = max(1, CHUNK // setting.S)
    mean, error = np.empty(len(Q)), np.empty(len(Q))
    for part, start in _parts(setting, Q, w0, rows):
        C = setting.measured(Q[part], R[part])
        prepared = algorithm.averages(plan, C)
        moments = Moments()
        for size in _blocks(tasks, max(1, rows // len(start))):
            u = algorithm.draw_task(rng, (size, len(start)))
            nothing = np.empty((size, len(start), setting.S, 0))
            (slope,) = plan.run(algorithm.inputs(nothing, u, prepared, start, None, 0))
            moments.add(
                np.square(np.broadcast_to(slope, (size, len(start), setting.K))).sum(axis=-1)
            )
        mean[part], error[part] = moments.mean, moments.standard_error
    return mean, error


def _parts(
    setting: Setting, Q: FloatArray, w0: FloatArray | None, rows: int
) -> Iterator[tuple[slice, FloatArray]]:
    """The B overlaps in parts of at most `rows`, each with its head starts (part, K)."""
    starts = np.broadcast_to(setting.w0 if w0 is None else w0, (len(Q), setting.w0.size))
    for start in range(0, len(Q), rows):
        part = slice(start, min(start + rows, len(Q)))
        yield part, starts[part]


def _blocks(tasks: int, size: int) -> Iterator[int]:
    """Sizes of the blocks `tasks` are done in."""
    for done in range(0, tasks, size):
        yield min(size, tasks - done)

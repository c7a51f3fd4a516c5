"""The covariance of one step in the limit N -> inf, sampled: pairs of independent steps, no
trajectory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .activations import FloatArray
from .algorithms import Algorithm, Prepared, make_algorithm
from .blocks import factors, squares_within, sums_within
from .draws import psd_factor
from .errors import SettingError
from .moments import Moments
from .prior import TaskSet
from .setting import Setting

CHUNK = 2**17  # floats of fields held at once
# of the tasks drawn over theirs: a mean of |u|^8 has a fifteenth of the variance, for one unit to
# three
WIDTH = 1.5


@dataclass(frozen=True, eq=False)
class DiffusionSample:
    """Estimate and standard errors of the covariance (n, n) of N times the change of the state in
    one step.

    The state is R row by row, the upper triangle of Q row by row, w0; of inputs in blocks R and Q
    have those of one block after the other.
    """

    mean: FloatArray
    standard_error: FloatArray
    tasks: int


def sample_diffusion(
    setting: Setting,
    *,
    tasks: int,
    seed: int | np.random.SeedSequence,
    infinite_query: bool = False,
) -> DiffusionSample:
    """From ``tasks`` pairs of independent steps: (x - x') (x - x')^T/2 is right on average.

    It holds up to the eighth power of the task: tasks are drawn wider than they are, and weighted.

    Inner products of inputs over N are replaced by their limit, 1 for a sample with itself and 0
    otherwise.

    infinite_query: V -> inf, where what fluctuates is the mean over the query set, given task and
    support set, and the products a_k a_l vanish. Two query sets a, b of the same task and support
    set have that mean in common and nothing else, so that (a - a') (b - b')^T/2, made symmetric, is
    right on average whatever the number V of their samples.
    """
    products = Moments()
    for changes, weight in _pairs(setting, tasks, seed, sets=2 if infinite_query else 1):
        whole = [linear if infinite_query else linear + squares for linear, squares in changes]
        products.add(weight[:, None, None] * _product(whole[0], whole[-1]))
    return DiffusionSample(products.mean, products.standard_error, tasks)


def sample_products(
    setting: Setting, *, tasks: int, seed: int | np.random.SeedSequence
) -> DiffusionSample:
    """What the products a_k a_l in the change of Q add to that covariance, from ``tasks`` pairs of
    steps.

    It is of relative order 1/V, and so is its standard error.
    """
    products = Moments()
    for ((linear, squares),), weight in _pairs(setting, tasks, seed, sets=1):
        crossed = _product(linear, squares)
        products.add(weight[:, None, None] * (2 * crossed + _product(squares, squares)))
    return DiffusionSample(products.mean, products.standard_error, tasks)


def _pairs(
    setting: Setting, tasks: int, seed: int | np.random.SeedSequence, sets: int
) -> Iterator[tuple[list[tuple[FloatArray, FloatArray]], FloatArray]]:
    """Blocks of differences (block, n) between the two steps of a pair, for each of ``sets`` query
    sets: the part linear in the coefficients, and that of their products.  Then the weights
    (block,) of the pairs."""
    rng = np.random.default_rng(seed)
    algorithm = make_algorithm(setting)
    if setting.varies:
        remedy = "the covariance of a step is sampled with one teacher for all tasks"
        raise SettingError("spread", setting.spread, remedy)
    if setting.model.outer.spherical:
        remedy = "the covariance of a step is sampled where lengths are free"
        raise SettingError("model.outer.spherical", True, remedy)
    if setting.model.keep:
        remedy = "the covariance of a step is sampled without gains"
        raise SettingError(setting.model.keep, setting.parameters[setting.model.keep], remedy)
    if isinstance(algorithm.prior, TaskSet):
        tasks_of = [t.name for t in setting.model.tasks]
        remedy = "the covariance of a step is sampled without a set of tasks"
        raise SettingError("model.tasks", tasks_of, remedy)
    C = setting.covariance()
    prepared = algorithm.prepare(C)
    L, each = factors(setting) if setting.blocks else (psd_factor(C), None)
    samples = algorithm.support + sets * algorithm.query
    block = max(1, CHUNK // (2 * setting.drawn * samples))
    for done in range(0, tasks, block):
        batch = (2, min(block, tasks - done))
        u, weight = algorithm.prior.draw_wide(rng, batch, WIDTH)
        z = rng.standard_normal((*batch, setting.drawn, samples))
        fields, apart = L @ z, None if each is None else each @ z
        noise = algorithm.draw_noise(rng, batch, samples)
        changes = []
        for number in range(sets):
            first = algorithm.support + number * algorithm.query
            used = [*range(algorithm.support), *range(first, first + algorithm.query)]
            of_set = None if noise is None else noise[..., used]
            within = None if apart is None else apart[..., used]
            linear, squares = _change(algorithm, fields[..., used], within, u, prepared, of_set)
            changes.append((linear[0] - linear[1], squares[0] - squares[1]))
        yield changes, weight[0] * weight[1]


def _product(a: FloatArray, b: FloatArray) -> FloatArray:
    """a b^T/2 of differences (block, n), made symmetric."""
    product = a[:, :, None] * b[:, None, :] / 2
    symmetric: FloatArray = (product + product.swapaxes(1, 2)) / 2
    return symmetric


def _change(
    algorithm: Algorithm,
    fields: FloatArray,
    within: FloatArray | None,
    u: FloatArray,
    prepared: Prepared | None,
    noise: FloatArray | None,
) -> tuple[FloatArray, FloatArray]:
    """N times the change of the state (..., n) in one step, without the decay, which does not
    fluctuate: the part linear in the coefficients, and the products a_k a_l of that of Q;
    ``within``: the fields of each block of the inputs, where there are some."""
    step = algorithm.step(fields, u, prepared, None, noise)
    a, K = step.coefficients, algorithm.K
    linear = a @ (fields if within is None else within)[..., step.used].swapaxes(-1, -2)
    squares = a @ a.swapaxes(-1, -2)
    dQ, dR = linear[..., :K], linear[..., K:]
    front = linear.shape[:-2]
    if within is not None:
        dQ, dR = sums_within(algorithm.setting, linear)
        squares = squares_within(algorithm.setting, squares)
    rows, columns = np.triu_indices(K)
    dQ = (dQ + dQ.swapaxes(-1, -2))[..., rows, columns].reshape(*front, -1)
    squares = squares[..., rows, columns].reshape(*front, -1)
    dR = dR.reshape(*front, -1)
    head = np.broadcast_to(step.head, (*front, K))
    parts = (np.zeros_like(dR), squares, np.zeros_like(head))
    return np.concatenate([dR, dQ, head], axis=-1), np.concatenate(parts, axis=-1)

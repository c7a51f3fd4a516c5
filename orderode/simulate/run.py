"""Run a simulation and record it on a grid of times."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..shown import Tabled
from .activations import FloatArray
from .ahead import without
from .algorithms import Algorithm, make_algorithm
from .compiled import RampedKernel, StepKernel, compiled, key_of
from .direct import Direct
from .errors import SettingError
from .increments import task_moments
from .measure import sample_each
from .prior import TaskSet
from .ramp import Ramp
from .reduced import Reduced, check_dimension
from .setting import Setting

METHODS: dict[str, type[Reduced] | type[Direct]] = {"reduced": Reduced, "direct": Direct}


@dataclass(frozen=True, eq=False)
class Path:
    """Overlaps at m times, of which the recorded ones are some: alpha (m,), Q (m, runs, K, K), R
    (m, runs, K, M), w0 (m, runs, K); tasks (m - 1, runs, c): ``task_moments`` of the tasks drawn
    between two of them, summed over steps.

    recorded (n,): places of the recorded times.
    """

    alpha: FloatArray
    Q: FloatArray
    R: FloatArray
    w0: FloatArray
    tasks: FloatArray
    recorded: NDArray[np.intp]


@dataclass(frozen=True, eq=False, repr=False)
class SimulationResult(Tabled):
    """What was recorded, n times and `runs` runs; NaN from the moment a run is no longer finite.

    alpha (n,): times t/N of the recorded steps; Q (n, runs, K, K), R (n, runs, K, M): overlaps;
    w0 (n, runs, K): head start; eps_g, eps_g_se (n, runs): the model's eps_g, measured,
    and its Monte Carlo standard error; others: the same of its other observables, by name;
    status: "ok" or "non-finite" for each run; path: the overlaps at the times between, where they
    were asked for; backend: what took the steps, "compiled" or "numpy"; later: settings that
    took over from ``setting``, with their times; ramp: on which ``setting`` is the first.
    """

    alpha: FloatArray
    Q: FloatArray
    R: FloatArray
    w0: FloatArray
    eps_g: FloatArray
    eps_g_se: FloatArray
    status: tuple[str, ...]
    setting: Setting
    N: int
    seed: int
    method: str
    others: dict[str, tuple[FloatArray, FloatArray]] = field(default_factory=dict)
    path: Path | None = None
    backend: str = "numpy"
    later: tuple[tuple[float, Setting | Ramp], ...] = ()
    ramp: Ramp | None = None

    @property
    def kind(self) -> str:
        """What made it, such as "reduced, compiled"."""
        return f"{self.method}, {self.backend}"

    def __repr__(self) -> str:
        n, runs = self.eps_g.shape
        good = self.status.count("ok")
        last = float(np.mean(self.eps_g[-1][np.isfinite(self.eps_g[-1])])) if good else np.nan
        return (
            f"<SimulationResult: {runs} runs, {runs - good} failed, N = {self.N}, {self.method},"
            f" seed {self.seed}; {n} times, eps_g = {last:.4g} at alpha = {self.alpha[-1]:g}>"
        )


def simulate(
    setting: Setting | Ramp,
    *,
    N: int,
    runs: int,
    seed: int,
    method: str = "reduced",
    alphas: Sequence[float] | FloatArray,
    tasks: int = 500,
    test_samples: int = 20,
    path: FloatArray | None = None,
    later: Sequence[tuple[float, Setting | Ramp]] = (),
    progress: bool | None = None,
    in_c: bool = True,
) -> SimulationResult:
    """Simulate `runs` independent runs and record them at the steps nearest to the times `alphas`.

    Trajectories depend on (setting, N, runs, seed, method) only; eps_g at a step on that step,
    `tasks` and `test_samples` besides, so neither depends on the other times asked for.
    in_c: compiled, on all cores, where that can be had: reduced, with a finite support set. numpy
    draws other numbers, of the same law.
    path: more times, at which overlaps, and between which moments of the tasks, are kept, with
    those of ``alphas``.
    later: settings that take over at times, which increase; only their parameters may differ. What
    is measured at such a time is so with the setting up to there. Of a ramp the step t has, and
    what is measured at a time is measured with, the setting that it has at alpha = t/N.
    progress: show a bar on stderr; None shows it only on a terminal.
    """
    times = np.asarray(alphas, dtype=np.float64)
    increasing = times.ndim == 1 and times.size > 0 and times[0] >= 0 and (np.diff(times) > 0).all()
    if not (increasing and np.isfinite(times).all()):
        raise SettingError("alphas", alphas, "give at least one time, all >= 0 and increasing")
    for key, count, least in (
        ("runs", runs, 1),
        ("tasks", tasks, 1),
        ("test_samples", test_samples, 1),
    ):
        if count < least:
            raise SettingError(key, count, f"{key} must be at least {least}")
    if method not in METHODS:
        raise SettingError("method", method, f"choose one of {sorted(METHODS)}")
    # One stream for the dynamics, one for each measured step: measuring never moves the trajectory.
    stream = np.random.SeedSequence(seed, spawn_key=(0,))
    steps = np.rint(times * N).astype(np.int64)
    wanted = steps if path is None else _between(steps, np.rint(np.asarray(path) * N))
    course = setting
    first, *changes = _changes(course, N, later, int(steps[-1]))
    knots = np.array([step for step, _ in changes], dtype=np.int64)
    wanted = np.union1d(wanted, knots) if changes else wanted
    parts = [first, *(s for _, s in changes)]
    settings = [_at(part, 0.0) for part in parts]
    setting, started = _at(course, 0.0), settings[0]
    if setting.model.ahead is not None and method != "direct":
        remedy = "weights adapt ahead of each step, with N-vectors: write method = 'direct'"
        raise SettingError("method", method, remedy)
    algorithms = [make_algorithm(without(s), trajectories=True) for s in settings]
    compilable = in_c and method == "reduced" and not any(x.infinite for x in algorithms)
    compilable = compilable and not setting.blocks  # steps with blocks are those of numpy
    pairs = list(zip(parts, algorithms, strict=True))
    kernels = compiled(lambda: [_kernel(*pair) for pair in pairs], compilable)
    adapted: dict[int, dict[str, tuple[FloatArray, ...]]] = {}  # of each task, at recorded steps

    def seen(state: Reduced | Direct, step: int) -> None:
        if setting.model.ahead is not None and step in steps and isinstance(state, Direct):
            adapted[step] = _adapted(state, np.random.SeedSequence(seed, spawn_key=(2, step)))

    total, disable = int(steps[-1]) * runs, None if progress is None else not progress
    with warnings.catch_warnings():  # a notebook without widgets has a bar of text
        warnings.simplefilter("ignore")
        from tqdm.auto import tqdm  # slow to import

    with tqdm(total=total, desc=f"simulate ({method})", disable=disable) as bar:
        if kernels is None:
            state = METHODS[method](started, N, runs, np.random.default_rng(stream))
            kept = _follow(state, np.unique(wanted), bar.update, [(0, first), *changes], seen)
        else:
            check_dimension(started, N)
            taking_over = list(zip(knots.tolist(), kernels[1:], strict=True))
            kept = kernels[0].follow(
                N, runs, key_of(stream), np.unique(wanted), bar.update, taking_over
            )
    recorded = np.searchsorted(np.unique(wanted), steps)
    Q, R, w0 = (x[recorded] for x in kept[:3])
    observables = setting.model.observables
    measured = []
    for part, algorithm in _measuring(steps, knots, parts, algorithms, N):
        seeds = [np.random.SeedSequence(seed, spawn_key=(1, step)) for step in steps[part].tolist()]
        if adapted:
            here = [adapted[step] for step in steps[part].tolist()]
            options = {"tasks": tasks, "test_samples": test_samples, "seeds": seeds, "in_c": in_c}
            measured.append(_of_adapted(algorithm, here, options))
            continue
        measured.append(
            sample_each(
                algorithm,
                observables,
                Q[part],
                R[part],
                w0[part],
                tasks=tasks,
                test_samples=test_samples,
                seeds=seeds,
                in_c=in_c,
            )
        )
    mean, error = (np.concatenate(x, axis=1) for x in zip(*measured, strict=True))
    status = tuple("ok" if np.isfinite(last).all() else "non-finite" for last in Q[-1])
    others = {o.name: (mean[i], error[i]) for i, o in enumerate(observables) if i}
    return SimulationResult(
        steps / N,
        Q,
        R,
        w0,
        mean[0],
        error[0],
        status,
        setting,
        N,
        seed,
        method,
        others,
        None if path is None else Path(wanted / N, *kept, recorded),
        "numpy" if kernels is None else "compiled",
        tuple(later),
        course if isinstance(course, Ramp) else None,
    )


def _changes(
    setting: Setting | Ramp, N: int, later: Sequence[tuple[float, Setting | Ramp]], last: int
) -> tuple[Any, ...]:
    """The setting of the first step, and those that take over before later steps, with these."""
    made: dict[int, Setting | Ramp] = {0: setting}
    for alpha, other in later:
        if round(alpha * N) < last:
            made[round(alpha * N)] = other
    return made[0], *((step, s) for step, s in made.items() if step)


def _at(part: Setting | Ramp, alpha: float) -> Setting:
    """The setting at a time."""
    return part.at(alpha) if isinstance(part, Ramp) else part


def _kernel(part: Setting | Ramp, algorithm: Algorithm) -> StepKernel:
    return RampedKernel(part) if isinstance(part, Ramp) else StepKernel(algorithm)


def _measuring(
    steps: NDArray[np.int64],
    knots: NDArray[np.int64],
    parts: Sequence[Setting | Ramp],
    algorithms: Sequence[Algorithm],
    N: int,
) -> Iterator[tuple[NDArray[np.intp], Algorithm]]:
    """Places of recorded steps, and what they are measured with."""
    places = np.split(np.arange(len(steps)), np.searchsorted(steps, knots, side="right"))
    for here, part, algorithm in zip(places, parts, algorithms, strict=True):
        if not isinstance(part, Ramp):
            yield here, algorithm
            continue
        for place in here:
            yield here[here == place], make_algorithm(without(part.at(steps[place] / N)))


def _between(steps: NDArray[np.int64], more: FloatArray) -> NDArray[np.int64]:
    """The numbers of steps to keep: all of these, and of more those between them."""
    both = np.unique(np.concatenate([steps, more.astype(np.int64)]))
    return both[(both >= steps[0]) & (both <= steps[-1])]


def _follow(
    state: Reduced | Direct,
    steps: NDArray[np.int64],
    passed: Callable[[int], object],
    changes: Sequence[tuple[int, Setting | Ramp]],
    seen: Callable[[Reduced | Direct, int], None],
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """What ``StepKernel.follow`` gives, in numpy; ``seen`` is called with each state that is
    kept."""
    prior, done = state.algorithm.prior, 0
    kept: list[tuple[FloatArray, FloatArray, FloatArray]] = []
    tasks: list[FloatArray] = []
    for step in steps.tolist():
        moments: FloatArray = np.zeros(len(task_moments(prior, prior.mean)))
        moments = np.repeat(moments[None], state.runs, axis=0)
        while done < step:
            at, part = [x for x in changes if x[0] <= done][-1]
            if isinstance(part, Ramp) or at == done > 0:
                state.adopt(_at(part, done / state.N))
            moments = moments + task_moments(prior, state.step())
            passed(state.runs)
            done += 1
        kept.append((*state.overlaps(), state.w0.copy()))
        seen(state, step)
        tasks.append(moments)
    Q, R, w0 = (np.array(x) for x in zip(*kept, strict=True))
    return Q, R, w0, np.array(tasks)[1:]


def _adapted(state: Direct, seed: np.random.SeedSequence) -> dict[str, tuple[FloatArray, ...]]:
    """Q, R and heads (runs, ...) of all runs after the step ahead, in each task of the set."""
    rng, found = np.random.default_rng(seed), {}
    for task in state.setting.model.tasks:
        u = state.algorithm.of_task(task.name).draw_task(rng, (state.runs,))
        found[task.name] = state.adapted(u, rng)
    return found


def _of_adapted(
    algorithm: Algorithm, here: list[dict[str, tuple[FloatArray, ...]]], options: dict[str, Any]
) -> tuple[FloatArray, FloatArray]:
    """Observables where weights have adapted, the mean over tasks with their probabilities."""
    observables = algorithm.model.observables
    assert isinstance(algorithm.prior, TaskSet)
    shape = (len(observables), len(here), len(next(iter(here[0].values()))[0]))
    mean, square = np.zeros(shape), np.zeros(shape)
    for task, chance in zip(algorithm.model.tasks, algorithm.prior.chances, strict=True):
        states = [at[task.name] for at in here]
        Q, R, w0 = (np.stack(x) for x in zip(*states, strict=True))
        of_one = [replace(o, task="") for o in observables]
        m, e = sample_each(algorithm.of_task(task.name), of_one, Q, R, w0, **options)
        for i, o in enumerate(observables):
            weight = chance if not o.task else float(o.task == task.name)
            mean[i] += weight * m[i]
            square[i] += (weight * e[i]) ** 2
    return mean, np.sqrt(square)

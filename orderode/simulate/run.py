"""Run a simulation and record it on a grid of times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from .activations import FloatArray
from .direct import Direct
from .errors import SettingError
from .increments import task_moments
from .measure import sample_observables
from .reduced import Reduced
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
class SimulationResult:
    """What was recorded, n times and `runs` runs; NaN from the moment a run is no longer finite.

    alpha (n,): times t/N of the recorded steps; Q (n, runs, K, K), R (n, runs, K, M): overlaps;
    w0 (n, runs, K): head start; eps_g, eps_g_se (n, runs): the model's first observable, measured,
    and its Monte Carlo standard error; others: the same of its other observables, by name;
    status: "ok" or "non-finite" for each run; path: the overlaps at the times between, where they
    were asked for.
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

    def __repr__(self) -> str:
        n, runs = self.eps_g.shape
        good = self.status.count("ok")
        last = float(np.mean(self.eps_g[-1][np.isfinite(self.eps_g[-1])])) if good else np.nan
        return (
            f"<SimulationResult: {runs} runs, {runs - good} failed, N = {self.N}, {self.method},"
            f" seed {self.seed}; {n} times, eps_g = {last:.4g} at alpha = {self.alpha[-1]:g}>"
        )


def simulate(
    setting: Setting,
    *,
    N: int,
    runs: int,
    seed: int,
    method: str = "reduced",
    alphas: Sequence[float] | FloatArray,
    tasks: int = 500,
    test_samples: int = 20,
    path: FloatArray | None = None,
    progress: bool | None = None,
) -> SimulationResult:
    """Simulate `runs` independent runs and record them at the steps nearest to the times `alphas`.

    Trajectories depend on (setting, N, runs, seed, method) only; eps_g at a step on that step,
    `tasks` and `test_samples` besides, so neither depends on the other times asked for.
    path: more times, at which overlaps, and between which moments of the tasks, are kept, with
    those of ``alphas``.
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
    rng = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(0,)))
    state = METHODS[method](setting, N, runs, rng)
    steps = np.rint(times * N).astype(np.int64)
    algorithm, n = state.algorithm, len(steps)
    observables = algorithm.model.observables
    Q, R = np.empty((n, runs, setting.K, setting.K)), np.empty((n, runs, setting.K, setting.M))
    w0, eps_g, eps_g_se = (
        np.empty((n, runs, setting.K)),
        *(np.empty((len(observables), n, runs)) for _ in range(2)),
    )
    kept = _Recorder(
        state, steps, None if path is None else np.rint(np.asarray(path) * N).astype(np.int64)
    )
    done = 0
    disable = None if progress is None else not progress
    from tqdm import tqdm  # slow to import

    with tqdm(total=int(steps[-1]), desc=f"simulate ({method})", disable=disable) as bar:
        for i, target in enumerate(steps.tolist()):
            for step in range(done, target):
                kept.step(step)
                bar.update()
            done = max(done, target)
            Q[i], R[i] = state.overlaps()
            w0[i] = state.w0
            eps_g[:, i], eps_g_se[:, i] = sample_observables(
                algorithm,
                observables,
                Q[i],
                R[i],
                w0[i],
                tasks=tasks,
                test_samples=test_samples,
                seed=np.random.SeedSequence(seed, spawn_key=(1, target)),
            )
    status = tuple("ok" if np.isfinite(last).all() else "non-finite" for last in Q[-1])
    kept.keep(done)
    others = {o.name: (eps_g[i], eps_g_se[i]) for i, o in enumerate(observables) if i}
    return SimulationResult(
        steps / N,
        Q,
        R,
        w0,
        eps_g[0],
        eps_g_se[0],
        status,
        setting,
        N,
        seed,
        method,
        others,
        kept.made(N),
    )


class _Recorder:
    """Steps a simulation and keeps what it passes, at the steps asked for."""

    def __init__(
        self, state: Reduced | Direct, steps: NDArray[np.int64], more: NDArray[np.int64] | None
    ) -> None:
        self.state, self.steps, self.wanted = state, steps, np.empty(0, dtype=np.int64)
        if more is not None:
            both = np.unique(np.concatenate([steps, more]))
            self.wanted = both[(both >= steps[0]) & (both <= steps[-1])]
        self.kept: list[tuple[FloatArray, FloatArray, FloatArray]] = []
        self.tasks: list[FloatArray] = []
        self.sum: FloatArray = np.zeros(())

    def step(self, number: int) -> None:
        """Step ``number``, counted from 0."""
        self.keep(number)
        u = self.state.step()
        if len(self.wanted):
            self.sum = self.sum + task_moments(self.state.algorithm.prior, u)

    def keep(self, number: int) -> None:
        """The state before step ``number``, if it is wanted, and the tasks drawn since the one kept
        before."""
        if len(self.kept) == len(self.wanted) or self.wanted[len(self.kept)] != number:
            return
        if self.kept:
            self.tasks.append(self.sum)
        self.kept.append((*self.state.overlaps(), self.state.w0.copy()))
        self.sum = np.zeros(())

    def made(self, N: int) -> Path | None:
        if not len(self.wanted):
            return None
        Q, R, w0 = (np.array(x) for x in zip(*self.kept, strict=True))
        recorded = np.searchsorted(self.wanted, self.steps)
        return Path(self.wanted / N, Q, R, w0, np.array(self.tasks), recorded)

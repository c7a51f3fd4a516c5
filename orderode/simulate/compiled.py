"""The simulation in C: a plan printed, compiled, and called from all cores.

Random numbers are counted, not drawn in turn: those of step t of run r are a function of (key, r,
t), so that no result depends on the number of threads, on blocks, or on the instruction set. The
numpy interpreter stays the judge of the steps.
"""

from __future__ import annotations

import ctypes
import math
import os
import threading
from collections.abc import Callable, Hashable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from ..compiler import say
from ..errors import BackendError
from .activations import FloatArray
from .algorithms import Algorithm, Prepared, make_algorithm
from .expected import Average
from .libraries import WIDE, core, plan_library, table
from .losses import GAINS, NOISE, QUERY, SUPPORT, VECTOR
from .model import Expr
from .plan import Plan
from .printer import printed
from .prior import TaskPrior, TaskSet
from .ramp import PLACES, Ramp, RampedNumbers
from .setting import Setting

MOST_AVERAGES, MOST_VECTORS = 55, 8  #: as base.h has room for
MOST_OPERATIONS = 250  #: of a plan: some five seconds of a compiler
TASKS = 1024  #: of one state in one call

T = TypeVar("T")
Work = Callable[[FloatArray], None]


class _Model(ctypes.Structure):
    """``model`` of base.h."""

    _fields_ = (
        ("size", ctypes.c_long * 4),
        *((name, ctypes.c_long) for name in ("support", "query", "through", "averaged", "noisy")),
        *(
            (name, ctypes.c_long)
            for name in ("gains", "varies", "spherical", "tasks", "heads", "N")
        ),
        *((name, ctypes.c_double) for name in ("decay", "keep")),
        ("plan", ctypes.c_void_p),
        ("plan_work", ctypes.c_long),
        *(
            (name, ctypes.c_void_p)
            for name in ("c", "table", "T", "mean", "root", "kurtosis", "second", "spread")
        ),
        *((name, ctypes.c_void_p) for name in ("ends", "chances", "rows", "head")),
        ("vectors", ctypes.c_void_p * MOST_VECTORS),
    )


def key_of(seed: int | np.random.SeedSequence | np.random.Generator) -> int:
    """64 bits of a seed."""
    if isinstance(seed, np.random.Generator):
        return int(seed.integers(2**63))
    sequence = seed if isinstance(seed, np.random.SeedSequence) else np.random.SeedSequence(seed)
    return int(sequence.generate_state(1, np.uint64)[0])


def compiled(make: Callable[[], T], wanted: bool) -> T | None:
    """What ``make`` makes, or None where it is not wanted, or cannot be compiled, which is said in
    one line."""
    if not wanted:
        return None
    try:
        return make()
    except BackendError as error:
        say(f"simulation by numpy, some ten times slower than C: {error.why.splitlines()[0]}")
        return None


class _Kernel:
    """A plan with the numbers of its algorithm; arrays are C-contiguous doubles."""

    def __init__(
        self,
        algorithm: Algorithm,
        plan: Plan,
        axes: Sequence[tuple[str, ...]],
        samples: tuple[int, int],
        noise: tuple[str, ...],
    ) -> None:
        self.plan = plan
        setting, prior = algorithm.setting, algorithm.prior
        learner, teacher = setting.model.learner.field, setting.model.teacher.field
        names = list(product((SUPPORT, QUERY), (learner, teacher, NOISE)))
        places: dict[Hashable, int] = {name: i for i, name in enumerate(names)}
        places |= {setting.model.task.name: 6, setting.model.start.name: 7, GAINS: 8}
        self.averages = [name for name in plan.inputs if isinstance(name, Average)]
        self.averages.sort(key=repr)
        if len(self.averages) > MOST_AVERAGES:
            raise BackendError("c", f"a step has {len(self.averages)} averages over fields")
        if len(plan.needed) > MOST_OPERATIONS:
            raise BackendError(
                "c", f"a step of {len(plan.needed)} operations takes long to compile"
            )
        places |= {name: 9 + i for i, name in enumerate(self.averages)}
        if len(setting.vectors) > MOST_VECTORS:
            raise BackendError("c", f"a model has {len(setting.vectors)} vectors")
        vectors = 9 + MOST_AVERAGES
        places |= {(VECTOR, name): vectors + i for i, name in enumerate(setting.vectors)}
        text = printed(plan, axes, places, setting.activations)
        self.library, self.text = core(), text.text
        self.setting, self.K, self.M, self.S = setting, setting.K, setting.M, setting.S
        noisy = any((s, NOISE) in plan.inputs for s in (SUPPORT, QUERY))
        self.numbers = {
            "c": np.array([*text.coefficients, 0.0]),
            "table": table(),
            "T": setting.T,
            "kurtosis": setting.kurtosis,
            "spread": setting.spread,
            **_of_tasks(prior),
        }
        self.model = _Model(decay=algorithm.decay, support=samples[0], query=samples[1])
        self.model.noisy = len(noise) if noisy else 0
        if GAINS in plan.inputs:
            self.model.gains, self.model.keep = 1, setting.parameters[setting.model.keep]
        for i, size in enumerate(plan.tape.sizes.values()):
            self.model.size[i] = size
        for name, array in self.numbers.items():
            self.numbers[name] = array = np.ascontiguousarray(array, dtype=np.float64)
            setattr(self.model, name, array.ctypes.data)
        self._heads = np.zeros(1, dtype=ctypes.c_long)
        if isinstance(prior, TaskSet):
            self._heads = prior.heads.argmax(axis=1).astype(ctypes.c_long)
            self.model.tasks = len(prior.chances)
        self.model.head = self._heads.ctypes.data
        self.model.heads = len(setting.model.heads)
        self._vectors = [np.ascontiguousarray(x) for x in setting.vectors.values()]
        for i, x in enumerate(self._vectors):
            self.model.vectors[i] = x.ctypes.data
        self.model.plan_work = text.work
        self.use(min(int(self.library.simulate_level()), len(WIDE)))

    def use(self, level: int) -> None:
        """The instruction set: 0 is the compiler's own, then those of WIDE."""
        self.level = level
        self._plan = plan_library(self.text, level)  # kept: what is called lies in it
        plan = getattr(self._plan, f"plan_{('plain', *WIDE)[level]}")
        self.model.plan = ctypes.cast(plan, ctypes.c_void_p)

    def _averages(
        self, prepared: Prepared | None, states: int
    ) -> tuple[Any, Any, list[FloatArray]]:
        """Pointers to arrays of averages that lead with the states, the sizes of each for one
        state, and the arrays."""
        arrays = []
        for name in self.averages:
            assert prepared is not None
            arrays.append(np.ascontiguousarray(prepared[name].reshape(states, -1)))
        pointers = (ctypes.c_void_p * max(1, len(arrays)))(*(x.ctypes.data for x in arrays))
        sizes = (ctypes.c_long * max(1, len(arrays)))(*(x[0].size for x in arrays))
        return pointers, sizes, arrays


class StepKernel(_Kernel):
    """Single steps of an algorithm, and trajectories of the reduced simulation."""

    def __init__(self, algorithm: Algorithm) -> None:
        learner = algorithm.model.learner.field
        sets = [SUPPORT, QUERY] if algorithm.through else [QUERY]
        axes = [*((learner, s) for s in sets), (learner,)]
        samples = (algorithm.support, algorithm.query)
        super().__init__(algorithm, algorithm.plan, axes, samples, (SUPPORT, QUERY))
        self.model.through = int(algorithm.through)
        self.model.averaged = 0 if algorithm.trajectories else algorithm.support
        self.model.varies = int(self.setting.varies)
        self.model.spherical = int(algorithm.spherical)
        self.work = int(self.library.simulate_work(ctypes.byref(self.model)))

    def follow(
        self,
        N: int,
        runs: int,
        key: int,
        steps: NDArray[np.int64],
        passed: Callable[[int], object],
        later: Sequence[tuple[int, StepKernel]] = (),
    ) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
        """Runs from the setting's state: Q (n, runs, K, K), R (n, runs, K, M), w0 (n, runs, H K)
        before each of the n numbers of steps, which increase, and the sums of ``task_moments``
        (n - 1, runs, c) between; ``passed`` is told how many steps a run has taken.

        later: kernels that take over before numbers of steps, which are among ``steps``."""
        K, M, n = self.K, self.M, len(steps)
        kernels = [(0, self), *later]
        for _, kernel in kernels:
            kernel.model.N = N
        kept = [np.empty((n, runs, *shape)) for shape in ((K, K), (K, M), self.setting.w0.shape)]
        tasks = np.zeros((n, runs, self.model.tasks or M + M * (M + 1) // 2))
        counting = threading.Lock()

        def run(number: int) -> None:
            state = [np.array(x) for x in (self.setting.Q, self.setting.R, self.setting.w0)]
            work = np.empty(max(kernel.work for _, kernel in kernels))
            done = 0
            for i, step in enumerate(steps.tolist()):
                kernel = [k for first, k in kernels if first <= done][-1]
                for first, last, model in kernel.taken(done, step, N):
                    kernel.library.simulate_run(
                        kernel.level,
                        ctypes.byref(model),
                        ctypes.c_uint64(key),
                        ctypes.c_uint64(number),
                        ctypes.c_uint64(first),
                        ctypes.c_uint64(last),
                        *map(_pointer, state),
                        _pointer(tasks[i, number]),
                        _pointer(work),
                    )
                for into, x in zip(kept, state, strict=True):
                    into[i, number] = x
                with counting:
                    passed(step - done)
                done = step

        spread(run, range(runs))
        return kept[0], kept[1], kept[2], tasks[1:]

    def taken(self, first: int, last: int, N: int) -> Iterator[tuple[int, int, Any]]:
        """Steps ``first``, ..., ``last`` - 1 in parts, from a step to before another, with what C
        is given in each."""
        yield first, last, self.model

    def sample(
        self,
        key: int,
        labels: FloatArray,
        w0: FloatArray,
        prepared: Prepared | None,
        tasks: int,
    ) -> Iterator[tuple[FloatArray, FloatArray, FloatArray, FloatArray]]:
        """Steps at B states with factors labels (B, S, D) of ``Setting.with_noise``, head starts
        w0 (B, H K), some tasks at a time: aZ (B, tasks, K, D), squares (B, tasks, K, K), head (B,
        tasks, H K), and u (B, tasks, M), as tasks are drawn."""
        K, drawn = self.K, self.M + self.model.tasks
        B, _, D = labels.shape
        labels, w0 = (np.ascontiguousarray(x) for x in (labels, w0))
        pointers, sizes, _held = self._averages(prepared, B)
        ends = np.cumsum([K * D, K * K, self.setting.w0.size, drawn])
        block = max(1, 2**24 // (B * int(ends[-1])))  # 128 MiB
        for done in range(0, tasks, block):
            size = min(block, tasks - done)
            out = np.empty((B, size, ends[-1]))

            def fill(job: tuple[int, int], out: FloatArray = out, done: int = done) -> None:
                b, first = job
                if not np.isfinite(labels[b]).all():  # activations take finite fields
                    out[b] = np.nan
                    return
                stop = min(out.shape[1], first + TASKS)
                work = np.empty(self.work)
                self.library.simulate_sample(
                    self.level,
                    ctypes.byref(self.model),
                    ctypes.c_uint64(key),
                    ctypes.c_long(b),
                    ctypes.c_uint64(done + first),
                    ctypes.c_long(stop - first),
                    _pointer(labels),
                    _pointer(w0),
                    pointers,
                    sizes,
                    ctypes.c_long(len(self.averages)),
                    _pointer(out[b, first:]),
                    _pointer(work),
                )

            spread(fill, list(product(range(B), range(0, size, TASKS))))
            aZ, squares, head, u = np.split(out, ends[:-1], axis=2)
            yield (
                aZ.reshape(B, size, K, D),
                squares.reshape(B, size, K, K),
                head,
                u,
            )

    def draw(self, N: int, key: int, run: int, step: int) -> dict[str, FloatArray]:
        """The randomness of one step: z (D, samples), zeta (samples,) or none, u (M,), of a set
        (M + G,), gains (K,), A (K, K) of Bartlett; of the teachers' noise, if there is any, along
        (M, S) and B (M, M)."""
        K, M, S, D = self.K, self.M, self.S, self.setting.drawn
        self.model.N = N
        P, V, noisy = self.model.support, self.model.query, bool(self.model.noisy)
        varies = self.setting.varies
        sizes = [D * P, D * V, (P + V) * noisy, M, K * K, M * M * varies, M * S * varies]
        normal, gains, A, B = np.empty(sum(sizes)), np.ones(K), np.empty((K, K)), np.empty((M, M))
        task = ctypes.c_long()
        self.library.simulate_draw(
            self.level,
            ctypes.byref(self.model),
            *(ctypes.c_uint64(x) for x in (key, run, step)),
            *map(_pointer, (normal, gains, A, B)),
            ctypes.byref(task),
            _pointer(np.empty(self.work)),
        )
        support, query, zeta, e, _, _, along = np.split(normal, np.cumsum(sizes)[:-1])
        z = np.concatenate([support.reshape(D, P), query.reshape(D, V)], axis=1)
        u = self.numbers["mean"] + self.numbers["root"] @ e
        if self.model.tasks:
            u = np.concatenate([self.numbers["rows"], np.eye(self.model.tasks)], axis=1)[task.value]
        found = {"z": z, "zeta": zeta, "u": u, "A": A}
        if self.model.gains:
            found["gains"] = gains
        return found | ({"along": along.reshape(M, S), "B": B} if varies else {})


class RampedKernel(StepKernel):
    """Trajectories whose rates go on straight lines, those of each step its own."""

    def __init__(self, ramp: Ramp) -> None:
        def kernel(setting: Setting) -> StepKernel:
            return StepKernel(make_algorithm(setting, trajectories=True))

        super().__init__(make_algorithm(ramp.between(PLACES[0]), trajectories=True))
        self.along = RampedNumbers(kernel, ramp)

    def taken(self, first: int, last: int, N: int) -> Iterator[tuple[int, int, Any]]:
        for step, model in self.along.models(first, last, N):
            yield step, step + 1, model


class MeasureKernel(_Kernel):
    """Mean test losses after so many inner steps, as ``Algorithm.measurement`` has them."""

    def __init__(
        self, algorithm: Algorithm, losses: Sequence[tuple[Expr, str, int]], test_samples: int
    ) -> None:
        support = algorithm.adapting if any(steps for _, _, steps in losses) else 0
        plan = algorithm.measurement(losses, test_samples)
        super().__init__(algorithm, plan, [()] * len(losses), (support, test_samples), (SUPPORT,))
        self.outputs = len(losses)
        self.work = int(self.library.simulate_work(ctypes.byref(self.model)))

    def measure(
        self,
        keys: Sequence[int],
        numbers: Sequence[int],
        L: FloatArray,
        w0: FloatArray,
        prepared: Prepared | None,
        tasks: int,
    ) -> tuple[FloatArray, FloatArray]:
        """Means over tasks and their standard errors, (losses, B), at B states with factors L (B,
        S, S) and heads w0 (B, H K), of which each has a key and a number."""
        B = len(L)
        L, w0 = (np.ascontiguousarray(x) for x in (L, w0))
        pointers, sizes, _held = self._averages(prepared, B)
        mean, error = np.empty((self.outputs, B)), np.empty((self.outputs, B))

        def fill(b: int) -> None:
            if not np.isfinite(L[b]).all():  # activations take finite fields
                mean[:, b] = error[:, b] = np.nan
                return
            values, work = np.empty((self.outputs, tasks)), np.empty(self.work)
            self.library.simulate_measure(
                self.level,
                ctypes.byref(self.model),
                ctypes.c_uint64(keys[b]),
                ctypes.c_uint64(numbers[b]),
                ctypes.c_long(b),
                ctypes.c_long(tasks),
                _pointer(L),
                _pointer(w0),
                pointers,
                sizes,
                ctypes.c_long(len(self.averages)),
                ctypes.c_long(self.outputs),
                _pointer(values),
                _pointer(work),
            )
            with np.errstate(invalid="ignore", over="ignore"):
                mean[:, b] = values.mean(axis=1)
                deviation = values.std(axis=1, ddof=1) if tasks > 1 else math.nan
            error[:, b] = deviation / math.sqrt(tasks)

        spread(fill, range(B))
        return mean, error


def _of_tasks(prior: TaskPrior | TaskSet) -> dict[str, FloatArray]:
    """What tasks are drawn from; arrays that are not read are left empty."""
    if isinstance(prior, TaskSet):
        M, none = prior.vectors.shape[1], np.zeros(1)
        of_set = {"ends": prior.ends, "chances": prior.chances, "rows": prior.vectors}
        return {"mean": np.zeros(M), "root": np.zeros((M, M)), "second": none, **of_set}
    second = prior.factor @ prior.factor.T + np.outer(prior.mean, prior.mean)
    return {"mean": prior.mean, "root": prior.factor, "second": second}


def spread(call: Callable[[Any], None], jobs: Sequence[Any]) -> None:
    """Calls on all cores; the first error is raised."""
    workers = min(len(jobs), cores())
    if workers < 2:
        for job in jobs:
            call(job)
        return
    with ThreadPoolExecutor(workers) as pool:
        for _ in pool.map(call, jobs):
            pass


def cores() -> int:
    """That this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def _pointer(array: NDArray[Any]) -> ctypes.c_void_p:
    return ctypes.c_void_p(array.ctypes.data)

"""Whole trajectories by the vector kernels and by a program written by hand, in one run: an
integrator of many trajectories, eight in the lanes of AVX-512, around the right-hand sides of
hand_written.h.

    python benchmarks/hand_written_runs.py [--quick]

One trajectory: of SGD (the problem of bench.py, to alpha = 200) and of FO-ANIL (Fig. 3, to 450);
1000 of SGD, wall on two threads; the plane of Fig. 5, 7 x 60 x 60 (--quick: 7 x 12 x 12), each to
where eps_g = 0.01. Seconds of the processor unless "wall" is said, the least of repetitions in
turns; method, tolerances and step control are the same, and right-hand sides are counted. Needs a
machine with AVX-512.
"""

from __future__ import annotations

import argparse
import ctypes
import subprocess
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from bench import ATOL, COUNT, END, RTOL, parameters, start

from orderode.compiler import FLAGS, compiler, instruction_sets
from orderode.solvers.base import Array, State
from orderode.solvers.batch import BatchSolution, integrate_batch

SOURCE = Path(__file__).resolve().parent / "hand_written_runs.c"
POINTER, SIZE, REAL = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_double
LEVEL = 0.01


class Task(ctypes.Structure):
    """As in the C."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("model", "K", "M")),
        ("count", SIZE),
        *((name, POINTER) for name in ("eta_J", "eta_w", "T", "states")),
        *((name, REAL) for name in ("end", "level", "rtol", "atol")),
        *((name, POINTER) for name in ("results", "crossing", "evaluations")),
    )


class ByHand:
    """The program by hand, for states (n, ..) of one size."""

    def __init__(self, folder: Path) -> None:
        library = folder / "by_hand.so"
        command = [*compiler(), "-O2", "-w", *FLAGS, str(SOURCE), "-o", str(library), "-lm"]
        subprocess.run(command, check=True)
        self.library = ctypes.CDLL(str(library))

    def __call__(
        self,
        model: str,
        state: State,
        eta_J: Array,
        eta_w: Array,
        T: Array,
        end: float,
        *,
        rtol: float,
        atol: float,
        level: float = np.nan,
        threads: int = 1,
    ) -> tuple[Array, Array, int]:
        """Last states, crossings and the number of right-hand sides."""
        (K, M), n = state.R.shape[-2:], len(eta_J)
        flat = np.concatenate((state.R.reshape(-1), state.Q[np.triu_indices(K)]))
        states = np.ascontiguousarray(np.broadcast_to(flat, (n, len(flat))))
        results, crossing = np.empty_like(states), np.empty(n)
        evaluations, queue = np.zeros(n, dtype=np.uintp), SIZE(0)
        arrays = [np.ascontiguousarray(x, dtype=float) for x in (eta_J, eta_w, T)]
        places = (*(x.ctypes.data for x in arrays), states.ctypes.data)
        found = (x.ctypes.data for x in (results, crossing, evaluations))
        number = ("sgd", "fo_anil").index(model)
        task = Task(number, K, M, n, *places, end, level, rtol, atol, *found)

        def work() -> None:
            room = np.empty(8 * (9 * len(flat) + M * M) + 8)
            place = room.ctypes.data + -room.ctypes.data % 64
            self.library.hand_runs(ctypes.byref(task), ctypes.byref(queue), POINTER(place))

        if threads == 1:
            work()
        else:
            with ThreadPoolExecutor(threads) as pool:
                for done in [pool.submit(work) for _ in range(threads)]:
                    done.result()
        return results, crossing, int(evaluations.sum())


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="a coarse plane of Fig. 5")
    arguments = parser.parse_args()
    if "avx512" not in instruction_sets():
        raise SystemExit("hand_written_runs.c needs a machine with AVX-512")
    heads = ("ours", "by hand", "ratio", "rhs", "by hand", "apart")
    print(f"{'':36}" + "".join(f"{x:>11}" for x in heads))
    with tempfile.TemporaryDirectory() as folder:
        hand = ByHand(Path(folder))
        sgd(hand, np.ones(1), "one trajectory, sgd, ms", 1, time.process_time, 50)
        one_fo_anil(hand)
        etas = np.linspace(0.2, 1.2, COUNT)
        sgd(hand, etas, "1000 sgd, two threads, ms", 2, time.process_time, 9)
        sgd(hand, etas, "1000 sgd, two threads, ms of wall", 2, time.perf_counter, 9)
        plane(hand, 12 if arguments.quick else 60, 2 if arguments.quick else 1)


def in_turns(
    first: Callable, second: Callable, clock: Callable[[], float], times: int
) -> tuple[list[float], list]:
    """The least time of each, and what they returned."""
    best, found = [np.inf, np.inf], [first(), second()] if times > 1 else [None, None]
    for _ in range(times):
        for p, call in enumerate((first, second)):
            begun = clock()
            found[p] = call()
            best[p] = min(best[p], clock() - begun)
    return best, found


def row(name: str, best: list[float], counts: tuple[int, int], apart: float) -> None:
    a, b = best
    text = f"{name:36}{1e3 * a:11.3f}{1e3 * b:11.3f}{a / b:11.2f}"
    print(f"{text}{counts[0]:11}{counts[1]:11}{apart:11.1e}", flush=True)


def repeated(state: State, n: int) -> State:
    return State(*(np.broadcast_to(x, (n, *x.shape)) for x in (state.R, state.Q, state.w0)))


def sgd(
    hand: ByHand, etas: Array, name: str, threads: int, clock: Callable[[], float], times: int
) -> None:
    state, T, n = start(), np.eye(3), len(etas)
    given = parameters(1.0) | {"eta_J": etas}
    options = {"rtol": RTOL, "atol": ATOL, "threads": threads}
    alphas = np.array([0.0, END])

    def ours() -> BatchSolution:
        return integrate_batch("sgd", repeated(state, n), given, alphas, **options)

    best, (mine, (other, _, count)) = in_turns(
        ours, lambda: hand("sgd", state, etas, etas, T, END, **options), clock, times
    )
    apart = np.abs(mine.states.R.reshape(n, -1) - other[:, :9]).max()
    row(name, best, (int(mine.evaluations.sum()), count), apart)


def begun(K: int) -> State:
    """The start of Figs. 3 and 5."""
    R = 1e-12 * np.random.default_rng(0).random((K, 3))
    return State(R, 0.5 * np.eye(K), np.zeros(K))


def one_fo_anil(hand: ByHand) -> None:
    state, T, eta = begun(3), np.diag([1.0, 2.0, 3.0]), np.array([3.0])
    given = {"eta_J": 3.0, "eta_w": 3.0, "P": np.inf, "V": np.inf, "T": T}
    options, alphas = {"rtol": 1e-6, "atol": 1e-16}, np.array([0.0, 450.0])

    def ours() -> BatchSolution:
        return integrate_batch("fo_anil", repeated(state, 1), given, alphas, **options)

    best, (mine, (other, _, count)) = in_turns(
        ours,
        lambda: hand("fo_anil", state, eta, eta, T, 450.0, **options),
        time.process_time,
        20,
    )
    apart = np.abs(mine.states.R.reshape(1, -1) - other[:, :9]).max()
    name = "one trajectory, fo_anil, ms"
    row(name, best, (int(mine.evaluations.sum()), count), apart)


def plane(hand: ByHand, points: int, times: int) -> None:
    """Fig. 5 as ``orderode sweep`` computes it, one K after the other."""
    eta_w, eta_J = (
        x.ravel()
        for x in np.meshgrid(
            np.linspace(0.1, 4.0, points), np.linspace(0.2, 10.0, points), indexing="ij"
        )
    )
    T, alphas = np.diag([1.0, 2.0, 3.0]), np.linspace(0.0, 450.0, 901)
    given = {"eta_J": eta_J, "eta_w": eta_w, "P": np.inf, "V": np.inf, "T": T}
    options = {"rtol": 1e-6, "atol": 1e-16, "level": LEVEL}
    total, counts, apart = np.zeros(2), np.zeros(2, dtype=int), 0.0
    for K in range(3, 10):
        state = begun(K)

        def ours(state: State = state) -> BatchSolution:
            many = repeated(state, len(eta_J))
            return integrate_batch("fo_anil", many, given, alphas, until=0.0, **options)

        def other(state: State = state) -> tuple[Array, Array, int]:
            return hand("fo_anil", state, eta_J, eta_w, T, 450.0, **options)

        best, (mine, (_, crossing, count)) = in_turns(ours, other, time.process_time, times)
        total += best
        counts += (int(mine.evaluations.sum()), count)
        both = np.isfinite(mine.crossing) & np.isfinite(crossing)
        apart = max(apart, np.abs(mine.crossing - crossing)[both].max())
        row(
            f"Fig. 5, K = {K}, {points} x {points}, ms",
            best,
            (int(mine.evaluations.sum()), count),
            apart,
        )
    row(f"Fig. 5, 7 x {points} x {points}, ms", list(total), tuple(counts.tolist()), apart)


if __name__ == "__main__":
    main()

"""This project against other solvers: 1000 trajectories of online SGD, one core, errors beside the
times.

python benchmarks/bench.py RIVALS_PYTHON [--out table.md]        (`make bench` calls it)

K = M = 3, T the identity, all heads 1, J with entries 0.5 randn in N = 10^4 dimensions, alpha =
200, rtol 1e-6, atol 1e-9, eta_J = 1, and for the sweep 1000 values of eta_J from 0.2 to 1.2.
Seconds of the processor on one core: the median of at least three repetitions, a second of them,
after one that is not counted. The error is the largest of any overlap at alpha = 200, over all
trajectories, against the scalar C at rtol 1e-12; that in turn is compared with the published
formulas in SciPy's DOP853 at 1e-12.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])

import numpy as np
from scipy.integrate import solve_ivp

from orderode import solvers
from orderode.compiler import compiler
from orderode.models.catalogue import GENERATED, entry
from orderode.solvers.base import Array, State
from orderode.solvers.batch import integrate_batch
from orderode.solvers.layout import layout
from orderode.sweep.steppers import choose

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent / "build" / "bench"
RIVALS = {
    "numbalsoda_generated": "numbalsoda: LSODA on the generated scalar C",
    "numbalsoda_loops": "numbalsoda: LSODA on loops in numba",
    "jitcode_dopri5": "JiTCODE: dopri5 on unrolled C",
    "diffrax_dopri5": "diffrax: Dopri5, all in one vmap",
    "scipy_numpy": "SciPy: RK45 on numpy",
}
K = M = 3
N, END, RTOL, ATOL, COUNT = 10_000, 200.0, 1e-6, 1e-9, 1000
EVERY = 20  # of the trajectories that the slowest solver does
REPETITIONS, ENOUGH = 3, 1.0  # at least so many, and until they took so many seconds together


def start() -> State:
    rng = np.random.default_rng(0)
    J = 0.5 * rng.standard_normal((K, N))
    B = np.sqrt(N) * np.linalg.qr(rng.standard_normal((N, M)))[0].T
    return State(J @ B.T / N, J @ J.T / N, np.ones(K))


def overlaps(state: State) -> Array:
    """R row by row and the upper triangle of Q, (..., K M + K (K + 1)/2)."""
    flat = layout(entry("sgd").state, K, M)
    return flat.pack(state)[..., flat.places(("R", "Q"))]


def parameters(eta: float) -> dict[str, Any]:
    return {"eta_J": eta, "V": 1, "T": np.eye(M), "mean": np.ones(M), "cov": np.zeros((M, M))}


def ours(etas: Array) -> dict[str, Callable[[], Array]]:
    """Solvers of this project by name; each gives the states (n, K M + K (K + 1)/2) at the end."""
    times, state = np.array([0.0, END]), start()
    rows = [parameters(float(eta)) for eta in etas]
    scalar = solvers.load("sgd", "c")

    def one_by_one() -> Array:
        done = [scalar.integrate(state, row, times, rtol=RTOL, atol=ATOL) for row in rows]
        return np.array([overlaps(x.states.at(-1)) for x in done])

    found = {"orderode, scalar C": one_by_one}
    kernels = choose("sgd", "auto")
    if kernels.startswith("batch"):
        everywhere, chosen = State.stack([state] * len(etas)), {**rows[0], "eta_J": etas}

        def together() -> Array:
            done = integrate_batch("sgd", everywhere, chosen, times, rtol=RTOL, atol=ATOL)
            return overlaps(done.states)

        found[f"orderode, {kernels}"] = together
    return found


def reference(etas: Array) -> Array:
    """At rtol 1e-12; refuses to go on where the published formulas in another integrator say
    something else."""
    scalar, state, times = solvers.load("sgd", "c"), start(), np.array([0.0, END])
    found = []
    for eta in etas:
        done = scalar.integrate(state, parameters(float(eta)), times, rtol=1e-12, atol=1e-15)
        found.append(overlaps(done.states.at(-1)))
    sys.path.insert(0, str(HERE / "rivals"))
    import saad_solla

    slope = saad_solla.arrays(K, M, np)
    for place in (0, len(etas) // 2, len(etas) - 1):
        y, eta = overlaps(state), etas[place]
        other = solve_ivp(
            lambda _, y, eta=eta: slope(y, eta), times, y, "DOP853", rtol=1e-12, atol=1e-15
        ).y[:, -1]
        if not np.abs(other - found[place]).max() < 1e-8:
            raise SystemExit(
                f"the reference at eta_J = {eta} is off by {np.abs(other - found[place]).max():.2g}"
            )
    return np.array(found)


def measured(solve: Callable[[], Array]) -> tuple[float, Array]:
    times: list[float] = []
    found = solve()
    while len(times) < REPETITIONS or sum(times) < ENOUGH:
        begin = time.process_time()
        found = solve()
        times.append(time.process_time() - begin)
    return median(times), found


def shim() -> Path:
    library = FOLDER / "generated_rhs.so"
    sources = [HERE / "rivals" / "generated_rhs.c", GENERATED / "c" / "sgd.c"]
    flags = [
        "-O3",
        "-std=c99",
        "-ffp-contract=off",
        "-fno-math-errno",
        "-fPIC",
        "-shared",
        f"-DUNITS={K}",
    ]
    subprocess.run(
        [*compiler(), *flags, f"-I{GENERATED / 'c'}", *sources, "-o", library, "-lm"], check=True
    )
    return library


def rival(python: str, name: str, problem: Path, library: Path) -> tuple[float, Array] | str:
    """Seconds and states, or why there are none."""
    command = [python, HERE / "rivals" / "solve.py", name, problem, library]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=FOLDER)
    if done.returncode:
        return done.stderr.strip().splitlines()[-1]
    return median(json.loads(done.stdout.splitlines()[-1])["seconds"]), np.load(
        f"{problem}.{name}.npy"
    )


def table(python: str, etas: Array, title: str) -> list[str]:
    FOLDER.mkdir(parents=True, exist_ok=True)
    problem, exact = FOLDER / "problem.npz", reference(etas)
    every = min(EVERY, len(etas))
    values = {"K": K, "M": M, "end": END, "rtol": RTOL, "atol": ATOL, "every": every}
    np.savez(problem, start=overlaps(start()), eta=etas, **values)
    found: dict[str, tuple[float, Array] | str] = {
        name: measured(solve) for name, solve in ours(etas).items()
    }
    library = shim()
    best = min(result[0] for result in found.values() if not isinstance(result, str))
    found |= {label: rival(python, name, problem, library) for name, label in RIVALS.items()}
    lines = [f"| {title} | ms | over the best of orderode | largest error |", "|---|---|---|---|"]
    for name, result in found.items():
        if isinstance(result, str):
            lines.append(f"| {name} | not measured: {result} | | |")
            continue
        seconds, states = result
        error = np.nanmax(np.abs(states - exact))  # NaN: trajectories that a slow solver was spared
        lines.append(f"| {name} | {1e3 * seconds:.3g} | {seconds / best:.3g} | {error:.1e} |")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description="this project against other solvers")
    parser.add_argument(
        "python", help="interpreter with the packages of benchmarks/rivals/requirements.txt"
    )
    parser.add_argument("--out", type=Path, help="a file for the table, which is also printed")
    arguments = parser.parse_args()
    rival_python = str(Path(arguments.python).absolute())
    lines = table(rival_python, np.array([1.0]), "one trajectory")
    lines += ["", *table(rival_python, np.linspace(0.2, 1.2, COUNT), f"{COUNT} trajectories")]
    text = "\n".join(lines) + "\n"
    print(text, end="")
    if arguments.out:
        arguments.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

"""One solver on the benchmark problem, in the environment of the rivals; called by
benchmarks/bench.py.

python solve.py SOLVER PROBLEM.npz [LIBRARY.so]: prints one JSON line with the processor seconds of
each repetition, all trajectories together, and leaves the final states in PROBLEM.SOLVER.npy.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
if hasattr(os, "sched_setaffinity"):
    # one core, whatever a library would like
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])

import numpy as np
import saad_solla

Array = Any
Problem = dict[str, Any]
REPETITIONS, ENOUGH = 3, 1.0  # at least so many, and until they took so many seconds together


def scipy_numpy(p: Problem) -> Callable[[], Array]:
    """scipy's RK45, right-hand side in numpy, one trajectory after the other; a twentieth of
    them."""
    from scipy.integrate import solve_ivp

    slope = saad_solla.arrays(p["K"], p["M"], np)

    def solve() -> Array:
        found = np.full((len(p["eta"]), len(p["start"])), np.nan)
        for i in range(0, len(p["eta"]), p["every"]):
            eta = p["eta"][i]
            done = solve_ivp(
                lambda _, y, eta=eta: slope(y, eta),
                (0, p["end"]),
                p["start"],
                rtol=p["rtol"],
                atol=p["atol"],
            )
            found[i] = done.y[:, -1]
        return found

    return solve


def numbalsoda_loops(p: Problem) -> Callable[[], Array]:
    """LSODA through numbalsoda, the published formulas as loops compiled by numba."""
    import math

    import numba

    K, M, S, n = p["K"], p["M"], p["K"] + p["M"], len(p["start"])
    slope = numba.njit(saad_solla.scalar_loops(K, M, math.sqrt, math.asin))
    import numbalsoda

    @numba.cfunc(numbalsoda.lsoda_sig)
    def rhs(t, y, dy, data):  # type: ignore[no-untyped-def]
        slope(
            numba.carray(y, (n,)),
            numba.carray(data, (1,))[0],
            np.empty((S, S)),
            numba.carray(dy, (n,)),
        )

    return _lsoda(p, rhs.address, p["start"], n)


def numbalsoda_generated(p: Problem) -> Callable[[], Array]:
    """LSODA through numbalsoda, the generated scalar C as right-hand side."""
    import ctypes

    library = ctypes.CDLL(p["library"])
    address = ctypes.cast(library.benchmark_rhs, ctypes.c_void_p).value
    return _lsoda(p, address, np.concatenate([p["start"], np.ones(p["K"])]), len(p["start"]))


def _lsoda(p: Problem, address: Any, start: Array, n: int) -> Callable[[], Array]:
    import numba
    from numbalsoda import lsoda

    @numba.njit
    def all_of_them(address, start, etas, times, rtol, atol):  # type: ignore[no-untyped-def]
        found = np.empty((len(etas), n))
        for i in range(len(etas)):
            data = np.array([etas[i]])
            states, _ = lsoda(address, start, times, data, rtol=rtol, atol=atol, mxstep=100000)
            found[i] = states[-1, :n]
        return found

    return lambda: all_of_them(
        address, start, p["eta"], np.array([0.0, p["end"]]), p["rtol"], p["atol"]
    )


def jitcode_dopri5(p: Problem) -> Callable[[], Array]:
    """dopri5 through JiTCODE: symbolic equations, unrolled for this K and M, common subexpressions
    taken out, in C."""
    import symengine
    from jitcode import jitcode, y

    K, M, n = p["K"], p["M"], len(p["start"])
    eta = symengine.Symbol("eta")
    out: list[Any] = [None] * n
    C = [[None] * (K + M) for _ in range(K + M)]
    saad_solla.scalar_loops(K, M, symengine.sqrt, symengine.asin)(
        [y(i) for i in range(n)], eta, C, out
    )
    ode = jitcode(out, control_pars=[eta], verbose=False)
    ode.generate_f_C(do_cse=True)
    ode.compile_C(extra_compile_args=["-O3"])

    def solve() -> Array:
        found = np.empty((len(p["eta"]), n))
        ode.set_integrator("dopri5", rtol=p["rtol"], atol=p["atol"], nsteps=10**6)
        for i, value in enumerate(p["eta"]):
            ode.set_parameters(value)
            ode.set_initial_value(p["start"], 0.0)
            found[i] = ode.integrate(p["end"])
        return found

    return solve


def diffrax_dopri5(p: Problem) -> Callable[[], Array]:
    """Dopri5 of diffrax in double precision, all trajectories in one vmap; compilation not
    counted."""
    import jax

    jax.config.update("jax_enable_x64", True)
    import diffrax
    import jax.numpy as jnp

    slope = saad_solla.arrays(p["K"], p["M"], jnp)
    control = diffrax.PIDController(rtol=p["rtol"], atol=p["atol"])
    term = diffrax.ODETerm(lambda t, y, eta: slope(y, eta))

    def one(eta: Any) -> Any:
        return diffrax.diffeqsolve(
            term,
            diffrax.Dopri5(),
            0.0,
            p["end"],
            None,
            start,
            args=eta,
            stepsize_controller=control,
            max_steps=10**6,
        ).ys[-1]

    start = jnp.asarray(p["start"])
    solve = jax.jit(jax.vmap(one))
    return lambda: np.asarray(solve(jnp.asarray(p["eta"])))


SOLVERS = {
    f.__name__: f
    for f in (scipy_numpy, numbalsoda_loops, numbalsoda_generated, jitcode_dopri5, diffrax_dopri5)
}


def main() -> None:
    name, file, *library = sys.argv[1:]
    content = np.load(file)
    problem: Problem = {key: x if x.shape else x.item() for key, x in content.items()}
    problem["library"] = library[0] if library else None
    solve = SOLVERS[name](problem)
    times: list[float] = []
    found = solve()
    while len(times) < REPETITIONS or sum(times) < ENOUGH:
        begin = time.process_time()
        found = solve()
        times.append(time.process_time() - begin)
    np.save(f"{file}.{name}.npy", found)
    scale = problem["every"] if name == "scipy_numpy" else 1
    print(json.dumps({"seconds": [scale * x for x in times], "says": SOLVERS[name].__doc__}))


if __name__ == "__main__":
    main()

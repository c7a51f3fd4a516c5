"""Times of the fixed-point solvers per point, in milliseconds: batches over alpha, and points that share nothing.

python benchmarks/one_step.py    (about ten seconds on one core)
"""

from __future__ import annotations

import time

import numpy as np

from orderode.backends.fixed_point import FixedPointBackend, load_fixed_point_solver

REPEATS = 5


def best(solver: FixedPointBackend, activation: str, target: str, parameters: dict, level: int) -> float:
    """Milliseconds per point, the least of some repetitions."""
    points = len(parameters["alpha"])
    taken = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        found = solver.solve(activation, target, parameters, level)
        taken.append((time.perf_counter() - start) / points * 1e3)
        assert not found.status.any()
    return min(taken)


def batch(points: int, *, shared: bool) -> dict:
    """Points over alpha; with ``shared`` the spike is the same for all, so that C makes its tables once."""
    line = np.linspace(0.0, 1.0, points)
    spread = np.zeros(points) if shared else line
    return {
        "alpha": 0.3 + 4 * line,
        "beta": np.full(points, 1.5),
        "lam": np.full(points, 0.1),
        "noise2": np.zeros(points),
        "inverse_p": np.zeros(points),
        "u": 1.5 + 0.1 * spread,
        "gamma": 0.8 + 0.1 * spread,
        "c": 1.0 + 0.1 * spread,
        "alpha0": 2.0 + spread,
        "eta": 1.0 + 0.1 * spread,
    }


def main() -> None:
    print("system    activation/target  level  points      backend  ms per point, same spike  and another spike each")
    rows = [("srf", "erf", "sign", 0), ("srf", "erf", "erf", 0), ("srf", "relu", "sin", 0), ("srf", "tanh", "tanh", 0)]
    rows += [("one_step", "erf", "sign", 0), ("one_step", "erf", "sign", 1), ("one_step", "relu", "sin", 1)]
    for model, activation, target, level in rows:
        for backend in ("numpy", "c") if level == 0 else ("numpy",):
            solver = load_fixed_point_solver(model, backend, level)
            for points in (1, 200):
                times = [best(solver, activation, target, batch(points, shared=s), level) for s in (True, False)]
                print(
                    f"{model:<9} {activation + '/' + target:<18} {level:<6} {points:<11} {backend:<8} "
                    f"{times[0]:<25.4f}  {times[1]:.4f}"
                )


if __name__ == "__main__":
    main()

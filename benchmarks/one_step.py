"""Times of the fixed-point solvers per point, in milliseconds: batches over alpha, and points that
share nothing.

python benchmarks/one_step.py    (about half a minute on one core)
"""

from __future__ import annotations

import time

import numpy as np

from orderode.solvers.fixed_point import FixedPointBackend, load_fixed_point_solver

REPEATS = 5


def best(
    solver: FixedPointBackend, activation: str, target: str, parameters: dict, level: int
) -> float:
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
    """Points over alpha; with ``shared`` the spike is the same for all, so that C makes its tables
    once."""
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


def of_groups(points: dict, groups: int) -> dict:
    """The same with groups of equal size, whose spikes differ."""
    spikes = np.linspace(1.0, -1.0, groups)
    tables = {"u": points["u"][:, None] * spikes, "c": np.tile(points["c"][:, None], groups)}
    return points | tables | {"fraction": np.full((len(points["alpha"]), groups), 1 / groups)}


def main() -> None:
    print(
        "system      activation/target  level or groups  points  backend  ms, same spike  and"
        " another each"
    )
    rows = [
        ("srf", "erf", "sign", 1),
        ("srf", "erf", "erf", 1),
        ("srf", "relu", "sin", 1),
        ("srf", "tanh", "tanh", 1),
    ]
    rows += [("srf", "silu", "sin", 1), ("srf", "gelu", "sin", 1)]
    rows += [
        ("one_step", "erf", "sign", 0),
        ("one_step", "erf", "sign", 1),
        ("one_step", "relu", "sin", 1),
    ]
    rows += [("srf", "relu", "sin", 2), ("srf", "relu", "sin", 3)]
    for model, activation, target, level in rows:
        for backend in ("numpy", "c"):
            solver = load_fixed_point_solver(model, backend)
            for points in (1, 200):
                batches = [batch(points, shared=s) for s in (True, False)]
                if model == "srf":
                    batches = [of_groups(b, level) for b in batches]
                times = [best(solver, activation, target, b, level) for b in batches]
                print(
                    f"{model:<11} {activation + '/' + target:<18} {level:<16} {points:<7}"
                    f" {backend:<8} {times[0]:<15.4f}  {times[1]:.4f}"
                )


if __name__ == "__main__":
    main()

"""The bias of the mean over runs falls like 1/N: simulations of FO-ANIL at several N against the
theory.

One unit of each network and a task vector of +-1, so that little but the finite support and query
sets fluctuates and a bias of order 1/N can be seen beside the standard error. Prints N times the
bias, which is constant where the law holds, and the exponent of a fit.

    python benchmarks/finite_size.py [--runs 4000] [--sizes 500 1000 2000 4000]
"""

from __future__ import annotations

import argparse

import numpy as np

import orderode
from orderode.certify.simulation import microscopic_setting
from orderode.simulate.run import simulate

CONTENT = {
    "model": "fo_anil",
    "activation": "erf",
    "K": 1,
    "M": 1,
    "parameters": {"eta_J": 20.0, "eta_w": 4.0, "P": 100, "V": 100},
    "tasks": {"kurtosis": 1.0},
    "overlaps": {"T": [1.0], "Q": 0.5, "R": [[0.1]]},
    "run": {"alpha_end": 0.3, "points": 3, "rtol": 1e-10, "atol": 1e-13},
}


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--runs", type=int, default=4000)
    arguments.add_argument("--sizes", type=int, nargs="+", default=[500, 1000, 2000, 4000])
    chosen = arguments.parse_args()
    problem = orderode.load_problem(CONTENT)
    p = problem.parameters
    theory = orderode.integrate(problem)
    setting = microscopic_setting(problem, p.P, p.V)
    found: dict[str, list[tuple[float, float]]] = {"R": [], "Q": []}
    print(
        f"P = {p.P}, V = {p.V}, alpha = {theory.alpha[-1]:g}, {chosen.runs} runs; N times the bias"
        " +- standard error"
    )
    print(f"{'N':>6} {'R':>18} {'Q':>18}")
    for N in chosen.sizes:
        made = simulate(
            setting,
            N=N,
            runs=chosen.runs,
            seed=N,
            alphas=theory.alpha[-1:],
            tasks=1,
            test_samples=1,
            progress=False,
        )
        line = f"{N:6d}"
        for name, values in found.items():
            runs = getattr(made, name)[-1, :, 0, 0]
            bias = runs.mean() - getattr(theory, name)[-1, 0, 0]
            error = runs.std(ddof=1) / np.sqrt(chosen.runs)
            values.append((bias, error))
            line += f" {N * bias:9.3f} +- {N * error:.3f}"
        print(line)
    for name, values in found.items():
        bias, error = np.array(values).T
        sizes = np.array(chosen.sizes, float)
        weights = np.abs(bias) / error  # of log |bias|
        slope, _ = np.polyfit(np.log(sizes), np.log(np.abs(bias)), 1, w=weights)
        x = np.log(sizes) - np.average(np.log(sizes), weights=weights**2)
        spread = 1 / np.sqrt((weights**2 * x**2).sum())
        print(f"bias of {name} like N^({slope:.2f} +- {spread:.2f})")


if __name__ == "__main__":
    main()

"""Fluctuations at few shots: how far the covariance D of one step is off, and what becomes of the
band.

FO-ANIL with K = M = 2 at each P and V.  First D at the start, over tasks where the closed form is
not exact, against the covariance of pairs of microscopic steps: per block the largest difference
over the product of the standard deviations of its two entries, in percent, with the statistical
error at level 10^-3 over the block; the same of the closed form for the block of Q; and D over the
sampled variance for the diagonal of Q.  Then runs at finite N: observed over predicted standard
deviation of R and Q (root mean square over entries and the times at which the linear theory holds),
whether or not there is a band, and what the report says of the band.

    python benchmarks/few_shots.py [--pairs 400000] [--runs 100]
"""

from __future__ import annotations

import argparse
import math

import numpy as np

import orderode
from orderode import solvers
from orderode.certify.band import Band, predicted_band
from orderode.certify.level import threshold
from orderode.certify.over_tasks import over_tasks
from orderode.certify.runs import Runs
from orderode.certify.simulation import microscopic_setting, simulate
from orderode.problems.problem import Problem
from orderode.simulate import sample_diffusion
from orderode.solvers.base import Array, State
from orderode.theory.integrate import integrate, solver_parameters

SUPPORT, QUERY = (1, 2, 5, 10, 20, math.inf), (1, 2, 5, 20)
CONTENT = {
    "model": "fo_anil",
    "activation": "erf",
    "K": 2,
    "M": 2,
    "overlaps": {"T": [1.0, 2.0], "Q": 0.5, "R": [[0.25, 0.1], [0.05, 0.4]]},
    "run": {"alpha_end": 3.0, "points": 7},
}
RATES = {"eta_J": 2.0, "eta_w": 2.0}
R, Q = slice(0, 4), slice(4, 7)  #: in the packed state
BLOCKS = {"RR": (R, R), "RQ": (R, Q), "QQ": (Q, Q)}


def one_step(problem: Problem, pairs: int) -> tuple[list[str], Array]:
    """Per block the largest difference and its error, in words, last that of the closed form for
    the block of Q; D over the sampled variances of Q."""
    solver = solvers.load("fo_anil", "auto")
    state, chosen = State(problem.R, problem.Q, problem.w0), solver_parameters(problem, solver)
    closed = solver.diffusion(state, chosen)
    over = over_tasks(problem, solver, chosen, state)
    D = closed if over is None else over.diffusion(state)
    p = problem.parameters
    sample = sample_diffusion(microscopic_setting(problem, p.P, p.V), tasks=pairs, seed=0)
    variance = np.diag(sample.mean)
    scale = np.sqrt(np.outer(variance, variance)) / 100
    words = []
    for matrix, block in (*((D, x) for x in BLOCKS.values()), (closed, BLOCKS["QQ"])):
        miss = np.abs(matrix - sample.mean)[block] / scale[block]
        error = threshold(miss.size) * sample.standard_error[block] / scale[block]
        at = np.unravel_index(miss.argmax(), miss.shape)
        words.append(f"{miss[at]:.1f} ± {error[at]:.1f}")
    return words, np.diag(D)[Q] / variance[Q]


def finite_size(problem: Problem) -> tuple[float, Band]:
    """Observed over predicted, and the band."""
    simulation = simulate(problem, progress=False)
    theory = integrate(problem, alphas=simulation.alpha)
    runs = simulation.R.shape[1]
    same = np.tile(np.arange(problem.K), (runs, 1))
    found = Runs(simulation, theory, same, np.ones(same.shape), problem.require_run().rtol)
    band = predicted_band(problem, found, "auto")
    assert band is not None
    held = np.flatnonzero(band.predicted.linear & (band.predicted.alpha > 0))
    ratios = band.sd[held, :-1] / band.expected[held, :-1]
    return float(np.sqrt(np.mean(ratios**2))), band


def verdict(band: Band) -> str:
    """What the report says, in a word or two and the size behind it."""
    worst = max(band.predicted.left_out, key=lambda x: x.size + x.error)
    size = f"{100 * worst.size:.0f} ± {100 * worst.error:.0f} %"
    if not len(band.times):
        return f"no band ({size})"
    inside = "mean within" if band.deviation <= band.threshold else "mean OUTSIDE"
    return f"band, {inside} ({size})"


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--pairs", type=int, default=400_000)
    arguments.add_argument("--runs", type=int, default=100)
    chosen = arguments.parse_args()
    names = (
        "P, V, RR %, RQ %, QQ %, QQ % of the closed form, D over sampled Var Q, observed/predicted"
    )
    print("| " + " | ".join([*names.split(", "), "band"]) + " |")
    print("|---" * 9 + "|")
    for P in SUPPORT:
        for V in QUERY:
            simulated = {"N": 1000, "runs": chosen.runs, "seed": 0, "points": 7, "tasks": 20}
            given = {"parameters": {**RATES, "P": P, "V": V}, "simulation": simulated}
            problem = orderode.load_problem(CONTENT | given)
            blocks, variances = one_step(problem, chosen.pairs)
            ratio, band = finite_size(problem)
            shown = "∞" if P == math.inf else f"{P}"
            span = f"{variances.min():.2f} to {variances.max():.2f}"
            cells = [shown, f"{V}", *blocks, span, f"{ratio:.2f}", verdict(band)]
            print("| " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()

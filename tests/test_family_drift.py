"""One-step drift test of the family: derived slopes and errors against the simulated definition of each algorithm.

Random overlaps, K, M = 1..4, query sets of 1, 3 and 20 samples, head starts, label noise, decay, inner steps and task
priors, for every algorithm with every activation. All entries of all cases are judged at once: Bonferroni's threshold
at level 1e-3. Seeds are fixed.

Power: `test_power` and what each test asserts of its error bars.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import pytest
from evaluate_system import covariance

from orderode.backends import State, load
from orderode.catalogue import catalogue
from orderode.drift import threshold
from orderode.simulate import Setting, sample_adaptation, sample_drift, sample_eps_g

PAIRS = [(e.algorithm, e.activation) for e in catalogue()]
CASES = 6  # of each pair
NUMBERS = 6_000_000  # random numbers of a case, about
INNER = {"erf": (0.3, 1.5), "relu": (0.2, 0.8), "linear": (0.1, 0.5)}  # range of eta_w


@dataclass(frozen=True, eq=False)
class Case:
    """One random problem: the system's name, its state and parameters, and the same for the simulation."""

    name: str
    state: State
    parameters: dict[str, Any]
    setting: Setting
    seed: int


def make(algorithm, activation, number):
    """Case `number` of a pair. V, the prior's kind and a singular covariance take turns, the rest is random.

    Without a theory for finite V the rate eta_J is so small that the query set's size does not matter: its term is of
    second order, 1e-7 of the others, which are proportional to the rate.
    """
    (entry,) = (e for e in catalogue() if (e.algorithm, e.activation) == (algorithm, activation))
    rng = np.random.default_rng([PAIRS.index((algorithm, activation)), number])
    K, M = rng.integers(1, 5, 2).tolist()
    C = covariance(rng, K + M, 0.0 if number == 4 else None)
    R, Q, T = C[:K, K:], C[:K, :K], C[K:, K:]
    finite = entry.status("V", 1) != "refused"
    V = (1, 3, 20)[number % 3]
    p = {"eta_J": rng.uniform(0.3, 1.5) if finite else 1e-7, "V": V if finite else np.inf}
    p |= {"eta_w": rng.uniform(*INNER[activation]), "eta_0": rng.uniform(0.3, 1.5)}
    p |= {"noise": rng.uniform(0.3, 1.0), "decay": rng.uniform(0.1, 1.0)}
    p["inner_steps"] = 1 if algorithm == "anil" else number % 3 + 1
    p |= {"T": T, "mean": 0.7 * rng.standard_normal(M), "kurtosis": None}
    if number % 2:
        p |= {"cov": np.diag(rng.uniform(0.3, 1.2, M)), "kurtosis": rng.choice([1.0, 1.8, 3.0, 5.0], M)}
    else:
        F = rng.standard_normal((M, M)) / np.sqrt(M)
        p["cov"] = 0.8 * F @ F.T
    w0 = 0.7 * rng.standard_normal(K)
    plain = {k: v for k, v in p.items() if v is not None and k != "V"}
    setting = Setting(algorithm, activation, K, M, V=V, P=np.inf, Q=Q, R=R, w0=w0, **plain)
    return Case(entry.name, State(R, Q, w0), p, setting, 100 * number + 7)


@cache
def cases(algorithm, activation):
    return tuple(make(algorithm, activation, number) for number in range(CASES))


@cache
def limit():
    """The threshold for all comparisons of this file."""
    every = [c for pair in PAIRS for c in cases(*pair)]
    entries = sum(c.setting.K * (c.setting.M + (c.setting.K + 1) / 2 + 1) for c in every)
    errors = len(every) + sum(c.setting.model == "pooled" for c in every)
    return threshold(int(entries) + errors)


@cache
def sampled(case):
    """(means, standard errors) of dR, dQ, dw0."""
    support = 20 if case.setting.model == "anil" else 0
    tasks = max(20_000, NUMBERS // (case.setting.S * (case.setting.V + support)))
    s = sample_drift(case.setting, tasks=min(tasks, 400_000), seed=case.seed)
    return State(s.dR_mean, s.dQ_mean, s.dw0_mean), State(s.dR_se, s.dQ_se, s.dw0_se)


def scores(case, name=None, **changes):
    """|z| of all entries of dR, dQ, dw0, of the theory or of a changed one."""
    state = case.state._replace(w0=changes.pop("w0", case.state.w0))
    theory = load(name or case.name, "numpy").rhs(state, case.parameters | changes)
    mean, error = sampled(case)
    return [np.abs(m - t) / e for m, t, e in zip(mean, theory, error, strict=True)]


def resolution(case):
    """The smallest relative error of the largest entry of dR, dQ, dw0 that is seen with probability 1/2."""
    mean, error = sampled(case)
    return [limit() * e.max() / np.abs(m).max() for m, e in zip(mean, error, strict=True)]


@pytest.mark.parametrize(("algorithm", "activation"), PAIRS)
def test_slopes_are_the_mean_of_one_step(algorithm, activation):
    found = [scores(case) for case in cases(algorithm, activation)]
    largest = max(float(z.max()) for case in found for z in case)
    print(np.round(np.array([resolution(case) for case in cases(algorithm, activation)]).T, 3))
    assert largest <= limit()


@pytest.mark.parametrize(("algorithm", "activation"), PAIRS)
def test_errors_are_the_mean_loss_on_fresh_data(algorithm, activation):
    for case in cases(algorithm, activation):
        backend, s = load(case.name, "numpy"), case.setting
        arguments = (s, s.Q[None], s.R[None])
        options = {"tasks": 20_000, "test_samples": 5, "seed": case.seed + 1}
        wanted = {"eps_g": sample_eps_g(*arguments, **options)}
        if algorithm == "pooled":
            curve, bars = sample_adaptation(*arguments, steps=s.inner_steps, **options)
            wanted["eps_g_adapted"] = curve[-1], bars[-1]
        for name, ((mean,), (error,)) in wanted.items():
            print(mean, error)
            assert abs(mean - backend.observable(name, case.state, case.parameters)) <= limit() * error
            assert error < 0.02 * mean

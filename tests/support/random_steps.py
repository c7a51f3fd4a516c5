"""One microscopic step of every built-in model, with each of its activations, at random overlaps,
against its slopes: the drift test of all that there is, at one threshold.

K and M run over 1 to 4, V over 1, 3 and 20, P over infinity and, where the equations have it, 4;
every fourth covariance is singular; heads, tasks, vectors, shares, rates, noise and decay are drawn.
"""

import math
from dataclasses import dataclass
from itertools import product

import numpy as np
from evaluate_system import covariance

import orderode
from orderode import solvers
from orderode.certify import steps
from orderode.certify.level import threshold
from orderode.certify.measured import as_state
from orderode.certify.rounding import ROUNDING, floored
from orderode.certify.simulation import microscopic_setting
from orderode.models.catalogue import catalogue
from orderode.models.data import stated
from orderode.models.manifest import FLOW, MAP
from orderode.simulate import sample_drift
from orderode.theory.integrate import solver_parameters, start_state

SYSTEMS = {e.name: e for e in catalogue(FLOW)}
MAPS = {e.name: e for e in catalogue(MAP)}
UNITS = list(product(range(1, 5), repeat=2))
#: Rates that are drawn from a range of their own, where outputs grow faster than fields.
SMALL = {"linear": 0.4, "relu": 0.6, "square": 0.15}
POINTS, FEWER = 65521, 16381  # of averages by nodes


def _numbers(facts, e, rng, number, K, M):
    """[parameters] of a case."""
    found, size = {}, SMALL.get(e.activation, 1.0)
    for p in facts.parameters:
        if p.name == "P":
            finite = e.limits.get(("P", "integer")) not in (None, "refused")
            found["P"] = 4 if finite and number % 2 else math.inf
        elif p.kind == "samples":
            found[p.name] = (1, 3, 20)[number % 3]
        elif p.kind == "share":
            found[p.name] = rng.uniform(0.3, 0.8)
        elif p.kind == "ratio":
            found[p.name] = rng.uniform(0.5, 2.0)
        elif p.kind == "count":
            found[p.name] = 1
        else:
            found[p.name] = size * rng.uniform(0.3, 1.0)
    for v in facts.vectors:
        if v.units != "blocks":
            found[v.name] = rng.standard_normal(K if v.units == "K" else M)
    for head in facts.heads:
        found[head] = rng.standard_normal(K)
    if facts.blocks:
        found["shares"] = rng.dirichlet([3.0, 3.0])
        found["variances"] = rng.uniform(0.4, 1.6, 2)
    return found


def problem_of(e, number, K, M):
    """A random problem of a system."""
    known = [*SYSTEMS, *MAPS]
    rng = np.random.default_rng([known.index(e.name), number, K, M])
    facts = stated(e.model)
    smallest = 0.0 if number % 4 == 3 else None
    C = covariance(rng, K + M, smallest)
    R, Q, T = C[:K, K:], C[:K, :K], C[K:, K:]
    if facts.blocks:
        parts = [covariance(rng, K + M, smallest) for _ in range(2)]
        R, Q, T = ({"blocks": [C[a, b].tolist() for C in parts]} for a, b in _corners(K))
    tasks = {} if facts.tasks else {"mean": rng.standard_normal(M)}
    if tasks and e.name in SYSTEMS:
        F = rng.standard_normal((M, M)) / np.sqrt(M)
        tasks["cov"] = 0.6 * F @ F.T
    if facts.spread is not None:
        tasks["spread"] = rng.uniform(0.2, 0.8, M)
    numbers = _numbers(facts, e, rng, number, K, M)
    overlaps = {"T": T, "Q": Q, "R": R}
    return orderode.load_problem(
        {
            "model": e.model,
            "activation": e.activation,
            "K": K,
            "M": M,
            "parameters": numbers,
            "overlaps": overlaps,
            "tasks": tasks,
        }
    )


def _corners(K):
    learner, teacher = slice(None, K), slice(K, None)
    return (learner, teacher), (learner, learner), (teacher, teacher)


def comparisons(e, K, M):
    """Entries that a case compares."""
    facts = stated(e.model)
    blocks = 2 if facts.blocks else 1
    trained = facts.rate_of_start is not None
    return blocks * (K * M + K * (K + 1) // 2) + K * len(facts.heads) * trained


@dataclass(frozen=True, eq=False)
class Judged:
    """Of one case: slopes, what simulated steps are on average and its standard error, what nodes
    may err by, and the part of the slopes that samples make, without the decay, (entries,) each for
    R, Q and the heads."""

    slopes: dict
    mean: dict
    error: dict
    nodes: dict
    sampled: dict

    def largest(self):
        """The largest |z|, of what nodes do not account for."""
        return max(float(self._z(name).max()) for name in self.slopes)

    def factor(self, name, limit):
        """The smallest e > 0 for which what samples make, larger by the factor 1 + e or smaller by
        it, is refused; infinite where none is."""
        x, room = np.abs(self.sampled[name]), self.nodes[name] + limit * self.error[name]
        off = np.abs(self.mean[name] - self.slopes[name])
        with np.errstate(divide="ignore", invalid="ignore"):
            each = np.where(x > 0, (room - off) / x, np.inf)
        return float(each.min(initial=np.inf))

    def nodes_err(self):
        """What nodes may err by, of the largest slope."""
        largest = max(np.abs(x).max(initial=0.0) for x in self.slopes.values())
        return max(x.max(initial=0.0) for x in self.nodes.values()) / largest

    def _z(self, name):
        off = np.abs(self.mean[name] - self.slopes[name])
        left = np.maximum(off - self.nodes[name], 0.0)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(left == 0, 0.0, left / self.error[name])


def judged(problem, tasks, seed, backend="auto"):
    """One case of a flow."""
    facts, p = problem.facts, problem.parameters
    setting = microscopic_setting(problem, p.get("P"), p.V)
    found = sample_drift(setting, tasks=tasks, seed=seed)
    solver = solvers.load(_key(problem), backend)
    chosen, start = solver_parameters(problem, solver), start_state(problem)
    by_nodes = SYSTEMS[_name(problem)].by_nodes
    fine = solver.rule(problem.K, problem.M, POINTS) if by_nodes else {}
    slopes = solver.rhs(start, chosen | fine)
    rough, still = slopes, {"decay": 0.0} if "decay" in chosen else {}
    sampled = solver.rhs(start, chosen | fine | still)
    if by_nodes:
        rough = solver.rhs(start, chosen | solver.rule(problem.K, problem.M, FEWER))
    names = ("R", "Q", *(facts.heads if problem.trains_start else ()))
    mean = as_state(found.dR_mean, found.dQ_mean, found.dw0_mean, facts.heads)
    errors = as_state(found.dR_se, found.dQ_se, found.dw0_se, facts.heads)
    parts, C = ({}, {}, {}, {}, {}), problem.Q
    for name in names:
        x, near = getattr(slopes, name), getattr(rough, name)
        room = np.full_like(x, 2 * np.abs(x - near).max())
        spread = floored(getattr(errors, name), ROUNDING * np.abs(C).max())
        found_there = (x, getattr(mean, name), spread, room, getattr(sampled, name))
        for part, value in zip(parts, found_there, strict=True):
            part[name] = np.ravel(value)
    return Judged(*parts)


def judged_step(problem, tasks, seed):
    """One case of a map, or of a flow whose weights adapt ahead of a step: simulated steps of 200
    and 400 inputs, extrapolated.  The largest error stands for all."""
    ahead = problem.facts.ahead
    found = (orderode.check_drift if ahead else steps.check_step)(problem, tasks=tasks, seed=seed)
    change, names = found.change, found.z.names
    x = {n: np.ravel(getattr(change, n)) for n in names}
    z = {n: np.ravel(getattr(found.z, n)) for n in names}
    largest = max(np.abs(v).max() for v in x.values())
    error = {n: np.full_like(x[n], found.resolution * largest / found.threshold) for n in names}
    mean = {n: x[n] + z[n] * error[n] for n in names}
    return Judged(x, mean, error, {n: np.zeros_like(x[n]) for n in names}, x)


def _name(problem):
    return next(
        e.name
        for e in SYSTEMS.values()
        if (e.model, e.activation) == (problem.model, problem.activation)
    )


def _key(problem):
    return SYSTEMS[_name(problem)].key


def limit_of(cases):
    """Bonferroni's, for all entries of these (system, K, M)."""
    return threshold(sum(comparisons(e, K, M) for e, K, M in cases))

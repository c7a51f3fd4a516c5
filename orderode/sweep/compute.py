"""The points of a sweep that are trajectories: which systems and kernels, and one chunk of
points."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from itertools import product
from typing import Any

import numpy as np

from ..errors import MISSING, ProblemError
from ..models.catalogue import entry
from ..models.manifest import FLOW
from ..problems.problem import Problem
from ..solvers.layout import layout
from ..theory.arguments import require_explicit
from ..theory.given import GAUSSIAN, needs_rule
from ..theory.limits import require_theory
from ..theory.reach import require_end
from ..theory.work import uncommon
from .definition import Outputs, Sweep, from_content
from .follow import follow
from .points import Points
from .steppers import choose, digest, stepper

__all__ = ["POINTS", "finite_support", "largest", "nodes_needed", "problem_at", "systems"]

PREFIX = "parameters."
#: Kinds of parameters that change a problem by one number that needs no other key for its check.
ALONE = ("rate", "samples")


class Trajectories(Points):
    """Points whose theory is a trajectory: those of one system, size and run are followed
    together."""

    driver = FLOW
    KEPT = frozenset({"status", "evaluations", "reached", "eps_g", "crossing"})

    def require_outputs(self, outputs: Outputs, given: Any) -> None:
        """Something of a trajectory is kept."""
        if not (outputs.eps_g_at or outputs.crossings or outputs.final_state):
            accepted = "at least one of eps_g_at = [450.0], crossings = [0.01], final_state = true"
            raise ProblemError("outputs", MISSING, accepted)

    def require_solvable(self, problem: Problem, sweep: Sweep) -> None:
        """The problem can be integrated, as far as the sweep asks for it."""
        run = problem.require_run()
        require_explicit(problem, "a sweep")
        found = require_theory(problem)
        if sweep.outputs.crossings and sweep.outputs.observables:
            given, accepted = list(sweep.outputs.observables), "none beside crossings"
            raise ProblemError("outputs.observables", given, accepted, source=sweep.source)
        for name in sweep.outputs.observables:
            if name not in found.outputs:
                accepted = f"names of {', '.join(found.outputs)}"
                given = list(sweep.outputs.observables)
                raise ProblemError("outputs.observables", given, accepted, source=sweep.source)
        last = max(sweep.outputs.eps_g_at, default=0.0)
        if last > run.alpha_end:
            accepted = f"alphas <= run.alpha_end = {run.alpha_end:g}"
            raise ProblemError(
                "outputs.eps_g_at", list(sweep.outputs.eps_g_at), accepted, source=sweep.source
            )

    def chosen_solvers(self, sweep: Sweep, kernels: str) -> dict[str, str]:
        """For each generated system that the points need, its kernels."""
        few = finite_support(sweep)
        nodes = few and nodes_needed(sweep)
        return {system: choose(system, kernels, few=few, nodes=nodes) for system in systems(sweep)}

    def coordinates(self, sweep: Sweep) -> dict[str, Any]:
        """Of the arrays' dimensions after the sweep's axes."""
        return {
            "alpha": np.array(sweep.outputs.eps_g_at),
            "level": np.array(sweep.outputs.crossings),
        }

    def compute(self, sweep: Sweep, chunk: int, kernels: Mapping[str, str]) -> dict[str, Any]:
        """The arrays of a chunk's n points, the point number first; ``kernels`` names those of each
        generated system."""
        numbers = sweep.numbers(chunk)
        problems = [problem_at(sweep, number) for number in numbers]
        for p in filter(uncommon, problems):
            require_end(p)
        groups = defaultdict(list)
        for place, p in enumerate(problems):
            # solvers are then told of no kurtosis
            gaussian = bool((p.tasks.kurtosis == GAUSSIAN).all())
            knots = None if p.schedule is None else (p.schedule.alphas, p.schedule.linear)
            groups[_system(p), p.K, p.M, p.run, gaussian, knots].append(place)

        n, outputs = len(problems), sweep.outputs
        arrays: dict[str, Any] = {"point": np.array(numbers), "status": [""] * n}
        arrays["eps_g"] = np.full((n, len(outputs.eps_g_at)), np.nan)
        for name in outputs.observables:
            arrays[name] = np.full_like(arrays["eps_g"], np.nan)
        arrays["crossing"] = np.full((n, len(outputs.crossings)), np.nan)
        arrays["evaluations"] = np.zeros(n, dtype=np.int64)
        arrays["reached"] = np.zeros(n)
        if outputs.final_state:
            K, M = largest(sweep)
            for system in systems(sweep):
                for x, shape in _shapes(system, K, M):
                    arrays[f"final_{x}"] = np.full((n, *shape), np.nan)
        for (system, K, M, *_), places in groups.items():
            found = follow(stepper(system, kernels[system]), [problems[i] for i in places], outputs)
            for name in ("eps_g", "crossing", "evaluations", "reached"):
                arrays[name][places] = getattr(found, name)
            for name, values in found.observables.items():
                arrays[name][places] = values
            for place, word in zip(places, found.status, strict=True):
                arrays["status"][place] = word
            if outputs.final_state:
                for x, shape in _shapes(system, K, M):
                    beside = tuple(map(slice, shape))
                    arrays[f"final_{x}"][places, *beside] = getattr(found.state, x)
        arrays["status"] = np.array(arrays["status"], dtype="U16")
        return arrays

    def digest(self, system: str) -> str:
        """Of the equations, derived ones among them."""
        return digest(system)


POINTS = Trajectories()


def problem_at(sweep: Sweep, point: int) -> Problem:
    """The problem of a point. Rates and sample numbers are set without reading the whole problem
    again."""
    at = dict(zip((axis.name for axis in sweep.axes), sweep.values(point), strict=True))
    which = tuple((name, value) for name, value in at.items() if name in ("model", "activation"))
    first = _checked(sweep.content, which)
    kinds = {PREFIX + p.name: p.kind for p in first.facts.parameters}
    for name, _ in first.schedule.rates if first.schedule is not None else ():
        kinds[PREFIX + name] = "scheduled"
    others = tuple((name, value) for name, value in at.items() if kinds.get(name) not in ALONE)
    alone = {name: value for name, value in at.items() if kinds.get(name) in ALONE}
    changed: dict[str, Any] = {
        name.removeprefix(PREFIX): float(x) if kinds[name] == "rate" else x
        for name, x in alone.items()
    }
    return _checked(sweep.content, others).with_numbers(**changed)


def systems(sweep: Sweep) -> list[str]:
    """The generated systems that the points need, by name."""
    axes = [axis for axis in sweep.axes if axis.name.split(".")[0] in ("model", "activation")]
    combinations: list[dict[str, Any]] = [{axis.name: axis.values[0] for axis in sweep.axes}]
    for axis in axes:
        combinations = [c | {axis.name: x} for c, x in product(combinations, axis.values)]
    return sorted({_system(sweep.problem_with(c)) for c in combinations})


def finite_support(sweep: Sweep) -> bool:
    """Whether a point has a finite support set."""
    return any(
        p.parameters.get("P", math.inf) != math.inf for p in _along_axes(sweep, "parameters.P")
    )


def nodes_needed(sweep: Sweep) -> bool:
    """Whether a point may need the nodes of a rule: finite P and V at some points, and at some what
    needs them then."""
    sizes = ("parameters.P", "parameters.V")
    fixed: dict[str, Any] = {
        axis.name: min(axis.values) for axis in sweep.axes if axis.name in sizes
    }
    fixed |= {
        axis.name: "exact"
        for axis in sweep.axes
        if axis.name == "parameters.closure" and "exact" in axis.values
    }
    problems = _along_axes(
        sweep, *(axis.name for axis in sweep.axes if axis.name not in fixed), fixed=fixed
    )
    return any(needs_rule(p, entry(p.model, p.activation)) for p in problems)


def _along_axes(sweep: Sweep, *names: str, fixed: dict[str, Any] | None = None) -> list[Problem]:
    """The first point, and those that differ from it in one of these axes; all of them with what is
    ``fixed``."""
    first = {axis.name: axis.values[0] for axis in sweep.axes} | (fixed or {})
    found = [sweep.problem_with(first)]
    for axis in sweep.axes:
        if axis.name in names:
            found += [sweep.problem_with({**first, axis.name: value}) for value in axis.values]
    return found


def largest(sweep: Sweep) -> tuple[int, int]:
    """The largest K and M of any point."""
    first = sweep.problem_with({axis.name: axis.values[0] for axis in sweep.axes})
    sizes = {"K": first.K, "M": first.M}
    for axis in sweep.axes:
        if axis.name in sizes:
            sizes[axis.name] = max(int(value) for value in axis.values)
    return sizes["K"], sizes["M"]


def _system(problem: Problem) -> str:
    return entry(problem.model, problem.activation).key


@lru_cache(maxsize=1024)
def _checked(content: str, changes: tuple[tuple[str, Any], ...]) -> Problem:
    sweep = from_content(content)
    first = {axis.name: axis.values[0] for axis in sweep.axes}
    problem: Problem = sweep.problem_with({**first, **dict(changes)})
    POINTS.require_solvable(problem, sweep)
    return problem


def _shapes(system: str, K: int, M: int) -> list[tuple[str, tuple[int, ...]]]:
    """Order parameters of a system, and their shapes."""
    flat = layout(entry(system).state, K, M)
    return list(zip(flat.names, flat.shapes, strict=True))

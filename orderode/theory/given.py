"""What solvers are given of a problem: the state at its start, and every parameter by name."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .. import solvers
from ..models.catalogue import Entry, entry
from ..problems.problem import Problem, Stage
from ..solvers.base import State
from ..solvers.layout import fitted
from .limits import require_theory

__all__ = ["GAUSSIAN", "needs_rule", "solver_parameters", "stage_parameters", "start_state"]

GAUSSIAN = 3.0  # the kurtosis of a normal variable


def start_state(problem: Problem) -> State:
    """The state at alpha = 0; order parameters that the problem does not mention start at 0."""
    state = State(problem.R, problem.Q, problem.w0, **problem.others)
    return fitted(entry(problem.model, problem.activation).state, state)


def solver_parameters(problem: Problem, solver: solvers.Backend) -> dict[str, Any]:
    """Every parameter of the problem by name, as the backends take them; at finite P and V with the
    rule they need."""
    p, tasks = problem.parameters, problem.tasks
    gaussian = bool((tasks.kurtosis == GAUSSIAN).all())
    return {
        **p.of_model(),
        **p.arrays(),
        "first_order": int(p.closure == "1/P"),
        "T": problem.T,
        "mean": tasks.mean,
        "cov": tasks.cov,
        "kurtosis": None if gaussian else tasks.kurtosis,
        "spread": tasks.spread,
        **(
            solver.rule(problem.K, problem.M, p.nodes)
            if needs_rule(problem, require_theory(problem))
            else {}
        ),
    }


def stage_parameters(
    stage: Stage, solver: solvers.Backend
) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """Those at the start of a stage and, where rates change in it, those at its end; with a rule
    that one of the two needs."""
    chosen = solver_parameters(stage.problem, solver)
    if stage.then is None:
        return chosen, None
    last = solver_parameters(stage.then, solver)
    return {**last, **chosen}, {**chosen, **last}


def needs_rule(problem: Problem, system: Entry, *, diffusion: bool = False) -> bool:
    """Whether the equations have a rule, P and V are finite and all powers of 1/P kept, and what
    then needs nodes does not vanish; or averages that no rule gives are taken over its nodes.

    ``diffusion``: for the covariance of a step, which needs a rule at infinite V, too.
    """
    p, tasks = problem.parameters, problem.tasks
    if not system["rule"]:
        return False
    if system.by_nodes:
        return system.status("V", p.V) == "quadrature"
    if (
        p.get("P", math.inf) == math.inf
        or (p.V == math.inf and not diffusion)
        or p.closure != "exact"
    ):
        return False
    vanishing = {
        ("w0", "zero"): not problem.trains_start and not np.any(problem.w0),
        ("mean", "zero"): not np.any(tasks.mean),
        ("cov", "diagonal"): not np.any(tasks.cov - np.diag(np.diag(tasks.cov))),
    }
    conditions = [vanishing[name, what] for name, what in system["needless"]]
    return not conditions or not all(conditions)  # none: it is always needed

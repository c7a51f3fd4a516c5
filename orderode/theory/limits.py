"""Which system solves a problem, and whether its equations hold there."""

from __future__ import annotations

import math

from ..errors import NotAvailable
from ..models.catalogue import Entry, entry
from ..problems.problem import Problem

__all__ = ["finite_for_diffusion", "require_theory"]


def require_theory(problem: Problem) -> Entry:
    """The system that solves ``problem``; ``NotAvailable`` where its equations do not hold for this
    P or V."""
    found = entry(problem.model, problem.activation)
    for name in ("P", "V"):
        value = problem.parameters.get(name, math.inf)
        if found.status(name, value) == "refused":
            raise NotAvailable(
                f"the theory of {found.name} at {name} = {value:g}",
                f"its equations hold for {name} -> inf only",
                f"write {name} = inf into [parameters]; a finite {name} in [simulation] is"
                " simulated as it is",
            )
    for size, steps in found["single"]:
        value = problem.parameters[size]
        if value != math.inf and problem.parameters[steps] != 1:
            raise NotAvailable(
                f"the theory of {found.name} at {size} = {value:g} with {steps} ="
                f" {problem.parameters[steps]}",
                f"at finite {size} it is derived for one inner step",
                f"write {size} = inf or {steps} = 1 into [parameters]",
            )
    return found


def finite_for_diffusion(problem: Problem) -> tuple[str, ...]:
    """The parameters of ``problem`` that are finite, but infinite where the covariance of one step
    holds."""
    found = require_theory(problem)
    return tuple(name for name in found["diffusion_at"] if problem.parameters[name] != math.inf)

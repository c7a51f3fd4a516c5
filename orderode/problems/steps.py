"""Problems whose theory is a map from one step to the next: which model, which rate and how many
samples a step, where to start, how many steps."""

# ruff: noqa: RUF009  (key() makes a dataclass field)

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from ..errors import ProblemError
from ..models.data import Stated
from ..models.manifest import KINDS, MAP
from .parameters import Parameters
from .problem import Problem
from .schema import Rule, integer, key, mapping, name, one_of, table
from .tables import MODEL, MOST_UNITS, NO_TASKS, Overlaps, TaskTable

__all__ = ["MapProblem"]

MOST_STEPS = 10**6
RUN_EXAMPLE = "a table such as\n\n[run]\nsteps = 3"


@dataclass(frozen=True)
class Run:
    """[run]: the state after 0, 1, ..., ``steps`` steps."""

    steps: int = key(integer(1, MOST_STEPS))


@dataclass(frozen=True)
class Simulation:
    """[simulation]: `runs` seeded simulations with `N` inputs and n = ratio N samples a step."""

    N: int = key(integer(1))  # and >= 2 K + M
    runs: int = key(integer(1, 10**6), 20)
    seed: int = key(integer(0), 0)
    method: str = key(one_of("reduced", "direct"), "reduced")
    # fresh tasks per run and step in the Monte Carlo eps_g
    tasks: int = key(integer(1, 10**7), 500)


@dataclass(frozen=True)
class Document:
    """The top level of a problem file."""

    model: str = key(MODEL)
    activation: str = key(name())
    K: int = key(integer(1, MOST_UNITS))  # hidden units of the learner
    M: int = key(integer(1, MOST_UNITS))  # hidden units of the teacher
    parameters: Mapping[str, Any] = key(
        Rule("a table with the parameters of the model", mapping, json={"type": "object"})
    )
    overlaps: Overlaps = key(table(Overlaps))
    tasks: TaskTable = key(table(TaskTable), NO_TASKS)
    run: Run | None = key(table(Run), None)
    simulation: Simulation | None = key(table(Simulation), None)


class MapProblem(Problem):
    """A checked problem of giant steps, made as a ``Problem`` is; [run] has ``steps``."""

    DRIVER: ClassVar[str] = MAP
    THEORY: ClassVar[str] = f"a {KINDS[MAP].theory}"
    INSTEAD: ClassVar[str] = "orderode rhs, integrate, simulate, compare, drift or draw"
    SIMULATION_EXAMPLE: ClassVar[str] = "a table such as\n\n[simulation]\nN = 1000\nruns = 20"
    RUN_EXAMPLE: ClassVar[str] = RUN_EXAMPLE
    DOCUMENT: ClassVar[type] = Document

    @classmethod
    def fields_of(cls, content: Mapping[str, Any]) -> dict[str, Any]:
        fields = super().fields_of(content)
        cov = fields["tasks"].cov
        if np.any(cov):
            accepted = "zero: all giant steps are on one task, whose vector is tasks.mean"
            raise ProblemError("tasks.cov", cov.tolist(), accepted)
        return fields

    @classmethod
    def scheduled(cls, facts: Stated, doc: Any, parameters: Parameters, blocks: int) -> None:
        return None

    @classmethod
    def simulated(cls, doc: Any, facts: Stated, parameters: Parameters) -> Simulation:
        wanted: Simulation = doc.simulation
        if wanted.N < 2 * doc.K + doc.M:
            accepted = f"an integer >= 2 K + M = {2 * doc.K + doc.M}"
            raise ProblemError("simulation.N", wanted.N, accepted)
        return wanted

    def _extent(self) -> str:
        return f"{self.require_run().steps} steps"

    def require_simulation(self, V: int | None = None) -> Any:
        """[simulation], where a step has a number of samples."""
        found = super(Problem, self).require_simulation()
        assert self.facts.ratio is not None
        if self.parameters[self.facts.ratio] == math.inf:
            place, accepted = f"parameters.{self.facts.ratio}", "a finite number, to simulate"
            raise ProblemError(place, math.inf, accepted, source=self.source)
        return found

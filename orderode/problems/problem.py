"""Problems whose theory is a trajectory: which model, which parameters, where to start, how far to
go."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, ClassVar

import numpy as np

from ..errors import MISSING, ProblemError
from ..models.data import Stated, stated
from ..models.deriving import is_model_file
from ..models.manifest import FLOW, KINDS
from ..models.objects import file_of
from . import blocks, others, overlaps, tables
from .base import AnyProblem
from .overlaps import Array
from .parameters import Parameters, read_parameters
from .phases import read_phases
from .schedule import Schedule, between, read_schedule
from .schema import read_table
from .starts import read_overlaps, require_inputs, within_blocks
from .tasks import Tasks, read_tasks, require_shares

__all__ = ["Problem", "Stage"]


@dataclass(frozen=True, eq=False)
class Stage:
    """A part of a trajectory with the rates of ``problem``, which has no schedule: from alpha =
    start, excluded but for 0, to end, included.  ``then``: the problem whose rates they come to at
    its end, on straight lines; None where they are constant."""

    start: float
    end: float
    problem: Problem
    then: Problem | None = None

    def share(self, alpha: float | Array) -> Any:
        """Of the way from start to end."""
        return (alpha - self.start) / (self.end - self.start)

    def at(self, alpha: float) -> Problem:
        """The problem with the rates at a time."""
        if self.then is None:
            return self.problem
        first, last = (dict(x.parameters) for x in (self.problem, self.then))
        return self.problem.with_numbers(**between(first, last, self.share(alpha)))

    def holds(self, alpha: Array) -> Array:
        """Which of alpha (n,) are in it."""
        return np.asarray(
            (alpha <= self.end) & (alpha >= self.start) & ((alpha > self.start) | (self.start == 0))
        )


@dataclass(frozen=True, init=False, repr=False)
class Problem(AnyProblem):
    """A checked problem. T (M, M), Q (K, K) and R (K, M) are the overlaps at alpha = 0, read-only,
    with the L blocks of the inputs in front where there are some;
    ``others`` the start of what else its system has, by name, as far as it is given.

    Made of what a problem file says, key by key: numbers, names, mappings for its tables, and lists
    or numpy arrays,

        Problem(model="sgd", activation="erf", K=2, M=2, parameters={"eta_J": 1.0, "V": inf},
                overlaps={"T": np.eye(2), "Q": 0.5, "R": np.zeros((2, 2))}, run={"alpha_end": 5.0})

    or read from a file by `load_problem`. Problems are equal if they say the same, whatever their
    files are called. `with_changes` makes variants.
    """

    model: str
    activation: str | tuple[float, ...]  # a name, or the coefficients of a polynomial
    K: int
    M: int
    parameters: Parameters
    T: Array = field(compare=False)
    Q: Array = field(compare=False)
    R: Array = field(compare=False)
    w0: Array = field(compare=False)
    others: Mapping[str, Array] = field(compare=False)
    tasks: Tasks = field(compare=False)
    schedule: Schedule | None
    run: tables.Run | None
    simulation: tables.Simulation | None
    source: str = field(compare=False)
    content: str
    facts: Stated = field(compare=False)  # what its model states

    DRIVER: ClassVar[str] = FLOW
    THEORY: ClassVar[str] = f"a {KINDS[FLOW].theory}"
    INSTEAD: ClassVar[str] = "orderode integrate, simulate, compare or draw"
    SIMULATION_EXAMPLE: ClassVar[str] = tables.SIMULATION_EXAMPLE
    RUN_EXAMPLE: ClassVar[str] = tables.RUN_EXAMPLE
    DOCUMENT: ClassVar[type] = tables.Document  # what a file says

    def __init__(
        self,
        *,
        model: Any = None,
        activation: str | Mapping[str, Any] | None = None,
        K: int | None = None,
        M: int | None = None,
        parameters: Mapping[str, Any] | None = None,
        overlaps: Mapping[str, Any] | None = None,
        tasks: Mapping[str, Any] | None = None,
        schedule: Mapping[str, Any] | None = None,
        phases: Sequence[Mapping[str, Any]] | None = None,
        run: Mapping[str, Any] | None = None,
        simulation: Mapping[str, Any] | None = None,
        **unknown: Any,
    ) -> None:
        """Keys of a problem file; None: the key is not there. Others are refused with the names of
        those there are.

        ``model`` may also be an Algorithm of `orderode.derive.language`, or what `orderode.derive`
        makes of one.
        """
        given = {"model": model, "activation": activation, "K": K, "M": M, "parameters": parameters}
        given |= {"overlaps": overlaps, "tasks": tasks, "schedule": schedule, "phases": phases}
        given |= {"run": run, "simulation": simulation}
        super().__init__(**given, **unknown)

    @classmethod
    def readied(cls, content: dict[str, Any]) -> dict[str, Any]:
        """With the path of a model that is given as an object."""
        return {k: file_of(v) if k == "model" else v for k, v in content.items()}

    def __repr__(self) -> str:
        """The setting, rates and sample numbers, the start, how far to go and what to simulate."""
        named = f" {self.source}" if self.source else ""
        rates = ", ".join(f"{k} = {v:g}" for k, v in self.parameters.of_model().items())
        arrays = self.parameters.arrays().items()
        rates = ", ".join([rates, *(f"{k} = {overlaps.in_short(v)}" for k, v in arrays)])
        start = [f"T = {overlaps.in_short(self.T)}", f"Q = {overlaps.in_short(self.Q)}"]
        start += [f"R = {overlaps.in_short(self.R)}", f"w0 = {overlaps.in_short(self.w0)}"]
        start += [f"{name} = {overlaps.in_short(x)}" for name, x in self.others.items()]
        s = self.simulation
        if self.schedule is not None:
            changed = ", ".join(name for name, _ in self.schedule.rates)
            rates += f"; {changed} changed {len(self.schedule.alphas)} times"
        lines = [
            f"<Problem{named}: {self.model_name}, {self.activation_text}, K = {self.K},"
            f" M = {self.M}",
            f" {rates}",
            f" {'; '.join(start)}",
            " no [run]" if self.run is None else f" {self._extent()}",
            " no [simulation]"
            if s is None
            else f" simulation: {s.runs} runs, N = {s.N}, {s.method}, seed {s.seed}",
        ]
        return "\n".join(lines) + ">"

    def _extent(self) -> str:
        """How far to go, of a problem that says it."""
        run = self.require_run()
        return f"to alpha = {run.alpha_end:g}, rtol {run.rtol:g}"

    @property
    def digest(self) -> str:
        """16 hexadecimal digits of what the file says: order, comments and 6 against 6.0 do not
        matter; of a model file counts what it states, not where it is."""
        if not is_model_file(self.model):
            return super().digest
        said = json.dumps({**json.loads(self.content), "model": self.facts.digest}, sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    @property
    def model_name(self) -> str:
        """The name of the algorithm, or of the model file without its folder."""
        return Path(self.model).name if self.model.endswith(".py") else self.facts.name

    @property
    def counts(self) -> tuple[int, ...]:
        """K, M and, where inputs are in blocks, their number L."""
        return (self.K, self.M, len(self.T)) if self.facts.blocks else (self.K, self.M)

    @property
    def adapts(self) -> bool:
        """Whether the model has an inner loop."""
        return self.facts.rate_of_inner is not None

    @property
    def trains_start(self) -> bool:
        """Whether the head start moves, at some time."""
        rate = self.facts.rate_of_start
        if rate is None:
            return False
        values = {self.parameters[rate]}
        if self.schedule is not None:
            parts = self.schedule.within(math.inf, self.parameters)
            values = {part.changes.get(rate, self.parameters[rate]) for part in parts}
        return max(values) > 0

    @property
    def activation_text(self) -> str:
        """The activation as it is written in a problem file, for people."""
        if isinstance(self.activation, str):
            return self.activation
        return "polynomial [" + ", ".join(f"{c:g}" for c in self.activation) + "]"

    def require_simulation(self, V: int | None = None) -> tables.Simulation:
        """[simulation], or a ``ProblemError`` that shows one, or says what is not drawn: no V but
        this, which is infinite."""
        found: tables.Simulation = super().require_simulation()
        if V is None and found.V == math.inf:
            fault = "taken from parameters.V"
            raise ProblemError("simulation.V", math.inf, DRAWN, fault, self.source)
        return found

    def require_run(self) -> Any:
        """[run], or a ``ProblemError`` that shows one."""
        if self.run is None:
            example = self.RUN_EXAMPLE
            raise ProblemError("[run]", MISSING, example, "needed to integrate", self.source)
        return self.run

    def times(self) -> Array:
        """The alphas reported: those of [run], and those at which rates change."""
        run = self.require_run()
        knots = [stage.end for stage in self.stages(run.alpha_end)]
        return run.alphas() if len(knots) == 1 else np.union1d(run.alphas(), knots)

    def stages(self, end: float) -> tuple[Stage, ...]:
        """What there is from alpha = 0 to ``end``: one after another, one where nothing
        changes."""
        if self.schedule is None:
            return (Stage(0.0, end, self),)
        made = []
        for start, stop, changes, then in self.schedule.within(end, self.parameters):
            here = self._with_rates(changes)
            made.append(Stage(start, stop, here, None if then is None else self._with_rates(then)))
        return tuple(made)

    def _with_rates(self, values: Mapping[str, Any]) -> Problem:
        """The same with constant rates, some of which are these."""
        parameters = self.parameters.changed(**values)
        return self.made({**vars(self), "parameters": parameters, "schedule": None})

    def with_numbers(self, **values: int | float) -> Problem:
        """The same with other rates and sample numbers, which are not checked, and `content` as it
        was: for many variants in a row."""
        return self.made({**vars(self), "parameters": self.parameters.changed(**values)})

    @classmethod
    def fields_of(cls, content: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of the problem that ``content``, in plain Python, says."""
        facts = None
        if "model" in content:  # first: the rest depends on it
            facts = stated(tables.MODEL.read(content["model"], "model"))
        heads = facts.heads if facts is not None else ()
        content, given = others.parted(content, heads)
        doc: Any = read_table(cls.DOCUMENT, content)
        assert facts is not None  # the key is required
        parameters = read_parameters(facts, doc.parameters)
        changed: dict[str, Any] = {}
        if facts.blocks:
            changed |= blocks.read_weights(parameters)
            T, Q, R = within_blocks(doc, np.array(changed["shares"]))
        else:
            T, Q, R = read_overlaps(doc)
        w0 = overlaps.vector("parameters.w0", parameters["w0"], doc.K, default=facts.start)
        changed["w0"] = tuple(w0.tolist())
        more: dict[str, Array] = {}
        for name in facts.heads[1:]:
            start = overlaps.vector(
                f"parameters.{name}", parameters[name], doc.K, default=facts.start
            )
            more[name], changed[name] = start, tuple(start.tolist())
        for v in (v for v in facts.vectors if v.units != "blocks"):
            size = {"K": doc.K, "M": doc.M}[v.units]
            key, value = f"parameters.{v.name}", parameters[v.name]
            if value is None and v.default is None:
                accepted = f"a list of {size} finite numbers, {v.units} of them ({v.meaning})"
                raise ProblemError(key, MISSING, accepted)
            found = overlaps.vector(key, value, size, default=v.default or 0.0)
            changed[v.name] = tuple(found.tolist())
        more |= {x.name: others.start_of(x, value, doc.K, doc.M) for x, value in given.items()}
        require_shares(facts, parameters)
        tasks = read_tasks(doc, facts, parameters.changed(**changed))
        for array in (*more.values(), T, Q, R, w0, *vars(tasks).values()):
            array.setflags(write=False)
        return {
            "model": doc.model,
            "activation": doc.activation,
            "K": doc.K,
            "M": doc.M,
            "parameters": parameters.changed(**changed),
            "T": T,
            "Q": Q,
            "R": R,
            "w0": w0,
            "others": more,
            "tasks": tasks,
            "schedule": cls.scheduled(facts, doc, parameters, len(T) if facts.blocks else 0),
            "run": doc.run,
            "simulation": doc.simulation and cls.simulated(doc, facts, parameters),
            "facts": facts,
        }

    @classmethod
    def scheduled(
        cls, facts: Stated, doc: Any, parameters: Parameters, blocks: int
    ) -> Schedule | None:
        """What changes along the way; with so many blocks of the inputs."""
        return _schedule(facts, doc, parameters, blocks)

    @classmethod
    def simulated(cls, doc: Any, facts: Stated, parameters: Parameters) -> Any:
        """[simulation], with what it takes from elsewhere."""
        return _simulation(doc.simulation, doc, facts, parameters)


def _schedule(
    facts: Stated, doc: tables.Document, parameters: Parameters, blocks: int
) -> Schedule | None:
    """What [schedule] or [[phases]] say, of which there is one; with so many blocks of the
    inputs."""
    if doc.phases is None:
        found = read_schedule(facts, doc.schedule, blocks)
    elif doc.schedule is not None:
        fault = "there are [[phases]], too"
        raise ProblemError("schedule", dict(doc.schedule), "one of the two", fault)
    else:
        found = read_phases(facts, doc.phases, parameters, doc.run)
    for part in [] if found is None else found.within(math.inf, parameters):
        require_shares(facts, parameters.changed(**part.changes))
    return found


#: What V of a simulation is.
DRAWN = "an integer >= 1, for query samples are drawn one by one: write V = 100 into [simulation]"


def _simulation(
    simulation: tables.Simulation, doc: tables.Document, facts: Stated, parameters: Parameters
) -> tables.Simulation:
    """With P and V filled in; N as a simulation needs it, and V, which may be the theory's
    infinite one until something is simulated."""
    require_inputs("simulation.N", simulation.N, doc.K, doc.M)
    P = parameters.get("P") if simulation.P is None else simulation.P
    if facts.rate_of_inner is None and simulation.P is not None:
        raise ProblemError("simulation.P", simulation.P, f"nothing: {facts.name} has no inner loop")
    if simulation.V == math.inf:
        raise ProblemError("simulation.V", math.inf, DRAWN)
    V = parameters.V if simulation.V is None else simulation.V
    V = V if V == math.inf else int(V)
    beside = simulation.beside
    if beside is not None:
        beside = tables.Beside(
            P if beside.P is None else beside.P, V if beside.V is None else beside.V
        )
    return replace(simulation, P=P, V=V, beside=beside)

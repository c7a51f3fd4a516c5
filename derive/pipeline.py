"""The stages between a model and its files, in order, each timed; what comes of them is kept by
content.

``made`` is the pipeline; ``everything`` runs it for all that ``generated/`` holds, in as many
processes as there are cores.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from . import kept, models
from .custom import check_arrays, check_model, in_house, load
from .dynamics.derive import derive
from .gaussian.activations import ACTIVATIONS, DEFAULT, Activation, polynomial
from .ir.limits import at_infinity, without_rule
from .ir.system import System
from .language import Algorithm
from .language.data import as_json
from .lowering import counts
from .lowering.lower import lowered
from .readouts import system as readouts
from .targets.emit import Part, file_name, join, render

__all__ = [
    "ALGORITHMS",
    "FIXED",
    "SYSTEMS",
    "Made",
    "Task",
    "everything",
    "made",
    "one",
    "operations",
]

ALGORITHMS = models.algorithms()
#: What is emitted: each algorithm with each activation it can be averaged for.
SYSTEMS = tuple((model.name, a.name) for model in ALGORITHMS.values() for a in ACTIVATIONS.values())
#: Trained readouts, with all their activations and targets at once.
FIXED_POINTS = tuple(models.readouts().values())

#: Shown side by side: a system and one whose terms it contains.
BESIDE = models.beside()

Task = tuple[str, str]  # algorithm and activation, or
FIXED = ("fixed_points", "")

T = TypeVar("T")


@dataclass
class Made:
    """The systems that were derived, what they put into the folder, and the processor seconds of
    each stage: none where the files were kept from an earlier time."""

    part: Part
    seconds: dict[str, float] = field(default_factory=dict)
    systems: tuple[System, ...] = ()

    def stage(self, name: str, step: Callable[..., T], *arguments: object) -> T:
        """What the step gives, its time added up."""
        start = time.process_time()
        found = step(*arguments)
        self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - start
        return found


def made(
    algorithms: list[Algorithm], activation: Activation, beside: tuple[tuple[str, str], ...] = ()
) -> Made:
    """Algorithms with one activation, through all stages:

        derive   model     -> System     averages over fields and tasks, the macroscopic law
                 (dynamics, gaussian)
        check    System    -> System     no name of the user's is one that the solvers need
                 (custom)
        lower    System    -> Programs   stored, shared, fused, guarded, by one list of passes
                 (lowering)
        print    Programs  -> files      C, numpy, LaTeX through their templates, manifest
                 (targets)

    Pairs ``beside`` one another get a page that compares them.
    """
    work = Made(({}, {}, {}))
    systems = [work.stage("derive", derive, algorithm, activation) for algorithm in algorithms]
    for system in systems:
        work.stage("check", check_arrays, system)
    programs = [work.stage("lower", lowered, system) for system in systems]
    work.part = work.stage("print", render, list(zip(systems, programs, strict=True)), beside)
    work.systems = tuple(systems)
    return work


def made_fixed_points() -> Made:
    """The trained readouts: equations are solved as they are derived, so that nothing is
    lowered."""
    work = Made(({}, {}, {}))
    points = [
        point for model in FIXED_POINTS for point in work.stage("derive", readouts.systems, model)
    ]
    work.part = work.stage("print", render, [], (), points)
    return work


def one(model: str, coefficients: str | None, activation: str) -> tuple[dict[str, str], System]:
    """The files of one model, a file or an algorithm by name, with an activation by name or by its
    coefficients."""
    if activation not in ACTIVATIONS:
        raise ValueError(
            f"--activation: invalid choice: {activation!r} (choose from"
            f" {', '.join(sorted(ACTIVATIONS))})"
        )
    chosen = polynomial(coefficients) if coefficients else ACTIVATIONS[activation]
    algorithm = ALGORITHMS.get(model)
    if algorithm is None:
        algorithm = load(Path(model))
        check_model(algorithm)
        algorithm = in_house(algorithm)
    work = made([algorithm], chosen)
    (system,) = work.systems
    files = join([work.part], [file_name(system)], [])
    return files | {f"models/{algorithm.name}.json": as_json(algorithm)}, system


def operations(model: str, activation: str) -> str:
    """What each rewrite saves: model -> System -> Programs, counted instead of printed."""
    whole = derive(ALGORITHMS[model], ACTIVATIONS[activation])
    system = at_infinity(whole, whole.support)
    found = []
    for off in (("kurtosis",), ("V", "kurtosis")):
        found += [counts.report(system, K, K, off) for K in (3, 9)]
    if system is not whole:
        found += ["At finite P:", counts.report(without_rule(whole), 3, 3, ("kurtosis",))]
    return "\n".join(found)


def everything(*, anew: bool = False) -> tuple[dict[str, str], list[Made]]:
    """All files, and how they were made; which process made a file changes no byte of it.

    What was made of the same sources before is read, unless ``anew``.
    """
    tasks = _tasks()
    # off: they end soon
    with ProcessPoolExecutor(max_workers=os.cpu_count() or 1, initializer=gc.disable) as pool:
        parts = list(pool.map(_task, tasks, [anew] * len(tasks)))
    systems = [
        name if activation == DEFAULT else f"{name}_{activation}" for name, activation in SYSTEMS
    ]
    data = {f"models/{name}.json": as_json(model) for name, model in ALGORITHMS.items()}
    points = [name for model in FIXED_POINTS for name in readouts.names(model)]
    return join([m.part for m in parts], systems, points) | data, parts


def _tasks() -> list[Task]:
    """What is made in one process each, what takes long first."""
    # made in one process with the system it stands beside
    with_another = {(part, DEFAULT) for _, part in BESIDE}
    with_its_part = {(full, DEFAULT) for full, _ in BESIDE}
    tasks = [task for task in SYSTEMS if task not in with_another]
    return [FIXED, *sorted(tasks[::-1], key=lambda task: task not in with_its_part)]


def _members(task: Task) -> tuple[list[str], tuple[tuple[str, str], ...]]:
    """The algorithms of a task, and which stand beside one another."""
    name, activation = task
    pairs = BESIDE if activation == DEFAULT else ()
    return [*(part for full, part in pairs if full == name), name], pairs


def _task(task: Task, anew: bool) -> Made:
    key = _key(task)
    found = None if anew else kept.read(key)
    if found is not None:
        return Made(found)
    work = _work(task)
    work.systems = ()  # which need not travel between processes
    kept.write(key, work.part)
    return work


def _work(task: Task) -> Made:
    if task == FIXED:
        return made_fixed_points()
    names, pairs = _members(task)
    return made([ALGORITHMS[n] for n in names], ACTIVATIONS[task[1]], pairs)


def _key(task: Task) -> kept.Key:
    """What the files of a task depend on: of the models, only its own."""
    names = [m.name for m in FIXED_POINTS] if task == FIXED else _members(task)[0]
    others = {*ALGORITHMS, *(m.name for m in FIXED_POINTS)} - set(names)
    return kept.Key("-".join(filter(None, task)), kept.digest(others))

"""The stages between a model and its files, in order, each timed; what comes of them is kept by
content.

``made`` is the pipeline; ``everything`` runs it for all that ``generated/`` holds, in as many
processes as there are cores.
"""

from __future__ import annotations

import gc
import math
import os
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from . import kept, models
from .custom.check import check_model
from .custom.files import load
from .custom.names import in_house
from .custom.reads import reading
from .drivers import ROUTES, Model, route_of
from .dynamics.derive import derive
from .gaussian.activations import ACTIVATIONS, DEFAULT, USUAL, Activation, named, polynomial
from .ir.flow import Flow
from .ir.limits import at_infinity, without_rule
from .ir.system import System
from .language import Algorithm
from .language.data import as_json
from .lowering import counts
from .lowering.program import GENERAL
from .targets.emit import Done, Part, join, render, special
from .targets.target import Emitted, targets

__all__ = [
    "ALGORITHMS",
    "MODELS",
    "SYSTEMS",
    "Made",
    "Task",
    "compact",
    "everything",
    "made",
    "one",
    "operations",
    "systems_of",
]

ALGORITHMS = models.algorithms()
#: The algorithms, and models of other drivers.
MODELS: dict[str, Model] = {**ALGORITHMS, **models.others()}

#: Shown side by side: a system and one whose terms it contains.
BESIDE = models.beside()

Task = tuple[str, str]  # model and activation; "" for all at once

#: Processes that take whole activations: more would wait for the one that has most to do.
FEW = 2


def _emitted(name: str, model: Model) -> tuple[str, ...]:
    """The activations that a model is emitted with: those that its file lists, or the usual
    ones."""
    return (models.activations(name) or USUAL) if route_of(model).each else ("",)


#: What is emitted: each model with each activation it can be averaged for.
SYSTEMS: list[Task] = []
for _name, _model in MODELS.items():
    SYSTEMS += [(_name, which) for which in _emitted(_name, _model)]

T = TypeVar("T")


@dataclass
class Made:
    """The systems that were derived, what they put into the folder, and the processor seconds of
    each stage: none where the files were kept from an earlier time."""

    part: Part
    seconds: dict[str, float] = field(default_factory=dict)
    systems: tuple[System, ...] = ()

    def stage(
        self, name: str, step: Callable[..., T], *arguments: object, key: kept.Key | None = None
    ) -> T:
        """What the step gives, its time added up; or what was kept under the key."""
        found: T | None = None if key is None else kept.recall(key)
        if found is None:
            start = time.process_time()
            found = step(*arguments)
            self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - start
            if key is not None:
                kept.keep(key, found)
        return found


def made(
    of: list[Model],
    activation: Activation | None = None,
    beside: tuple[tuple[str, str], ...] = (),
    *,
    keep: bool = False,
) -> Made:
    """Models, with one activation where it is asked for, through all stages:

        derive   model     -> Systems    averages over fields and tasks, the macroscopic law; the
                 (dynamics, readouts)    potential and where it is stationary
        check    System    -> System     no name of the user's is one that the solvers need
                 (custom)
        lower    System    -> Programs   stored, shared, fused, guarded, by one list of passes;
                 (lowering)              shared expressions named
        print    Programs  -> files      C, numpy, LaTeX through their templates, manifest
                 (targets)

    The driver of a system says by which functions (``drivers``).  Pairs ``beside`` one another get
    a page that compares them.  With ``keep`` systems and programs are read where the same sources
    gave them before, and kept where not.
    """
    work = Made(({}, {}))
    pairs: list[tuple[System, Any]] = []
    for model in of:
        keys = _stage_keys(model, activation) if keep else (None, None)
        systems = work.stage("derive", _derived, model, activation, key=keys[0])
        for system in systems:
            work.stage("check", ROUTES[system.driver].check, system)
        programs = work.stage("lower", _lowered, systems, key=keys[1])
        pairs += zip(systems, programs, strict=True)
    done = _printed(of) if keep else _now
    work.part = work.stage("print", render, pairs, beside, done)
    work.systems = tuple(system for system, _ in pairs)
    return work


def _now(_system: str, _target: str, step: Callable[[], Emitted]) -> Emitted:
    return step()


def _printed(of: list[Model]) -> Done:
    """Of these models: read where the same sources, but for those of other targets, gave it
    before; kept where not."""
    models_apart = set(MODELS) - {model.name for model in of}
    everywhere = set(chain.from_iterable(map(targets, ROUTES)))

    def done(system: str, target: str, step: Callable[[], Emitted]) -> Emitted:
        digest = kept.digest(models_apart, targets=everywhere - {target})
        key = kept.Key(f"{system}-{target}", digest)
        found: Emitted | None = kept.recall(key)
        if found is None:
            found = step()
            kept.keep(key, found)
        return found

    return done


def _derived(model: Model, activation: Activation | None) -> tuple[System, ...]:
    return tuple(route_of(model).derive(model, activation))


def _lowered(systems: tuple[System, ...]) -> tuple[Any, ...]:
    return tuple(ROUTES[system.driver].lower(system) for system in systems)


def one(model: str, coefficients: str | None, activation: str) -> tuple[dict[str, str], Flow]:
    """The files of one model, a file or an algorithm by name, with an activation by name or by its
    coefficients."""
    try:
        chosen = polynomial(coefficients) if coefficients else named(activation)
    except ValueError as error:
        where = "" if coefficients else "--activation: invalid choice: "
        raise ValueError(f"{where}{error}") from None
    algorithm = _algorithm(model)
    work = made([algorithm], chosen)
    (system,) = work.systems
    assert isinstance(system, Flow)
    files = join([work.part], [system.name])
    return files | {f"models/{algorithm.name}.json": as_json(algorithm)}, system


def systems_of(model: Model, activation: Activation | None = None) -> tuple[System, ...]:
    """Of one of ``MODELS``: read where the same sources gave them before, derived and kept where
    not."""
    return Made(({}, {})).stage(
        "derive", _derived, model, activation, key=_stage_keys(model, activation)[0]
    )


def _algorithm(model: str) -> Algorithm:
    """Of this name, or in this file."""
    found = ALGORITHMS.get(model)
    if found is None:
        with reading(Path(model).parent):
            found = load(Path(model))
            check_model(found)
            found = in_house(found)
    return found


def compact(model: str, activation: str, settings: Iterable[str]) -> str:
    """The page of one model's equations in compact form, at values "NAME=VALUE"."""
    if activation not in ACTIVATIONS:
        raise ValueError(f"--activation: invalid choice: {activation!r}")
    values = dict(map(_setting, settings))
    algorithm, chosen = _algorithm(model), ACTIVATIONS[activation]
    (system,) = (systems_of if model in ALGORITHMS else _derived)(algorithm, chosen)
    return special(system, values)


def _setting(text: str) -> tuple[str, float]:
    name, _, value = text.partition("=")
    try:
        number = float(value)
        if math.isnan(number):
            raise ValueError
        return name.strip(), number
    except ValueError:
        raise ValueError(f"--set {text}: not NAME=VALUE, such as P=inf or noise=0.1") from None


def operations(model: str, activation: str) -> str:
    """What each rewrite saves: model -> System -> Programs, counted instead of printed."""
    whole = derive(ALGORITHMS[model], ACTIVATIONS[activation])
    system = at_infinity(whole, whole.support)
    found = []
    for off in (("kurtosis",), ("V", "kurtosis"), ("V", "kurtosis", GENERAL)):
        found += [counts.report(system, K, K, off) for K in (3, 9)]
    if system is not whole:
        found += ["At finite P:", counts.report(without_rule(whole), 3, 3, ("kurtosis",))]
    return "\n".join(found)


def everything(*, anew: bool = False) -> tuple[dict[str, str], list[Made]]:
    """All files, and how they were made; which process made a file changes no byte of it.

    What was made of the same sources before is read, unless ``anew``.
    """
    workers = os.cpu_count() or 1
    shares = _shares(_tasks(), workers)
    with ProcessPoolExecutor(workers, initializer=_worker, initargs=(os.getpid(),)) as pool:
        parts = list(chain.from_iterable(pool.map(_share, shares, [anew] * len(shares))))
    data = {f"models/{name}.json": as_json(model) for name, model in ALGORITHMS.items()}
    names = list(chain.from_iterable(_names(*task) for task in SYSTEMS))
    return join([m.part for m in parts], names) | data, parts


def _names(name: str, activation: str) -> tuple[str, ...]:
    """Of the systems of a task."""
    model = MODELS[name]
    return route_of(model).names(model, activation)


def _worker(parent: int) -> None:
    """A worker collects no garbage, for it ends soon; it ends with its parent, too, also where that
    is killed."""
    gc.disable()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    if os.name == "posix":
        threading.Thread(target=watch, daemon=True).start()


def _tasks() -> list[Task]:
    """What is made in one process each, what takes long first."""
    # made in one process with the system it stands beside
    with_another = {(part, DEFAULT) for _, part in BESIDE}
    with_its_part = {(full, DEFAULT) for full, _ in BESIDE}
    at_once = [task for task in SYSTEMS if not task[1]]
    # all in one process: the averages that they ask for are the same
    with_another |= set(at_once[1:])
    tasks = [task for task in SYSTEMS if task not in with_another]
    return sorted(tasks[::-1], key=lambda task: (task[1] != "", task not in with_its_part))


def _shares(tasks: list[Task], workers: int) -> list[list[Task]]:
    """What one process makes after the other: where there are few, all of one activation, whose
    averages are evaluated once."""
    if workers > FEW:
        return [[task] for task in tasks]
    found: dict[str, list[Task]] = {}
    for task in tasks:
        found.setdefault(task[1], []).append(task)
    return sorted(found.values(), key=len, reverse=True)


def _share(tasks: list[Task], anew: bool) -> list[Made]:
    return [_task(task, anew) for task in tasks]


def _members(task: Task) -> tuple[list[str], tuple[tuple[str, str], ...]]:
    """The models of a task, and which stand beside one another."""
    name, activation = task
    if not activation:
        return [model for model, which in SYSTEMS if not which], ()
    pairs = BESIDE if activation == DEFAULT else ()
    return [*(part for full, part in pairs if full == name), name], pairs


def _task(task: Task, anew: bool) -> Made:
    key = _key(task)
    found = None if anew else kept.read(key)
    if found is not None:
        return Made(found)
    work = _work(task, keep=not anew)
    work.systems = ()  # which need not travel between processes
    kept.write(key, work.part)
    return work


def _work(task: Task, *, keep: bool = False) -> Made:
    names, pairs = _members(task)
    activation = ACTIVATIONS[task[1]] if task[1] else None
    return made([MODELS[n] for n in names], activation, pairs, keep=keep)


def _key(task: Task) -> kept.Key:
    """What the files of a task depend on: of the models, only its own."""
    others = set(MODELS) - set(_members(task)[0])
    return kept.Key("-".join(filter(None, task)), kept.digest(others))


def _stage_keys(model: Model, activation: Activation | None) -> tuple[kept.Key, kept.Key]:
    """What the systems of one of ``MODELS`` depend on, and what their programs do: on no target and
    no template."""
    others = set(MODELS) - {model.name}
    rooms = ("drivers", *route_of(model).rooms)
    which = "-".join((model.name, *([activation.name] if activation else [])))
    return (
        kept.Key(f"{which}-systems", kept.digest(others, rooms)),
        kept.Key(f"{which}-programs", kept.digest(others, (*rooms, "lowering"))),
    )

"""A giant step ahead of each outer step: MAML of first order whose inner loop moves both layers.

For each task J' = J - gamma sqrt(N) (1/n) sum F x on n = a N samples, a giant step (``giant``), and
w' = w - rate < dl/dw >.  The fields of J' and of the teacher have the covariance that its map gives
them, Q' and R', and beside them are those of J: with J'.J/N = X, X_kl = Q_kl - gamma < F_k z_l >,
all of them jointly Gaussian.  The outer step is on J' and w', and moves J:

    dR_kn = < sum a_k beta_n >,    dQ_kl = B_kl + B_lk + < sum a_k a_l >,

where a_k reads the fields of J' and the teacher, z', alone, so that by Stein's lemma
B_kl = < sum a_k z_l > = sum_j < sum da_k/dz'_j > cov(z'_j, lambda_l), which is X_jl or R_ln.

So there are two readings of the same losses for each task, at the overlaps before and after the
giant step; a right-hand side is the sum over tasks with their probabilities.  Here each reading is
derived on its own and its arrays are renamed: those of a task end in its name, and those before the
giant step in ``_ahead`` as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from sympy import Add, Expr, IndexedBase, S, Sum, Symbol
from sympy.tensor.indexed import Indexed

from .. import language
from ..gaussian.activations import Activation
from ..ir.flow import Flow
from ..ir.roles import Role, Values
from ..ir.system import Closure, Convention, Definition, Index, Parameter, Piece
from .assembly import assembled
from .derivation import Derivation
from .giant import define_slopes
from .macroscopic import (
    derived,
    laws,
    macroscopic_law,
    mean_of_sum,
    observables,
    steps_against_steps,
)
from .reading import Algorithm, read
from .state import fixed_overlaps, order_parameters, state_of
from .step import step
from .task_sets import probabilities

__all__ = ["NoStepAhead", "composed", "require_ahead"]


class NoStepAhead(ValueError):
    """What is not derived for a giant step ahead."""


def require_ahead(algorithm: language.Algorithm) -> None:
    """``NoStepAhead`` for what has no equations with a giant step ahead of the outer one."""
    outer, ahead = algorithm.outer, algorithm.ahead
    assert ahead is not None
    of_tasks = {t.vector for t in algorithm.tasks}
    without = {
        "an inner loop beside": algorithm.adaptation is not None,
        "an outer step that is giant": isinstance(outer, language.GiantStep),
        "weight decay": outer.decay is not None,
        "weights that keep their lengths": outer.spherical,
        "a step that states its coefficient": outer.coefficient is not None,
        "a teacher that varies with the task": algorithm.teacher.spread is not None,
        "tasks that are drawn, tasks=() where a set is expected": not algorithm.tasks,
        "heads of tasks' own": len(algorithm.heads()) > 1,
        "gains": algorithm.gains is not None,
        "inputs in blocks": algorithm.blocks,
        "vectors beside those of tasks": bool(set(algorithm.vectors) - of_tasks),
    }
    for what, there in without.items():
        if there:
            raise NoStepAhead(f"a giant step ahead: no equations with {what}")


def composed(algorithm: language.Algorithm, activation: Activation) -> Flow:
    """The system: that of the outer step alone, with the forces of what has adapted in place of its
    own."""
    require_ahead(algorithm)
    plain = assembled(derived(read(algorithm), activation, finite=False), "")
    tasks = [_of_task(algorithm, activation, task) for task in algorithm.tasks]
    model = read(algorithm)
    made: dict[str, Definition] = {}
    products: dict[str, Any] = {}
    aliases: dict[str, tuple[str, tuple[str, ...]]] = {}
    for task in tasks:
        made |= {d.name: d for d in task.definitions}
        products |= task.products
        aliases |= task.aliases
    definitions = [*made.values(), *_weighted(algorithm, model, plain, tasks)]
    system = replace(
        plain,
        definitions=tuple(definitions),
        products=products,
        constants=_once(chain.from_iterable(task.constants for task in tasks)),
        kernels=_once(chain.from_iterable(task.kernels for task in tasks)),
        guarded=plain.guarded,
        diffusion=(),
        parameters=(*plain.parameters, _ratio(algorithm)),
        limits=(*plain.limits, *_limits(algorithm, tasks)),
        convention=(*plain.convention, _convention(algorithm)),
        closures=_closures(algorithm, plain),
        derivation=tasks[0].trace,
        aliases=aliases,
    )
    return replace(system, definitions=system.needed_for((*system.outputs, *system.observables)))


# -- one task --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Task:
    """Both readings of one task: definitions, what their averages are of, the tables and kernels
    that these read; aliases: of each array, what it is called in a system of its own, and its
    marks."""

    name: str
    definitions: tuple[Definition, ...]
    products: dict[str, Any]
    constants: tuple[Any, ...]
    kernels: tuple[Any, ...]
    aliases: dict[str, tuple[str, tuple[str, ...]]]
    trace: tuple[Any, ...]


def _of_task(algorithm: language.Algorithm, activation: Activation, task: language.Task) -> _Task:
    alone = replace(task, share=None, head="")
    seen = tuple(replace(x, task="") for x in algorithm.observables if x.task in ("", task.name))
    assert algorithm.ahead is not None
    stated = replace(algorithm, tasks=(alone,), ahead=None, observables=seen)
    before = _before(stated, algorithm.ahead, activation)
    after = _after(stated, activation)
    marks = {"ahead": (task.name, "ahead"), "after": (task.name,)}
    first = _renamed(before, marks["ahead"], {})
    moved = {x.name: f"{x.name}_{task.name}" for x in before.state}
    adapted = _adapted(before, task.name)
    second = _renamed(after, marks["after"], moved)
    works = ((before, marks["ahead"], first), (after, marks["after"], second))
    products: dict[str, Any] = {}
    aliases: dict[str, tuple[str, tuple[str, ...]]] = {}
    for work, mark, names in works:
        for name, kind in work.averages.products().items():
            products[names.get(name, name)] = kind
        for old, new in names.items():
            of_all = not new.endswith("_".join(mark))  # what all tasks see alike
            if new != old:
                bare = old.removesuffix(f"_{task.name}")
                aliases[new] = (bare, mark[1:] if of_all else mark)
    aliases |= {new: (old, (task.name,)) for old, new in moved.items()}
    aliases |= {f"{x}_{task.name}": (x, (task.name,)) for x in ("X", "B")}
    trace = []
    for work, _, names in works:
        trace += [_section(x, names | (moved if work is after else {})) for x in work.trace()]
    return _Task(
        task.name,
        (
            *(_rename(d, first) for d in _all(before)),
            *adapted,
            *(_rename(d, second | moved) for d in _all(after)),
        ),
        products,
        _once((*before.averages.constants(), *after.averages.constants())),
        _once((*before.averages.kernels(), *after.averages.kernels())),
        aliases,
        tuple(trace),
    )


def _before(
    stated: language.Algorithm, ahead: language.GiantAdaptation, activation: Activation
) -> Derivation:
    """The giant step: what it moves R, Q and the head by."""
    step_ahead = language.GiantStep(
        ahead.network, ahead.head, ahead.rate, ahead.loss, ahead.samples
    )
    start = replace(stated.start, rate=ahead.rate_of_head)
    work = _started(replace(stated, outer=step_ahead, start=start, observables=()), activation)
    macroscopic_law(work, step(work))
    laws(work, order_parameters(work.algorithm))
    _require_rules(work)
    return work


def _after(stated: language.Algorithm, activation: Activation) -> Derivation:
    """The outer step at the fields of what has adapted: its forces, slopes in these fields, the
    slope of the head, and the observables."""
    work = _started(stated, activation)
    parts, (k, l), i = step(work), (work.k, work.l), work.i
    drift = Add(*(mean_of_sum(work, part, i) for part in parts))
    force = (Role.FORCE, "A[k, i] = <sum_s a_k^s z_i^s>, steps against fields")
    work.define("A", *force, Piece((k, i), drift))
    between = steps_against_steps(work, parts)
    if between is not None:
        force = (Role.FORCE, "E[k, l] = <sum_s a_k^s a_l^s>, steps against steps")
        work.define("E", *force, Piece((k, l), between), symmetric=True)
    define_slopes(work)
    laws(work, order_parameters(work.algorithm))
    observables(work)
    _require_rules(work)
    return work


def _started(stated: language.Algorithm, activation: Activation) -> Derivation:
    model = read(stated)
    state, fixed = state_of(order_parameters(model)), fixed_overlaps(model)
    return Derivation(model, activation, state, fixed, finite=False)


def _require_rules(work: Derivation) -> None:
    missing = work.missing or work.averages.missing()
    if missing:
        raise NoStepAhead(f"a giant step ahead: {missing}")


def _all(work: Derivation) -> tuple[Definition, ...]:
    """The definitions of a reading, in order of dependence; its results are results of the whole no
    longer."""
    found = []
    for d in (*work.averages.definitions(), *work.heads.definitions(), *work.definitions):
        made = d.role is Role.OUTPUT
        found.append(replace(d, role=Role.FORCE, slope_of="") if made else d)
    return tuple(found)


def _adapted(before: Derivation, task: str) -> tuple[Definition, ...]:
    """Overlaps and head after the giant step, and X, the overlaps of J' with J."""
    found = []
    for x in before.state:
        units = before.units_of(x)
        moved = IndexedBase(f"{x.slope}_{task}_ahead")[units]
        value = IndexedBase(x.name)[units] + moved
        meaning = f"{x.meaning} after the giant step"
        pieces = (Piece(units, value),)
        found.append(
            Definition(f"{x.name}_{task}", Role.RESPONSE, meaning, x.ranges, pieces, x.symmetric)
        )
    k, l = before.k, before.l
    value = IndexedBase("Q")[k, l] + IndexedBase(f"A_{task}_ahead")[k, l]
    meaning = "overlaps of the learner after the giant step with itself before it"
    pieces = (Piece((k, l), value),)
    found.append(Definition(f"X_{task}", Role.RESPONSE, meaning, (k.rng, l.rng), pieces))
    return tuple(found)


# -- all tasks -------------------------------------------------------------------------------------


def _weighted(
    algorithm: language.Algorithm, model: Algorithm, plain: Flow, tasks: list[_Task]
) -> list[Definition]:
    """Slopes and observables as sums over tasks."""
    chances = probabilities(algorithm)
    found: list[Definition] = []
    known: set[str] = set()
    for task in tasks:
        known |= {d.name for d in task.definitions}
        found.append(_against_weights(plain, model, task.name))
    for name in (*plain.outputs, *plain.observables):
        d = plain[name]
        of = next((x.task for x in algorithm.observables if x.name == name), "")
        pieces = []
        for piece in d.pieces:
            terms: list[Expr] = []
            for task in tasks:
                weight = chances[task.name] if not of else S(int(of == task.name))
                terms.append(weight * _in_task(name, task.name, piece.indices, known))
            # term by term, as what vanishes with a growing sample set is left out so
            pieces.append(Piece(piece.indices, Add(*terms).expand()))
        found.append(replace(d, pieces=tuple(pieces)))
    return found


def _in_task(name: str, task: str, units: tuple[Index, ...], known: set[str]) -> Expr:
    """A slope, or an observable, in one task."""

    def of(array: str, *at: Index) -> Expr:
        made: Expr = IndexedBase(f"{array}_{task}")[at]
        return made

    if name == "dR":
        return of("A", *units)
    if name == "dQ":
        k, l = units
        between = of("E", k, l) if f"E_{task}" in known else S.Zero
        return of("B", k, l) + of("B", l, k) + between
    if f"{name}_{task}" not in known:
        return S.Zero
    return of(name, *units) if units else Symbol(f"{name}_{task}")


def _against_weights(plain: Flow, model: Algorithm, task: str) -> Definition:
    """B_kl = sum_j W_kj X_jl + sum_n W_kn R_ln: steps against the fields of the weights that
    move."""
    k, l, a = (model.learner.index(place) for place in range(3))
    n = model.teacher.index(0)
    W, X, R = (IndexedBase(x) for x in (f"W_{task}", f"X_{task}", "R"))
    value = Sum(W[k, a] * X[a, l], (a, 1, a.rng.size)) + Sum(W[k, n] * R[l, n], (n, 1, n.rng.size))
    meaning = "steps against fields of the weights before the giant step"
    pieces = (Piece((k, l), value),)
    return Definition(f"B_{task}", Role.FORCE, meaning, (k.rng, l.rng), pieces)


# -- names -----------------------------------------------------------------------------------------


def _renamed(work: Derivation, marks: tuple[str, ...], others: Mapping[str, str]) -> dict[str, str]:
    """New names of the arrays of a reading; before the giant step all tasks see the same fields."""
    found = {}
    for d in _all(work):
        task, *rest = marks
        if rest and d.role in (Role.COVARIANCE, Role.AVERAGE):
            found[d.name] = "_".join((d.name, *rest))
            continue
        own = d.name if d.name.endswith(f"_{task}") else f"{d.name}_{task}"
        found[d.name] = "_".join((own, *rest))
    return found


def _rename(d: Definition, names: Mapping[str, str]) -> Definition:
    def of(piece: Piece) -> Piece:
        return Piece(piece.indices, _with(piece.expression, names))

    return replace(
        d,
        name=names.get(d.name, d.name),
        pieces=tuple(of(p) for p in d.pieces),
        update=tuple(of(p) for p in d.update),
        along=names.get(d.along, d.along),
    )


def _with(expression: Any, names: Mapping[str, str]) -> Any:
    """An expression, or a tuple of some, with other names of arrays."""
    if isinstance(expression, tuple):
        return tuple(_with(x, names) for x in expression)
    if not isinstance(expression, Expr):
        return expression
    elements = {}
    for e in expression.atoms(Indexed):
        if e.base.name in names:
            elements[e] = IndexedBase(names[e.base.name])[e.indices]
    return expression.xreplace(elements)


def _section(section: Any, names: Mapping[str, str]) -> Any:
    steps = []
    for x in section.steps:
        steps.append(replace(x, before=_with(x.before, names), after=_with(x.after, names)))
    return replace(section, steps=tuple(steps))


def _once(found: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(found))


# -- what is said ----------------------------------------------------------------------------------


def _ratio(algorithm: language.Algorithm) -> Parameter:
    assert algorithm.ahead is not None
    samples = algorithm.ahead.samples
    meaning = f"samples in the {samples.meaning} over the dimension of inputs"
    return Parameter(samples.size, meaning, may_be_infinite=True, numbers=Values.RATIO)


def _limits(algorithm: language.Algorithm, tasks: list[_Task]) -> tuple[tuple[str, str, str], ...]:
    assert algorithm.ahead is not None
    size = algorithm.ahead.samples.size
    finite = "quadrature" if any(task.constants for task in tasks) else "exact"
    return ((size, "inf", "exact"), (size, "integer", finite))


def _convention(algorithm: language.Algorithm) -> Convention:
    ahead, learner = algorithm.ahead, algorithm.learner
    assert ahead is not None
    rate, size = ahead.rate.name, ahead.samples.size
    J = learner.weights
    text = f"{J}'_k = {J}_k - {rate} sqrt(N) (1/n) sum dl/d{learner.field}_k x"
    if ahead.rate_of_head is not None:
        text += f", w'_k = w_k - {ahead.rate_of_head.name} (1/n) sum dl/dw_k"
    text += f", over n = {size} N fresh samples x of the task; the outer step is on these"
    return Convention("giant step ahead", text)


def _closures(algorithm: language.Algorithm, plain: Flow) -> tuple[Closure, ...]:
    ahead = algorithm.ahead
    assert ahead is not None
    found = []
    for c in plain.closures:
        if c.name == "N -> inf":
            fixed = f"K, M, {algorithm.outer.samples.size}, {ahead.samples.size} = n/N stay fixed"
            c = replace(c, statement=f"{fixed}; overlaps are self-averaging, within a step too")
        if c.name == "covariance of one step":
            why = "no part of it is known where weights move by order one within a step"
            c = replace(c, statement=f"left out: {why}")
        if c.name == "quadrature":
            c = replace(c, statement=c.statement.replace("at finite V", "at finite V and ratio"))
        found.append(c)
    order = "the change of the adapted weights is held fixed in the outer derivative"
    return (*found, Closure("first order", False, order))

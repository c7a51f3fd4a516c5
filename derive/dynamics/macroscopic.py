"""From an algorithm to its macroscopic equations, with K and M symbolic throughout.

``derived`` lists the stages.  What is typed in here is physics that holds for every algorithm: a
sum over i.i.d. samples averages term by term, different samples are independent, a sample set that
grows without bound takes its mean, and overlaps are bilinear in the weights (``law``).
"""

from __future__ import annotations

from itertools import product

from sympy import Add, Expr, IndexedBase, S, Sum, Symbol, limit, oo

from ..gaussian.activations import Activation
from ..ir.deltas import contract
from ..ir.roles import Role
from ..ir.system import Definition, Entry, Index, Piece, names_read
from ..ir.trace import Change, Infinite, Of, Order, OverSamples, Quantity
from ..ir.trace import Heads as Multiplied
from . import fluctuations
from .applied import Applied
from .at_nodes import require_known_tasks
from .blocks import require_blocks, squared_length
from .changes import Summed
from .derivation import Derivation
from .fluctuations import Diffusion, Sources
from .giant import between_samples, define_slopes, require_giant
from .law import coefficient, field, overlap_change, rescaling, shrinking, substitute
from .monomials import FIELD, Monomial, TooManySums, apart
from .one_task import OneTask
from .reading import BLOCKS, Algorithm, Observable
from .state import OrderParameter, fixed_overlaps, order_parameters, state_of
from .step import StepPart, inner_loop, step
from .support import NoFewShots
from .varied import squared

__all__ = ["derived", "laws", "macroscopic_law", "mean_of_sum", "observables"]
__all__ += ["steps_against_steps"]

#: What is said of the law where inputs are in blocks.
WITHIN = "z the field of block h; a sample with itself is variances[h] shares[h] N"
STEIN = "the fields of a block and all fields are jointly Gaussian"


def derived(algorithm: Algorithm, activation: Activation, *, finite: bool) -> Derivation:
    """The stages, in order; ``finite``: at any number of support samples."""
    require_blocks(algorithm)
    require_known_tasks(algorithm)
    require_giant(algorithm)
    parameters, fixed = order_parameters(algorithm), fixed_overlaps(algorithm)
    work = Derivation(algorithm, activation, state_of(parameters), fixed, finite=finite)
    inner_loop(work)
    macroscopic_law(work, step(work))
    laws(work, parameters)
    observables(work)
    _covariance_of_step(work)
    _finite_support(work)
    return work


def macroscopic_law(work: Derivation, parts: list[StepPart]) -> None:
    """dR_kn/dalpha = A_kn, dQ_kl/dalpha = A_kl + A_lk + E_kl, less what decays: averages of
    products of one step's coefficients and fields, A_ki = < sum_s a_k z_i > and
    E_kl = < sum_s a_k a_l >."""
    k, l, i = work.k, work.l, work.i
    outer = work.algorithm.outer
    work.section("The macroscopic law")
    decay = outer.rate.symbol * outer.decay.symbol if outer.decay else S.Zero
    units = {x: work.units_of(x) for x in work.state.overlaps}
    both = {x: x.ranges[-2:] == (outer.network.range,) * 2 for x in units}
    change_of = {x: Change(IndexedBase(x.name)[of]) for x, of in units.items()}
    changes = {}
    for x, (*_, a, b) in units.items():
        changes[x] = overlap_change(a.name, b.name, both_move=both[x])
        note = "" if work.algorithm.blocks is None else WITHIN
        work.record("bilinear", change_of[x], OverSamples(changes[x]), note)
    if work.algorithm.blocks is None:
        drift = Add(*(mean_of_sum(work, part, i) for part in parts))
        work.record("average", Of(Quantity.AGAINST_FIELDS, (k, i)), drift)
    spread = steps_against_steps(work, parts)
    if work.algorithm.blocks is None:
        force = (Role.FORCE, "A[k, i] = <sum_s a_k^s z_i^s>, steps against fields")
        work.define("A", *force, Piece((k, i), drift))
    else:
        _within_blocks(work)
    if spread is not None:
        force = (Role.FORCE, "E[k, l] = <sum_s a_k^s a_l^s>, steps against steps")
        work.define("E", *force, Piece((k, l), spread), symmetric=True)
    if outer.giant:
        between_samples(work)
    A, E, X = IndexedBase("A"), IndexedBase("E"), IndexedBase("X")
    taken = _of_noise(work, parts)
    if taken is not None:
        force = (Role.FORCE, "X[k, n] = spread_n^2 <sum_s da_k^s/dbeta_n^s>, steps against noise")
        work.define("X", *force, Piece((k, work.n), taken))
    shrunk = {
        x: shrinking(both_move=both[x]) * decay * IndexedBase(x.name)[of] for x, of in units.items()
    }
    if decay:
        sides = tuple(change_of.values()), tuple(shrunk.values())
        work.record("bilinear", *sides, "from the decay")
    teacher = work.algorithm.teacher.range

    def less(unit: Index) -> bool:
        return taken is not None and unit.rng == teacher

    known = spread is not None
    slopes = {}
    for x, (*block, a, b) in units.items():
        own = A[(*block, a, b)] - (X[a, b] if less(b) else S.Zero)
        squares = E[a, b] if known else S.Zero
        if outer.giant:
            squares += IndexedBase("Y")[a, b]
        products = {
            coefficient(a.name) * field(b.name): own,
            coefficient(b.name) * field(a.name): A[(*block, b, a)],
            coefficient(a.name) * coefficient(b.name): (
                squared_length(*block) * squares if block else squares
            ),
        }
        slopes[x] = substitute(changes[x], products) + shrunk[x]
    if outer.spherical:
        slopes = _rescaled(work, slopes, units, both)
    for x, of in units.items():
        work.define_slope(x, of, slopes[x])


def _within_blocks(work: Derivation) -> None:
    """A_hki = < sum_s a_k z_hi > = sum_j c_h C_hij W_kj, W_kj = < sum_s da_k/dz_j >."""
    k = work.k
    define_slopes(work)
    h, i, j = Index(work.letters[BLOCKS.name][0], BLOCKS), work.i, Index("j", work.fields)
    drift = Sum(IndexedBase("Cb")[h, i, j] * IndexedBase("W")[k, j], (j, 1, work.fields.size))
    work.record("Stein", Of(Quantity.AGAINST_BLOCKS, (h, k, i)), drift, STEIN)
    force = (Role.FORCE, "A[h, k, i] = <sum_s a_k^s z_hi^s>, steps against fields of block h")
    work.define("A", *force, Piece((h, k, i), drift))


def _rescaled(
    work: Derivation,
    slopes: dict[Entry, Expr],
    units: dict[Entry, tuple[Index, ...]],
    both: dict[Entry, bool],
) -> dict[Entry, Expr]:
    """The slopes of overlaps of weights that keep their lengths: less those of the lengths, l_k =
    dQ_kk/(2 Q_kk)."""
    k, length = work.k, IndexedBase("ll")
    (own,) = (x for x, moves in both.items() if moves)
    (a, b), array = units[own], IndexedBase(own.name)
    on_diagonal = slopes[own].xreplace({a: k, b: k})
    force = (Role.FORCE, "l[k] = dQ_kk/(2 Q_kk), what a step adds to a length that is taken back")
    work.define("ll", *force, Piece((k,), (on_diagonal / (2 * array[k, k])).expand()))
    found = {}
    for x, (a, b) in units.items():
        lost = rescaling(both_move=both[x]).subs({"l_u": length[a], "l_v": length[b]})
        found[x] = slopes[x] + (lost * IndexedBase(x.name)[a, b]).expand()
        work.record("bilinear", slopes[x], found[x], "weights keep their lengths")
    return found


def mean_of_sum(work: Derivation, part: StepPart, unit: Index) -> Expr:
    """< sum over the part's samples of a_k z_unit >: their number times the mean of one."""
    bare = FIELD[unit, part.samples.index]
    if part.coefficient.has(Applied):
        return _at_nodes(work, "An", "F_k z_i", bare, (work.k, unit))
    a = apart(work.expanded(part.coefficient), (work.k, unit), work.letters)
    times = Monomial(part.samples.number) * work.expanded(bare)[0]
    return work.average([times * x for x in a])


def _of_noise(work: Derivation, parts: list[StepPart]) -> Expr | None:
    """What < sum_s a_k z_n > owes to the noise in the fields of a teacher that varies with the
    task: spread_n^2 < sum_s da_k/dbeta_n >, by Stein's lemma."""
    k, n = work.k, work.n
    if not work.algorithm.teacher.varies:
        return None
    total: Expr = S.Zero
    for part in parts:
        assert part.bend is not None
        found = apart(work.expanded(part.bend), (k, n), work.letters)
        times = Monomial(part.samples.number * squared(n))
        total += work.average([times * x for x in found])
    return total


def _square_of_sum(work: Derivation, part: StepPart) -> Expr:
    """< sum over the part's samples of a_k a_l >; what vanishes with a growing support set is
    left out."""
    k, l = work.k, work.l
    number = part.samples.number
    order = (part.coefficient**2 * number).as_independent(number)[1]
    if part.samples.size == work.support_size() and limit(order, number, oo) == 0:
        return S.Zero
    if part.coefficient.has(Applied):
        other = _slope(work).xreplace({k: l})
        return _at_nodes(work, "En", "F_k F_l", other, (k, l))
    a_k = apart(work.expanded(part.coefficient), (k, l), work.letters)
    a_l = apart(work.expanded(part.coefficient.xreplace({k: l})), (k, l), work.letters)
    products = []
    for x, y in product(a_k, a_l):
        (other,) = apart([y], (k, l, *x.sums), work.letters)
        products.append(Monomial(number) * x * other)
    return work.average(products)


def _slope(work: Derivation) -> Expr:
    """F_k on one sample, in fields and heads as vectors."""
    outer = work.algorithm.outer
    return work.stacked(contract(outer.gradient(work.k)), outer.head)


def _at_nodes(
    work: Derivation, name: str, words: str, other: Expr, units: tuple[Index, Index]
) -> Expr:
    """< sum_s a_k^s z_i >, or < sum_s a_k^s a_l^s >, where no rule averages the slope of the loss:
    a_k = -(rate/V) F_k."""
    assert work.losses is not None
    outer, squared = work.algorithm.outer, name == "En"
    factors = (_slope(work), other)
    of = "slope of the loss in a field at a node"
    if outer.coefficient is not None:
        of = "minus the coefficient of the step at a node"
    mean = work.losses.average(name, words, factors, units, of=of, symmetric=squared)
    down = outer.rate.symbol
    return down**2 / outer.samples.number * mean if squared else -down * mean


def steps_against_steps(work: Derivation, parts: list[StepPart]) -> Expr | None:
    """E_kl; None where an average has no rule, which leaves the limit of infinitely many query
    samples."""
    before = Of(Quantity.AGAINST_STEPS, (work.k, work.l))
    known, asked = work.averages.snapshot(), dict(work.support.asked) if work.support else {}
    try:
        spread = Add(*(_square_of_sum(work, part) for part in parts))
        work.missing = work.averages.missing()
    except TooManySums as error:
        work.missing = str(error)
    if work.missing:
        work.averages.restore(known)
        if work.support:
            work.support.asked = asked
        size = work.algorithm.outer.samples.size
        work.record(
            "limit",
            before,
            S.Zero,
            "{}; at finite {} an average has no rule",
            Infinite(size),
            size,
        )
        return None
    work.record("average", before, spread, "a sample with itself; cumulants over the task")
    work.integrals = bool(work.averages.constants())
    return spread


def laws(work: Derivation, parameters: tuple[OrderParameter, ...]) -> None:
    """The slopes of what is no overlap, each by a law of its own."""
    for x in parameters:
        if x.law is not None:
            units = work.units_of(x.entry)
            slope = x.law(work, units)
            work.define_slope(x.entry, units, slope.sampled + slope.beside)
            work.unsampled[x.entry.name] = slope.beside


def observables(work: Derivation) -> None:
    """< l > over fresh data."""
    work.section("Observables")
    for x in work.algorithm.observables:
        if x.loss.has(Applied):
            value = _mean_at_nodes(work, x)
            work.record("average", Symbol(x.name), value, x.meaning)
            work.define(x.name, Role.OUTPUT, x.meaning, Piece((), value))
            continue
        loss = work.expanded(work.stacked(x.loss, x.head))
        of_one = work.average_among(loss, {x.task: S.One}) if x.task else None
        value = work.average(loss) if of_one is None else of_one
        work.record("average", Symbol(x.name), value, x.meaning)
        work.define(x.name, Role.OUTPUT, x.meaning, Piece((), value))


def _mean_at_nodes(work: Derivation, x: Observable) -> Expr:
    """< l >, of all tasks or of one."""
    assert work.losses is not None
    loss, name = work.stacked(x.loss, x.head), f"{x.name}_n"
    with work.losses.heads.over({x.task: S.One} if x.task else work.losses.heads.among):
        return work.losses.average(name, f"l of {x.name}", (loss,), of="a loss at a node")


def _covariance_of_step(work: Derivation) -> None:
    """The covariance of one step, where it is made of query samples alone.

    What does not hold for it does not hold up the flow, which is derived without it.
    """
    outer, why = work.algorithm.outer, _no_covariance(work)
    if why:
        work.blocks, work.diffusion = (), f"left out: {why}"
        return
    activations = work.averages.activations.values()
    size, refused = outer.samples.size, ""
    found: tuple[Definition, ...] = ()
    finite = not work.missing and all(a.finite_fluctuations for a in activations)
    if finite:
        found, refused = _diffusion_blocks(work, finite=True)
        finite = bool(found)
    if not found:
        found, why = _diffusion_blocks(work, finite=False)
        if not found:
            work.blocks, work.diffusion = (), f"left out: {why}"
            return
    work.finite_blocks = finite
    work.section("Fluctuations at finite N")
    _record_blocks(work, found)
    work.definitions += found
    if finite:
        adapted = work.heads.vector(outer.head).adapted
        support = work.support_size() if adapted else ""
        work.diffusion = fluctuations.closure(size, support, one_task=work.one_task is not None)
    else:
        only = "" if work.missing else f"{size} -> inf only: "
        because = f"; at finite {size}: {refused}" if refused else ""
        work.diffusion = f"{only}no order in 1/{size}{because}"


def _no_covariance(work: Derivation) -> str:
    """Why there is no covariance of one step, if so."""
    model, source = work.algorithm, work.algorithm.source
    functions = [a.no_covariance for a in work.averages.activations.values()]
    reasons = {
        "no part of it is known for a giant step, whose samples fluctuate with the weights": (
            model.outer.giant
        ),
        "no part of it is known where the teacher varies with the task": model.teacher.varies,
        "no part of it is known where the samples of the inner loop enter the step, too": (
            model.outer.through is not None
        ),
        "no part of it is known with a set of tasks, whose choice moves all of the state": bool(
            source.tasks
        ),
        "no part of it is known with gains, which the samples of a step share": (
            source.gains is not None
        ),
        "no part of it is known for weights that keep their lengths": model.outer.spherical,
    }
    return next((why for why, there in reasons.items() if there), "") or max(functions)


def _record_blocks(work: Derivation, found: tuple[Definition, ...]) -> None:
    """Of random tasks: without what there is where there is one task."""
    alone = {d.name for d in found if d.needs}
    for d in found:
        for piece in d.pieces if d.name not in alone else ():
            terms = Add.make_args(piece.expression)
            value = Add(*(t for t in terms if not names_read(t) & alone))
            work.record("cumulants", IndexedBase(d.name)[piece.indices], value)


def _diffusion_blocks(work: Derivation, *, finite: bool) -> tuple[tuple[Definition, ...], str]:
    """The blocks, at ``finite`` numbers of query samples or at infinitely many; or why there are
    none: a product has more sums over units than there are letters, an average has no rule."""
    outer, start = work.algorithm.outer, work.algorithm.start
    down, number = outer.rate.symbol, outer.samples.number
    rate = S.Zero if start.rate is None else start.rate.symbol
    known, asked = work.averages.snapshot(), dict(work.support.asked) if work.support else {}
    sources = Sources(
        heads=work.heads,
        letters=work.letters,
        learner=work.algorithm.learner.range,
        teacher=work.algorithm.teacher.range,
        fields=work.fields,
        number=number,
        same=finite,
        quadratic=finite,
        coefficient=lambda k: (
            -down / number * work.stacked(contract(outer.gradient(k)), outer.head)
        ),
        slope=lambda k: -rate / number * work.stacked(contract(outer.head_gradient(k)), outer.head),
        sample=outer.samples.index.name,
        means={
            Summed.FIELDS: "A",
            Summed.SLOPES: "W",
            Summed.START: work.state[start.name].slope,
            Summed.SQUARES: "mS",
        },
        state=work.state,
        start=work.state[start.name],
        beside_samples=work.unsampled[start.name],
        over_fields=work.over_fields,
        over_noise=work.over_noise,
        correction=lambda legs, mark: (
            work.support.correction(legs, mark) if work.support else S.Zero
        ),
        one_task=_one_task(work) if finite else None,
        blocks=work.algorithm.blocks,
    )
    found: tuple[Definition, ...] = ()
    try:
        found = Diffusion(sources).definitions()
        why = work.averages.missing()
    except (TooManySums, NoFewShots) as error:
        why = str(error)
    if not why:
        return found, ""
    work.averages.restore(known)
    if work.support:
        work.support.asked = asked
    return (), why


def _one_task(work: Derivation) -> OneTask | None:
    """Cumulants of many heads that are adapted on finitely many samples, where there is one
    task."""
    adapted = work.heads.vector(work.algorithm.outer.head).adapted
    if work.nodes is None or work.algorithm.adaptation is None or not adapted:
        return None
    try:
        found = OneTask(work.algorithm, work.nodes, work.algorithm.adaptation.samples.number)
    except NoFewShots:
        return None
    work.one_task = found
    return found


def _finite_support(work: Derivation) -> None:
    """What the corrections at finite P are made of; last, when all moments that need one are
    known."""
    if work.support is None or work.nodes is None or not work.support.asked:
        return
    size = work.support.samples.size
    work.section("Finite {}", size)
    inner = work.algorithm.adaptation
    assert inner is not None
    d = -inner.rate.symbol * work.algorithm.scales[0] * contract(inner.slope_at_start(work.k))
    of = Of(Quantity.CONTRIBUTION, (work.k, inner.samples.index))
    work.record("inner step", of, d, "", Multiplied(*work.algorithm.scales))
    corrections = work.support.definitions()
    for weight in (x for x in corrections if not x.ranges):
        work.record("set partitions", Symbol(weight.name), weight.piece.expression, weight.meaning)
    for x in (x for x in corrections if x.ranges):
        for piece in (p for p in x.pieces if p.expression != 0):
            element = IndexedBase(x.name)[piece.indices]
            if x.name in work.support.tables:
                work.record("average", element, piece.expression)
                continue
            for power, value in work.support.powers(piece.expression).items():
                work.record("order", Order(element, size, power), value)
    work.corrections = (*work.nodes.definitions(), *corrections)
    if work.one_task and work.one_task.most:
        work.task_known = (work.one_task.heads(),)
        work.of_one_task = work.one_task.definitions()

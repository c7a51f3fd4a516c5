"""From an algorithm to its macroscopic equations: model -> System, with K and M symbolic
throughout.

``derive``, at the end of the file, lists the stages.  What is typed in here is physics that holds
for every algorithm: a sum over i.i.d. samples averages term by term, different samples are
independent, a sample set that grows without bound takes its mean, and overlaps are bilinear in the
weights (``law``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sympy import (
    Add,
    Expr,
    IndexedBase,
    Integer,
    KroneckerDelta,
    Mul,
    S,
    Sum,
    Symbol,
    factor_terms,
    factorial2,
    limit,
    oo,
)

from ..gaussian.activations import Activation
from ..ir.deltas import contract
from ..ir.roles import Role
from ..ir.system import Definition, Entry, Index, Piece, Range, smallest
from ..ir.terms import sum_over, summed
from ..ir.trace import Change, Infinite, Of, Order, OverSamples, Quantity, Section, Step
from ..ir.trace import Heads as Multiplied
from . import fluctuations
from .averages import FieldAverages
from .fluctuations import Diffusion, Sources, Summed
from .heads import Heads, HeadVector
from .law import coefficient, field, overlap_change, shrinking, substitute
from .monomials import FIELD, Monomial, TooManySums, apart, expand, stack_fields, stack_heads
from .nodes import Nodes
from .reading import Algorithm, Descent, Head, Samples
from .state import fixed_overlaps, order_parameters
from .support import Support

__all__ = ["Derivation"]


@dataclass(frozen=True)
class StepPart:
    """Where a step uses a sample set: a_k = ``coefficient`` on one sample, and the set."""

    coefficient: Expr
    samples: Samples


class Derivation:
    """The state of one derivation: index letters, the averages met, the definitions made, the steps
    recorded."""

    def __init__(self, algorithm: Algorithm, activation: Activation, *, finite: bool) -> None:
        self.algorithm = algorithm
        learner, teacher = algorithm.learner, algorithm.teacher
        self.networks = (learner, teacher)
        self.fields = Range("fields", (learner.units, teacher.units))
        self.letters = {"fields": "ijrs", **{n.field: n.letters for n in self.networks}}
        self.k, self.l = learner.index(0), learner.index(1)
        self.n = teacher.index(0)
        self.i = Index("i", self.fields)
        self.state = order_parameters(algorithm)
        overlaps = (*self.state.overlaps, *fixed_overlaps(algorithm))
        self.averages = FieldAverages(
            activation, (learner.range, teacher.range), self.letters, overlaps
        )
        self.heads = Heads(algorithm, self.letters, self.fields)
        self.nodes: Nodes | None = None
        self.support = self._support(activation) if finite else None
        self.definitions: list[Definition] = []
        self.sections: list[tuple[str, tuple, list[Step]]] = []
        self.missing = ""
        self.integrals = False  # whether averages at finite V are integrals along a path

    def _support(self, activation: Activation) -> Support | None:
        """What makes heads adapted on P samples, where no such sample enters the step itself."""
        if self.algorithm.adaptation is None or self.algorithm.outer.through is not None:
            return None
        make = (self.letters, self.fields, self.contribution)
        self.nodes = Nodes(self.heads, self.averages, *make, self.over_noise)
        return Support(self.algorithm, *make, self.average, self.heads.moment, self.nodes.value)

    def contribution(self, unit: Index) -> list[Monomial]:
        """What one support sample adds to P times the element of c at ``unit``, in one inner step
        from the start."""
        inner = self.algorithm.adaptation
        assert inner is not None
        slope = contract(inner.slope_at_start(self.k))
        moved = self.stacked(-inner.rate.symbol * self.algorithm.scales[0] * slope, inner.start)
        found = []
        for x in self.expanded(moved):
            functions = tuple(
                (sample, order, unit if i == self.k else i) for sample, order, i in x.functions
            )
            found.append(replace(x, functions=functions))
        return found

    def section(self, title: str, *about: Any) -> None:
        self.sections.append((title, about, []))

    def record(self, rule: str, before: Any, after: Any, note: str = "", *about: Any) -> None:
        self.sections[-1][2].append(Step(rule, before, after, note, about))

    def trace(self) -> tuple[Section, ...]:
        """The steps recorded, and those of each average."""
        own = (
            Section(title, tuple(steps), about) for title, about, steps in self.sections if steps
        )
        return (*own, *self.averages.derivations())

    def define(
        self,
        name: str,
        role: Role,
        meaning: str,
        *pieces: Piece,
        symmetric: bool = False,
    ) -> None:
        columns = zip(*(piece.indices for piece in pieces), strict=True)
        ranges = tuple(smallest((index.rng for index in column), self.fields) for column in columns)
        groups = ((0, 1),) if symmetric else ()
        self.definitions.append(Definition(name, role, meaning, ranges, pieces, groups))

    def run(self) -> None:
        """The stages, in order."""
        self.inner_loop()
        self.macroscopic_law(self.step())
        self.head_start()
        self.observables()
        self.fluctuations()
        self.finite_support()

    # -- stages ------------------------------------------------------------------------------------

    def inner_loop(self) -> None:
        """P -> infinity: a mean over the support set is its expectation given the task; w stays
        linear in u."""
        inner = self.algorithm.adaptation
        if inner is None:
            return
        k, infinite = self.k, Infinite(inner.samples.size)
        self.section("The inner loop at {}", infinite)
        slope = contract(inner.slope(k))
        of_one = f"one sample of the {inner.samples.meaning}"
        self.record("differentiate", Of(Quantity.HEAD_SLOPE, (k,)), slope, of_one)
        monomials = [x for x in self.expanded(slope) if not x.noise]
        means = [(x, self.over_fields(x)) for x in monomials]
        mean = Add(
            *(summed(x.coefficient * self.heads_of(x) * average, x.sums) for x, average in means)
        )
        before = Of(Quantity.MEAN_HEAD_SLOPE, (k, inner.samples.index))
        note = "{}, head and task held fixed; noise averages out"
        self.record("law of large numbers", before, mean, note, infinite)
        offset, response = self.heads.adapt(means)
        m = self.algorithm.teacher.index(1)
        self.record("inner step", Of(Quantity.NEW_OFFSET, (k,)), offset)
        self.record("inner step", Of(Quantity.NEW_RESPONSE, (k, m)), response, "", inner.steps)

    def step(self) -> list[StepPart]:
        """The coefficients a_k of the samples in one step of the first layer."""
        outer = self.algorithm.outer
        self.section("One step of the first layer")
        self.record(
            "loss", Of(Quantity.LOSS), outer.loss, f"one sample of the {outer.samples.meaning}"
        )
        force = contract(outer.gradient(self.k))
        note = "head held fixed" if outer.through is None else "head held fixed: the direct part"
        self.record("differentiate", Of(Quantity.FIELD_SLOPE, (self.k,)), force, note)
        direct = -outer.rate.symbol / outer.samples.number * self.stacked(force, outer.head)
        of = Of(Quantity.COEFFICIENT, (self.k, outer.samples.index))
        self.record("stack", of, direct, "", Multiplied(*self.algorithm.scales))
        parts = [StepPart(direct, outer.samples)]
        if outer.through is not None:
            parts.append(self.through_inner_loop(outer))
        return parts

    def through_inner_loop(self, outer: Descent) -> StepPart:
        """Support samples: the query loss differentiated through w = w0 - (rate/P) sum_mu d
        loss^mu/d w."""
        inner = outer.through
        assert inner is not None
        unit = self.algorithm.learner.index(2)
        query = self.stacked(contract(outer.head_gradient(unit)), outer.head)
        slope = contract(inner.slope_at_start(unit))
        bend = contract(slope.diff(self.algorithm.learner.local_field(self.k, inner.samples)))
        bend = self.stacked(bend, inner.start)
        moved = -inner.rate.symbol / inner.samples.number * bend
        by_field = Of(Quantity.HEAD_BY_FIELD, (unit, self.k, inner.samples.index))
        self.record("differentiate", by_field, moved, "a support sample moves the head")
        whole = contract(sum_over((query * moved).expand(), (unit,)))
        a = -outer.rate.symbol * whole
        of = Of(Quantity.COEFFICIENT, (self.k, inner.samples.index))
        self.record(
            "chain rule", of, a.expand(), "mean query slope times change of the head, summed"
        )
        return StepPart(a, inner.samples)

    def macroscopic_law(self, parts: list[StepPart]) -> None:
        """Per unit of alpha the overlaps change by averages of products of one step's coefficients
        and fields."""
        k, l, i = self.k, self.l, self.i
        outer = self.algorithm.outer
        self.section("The macroscopic law")
        decay = outer.rate.symbol * outer.decay.symbol if outer.decay else S.Zero
        units = {x: self.units_of(x) for x in self.state.overlaps}
        both = {x: x.ranges == (outer.network.range,) * 2 for x in units}
        change_of = {x: Change(IndexedBase(x.name)[of]) for x, of in units.items()}
        changes = {}
        for x, (a, b) in units.items():
            changes[x] = overlap_change(a.name, b.name, both_move=both[x])
            self.record("bilinear", change_of[x], OverSamples(changes[x]))
        drift = Add(*(self.mean_of_sum(part, i) for part in parts))
        self.record("average", Of(Quantity.AGAINST_FIELDS, (k, i)), drift)
        spread = self.spread(parts)
        force = (Role.FORCE, "A[k, i] = <sum_s a_k^s z_i^s>, steps against fields")
        self.define("A", *force, Piece((k, i), drift))
        if spread is not None:
            force = (Role.FORCE, "E[k, l] = <sum_s a_k^s a_l^s>, steps against steps")
            self.define("E", *force, Piece((k, l), spread), symmetric=True)
        shrunk = {
            x: shrinking(both_move=both[x]) * decay * IndexedBase(x.name)[of]
            for x, of in units.items()
        }
        if decay:
            sides = tuple(change_of.values()), tuple(shrunk.values())
            self.record("bilinear", *sides, "from the decay")
        A, E = IndexedBase("A"), IndexedBase("E")
        known = spread is not None
        for x, (a, b) in units.items():
            products = {
                coefficient(a.name) * field(b.name): A[a, b],
                coefficient(b.name) * field(a.name): A[b, a],
                coefficient(a.name) * coefficient(b.name): E[a, b] if known else S.Zero,
            }
            self.define_slope(x, (a, b), substitute(changes[x], products) + shrunk[x])

    def units_of(self, entry: Entry) -> tuple[Index, ...]:
        """The letters of an entry of the state: each range counts with its first, then its second
        letter."""
        ranges = entry.ranges
        return tuple(
            Index(self.letters[r.name][ranges[:p].count(r)], r) for p, r in enumerate(ranges)
        )

    def define_slope(self, entry: Entry, units: tuple[Index, ...], value: Expr) -> None:
        """The change of an entry of the state per unit of time."""
        meaning, piece = f"{entry.slope}/dalpha", Piece(units, value)
        self.define(entry.slope, Role.OUTPUT, meaning, piece, symmetric=entry.packed)
        self.definitions[-1] = replace(self.definitions[-1], slope_of=entry.name)

    def spread(self, parts: list[StepPart]) -> Expr | None:
        """E_kl; None where an average has no rule, which leaves the limit of infinitely many query
        samples."""
        before = Of(Quantity.AGAINST_STEPS, (self.k, self.l))
        known, asked = self.averages.snapshot(), dict(self.support.asked) if self.support else {}
        try:
            spread = Add(*(self.square_of_sum(part) for part in parts))
            self.missing = self.averages.missing()
        except TooManySums as error:
            self.missing = str(error)
        if self.missing:
            self.averages.restore(known)
            if self.support:
                self.support.asked = asked
            size = self.algorithm.outer.samples.size
            self.record(
                "limit",
                before,
                S.Zero,
                "{}; at finite {} an average has no rule",
                Infinite(size),
                size,
            )
            return None
        self.record("average", before, spread, "a sample with itself; cumulants over the task")
        self.integrals = bool(self.averages.constants())
        return spread

    def head_start(self) -> None:
        """The head start moves down the mean query loss, through the inner loop where the first
        layer does."""
        outer, start, k = self.algorithm.outer, self.algorithm.start, self.k
        assert start.rate is not None
        self.section("The head start")
        slope = self.stacked(contract(outer.head_gradient(k)), outer.head)
        if outer.through is not None:
            inner = outer.through
            unit = self.algorithm.learner.index(2)
            query = self.stacked(contract(outer.head_gradient(unit)), outer.head)
            bend = self.stacked(
                contract(contract(inner.slope_at_start(unit)).diff(inner.start[k])), inner.start
            )
            moved = KroneckerDelta(unit, k) - inner.rate.symbol * bend
            by_start = Of(Quantity.HEAD_BY_START, (unit, k))
            self.record("differentiate", by_start, moved, "mean over the support set")
            slope = contract(sum_over((query * moved).expand(), (unit,)))
        mean = self.average(self.expanded(-start.rate.symbol * slope))
        self.record("average", Of(Quantity.START_DRIFT, (k,)), mean)
        self.define_slope(self.state[start.name], (k,), mean)

    def observables(self) -> None:
        """Averages of losses over fresh data."""
        self.section("Observables")
        for x in self.algorithm.observables:
            value = self.average(self.expanded(self.stacked(x.loss, x.head)))
            self.record("average", Symbol(x.name), value, x.meaning)
            self.define(x.name, Role.OUTPUT, x.meaning, Piece((), value))

    def fluctuations(self) -> None:
        """The covariance of one step, where it is made of query samples alone."""
        outer, activation = self.algorithm.outer, self.averages.activation
        self.diffusion, self.blocks, self.finite_blocks = "", tuple(self.state.blocks), False
        if outer.through is not None or not activation.fluctuations:
            return
        size = outer.samples.size
        finite = not self.missing and activation.finite_fluctuations
        found = self.diffusion_blocks(finite=finite)
        if found is None and finite:
            finite, found = False, self.diffusion_blocks(finite=False)
        if found is None:
            return
        self.finite_blocks = finite
        self.section("Fluctuations at finite N")
        for d in found:
            for piece in d.pieces:
                self.record("cumulants", IndexedBase(d.name)[piece.indices], piece.expression)
            self.definitions.append(d)
        if finite:
            adapted = self.heads.vector(outer.head).adapted
            self.diffusion = fluctuations.closure(size, self.support_size() if adapted else "")
        else:
            only = "" if self.missing else f"{size} -> inf only: "
            self.diffusion = f"{only}no order in 1/{size}"

    def diffusion_blocks(self, *, finite: bool) -> tuple[Definition, ...] | None:
        """The blocks, at ``finite`` numbers of query samples or at infinitely many; None where a
        product has more sums over units than there are letters."""
        outer, start = self.algorithm.outer, self.algorithm.start
        assert start.rate is not None
        down, rate, number = outer.rate.symbol, start.rate.symbol, outer.samples.number
        known, asked = self.averages.snapshot(), dict(self.support.asked) if self.support else {}
        sources = Sources(
            heads=self.heads,
            letters=self.letters,
            learner=self.algorithm.learner.range,
            teacher=self.algorithm.teacher.range,
            fields=self.fields,
            number=number,
            same=finite,
            quadratic=finite,
            coefficient=lambda k: (
                -down / number * self.stacked(contract(outer.gradient(k)), outer.head)
            ),
            slope=lambda k: (
                -rate / number * self.stacked(contract(outer.head_gradient(k)), outer.head)
            ),
            means={
                Summed.FIELDS: "A",
                Summed.START: self.state[start.name].slope,
                Summed.SQUARES: "mS",
            },
            state=self.state,
            start=self.state[start.name],
            over_fields=self.over_fields,
            over_noise=self.over_noise,
            correction=lambda legs, mark: (
                self.support.correction(legs, mark) if self.support else S.Zero
            ),
        )
        try:
            return tuple(Diffusion(sources).definitions())
        except TooManySums:
            self.averages.restore(known)
            if self.support:
                self.support.asked = asked
            return None

    def finite_support(self) -> None:
        """What the corrections at finite P are made of; last, when all moments that need one are
        known."""
        self.corrections: tuple[Definition, ...] = ()
        if self.support is None or self.nodes is None or not self.support.asked:
            return
        size = self.support.samples.size
        self.section("Finite {}", size)
        inner = self.algorithm.adaptation
        assert inner is not None
        d = -inner.rate.symbol * self.algorithm.scales[0] * contract(inner.slope_at_start(self.k))
        of = Of(Quantity.CONTRIBUTION, (self.k, inner.samples.index))
        self.record("inner step", of, d, "", Multiplied(*self.algorithm.scales))
        corrections = self.support.definitions()
        for weight in (x for x in corrections if not x.ranges):
            self.record(
                "set partitions", Symbol(weight.name), weight.piece.expression, weight.meaning
            )
        for x in (x for x in corrections if x.ranges):
            for piece in (p for p in x.pieces if p.expression != 0):
                element = IndexedBase(x.name)[piece.indices]
                if x.name in self.support.tables:
                    self.record("average", element, piece.expression)
                    continue
                for power, value in self.support.powers(piece.expression).items():
                    self.record("order", Order(element, size, power), value)
        self.corrections = (*self.nodes.definitions(), *corrections)

    # -- averages ----------------------------------------------------------------------------------

    def stacked(self, expression: Expr, head: Head) -> Expr:
        """Fields as one vector z, the head and minus the task vector as one vector c."""
        vector: HeadVector = self.heads.vector(head)
        return stack_heads(
            stack_fields(expression, self.networks),
            vector.name,
            self.heads.signs(head),
            self.fields,
        )

    def expanded(self, expression: Expr) -> list[Monomial]:
        return expand(stack_fields(expression, self.networks), self.letters)

    def mean_of_sum(self, part: StepPart, unit: Index) -> Expr:
        """< sum over the part's samples of a_k z_unit >: their number times the mean of one."""
        bare = FIELD[unit, part.samples.index]
        a = apart(self.expanded(part.coefficient), (self.k, unit), self.letters)
        times = Monomial(part.samples.number) * self.expanded(bare)[0]
        return self.average([times * x for x in a])

    def square_of_sum(self, part: StepPart) -> Expr:
        """< sum over the part's samples of a_k a_l >; what vanishes with a growing support set is
        left out."""
        k, l = self.k, self.l
        number = part.samples.number
        order = (part.coefficient**2 * number).as_independent(number)[1]
        if part.samples.size == self.support_size() and limit(order, number, oo) == 0:
            return S.Zero
        a_k = apart(self.expanded(part.coefficient), (k, l), self.letters)
        a_l = apart(self.expanded(part.coefficient.xreplace({k: l})), (k, l), self.letters)
        pairs = [(x, y) for x in a_k for y in a_l]
        products = [
            Monomial(number) * x * apart([y], (k, l, *x.sums), self.letters)[0] for x, y in pairs
        ]
        return self.average(products)

    def support_size(self) -> str:
        return self.algorithm.adaptation.samples.size if self.algorithm.adaptation else ""

    def average(self, monomials: list[Monomial]) -> Expr:
        """Over fields, noise and task; terms with the same sums collected, corrections at finite P
        on their own."""
        totals: dict[tuple[bool, tuple[Index, ...]], Expr] = {}
        for x in monomials:
            noise = self.over_noise(x)
            if noise == 0:
                continue
            moments = [self.heads.moment(x.heads)]
            if self.support is not None:
                moments.append(self.support.correction(x.heads))
            for correction, moment in enumerate(moments):
                body = x.coefficient * noise * moment * self.over_fields(x)
                for term in Add.make_args(body.expand()):
                    sums = [s for s in term.atoms(Sum)]
                    inner = tuple(index for s in sums for index, _, _ in s.limits)
                    bare = term.xreplace({s: s.function for s in sums})
                    key = (bool(correction), (*x.sums, *inner))
                    totals[key] = totals.get(key, S.Zero) + bare
        return Add(*(summed(_collected(body), sums) for (_, sums), body in totals.items()))

    def over_fields(self, x: Monomial) -> Expr:
        """Average over the fields, different samples being independent."""
        found: Expr = Integer(1)
        for sample in dict.fromkeys(sample for sample, _, _ in x.functions):
            found *= self.averages.element(
                tuple((o, unit) for s, o, unit in x.functions if s == sample)
            )
        return found

    def over_noise(self, x: Monomial) -> Expr:
        """Average over standard normal label noise: (n - 1)!! for n factors of one sample's, 0 if n
        is odd."""
        counts = [x.noise.count(sample) for sample in dict.fromkeys(x.noise)]
        return S.Zero if any(n % 2 for n in counts) else Mul(*(factorial2(n - 1) for n in counts))

    def heads_of(self, x: Monomial) -> Expr:
        total: Expr = S.One
        for name, unit in x.heads:
            total *= IndexedBase(name)[unit]
        return total


def _collected(body: Expr) -> Expr:
    """A sum of products with the common average over the fields in front."""

    return factor_terms(body)

"""The state of a derivation: index letters, the averages met, the definitions made, the steps
recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from sympy import Add, Expr, IndexedBase, Integer, Mul, S, Sum, factor_terms, factorial2

from ..gaussian.activations import Activation
from ..ir.deltas import contract
from ..ir.roles import Role
from ..ir.system import Definition, Entry, Index, Input, Parameter, Piece, Range, State, smallest
from ..ir.terms import summed
from ..ir.trace import Section, Step
from .at_nodes import LossesAtNodes, at_nodes
from .averages import FieldAverages
from .blocks import LETTERS
from .gains import averaged
from .heads import Heads, HeadVector
from .monomials import Monomial, expand, stack_fields, stack_heads
from .nodes import Nodes
from .one_task import OneTask
from .reading import Algorithm, Head, teacher_activation
from .support import Support
from .task_sets import HeadsOfSet
from .varied import of_labels

__all__ = ["Derivation"]


class Derivation:
    """What the stages of a derivation read and add to."""

    def __init__(
        self,
        algorithm: Algorithm,
        activation: Activation,
        state: State,
        fixed: tuple[Input, ...],
        *,
        finite: bool,
    ) -> None:
        """``state``: what moves; ``fixed``: overlaps that do not."""
        self.algorithm = algorithm
        learner, teacher = algorithm.learner, algorithm.teacher
        self.networks = (learner, teacher)
        self.fields = Range("fields", (learner.units, teacher.units))
        of_fields = "ijrs" if algorithm.blocks is None else "ijrsxy"
        self.letters = {"fields": of_fields, **{n.field: n.letters for n in self.networks}}
        self.letters |= {} if algorithm.blocks is None else {"blocks": LETTERS}
        self.k, self.l = learner.index(0), learner.index(1)
        self.n = teacher.index(0)
        self.i = Index("i", self.fields)
        self.state, self.fixed = state, fixed
        # of each entry that is no overlap: the part of its slope that no sample moves
        self.unsampled: dict[str, Expr] = {}
        overlaps = (*state.overlaps, *of_labels(algorithm, fixed))
        own = teacher_activation(algorithm.source)
        same = own is None or own.name == activation.name
        activations = (activation, activation if own is None or same else own)
        self.averages = FieldAverages(
            activations,
            (learner.range, teacher.range),
            self.letters,
            overlaps,
            blocks=algorithm.blocks is not None,
        )
        kind = HeadsOfSet if algorithm.source.tasks else Heads
        self.heads: Heads = kind(algorithm, self.letters, self.fields)
        self.losses: LossesAtNodes | None = None  # that are no polynomials
        if at_nodes(algorithm):
            assert isinstance(self.heads, HeadsOfSet)
            self.losses = LossesAtNodes(self.averages, self.heads, self.letters)
        self.nodes: Nodes | None = None
        self.one_task: OneTask | None = None
        self.support = self._support(activation) if finite else None
        self.definitions: list[Definition] = []
        self.sections: list[tuple[str, tuple, list[Step]]] = []
        self.missing = ""
        self.corrections: tuple[Definition, ...] = ()  # at finite P
        # where there is one task: its heads, and what rests on the nodes
        self.task_known: tuple[Definition, ...] = ()
        self.of_one_task: tuple[Definition, ...] = ()
        # of one step: the blocks of its covariance, whether at finite V, and what that rests on
        self.blocks = tuple(self.state.blocks)
        self.finite_blocks = False
        self.diffusion = ""
        self.integrals = False  # whether averages at finite V are integrals along a path

    def _support(self, activation: Activation) -> Support | None:
        """What makes heads adapted on P samples, where no such sample enters the step itself."""
        if self.algorithm.adaptation is None or self.algorithm.outer.through is not None:
            return None
        make = (self.letters, self.fields, self.contribution)
        self.nodes = Nodes(self.heads, self.averages, *make, self.over_noise)
        return Support(self.algorithm, *make, self.average, self.heads.moment, self.nodes.value)

    def contribution(self, unit: Index) -> list[Monomial]:
        """d_k = -rate s_f dl/dw_k at the start: what one support sample adds to P times the element
        of c at ``unit`` in one inner step."""
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
        ranges = []
        for column in zip(*(piece.indices for piece in pieces), strict=True):
            ranges.append(smallest((index.rng for index in column), self.fields))
        groups = ((0, 1),) if symmetric else ()
        self.definitions.append(Definition(name, role, meaning, tuple(ranges), pieces, groups))

    def units_of(self, entry: Entry) -> tuple[Index, ...]:
        """The letters of an entry of the state: each range counts with its first, then its second
        letter."""
        ranges = entry.ranges
        return tuple(
            Index(self.letters[r.name][ranges[:p].count(r)], r) for p, r in enumerate(ranges)
        )

    def define_slope(self, entry: Entry, units: tuple[Index, ...], value: Expr) -> None:
        """The change of an entry of the state per unit of time."""
        giant = self.algorithm.outer.giant
        meaning = f"change of {entry.name} in a step" if giant else f"{entry.slope}/dalpha"
        piece = Piece(units, value)
        self.define(entry.slope, Role.OUTPUT, meaning, piece)
        made = replace(self.definitions[-1], symmetric=entry.symmetric, slope_of=entry.name)
        self.definitions[-1] = made

    def support_size(self) -> str:
        return self.algorithm.adaptation.samples.size if self.algorithm.adaptation else ""

    # -- averages ----------------------------------------------------------------------------------

    def stacked(self, expression: Expr, head: Head) -> Expr:
        """z = (lambda, beta) and c = (s_f w, -s_y u): fields as one vector, heads as one."""
        vector: HeadVector = self.heads.vector(head)
        return stack_heads(
            stack_fields(expression, self.networks),
            vector.name,
            self.heads.signs(head),
            self.fields,
        )

    def expanded(self, expression: Expr) -> list[Monomial]:
        return expand(stack_fields(expression, self.networks), self.letters)

    def average_among(self, monomials: list[Monomial], weights: Mapping[str, Expr]) -> Expr:
        """``average`` over some tasks of a set, by their names, with these weights."""
        assert isinstance(self.heads, HeadsOfSet)
        with self.heads.over(weights):
            return self.average(monomials)

    def average(self, monomials: list[Monomial], *, weak: bool = False) -> Expr:
        """< heads > < functions of fields > < noise >, term by term: these are independent.  Terms
        with the same sums are collected, corrections at finite P on their own.  ``weak``: slopes of
        functions without one are those of distributions."""
        totals: dict[tuple[bool, tuple[Index, ...]], Expr] = {}
        gains = self.algorithm.source.gains
        if gains is not None:
            keep = Parameter(gains.keep.name, "").symbol
            monomials = list(chain.from_iterable(averaged(x, keep) for x in monomials))
        for x in monomials:
            noise = self.over_noise(x)
            if noise == 0:
                continue
            moments = [self.heads.moment(x.heads)]
            if self.support is not None:
                moments.append(self.support.correction(x.heads))
            for correction, moment in enumerate(moments):
                body = x.coefficient * noise * moment * self.over_fields(x, weak=weak)
                for term in Add.make_args(body.expand()):
                    sums, inside = list(x.sums), {}
                    for total in term.atoms(Sum):  # one sum over all indices
                        sums += [index for index, _, _ in total.limits]
                        inside[total] = total.function
                    bare = term.xreplace(inside)
                    key = (bool(correction), tuple(sums))
                    totals[key] = totals.get(key, S.Zero) + bare
        return Add(*(summed(_collected(body), sums) for (_, sums), body in totals.items()))

    def over_fields(self, x: Monomial, *, weak: bool = False) -> Expr:
        """prod_s < functions on sample s >: different samples are independent."""
        found: Expr = Integer(1)
        for sample in dict.fromkeys(sample for sample, _, _ in x.functions):
            found *= self.averages.element(
                tuple((o, unit) for s, o, unit in x.functions if s == sample), weak=weak
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

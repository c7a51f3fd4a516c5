"""Finite support sets: what the head's dependence on its P samples adds to the head's moments,
exactly.

One inner step from the start w0 gives w_k = w0_k + (1/P) sum_mu d_k^mu with contributions d_k^mu
that are i.i.d. given the task.  A moment of n heads is a sum over set partitions of the n sample
indices: those in one block are the same sample, different blocks are different samples, as in P
(P-1) ... (P-|blocks|+1) of the P^n terms.  A block of one contributes the mean of d given the task,
which together with the teacher's readout forms the linear form c1 in the task vector; a larger one
an average of a product of contributions, a polynomial in the task vector.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import chain, combinations, product

from sympy import Expr, IndexedBase, Integer, Mul, S, Symbol, ff

from ..ir.roles import Role
from ..ir.system import Definition, Index, Parameter, Piece, Range
from .monomials import Monomial, apart
from .reading import Algorithm
from .tasks import partitions

__all__ = ["FIRST_ORDER", "NoFewShots", "Support", "Table"]

#: Leaves out what is of higher order than 1/P; ``higher`` is 1 or 0 in the equations.
FIRST_ORDER = Parameter(
    "first_order", "1 keeps the first power of 1/P only, 0 keeps all of them", flag="higher"
)

#: Heads of a moment whose value at finite P has a rule.
MOST = 4

Leg = tuple[str, Index]


class NoFewShots(Exception):
    """The moments of the heads are not known at finite P: says why."""


@dataclass(frozen=True)
class Table:
    """An average over the task: a product of contributions per block of a sample, times linear
    forms ``legs``."""

    blocks: tuple[int, ...]
    legs: int

    @property
    def name(self) -> str:
        return "B" + "".join(map(str, self.blocks)) + "x" * self.legs

    @property
    def groups(self) -> tuple[tuple[int, ...], ...]:
        """Positions whose exchange changes nothing."""
        found, start = [], 0
        for size in (*self.blocks, self.legs):
            if size > 1:
                found.append(tuple(range(start, start + size)))
            start += size
        return tuple(found)


class Support:
    """The corrections of the moments of adapted heads at finite P, and the arrays they are made of.

    ``contribution(unit)`` gives d_unit on one sample as monomials in the head start's vector c0,
    ``average`` an average over fields, noise and task, ``moment`` one over the task alone.
    ``nodes`` makes the tables with a block of three or more contributions.
    """

    def __init__(
        self,
        algorithm: Algorithm,
        letters: dict[str, str],
        fields: Range,
        contribution: Callable[[Index], list[Monomial]],
        average: Callable[[list[Monomial]], Expr],
        moment: Callable[[list[Leg]], Expr],
        nodes: Callable[[Table, tuple[Index, ...]], Expr],
    ) -> None:
        assert algorithm.adaptation is not None
        self.learner, self.teacher, self.fields = algorithm.learner, algorithm.teacher, fields
        self.samples, start = algorithm.adaptation.samples, algorithm.start
        self.at_start = lambda unit: algorithm.scales[0] * start[unit]  # an element of c0
        self.letters = letters
        self.contribution, self.average, self.moment, self.nodes = (
            contribution,
            average,
            moment,
            nodes,
        )
        self.asked: dict[tuple[int, str], list[tuple[Index, ...]]] = {}
        self.tables: dict[str, Table] = {}
        self.weights: dict[str, Definition] = {}

    def correction(self, legs: tuple[Leg, ...], mark: str = "") -> Expr:
        """What finite P adds to the moment of these legs of head vectors, in the array of this
        ``mark``."""
        adapted = [unit for name, unit in legs if name == "c"]
        # the learner's first, so that uses agree on which places run over it alone
        units = tuple(sorted(adapted, key=lambda i: (i.rng != self.learner.range, i.order)))
        if len(units) < 2:
            return S.Zero
        if len(units) != len(legs) or len(units) > MOST:
            raise NoFewShots(f"no rule for a moment of {len(legs)} heads")
        self.asked.setdefault((len(units), mark), []).append(units)
        return IndexedBase(f"P{len(units)}{mark}")[units]

    def definitions(self) -> tuple[Definition, ...]:
        """Weights of the partitions, tables, corrections: in order of dependence."""
        corrections = [self._correction(n, mark) for n, mark in sorted(self.asked)]
        tables = [self._table(self.tables[name]) for name in sorted(self.tables)]
        return (*(self.weights[name] for name in sorted(self.weights)), *tables, *corrections)

    # -- corrections -------------------------------------------------------------------------------

    def _correction(self, n: int, mark: str) -> Definition:
        """Learner's units first in both groups of symmetric positions, so that each block is given
        once."""
        uses = self.asked[n, mark]
        wide = []
        for at_place in zip(*uses, strict=True):
            wide.append(any(unit.rng != self.learner.range for unit in at_place))
        narrow_places = tuple(p for p in range(n) if not wide[p])
        wide_places = tuple(p for p in range(n) if wide[p])
        groups = tuple(g for g in (narrow_places, wide_places) if len(g) > 1)
        pieces = []
        for teachers in range(sum(wide) + 1):
            block = [self.learner.range] * (n - teachers) + [self.teacher.range] * teachers
            pieces += self._mirrored(tuple(self._indices(block)), groups)
        written = tuple(Piece(indices, self.moment_change(indices)) for indices in pieces)
        meaning = (
            "<"
            + " ".join(f"c_{x}" for x in "ijrs"[:n])
            + f"> minus its value at {self.samples.size} -> infinity"
        )
        ranges = tuple(self.fields if w else self.learner.range for w in wide)
        return Definition(f"P{n}{mark}", Role.SUPPORT, meaning, ranges, written, groups)

    def _mirrored(
        self, indices: tuple[Index, ...], groups: tuple[tuple[int, ...], ...]
    ) -> list[tuple[Index, ...]]:
        """The block of these indices and its images under exchanges within the groups, each
        once."""
        found, seen = [indices], {tuple(i.rng for i in indices)}
        for block in found:
            for group in groups:
                for p, q in combinations(group, 2):
                    swapped = list(block)
                    swapped[p], swapped[q] = swapped[q], swapped[p]
                    if (ranges := tuple(i.rng for i in swapped)) not in seen:
                        seen.add(ranges)
                        found.append(tuple(swapped))
        return found

    def moment_change(self, units: tuple[Index, ...]) -> Expr:
        """< prod c_unit > minus its value at P -> infinity: sum over set partitions of the sample
        indices, weight times < prod over blocks of < prod d > >."""
        moving = sorted((i for i in units if i.rng == self.learner.range), key=lambda i: i.order)
        readouts = tuple(
            sorted((i for i in units if i.rng != self.learner.range), key=lambda i: i.order)
        )
        total = S.Zero
        for size in range(2, len(moving) + 1):
            for chosen in combinations(moving, size):
                fixed = Mul(*(self.at_start(i) for i in moving if i not in chosen))
                for partition in partitions(chosen):
                    blocks = sorted(
                        (b for b in partition if len(b) > 1), key=lambda b: (-len(b), b[0].order)
                    )
                    alone = tuple(b[0] for b in partition if len(b) == 1)
                    weight = self._weight(size, len(partition))
                    total += fixed * weight * self._element(blocks, (*alone, *readouts))
        return total

    def powers(self, change: Expr) -> dict[int, Expr]:
        """A change of a moment by powers of 1/P, exact."""
        P = self.samples.number
        exact = {
            Symbol(name): w.piece.expression.subs(FIRST_ORDER.symbol, 1)
            for name, w in self.weights.items()
        }
        written = change.xreplace(exact).expand()
        found = {n: written.coeff(P, -n) for n in range(1, 4)}
        return {n: value for n, value in found.items() if value != 0}

    def _weight(self, size: int, blocks: int) -> Expr:
        """P (P-1) ... (P-blocks+1)/P^size: how often ``size`` samples fall into ``blocks`` given
        blocks, minus the limit P -> infinity."""
        name = f"p{size}{blocks}"
        P, higher = self.samples.number, FIRST_ORDER.symbol
        if name not in self.weights:
            exact = (ff(P, blocks).expand(func=True) / P**size).expand() - Integer(blocks == size)
            kept = sum(
                t if t.as_coeff_exponent(P)[1] >= -1 else higher * t
                for t in exact.as_ordered_terms()
            )
            meaning = f"share of {size} support samples in {blocks} given blocks" + ", minus 1" * (
                blocks == size
            )
            piece = Piece((), kept)
            self.weights[name] = Definition(name, Role.SUPPORT, meaning, (), (piece,))
        return Symbol(name)

    def _element(self, blocks: list[tuple[Index, ...]], legs: tuple[Index, ...]) -> Expr:
        if not blocks:
            return self.moment([("c1", i) for i in legs])
        table = Table(tuple(len(b) for b in blocks), len(legs))
        self.tables[table.name] = table
        return IndexedBase(table.name)[(*chain.from_iterable(blocks), *legs)]

    # -- tables ------------------------------------------------------------------------------------

    def _table(self, table: Table) -> Definition:
        learners, legs = sum(table.blocks), table.legs
        indices = tuple(self._indices([self.learner.range] * learners + [self.fields] * legs))
        value = (
            self.nodes(table, indices)
            if max(table.blocks) > 2
            else self.average(self._product(table, indices))
        )
        names, place = [], 0
        for size in table.blocks:
            names.append("<" + " ".join(f"d_{i.name}" for i in indices[place : place + size]) + ">")
            place += size
        names += [f"c1_{i.name}" for i in indices[place:]]
        return Definition(
            table.name,
            Role.SUPPORT,
            f"{' '.join(names)} averaged over the task",
            tuple(i.rng for i in indices),
            (Piece(indices, value),),
            table.groups,
            blocks=table.blocks,
        )

    def _product(self, table: Table, indices: tuple[Index, ...]) -> list[Monomial]:
        place, taken = 0, list(indices)
        products = [Monomial(heads=tuple(("c1", i) for i in indices[sum(table.blocks) :]))]
        for number, size in enumerate(table.blocks):
            for unit in indices[place : place + size]:
                factors = []
                for x in apart(self.contribution(unit), tuple(taken), self.letters):
                    factors.append(_on_sample(x, number))
                for x in factors:
                    taken += x.sums
                products = [x * y for x, y in product(products, factors)]
            place += size
        return products

    def _indices(self, ranges: list[Range]) -> list[Index]:
        return [
            Index(self.letters[rng.name][ranges[:p].count(rng)], rng)
            for p, rng in enumerate(ranges)
        ]


def _on_sample(x: Monomial, number: int) -> Monomial:
    """A monomial with its sample told apart from those of other blocks."""
    functions = tuple((f"{sample}{number}", order, unit) for sample, order, unit in x.functions)
    return replace(x, functions=functions, noise=tuple(f"{sample}{number}" for sample in x.noise))

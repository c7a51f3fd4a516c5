"""Finite N: the diffusion matrix, that is the covariance of N times the change of the state in one
step.

The change is made of sums over the query samples of products of a coefficient with a field, and of
two coefficients. Two samples of one step are the same in a share 1/V of all pairs and independent
given task and support set in the rest, so that the covariance of two such sums X = sum_s x^s, Y =
sum_s y^s is, with the mean over one sample given task and support set written < | u >,

    (1/V) < xy > + (1 - 1/V) < < x | u > < y | u > > - < x > < y >        (x, y without their factor
    1/V).

It is exact at any P and V.  A change of the learner's own overlaps also contains a_k a_l, so that
its covariances hold moments of five to eight heads.  These are made of cumulants of up to four
heads, which are exact at any P.  Cumulants of five to eight are left out where tasks are random:
zero at P -> infinity where the task vector is Gaussian, of order 1/P^2 at finite P, and of order 1
for other task vectors.  Where there is one task they are those of the support set (``one_task``),
so that the law of total covariance, over tasks, gives all of it at any P and V.

With inputs in blocks, fields z_h of a block are Gaussian with those of all, z, and Stein's lemma
gives, for a function F of z,

    < F z_hi > = sum_j c_h C_hij < dF/dz_j >,
    < F z_hi z_gj > = sum_rs c_h C_hir c_g C_gjs < d^2F/dz_r dz_s > + delta_hg c_h C_hij < F >,

so that what is summed over samples are slopes in the fields, and blocks enter in the end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import combinations, product

from sympy import Add, Expr, IndexedBase, S, Symbol, factor_terms

from ..ir.roles import Role
from ..ir.state import block_name
from ..ir.system import Definition, Entry, Index, Piece, Range, State, smallest
from ..ir.terms import summed
from .blocks import squared_length
from .changes import Change, Summed, by_networks, within_blocks
from .heads import Heads
from .law import coefficient, field, overlap_change
from .monomials import SLOPE, Monomial, TooManySums, apart, by_parts, expand
from .one_task import NEEDS, TASK, OneTask

__all__ = ["Diffusion", "Sources", "closure"]

MOST = 4  #: heads of a cumulant over tasks and support sets
ALL = 8  #: heads of a moment

Legs = tuple[tuple[str, Index], ...]


@dataclass(frozen=True)
class Moment:
    """An array of moments of ``size`` elements of the head vector, or of their cumulants."""

    size: int
    cumulant: bool = False

    @property
    def name(self) -> str:
        return f"{'K' if self.cumulant else 'M'}{self.size}"


@dataclass(frozen=True)
class Sources:
    """What the derivation of the drift knows: the step, the averages, the moments.

    coefficient(k): a_k on one sample.  slope(k): that sample's part of N times the change of the
    head start.
    means: the drift's arrays that hold the means of the sums of FIELDS and START, and the name of
    one for SQUARES.  state, start: the order parameters, and the head start among them;
    beside_samples: the part of its slope, at the first unit, that no sample moves.
    correction: what finite P adds to a moment of head vectors, with the mark of its array.
    one_task: cumulants of more than four heads where there is one task; None where they are not
    known, or zero.
    sample: the index of the samples; number: how many there are.  ``same`` is False where that is
    taken to infinity, ``quadratic`` where a_k a_l is left out.
    blocks: of the inputs, where there are some.
    """

    heads: Heads
    letters: dict[str, str]
    learner: Range
    teacher: Range
    fields: Range
    sample: str
    number: Symbol
    same: bool
    quadratic: bool
    coefficient: Callable[[Index], Expr]
    slope: Callable[[Index], Expr]
    means: dict[Summed, str]
    state: State
    start: Entry
    beside_samples: Expr
    over_fields: Callable[[Monomial], Expr]
    over_noise: Callable[[Monomial], Expr]
    correction: Callable[[Legs, str], Expr]
    one_task: OneTask | None
    blocks: Range | None


class Diffusion:
    """The blocks of the diffusion matrix and the arrays they are made of."""

    def __init__(self, sources: Sources) -> None:
        self.at = sources
        self.moments: dict[Moment, list[tuple[Index, ...]]] = {}
        self.of_start = block_name(sources.start, sources.start)
        self.k, self.l, self.a, self.b = self._letters(sources.learner)
        self.i, self.j = self._letters(sources.fields)[:2]

    def _letters(self, rng: Range) -> list[Index]:
        return [Index(letter, rng) for letter in self.at.letters[rng.name]]

    def definitions(self) -> tuple[Definition, ...]:
        """In order of dependence; the blocks last."""
        k, l, a, b, i, j = self.k, self.l, self.a, self.b, self.i, self.j
        with_fields = Summed.FIELDS if self.at.blocks is None else Summed.SLOPES
        first = with_fields.value
        wanted: list[tuple[str, Change, Change]] = [
            (2 * first, (with_fields, (k, i)), (with_fields, (l, j))),
            (first + "Y", (with_fields, (k, i)), (Summed.START, (l,))),
            (self.of_start, (Summed.START, (k,)), (Summed.START, (l,))),
        ]
        found = []
        if self.at.quadratic:
            wanted += [
                (first + "S", (with_fields, (k, i)), (Summed.SQUARES, (l, a))),
                ("YS", (Summed.START, (k,)), (Summed.SQUARES, (l, a))),
                ("SS", (Summed.SQUARES, (k, l)), (Summed.SQUARES, (a, b))),
            ]
            found.append(self._mean_of_products())
        for name, x, y in wanted:
            role = Role.OUTPUT if name == self.of_start else Role.SPREAD
            meaning = f"covariance of {self._words(x)} and {self._words(y)} in one step"
            if Summed.SLOPES not in (x[0], y[0]):
                value = self._pair(x, y)
                found.append(self._definition(name, role, meaning, (*x[1], *y[1]), value))
                continue
            pieces = []
            for p, q in by_networks(x, y, (self.at.learner, self.at.teacher), self._letters):
                pieces.append(Piece((*p[1], *q[1]), self._pair(p, q)))
            ranges = tuple(unit.rng for unit in (*x[1], *y[1]))
            found.append(Definition(name, role, meaning, ranges, tuple(pieces)))
        if self.at.blocks is not None:
            found += self._within(self.at.blocks)
        return (*self._moments(), *found, *self._blocks())

    def _within(self, blocks: Range) -> list[Definition]:
        """Covariances with sums of a coefficient and a field of a block."""
        k, l, a = self.k, self.l, self.a
        squares = IndexedBase(self.at.means[Summed.SQUARES])[k, l] if self.at.quadratic else None
        letters = self._letters(blocks), (k, l, a), self._letters(self.at.fields)
        found = []
        for name, x, y, value in within_blocks(*letters, squares):
            meaning = f"covariance of {self._words(x)} and {self._words(y)} in one step"
            found.append(self._definition(name, Role.SPREAD, meaning, (*x[1], *y[1]), value))
        return found

    def _definition(
        self, name: str, role: Role, meaning: str, indices: tuple[Index, ...], value: Expr
    ) -> Definition:
        ranges = tuple(x.rng for x in indices)
        return Definition(name, role, meaning, ranges, (Piece(indices, value),))

    # -- the blocks --------------------------------------------------------------------------------

    def _blocks(self) -> list[Definition]:
        """Summed two entries of the state that are not both the head start, whose block is there
        already."""
        found = []
        for name, (x, y) in self.at.state.blocks.items():
            if name == self.of_start:
                continue
            indices = self._units((*x.ranges, *y.ranges))
            left, right = indices[: len(x.ranges)], indices[len(x.ranges) :]
            # Cov(sum_p p, sum_q q) = sum_pq Cov(p, q)
            pairs = product(self._changes(x, left), self._changes(y, right))
            value = Add(*(u * v * self._element(p, q) for (u, p), (v, q) in pairs))
            of_x, of_y = _slope_name(x, left), _slope_name(y, right)
            meaning = f"covariance of N {of_x} and N {of_y} in one step"
            found.append(self._definition(name, Role.OUTPUT, meaning, indices, value))
        return found

    def _units(self, ranges: tuple[Range, ...]) -> tuple[Index, ...]:
        return tuple(self._letters(rng)[ranges[:p].count(rng)] for p, rng in enumerate(ranges))

    def _changes(self, entry: Entry, units: tuple[Index, ...]) -> list[tuple[Expr, Change]]:
        """The sums over samples that N times the change of an entry is made of, each with its
        factor: none of what moves by the other order parameters alone."""
        if entry == self.at.start:
            return [(S.One, (Summed.START, units))]
        if not entry.overlap:
            return []
        *block, k, l = units
        a_k, a_l = coefficient(k.name), coefficient(l.name)
        own = squared_length(*block) if block else S.One
        products: dict[Expr, tuple[Expr, Change]] = {
            a_k * field(l.name): (S.One, (Summed.FIELDS, (*block, k, l))),
            a_l * field(k.name): (S.One, (Summed.FIELDS, (*block, l, k))),
            a_k * a_l: (own, (Summed.SQUARES, (k, l))),
        }
        both_move = entry.ranges[-2:] == (self.at.learner, self.at.learner)
        change = overlap_change(k.name, l.name, both_move=both_move)
        return [products[term] for term in Add.make_args(change)]

    def _element(self, x: Change, y: Change) -> Expr:
        """Covariance of two sums as an array element; zero where one vanishes."""
        order = list(Summed)
        (first, units), (second, others) = sorted((x, y), key=lambda c: order.index(c[0]))
        if second is Summed.SQUARES and not self.at.quadratic:
            return S.Zero
        name = self.of_start if first is second is Summed.START else first.value + second.value
        if first is Summed.FIELDS and self.at.blocks is not None:
            name += "b"
        return IndexedBase(name)[(*units, *others)]

    def _words(self, change: Change) -> str:
        of, units = change
        if of is Summed.START:
            return f"N times the change of {self.at.start.name}_{units[0].name}"
        *block, k, i = (unit.name for unit in units)
        if of is Summed.SLOPES:
            return f"sum_s a_{k}^s, by z_{i}^s,"
        second = "z" if of is Summed.FIELDS else "a"
        return f"sum_s a_{k}^s {second}_{''.join(block)}{i}^s"

    # -- covariances of sums over the samples ------------------------------------------------------

    def _monomials(self, change: Change, taken: tuple[Index, ...]) -> list[Monomial]:
        """One sample's part of a sum times the number of samples, with summed indices other than
        ``taken``."""
        of, units = change
        one = self.at.slope(units[0]) if of is Summed.START else self._coefficient(units[0])
        found = apart(expand(one, self.at.letters), taken, self.at.letters)
        if of is Summed.FIELDS:
            found = [x * Monomial(functions=((self.at.sample, None, units[1]),)) for x in found]
        elif of is Summed.SLOPES:
            found = [x * Monomial(functions=((self.at.sample, SLOPE, units[1]),)) for x in found]
        elif of is Summed.SQUARES:
            second = expand(self._coefficient(units[1]), self.at.letters)
            squares = []
            for x, y in product(found, second):
                (other,) = apart([y], (*taken, *x.sums), self.at.letters)
                squares.append(x * other)
            found = squares
        return [replace(x, coefficient=self.at.number * x.coefficient) for x in found]

    def _coefficient(self, unit: Index) -> Expr:
        """a_unit on one sample, for any letter: derivatives are taken at the first ones only."""
        return self.at.coefficient(self.k).xreplace({self.k: unit})

    def _pair(self, x: Change, y: Change) -> Expr:
        """Cov(X, Y) = (1 - 1/V) < x y' > + (1/V) < x y > - < X > < Y >: pairs of samples that
        differ (y' is on another one), and that are the same."""
        taken = (*x[1], *y[1])
        totals: dict[tuple[Index, ...], list[Expr]] = {}
        for p in self._monomials(x, taken):
            for q in self._monomials(y, (*taken, *p.sums)):
                apart_, together = p * _on_another_sample(q), p * q
                for place, both in enumerate((apart_, together) if self.at.same else (apart_,)):
                    noise = self.at.over_noise(both)
                    for one in by_parts(both) if noise != 0 else ():
                        body = self._moment(one.heads) * noise * self.at.over_fields(one)
                        total = totals.setdefault(one.sums, [S.Zero, S.Zero])
                        total[place] += one.coefficient * body
        value: Expr = S.Zero
        for sums, (different, same) in totals.items():
            value += summed(factor_terms(different), sums)
            if self.at.same:
                value += summed(factor_terms(same - different), sums) / self.at.number
        return value - self._mean(x) * self._mean(y)

    def _mean(self, change: Change) -> Expr:
        """< X >: of the head start its slope, less what moves it beside the samples."""
        of, units = change
        mean: Expr = IndexedBase(self.at.means[of])[units]
        if of is Summed.START:
            mean -= self.at.beside_samples.xreplace({self.k: units[0]})
        return mean

    def _mean_of_products(self) -> Definition:
        """The mean of sum_s a_k^s a_l^s."""
        k, l = self.k, self.l
        value: Expr = S.Zero
        for x in self._monomials((Summed.SQUARES, (k, l)), (k, l)):
            noise = self.at.over_noise(x)
            if noise != 0:
                value += summed(
                    x.coefficient * noise * self._moment(x.heads) * self.at.over_fields(x), x.sums
                )
        meaning = "mean of " + self._words((Summed.SQUARES, (k, l)))
        return self._definition(self.at.means[Summed.SQUARES], Role.SPREAD, meaning, (k, l), value)

    # -- moments of the heads ----------------------------------------------------------------------

    def _moment(self, legs: Legs) -> Expr:
        """< product of legs > over tasks and support sets, corrections at finite P included, as an
        array element."""
        if legs:
            self.vector = legs[0][0]
        return self._asked(tuple(unit for _, unit in legs))

    def _asked(self, units: tuple[Index, ...], *, cumulant: bool = False) -> Expr:
        """The moment, or the cumulant, of these elements of the head vector."""
        if len(units) < 2:
            return self.at.heads.moment(tuple((self.vector, unit) for unit in units))
        # the learner's first, so that uses agree on which places run over it alone
        units = tuple(sorted(units, key=lambda i: (i.rng != self.at.learner, i.order)))
        asked = Moment(len(units), cumulant)
        self.moments.setdefault(asked, []).append(units)
        return IndexedBase(asked.name)[units]

    def _array(
        self, uses: list[tuple[Index, ...]]
    ) -> tuple[tuple[Index, ...], tuple[tuple[int, ...], ...]]:
        """Indices of the array that holds all elements used, and the positions that may be
        exchanged."""
        units: list[Index] = []
        for place in range(len(uses[0])):
            rng = smallest((use[place].rng for use in uses), self.at.fields)
            letters = [i for i in self._letters(rng) if i not in units]
            if not letters:
                raise TooManySums(rng, self.at.letters)
            units.append(letters[0])
        places: dict[Range, list[int]] = {}
        for place, unit in enumerate(units):
            places.setdefault(unit.rng, []).append(place)
        return tuple(units), tuple(tuple(x) for x in places.values() if len(x) > 1)

    def _moments(self) -> list[Definition]:
        """Up to four heads exact, more from means and cumulants; what asks comes before what is."""
        found = []
        long = [Moment(n) for n in range(ALL, MOST, -1)]
        cumulants = [Moment(n, cumulant=True) for n in range(ALL, 1, -1)]
        for asked in (*long, *cumulants, *(Moment(n) for n in range(MOST, 1, -1))):
            if asked not in self.moments:
                continue
            units, symmetric = self._array(self.moments[asked])
            heads, beyond = " ".join(f"c_{u.name}" for u in units), ""
            if asked.cumulant and asked.size > MOST:
                found.append(self._beyond(asked, units))
                continue
            if asked.cumulant:
                value = self._asked(units) - self._in_cumulants(units, len(units) - 1)
                meaning = f"cumulant of {heads}"
            elif len(units) > MOST:
                value = self._in_cumulants(units, len(units) if self.at.one_task else MOST)
                beyond = f", cumulants of more than {MOST} left out"
                beyond += " but for one task" * bool(self.at.one_task)
            else:
                legs = tuple((self.vector, unit) for unit in units)
                wide = "w" * (len(units) > 3)  # the drift's own array of four is over fewer units
                value = self.at.heads.moment(legs) + self.at.correction(legs, wide)
            if not asked.cumulant:
                meaning = f"<{heads}> over tasks and support sets{beyond}"
            found.append(
                replace(
                    self._definition(asked.name, Role.MOMENT, meaning, units, value),
                    symmetric=symmetric,
                )
            )
        return found[::-1]

    def _beyond(self, asked: Moment, units: tuple[Index, ...]) -> Definition:
        """A cumulant of more than four heads: zero with a readout of the teacher among them."""
        of, learner, teacher = self.at.one_task, self.at.learner, self.at.teacher
        assert of is not None
        ranges = tuple(unit.rng for unit in units)
        choices = [(learner,) if rng == learner else (learner, teacher) for rng in ranges]
        pieces = []
        for block in product(*choices):
            own, readouts = iter(of.units(len(units))), iter(self._letters(teacher))
            at = tuple(next(own) if rng == learner else next(readouts) for rng in block)
            pieces.append(Piece(at, S.Zero if teacher in block else of.cumulant(at)))
        heads = " ".join(f"c_{u.name}" for u in units)
        meaning = f"cumulant of {heads} over support sets, where there is one task"
        # all elements are copies of others: none is computed twice that could be mirrored
        return Definition(asked.name, Role.MOMENT, meaning, ranges, tuple(pieces), needs=NEEDS)

    def _in_cumulants(self, units: tuple[Index, ...], most: int) -> Expr:
        """< product > as a sum over the set that the first element is in, of up to ``most``: its
        cumulant times the moment of the rest."""
        total: Expr = S.Zero
        first, others = units[0], units[1:]
        for size in range(most):
            for chosen in combinations(others, size):
                rest = tuple(u for u in others if u not in chosen)
                total += self._asked((first, *chosen), cumulant=True) * self._asked(rest)
        return total


def _slope_name(entry: Entry, units: tuple[Index, ...]) -> str:
    """dR_kn, in words."""
    return f"{entry.slope}_{''.join(u.name for u in units)}"


def closure(query: str, support: str, *, one_task: bool) -> str:
    """What is exact and what is left out, in words, by the names of the two numbers of samples;
    ``support`` is empty where heads do not adapt; one_task: whether it is exact where there is
    one."""
    gaussian = f", with Gaussian tasks, {support} -> inf" if support else " tasks are Gaussian"
    orders = f": of order 1/{support}^2 for Gaussian tasks, of order 1 for others" * bool(support)
    alone = (
        f". Where there is one task, given as {TASK}, they are those of the support set, by the"
        " rule with nodes: averages over tasks are then exact by the law of total covariance"
    )
    return (
        f"the blocks without Q are exact, those with Q where {query} -> inf or{gaussian}. Otherwise"
        f" products of two coefficients in the change of Q, of relative order 1/{query}, bring"
        " moments of five to eight heads, which are made of cumulants of up to four heads;"
        f" cumulants of five to eight heads are left out{orders}" + alone * one_task
    )


def _on_another_sample(x: Monomial) -> Monomial:
    functions = tuple((sample + "1", order, unit) for sample, order, unit in x.functions)
    return replace(x, functions=functions, noise=tuple(sample + "1" for sample in x.noise))

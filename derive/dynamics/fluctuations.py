"""Finite N: the diffusion matrix, that is the covariance of N times the change of the state in one step.

The change is made of sums over the query samples of products of a coefficient with a field, and of two coefficients.
Two samples of one step are the same in a share 1/V of all pairs and independent given task and support set in the rest,
so that the covariance of two such sums X = sum_s x^s, Y = sum_s y^s is, with the mean over one sample given task and
support set written < | u >,

    (1/V) < xy > + (1 - 1/V) < < x | u > < y | u > > - < x > < y >        (x, y without their factor 1/V).

It is exact at any P and V.  A change of the learner's own overlaps also contains a_k a_l, so that its covariances hold
moments of six and eight heads.  These follow from cumulants: of up to four heads exact at any P, of more left out,
which are zero at P -> infinity where the task vector is Gaussian and else of second order in 1/P.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import combinations

from sympy import Add, Expr, IndexedBase, S, Symbol, factor_terms

from ..ir.roles import Role
from ..ir.system import Definition, Index, Piece, Range, smallest
from ..ir.terms import summed
from .heads import Heads
from .law import coefficient, field, overlap_change
from .monomials import Monomial, apart, expand

__all__ = ["BLOCKS", "ELEMENTS", "Diffusion", "Sources"]

ELEMENTS = {
    "M2": r"\langle c_{{{0}}}c_{{{1}}}\rangle",
    "M3": r"\langle c_{{{0}}}c_{{{1}}}c_{{{2}}}\rangle",
    "M4": r"\langle c_{{{0}}}c_{{{1}}}c_{{{2}}}c_{{{3}}}\rangle",
    "M5": r"\langle c_{{{0}}}c_{{{1}}}c_{{{2}}}c_{{{3}}}c_{{{4}}}\rangle",
    "M6": r"\langle c_{{{0}}}c_{{{1}}}c_{{{2}}}c_{{{3}}}c_{{{4}}}c_{{{5}}}\rangle",
    "M7": r"\langle c_{{{0}}}c_{{{1}}}c_{{{2}}}c_{{{3}}}c_{{{4}}}c_{{{5}}}c_{{{6}}}\rangle",
    "M8": r"\langle c_{{{0}}}c_{{{1}}}c_{{{2}}}c_{{{3}}}c_{{{4}}}c_{{{5}}}c_{{{6}}}c_{{{7}}}\rangle",
    "K2": r"\langle c_{{{0}}}c_{{{1}}}\rangle_{{\mathrm c}}",
    "K3": r"\langle c_{{{0}}}c_{{{1}}}c_{{{2}}}\rangle_{{\mathrm c}}",
    "K4": r"\langle c_{{{0}}}c_{{{1}}}c_{{{2}}}c_{{{3}}}\rangle_{{\mathrm c}}",
    "ZZ": r"\mathcal D_{{{0}{1},{2}{3}}}",
    "ZY": r"\mathcal D_{{{0}{1},{2}}}",
    "ZS": r"\mathcal S_{{{0}{1},{2}{3}}}",
    "YS": r"\mathcal S_{{{0},{1}{2}}}",
    "SS": r"\mathcal S^{{2}}_{{{0}{1},{2}{3}}}",
    "mS": r"\bar s_{{{0}{1}}}",
    "DRR": "D^{{RR}}_{{{0}{1},{2}{3}}}",
    "DRQ": "D^{{RQ}}_{{{0}{1},{2}{3}}}",
    "DRw": "D^{{Rw}}_{{{0}{1},{2}}}",
    "DQQ": "D^{{QQ}}_{{{0}{1},{2}{3}}}",
    "DQw": "D^{{Qw}}_{{{0}{1},{2}}}",
    "Dww": "D^{{ww}}_{{{0}{1}}}",
}

#: The blocks of the matrix, in the order the solvers give them in.
BLOCKS = ("DRR", "DRQ", "DRw", "DQQ", "DQw", "Dww")

MOST = 4  #: heads of a cumulant

Legs = tuple[tuple[str, Index], ...]
#: A sum over the samples of a step: "Z" for coefficient times field, "Y" for the slope of the head start, "S" for
#: coefficient times coefficient; and its units.
Change = tuple[str, tuple[Index, ...]]


@dataclass(frozen=True)
class Sources:
    """What the derivation of the drift knows: the step, the averages, the moments.

    coefficient(k): a_k on one sample.  slope(k): that sample's part of N times the change of the head start.
    means: the drift's arrays that hold the means of the sums "Z" and "Y", and the name of one for "S".  correction:
    what finite P adds to a moment of head vectors, with the mark of its array.  number: that of the samples; ``same``
    is False where it is taken to infinity, ``quadratic`` where a_k a_l is left out.
    """

    heads: Heads
    letters: dict[str, str]
    learner: Range
    teacher: Range
    fields: Range
    number: Symbol
    same: bool
    quadratic: bool
    coefficient: Callable[[Index], Expr]
    slope: Callable[[Index], Expr]
    means: dict[str, str]
    over_fields: Callable[[Monomial], Expr]
    over_noise: Callable[[Monomial], Expr]
    correction: Callable[[Legs, str], Expr]


class Diffusion:
    """The blocks of the diffusion matrix and the arrays they are made of."""

    def __init__(self, sources: Sources) -> None:
        self.at = sources
        self.moments: dict[str, list[tuple[Index, ...]]] = {}
        self.k, self.l, self.a, self.b = self._letters(sources.learner)
        self.n, self.m = self._letters(sources.teacher)[:2]
        self.i, self.j = self._letters(sources.fields)[:2]

    def _letters(self, rng: Range) -> list[Index]:
        return [Index(letter, rng) for letter in self.at.letters[rng.name]]

    def definitions(self) -> tuple[Definition, ...]:
        """In order of dependence; the blocks last."""
        k, l, a, b, i, j = self.k, self.l, self.a, self.b, self.i, self.j
        wanted: list[tuple[str, Change, Change]] = [
            ("ZZ", ("Z", (k, i)), ("Z", (l, j))),
            ("ZY", ("Z", (k, i)), ("Y", (l,))),
            ("Dww", ("Y", (k,)), ("Y", (l,))),
        ]
        found = []
        if self.at.quadratic:
            wanted += [
                ("ZS", ("Z", (k, i)), ("S", (l, a))),
                ("YS", ("Y", (k,)), ("S", (l, a))),
                ("SS", ("S", (k, l)), ("S", (a, b))),
            ]
            found.append(self._mean_of_products())
        for name, x, y in wanted:
            role = Role.OUTPUT if name == "Dww" else Role.SPREAD
            meaning = f"covariance of {_words(x)} and {_words(y)} in one step"
            found.append(self._definition(name, role, meaning, (*x[1], *y[1]), self._pair(x, y)))
        return (*self._moments(), *found, *self._blocks())

    def _definition(self, name: str, role: Role, meaning: str, indices: tuple[Index, ...], value: Expr) -> Definition:
        ranges = tuple(x.rng for x in indices)
        return Definition(name, role, meaning, ranges, (Piece(indices, value),), ELEMENTS[name])

    # -- the blocks ----------------------------------------------------------------------------------------------

    def _blocks(self) -> list[Definition]:
        k, l, a, b, n, m = self.k, self.l, self.a, self.b, self.n, self.m
        R, Q, w = self._overlap_R, self._overlap_Q, self._head
        made = {
            "DRR": ((k, n, l, m), R(k, n), R(l, m)),
            "DRQ": ((k, n, l, a), R(k, n), Q(l, a)),
            "DRw": ((k, n, l), R(k, n), w(l)),
            "DQQ": ((k, l, a, b), Q(k, l), Q(a, b)),
            "DQw": ((k, l, a), Q(k, l), w(a)),
        }
        found = []
        for name, (indices, x, y) in made.items():
            value = Add(*(self._element(p, q) for p in x for q in y))
            left, right = (f"d{c}_{''.join(u.name for u in units)}" for c, units in _halves(name, indices))
            meaning = f"covariance of N {left} and N {right} in one step"
            found.append(self._definition(name, Role.OUTPUT, meaning, indices, value))
        return found

    def _overlap_R(self, k: Index, n: Index) -> list[Change]:
        products: dict[Expr, Change] = {coefficient("k") * field("n"): ("Z", (k, n))}
        return _sums(overlap_change("k", "n", both_move=False), products)

    def _overlap_Q(self, k: Index, l: Index) -> list[Change]:
        products: dict[Expr, Change] = {
            coefficient("k") * field("l"): ("Z", (k, l)),
            coefficient("l") * field("k"): ("Z", (l, k)),
            coefficient("k") * coefficient("l"): ("S", (k, l)),
        }
        return _sums(overlap_change("k", "l", both_move=True), products)

    def _head(self, k: Index) -> list[Change]:
        return [("Y", (k,))]

    def _element(self, x: Change, y: Change) -> Expr:
        """Covariance of two sums as an array element; zero where one vanishes."""
        order = "ZYS"
        (first, units), (second, others) = sorted((x, y), key=lambda c: order.index(c[0]))
        name = first + second
        if "S" in name and not self.at.quadratic:
            return S.Zero
        return IndexedBase("Dww" if name == "YY" else name)[(*units, *others)]

    # -- covariances of sums over the samples --------------------------------------------------------------------

    def _monomials(self, change: Change, taken: tuple[Index, ...]) -> list[Monomial]:
        """One sample's part of a sum times the number of samples, with summed indices other than ``taken``."""
        name, units = change
        one = self.at.slope(units[0]) if name == "Y" else self._coefficient(units[0])
        found = apart(expand(one, self.at.letters), taken, self.at.letters)
        if name == "Z":
            found = [x * _bare(units[1], x) for x in found]
        elif name == "S":
            second = expand(self._coefficient(units[1]), self.at.letters)
            found = [x * apart([y], (*taken, *x.sums), self.at.letters)[0] for x in found for y in second]
        return [replace(x, coefficient=self.at.number * x.coefficient) for x in found]

    def _coefficient(self, unit: Index) -> Expr:
        """a_unit on one sample, for any letter: derivatives are taken at the first ones only."""
        return self.at.coefficient(self.k).xreplace({self.k: unit})

    def _pair(self, x: Change, y: Change) -> Expr:
        """The covariance of two sums: pairs of samples that differ, and that are the same."""
        taken = (*x[1], *y[1])
        totals: dict[tuple[Index, ...], list[Expr]] = {}
        for p in self._monomials(x, taken):
            for q in self._monomials(y, (*taken, *p.sums)):
                apart_, together = p * _on_another_sample(q), p * q
                total = totals.setdefault(together.sums, [S.Zero, S.Zero])
                for place, product in enumerate((apart_, together) if self.at.same else (apart_,)):
                    noise = self.at.over_noise(product)
                    if noise != 0:
                        body = self._moment(product.heads) * noise * self.at.over_fields(product)
                        total[place] += product.coefficient * body
        value: Expr = S.Zero
        for sums, (different, same) in totals.items():
            value += summed(factor_terms(different), sums)
            if self.at.same:
                value += summed(factor_terms(same - different), sums) / self.at.number
        means = [IndexedBase(self.at.means[c])[units] for c, units in (x, y)]
        return value - means[0] * means[1]

    def _mean_of_products(self) -> Definition:
        """The mean of sum_s a_k^s a_l^s."""
        k, l = self.k, self.l
        value: Expr = S.Zero
        for x in self._monomials(("S", (k, l)), (k, l)):
            noise = self.at.over_noise(x)
            if noise != 0:
                value += summed(x.coefficient * noise * self._moment(x.heads) * self.at.over_fields(x), x.sums)
        return self._definition(self.at.means["S"], Role.SPREAD, "mean of " + _words(("S", (k, l))), (k, l), value)

    # -- moments of the heads ------------------------------------------------------------------------------------

    def _moment(self, legs: Legs) -> Expr:
        """< product of legs > over tasks and support sets, corrections at finite P included, as an array element."""
        if legs:
            self.vector = legs[0][0]
        return self._asked("M", tuple(unit for _, unit in legs))

    def _asked(self, letter: str, units: tuple[Index, ...]) -> Expr:
        """The moment, or the cumulant, of these elements of the head vector."""
        if len(units) < 2:
            return self.at.heads.moment(tuple((self.vector, unit) for unit in units))
        units, name = tuple(sorted(units, key=lambda i: i.order)), f"{letter}{len(units)}"
        self.moments.setdefault(name, []).append(units)
        return IndexedBase(name)[units]

    def _array(self, uses: list[tuple[Index, ...]]) -> tuple[tuple[Index, ...], tuple[tuple[int, ...], ...]]:
        """Indices of the array that holds all elements used, and the positions that may be exchanged."""
        ranges = tuple(smallest((units[p].rng for units in uses), self.at.fields) for p in range(len(uses[0])))
        units = tuple(self._letters(rng)[ranges[:p].count(rng)] for p, rng in enumerate(ranges))
        groups = (tuple(p for p, r in enumerate(ranges) if r == rng) for rng in dict.fromkeys(ranges))
        return units, tuple(g for g in groups if len(g) > 1)

    def _moments(self) -> list[Definition]:
        """Up to four heads exact, more from means and second to fourth cumulants; what asks comes before what is."""
        found = []
        for name in (*(f"M{n}" for n in range(8, 4, -1)), "K4", "K3", "K2", "M4", "M3", "M2"):
            if name not in self.moments:
                continue
            units, symmetric = self._array(self.moments[name])
            product, beyond = " ".join(f"c_{u.name}" for u in units), ""
            if name.startswith("K"):
                value = self._asked("M", units) - self._in_cumulants(units, len(units) - 1)
                meaning = f"cumulant of {product}"
            elif len(units) > MOST:
                value = self._in_cumulants(units, MOST)
                beyond = f", cumulants of more than {MOST} left out"
            else:
                legs = tuple((self.vector, unit) for unit in units)
                wide = "w" * (len(units) > 3)  # the drift's own array of four is over fewer units
                value = self.at.heads.moment(legs) + self.at.correction(legs, wide)
            if not name.startswith("K"):
                meaning = f"<{product}> over tasks and support sets{beyond}"
            found.append(replace(self._definition(name, Role.MOMENT, meaning, units, value), symmetric=symmetric))
        return found[::-1]

    def _in_cumulants(self, units: tuple[Index, ...], most: int) -> Expr:
        """< product > as a sum over the set that the first element is in, of up to ``most``: its cumulant times the
        moment of the rest."""
        total: Expr = S.Zero
        first, others = units[0], units[1:]
        for size in range(most):
            for chosen in combinations(others, size):
                rest = tuple(u for u in others if u not in chosen)
                total += self._asked("K", (first, *chosen)) * self._asked("M", rest)
        return total


def _sums(change: Expr, products: dict[Expr, Change]) -> list[Change]:
    return [products[term] for term in Add.make_args(change)]


def _words(change: Change) -> str:
    name, units = change
    if name == "Y":
        return f"N times the change of w0_{units[0].name}"
    return f"sum_s a_{units[0].name}^s " + ("z" if name == "Z" else "a") + f"_{units[1].name}^s"


def _halves(name: str, indices: tuple[Index, ...]) -> list[tuple[str, tuple[Index, ...]]]:
    """("R", (k, n)), ("Q", (l, a)) for DRQ."""
    first, second = name[1], name[2]
    return [(first, indices[:2]), (second + "0" * (second == "w"), indices[2:])]


def _bare(unit: Index, like: Monomial) -> Monomial:
    """The field of a unit on the sample that a monomial is about."""
    (sample,) = {s for s, _, _ in like.functions}
    return Monomial(functions=((sample, None, unit),))


def _on_another_sample(x: Monomial) -> Monomial:
    functions = tuple((sample + "1", order, unit) for sample, order, unit in x.functions)
    return replace(x, functions=functions, noise=tuple(sample + "1" for sample in x.noise))

"""Finite N: the diffusion matrix, that is the covariance of N times the change of the state in one step.

The change is made of sums over the query samples of products of a coefficient with a field, and of two coefficients.
Two samples of one step are the same in a share 1/V of all pairs and independent given task and support set in the rest,
so that the covariance of two such sums X = sum_s x^s, Y = sum_s y^s is, with the mean over one sample given task and
support set written < | u >,

    (1/V) < xy > + (1 - 1/V) < < x | u > < y | u > > - < x > < y >        (x, y without their factor 1/V).

It is exact at any P and V, and so is the block of the overlaps of learner and teacher.  A change of the learner's own
overlaps also contains a_k a_l, of relative size 1/V: its covariance with the rest is taken at first order in 1/V, that
with itself, of second order, is left out.  The former needs moments of six heads, which follow from means, second
moments and fourth cumulants, exact at any P; third cumulants, zero where tasks and head start have no mean, and those
of five and six heads, of second order in 1/P, are left out there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sympy import Add, Expr, IndexedBase, S, Sum, Symbol, factor_terms

from ..ir.system import Definition, Index, Piece, Range, smallest
from .heads import Heads, summed
from .law import coefficient, field, overlap_change
from .monomials import Monomial, apart, expand

__all__ = ["BLOCKS", "ELEMENTS", "Diffusion", "Sources"]

ELEMENTS = {
    "M2": r"\langle c_{{{0}}}c_{{{1}}}\rangle",
    "M3": r"\langle c_{{{0}}}c_{{{1}}}c_{{{2}}}\rangle",
    "M4": r"\langle c_{{{0}}}c_{{{1}}}c_{{{2}}}c_{{{3}}}\rangle",
    "K4": r"\langle c_{{{0}}}c_{{{1}}}c_{{{2}}}c_{{{3}}}\rangle_{{\mathrm c}}",
    "ZZ": r"\mathcal D_{{{0}{1},{2}{3}}}",
    "ZY": r"\mathcal D_{{{0}{1},{2}}}",
    "ZS": r"\mathcal S_{{{0}{1},{2}{3}}}",
    "YS": r"\mathcal S_{{{0},{1}{2}}}",
    "DRR": "D^{{RR}}_{{{0}{1},{2}{3}}}",
    "DRQ": "D^{{RQ}}_{{{0}{1},{2}{3}}}",
    "DRw": "D^{{Rw}}_{{{0}{1},{2}}}",
    "DQQ": "D^{{QQ}}_{{{0}{1},{2}{3}}}",
    "DQw": "D^{{Qw}}_{{{0}{1},{2}}}",
    "Dww": "D^{{ww}}_{{{0}{1}}}",
}

#: The blocks of the matrix, in the order the solvers give them in.
BLOCKS = ("DRR", "DRQ", "DRw", "DQQ", "DQw", "Dww")

Legs = tuple[tuple[str, Index], ...]
#: A sum over the samples of a step: "Z" for coefficient times field, "Y" for the slope of the head start, "S" for
#: coefficient times coefficient; and its units.
Change = tuple[str, tuple[Index, ...]]


@dataclass(frozen=True)
class Sources:
    """What the derivation of the drift knows: the step, the averages, the moments.

    coefficient(k): a_k on one sample.  slope(k): that sample's part of N times the change of the head start.
    means: the drift's arrays that hold the means of the sums "Z" and "Y".  correction: what finite P adds to a moment
    of head vectors, with the mark of its array.  number: that of the samples; ``same`` is False where it is taken to
    infinity, ``quadratic`` where a_k a_l is left out.
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
        self.cumulants: list[tuple[Index, ...]] = []
        self.moments: dict[str, list[tuple[Index, ...]]] = {}
        self.k, self.l, self.a, self.b = self._letters(sources.learner)
        self.n, self.m = self._letters(sources.teacher)[:2]
        self.i, self.j = self._letters(sources.fields)[:2]

    def _letters(self, rng: Range) -> list[Index]:
        return [Index(letter, rng) for letter in self.at.letters[rng.name]]

    def definitions(self) -> tuple[Definition, ...]:
        """In order of dependence; the blocks last."""
        k, l, a, i, j = self.k, self.l, self.a, self.i, self.j
        wanted: list[tuple[str, str, Change, Change]] = [
            ("ZZ", "covariance of sum_s a_k^s z_i^s and sum_s a_l^s z_j^s in one step", ("Z", (k, i)), ("Z", (l, j))),
            ("ZY", "covariance of sum_s a_k^s z_i^s and N times the change of w0_l", ("Z", (k, i)), ("Y", (l,))),
            ("Dww", "covariance of N times the changes of w0_k and w0_l in one step", ("Y", (k,)), ("Y", (l,))),
        ]
        found = []
        for name, meaning, x, y in wanted:
            kind = "output" if name == "Dww" else "spread"
            found.append(self._definition(name, kind, meaning, (*x[1], *y[1]), self._pair(x, y)))
        if self.at.quadratic:
            for name, what, x in (
                ("ZS", "sum_s a_k^s z_i^s", ("Z", (k, i))),
                ("YS", "N times the change of w0_k", ("Y", (k,))),
            ):
                meaning = f"covariance of {what} and sum_s a_l^s a_a^s, to first order in 1/{self.at.number}"
                found.append(self._definition(name, "spread", meaning, (*x[1], l, a), self._with_quadratic(x, l, a)))
        cumulant = self._cumulant()  # before the moments that it asks for
        return (*self._moments(), *cumulant, *found, *self._blocks())

    def _definition(self, name: str, kind: str, meaning: str, indices: tuple[Index, ...], value: Expr) -> Definition:
        ranges = tuple(x.rng for x in indices)
        return Definition(name, kind, meaning, ranges, (Piece(indices, value),), ELEMENTS[name])

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
            found.append(self._definition(name, "output", meaning, indices, value))
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
        """Covariance of two sums as an array element; zero where it is left out."""
        order = "ZYS"
        (first, units), (second, others) = sorted((x, y), key=lambda c: order.index(c[0]))
        name = first + second
        if name == "SS" or ("S" in name and not self.at.quadratic):
            return S.Zero
        return IndexedBase("Dww" if name == "YY" else name)[(*units, *others)]

    # -- covariances of sums over the samples --------------------------------------------------------------------

    def _monomials(self, change: Change, taken: tuple[Index, ...]) -> list[Monomial]:
        """One sample's part of a sum times the number of samples, with summed indices other than ``taken``."""
        name, units = change
        one = self.at.slope(units[0]) if name == "Y" else self.at.coefficient(units[0])
        found = apart(expand(one, self.at.letters), taken, self.at.letters)
        if name == "Z":
            found = [x * _bare(units[1], x) for x in found]
        elif name == "S":
            second = expand(self.at.coefficient(units[1]), self.at.letters)
            found = [x * apart([y], (*taken, *x.sums), self.at.letters)[0] for x in found for y in second]
        return [replace(x, coefficient=self.at.number * x.coefficient) for x in found]

    def _pair(self, x: Change, y: Change) -> Expr:
        """The covariance of two sums, none of them "S": pairs of samples that differ, and that are the same."""
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

    def _with_quadratic(self, x: Change, l: Index, a: Index) -> Expr:
        """The covariance, over tasks at P -> infinity, of the means given the task of X and of sum_s a_l^s a_a^s."""
        taken = (*x[1], l, a)
        totals: dict[tuple[Index, ...], Expr] = {}
        for p in self._monomials(x, taken):
            for q in self._monomials(("S", (l, a)), (*taken, *p.sums)):
                product = p * _on_another_sample(q)
                noise = self.at.over_noise(product)
                if noise == 0:
                    continue
                whole, left, right = (self._closed(legs) for legs in ((*p.heads, *q.heads), p.heads, q.heads))
                moment = (whole - left * right).expand()
                body = product.coefficient * noise * self.at.over_fields(product) * moment
                for term in Add.make_args(body.expand()):
                    inner = [s for s in term.atoms(Sum)]
                    sums = (*product.sums, *(index for s in inner for index, _, _ in s.limits))
                    totals[sums] = totals.get(sums, S.Zero) + term.xreplace({s: s.function for s in inner})
        return Add(*(summed(factor_terms(body), sums) for sums, body in totals.items()))

    # -- moments of the heads ------------------------------------------------------------------------------------

    def _moment(self, legs: Legs) -> Expr:
        """< product of legs > over tasks and support sets, corrections at finite P included, as an array element."""
        if len(legs) < 2:
            return self.at.heads.moment(legs)
        self.vector = legs[0][0]
        units = tuple(sorted((unit for _, unit in legs), key=lambda i: i.order))
        self.moments.setdefault(f"M{len(legs)}", []).append(units)
        return IndexedBase(f"M{len(legs)}")[units]

    def _closed(self, legs: Legs) -> Expr:
        """< product of legs > from second moments and fourth cumulants, third and higher than fourth ones left out."""
        return self.at.heads.moment(legs, lambda x, y: self._moment((x, y)), self._fourth)

    def _fourth(self, legs: Sequence[tuple[str, Index]]) -> Expr:
        """The fourth cumulant as an array element."""
        self.vector = legs[0][0]
        units = tuple(sorted((unit for _, unit in legs), key=lambda i: i.order))
        self.cumulants.append(units)
        return IndexedBase("K4")[units]

    def _cumulant(self) -> list[Definition]:
        if not self.cumulants:
            return []
        units, symmetric = self._array(self.cumulants)
        legs = tuple((self.vector, i) for i in units)
        rest = self.at.heads.moment(legs, lambda x, y: self._moment((x, y)), lambda _: S.Zero)
        value = self.at.heads.moment(legs) + self.at.correction(legs, "w") - rest
        meaning = "fourth cumulant of " + ", ".join(f"c_{i.name}" for i in units) + ", third ones left out"
        return [replace(self._definition("K4", "moment", meaning, units, value), symmetric=symmetric)]

    def _array(self, uses: list[tuple[Index, ...]]) -> tuple[tuple[Index, ...], tuple[tuple[int, ...], ...]]:
        """Indices of the array that holds all elements used, and the positions that may be exchanged."""
        ranges = tuple(smallest((units[p].rng for units in uses), self.at.fields) for p in range(len(uses[0])))
        units = tuple(self._letters(rng)[ranges[:p].count(rng)] for p, rng in enumerate(ranges))
        groups = (tuple(p for p, r in enumerate(ranges) if r == rng) for rng in dict.fromkeys(ranges))
        return units, tuple(g for g in groups if len(g) > 1)

    def _moments(self) -> list[Definition]:
        found = []
        for name, uses in sorted(self.moments.items()):
            units, symmetric = self._array(uses)
            legs = tuple((self.vector, unit) for unit in units)
            value = self.at.heads.moment(legs) + self.at.correction(legs, "")
            meaning = "<" + " ".join(f"c_{u.name}" for u in units) + "> over tasks and support sets"
            found.append(replace(self._definition(name, "moment", meaning, units, value), symmetric=symmetric))
        return found


def _sums(change: Expr, products: dict[Expr, Change]) -> list[Change]:
    return [products[term] for term in Add.make_args(change)]


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

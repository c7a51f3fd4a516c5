"""Heads at P -> infinity: linear forms in the task vector, and their moments over the task.

A head vector c collects the coefficients of g(z_i) in the residual f - y: the learner's head and
minus the task vector, each times the scale of its output.  It is c_i = b_i + sum_m L_im u_m, where
an adapted head brings its own offset h and response H from the inner loop.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sympy import Expr, Indexed, IndexedBase, KroneckerDelta, S, Sum

from ..ir.roles import Default, Role
from ..ir.system import Definition, Index, Input, Piece, Range
from ..ir.terms import sum_over, summed
from ..language.scenario import TaskVector
from .monomials import Monomial
from .reading import Adaptation, Algorithm, Head
from .tasks import moment

__all__ = ["HeadVector", "Heads", "task_inputs"]

Leg = tuple[str, Index]

#: Second moments of elements of two different vectors, by their marks.
CROSS = {("", "0"): "GX", ("0", "1"): "GX1"}


def task_inputs(teacher: Range, task: TaskVector) -> tuple[Input, ...]:
    """Moments of the task vector; where a caller gives none, they are those that the model
    states."""
    return (
        Input(
            "mean",
            (teacher,),
            "mean of the task vector",
            default=Default.CONSTANT,
            value=task.mean,
        ),
        Input(
            "cov",
            (teacher, teacher),
            "its covariance",
            default=Default.DIAGONAL,
            value=task.variance,
            symmetric=((0, 1),),
        ),
        Input(
            "kurtosis",
            (teacher,),
            "kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only)",
            default=Default.ABSENT,
        ),
    )


@dataclass(frozen=True)
class HeadVector:
    """A head vector: the mark in its name and those of its arrays, the head it holds, whether the
    inner loop made it.

    ``added`` marks the vector c1 = (w - w0, -u): what the inner loop adds to the head start, and
    minus the task vector.
    """

    mark: str
    head: Head
    adapted: bool
    added: bool = False

    @property
    def name(self) -> str:
        """What it is called in monomials: c, c0 or c1."""
        return "c" + self.mark

    @property
    def offset(self) -> str:
        """The array b in c_i = b_i + sum_m L_im u_m."""
        return "base" + self.mark

    @property
    def response(self) -> str:
        """The array L there."""
        return "L" + self.mark

    @property
    def mean(self) -> str:
        """The array of < c_i > over the task."""
        return "mc" + self.mark

    @property
    def second(self) -> str:
        """The array of < c_i c_j >."""
        return "G" + self.mark


class Heads:
    """The head vectors of a derivation, and the arrays of their moments that were asked for."""

    def __init__(self, algorithm: Algorithm, letters: dict[str, str], fields: Range) -> None:
        self.algorithm, self.fields = algorithm, fields
        self.letters = algorithm.teacher.letters
        learner, teacher = algorithm.learner, algorithm.teacher
        self.k, self.l = learner.index(0), learner.index(1)
        self.n, self.m, self.p = (teacher.index(position) for position in range(3))
        self.i, self.j = (Index(letter, fields) for letter in letters["fields"][:2])
        made, inner = [HeadVector("0", algorithm.start, False)], algorithm.adaptation
        if inner:
            made.append(HeadVector("", inner.head, True))
            made.append(HeadVector("1", inner.head, True, added=True))
        self.vectors = {v.name: v for v in made}
        # what was asked for: moments of vectors, of pairs of different ones, fourth cumulants
        self.used: set[HeadVector] = set()
        self.crossed: set[tuple[HeadVector, HeadVector]] = set()
        self.fourth = False
        self.loop: tuple[Definition, ...] = ()

    def vector(self, head: Head) -> HeadVector:
        """The vector that holds this head as it is."""
        return next(v for v in self.vectors.values() if v.head.name == head.name and not v.added)

    def signs(self, head: Head) -> dict[str, Expr]:
        """What head and task vector are of the elements of c: w = c/scale_f, u = -c/scale_y."""
        f, y = self.algorithm.scales
        return {head.name: 1 / f, self.algorithm.task.name: -1 / y}

    # -- moments over the task ---------------------------------------------------------------------

    def moment(
        self,
        legs: Sequence[Leg],
        second: Callable[[Leg, Leg], Expr] | None = None,
        fourth: Callable[[Sequence[Leg]], Expr] | None = None,
    ) -> Expr:
        """< product of legs > over the task; second moments and fourth cumulants may be given."""
        return moment(legs, self._mean, second or self._second, fourth or self._fourth)

    def _mean(self, leg: Leg) -> Expr:
        name, unit = leg
        self.used.add(self.vectors[name])
        return IndexedBase(self.vectors[name].mean)[unit]

    def _second(self, a: Leg, b: Leg) -> Expr:
        (one, i), (other, j) = sorted((a, b), key=lambda leg: (leg[0], leg[1].order))
        x, y = self.vectors[one], self.vectors[other]
        self.used |= {x, y}
        if x == y:
            return IndexedBase(x.second)[i, j]
        self.crossed.add((x, y))
        return IndexedBase(CROSS[x.mark, y.mark])[i, j]

    def fourth_cumulant(self, component: Index) -> Expr:
        """Of a component of the task vector."""
        self.fourth = True
        return IndexedBase("kappa")[component]

    def component(self, legs: Sequence[Leg]) -> Index:
        """An index for the sum over components of the task vector in a fourth cumulant of legs: p,
        but for the legs' own."""
        taken = {unit.name for _, unit in legs}
        letters = (self.p.name, *self.letters, *(f"{c}1" for c in self.letters))
        return self.p.renamed(next(c for c in letters if c not in taken))

    def response(self, vector: str, unit: Index, component: Index) -> Expr:
        """What an element of a head vector moves by with a component of the task."""
        self.used.add(self.vectors[vector])
        return IndexedBase(self.vectors[vector].response)[unit, component]

    def _fourth(self, legs: Sequence[Leg]) -> Expr:
        p = self.component(legs)
        body = self.fourth_cumulant(p)
        for vector, unit in legs:
            body *= self.response(vector, unit, p)
        return sum_over(body, (p,))

    # -- the inner loop ----------------------------------------------------------------------------

    def adapt(self, slope: list[tuple[Monomial, Expr]]) -> tuple[Expr, Expr]:
        """The inner loop on h and H, from the slope's monomials, each with its average over fields
        and noise.

        ``w_k = h_k + sum_m H_km u_m`` stays of this form: returns the updates of h_k and H_km in
        one step.
        """
        inner = self.algorithm.adaptation
        assert inner is not None
        h, H = IndexedBase("h"), IndexedBase("H")
        offset, response = S.Zero, S.Zero
        for x, average in slope:
            rest = x.coefficient * average
            if not x.heads:
                offset += summed(rest, x.sums)
                continue
            ((name, unit),) = x.heads
            if name == inner.start.name:
                offset += summed(rest * inner.start[unit], x.sums)
            elif name == inner.head.name:
                offset += summed(rest * h[unit], x.sums)
                response += summed(rest * H[unit, self.m], x.sums)
            else:  # the task vector: its coefficient at u_m
                response += rest.xreplace({unit: self.m})
        rate = inner.rate.symbol
        start = IndexedBase(self.algorithm.start.name)[self.k]
        new_h, new_H = h[self.k] - rate * offset, H[self.k, self.m] - rate * response
        self.loop = (
            self._looped(
                "h",
                "head after the inner loop: its part without the task",
                (self.k,),
                start,
                new_h,
                inner,
            ),
            self._looped(
                "H",
                "its response to the task: w_k = h_k + sum_m H_km u_m",
                (self.k, self.m),
                S.Zero,
                new_H,
                inner,
            ),
        )
        return new_h, new_H

    def _looped(
        self,
        name: str,
        meaning: str,
        indices: tuple[Index, ...],
        start: Expr,
        update: Expr,
        inner: Adaptation,
    ) -> Definition:
        """The start, replaced ``steps`` times by its update; a single step is written out."""
        ranges = tuple(i.rng for i in indices)
        if isinstance(inner.steps, str):
            pieces, updates = (Piece(indices, start),), (Piece(indices, update),)
            return Definition(
                name,
                Role.RESPONSE,
                meaning,
                ranges,
                pieces,
                update=updates,
                repeat=inner.steps,
            )
        own = [e for e in update.atoms(Indexed) if e.base.name == name]
        before = {e: start.xreplace(dict(zip(indices, e.indices, strict=True))) for e in own}
        written = _drop_zero_sums(update.xreplace(before))
        return Definition(name, Role.RESPONSE, meaning, ranges, (Piece(indices, written),))

    # -- the arrays --------------------------------------------------------------------------------

    def definitions(self) -> tuple[Definition, ...]:
        """The arrays that were asked for, and what they are made of, in order of dependence."""
        used = sorted(self.used, key=lambda v: v.mark)
        found: list[Definition] = []
        if any(v.adapted for v in used):
            found += self.loop
        for v in used:
            found += self._linear_form(v)
        if self.fourth:
            found.append(self._kappa())
        for v in used:
            found += [self._mean_of(v), self._second_of(v.second, v, v)]
        crossed = {CROSS[x.mark, y.mark]: (x, y) for x, y in self.crossed}
        for name in sorted(crossed):
            found.append(self._second_of(name, *crossed[name]))
        return tuple(found)

    def _linear_form(self, v: HeadVector) -> list[Definition]:
        k, n, m = self.k, self.n, self.m
        f, y = self.algorithm.scales
        offset = f * (IndexedBase("h")[k] if v.adapted else IndexedBase(v.head.name)[k])
        if v.added:
            offset -= f * IndexedBase(self.algorithm.start.name)[k]
        response = f * IndexedBase("H")[k, m] if v.adapted else S.Zero
        what = "adapted head" if v.adapted else "head start"
        what += " minus its start" * v.added
        b, L = v.offset, v.response
        form = f"c = ({what}, -u): c_i = {b}[i] + sum_m {L}[i, m] u_m"
        return [
            Definition(
                b,
                Role.RESPONSE,
                form,
                (self.fields,),
                (Piece((k,), offset), Piece((n,), S.Zero)),
            ),
            Definition(
                L,
                Role.RESPONSE,
                form,
                (self.fields, m.rng),
                (Piece((k, m), response), Piece((n, m), -y * KroneckerDelta(m, n))),
            ),
        ]

    def _kappa(self) -> Definition:
        m = self.m
        value = (IndexedBase("kurtosis")[m] - 3) * IndexedBase("cov")[m, m] ** 2
        meaning = "fourth cumulants of the task vector's components"
        return Definition("kappa", Role.RESPONSE, meaning, (m.rng,), (Piece((m,), value),))

    def _mean_of(self, v: HeadVector) -> Definition:
        """< c_i > = b_i + sum_m L_im < u_m >."""
        i, m = self.i, self.m
        b, L, mean = (IndexedBase(x) for x in (v.offset, v.response, "mean"))
        value = b[i] + sum_over(L[i, m] * mean[m], (m,))
        name = v.mean
        return Definition(
            name,
            Role.MOMENT,
            "<c_i> over the task",
            (self.fields,),
            (Piece((i,), value),),
        )

    def _second_of(self, name: str, left: HeadVector, right: HeadVector) -> Definition:
        """< c_i c'_j > = < c_i >< c'_j > + sum_mp L_im U_mp L'_jp."""
        i, j, m, p = self.i, self.j, self.m, self.p
        La, Lb, cov = IndexedBase(left.response), IndexedBase(right.response), IndexedBase("cov")
        means = IndexedBase(left.mean)[i] * IndexedBase(right.mean)[j]
        value = means + sum_over(La[i, m] * cov[m, p] * Lb[j, p], (m, p))
        other = "" if left == right else f", of {left.name} and {right.name}"
        groups = ((0, 1),) if left == right else ()
        return Definition(
            name,
            Role.MOMENT,
            f"<c_i c_j> over the task{other}",
            (self.fields,) * 2,
            (Piece((i, j), value),),
            groups,
        )


def _drop_zero_sums(expression: Expr) -> Expr:
    return expression.replace(lambda e: isinstance(e, Sum) and e.function == 0, lambda e: S.Zero)

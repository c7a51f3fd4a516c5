"""Heads at P -> infinity: linear forms in the task vector, and their moments over the task.

A head vector c collects the coefficients of g(z_i) in the residual f - y: the learner's head and minus the task
vector.  It is c_i = b_i + sum_m L_im u_m, where an adapted head brings its own offset h and response H
from the inner loop.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sympy import Expr, IndexedBase, KroneckerDelta, S, Sum

from ..ir.roles import Default, Role
from ..ir.system import Definition, Index, Input, Piece, Range
from ..ir.terms import sum_over, summed
from .monomials import Monomial
from .reading import Adaptation, Algorithm, Head
from .tasks import moment

__all__ = ["ELEMENTS", "HeadVector", "Heads", "task_inputs"]

Leg = tuple[str, Index]

#: Second moments of elements of two different vectors.
CROSS = {("c", "c0"): "GX", ("c0", "c1"): "GX1"}

#: How the elements of this module's arrays are written; "0" marks the vector of the head start, "1" that of what the
#: inner loop adds to it.
ELEMENTS = {
    "h": "h_{{{0}}}",
    "H": "H_{{{0}{1}}}",
    "base": r"\tilde c_{{{0}}}",
    "base0": r"\tilde c^0_{{{0}}}",
    "base1": r"\tilde c^1_{{{0}}}",
    "L": "L_{{{0}{1}}}",
    "L1": "L^1_{{{0}{1}}}",
    "L0": "L^0_{{{0}{1}}}",
    "mc": r"\bar c_{{{0}}}",
    "mc0": r"\bar c^0_{{{0}}}",
    "mc1": r"\bar c^1_{{{0}}}",
    "G": r"\Gamma_{{{0}{1}}}",
    "G1": r"\Gamma^1_{{{0}{1}}}",
    "GX1": r"\Gamma^{{01}}_{{{0}{1}}}",
    "G0": r"\Gamma^0_{{{0}{1}}}",
    "GX": r"\Gamma^\times_{{{0}{1}}}",
    "kappa": r"\langle u_{{{0}}}^4\rangle_{{\mathrm c}}",
    "w0": "w^0_{{{0}}}",
    "mean": r"\bar u_{{{0}}}",
    "cov": "U_{{{0}{1}}}",
    "kurtosis": r"\mathrm{{kurt}}_{{{0}}}",
}


def task_inputs(teacher: Range) -> tuple[Input, ...]:
    """Moments of the task vector."""
    return (
        Input("mean", (teacher,), "mean of the task vector", ELEMENTS["mean"], default=Default.ZERO),
        Input(
            "cov", (teacher, teacher), "its covariance", ELEMENTS["cov"], default=Default.IDENTITY, symmetric=((0, 1),)
        ),
        Input(
            "kurtosis",
            (teacher,),
            "kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only)",
            ELEMENTS["kurtosis"],
            default=Default.ABSENT,
        ),
    )


@dataclass(frozen=True)
class HeadVector:
    """A head vector: its name in monomials (c, c0 or c1), the head it holds, and whether the inner loop made it.

    ``added`` marks the vector c1 = (w - w0, -u): what the inner loop adds to the head start, and minus the task vector.
    """

    name: str
    head: Head
    adapted: bool
    added: bool = False

    @property
    def suffix(self) -> str:
        return self.name[1:]


class Heads:
    """The head vectors of a derivation, and the arrays of their moments that were asked for."""

    def __init__(self, algorithm: Algorithm, letters: dict[str, str], fields: Range) -> None:
        self.algorithm, self.fields = algorithm, fields
        learner, teacher = algorithm.learner, algorithm.teacher
        self.k, self.l = learner.index(0), learner.index(1)
        self.n, self.m, self.p = (teacher.index(position) for position in range(3))
        self.i, self.j = (Index(letter, fields) for letter in letters["fields"][:2])
        self.vectors = {"w": HeadVector("c", algorithm.adaptation.head, True)} if algorithm.adaptation else {}
        self.vectors[algorithm.start.name] = HeadVector("c0", algorithm.start, False)
        if algorithm.adaptation:
            self.vectors["added"] = HeadVector("c1", algorithm.adaptation.head, True, added=True)
        self.asked: set[str] = set()
        self.loop: tuple[Definition, ...] = ()

    def vector(self, head: Head) -> HeadVector:
        return self.vectors[head.name]

    def signs(self, head: Head) -> dict[str, int]:
        """The signs with which a head and the task vector enter the residual."""
        return {head.name: 1, self.algorithm.task.name: -1}

    # -- moments over the task -----------------------------------------------------------------------------------

    def moment(
        self,
        legs: Sequence[Leg],
        second: Callable[[Leg, Leg], Expr] | None = None,
        fourth: Callable[[Sequence[Leg]], Expr] | None = None,
    ) -> Expr:
        """< product of legs > over the task; second moments and fourth cumulants may be given."""
        return moment(legs, self._mean, second or self._second, fourth or self._fourth)

    def _mean(self, leg: Leg) -> Expr:
        name = "mc" + leg[0][1:]
        self.asked.add(name)
        return IndexedBase(name)[leg[1]]

    def _second(self, a: Leg, b: Leg) -> Expr:
        if a[0] == b[0]:
            name, units = "G" + a[0][1:], sorted((a[1], b[1]), key=lambda i: i.order)
        else:
            first, second = sorted((a, b), key=lambda x: x[0])
            name, units = CROSS[first[0], second[0]], [first[1], second[1]]
        self.asked.add(name)
        return IndexedBase(name)[tuple(units)]

    def _fourth(self, legs: Sequence[Leg]) -> Expr:
        self.asked.add("kappa")
        body = IndexedBase("kappa")[self.p]
        for vector, unit in legs:
            self.asked.add("L" + vector[1:])
            body *= IndexedBase("L" + vector[1:])[unit, self.p]
        return sum_over(body, (self.p,))

    # -- the inner loop ------------------------------------------------------------------------------------------

    def adapt(self, slope: list[tuple[Monomial, Expr]]) -> tuple[Expr, Expr]:
        """The inner loop on h and H, from the slope's monomials, each with its average over fields and noise.

        ``w_k = h_k + sum_m H_km u_m`` stays of this form: returns the updates of h_k and H_km in one step.
        """
        inner = self.algorithm.adaptation
        assert inner is not None
        h, H = IndexedBase("h"), IndexedBase("H")
        offset, response = S.Zero, S.Zero
        for x, average in slope:
            ((name, unit),) = x.heads
            rest = x.coefficient * average
            if name == inner.head.name:
                offset += summed(rest * h[unit], x.sums)
                response += summed(rest * H[unit, self.m], x.sums)
            else:  # the task vector: its coefficient at u_m
                response += rest.xreplace({unit: self.m})
        rate = inner.rate.symbol
        start = IndexedBase(self.algorithm.start.name)[self.k]
        new_h, new_H = h[self.k] - rate * offset, H[self.k, self.m] - rate * response
        self.loop = (
            self._looped("h", "head after the inner loop: its part without the task", (self.k,), start, new_h, inner),
            self._looped(
                "H", "its response to the task: w_k = h_k + sum_m H_km u_m", (self.k, self.m), S.Zero, new_H, inner
            ),
        )
        return new_h, new_H

    def _looped(
        self, name: str, meaning: str, indices: tuple[Index, ...], start: Expr, update: Expr, inner: Adaptation
    ) -> Definition:
        """The start, replaced ``steps`` times by its update; a single step is written out."""
        ranges, latex = tuple(i.rng for i in indices), ELEMENTS[name]
        if isinstance(inner.steps, str):
            pieces, updates = (Piece(indices, start),), (Piece(indices, update),)
            return Definition(name, Role.RESPONSE, meaning, ranges, pieces, latex, update=updates, repeat=inner.steps)
        starts = {"h": lambda e: IndexedBase(self.algorithm.start.name)[e.indices], "H": lambda e: S.Zero}
        elements = {e: starts[name](e) for e in update.atoms(type(IndexedBase("h")[self.k])) if str(e.base) == name}
        written = (
            update.xreplace(elements).doit(deep=False) if name == "h" else _drop_zero_sums(update.xreplace(elements))
        )
        return Definition(name, Role.RESPONSE, meaning, ranges, (Piece(indices, written),), latex)

    # -- the arrays ----------------------------------------------------------------------------------------------

    def definitions(self) -> tuple[Definition, ...]:
        """The arrays that were asked for, and what they are made of, in order of dependence."""
        vectors = {v.suffix: v for v in self.vectors.values()}
        crossed = {name: tuple(v[1:] for v in pair) for pair, name in CROSS.items() if name in self.asked}
        used = {name.removeprefix(x) for name in self.asked for x in ("mc", "G", "L") if name.startswith(x)}
        used |= {suffix for pair in crossed.values() for suffix in pair}
        suffixes = sorted(used & set(vectors))
        found: list[Definition] = []
        if any(vectors[s].adapted for s in suffixes):
            found += self.loop
        for s in suffixes:
            found += self._linear_form(vectors[s])
        if "kappa" in self.asked:
            found.append(self._kappa())
        for s in suffixes:
            found += [self._mean_of(s), self._second_of("G" + s, s, s)]
        for name in sorted(crossed):
            found.append(self._second_of(name, *crossed[name]))
        return tuple(found)

    def _linear_form(self, v: HeadVector) -> list[Definition]:
        k, n, m = self.k, self.n, self.m
        offset = IndexedBase("h")[k] if v.adapted else IndexedBase(v.head.name)[k]
        if v.added:
            offset -= IndexedBase(self.algorithm.start.name)[k]
        response = IndexedBase("H")[k, m] if v.adapted else S.Zero
        what = "adapted head" if v.adapted else "head start"
        what += " minus its start" * v.added
        b, L = "base" + v.suffix, "L" + v.suffix
        form = f"c = ({what}, -u): c_i = {b}[i] + sum_m {L}[i, m] u_m"
        return [
            Definition(b, Role.RESPONSE, form, (self.fields,), (Piece((k,), offset), Piece((n,), S.Zero)), ELEMENTS[b]),
            Definition(
                L,
                Role.RESPONSE,
                form,
                (self.fields, m.rng),
                (Piece((k, m), response), Piece((n, m), -KroneckerDelta(m, n))),
                ELEMENTS[L],
            ),
        ]

    def _kappa(self) -> Definition:
        m = self.m
        value = (IndexedBase("kurtosis")[m] - 3) * IndexedBase("cov")[m, m] ** 2
        meaning = "fourth cumulants of the task vector's components"
        return Definition("kappa", Role.RESPONSE, meaning, (m.rng,), (Piece((m,), value),), ELEMENTS["kappa"])

    def _mean_of(self, suffix: str) -> Definition:
        i, m = self.i, self.m
        b, L, mean = (IndexedBase(x) for x in ("base" + suffix, "L" + suffix, "mean"))
        value = b[i] + sum_over(L[i, m] * mean[m], (m,))
        name = "mc" + suffix
        return Definition(
            name, Role.MOMENT, "<c_i> over the task", (self.fields,), (Piece((i,), value),), ELEMENTS[name]
        )

    def _second_of(self, name: str, left: str, right: str) -> Definition:
        i, j, m, p = self.i, self.j, self.m, self.p
        La, Lb, cov = IndexedBase("L" + left), IndexedBase("L" + right), IndexedBase("cov")
        means = IndexedBase("mc" + left)[i] * IndexedBase("mc" + right)[j]
        value = means + sum_over(La[i, m] * cov[m, p] * Lb[j, p], (m, p))
        other = "" if left == right else f", of c{left} and c{right}"
        groups = ((0, 1),) if left == right else ()
        return Definition(
            name,
            Role.MOMENT,
            f"<c_i c_j> over the task{other}",
            (self.fields,) * 2,
            (Piece((i, j), value),),
            ELEMENTS[name],
            groups,
        )


def _drop_zero_sums(expression: Expr) -> Expr:
    return expression.replace(lambda e: isinstance(e, Sum) and e.function == 0, lambda e: S.Zero)

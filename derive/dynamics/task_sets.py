"""Heads where the task is one of a finite set: averages over it are weighted sums.

A right-hand side is an average over tasks, so that dR = sum_t pi_t dR(u^t), and all others
likewise: < c_i c_j ... > = sum_t pi_t c^t_i c^t_j ..., exactly, at any order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from sympy import Add, Expr, IndexedBase, Mul, S, Symbol

from ..ir.roles import Role
from ..ir.system import Definition, Index, Piece, Range
from ..ir.terms import sum_over
from ..language import Algorithm as Stated
from ..language import Task
from .heads import Heads, HeadVector, Leg
from .reading import Algorithm

__all__ = ["HeadsOfSet", "probabilities"]


def probabilities(algorithm: Stated) -> dict[str, Expr]:
    """That of each task, by its name: its share, or what the shares of the others leave."""
    shares = {t.name: Symbol(t.share.name, nonnegative=True) for t in algorithm.tasks if t.share}
    rest = 1 - Add(*shares.values())
    return {t.name: shares.get(t.name, rest) for t in algorithm.tasks}


class HeadsOfSet(Heads):
    """The head vectors of each task as arrays; averages over all tasks, or over some of them."""

    def __init__(self, algorithm: Algorithm, letters: dict[str, str], fields: Range) -> None:
        super().__init__(algorithm, letters, fields)
        self.tasks = algorithm.source.tasks
        self.probabilities = probabilities(algorithm.source)
        self.among: Mapping[str, Expr] = self.probabilities

    @contextmanager
    def over(self, weights: Mapping[str, Expr]) -> Iterator[None]:
        """Averages are sums over these tasks, by their names, with these weights."""
        self.among = weights
        yield
        self.among = self.probabilities

    def moment(
        self,
        legs: Sequence[Leg],
        second: Callable[[Leg, Leg], Expr] | None = None,
        fourth: Callable[[Sequence[Leg]], Expr] | None = None,
    ) -> Expr:
        """sum_t pi_t prod_legs c^t; one and two legs of all tasks are arrays."""
        whole = self.among is self.probabilities
        if whole and not legs:
            return S.One
        if whole and len(legs) == 1:
            return self._mean(legs[0])
        if whole and len(legs) == 2:
            return self._second(*legs)
        self.used |= {self.vectors[name] for name, _ in legs}
        terms = []
        for task, weight in self.among.items():
            terms.append(weight * Mul(*(_of(self.vectors[v], task)[i] for v, i in legs)))
        return Add(*terms)

    def of_task(self, vector: str, task: str) -> IndexedBase:
        """The array of a head vector c in one task."""
        self.used.add(self.vectors[vector])
        return _of(self.vectors[vector], task)

    # -- the arrays --------------------------------------------------------------------------------

    def _linear_form(self, v: HeadVector) -> list[Definition]:
        """c^t, from the heads, or from what the inner loop makes of a task vector."""
        linear = super()._linear_form(v) if v.adapted else []
        return [*linear, *(self._of_task(v, task) for task in self.tasks)]

    def _of_task(self, v: HeadVector, task: Task) -> Definition:
        vector, m = IndexedBase(task.vector.name), self.m
        f, y = self.algorithm.scales
        form = f"c = (head, -u) in the task {task.name}"
        if v.adapted:
            b, L = IndexedBase(v.offset), IndexedBase(v.response)
            moved = sum_over(L[self.i, m] * vector[m], (m,))
            pieces: tuple[Piece, ...] = (Piece((self.i,), b[self.i] + moved),)
        else:
            head = IndexedBase(task.head or self.algorithm.start.name)
            k, n = self.k, self.n
            pieces = (Piece((k,), f * head[k]), Piece((n,), -y * vector[n]))
        return Definition(_name(v, task.name), Role.RESPONSE, form, (self.fields,), pieces)

    def _mean_of(self, v: HeadVector) -> Definition:
        value = self._sum((v, self.i))
        return Definition(
            v.mean, Role.MOMENT, "<c_i> over the task", (self.fields,), (Piece((self.i,), value),)
        )

    def _second_of(self, name: str, left: HeadVector, right: HeadVector) -> Definition:
        value = self._sum((left, self.i), (right, self.j))
        other = "" if left == right else f", of {left.name} and {right.name}"
        return Definition(
            name,
            Role.MOMENT,
            f"<c_i c_j> over the task{other}",
            (self.fields,) * 2,
            (Piece((self.i, self.j), value),),
            ((0, 1),) if left == right else (),
        )

    def _sum(self, *legs: tuple[HeadVector, Index]) -> Expr:
        terms = []
        for task, weight in self.probabilities.items():
            terms.append(weight * Mul(*(_of(v, task)[i] for v, i in legs)))
        return Add(*terms)


def _name(v: HeadVector, task: str) -> str:
    return f"{v.name}_{task}"


def _of(v: HeadVector, task: str) -> IndexedBase:
    """The array of c in a task."""
    return IndexedBase(_name(v, task))

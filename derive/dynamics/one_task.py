"""Cumulants of five to eight heads where there is one task: those of the support set.

Given the task the contributions d^mu of the support samples to w = w0 + (1/P) sum_mu d^mu are
i.i.d., so that a cumulant of n heads is that of n contributions of one sample over P^(n-1).  A
contribution is d_k = r g(z_k), r the residual on the sample: at a node of the rule in the space of
the fields a known mean m plus Gaussian noise of variance v, so that

    < d_k d_l ... > = sum_e weight_e g(z_k^e) g(z_l^e) ... < r^n >_e,
    < r^n > = sum_j n!/(j! (n - 2j)! 2^j) m^(n - 2j) v^j .

The teacher's readouts do not fluctuate, and have no cumulants.  Averages over tasks are sums over
known ones, by the law of total covariance.
"""

from __future__ import annotations

from itertools import combinations, product

from sympy import Expr, IndexedBase, Mul, Rational, S, factorial

from ..ir.roles import Default, Role
from ..ir.system import Definition, Index, Input, Piece, Range
from ..ir.terms import sum_over, summed
from .cubature import NODES, E
from .monomials import Monomial, apart
from .nodes import Nodes
from .reading import Algorithm
from .support import NoFewShots

__all__ = ["NEEDS", "TASK", "OneTask"]

TASK = "known_task"  #: the input; without it all this is left out
NEEDS = (TASK,)


class OneTask:
    """The cumulants that were asked for, and the arrays they are made of."""

    def __init__(self, algorithm: Algorithm, nodes: Nodes, number: Expr) -> None:
        """``number``: of support samples."""
        self.algorithm, self.nodes, self.number = algorithm, nodes, number
        self.learner = algorithm.learner.range
        self.letters = (*algorithm.learner.letters, *nodes.letters["fields"])
        self.most = 0
        residual, self.order = nodes.residual(algorithm.learner.index(0))
        if any(len(x.noise) > 1 for x in residual):
            raise NoFewShots("the noise of a residual is not Gaussian")
        self.known = [x for x in residual if not x.noise]
        self.noisy = [x for x in residual if x.noise]

    def input(self) -> Input:
        meaning = (
            "the task, where there is one alone (mean is equal to it then, cov zero): cumulants of"
            " five to eight heads are those of the support set"
        )
        return Input(TASK, (self.algorithm.teacher.range,), meaning, default=Default.ABSENT)

    def units(self, n: int) -> tuple[Index, ...]:
        """So many indices of the learner."""
        return tuple(Index(letter, self.learner) for letter in self.letters[:n])

    def cumulant(self, units: tuple[Index, ...]) -> Expr:
        """Of the heads of these units of the learner: P^(1 - n) times that of contributions."""
        n = len(units)
        self.most = max(self.most, n)
        return self.number ** (1 - n) * IndexedBase(f"k{n}")[units]

    def definitions(self) -> tuple[Definition, ...]:
        """In order of dependence; behind ``heads`` and what the nodes give."""
        at_nodes = (self._mean(), self._variance())
        sizes = range(1, self.most + 1)
        return (
            *at_nodes,
            *(self._power(n) for n in sizes),
            *(self._moment(n) for n in sizes),
            *(self._cumulant(n) for n in sizes if n > 1),
        )

    # -- the residual at a node --------------------------------------------------------------------

    def heads(self) -> Definition:
        """c0 = (w0, -u) at the task."""
        k, n = self.nodes.heads.k, self.nodes.heads.n
        f, y = self.algorithm.scales
        pieces = (
            Piece((k,), f * self.algorithm.start[k]),
            Piece((n,), -y * IndexedBase(TASK)[n]),
        )
        meaning = "head start and minus the task, where there is one"
        return self._made("ct", Role.RESPONSE, meaning, (self.nodes.fields,), pieces)

    def _mean(self) -> Definition:
        value = self._summed([(x,) for x in self.known])
        return self._at_node("mt", "residual at the task, without noise", value)

    def _variance(self) -> Definition:
        value = self._summed(list(product(self.noisy, repeat=2)))
        return self._at_node("vt", "variance of the residual at the task, by noise", value)

    def _summed(self, products: list[tuple[Monomial, ...]]) -> Expr:
        """Of products of monomials at a node, with the heads that the task gives."""
        total: Expr = S.Zero
        for factors in products:
            x = Monomial()
            for y in factors:
                (other,) = apart([y], x.sums, self.nodes.letters)
                x = x * other
            heads = Mul(*(IndexedBase("ct")[i] for _, i in x.heads))
            functions = Mul(*(self.nodes.function(order, i) for _, order, i in x.functions))
            value = x.coefficient * self.nodes.over_noise(x) * heads * functions
            total += summed(value, x.sums)
        return total

    def _power(self, n: int) -> Definition:
        m, v = IndexedBase("mt")[E], IndexedBase("vt")[E]
        value: Expr = S.Zero
        for j in range(n // 2 + 1):
            pairings = Rational(factorial(n), factorial(j) * factorial(n - 2 * j) * 2**j)
            value += pairings * m ** (n - 2 * j) * v**j
        return self._at_node(f"r{n}t", f"<r^{n}> at the task", value)

    def _at_node(self, name: str, meaning: str, value: Expr) -> Definition:
        made = (Piece((E,), value),)
        return self._made(name, Role.NODE, f"{meaning}, at a node", (NODES,), made)

    # -- contributions -----------------------------------------------------------------------------

    def _moment(self, n: int) -> Definition:
        units = self.units(n)
        factor = Mul(*(self.nodes.function(self.order, i) for i in units))
        power = IndexedBase(f"r{n}t")[E]
        value = sum_over(IndexedBase("weights")[E] * factor * power, (E,))
        return self._of_sample(f"d{n}", units, value, "at the task")

    def _cumulant(self, n: int) -> Definition:
        """k_n = < d ... > - sum over smaller sets that the first is in: their cumulant times the
        moment of the rest."""
        units = self.units(n)
        value: Expr = IndexedBase(f"d{n}")[units]
        for size in range(n - 1):
            for chosen in combinations(units[1:], size):
                rest = tuple(u for u in units[1:] if u not in chosen)
                first = IndexedBase(f"k{size + 1}" if size else "d1")[(units[0], *chosen)]
                value -= first * IndexedBase(f"d{len(rest)}")[rest]
        return self._of_sample(f"k{n}", units, value, "at the task, their cumulant")

    def _of_sample(self, name: str, units: tuple[Index, ...], value: Expr, what: str) -> Definition:
        words = " ".join(f"d_{u.name}" for u in units)
        ranges: tuple[Range, ...] = (self.learner,) * len(units)
        symmetric = (tuple(range(len(units))),) if len(units) > 1 else ()
        pieces = (Piece(units, value),)
        return self._made(
            name, Role.SUPPORT, f"<{words}> {what}", ranges, pieces, symmetric=symmetric
        )

    def _made(
        self,
        name: str,
        role: Role,
        meaning: str,
        ranges: tuple[Range, ...],
        pieces: tuple[Piece, ...],
        symmetric: tuple[tuple[int, ...], ...] = (),
    ) -> Definition:
        return Definition(name, role, meaning, ranges, pieces, symmetric, needs=NEEDS)

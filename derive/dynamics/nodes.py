"""Averages with three and four contributions of one support sample: a rule with nodes in the space
of the fields.

< product of d > with d_k = r g(z_k), r the residual on that sample: given the fields r is a linear
form in the task vector plus noise, so that its moments over the task are closed at every node, and
only the fields are left to the rule. The fields are z = F x, F F^T = C, at nodes x that the solver
is given: a rule for independent standard normal numbers. One set of nodes serves all elements of
all tables.

Where g^2 is a sum of Gaussian weights, the part of these moments in which the teacher's readouts
meet in pairs of the
same unit needs no nodes: ``_diagonal`` of the residual.  It is everything where the head starts at
zero and the task vector has mean zero and a diagonal covariance; the nodes are for what is left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import product

from sympy import Expr, IndexedBase, Mul, S, Symbol

from ..ir.roles import Role
from ..ir.system import Definition, Index, Input, Piece, Range
from ..ir.terms import sum_over, summed
from .averages import FieldAverages
from .cubature import NODES, E, fields_at_nodes, rule_inputs
from .heads import Heads
from .monomials import Monomial, apart
from .support import NoFewShots, Table
from .tasks import moment

__all__ = ["Nodes"]

RESIDUAL = ("r", E)  #: the residual as a leg of a moment

Leg = tuple[str, Index]


class Nodes:
    """The tables with one block of three or four contributions, and the arrays over the nodes they
    are made of."""

    def __init__(
        self,
        heads: Heads,
        averages: FieldAverages,
        letters: dict[str, str],
        fields: Range,
        contribution: Callable[[Index], list[Monomial]],
        over_noise: Callable[[Monomial], Expr],
    ) -> None:
        self.heads, self.averages, self.letters, self.fields = heads, averages, letters, fields
        self.activation = averages.activation
        self.contribution, self.over_noise = contribution, over_noise
        self.asked: set[str] = set()
        self.powers: dict[str, Definition] = {}

    def inputs(self) -> tuple[Input, ...]:
        """The rule, given by the caller."""
        return rule_inputs(self.fields) if self.powers else ()

    def needless(self) -> tuple[tuple[str, str], ...]:
        """Inputs that have to vanish, or be diagonal, for the nodes to contribute nothing: mr, Gr -
        Gd and Xr - Xd are zero then."""
        if not self.activation.square_order:
            return ()
        return ((self.heads.algorithm.start.name, "zero"), ("mean", "zero"), ("cov", "diagonal"))

    def value(self, table: Table, indices: tuple[Index, ...]) -> Expr:
        """One of ``Support``'s tables: sum_e weight_e prod_i g(z_i^e) < r^n prod c1 >_e, less there
        the part that needs no nodes, which is added outside the sum."""
        (size,) = table.blocks
        _, own = self.residual(self.heads.k)
        factor = Mul(*(self.function(own, i) for i in indices[:size]))
        legs = indices[size:]
        name = f"q{size}" + "x" * len(legs)
        whole = [RESIDUAL] * size + [("c1", i) for i in legs]
        value = moment(whole, self._mean, self._second, self._fourth)
        exact: Expr = S.Zero
        if self.activation.square_order and self.orders == {0}:
            value -= moment(whole, self._no_mean, self._diagonal, self._fourth)
            exact = self._without_nodes(whole, indices[:size])
        meaning = (
            f"<r^{size}" + "".join(f" c1_{i.name}" for i in legs) + "> over the task, at a node"
        )
        parted = bool(exact != 0)
        meaning += ", but for what needs no nodes" * parted
        ranges = (NODES, *(i.rng for i in legs))
        self.powers[name] = Definition(
            name, Role.NODE, meaning, ranges, (Piece((E, *legs), value),), parted=parted
        )
        power = IndexedBase(name)[(E, *legs)]
        return exact + sum_over(IndexedBase("weights")[E] * factor * power, (E,))

    def _without_nodes(self, legs: list[Leg], own: tuple[Index, ...]) -> Expr:
        """The part with squares of the teacher's units, in averages over the fields."""
        parts: dict[Symbol, list[Monomial]] = {}

        def named(name: str, monomials: list[Monomial]) -> Expr:
            parts[Symbol(name)] = monomials
            return Symbol(name)

        def second(a: Leg, b: Leg) -> Expr:
            if RESIDUAL not in (a, b):
                return self.heads.moment([a, b])
            return named(
                "both" if a == b else f"with_{_other(a, b)[1]}", self._diagonal_monomials(a, b)
            )

        def fourth(block: Sequence[Leg]) -> Expr:
            return named("fourth", self._fourth_monomials(block))

        total: Expr = S.Zero
        for term in moment(legs, self._no_mean, second, fourth).as_ordered_terms():
            found = [Monomial(term.subs(dict.fromkeys(parts, 1)))]
            for factor, power in sorted(term.as_powers_dict().items(), key=str):
                for _ in range(int(power) if factor in parts else 0):
                    longer = []
                    for x in found:
                        more = apart(parts[factor], (*own, *x.sums), self.letters)
                        longer += [x * y for y in more]
                    found = longer
            for x in found:
                total += summed(x.coefficient * self._average(x, own), x.sums)
        return total

    def _average(self, x: Monomial, own: tuple[Index, ...]) -> Expr:
        """Units that stand twice are squares, the others plain."""
        squares, plain = [], list(own)
        for unit, times in Counter(i for _, _, i in x.functions).items():
            squares += [unit] * (times // 2)
            plain += [unit] * (times % 2)
        if not squares:
            return self.averages.element(tuple((0, i) for i in plain))
        return self.averages.with_squares(tuple(squares), tuple(plain))

    def definitions(self) -> tuple[Definition, ...]:
        """The arrays over the nodes, in order of dependence."""
        if not self.powers:
            return ()
        i, j = (Index(c, self.fields) for c in self.letters["fields"][:2])
        z = IndexedBase("zn")
        residual, _ = self.residual(self.heads.k)
        made = {
            "mr": (
                ("mean of the residual over the task", ()),
                lambda: self._node_average([(m,) for m in residual], ()),
            ),
            "Gr": (
                ("its second moment", ()),
                lambda: self._node_average([*product(residual, repeat=2)], ()),
            ),
            "Xr": (
                ("its moment with c1", (i,)),
                lambda: self._node_average([(m,) for m in residual], (("c1", i),)),
            ),
            "Lr": (
                ("its response to the task", (self.heads.p,)),
                lambda: self._response(residual, self.heads.p),
            ),
            "Gd": (
                ("its second moment, squares of the teacher's units only", ()),
                lambda: self._at_a_node(RESIDUAL, RESIDUAL),
            ),
            "Xd": (
                ("its moment with c1, the teacher's units only", (i,)),
                lambda: self._at_a_node(RESIDUAL, ("c1", i)),
            ),
        }
        found = []
        for name, ((meaning, legs), value) in made.items():
            if name in self.asked:
                ranges = (NODES, *(leg.rng for leg in legs))
                found.append(
                    Definition(
                        name,
                        Role.NODE,
                        meaning,
                        ranges,
                        (Piece((E, *legs), value()),),
                    )
                )
        functions = [self._at_nodes(order, z[E, i], (E, i)) for order in sorted(self.orders)]
        return (
            *fields_at_nodes(self.fields, i, j),
            *functions,
            *found,
            *(self.powers[name] for name in sorted(self.powers)),
        )

    def _at_nodes(self, order: int, field: Expr, indices: tuple[Index, ...]) -> Definition:
        """An activation, or its derivative of this order, at the nodes."""
        marks = "'" * order
        value = self.activation.derivative(order, field)
        ranges = (NODES, self.fields)
        return Definition(
            self._array(order),
            Role.NODE,
            f"g{marks} at a node",
            ranges,
            (Piece(indices, value),),
        )

    # -- the residual ------------------------------------------------------------------------------

    def residual(self, unit: Index) -> tuple[list[Monomial], int]:
        """d_unit = r g^(order)(z_unit): the monomials of r, and the order."""
        found, orders = [], set()
        for x in self.contribution(unit):
            own = [f for f in x.functions if f[2] == unit]
            rest = tuple(f for f in x.functions if f[2] != unit)
            if not x.heads and not x.noise:
                raise NoFewShots(
                    "a step of the inner loop has a term with no head, no task and no noise"
                )
            if len(own) != 1 or own[0][1] is None or len(x.heads) > 1:
                raise NoFewShots(
                    "a step of the inner loop is no residual times a function of one field"
                )
            orders.add(own[0][1])
            found.append(Monomial(x.coefficient, x.sums, x.heads, rest, x.noise))
        if sum(bool(x.heads) for x in found) > 1:  # whose products with each other would be missing
            raise NoFewShots(
                "a step of the inner loop weighs outputs of learner and teacher otherwise than in"
                " their difference"
            )
        if len(orders) != 1:
            raise NoFewShots("a step of the inner loop has several functions of a field")
        (order,) = orders
        return found, order

    @property
    def orders(self) -> set[int]:
        residual, own = self.residual(self.heads.k)
        found = {own}
        for x in residual:
            found |= {order for _, order, _ in x.functions if order is not None}
        return found

    def _array(self, order: int) -> str:
        return f"g{order}n"

    def function(self, order: int | None, unit: Index) -> Expr:
        """The activation, its derivative or the field itself at a node."""
        return IndexedBase("zn" if order is None else self._array(order))[E, unit]

    def _node_average(self, products: Sequence[Sequence[Monomial]], legs: tuple[Leg, ...]) -> Expr:
        """< prod r prod legs > over noise and task at a node: r = sum c_i g(z_i) + noise there."""
        total: Expr = S.Zero
        for factors in products:
            x = Monomial()
            for position, m in enumerate(factors):
                x = x * _renamed(m, self.letters["fields"][1 + position])
            functions = Mul(*(self.function(order, i) for _, order, i in x.functions))
            body = (
                x.coefficient
                * self.over_noise(x)
                * self.heads.moment([*x.heads, *legs])
                * functions
            )
            total += summed(body, x.sums)
        return total

    def _response(self, residual: list[Monomial], p: Index) -> Expr:
        total: Expr = S.Zero
        for m in residual:
            if m.heads:
                ((name, unit),) = m.heads
                functions = Mul(*(self.function(order, i) for _, order, i in m.functions))
                total += summed(
                    m.coefficient * self.heads.response(name, unit, p) * functions, m.sums
                )
        return total

    # -- the part that needs no nodes --------------------------------------------------------------

    def _diagonal_monomials(self, a: Leg, b: Leg) -> list[Monomial]:
        """< r r > or < r c1 > over noise and task, with the teacher's units only, and pairs of the
        same unit."""
        found = []
        n = self.heads.n
        for x in self.residual(self.heads.k)[0]:
            if not x.heads and a == b:
                found.append(Monomial(x.coefficient**2 * self.over_noise(x * x)))
            for name, i in x.heads:
                functions = tuple(
                    (sample, order, n if j == i else j) for sample, order, j in x.functions
                )
                if a == b:
                    value = x.coefficient**2 * self.heads.moment([(name, n), (name, n)])
                    found.append(Monomial(value, (n,), (), functions * 2))
                else:
                    value = x.coefficient * self.heads.moment([(name, n), _other(a, b)])
                    found.append(Monomial(value, (n,), (), functions))
        return found

    def _fourth_monomials(self, block: Sequence[Leg]) -> list[Monomial]:
        """Fourth cumulant: of one component of the task vector, which only that unit of the teacher
        reads out."""
        p = self.heads.component([leg for leg in block if leg != RESIDUAL])
        found = Monomial(self.heads.fourth_cumulant(p), (p,))
        for name, unit in block:
            if (name, unit) != RESIDUAL:
                found = found * Monomial(self.heads.response(name, unit, p))
                continue
            (x,) = (x for x in self.residual(self.heads.k)[0] if x.heads)
            ((head, i),) = x.heads
            functions = tuple(
                (sample, order, p if j == i else j) for sample, order, j in x.functions
            )
            found = found * Monomial(
                x.coefficient * self.heads.response(head, p, p), functions=functions
            )
        return [found]

    def _at_a_node(self, a: Leg, b: Leg) -> Expr:
        total: Expr = S.Zero
        for x in self._diagonal_monomials(a, b):
            total += summed(
                x.coefficient * Mul(*(self.function(o, i) for _, o, i in x.functions)), x.sums
            )
        return total

    def _no_mean(self, leg: Leg) -> Expr:
        return S.Zero if leg == RESIDUAL else self.heads.moment([leg])

    def _diagonal(self, a: Leg, b: Leg) -> Expr:
        if RESIDUAL not in (a, b):
            return self.heads.moment([a, b])
        name = "Gd" if a == b else "Xd"
        self.asked.add(name)
        return IndexedBase(name)[(E,) if a == b else (E, _other(a, b)[1])]

    # -- its moments over the task -----------------------------------------------------------------

    def _mean(self, leg: Leg) -> Expr:
        if leg != RESIDUAL:
            return self.heads.moment([leg])
        self.asked.add("mr")
        return IndexedBase("mr")[E]

    def _second(self, a: Leg, b: Leg) -> Expr:
        if a != RESIDUAL and b != RESIDUAL:
            return self.heads.moment([a, b])
        if a == b:
            self.asked.add("Gr")
            return IndexedBase("Gr")[E]
        self.asked.add("Xr")
        return IndexedBase("Xr")[E, _other(a, b)[1]]

    def _fourth(self, legs: Sequence[Leg]) -> Expr:
        p = self.heads.component([leg for leg in legs if leg != RESIDUAL])
        self.asked.add("Lr")
        body = self.heads.fourth_cumulant(p)
        for leg in legs:
            if leg == RESIDUAL:
                body *= IndexedBase("Lr")[E, p]
            else:
                body *= self.heads.response(*leg, p)
        return sum_over(body, (p,))


def _other(a: Leg, b: Leg) -> Leg:
    """The leg that is not the residual."""
    return b if a == RESIDUAL else a


def _renamed(m: Monomial, letter: str) -> Monomial:
    """A monomial with its only summed index under another name."""
    if not m.sums:
        return m
    (index,) = m.sums
    new = index.renamed(letter)
    heads = tuple((name, new if i == index else i) for name, i in m.heads)
    functions = tuple((sample, order, new if i == index else i) for sample, order, i in m.functions)
    return Monomial(m.coefficient, (new,), heads, functions, m.noise)

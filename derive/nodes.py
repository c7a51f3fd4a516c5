"""Averages with three and four contributions of one support sample: a rule with nodes in the space of the fields.

< product of d > with d_k = r g(z_k), r the residual on that sample: given the fields r is a linear form in the task
vector plus noise, so that its moments over the task are closed at every node, and only the fields are left to the rule.
The fields are z = F x, F F^T = C, at nodes x that the solver is given: a rule for independent standard normal numbers.
One set of nodes serves all elements of all tables.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sympy import Expr, IndexedBase, Mul, S, Sum

from .activations import Activation
from .heads import Heads, summed
from .monomials import Monomial
from .support import NoFewShots, Table
from .system import Definition, Index, Input, Piece, Range
from .tasks import moment

__all__ = ["ELEMENTS", "INPUTS_LATEX", "NODES", "Nodes"]

NODES = Range("nodes", ("n_nodes",))
E = Index("e", NODES)

INPUTS_LATEX = {"nodes": "x^{{{0}}}_{{{1}}}", "weights": r"\varpi_{{{0}}}"}
ELEMENTS = {
    "F": "F_{{{0}{1}}}",
    "zn": "z^{{{0}}}_{{{1}}}",
    "gn": "g^{{{0}}}_{{{1}}}",
    "mr": r"\bar r_{{{0}}}",
    "Gr": r"\rho_{{{0}}}",
    "Xr": r"\rho_{{{0},{1}}}",
    "Lr": r"\ell_{{{0},{1}}}",
}
RESIDUAL = ("r", E)  #: the residual as a leg of a moment

Leg = tuple[str, Index]


class Nodes:
    """The tables with one block of three or four contributions, and the arrays over the nodes they are made of."""

    def __init__(
        self,
        heads: Heads,
        activation: Activation,
        letters: dict[str, str],
        fields: Range,
        contribution: Callable[[Index], list[Monomial]],
        over_noise: Callable[[Monomial], Expr],
    ) -> None:
        self.heads, self.activation, self.letters, self.fields = heads, activation, letters, fields
        self.contribution, self.over_noise = contribution, over_noise
        self.asked: set[str] = set()
        self.powers: dict[str, Definition] = {}

    def inputs(self) -> tuple[Input, ...]:
        """The rule, given by the caller."""
        if not self.powers:
            return ()
        meaning = "nodes of a rule for independent standard normal numbers, one row per node"
        return (
            Input("nodes", (NODES, self.fields), meaning, INPUTS_LATEX["nodes"], default="rule"),
            Input("weights", (NODES,), "its weights", INPUTS_LATEX["weights"], default="rule"),
        )

    def value(self, table: Table, indices: tuple[Index, ...]) -> Expr:
        """One of ``Support``'s tables."""
        (size,) = table.blocks
        _, own = self._residual(self.heads.k)
        factor = Mul(*(self._function(own, i) for i in indices[:size]))
        legs = indices[size:]
        name = f"q{size}" + "x" * len(legs)
        value = moment([RESIDUAL] * size + [("c1", i) for i in legs], self._mean, self._second, self._fourth)
        meaning = f"<r^{size}" + "".join(f" c1_{i.name}" for i in legs) + "> over the task, at a node"
        latex = (
            rf"\langle r^{size}{''.join(f' c^1_{{{{{{{1 + p}}}}}}}' for p in range(len(legs)))}\rangle_{{{{{{0}}}}}}"
        )
        ranges = (NODES, *(i.rng for i in legs))
        self.powers[name] = Definition(name, "node", meaning, ranges, (Piece((E, *legs), value),), latex)
        power = IndexedBase(name)[(E, *legs)]
        return Sum(IndexedBase("weights")[E] * factor * power, (E, 1, NODES.size))

    def definitions(self) -> tuple[Definition, ...]:
        """The arrays over the nodes, in order of dependence."""
        if not self.powers:
            return ()
        i, j = (Index(c, self.fields) for c in self.letters["fields"][:2])
        C, F, x, z = (IndexedBase(n) for n in ("C", "F", "nodes", "zn"))
        fields = Definition(
            "F", "factor", "lower triangular factor of the covariance: C = F F^T", (self.fields,) * 2,
            (Piece((i, j), C[i, j]),), ELEMENTS["F"],
        )  # fmt: skip
        at = Definition(
            "zn", "node", "fields at a node", (NODES, self.fields),
            (Piece((E, i), Sum(F[i, j] * x[E, j], (j, 1, j.rng.size))),), ELEMENTS["zn"],
        )  # fmt: skip
        residual, _ = self._residual(self.heads.k)
        made = {
            "mr": (
                ("mean of the residual over the task", ()),
                lambda: self._node_average([(m,) for m in residual], ()),
            ),
            "Gr": (
                ("its second moment", ()),
                lambda: self._node_average([(m, n) for m in residual for n in residual], ()),
            ),
            "Xr": (("its moment with c1", (i,)), lambda: self._node_average([(m,) for m in residual], (("c1", i),))),
            "Lr": (("its response to the task", (self.heads.p,)), lambda: self._response(residual, self.heads.p)),
        }
        found = []
        for name, ((meaning, legs), value) in made.items():
            if name in self.asked:
                ranges = (NODES, *(leg.rng for leg in legs))
                found.append(Definition(name, "node", meaning, ranges, (Piece((E, *legs), value()),), ELEMENTS[name]))
        functions = [self._at_nodes(order, z[E, i], (E, i)) for order in sorted(self.orders)]
        return (fields, at, *functions, *found, *(self.powers[name] for name in sorted(self.powers)))

    def _at_nodes(self, order: int, field: Expr, indices: tuple[Index, ...]) -> Definition:
        """An activation, or its derivative of this order, at the nodes."""
        marks = "'" * order
        value, latex = self.activation.derivative(order, field), ELEMENTS["gn"].replace("g", "g" + marks)
        ranges = (NODES, self.fields)
        return Definition(self._array(order), "node", f"g{marks} at a node", ranges, (Piece(indices, value),), latex)

    # -- the residual --------------------------------------------------------------------------------------------

    def _residual(self, unit: Index) -> tuple[list[Monomial], int]:
        """d_unit = r g^(order)(z_unit): the monomials of r, and the order."""
        found, orders = [], set()
        for x in self.contribution(unit):
            own = [f for f in x.functions if f[2] == unit]
            rest = tuple(f for f in x.functions if f[2] != unit)
            if len(own) != 1 or own[0][1] is None or len(x.heads) > 1:
                raise NoFewShots("a step of the inner loop is no residual times a function of one field")
            orders.add(own[0][1])
            found.append(Monomial(x.coefficient, x.sums, x.heads, rest, x.noise))
        if len(orders) != 1:
            raise NoFewShots("a step of the inner loop has several functions of a field")
        (order,) = orders
        return found, order

    @property
    def orders(self) -> set[int]:
        residual, own = self._residual(self.heads.k)
        return {own} | {order for x in residual for _, order, _ in x.functions if order is not None}

    def _array(self, order: int) -> str:
        return f"g{order}n"

    def _function(self, order: int | None, unit: Index) -> Expr:
        return IndexedBase("zn" if order is None else self._array(order))[E, unit]

    def _node_average(self, products: Sequence[Sequence[Monomial]], legs: tuple[Leg, ...]) -> Expr:
        """Products of residuals, over noise and task at a node."""
        total: Expr = S.Zero
        for factors in products:
            x = Monomial()
            for position, m in enumerate(factors):
                x = x * _renamed(m, self.letters["fields"][1 + position])
            functions = Mul(*(self._function(order, i) for _, order, i in x.functions))
            body = x.coefficient * self.over_noise(x) * self.heads.moment([*x.heads, *legs]) * functions
            total += summed(body, x.sums)
        return total

    def _response(self, residual: list[Monomial], p: Index) -> Expr:
        total: Expr = S.Zero
        for m in residual:
            if m.heads:
                ((name, unit),) = m.heads
                self.heads.asked.add("L" + name[1:])
                functions = Mul(*(self._function(order, i) for _, order, i in m.functions))
                total += summed(m.coefficient * IndexedBase("L" + name[1:])[unit, p] * functions, m.sums)
        return total

    # -- its moments over the task -------------------------------------------------------------------------------

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
        (other,) = (leg for leg in (a, b) if leg != RESIDUAL)
        return IndexedBase("Xr")[E, other[1]]

    def _fourth(self, legs: Sequence[Leg]) -> Expr:
        p = self.heads.p
        self.asked.add("Lr")
        self.heads.asked.add("kappa")
        body = IndexedBase("kappa")[p]
        for leg in legs:
            if leg == RESIDUAL:
                body *= IndexedBase("Lr")[E, p]
            else:
                self.heads.asked.add("L" + leg[0][1:])
                body *= IndexedBase("L" + leg[0][1:])[leg[1], p]
        return Sum(body, (p, 1, p.rng.size))


def _renamed(m: Monomial, letter: str) -> Monomial:
    """A monomial with its only summed index under another name."""
    if not m.sums:
        return m
    (index,) = m.sums
    new = index.renamed(letter)
    heads = tuple((name, new if i == index else i) for name, i in m.heads)
    functions = tuple((sample, order, new if i == index else i) for sample, order, i in m.functions)
    return Monomial(m.coefficient, (new,), heads, functions, m.noise)

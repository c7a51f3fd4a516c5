"""Averages over the fields that no rule gives: a rule with nodes in the space of the fields.

< prod_p f_p(z_p) > = < prod_p n_p(z_p) > + sum_e weight_e [prod_p f_p(z_p^e) - prod_p n_p(z_p^e)]

at nodes z^e = F x^e, F F^T = C, x^e those of a rule for independent standard normal numbers, given
by the caller.  n_p is a function near f_p whose averages have rules: what is left to the nodes is
small.  Where there is none, or its average has no rule either, both terms with n are left out.  A
singular covariance does no harm: F has columns of zeros then.  One set of nodes serves all
averages.
"""

from __future__ import annotations

from itertools import chain

from sympy import Expr, IndexedBase, Mul, Symbol

from ..gaussian.activations import Activation
from ..ir.printing import text
from ..ir.roles import Default, Role
from ..ir.system import Definition, Index, Input, Parameter, Piece, Range, smallest
from ..ir.terms import sum_over
from .kinds import Kind, groups_of, name_of, word

__all__ = ["NODES", "Cubature", "E", "at_node", "fields_at_nodes", "rule_inputs", "rule_size"]

NODES = Range("nodes", ("n_nodes",))
E = Index("e", NODES)


def rule_inputs(fields: Range) -> tuple[Input, ...]:
    """The rule, given by the caller."""
    meaning = "nodes of a rule for independent standard normal numbers, one row per node"
    return (
        Input("nodes", (NODES, fields), meaning, default=Default.RULE),
        Input("weights", (NODES,), "its weights", default=Default.RULE),
    )


def rule_size() -> Parameter:
    """The number of its nodes."""
    return Parameter(NODES.parts[0], "number of nodes of the rule", counts=True)


def fields_at_nodes(fields: Range, i: Index, j: Index) -> tuple[Definition, ...]:
    """F, and z^e = F x^e; ``i`` and ``j`` count the fields."""
    C, F, x = (IndexedBase(n) for n in ("C", "F", "nodes"))
    return (
        Definition(
            "F", Role.FACTOR, "lower triangular factor of the covariance: C = F F^T",
            (fields,) * 2, (Piece((i, j), C[i, j]),),
        ),
        Definition(
            "zn", Role.NODE, "fields at a node", (NODES, fields),
            (Piece((E, i), sum_over(F[i, j] * x[E, j], (j,))),),
        ),
    )  # fmt: skip


def fields_in_order(
    parts: tuple[Range, ...], fields: Range, stack: Range, letters: dict[str, str]
) -> tuple[Definition, ...]:
    """The same with the networks of the fields one after the other as in the ``stack``: those in
    front do not depend on what those behind are, at any node."""
    i, j = (Index(c, stack) for c in letters["fields"][:2])
    C, F, x = (IndexedBase(n) for n in ("C", "F", "nodes"))
    pieces, at = [], []
    for first in parts:
        own = Index(letters[first.name][0], first)
        at.append(Piece((E, own), sum_over(F[own, j] * x[E, j], (j,))))
        for second in parts:
            other = Index(letters[second.name][int(first == second)], second)
            pieces.append(Piece((own, other), C[own, other]))
    meaning = f"C with its fields in the order {', '.join(p for p in stack.parts)}"
    return (
        Definition("Co", Role.RESPONSE, meaning, (stack,) * 2, tuple(pieces), ((0, 1),)),
        Definition(
            "F", Role.FACTOR, "lower triangular factor of that covariance",
            (stack,) * 2, (Piece((i, j), IndexedBase("Co")[i, j]),),
        ),
        Definition("zn", Role.NODE, "fields at a node", (NODES, fields), tuple(at)),
    )  # fmt: skip


def at_node(order: int | str | None, unit: Index, *, near: bool = False) -> Expr:
    """The derivative of this order of the activation at a node, the field itself for None; or of
    the function near it."""
    name = "zn" if order is None else f"{'n' if near else 'g'}{order}n"
    return IndexedBase(name)[E, unit]


class Cubature:
    """The averages that were asked for, and the arrays over the nodes that they are made of."""

    def __init__(
        self, fields: Range, parts: dict[Range, Activation], letters: dict[str, str]
    ) -> None:
        """``parts``: the activation of each network; ``letters`` count units, by range."""
        self.fields, self.parts = fields, parts
        self.letters, self.of_parts = letters["fields"], letters
        self.pieces: dict[Kind, list[Piece]] = {}
        self.near: dict[Kind, bool] = {}
        # derivatives that are read at the nodes by what is no product of them, and of which units
        self.read: dict[int, set[Range]] = {}

    def element(self, kind: Kind, indices: tuple[Index, ...], *, near: bool) -> Expr:
        """What the nodes give of an average of this kind: the difference to that of the functions
        ``near``, or all of it."""
        body = Mul(*(at_node(o, i) for o, i in zip(kind, indices, strict=True)))
        if near:
            body -= Mul(*(at_node(o, i, near=True) for o, i in zip(kind, indices, strict=True)))
        value = sum_over((IndexedBase("weights")[E] * body).expand(), (E,))
        self.pieces.setdefault(kind, []).append(Piece(indices, value))
        self.near[kind] = near or self.near.get(kind, False)
        return IndexedBase(self.name(kind))[indices]

    @staticmethod
    def name(kind: Kind) -> str:
        return name_of(kind) + "n"

    @property
    def used(self) -> bool:
        """Whether something is read at the nodes."""
        return bool(self.pieces or self.read)

    def inputs(self) -> tuple[Input, ...]:
        return rule_inputs(self._stack()) if self.used else ()

    def jumping(self) -> Range | None:
        """The network whose fields come first at the nodes: one with a jump, so that no node
        crosses it while weights that move are others': the slopes would jump; of two the last."""
        found = [x for x, of in self.parts.items() if not of.slope]
        return found[-1] if found else None

    def _stack(self) -> Range:
        """The fields as nodes have them."""
        first = self.jumping()
        if first is None:
            return self.fields
        ordered = [first, *(x for x in self.parts if x != first)]
        return Range("stack", tuple(chain.from_iterable(x.parts for x in ordered)))

    def products(self) -> dict[str, Kind]:
        """The averages that the arrays are parts of."""
        return {self.name(kind): kind for kind in self.pieces}

    def beside(self) -> str:
        """What is left to the nodes, in words."""
        if not any(self.near.values()):
            return ""
        x = Symbol("x", real=True)
        near = {
            f"{a.name}: {text(a.nearby.function(x))}": None for a in self.parts.values() if a.near
        }
        return f", of the difference to functions near whose averages are exact ({', '.join(near)})"

    def at_nodes(self, ranges: dict[Kind, list[Range]]) -> tuple[Definition, ...]:
        """Fields and functions at the nodes, in order of dependence; ``ranges`` of the sums."""
        if not self.used:
            return ()
        i, j = (Index(c, self.fields) for c in self.letters[:2])
        every = [kind for kind in self.pieces if kind in ranges]
        close = [kind for kind in every if self.near[kind]]
        stack = self._stack()
        at = fields_at_nodes(self.fields, i, j)
        if stack != self.fields:
            at = fields_in_order(tuple(self.parts), self.fields, stack, self.of_parts)
        return (
            *at,
            *self._functions(every, ranges, near=False),
            *self._functions(close, ranges, near=True),
        )

    def _functions(
        self, kinds: list[Kind], ranges: dict[Kind, list[Range]], *, near: bool
    ) -> list[Definition]:
        """g and its derivatives at the nodes, or those of the functions near: each of the units
        whose are read."""
        read = {} if near else {order: set(of) for order, of in self.read.items()}
        for kind in kinds:
            for order, rng in zip(kind, ranges[kind], strict=True):
                if isinstance(order, int):
                    read.setdefault(order, set()).add(rng)
        found = []
        for order in sorted(read):
            name = str(at_node(order, E, near=near).base)
            meaning = "g" + "'" * order + " at a node" + ", of the function near g" * near
            rng = smallest(read[order], self.fields)
            pieces = tuple(
                self._piece(order, part, of.nearby if near else of) for part, of in self._split(rng)
            )
            found.append(Definition(name, Role.NODE, meaning, (NODES, rng), pieces))
        return found

    def _piece(self, order: int, part: Range, activation: Activation) -> Piece:
        letters = self.letters if part == self.fields else self.of_parts[part.name]
        i = Index(letters[0], part)
        return Piece((E, i), activation.derivative(order, IndexedBase("zn")[E, i]))

    def _split(self, rng: Range) -> list[tuple[Range, Activation]]:
        """The units of a range: all at once where they have one activation, else network by
        network."""
        parts = [(x, of) for x, of in self.parts.items() if set(x.parts) <= set(rng.parts)]
        if len({of for _, of in parts}) == 1:
            return [(rng, parts[0][1])]
        return parts

    def sums(self, ranges: dict[Kind, list[Range]]) -> tuple[Definition, ...]:
        """The sums over nodes, over these ranges."""
        found = []
        for kind in sorted(self.pieces, key=name_of):
            pieces = tuple(self.pieces[kind])
            words = (word(o, i.name) for o, i in zip(kind, pieces[0].indices, strict=True))
            meaning = f"<{' '.join(words)}> over the fields: what the nodes give of it"
            found.append(
                Definition(
                    self.name(kind), Role.CUBATURE, meaning, tuple(ranges[kind]), pieces,
                    groups_of(kind),
                )
            )  # fmt: skip
        return tuple(found)

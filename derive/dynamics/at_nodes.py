"""Losses that are no polynomial: averages of their slopes as sums over nodes.

Where a loss has a function of its own, such as log(1 + exp(-y f)), no rule averages it.  At a node
of the cubature all fields are numbers, and as the task is known, too, so are the outputs and the
slope of the loss, F_k = dl/dlambda_k.  Each is an array over the nodes:

    < F_k z_i > = sum_e weight_e F_k^e z_i^e,      < F_k F_l > = sum_e weight_e F_k^e F_l^e .

Of a set of tasks averages are sums over these with their probabilities.  What has no such function
is averaged by rules, as elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from sympy import Add, Expr, IndexedBase, Mul, Pow, S, Sum, Symbol
from sympy.tensor.indexed import Indexed

from ..ir.roles import Role
from ..ir.system import Definition, Index, Piece
from ..ir.terms import sum_over
from .applied import Applied
from .averages import FieldAverages
from .cubature import NODES, E, at_node
from .monomials import FIELD
from .reading import Activate, Algorithm, Given
from .task_sets import HeadsOfSet

__all__ = ["LossesAtNodes", "NoNodes", "at_nodes", "functions"]
__all__ += ["require_known_tasks"]

#: Arrays over the nodes by what they hold: a letter, which a number follows, and what it is.
VALUES = {
    "sum": ("s", "a sum over units at a node"),
    "argument": ("v", "argument of a function of the loss at a node"),
    "slope": ("dl", "slope of that function at a node"),
    "loss": ("l", "that function at a node"),
    "factor": ("F", ""),
}


class NoNodes(ValueError):
    """What is not derived for losses that are no polynomial."""


def at_nodes(algorithm: Algorithm) -> list[Expr]:
    """The losses, and the coefficient, with functions of their own."""
    outer = algorithm.outer
    every = [outer.loss, outer.coefficient, *(x.loss for x in algorithm.observables)]
    if algorithm.adaptation is not None:
        every.append(algorithm.adaptation.loss)
    return [x for x in every if x is not None and x.has(Applied)]


def functions(algorithm: Algorithm) -> set[str]:
    """Those that losses have beside polynomials, as a model file calls them."""
    found: set[str] = set()
    for e in at_nodes(algorithm):
        found |= {x.word for x in e.atoms(Applied)}
    return found


def require_known_tasks(algorithm: Algorithm) -> None:
    """``NoNodes`` for what is not averaged with functions of a loss's own."""
    found, stated = sorted(functions(algorithm)), algorithm.source
    if not found:
        return
    name = found[0]
    refused = {
        "an inner loop": algorithm.adaptation is not None,
        "gains": stated.gains is not None,
        "inputs in blocks": algorithm.blocks is not None,
        "a teacher that varies with the task": algorithm.teacher.varies,
        "label noise": stated.noise is not None,
        "a giant step": algorithm.outer.giant,
    }
    for what, there in refused.items():
        if there:
            raise NoNodes(f"{name}(...) has no equations with {what}")
    if not stated.tasks:
        raise NoNodes(
            f"{name}(...) is averaged where the task is known: list it, tasks=(Task(name,"
            " Vector(...)),), or several with their shares"
        )


class LossesAtNodes:
    """The arrays that were asked for: sums over the nodes, and what these are made of."""

    def __init__(self, averages: FieldAverages, heads: HeadsOfSet, letters: dict[str, str]) -> None:
        self.averages, self.heads, self.letters = averages, heads, letters
        self.arrays: dict[tuple[str, Expr], Definition] = {}
        self.sums: list[Definition] = []
        self.even = True  # whether all that is averaged is the same at x and at -x

    def average(
        self,
        name: str,
        words: str,
        factors: Sequence[Expr],
        units: tuple[Index, ...] = (),
        *,
        of: str = "",
        symmetric: bool = False,
    ) -> Expr:
        """< product of factors > over fields and tasks, as an element of the array of this name;
        each depends on the units at most.  ``of``: what the factors are that are no fields."""
        total: Expr = S.Zero
        for task, weight in self.heads.among.items():
            total += weight * Mul(*(self._factor(x, task, of) for x in factors))
        value = sum_over((IndexedBase("weights")[E] * total).expand(), (E,))
        self.even &= _parity(Mul(*factors, evaluate=False)) == 1
        self.sums.append(
            Definition(
                name, Role.CUBATURE, f"<{words}> over the fields, by nodes",
                tuple(i.rng for i in units), (Piece(units, value),),
                ((0, 1),) if symmetric else (),
            )
        )  # fmt: skip
        return IndexedBase(name)[units] if units else Symbol(name)

    @property
    def said(self) -> str:
        """What F stands for in the names of averages."""
        if not any(d.name == "An" for d in self.sums):
            return ""
        stated = self.heads.algorithm.outer.coefficient is not None
        return f", F_k {'minus the coefficient of the step' if stated else 'the slope of the loss'}"

    def definitions(self) -> tuple[Definition, ...]:
        """In order of dependence, behind the heads."""
        return (*self.arrays.values(), *self.sums)

    def _factor(self, e: Expr, task: str, of: str) -> Expr:
        """What is averaged at a node, as an array of its own unless it is a field."""
        value = self._at_node(e, task)
        return value if isinstance(value, Indexed) else self._array("factor", value, task, of)

    # -- at a node ---------------------------------------------------------------------------------

    def _at_node(self, e: Expr, task: str) -> Expr:
        """An expression on one sample at a node, in arrays over the nodes."""
        if isinstance(e, Applied):
            argument = self._array("argument", self._at_node(e.args[1], task), task)
            return self._array("slope" if e.slope else "loss", e.explicit(argument), task)
        if isinstance(e, Sum):
            body = self._at_node(e.function, task)
            return self._array("sum", sum_over(body, tuple(i for i, *_ in e.limits)), task)
        if isinstance(e, Activate):
            order, field = e.args
            return self.averages.at_node(int(order), field.indices[0])
        if isinstance(e, Indexed) and e.base == FIELD:
            return at_node(None, e.indices[0])
        if isinstance(e, Indexed) and isinstance(e.base, Given):
            return IndexedBase(e.base.name)[e.indices]
        if isinstance(e, Indexed):
            return self.heads.of_task(e.base.name, task)[e.indices]
        if not e.args or not e.has(Indexed):
            return e
        return e.func(*(self._at_node(x, task) for x in e.args))

    def _array(self, kind: str, value: Expr, task: str, of: str = "") -> Expr:
        """The element of an array over the nodes with this value: units count with their networks'
        first letters there."""
        own = [i for i in value.free_symbols if isinstance(i, Index) and i != E]
        units = tuple(sorted(own, key=lambda i: i.order))
        first = {u: Index(self.letters[u.rng.name][0], u.rng) for u in units}
        if len(set(first.values())) < len(first):
            raise NoNodes("a function of a loss's own has two units of one network")
        key = (kind, value.xreplace(first))
        if key not in self.arrays:
            number = sum(k == kind for k, _ in self.arrays)
            letter, meaning = VALUES[kind]
            meaning = of or meaning
            name = f"{letter}{number}n"
            meaning += f" in the task {task}" if len(self.heads.tasks) > 1 else ""
            at = tuple(first[u] for u in units)
            self.arrays[key] = Definition(
                name, Role.NODE, meaning, (NODES, *(u.rng for u in at)), (Piece((E, *at), key[1]),)
            )
        return IndexedBase(self.arrays[key].name)[(E, *units)]


def _parity(e: Expr) -> int | None:
    """1 or -1 where the expression stays the same or changes its sign as all fields do, units of
    odd activations; None where it does neither."""
    if isinstance(e, Activate):
        return 1 if int(e.args[0]) % 2 else -1
    if isinstance(e, Applied):
        inside = _parity(e.args[1])
        if inside == 1:
            return 1
        return (-1 if e.slope else 1) if e.even and inside == -1 else None
    if isinstance(e, Indexed):
        return -1 if e.base == FIELD else 1
    if isinstance(e, Sum):
        return _parity(e.function)
    if isinstance(e, Pow):
        base = _parity(e.base)
        return base if base is None else base ** int(e.exp % 2) if e.exp.is_Integer else 1
    found = [_parity(x) for x in e.args]
    if isinstance(e, Add):
        return found[0] if len(set(found)) == 1 else None
    total = 1
    for x in found:
        if x is None:
            return None
        total *= x
    return total

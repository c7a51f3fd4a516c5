"""How the elements and equations of one system are written in LaTeX."""

from __future__ import annotations

from functools import cache
from itertools import product

from sympy import Add, Dummy, Expr, Function, Pow, Sum
from sympy.tensor.indexed import Indexed

from ...ir.average import LETTERS
from ...ir.flow import Flow
from ...ir.printing import text
from ...ir.system import Constant, Definition, Index, Input, Range
from ...ir.terms import bound_indices, sum_over
from ..common import split_number
from .elements import formats
from .layout import BREAK, LINE, MANY, filled, pieces, width
from .notation import Notation

__all__ = ["Printer", "flat_sums", "multiplied_out"]


class Printer:
    """Writes the elements and equations of one system."""

    def __init__(self, system: Flow) -> None:
        self.system = system
        self.letters = {
            "fields": "ijrs",
            system.ranges[0].name: "klab",
            system.ranges[1].name: "nmpq",
        }
        self.letters |= {
            "path": "t",
            "nodes": "e",
            "stack": "ijrs",
        }
        self.letters |= {"blocks": "h"} | {rng.name: x for rng, x in LETTERS.items()}
        self.primed: dict[str, list[str]] = {}  # letters used beyond those, by range
        self.limits = {p.symbol for p in system.parameters if p.may_be_infinite}
        self.notation = Notation(formats(system))

    def element(self, d: Definition | Input | Constant, indices: tuple[Index, ...]) -> str:
        letters = [self.notation.doprint(i) for i in indices]
        fields = {f"z{p}": self.notation.field(i) for p, i in enumerate(indices)}
        return self.notation.elements[d.name].format(*letters, **fields)

    def terms(self, expression: Expr, room: float = LINE) -> list[str]:
        """Summands with their sign, for a line each; those that vanish in a limit, and negative
        ones, last.

        One wider than ``room`` is broken between its factors; of more than ``MANY`` summands the
        first are written.
        """
        found = []
        every = Add.make_args(flat_sums(expression))
        for term in every[:MANY]:
            negative = term.could_extract_minus_sign()
            line = ("- " if negative else "+ ") + self._product(-term if negative else term, room)
            found.append(((bool(term.free_symbols & self.limits), negative), line))
        rest = (
            [rf"+ \cdots\ ({len(every)}\text{{ terms, all of them in the emitted code}})"]
            if every[MANY:]
            else []
        )
        return [*(line for _, line in sorted(found, key=lambda entry: entry[0])), *rest]

    def _product(self, term: Expr, room: float) -> str:
        """A summand with numbers and rates in front of its sums, roots and functions."""
        write = self.notation.doprint
        factor, rest = (
            term.as_independent(Sum, as_Add=False) if term.has(Sum) else split_number(term)
        )
        if rest == 1:
            text = write(factor)
        else:
            text = write(rest) if factor == 1 else f"{write(factor)} {write(rest)}"
        if width(text) <= room:
            return text
        return (BREAK + r"\quad ").join(filled(pieces(term, write, room), room))

    def split(self, expression: Expr, taken: tuple[Index, ...]) -> Expr:
        """Sums over all fields as sums over the units of each network; mirror images of a symmetric
        sum joined."""

        def blocks(total: Sum) -> Expr:
            indices = [i for i, _, _ in total.limits]
            swap = dict(zip(indices, reversed(indices), strict=True))
            symmetric = len(indices) == 2 and self.ordered(
                total.function.xreplace(swap)
            ) == self.ordered(total.function)
            choices = [self.system.ranges if len(i.rng.parts) > 1 else (i.rng,) for i in indices]
            found, seen = [], []
            for ranges in product(*choices):
                if symmetric and ranges[::-1] in seen:
                    continue  # counted twice with its mirror image
                seen.append(ranges)
                names = self.fresh(ranges, taken)
                body = self.ordered(total.function.xreplace(dict(zip(indices, names, strict=True))))
                weight = 2 if symmetric and ranges[::-1] != ranges else 1
                found.append(weight * sum_over(body, names))
            return Add(*found)

        return expression.replace(lambda e: isinstance(e, Sum), blocks)

    def ordered(self, expression: Expr) -> Expr:
        """Elements of symmetric arrays with their indices in a fixed order."""
        arrays = {x.name: x.symmetric for x in self.system.inputs}
        arrays |= {d.name: d.symmetric for d in self.system.definitions}

        def put(element: Indexed) -> Indexed:
            indices = list(element.indices)
            for group in arrays[element.base.name]:
                members = sorted((indices[p] for p in group), key=self._rank)
                for p, index in zip(group, members, strict=True):
                    indices[p] = index
            return element.base[tuple(indices)]

        return expression.xreplace(
            {e: put(e) for e in expression.atoms(Indexed) if e.base.name in arrays}
        )

    def _rank(self, index: Index) -> tuple[int, int]:
        """Learner, teacher, all fields; within each in the order of the letters."""
        ranges = self.system.ranges
        place = ranges.index(index.rng) if index.rng in ranges else len(ranges)
        letters = self._of(index.rng)
        return place, letters.index(index.name) if index.name in letters else len(letters)

    def _of(self, rng: Range) -> list[str]:
        """The letters of a range, and with a prime those for more sums than letters."""
        letters = self.letters[rng.name]
        return [*letters, *(f"{c}'" for c in letters)]

    def bound_renamed(self, expression: Expr, taken: tuple[Index, ...]) -> Expr:
        """Summed indices renamed away from ``taken``."""
        bound = sorted(bound_indices(expression), key=lambda i: i.order)
        names = self.fresh(tuple(i.rng for i in bound), taken)
        return expression.xreplace(dict(zip(bound, names, strict=True)))

    def fresh(self, ranges: tuple[Range, ...], taken: tuple[Index, ...]) -> list[Index]:
        used = {i.name for i in taken}
        found = []
        for rng in ranges:
            name = next(c for c in self._of(rng) if c not in used)
            used.add(name)
            if name.endswith("'") and name not in self.primed.setdefault(rng.name, []):
                self.primed[rng.name].append(name)
            found.append(Index(name, rng))
        return found


def flat_sums(expression: Expr) -> Expr:
    """Sums of several terms as several sums."""

    def spread(total: Sum) -> Expr:
        indices = [i for i, _, _ in total.limits]
        parts = (
            t.as_independent(*indices, as_Add=False)
            for t in Add.make_args(multiplied_out(total.function))
        )
        return Add(*(constant * Sum(rest, *total.limits) for constant, rest in parts))

    if not expression.has(Sum):
        return expression
    return multiplied_out(expression.replace(lambda e: isinstance(e, Sum), spread))


@cache
def multiplied_out(expression: Expr) -> Expr:
    """Products of sums as sums of products; what stands under a root or in a function is left as it
    is."""
    inside = sorted((e for e in expression.atoms(Pow, Function, Sum) if not _is_power(e)), key=text)
    names = {e: Dummy(f"x{p}") for p, e in enumerate(inside)}
    spread = expression.xreplace(names).expand()
    while spread.atoms(Dummy):  # one may stand inside another
        spread = spread.xreplace({name: e for e, name in names.items()})
    return spread


def _is_power(e: Expr) -> bool:
    return isinstance(e, Pow) and e.exp.is_Integer and e.exp.is_positive

"""A flow at given numbers of units: an equation for each element, with its sums written out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from sympy import Add, Expr, KroneckerDelta, S, Sum
from sympy.tensor.indexed import Indexed, IndexedBase

from ...ir.flow import Flow
from ...ir.system import Definition, Index, Input, Piece, Range
from .printer import multiplied_out
from .special import NotSettable

__all__ = ["Units"]

MOST = 6  #: units of a network: all fields then have numbers of two digits at most
WIDEST = 2  #: indices of an array that is written element by element


class Units:
    """K and M, and what the elements of the system's arrays are there.

    The units of a network have numbers from 1, K and M are their ranges; in an array over all
    fields, z = (lambda_1, ..., lambda_K, beta_1, ..., beta_M), a unit has the place of its field.
    """

    def __init__(self, system: Flow, sizes: Mapping[str, float]) -> None:
        self.system = system
        self.networks = {rng.parts[0]: rng for rng in system.ranges}
        for name in self.networks:
            if name not in sizes:
                there = " and ".join(sizes)
                raise NotSettable(f"{there} without {name}: sums are written out at given {name}")
            if sizes[name] not in range(1, MOST + 1):
                raise NotSettable(f"{name} = {sizes[name]:g}: it is an integer from 1 to {MOST}")
        self.sizes = {name: int(sizes[name]) for name in self.networks}
        arrays: list[Input | Definition] = [*system.inputs, *system.definitions]
        self.ranges = {x.name: x.ranges for x in arrays}
        self.symmetric = {x.name: x.symmetric for x in arrays}
        self.numbers: dict[Indexed, Expr] = {}  # elements that are one, zero among them

    def written_out(self, d: Definition) -> bool:
        """Whether its elements have equations of their own: those of averages over the fields and
        over samples, and of arrays with more indices, are those for any K and M."""
        role = d.role
        averages = role.of_fields or role.conditional or role.of_samples or role.of_rule
        return not averages and len(d.ranges) <= WIDEST

    def elements(self, d: Definition) -> Iterator[tuple[tuple[Index, ...], Expr, bool]]:
        """Indices and value of each element, of a symmetric pair one; and whether it is what a
        round of a loop puts there,

            A_k = sum_i G_ki z_i    becomes    A_1 = G_11 z_1 + G_12 z_2,  A_2 = ...

        Elements that are a number have none, and are that number in what is asked for later."""
        for place in product(*(list(self._units(rng)) for rng in d.ranges)):
            written = self._placed(d.name, place)
            if written != self._placed(d.name, self._ordered(d.name, place)):
                continue
            value, again = self._value(d.pieces, place), self._value(d.update, place)
            if not d.role.is_result and not d.update and value is not None and value.is_number:
                self.numbers[IndexedBase(d.name)[written]] = value
                continue
            for found, later in ((value, False), (again, True)):
                if found is not None:
                    yield written, found, later

    def _units(self, rng: Range) -> Iterator[Index]:
        for part in rng.parts:
            for number in range(1, self.sizes[part] + 1):
                yield Index(str(number), self.networks[part])

    def _place(self, unit: Index) -> int:
        """Among all fields."""
        before = 0
        for name, rng in self.networks.items():
            if rng == unit.rng:
                break
            before += self.sizes[name]
        return before + int(unit.name)

    def _ordered(self, name: str, place: tuple[Index, ...]) -> tuple[Index, ...]:
        """Of elements that are equal by symmetry the first."""
        found = list(place)
        for group in self.symmetric[name]:
            members = sorted((place[p] for p in group), key=self._place)
            for p, unit in zip(group, members, strict=True):
                found[p] = unit
        return tuple(found)

    def _value(self, pieces: tuple[Piece, ...], place: tuple[Index, ...]) -> Expr | None:
        """By the piece that holds for these units, one for equal ones before others."""
        fitting = []
        for piece in pieces:
            taken = dict(zip(piece.indices, place, strict=True))
            same = tuple(taken[i] for i in piece.indices) == place
            inside = all(
                i.rng.contains(unit.rng) for i, unit in zip(piece.indices, place, strict=True)
            )
            if same and inside:
                fitting.append((len(taken), piece.expression.xreplace(taken)))
        if not fitting:
            return None
        _, found = min(fitting, key=lambda entry: entry[0])
        return self._finished(found)

    def _finished(self, expression: Expr) -> Expr:
        """Sums over units written out, and elements at their places."""
        spread = expression.replace(lambda e: isinstance(e, Sum), self._summed)
        deltas = {e: S(e.args[0] == e.args[1]) for e in spread.atoms(KroneckerDelta)}
        spread = spread.xreplace({e: S.One if same else S.Zero for e, same in deltas.items()})
        elements = {}
        for e in spread.atoms(Indexed):
            if e.base.name in self.ranges and all(str(i).isdigit() for i in e.indices):
                name, place = e.base.name, self._ordered(e.base.name, e.indices)
                written = e.base[self._placed(name, place)]
                elements[e] = self.numbers.get(written, written)
        return multiplied_out(spread.xreplace(elements))

    def _summed(self, total: Sum) -> Expr:
        counted = [i for i, _, _ in total.limits]
        if not all(set(i.rng.parts) <= self.networks.keys() for i in counted):
            return total
        terms = []
        for place in product(*(list(self._units(i.rng)) for i in counted)):
            terms.append(total.function.xreplace(dict(zip(counted, place, strict=True))))
        return Add(*terms)

    def _placed(self, name: str, place: tuple[Index, ...]) -> tuple[Index, ...]:
        """As they are written: by the number of the field in an array over all fields."""
        if name in self.system.products:
            return place
        found = []
        for unit, rng in zip(place, self.ranges[name], strict=True):
            number = unit.name if len(rng.parts) == 1 else str(self._place(unit))
            found.append(Index(number, rng))
        return tuple(found)

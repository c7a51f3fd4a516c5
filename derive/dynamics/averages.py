"""The averages over the fields that a derivation meets: each kind is evaluated once and becomes an
array."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from sympy import Expr, IndexedBase, Lambda, Mul, Sum, Symbol, sign
from sympy.tensor.indexed import Indexed

from ..gaussian import (
    LAST,
    MEASURE,
    NODE,
    PATH,
    PLAIN,
    REST,
    SCALED,
    WEIGHT,
    Closed,
    Covariance,
    Family,
    NoRule,
    evaluate,
    nodes,
    ordered,
    rule,
)
from ..gaussian.activations import Activation
from ..gaussian.squares import STRENGTH
from ..gaussian.squares import WEIGHT as SQUARE_WEIGHT
from ..ir.average import GAUSSIANS, strength, weight
from ..ir.roles import Role
from ..ir.system import Constant, Definition, Index, Input, Joint, Kernel, Piece, Range, smallest
from ..ir.trace import Product, Section
from .kinds import (
    SQUARED,
    Kind,
    groups_of,
    letters_of,
    name_of,
    range_marks,
    rank,
    squared_name,
    word,
)
from .monomials import TooManySums

__all__ = ["FieldAverages"]

Units = tuple[Index, ...]


class FieldAverages:
    """Averages of products of g, its derivatives and bare fields, as elements of arrays over the
    fields' covariance.

    Which products occur is known only after all equations are written, so ``element`` hands out
    array elements at once and ``definitions`` gives the arrays at the end, over ranges just large
    enough for all uses.
    """

    def __init__(
        self,
        activation: Activation,
        parts: tuple[Range, ...],
        letters: dict[str, str],
        overlaps: Iterable[Input],
    ) -> None:
        self.activation, self.parts, self.letters = activation, parts, letters
        self.overlaps = {x.ranges: x.name for x in overlaps}
        self.fields = Range("fields", tuple(p for r in parts for p in r.parts))
        self.marks = range_marks((*parts, self.fields))
        self.uses: dict[Kind, list[Units]] = {}
        self.squared: dict[tuple[Kind, tuple[Range, ...]], Units] = {}

    def with_squares(self, squares: Units, plain: Units) -> Expr:
        """< prod g(square)^2 prod g(unit) > as an element of an array with just these ranges.

        Of three or more ``plain`` units two may be the same: then there is one square more.
        """
        squares = tuple(sorted(squares, key=lambda i: i.order))
        kind: Kind = (SQUARED,) * len(squares) + (0,) * len(plain)
        units = (*squares, *plain)
        ranges = tuple(i.rng for i in units)
        if (kind, ranges) not in self.squared:
            self.squared[kind, ranges] = self._indices(list(ranges))
            if len(plain) > 2:
                again = self._twice(self.squared[kind, ranges], len(squares))
                self._once_more(again, len(squares))
        return IndexedBase(squared_name(kind, ranges, self.marks))[units]

    def _twice(self, units: Units, squares: int) -> Units:
        """The plain units with the first of those that can be exchanged, twice; the letters of the
        others kept."""
        return (*units[: squares + 1], units[squares], *units[squares + 2 :])

    def _once_more(self, units: Units, squares: int) -> Expr:
        """The element where the first two plain units are the same."""
        return self.with_squares((*units[:squares], units[squares]), units[squares + 2 :])

    def element(self, functions: tuple[tuple[int | None, Index], ...]) -> Expr:
        """< product of functions > as an element of the array of its kind."""
        ordered = sorted(functions, key=lambda f: (rank(f[0]), f[1].order))
        kind, units = tuple(order for order, _ in ordered), tuple(unit for _, unit in ordered)
        try:
            self._indices([unit.rng for unit in units])
        except TooManySums:
            if not isinstance(_evaluate(self.activation, kind), NoRule):  # which is said first
                raise
        self.uses.setdefault(kind, []).append(units)
        return IndexedBase(name_of(kind))[units]

    def missing(self) -> str:
        """Which of the averages met so far has no rule, in words; empty if all have one."""
        for kind in (*self._kinds(), *dict.fromkeys(kind for kind, _ in self.squared)):
            try:
                self._closed(kind)
            except NoRule as error:
                product = " ".join(
                    word(o, x.name) for o, x in zip(kind, letters_of(kind), strict=True)
                )
                return f"no rule for <{product}> (met {error.average.integrand})"
        return ""

    def snapshot(self) -> dict[Kind, list[Units]]:
        """The averages met so far, to come back to with ``restore``."""
        return {kind: list(units) for kind, units in self.uses.items()}

    def restore(self, uses: dict[Kind, list[Units]]) -> None:
        self.uses = uses

    def definitions(self) -> tuple[Definition, ...]:
        """The covariance of the fields, tilted covariances, and the averages, in order of
        dependence."""
        averages: list[Definition] = []
        tilted: dict[str, list[tuple[Family, list[Range]]]] = {}
        coupled: list[tuple[Range, ...]] = []
        for kind in self._kinds():
            groups = groups_of(kind)
            ranges = [
                smallest((units[p].rng for units in self.uses[kind]), self.fields)
                for p in range(len(kind))
            ]
            for group in groups:
                joined = smallest((ranges[p] for p in group), self.fields)
                ranges = [joined if p in group else r for p, r in enumerate(ranges)]
            closed, indices = self._closed(kind), self._indices(ranges)
            at = dict(zip(letters_of(kind), indices, strict=True))
            for family, entry in _tilted_entries(closed):
                tilted.setdefault(family.name, []).append(
                    (family, [at[f].rng for f in entry.indices[:-2]])
                )
            signs = (e for e in closed.expression.atoms(Indexed) if _of(e) == MEASURE)
            coupled += [tuple(at[f].rng for f in e.indices) for e in signs]
            product = " ".join(word(o, i.name) for o, i in zip(kind, indices, strict=True))
            averages.append(
                Definition(
                    name_of(kind),
                    Role.AVERAGE,
                    f"<{product}> over the fields",
                    tuple(ranges),
                    (Piece(indices, _at_node(_sorted(closed.expression.xreplace(at)))),),
                    groups,
                )
            )
        squared = []
        for key in sorted(
            self.squared,
            key=lambda key: (-key[0].count(SQUARED), squared_name(key[0], key[1], self.marks)),
        ):
            definition, families_of = self._with_squares(*key)
            squared.append(definition)
            for family, places in families_of:
                tilted.setdefault(family.name, []).append((family, places))
        families = [self._tilted(tilted[name]) for name in sorted(tilted)]
        scaled = (self._scaled(),) if self._along_path() else ()
        measure = self._measure(coupled) if coupled else ()
        return (self._covariance(), *scaled, *families, *measure, *averages, *squared)

    def _with_squares(
        self, kind: Kind, ranges: tuple[Range, ...]
    ) -> tuple[Definition, list[tuple[Family, list[Range]]]]:
        """The array of an average with squares, and the tilted covariances it reads, with their
        ranges."""
        closed, indices = self._closed(kind), self.squared[kind, ranges]
        squares = kind.count(SQUARED)
        at = dict(zip(letters_of(kind), indices, strict=True))
        pieces = [Piece(indices, _at_node(_sorted(closed.expression.xreplace(at))))]
        if len(kind) - squares > 2:
            twice = self._twice(indices, squares)
            pieces.append(Piece(twice, self._once_more(twice, squares)))
        product = " ".join(word(o, i.name) for o, i in zip(kind, indices, strict=True))
        definition = Definition(
            squared_name(kind, ranges, self.marks),
            Role.AVERAGE,
            f"<{product}> over the fields",
            ranges,
            tuple(pieces),
            groups_of(tuple((o, rng.name) for o, rng in zip(kind, ranges, strict=True))),
        )
        return definition, [(f, [at[x].rng for x in f.indices[:-2]]) for f in closed.families]

    def products(self) -> dict[str, Kind]:
        """What the arrays of averages that were met are the averages of, by their names."""
        found = {name_of(kind): kind for kind in self.uses}
        return found | {squared_name(k, ranges, self.marks): k for k, ranges in self.squared}

    def constants(self) -> tuple[Constant, ...]:
        """Nodes and weights of the integral along a path, and of sums of Gaussians, if an average
        needs them."""
        order, graded = self.activation.path_order, self.activation.scale_free
        path = nodes(order, graded=graded) if self._along_path() else ()
        return (
            (*path, *rule(self._function(), self.activation.square_order)[:2])
            if self.squared
            else path
        )

    def _function(self) -> Lambda:
        return self.activation.as_function()

    def error_of_squares(self) -> float:
        """The largest error of g^2 as a sum of Gaussians."""
        return rule(self._function(), self.activation.square_order)[2]

    def kernels(self) -> tuple[Kernel, ...]:
        """What the averages of g over four fields are as functions of their covariance, where one
        is used so."""
        kinds = (*self._kinds(), *(kind for kind, _ in self.squared))
        four = any(self._closed(kind).expression.has(Joint) for kind in kinds)
        return (_kernel(self.activation, 4),) if four else ()

    def _along_path(self) -> bool:
        return any(self._closed(kind).expression.has(Sum) for kind in self._kinds())

    def derivations(self) -> tuple[Section, ...]:
        """How each average was evaluated: the steps of the engine."""
        kinds = (*self._kinds(), *sorted({kind for kind, _ in self.squared}, key=name_of))
        return tuple(Section("The average {}", self._closed(k).steps, (Product(k),)) for k in kinds)

    def _kinds(self) -> list[Kind]:
        return sorted(self.uses, key=name_of)

    def _closed(self, kind: Kind) -> Closed:
        found = _evaluate(self.activation, kind)
        if isinstance(found, NoRule):
            raise found
        return found

    def _indices(self, ranges: list[Range]) -> tuple[Index, ...]:
        used: dict[str, int] = {}
        found = []
        for rng in ranges:
            position = used.setdefault(rng.name, 0)
            if position == len(self.letters[rng.name]):
                raise TooManySums(rng, self.letters)
            found.append(Index(self.letters[rng.name][position], rng))
            used[rng.name] += 1
        return tuple(found)

    def _covariance(self) -> Definition:
        """The overlaps of all pairs of networks: C_ij = u_i.v_j/N."""
        pieces, rows = [], []
        for x in self.parts:
            row = []
            for y in self.parts:
                i, j = self._indices([x, y])
                known = (x, y) in self.overlaps
                name = self.overlaps[(x, y) if known else (y, x)]
                element = IndexedBase(name)[(i, j) if known else (j, i)]
                pieces.append(Piece((i, j), element))
                row.append(name if known else f"{name}^T")
            rows.append(f"[{', '.join(row)}]")
        meaning = f"covariance of the fields: C = [{', '.join(rows)}]"
        two = (self.fields,) * 2
        return Definition(
            "C",
            Role.COVARIANCE,
            meaning,
            two,
            tuple(pieces),
            ((0, 1),),
            covariance=PLAIN,
        )

    def _scaled(self) -> Definition:
        i, j = self._indices([self.fields, self.fields])
        C, t = IndexedBase("C"), IndexedBase("path")[NODE]
        value = t * C[i, j]
        meaning = "couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i]"
        return Definition(
            SCALED.name,
            Role.COVARIANCE,
            meaning,
            (PATH, self.fields, self.fields),
            (Piece((NODE, i, j), value),),
            ((1, 2),),
            covariance=SCALED,
        )

    def _measure(self, coupled: list[tuple[Range, ...]]) -> tuple[Definition, Definition]:
        """The weight of a pair of signs at each node, and what the plain weights miss of its
        mass."""
        x, y = letters_of((0, 0))
        product = sign(x) * sign(y)
        mass, density = (
            evaluate(product, (x, y)),
            evaluate(product.diff(x).diff(y), (x, y), covariance=SCALED),
        )
        i, j = self._indices([smallest((r[p] for r in coupled), self.fields) for p in range(2)])
        at = {x: i, y: j}
        there = _at_node(_sorted(density.expression.xreplace(at)))
        mass_there = _at_node(_sorted(mass.expression.xreplace(at)))
        coupling, weight = IndexedBase("C")[i, j], IndexedBase(WEIGHT.name)[NODE]
        found = Sum(weight * coupling * there, (NODE, 1, PATH.size))
        missed = Definition(
            "Cm",
            Role.AVERAGE,
            f"<sign({i.name}) sign({j.name})> minus the rule with nodes",
            (i.rng, j.rng),
            (Piece((i, j), mass_there - found),),
            ((0, 1),),
        )
        value = weight * coupling + IndexedBase(LAST.name)[NODE] * IndexedBase("Cm")[i, j] / there
        meaning = (
            "weight times coupling of two signs; the last node has what the rule misses of their"
            " average too"
        )
        return missed, Definition(
            MEASURE.name,
            Role.AVERAGE,
            meaning,
            (PATH, i.rng, j.rng),
            (Piece((NODE, i, j), value),),
            ((1, 2),),
        )

    def _tilted(self, found: list[tuple[Family, list[Range]]]) -> Definition:
        """One covariance, over ranges just large enough for all its uses."""
        family = found[0][0]
        of = family.covariance
        depth, squares = len(family.indices) - 2, GAUSSIANS[: of.open]
        ranges = [smallest((place[d] for _, place in found), self.fields) for d in range(depth)]
        indices = self._indices([*ranges, self.fields, self.fields])
        expression = _at_node(_sorted(family.entry(indices)))
        names = ", ".join(i.name for i in indices[:depth])
        meaning = f"covariance of the fields with the Gaussian weight of {names} absorbed"
        if of.scaled:
            indices = (NODE, *indices)
            meaning += ", couplings scaled"
        if squares:
            indices = (*squares, *indices)
            meaning += ", of the strengths " + ", ".join(i.name for i in squares)
        return Definition(
            _array(of),
            Role.COVARIANCE,
            meaning,
            tuple(i.rng for i in indices),
            (Piece(indices, expression),),
            ((len(indices) - 2, len(indices) - 1),),
            covariance=of,
        )


@cache
def _evaluate(activation: Activation, kind: Kind) -> Closed | NoRule:
    """The average of this kind, or why there is none; once per process."""
    fields = letters_of(kind)
    factors = (_factor(activation, o, x) for o, x in zip(kind, fields, strict=True))
    squares = SQUARED in kind and bool(activation.square_order)
    joint = kind.count(1) > 1 and kind.count(0) > 3  # a path under a tilted covariance
    try:
        return evaluate(
            Mul(*factors),
            fields,
            along_path=bool(activation.path_order),
            as_gaussians=squares or joint,
        )
    except NoRule as error:
        return error


def _factor(activation: Activation, order: int | str | None, x: Symbol) -> Expr:
    if order is None:
        return x
    return (
        activation.function(x) ** 2 if isinstance(order, str) else activation.derivative(order, x)
    )


def _kernel(activation: Activation, count: int) -> Kernel:
    """< prod g > over so many fields in the entries of their covariance."""
    closed = _evaluate(activation, (0,) * count)
    assert isinstance(closed, Closed)
    fields = letters_of((0,) * count)
    pairs = [(p, q) for p in range(count) for q in range(p, count)]
    entries = {(fields[p], fields[q]): Symbol(f"v{p}{q}", real=True) for p, q in pairs}
    t = IndexedBase("path")[NODE]

    def put(e: Indexed) -> Expr:
        value = entries[tuple(sorted(e.indices, key=lambda x: x.name))]
        return t * value if _of(e).scaled and e.indices[0] != e.indices[1] else value

    flat = closed.flat()
    flat = flat.xreplace(
        {e: put(e) for e in flat.atoms(Indexed)} | {WEIGHT: IndexedBase(WEIGHT.name)[NODE]}
    )
    meaning = f"average of g over {count} fields, of their covariance"
    return Kernel(count, tuple(entries.values()), flat, meaning)


def _tilted_entries(closed: Closed) -> list[tuple[Family, Indexed]]:
    """The entries of tilted covariances that an average is made of, those they are defined by
    included."""
    found, read = [], closed.expression.atoms(Indexed)
    for family in reversed(closed.families):
        entries = {e for e in read if str(e.base) == family.name}
        found += [(family, e) for e in sorted(entries, key=str)]
        read = read.union(*(family.entry(e.indices).atoms(Indexed) for e in entries))
    return found


def _of(entry: Indexed) -> Covariance:
    """The covariance that an entry belongs to."""
    return entry.base.covariance


def _array(covariance: Covariance) -> str:
    """The name of the array that holds it: one for all Gaussians of a sum."""
    return f"Cs{covariance.open}" if covariance.open else covariance.name


def _sorted(expression: Expr) -> Expr:
    """Entries of covariances with indices that may be exchanged in a fixed order."""
    return expression.xreplace(
        {e: ordered(e, lambda s: s.order) for e in expression.atoms(Indexed)}
    )


def _at_node(expression: Expr) -> Expr:
    """Covariances with scaled couplings, and the weight, as elements of arrays over the nodes of
    the path.

    Two fields of an average may be copies of the same unit's, and are coupled then like any others:
    the arrays hold t C there, and what they hold on the diagonal is the coupling of two copies.
    Variances get the rest.
    """
    C, t = IndexedBase("C"), IndexedBase("path")[NODE]

    def put(e: Indexed) -> Expr:
        of, (x, y) = _of(e), e.indices[-2:]
        array, squares = IndexedBase(_array(of)), GAUSSIANS[: of.open]
        if of.scaled:
            return array[(NODE, *e.indices)] + ((1 - t) * C[x, x] if x == y else 0)
        return array[(*squares, *((NODE,) if of == MEASURE else ()), *e.indices)]

    there: dict[Expr, Expr] = {e: put(e) for e in expression.atoms(Indexed)}
    for index in GAUSSIANS:
        there[strength(index)] = IndexedBase(STRENGTH)[index]
        there[weight(index)] = IndexedBase(SQUARE_WEIGHT)[index]
    return expression.xreplace(there | {WEIGHT: IndexedBase(WEIGHT.name)[NODE], REST: 1 - t})

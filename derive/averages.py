"""The averages over the fields that a derivation meets: each kind is evaluated once and becomes an array."""

from __future__ import annotations

from functools import cache

from sympy import Expr, IndexedBase, Mul, Sum, Symbol, sign, symbols
from sympy.tensor.indexed import Indexed

from .activations import Activation
from .gaussian import (
    LAST,
    MEASURE,
    NODE,
    PATH,
    REST,
    SCALED,
    WEIGHT,
    Closed,
    Family,
    NoRule,
    evaluate,
    nodes,
    ordered,
)
from .system import Constant, Definition, Index, Piece, Range, Step, smallest

__all__ = ["AVERAGES_LATEX", "FieldAverages", "Kind"]

#: What is averaged: per factor the order of the activation's derivative, or None for a bare field.
Kind = tuple[int | None, ...]

#: Names in use in the literature; any other kind gets a name made of its factors.
NAMES: dict[Kind, str] = {(0, 0): "I2", (1, None, 0): "I3", (1, 1, 0, 0): "I4", (1, 1): "J2"}


class FieldAverages:
    """Averages of products of g, its derivatives and bare fields, as elements of arrays over the fields' covariance.

    Which products occur is known only after all equations are written, so ``element`` hands out array elements at once
    and ``definitions`` gives the arrays at the end, over ranges just large enough for all uses.
    """

    def __init__(self, activation: Activation, parts: tuple[Range, ...], letters: dict[str, str]) -> None:
        self.activation, self.parts, self.letters = activation, parts, letters
        self.fields = Range("fields", tuple(p for r in parts for p in r.parts))
        self.uses: dict[Kind, list[tuple[Index, ...]]] = {}

    def element(self, functions: tuple[tuple[int | None, Index], ...]) -> Expr:
        """< product of functions > as an element of the array of its kind."""
        ordered = sorted(functions, key=lambda f: (_rank(f[0]), f[1].order))
        kind, units = tuple(order for order, _ in ordered), tuple(unit for _, unit in ordered)
        self.uses.setdefault(kind, []).append(units)
        return IndexedBase(_name(kind))[units]

    def missing(self) -> str:
        """Which of the averages met so far has no rule, in words; empty if all have one."""
        for kind in self._kinds():
            try:
                self._closed(kind)
            except NoRule as error:
                product = " ".join(_word(o, x.name) for o, x in zip(kind, _letters(kind), strict=True))
                return f"no rule for <{product}> (met {error.average.integrand})"
        return ""

    def snapshot(self) -> dict[Kind, list[tuple[Index, ...]]]:
        """The averages met so far, to come back to with ``restore``."""
        return {kind: list(units) for kind, units in self.uses.items()}

    def restore(self, uses: dict[Kind, list[tuple[Index, ...]]]) -> None:
        self.uses = uses

    def definitions(self) -> tuple[Definition, ...]:
        """The covariance of the fields, tilted covariances, and the averages, in order of dependence."""
        averages: list[Definition] = []
        tilted: dict[str, list[tuple[Family, list[Range]]]] = {}
        coupled: list[tuple[Range, ...]] = []
        for kind in self._kinds():
            groups = _groups(kind)
            ranges = [smallest((units[p].rng for units in self.uses[kind]), self.fields) for p in range(len(kind))]
            for group in groups:
                joined = smallest((ranges[p] for p in group), self.fields)
                ranges = [joined if p in group else r for p, r in enumerate(ranges)]
            closed, indices = self._closed(kind), self._indices(ranges)
            at = dict(zip(_letters(kind), indices, strict=True))
            for family, entry in _tilted_entries(closed):
                tilted.setdefault(family.name, []).append((family, [at[f].rng for f in entry.indices[:-2]]))
            signs = (e for e in closed.expression.atoms(Indexed) if str(e.base) == MEASURE)
            coupled += [tuple(at[f].rng for f in e.indices) for e in signs]
            product = " ".join(_word(o, i.name) for o, i in zip(kind, indices, strict=True))
            averages.append(
                Definition(
                    _name(kind),
                    "gaussian",
                    f"<{product}> over the fields",
                    tuple(ranges),
                    (Piece(indices, _at_node(_sorted(closed.expression.xreplace(at)))),),
                    _element_latex(kind),
                    groups,
                )
            )
        families = [self._tilted(name, tilted[name]) for name in sorted(tilted)]
        scaled = (self._scaled(),) if self._along_path() else ()
        measure = self._measure(coupled) if coupled else ()
        return (self._covariance(), *scaled, *families, *measure, *averages)

    def constants(self) -> tuple[Constant, ...]:
        """Nodes and weights of the integral along a path, if an average needs it."""
        order, graded = self.activation.path_order, self.activation.scale_free
        return nodes(order, graded=graded) if self._along_path() else ()

    def _along_path(self) -> bool:
        return any(self._closed(kind).expression.has(Sum) for kind in self._kinds())

    def derivations(self) -> tuple[tuple[str, tuple[Step, ...]], ...]:
        """How each average was evaluated: a title and the steps of the engine."""
        return tuple((f"The average ${_product_latex(k)}$", self._closed(k).steps) for k in self._kinds())

    def _kinds(self) -> list[Kind]:
        return sorted(self.uses, key=_name)

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
            found.append(Index(self.letters[rng.name][position], rng))
            used[rng.name] += 1
        return tuple(found)

    def _covariance(self) -> Definition:
        learner, teacher = self.parts
        (k, l), (n, m) = self._indices([learner, learner]), self._indices([teacher, teacher])
        Q, R, T = (IndexedBase(x) for x in "QRT")
        pieces = (Piece((k, l), Q[k, l]), Piece((k, n), R[k, n]), Piece((n, k), R[k, n]), Piece((n, m), T[n, m]))
        meaning = "covariance of the fields: C = [[Q, R], [R^T, T]]"
        return Definition("C", "covariance", meaning, (self.fields,) * 2, pieces, "C_{{{0}{1}}}", ((0, 1),))

    def _scaled(self) -> Definition:
        i, j = self._indices([self.fields, self.fields])
        C, t = IndexedBase("C"), IndexedBase("path")[NODE]
        value = t * C[i, j]
        meaning = "couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i]"
        return Definition(
            SCALED,
            "covariance",
            meaning,
            (PATH, self.fields, self.fields),
            (Piece((NODE, i, j), value),),
            "C^{{{0}}}_{{{1}{2}}}",
            ((1, 2),),
        )

    def _measure(self, coupled: list[tuple[Range, ...]]) -> tuple[Definition, Definition]:
        """The weight of a pair of signs at each node, and what the plain weights miss of its mass."""
        x, y = _letters((0, 0))
        product = sign(x) * sign(y)
        mass, density = evaluate(product, (x, y)), evaluate(product.diff(x).diff(y), (x, y), covariance=SCALED)
        i, j = self._indices([smallest((r[p] for r in coupled), self.fields) for p in range(2)])
        at = {x: i, y: j}
        there = _at_node(_sorted(density.expression.xreplace(at)))
        coupling, weight = IndexedBase("C")[i, j], IndexedBase(WEIGHT.name)[NODE]
        found = Sum(weight * coupling * there, (NODE, 1, PATH.size))
        missed = Definition(
            "Cm",
            "gaussian",
            f"<sign({i.name}) sign({j.name})> minus the rule with nodes",
            (i.rng, j.rng),
            (Piece((i, j), _sorted(mass.expression.xreplace(at)) - found),),
            "C^m_{{{0}{1}}}",
            ((0, 1),),
        )
        value = weight * coupling + IndexedBase(LAST.name)[NODE] * IndexedBase("Cm")[i, j] / there
        meaning = "weight times coupling of two signs; the last node has what the rule misses of their average too"
        return missed, Definition(
            MEASURE,
            "gaussian",
            meaning,
            (PATH, i.rng, j.rng),
            (Piece((NODE, i, j), value),),
            "C^{{w,{0}}}_{{{1}{2}}}",
            ((1, 2),),
        )

    def _tilted(self, name: str, found: list[tuple[Family, list[Range]]]) -> Definition:
        family = found[0][0]
        depth = len(family.indices) - 2
        ranges = [smallest((place[d] for _, place in found), self.fields) for d in range(depth)]
        indices = self._indices([*ranges, self.fields, self.fields])
        expression, first, mark = _sorted(family.entry(indices)), 0, ""
        names = ", ".join(i.name for i in indices[:depth])
        meaning = f"covariance of the fields with the Gaussian weight of {names} absorbed"
        if name.startswith(SCALED):
            indices, expression, first = (NODE, *indices), _at_node(expression), 1
            mark, meaning = "^{{{0}}}", meaning + ", couplings scaled"
        absorbed = "".join(f"{{{first + d}}}" for d in range(depth))
        x, y = first + depth, first + depth + 1
        return Definition(
            name,
            "covariance",
            meaning,
            tuple(i.rng for i in indices),
            (Piece(indices, expression),),
            f"C{mark}_{{{{{{{x}}}{{{y}}}\\cdot {absorbed}}}}}",
            ((x, y),),
        )


@cache
def _evaluate(activation: Activation, kind: Kind) -> Closed | NoRule:
    """The average of this kind, or why there is none; once per process."""
    fields = _letters(kind)
    factors = (x if o is None else activation.derivative(o, x) for o, x in zip(kind, fields, strict=True))
    try:
        return evaluate(Mul(*factors), fields, along_path=bool(activation.path_order))
    except NoRule as error:
        return error


def _tilted_entries(closed: Closed) -> list[tuple[Family, Indexed]]:
    """The entries of tilted covariances that an average is made of, those they are defined by included."""
    found, read = [], closed.expression.atoms(Indexed)
    for family in reversed(closed.families):
        entries = {e for e in read if str(e.base) == family.name}
        found += [(family, e) for e in sorted(entries, key=str)]
        read = read.union(*(family.entry(e.indices).atoms(Indexed) for e in entries))
    return found


def _letters(kind: Kind) -> tuple[Symbol, ...]:
    return symbols(" ".join("abcdefgh"[: len(kind)]), real=True, seq=True)


def _rank(order: int | None) -> int:
    """Highest derivatives first, then bare fields, then g itself."""
    return 0 if order is None else (1 if order == 0 else -order)


def _groups(kind: Kind) -> tuple[tuple[int, ...], ...]:
    """Positions with the same function: exchanging their fields does not change the average."""
    found: dict[int | None, list[int]] = {}
    for position, order in enumerate(kind):
        found.setdefault(order, []).append(position)
    return tuple(tuple(group) for group in found.values() if len(group) > 1)


def _name(kind: Kind) -> str:
    return NAMES.get(kind) or "I_" + "".join("x" if o is None else f"g{o}" for o in kind)


def _word(order: int | None, unit: str) -> str:
    return f"z_{unit}" if order is None else "g" + "'" * order + f"(z_{unit})"


def _element_latex(kind: Kind) -> str:
    name = NAMES.get(kind)
    arguments = ", ".join(f"{{z{p}}}" for p in range(len(kind)))
    if name is None:
        return r"\langle " + r"\,".join(_factor_latex(o, f"{{z{p}}}") for p, o in enumerate(kind)) + r"\rangle"
    return f"{name[0]}_{{{{{name[1:]}}}}}({arguments})"


def _product_latex(kind: Kind) -> str:
    factors = (_factor_latex(o, f"x_{x.name}") for o, x in zip(kind, _letters(kind), strict=True))
    return r"\langle " + r"\,".join(factors) + r"\rangle"


def _factor_latex(order: int | None, x: str) -> str:
    return x if order is None else "g" + "'" * order + f"({x})"


def _sorted(expression: Expr) -> Expr:
    """Entries of covariances with indices that may be exchanged in a fixed order."""
    return expression.xreplace({e: ordered(e, lambda s: s.order) for e in expression.atoms(Indexed)})


def _at_node(expression: Expr) -> Expr:
    """Covariances with scaled couplings, and the weight, as elements of arrays over the nodes of the path.

    Two fields of an average may be copies of the same unit's, and are coupled then like any others: the arrays hold
    t C there, and what they hold on the diagonal is the coupling of two copies.  Variances get the rest.
    """
    C, t = IndexedBase("C"), IndexedBase("path")[NODE]

    def put(e: Indexed) -> Expr:
        x, y = e.indices[-2:]
        return e.base[(NODE, *e.indices)] + ((1 - t) * C[x, x] if x == y else 0)

    scaled = {e: put(e) for e in expression.atoms(Indexed) if str(e.base).startswith(SCALED)}
    signs = {e: e.base[(NODE, *e.indices)] for e in expression.atoms(Indexed) if str(e.base) == MEASURE}
    return expression.xreplace(scaled | signs | {WEIGHT: IndexedBase(WEIGHT.name)[NODE], REST: 1 - t})


#: How the elements of the arrays with a name of their own are written.
AVERAGES_LATEX = {name: _element_latex(kind) for kind, name in NAMES.items()}

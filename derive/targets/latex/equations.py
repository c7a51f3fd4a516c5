"""System -> the lines that the LaTeX templates loop over: one term per line, in index form.

Each equation is given twice: compactly, with sums over all fields, and split, where every such sum has become one over
the learner's units and one over the teacher's, as the equations are usually written by hand.
"""

from __future__ import annotations

from itertools import product

from sympy import Add, Dummy, Expr, Function, Pow, Sum
from sympy.tensor.indexed import Indexed

from ...dynamics.tasks import contract
from ...ir.system import Constant, Definition, Index, Input, Piece, Range, System, names_read
from ..common import number, split_number
from .layout import BREAK, LINE, MANY, filled, formula, pieces, width
from .notation import Notation
from .symbols import Symbols

__all__ = ["Printer", "flat_sums", "render", "render_trace"]


class Printer:
    """Writes the elements and equations of one system."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.letters = {"fields": "ijrs", system.ranges[0].name: "klab", system.ranges[1].name: "nmpq"}
        self.letters |= {"path": "t", "nodes": "e", "square": "cdf"}
        self.limits = {p.symbol for p in system.parameters if p.may_be_infinite}
        inputs = {x.name: x.latex for x in system.inputs}
        constants = {c.name: c.latex for c in system.constants}
        self.notation = Notation(inputs | constants | {d.name: d.latex for d in system.definitions})

    def element(self, d: Definition | Input | Constant, indices: tuple[Index, ...]) -> str:
        letters = [self.notation.doprint(i) for i in indices]
        fields = {f"z{p}": self.notation.field(i) for p, i in enumerate(indices)}
        return d.latex.format(*letters, **fields)

    def terms(self, expression: Expr, room: float = LINE) -> list[str]:
        """Summands with their sign, for a line each; those that vanish in a limit, and negative ones, last.

        One wider than ``room`` is broken between its factors; of more than ``MANY`` summands the first are written.
        """
        found = []
        every = Add.make_args(flat_sums(expression))
        for term in every[:MANY]:
            negative = term.could_extract_minus_sign()
            line = ("- " if negative else "+ ") + self._product(-term if negative else term, room)
            found.append(((bool(term.free_symbols & self.limits), negative), line))
        rest = [rf"+ \cdots\ ({len(every)}\text{{ terms, all of them in the emitted code}})"] if every[MANY:] else []
        return [*(line for _, line in sorted(found, key=lambda entry: entry[0])), *rest]

    def _product(self, term: Expr, room: float) -> str:
        """A summand with numbers and rates in front of its sums, roots and functions."""
        if not term.has(Sum) and width(self.notation.doprint(term)) > room:
            return (BREAK + r"\quad ").join(filled(pieces(term, self.notation.doprint, room), room))
        factor, rest = term.as_independent(Sum, as_Add=False) if term.has(Sum) else split_number(term)
        text = self.notation.doprint(rest)
        if rest == 1:
            return self.notation.doprint(factor)
        return text if factor == 1 else f"{self.notation.doprint(factor)} {text}"

    def split(self, expression: Expr, taken: tuple[Index, ...]) -> Expr:
        """Sums over all fields as sums over the units of each network; mirror images of a symmetric sum joined."""

        def blocks(total: Sum) -> Expr:
            indices = [i for i, _, _ in total.limits]
            swap = dict(zip(indices, reversed(indices), strict=True))
            symmetric = len(indices) == 2 and self.ordered(total.function.xreplace(swap)) == self.ordered(
                total.function
            )
            choices = [self.system.ranges if len(i.rng.parts) > 1 else (i.rng,) for i in indices]
            found, seen = [], []
            for ranges in product(*choices):
                if symmetric and ranges[::-1] in seen:
                    continue  # counted twice with its mirror image
                seen.append(ranges)
                names = self.fresh(ranges, taken)
                body = self.ordered(total.function.xreplace(dict(zip(indices, names, strict=True))))
                weight = 2 if symmetric and ranges[::-1] != ranges else 1
                found.append(weight * Sum(body, *((i, 1, i.rng.size) for i in names)))
            return Add(*found)

        return expression.replace(lambda e: isinstance(e, Sum), blocks)

    def ordered(self, expression: Expr) -> Expr:
        """Elements of symmetric arrays with their indices in a fixed order."""
        arrays = {x.name: x.symmetric for x in self.system.inputs}
        arrays |= {d.name: d.symmetric for d in self.system.definitions}

        def put(element: Indexed) -> Indexed:
            indices = list(element.indices)
            for group in arrays[str(element.base)]:
                members = sorted((indices[p] for p in group), key=self._rank)
                for p, index in zip(group, members, strict=True):
                    indices[p] = index
            return element.base[tuple(indices)]

        return expression.xreplace({e: put(e) for e in expression.atoms(Indexed) if str(e.base) in arrays})

    def _rank(self, index: Index) -> tuple[int, int]:
        """Learner, teacher, all fields; within each in the order of the letters."""
        ranges = self.system.ranges
        place = ranges.index(index.rng) if index.rng in ranges else len(ranges)
        return place, self.letters[index.rng.name].index(index.name)

    def bound_renamed(self, expression: Expr, taken: tuple[Index, ...]) -> Expr:
        """Summed indices renamed away from ``taken``."""
        bound = sorted({i for s in expression.atoms(Sum) for i, _, _ in s.limits}, key=lambda i: i.order)
        names = self.fresh(tuple(i.rng for i in bound), taken)
        return expression.xreplace(dict(zip(bound, names, strict=True)))

    def fresh(self, ranges: tuple[Range, ...], taken: tuple[Index, ...]) -> list[Index]:
        used = {i.name for i in taken}
        found = []
        for rng in ranges:
            name = next(c for c in self.letters[rng.name] if c not in used)
            used.add(name)
            found.append(Index(name, rng))
        return found


def flat_sums(expression: Expr) -> Expr:
    """Sums of several terms as several sums."""

    def spread(total: Sum) -> Expr:
        indices = [i for i, _, _ in total.limits]
        parts = (t.as_independent(*indices, as_Add=False) for t in Add.make_args(_multiplied_out(total.function)))
        return Add(*(constant * Sum(rest, *total.limits) for constant, rest in parts))

    if not expression.has(Sum):
        return expression
    return _multiplied_out(expression.replace(lambda e: isinstance(e, Sum), spread))


def _multiplied_out(expression: Expr) -> Expr:
    """Products of sums as sums of products; what stands under a root or in a function is left as it is."""
    inside = sorted((e for e in expression.atoms(Pow, Function, Sum) if not _is_power(e)), key=str)
    names = {e: Dummy(f"x{p}") for p, e in enumerate(inside)}
    spread = expression.xreplace(names).expand()
    while spread.atoms(Dummy):  # one may stand inside another
        spread = spread.xreplace({name: e for e, name in names.items()})
    return spread


def _is_power(e: Expr) -> bool:
    return isinstance(e, Pow) and e.exp.is_Integer and e.exp.is_positive


def render(system: System) -> dict:
    """What the template of the equations needs: lists of equations, each a left side and its lines."""
    write = Printer(system)
    by_kind: dict[str, list[dict]] = {"support": [], "node": [], "fluctuations": [], "loop": []}
    drift = system.needed_for((*system.outputs, *system.observables))
    written: set[str] = set()
    for d in system.definitions:
        for piece in d.pieces:
            kind = "start" if d.update else d.kind if d in drift else "fluctuations"
            line = _equation(write, d, piece.indices, piece.expression)
            if line["left"] not in written:  # one moment may be held in two arrays, over more units and over fewer
                by_kind.setdefault(kind, []).append(line)
            written.add(line["left"])
        for piece in d.update:
            by_kind["loop"].append(_equation(write, d, piece.indices, piece.expression))
    repeats = sorted({d.repeat for d in system.definitions if d.update})
    by_kind["split"] = [
        e for name in (*system.outputs, *system.observables) for e in _split(system, write, system[name])
    ]
    by_kind["moments"] = _moments(system, write, drift)
    free = [e for e in by_kind["support"] if not e["indexed"]]
    by_kind |= {"shares": free, "support": by_kind["support"][len(free) :]}
    symbols = Symbols(system, write)
    order = ("split", "moments", "covariance", "gaussian", "shares", "support", "node")
    later = ("start", "loop", "response", "moment", "force", "output", "fluctuations")
    blocks = {kind: _block(symbols, by_kind.get(kind, [])) for kind in (*order, *later)}
    return {
        "algorithm": [{"rule": s.rule, "before": s.before, "after": s.after, "note": s.note} for s in system.algorithm],
        "indices": symbols.counted(_counted(system, write)),
        "rates": symbols.rates(),
        "blocks": blocks,
        "repeated": ", ".join(write.notation.doprint(p.symbol) for p in system.parameters if p.name in repeats),
        "squared": bool(system.kernels),
        "rules": _numbers(system, write),
        "single": [{"size": size, "steps": steps} for size, steps in system.single],
    }


def _block(symbols: Symbols, equations: list[dict]) -> dict:
    """Equations, and a line for each symbol that they are the first to contain."""
    names = {name for e in equations for name in e["names"]}
    shown = [{key: e[key] for key in ("left", "lines", "meaning")} for e in equations]
    return {"equations": shown, "where": symbols.new(names)}


def _counted(system: System, write: Printer) -> dict[str, list[str]]:
    """The letters that a page may count with, by range."""
    pieces = [p for d in system.definitions for p in (*d.pieces, *d.update)]
    ranges = {i.rng for p in pieces for i in (*p.indices, *p.expression.atoms(Index))} | set(system.ranges)
    order = sorted(ranges, key=lambda rng: list(write.letters).index(rng.name))
    return {rng.name: [write.notation.doprint(Index(c, rng)) for c in write.letters[rng.name]] for rng in order}


def _numbers(system: System, write: Printer) -> list[dict]:
    """The nodes and weights of each rule, a row per node."""
    found = []
    for rng in dict.fromkeys(c.rng for c in system.constants):
        tables = [c for c in system.constants if c.rng == rng]
        (letter,) = write.fresh((rng,), ())
        heads = [write.notation.doprint(letter), *(write.element(c, (letter,)) for c in tables)]
        rows = zip(*(c.values for c in tables), strict=True)
        found.append({"heads": heads, "rows": [[str(n), *map(number, row)] for n, row in enumerate(rows, 1)]})
    return found


def _equation(write: Printer, d: Definition, indices: tuple[Index, ...], expression: Expr) -> dict:
    left = write.element(d, indices)
    return {
        "left": left,
        "lines": write.terms(write.ordered(expression), LINE - width(left + "=+")) or ["0"],
        "meaning": d.meaning,
        "names": sorted({d.name, *names_read(expression)}),
        "indexed": bool(d.ranges),
    }


def _split(system: System, write: Printer, d: Definition) -> list[dict]:
    """An output with the forces it is made of written out, in sums over one network each."""
    return [
        _equation(write, d, p.indices, write.split(_forces_written(system, p.expression), p.indices)) for p in d.pieces
    ]


def _forces_written(system: System, expression: Expr) -> Expr:
    forces = {d.name: d for d in system.definitions if d.kind == "force"}

    def written(element: Indexed) -> Expr:
        piece = forces[str(element.base)].piece
        taken = dict(zip(piece.indices, element.indices, strict=True))
        return piece.expression.xreplace(taken)

    return expression.xreplace({e: written(e) for e in expression.atoms(Indexed) if str(e.base) in forces})


def _moments(system: System, write: Printer, drift: tuple[Definition, ...]) -> list[dict]:
    """The moments over the task, block by block, in averages over the fields."""
    found = []
    read = {name for d in drift if d.kind in ("force", "output") for name in d.references()}
    for d in (d for d in drift if d.kind == "moment" and len(d.ranges) == 2 and d.name in read):
        seen: list[tuple[Range, ...]] = []
        for ranges in product(system.ranges, repeat=len(d.ranges)):
            if d.symmetric and ranges[::-1] in seen:
                continue
            seen.append(ranges)
            indices = tuple(write.fresh(ranges, ()))
            inner = write.bound_renamed(d.piece.expression, indices)
            inner = inner.xreplace(dict(zip(d.piece.indices, indices, strict=True)))
            found.append(_equation(write, d, indices, contract(_responses_written(system, inner))))
    return found


def _responses_written(system: System, expression: Expr) -> Expr:
    responses = {d.name: d for d in system.definitions if d.kind == "response" and len(d.pieces) > 1}

    def written(element: Indexed) -> Expr:
        piece = _matching(responses[str(element.base)], element.indices[0].rng)
        return piece.expression.xreplace(dict(zip(piece.indices, element.indices, strict=True)))

    return expression.xreplace({e: written(e) for e in expression.atoms(Indexed) if str(e.base) in responses})


def _matching(d: Definition, rng: Range) -> Piece:
    return next(p for p in d.pieces if p.indices[0].rng == rng)


def render_trace(system: System) -> list[dict]:
    """The derivation, section by section."""
    return [
        {
            "title": title,
            "steps": [
                {"rule": s.rule, "formula": formula(s.before, s.after), "note": s.note, "depth": s.depth} for s in steps
            ],
        }
        for title, steps in system.derivation
        if steps
    ]

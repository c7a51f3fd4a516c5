"""Stages over groups of neurons -> einsum for numpy, loops for C: the number of groups stays a symbol in both."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Expr, Indexed, KroneckerDelta, Mul, Sum, Symbol

from ..ir.fixed_point import NODES, Block, FixedPoint, GroupStage, Table
from .common import number, split_number
from .fixed_point import CPrinter, NumpyPrinter

__all__ = ["render"]

#: Functions of kappa with one value per group.
PER_GROUP = ("c0", "c1", "c22")


class _Numpy:
    """Arrays start with the point, then the groups of their indices, then, in functions of kappa, the node."""

    def __init__(self, nodes: Iterable[str]) -> None:
        self.printer = NumpyPrinter()
        self.nodes = frozenset(nodes)  # functions of kappa

    def table(self, table: Table | Block) -> str:
        """An expression over its indices, as a sum of einsum."""
        return self._sum(table.expression, "p" + "".join(table.indices))

    def average(self, table: Table) -> str:
        indices = "".join(table.indices)
        return self._product(table.expression, f"p{indices}", [("weight", "pz")])

    def node(self, table: Table) -> str:
        """Sums over groups become einsum, the rest is arithmetic at the nodes."""
        sums = sorted(table.expression.atoms(Sum), key=str)
        names = {total: Symbol(f"sum_{i}") for i, total in enumerate(sums)}
        text = self.printer.doprint(table.expression.xreplace(names))
        for total, name in names.items():
            text = text.replace(name.name, f"({self._sum(total.function, 'pz')})")
        return text

    def _sum(self, expression: Expr, output: str) -> str:
        return " + ".join(self._product(term, output, []) for term in Add.make_args(expression.expand()))

    def _product(self, term: Expr, output: str, operands: list[tuple[str, str]]) -> str:
        """A monomial: number * einsum over its factors."""
        coefficient, rest = split_number(term)
        scalars: list[Expr] = []
        nodes: list[Expr] = []
        operands = list(operands)
        for factor in Mul.make_args(rest):
            base, power = factor.as_base_exp()
            if isinstance(base, Indexed):
                name = str(base.base.label)
                text = name if power == 1 else self.printer.doprint(Symbol(name) ** power)
                subscripts = "p" + "".join(map(str, base.indices))
                operands.append((text, subscripts + "z" if name in PER_GROUP else subscripts))
            elif isinstance(base, KroneckerDelta):
                operands.append(("identity", "".join(map(str, base.args))))
            elif base.free_symbols:
                (nodes if {s.name for s in base.free_symbols} & self.nodes else scalars).append(factor)
        bare = set(output) - {i for _, s in operands for i in s} - {"p", "z"}
        operands += [("flat", index) for index in sorted(bare)]
        if nodes:
            operands.insert(0, (self.printer.doprint(Mul(*nodes)), "pz"))
        if scalars or not any("p" in s for _, s in operands):
            operands.insert(0, (self.printer.doprint(Mul(*scalars)) if scalars else "one", "p"))
        pattern = ",".join(s for _, s in operands)
        text = f'np.einsum("{pattern}->{output}", {", ".join(t for t, _ in operands)})'
        if pattern == output:
            text = operands[0][0]
        return text if coefficient == 1 else f"{number(coefficient)}*{text}"


class _C(CPrinter):
    """Tables are row-major arrays, ``single`` those of one entry; functions of kappa for each group have nodes last."""

    def __init__(self, prefix: str, parameters: Iterable[str], single: Iterable[str]) -> None:
        super().__init__(prefix, parameters)
        self.single = frozenset(single)

    def _print_Indexed(self, e: Expr) -> str:
        name = str(e.base.label)
        place = str(e.indices[0])
        for index in e.indices[1:]:
            place = f"({place})*groups + {index}" if " " in place else f"{place}*groups + {index}"
        return f"{name}[({place})*NODES + node]" if name in PER_GROUP else f"{name}[{place}]"

    def _print_Symbol(self, e: Symbol) -> str:
        return f"{e.name}[0]" if e.name in self.single else str(super()._print_Symbol(e))

    def _print_KroneckerDelta(self, e: Expr) -> str:
        return f"({e.args[0]} == {e.args[1]})"

    def node(self, table: Table) -> dict:
        """A function of kappa, after the sums over groups that it contains."""
        sums = sorted(table.expression.atoms(Sum), key=str)
        names = {total: Symbol(f"{table.name}_sum_{i}") for i, total in enumerate(sums)}
        return {
            "name": table.name,
            "value": self.doprint(table.expression.xreplace(names)),
            "sums": [
                {"name": name.name, "indices": [str(x[0]) for x in total.limits], "value": self.doprint(total.function)}
                for total, name in names.items()
            ],
        }


def _size(rank: int) -> str:
    return "*".join(["groups"] * rank) or "1"


def _stage(stage: GroupStage, system: FixedPoint, target: str) -> dict:
    used = {s.name for e in stage.expressions() for s in e.free_symbols}
    scalars = [p.name for p in system.parameters if p.name in used]
    nodes = (*NODES, *(n.name for n in stage.nodes))
    ranks = dict(stage.unknown)
    found: dict = {
        "name": stage.name,
        "meaning": stage.meaning,
        "reads": list(stage.reads),
        "uses": scalars,
        "given": [t.name for t in system.tables if t.name in used],
        "tables": [n for n in NODES if n in used],
        "per_group": list(PER_GROUP),
        "unknown": _unknown(stage),
        "size": _total([rank for _, rank in stage.unknown]),
        "returns": [v.name for v in stage.values if v.name != "ridge"],
    }
    if target == "numpy":
        printer = _Numpy(nodes)
        found["nodes"] = [{"name": n.name, "value": printer.node(n)} for n in stage.nodes]
        found["averages"] = [{"name": a.name, "value": printer.average(a)} for a in stage.averages]
        found["entries"] = [{"name": v.name, "value": printer.table(v)} for v in stage.values]
        found["blocks"] = [{"row": b.row, "column": b.column, "value": printer.table(b)} for b in stage.blocks]
        text = " ".join(x["value"] for x in (*found["entries"], *found["blocks"]))
        found["ones"] = any(name in text for name in ("one", "flat", "identity"))
        return found
    c = _C(system.name, scalars, [a.name for a in stage.averages if not a.indices])
    found["square"] = any(b.column for b in stage.blocks)
    found["nodes"] = [c.node(n) for n in stage.nodes]
    for kind, tables in (("averages", stage.averages), ("entries", stage.values)):
        found[kind] = [
            {
                "name": t.name,
                "indices": list(t.indices),
                "place": _place(t.indices),
                "size": _size(len(t.indices)),
                "value": c.doprint(t.expression),
            }
            for t in tables
        ]
    inner = [t for t in (*stage.averages, *stage.values) if t.name not in found["returns"] or t in stage.averages]
    found["scratch"] = [
        {"name": t.name, "start": _total([len(before.indices) for before in inner[:place]])}
        for place, t in enumerate(inner)
    ]
    found["blocks"] = [
        {
            "row": b.row,
            "column": b.column,
            "indices": list(b.indices),
            "row_place": _place(b.indices[: ranks[b.row]]),
            "column_place": _place(b.indices[ranks[b.row] :]),
            "value": c.doprint(b.expression),
        }
        for b in stage.blocks
    ]
    return found


def _place(indices: tuple[str, ...]) -> str:
    place = indices[0] if indices else "0"
    for index in indices[1:]:
        place = f"({place})*groups + {index}" if " " in place else f"{place}*groups + {index}"
    return place


def _total(ranks: list[int]) -> str:
    """The size of tables with these numbers of indices together, as a polynomial in the number of groups."""
    counts = ((ranks.count(rank), _size(rank)) for rank in sorted(set(ranks), reverse=True))
    return " + ".join(size if n == 1 else f"{n}*{size}" for n, size in counts) or "0"


def _unknown(stage: GroupStage) -> list[dict]:
    """Tables of unknowns, and where in their vector each begins."""
    ranks = [rank for _, rank in stage.unknown]
    return [
        {"name": name, "rank": rank, "start": _total(ranks[:place])} for place, (name, rank) in enumerate(stage.unknown)
    ]


def _scratch_size(system: FixedPoint) -> str:
    """Enough for the averages and the inner tables of any stage."""
    ranks = [[len(t.indices) for t in (*s.averages, *s.values)] for s in system.groups]
    most = {rank: max(r.count(rank) for r in ranks) for rank in range(5)}
    return _total([rank for rank, count in most.items() for _ in range(count)])


def render(system: FixedPoint, target: str) -> dict:
    """What the templates of groups need beside the functions: stages, and tables with their number of indices."""
    by_name = {s.name: s for s in system.groups}
    of_state, of_modes = _unknown(by_name["newton"]), _unknown(by_name["means"])
    state_names = [u["name"] for u in of_state]
    return {
        "group_stages": [_stage(s, system, target) for s in system.groups],
        "tables": [{"name": t.name, "meaning": t.meaning} for t in system.tables],
        "state": of_state,
        "modes": of_modes,
        "state_size": _total([u["rank"] for u in of_state]),
        "scratch_size": _scratch_size(system),
        "outputs": [
            {
                "name": v.name,
                "meaning": v.meaning,
                "rank": rank,
                "size": _size(rank),
                "c": f"at->{v.name}" if v.name in state_names else v.name,
            }
            for v in system.outputs
            for rank in [len(v.expression.indices) if isinstance(v.expression, Indexed) else 0]
        ],
    }

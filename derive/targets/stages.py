"""Stages of a fixed point -> arithmetic or einsum for numpy, loops for C; the number of groups
stays a symbol."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Expr, Indexed, KroneckerDelta, Mul, Sum, Symbol

from ..ir.fixed_point import NODES, Block, FixedPoint, Stage, Value
from .common import number, split_number
from .printers import CPrinter, NumpyPrinter

__all__ = ["render_stages"]

#: Functions of kappa with one value per group, where there are groups.
PER_GROUP = ("c0", "c1", "c22")
#: What the law of a bulk gives at x, in this order.
LAW = ("t1", "W_vv", "W_ve", "W_ee", "t1_slope", "W_vv_slope", "W_ve_slope", "W_ee_slope")


class _Numbers:
    """One group: numbers are (points, 1), functions of kappa (points, nodes)."""

    def __init__(self) -> None:
        self.printer = NumpyPrinter()

    def table(self, table: Value | Block) -> str:
        return self.printer.doprint(table.expression)

    def average(self, average: Value) -> str:
        return f"(weight * ({self.table(average)})).sum(axis=1, keepdims=True)"

    def node(self, node: Value) -> str:
        return self.table(node)


class _Arrays:
    """Arrays start with the point, then the groups of their indices, then, in functions of kappa,
    the node."""

    def __init__(self, nodes: Iterable[str]) -> None:
        self.printer = NumpyPrinter()
        self.nodes = frozenset(nodes)  # functions of kappa

    def table(self, table: Value | Block) -> str:
        """An expression over its indices, as a sum of einsum."""
        return self._sum(table.expression, "p" + "".join(table.indices))

    def average(self, average: Value) -> str:
        indices = "".join(average.indices)
        return self._product(average.expression, f"p{indices}", [("weight", "pz")])

    def node(self, node: Value) -> str:
        """Sums over groups become einsum, the rest is arithmetic at the nodes."""
        sums = sorted(node.expression.atoms(Sum), key=str)
        names = {total: Symbol(f"sum_{i}") for i, total in enumerate(sums)}
        text = self.printer.doprint(node.expression.xreplace(names))
        for total, name in names.items():
            text = text.replace(name.name, f"({self._sum(total.function, 'pz')})")
        return text

    def _sum(self, expression: Expr, output: str) -> str:
        return " + ".join(
            self._product(term, output, []) for term in Add.make_args(expression.expand())
        )

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
                (nodes if {s.name for s in base.free_symbols} & self.nodes else scalars).append(
                    factor
                )
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
    """Tables are row-major arrays, ``single`` those of one entry; functions of kappa for each group
    have nodes last."""

    def __init__(self, prefix: str, parameters: Iterable[str], single: Iterable[str]) -> None:
        super().__init__(prefix, parameters)
        self.single = frozenset(single)

    def _print_Indexed(self, e: Expr) -> str:
        name = str(e.base.label)
        place = _place(tuple(map(str, e.indices)))
        return f"{name}[({place})*NODES + node]" if name in PER_GROUP else f"{name}[{place}]"

    def _print_Symbol(self, e: Symbol) -> str:
        return f"{e.name}[0]" if e.name in self.single else str(super()._print_Symbol(e))

    def _print_KroneckerDelta(self, e: Expr) -> str:
        return f"({e.args[0]} == {e.args[1]})"

    def node(self, node: Value) -> dict:
        """A function of kappa, after the sums over groups that it contains."""
        sums = sorted(node.expression.atoms(Sum), key=str)
        names = {total: Symbol(f"{node.name}_sum_{i}") for i, total in enumerate(sums)}
        return {
            "name": node.name,
            "value": self.doprint(node.expression.xreplace(names)),
            "sums": [
                {
                    "name": name.name,
                    "indices": [str(x[0]) for x in total.limits],
                    "value": self.doprint(total.function),
                }
                for total, name in names.items()
            ],
        }


def _size(rank: int) -> str:
    return "*".join(["groups"] * rank) or "1"


def _stage(stage: Stage, system: FixedPoint, target: str) -> dict:
    used = {s.name for e in stage.expressions() for s in e.free_symbols}
    readout = {p.name for p in system.parameters} | {"u", "gamma", "c"}  # a step makes these
    scalars = sorted((readout - {t.name for t in system.tables}) & used)
    found: dict = {
        "name": stage.name,
        "meaning": stage.meaning,
        "reads": list(stage.reads),
        "uses": scalars,
        "given": [t.name for t in system.tables if t.name in used],
        "tables": [n for n in NODES if n in used],
        "per_group": list(PER_GROUP) if system.tables else [],
        "unknown": _unknown(stage),
        "size": _total([rank for _, rank in stage.unknown]),
        "returns": list(stage.returns),
        "square": any(b.column for b in stage.blocks),
    }
    return found | (_in_numpy if target == "numpy" else _in_c)(stage, system, found)


def _in_numpy(stage: Stage, system: FixedPoint, about: dict) -> dict:
    printer = _Arrays((*NODES, *(n.name for n in stage.nodes))) if system.tables else _Numbers()
    found: dict = {
        "nodes": [{"name": n.name, "value": printer.node(n)} for n in stage.nodes],
        "averages": [{"name": a.name, "value": printer.average(a)} for a in stage.averages],
        "entries": [{"name": v.name, "value": printer.table(v)} for v in stage.values],
        "blocks": [
            {"row": b.row, "column": b.column, "value": printer.table(b)} for b in stage.blocks
        ],
    }
    text = " ".join(x["value"] for x in (*found["entries"], *found["blocks"]))
    found["ones"] = bool(system.tables) and any(
        name in text for name in ("one", "flat", "identity")
    )
    return found


def _in_c(stage: Stage, system: FixedPoint, about: dict) -> dict:
    single = [v.name for v in stage.values if not v.indices]
    if not system.tables and stage.name != "isotropic_law":
        single += stage.reads
    c = _C(system.name, about["uses"], single)
    found: dict = {"nodes": [c.node(n) for n in stage.nodes]}
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
    inner = [t for t in stage.averages if t.indices]  # those without are numbers of the function
    inner += [t for t in stage.values if t.name not in stage.returns]
    found["scratch"] = [
        {"name": t.name, "start": _total([len(before.indices) for before in inner[:place]])}
        for place, t in enumerate(inner)
    ]
    ranks = dict(stage.unknown)
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
    """Of an entry in a table, row by row."""
    place = indices[0] if indices else "0"
    for index in indices[1:]:
        place = f"({place})*groups + {index}" if " " in place else f"{place}*groups + {index}"
    return place


def _total(ranks: list[int]) -> str:
    """The size of tables with these numbers of indices together, as a polynomial in the number of
    groups."""
    counts = ((ranks.count(rank), rank) for rank in sorted(set(ranks), reverse=True))
    return (
        " + ".join(
            str(n) if not r else _size(r) if n == 1 else f"{n}*{_size(r)}" for n, r in counts
        )
        or "0"
    )


def _unknown(stage: Stage) -> list[dict]:
    """Tables of unknowns, and where in their vector each begins."""
    ranks = [rank for _, rank in stage.unknown]
    return [
        {"name": name, "rank": rank, "start": _total(ranks[:place]), "size": _size(rank)}
        for place, (name, rank) in enumerate(stage.unknown)
    ]


def _scratch_size(system: FixedPoint) -> str:
    """Enough for the averages and the inner tables of any stage."""
    ranks = [[len(t.indices) for t in (*s.averages, *s.values)] for s in system.stages]
    most = {rank: max(r.count(rank) for r in ranks) for rank in range(5)}
    return _total([rank for rank, count in most.items() for _ in range(count)])


def render_stages(system: FixedPoint, target: str) -> dict:
    """What the templates of the solvers need beside the functions: stages, unknowns, tables with
    their indices."""
    by_name = {s.name: s for s in system.stages}
    of_state, of_modes = _unknown(by_name["newton"]), _unknown(by_name["means"])
    state_names = [u["name"] for u in of_state]
    return {
        "stages": [_stage(s, system, target) for s in system.stages if s.name != "isotropic_law"],
        "isotropic": [
            _stage(s, system, target) for s in system.stages if s.name == "isotropic_law"
        ],
        "law": list(LAW),
        "held": [*(u["name"] for u in of_state), "P", *LAW],
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

"""A stationary point -> numpy: arithmetic for one group of neurons, einsum for any number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sympy import Add, Expr, Indexed, KroneckerDelta, Mul, Sum, Symbol

from ...ir.stationary import NODES, Block, Stage, Stationary, Value
from ...lowering.assign import Assignments
from .. import stationary, templates
from ..common import number, split_number
from ..stationary import PER_GROUP
from ..target import Emitted
from .printer import NumpyPrinter

__all__ = ["files"]


def files(system: Stationary, lowered: Assignments, about: dict[str, Any]) -> Emitted:
    """The module of a system."""
    plain = NumpyPrinter()
    given = (*(p.name for p in system.parameters), *(v.name for v in system.step))
    context = {
        **about,
        **stationary.constants(system),
        **stationary.functions(system, lowered, plain),
        "spectra": [stationary.of_spectrum(s, plain, given) for s in lowered.spectra],
        "tangents": [],
        **stationary.stages(system, lambda stage, _: _stage(stage, system)),
    }
    template = templates.environment().get_template("numpy/fixed_point.py.j2")
    return Emitted({f"numpy/{system.name}.py": template.render(context)})


class _Numbers:
    """One group: numbers are (points, 1), functions of kappa (points, nodes)."""

    ones = False

    def __init__(self) -> None:
        self.printer = NumpyPrinter()

    def table(self, table: Value | Block) -> str:
        return self.printer.doprint(table.expression)

    def average(self, average: Value) -> str:
        return f"(weight * ({self.table(average)})).sum(axis=1, keepdims=True)"

    def node(self, node: Value) -> str:
        return self.table(node)


class _AtNodes(NumpyPrinter):
    """Arithmetic at the nodes, with the ``texts`` of symbols that stand for sums over groups."""

    def __init__(self, texts: Mapping[Symbol, str]) -> None:
        super().__init__()
        self.texts = texts

    def _print_Symbol(self, e: Symbol) -> str:
        return f"({self.texts[e]})" if e in self.texts else e.name


class _Arrays:
    """Arrays start with the point, then the groups of their indices, then, in functions of kappa,
    the node."""

    def __init__(self, nodes: Iterable[str]) -> None:
        self.printer = NumpyPrinter()
        self.nodes = frozenset(nodes)  # functions of kappa
        self.ones = False  # whether constant tables were written

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
        texts = {names[total]: self._sum(total.function, "pz") for total in sums}
        return _AtNodes(texts).doprint(node.expression.xreplace(names))

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
                self.ones = True
                operands.append(("identity", "".join(map(str, base.args))))
            elif base.free_symbols:
                (nodes if {s.name for s in base.free_symbols} & self.nodes else scalars).append(
                    factor
                )
        bare = set(output).difference("pz", *(subscripts for _, subscripts in operands))
        operands += [("flat", index) for index in sorted(bare)]
        self.ones |= bool(bare)
        if nodes:
            operands.insert(0, (self.printer.doprint(Mul(*nodes)), "pz"))
        if scalars or not any("p" in s for _, s in operands):
            operands.insert(0, (self.printer.doprint(Mul(*scalars)) if scalars else "one", "p"))
            self.ones |= not scalars
        pattern = ",".join(s for _, s in operands)
        text = f'np.einsum("{pattern}->{output}", {", ".join(t for t, _ in operands)})'
        if pattern == output:
            text = operands[0][0]
        return text if coefficient == 1 else f"{number(coefficient)}*{text}"


def _stage(stage: Stage, system: Stationary) -> dict[str, Any]:
    printer = _Arrays((*NODES, *(n.name for n in stage.nodes))) if system.tables else _Numbers()
    found: dict[str, Any] = {
        "nodes": [{"name": n.name, "value": printer.node(n)} for n in stage.nodes],
        "averages": [{"name": a.name, "value": printer.average(a)} for a in stage.averages],
        "entries": [{"name": v.name, "value": printer.table(v)} for v in stage.values],
        "blocks": [
            {"row": b.row, "column": b.column, "value": printer.table(b)} for b in stage.blocks
        ],
    }
    return found | {"ones": printer.ones}

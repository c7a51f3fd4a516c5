"""A stationary point -> C: loops over groups and nodes, tables row by row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sympy import Expr, Sum, Symbol, pi, sqrt
from sympy.integrals.quadrature import gauss_hermite, gauss_legendre

from ...ir.stationary import Stage, Stationary, Value
from ...lowering.assign import Assignments
from .. import stationary, templates
from ..stationary import PER_GROUP, SOLVER, size, total
from ..target import Emitted
from .abi import abi
from .printer import CPrinter

__all__ = ["files"]


#: Names of local variables where the C library has a function of the name.
LOCAL = {"gamma": "overlap_value"}


def files(system: Stationary, lowered: Assignments, about: dict[str, Any]) -> Emitted:
    """The source and the header of a system."""
    name = system.name
    given = (*(p.name for p in system.parameters), *(v.name for v in system.step))
    of_bulk = CPrinter(name, given)
    context = {
        **about,
        **stationary.constants(system),
        **stationary.functions(system, lowered, CPrinter(name, ())),
        "local": LOCAL,
        "spectra": [],
        "tangents": [stationary.of_spectrum(s, of_bulk, given) for s in lowered.tangents],
        **stationary.stages(system, lambda stage, found: _stage(stage, system, found)),
        "panel_rule": _rule(SOLVER["order"]),
        "owen_rule": _rule(SOLVER["owen_order"]),
        "hermite_rule": _normal_rule(SOLVER["hermite_order"]),
    }
    codes = [(s["name"], s["code"]) for s in context["statuses"]]
    context["abi"] = abi(
        fields=[p.name for p in system.parameters],
        tables=[t.name for t in system.tables],
        outputs=[(o["name"], o["rank"]) for o in context["outputs"]],
        activations=[f["name"] for f in context["activations"]],
        targets=[f["name"] for f in context["targets"]],
        codes=codes,
    )
    plain = templates.environment()
    return Emitted(
        {
            f"c/{name}{end}": plain.get_template(f"c/fixed_point{end}.j2").render(context)
            for end in (".h", ".c")
        }
    )


def _rule(order: int) -> list[dict[str, str]]:
    """The Gauss-Legendre rule to 17 digits, the same on every machine."""
    nodes, weights = gauss_legendre(order, 25)
    return [
        {"node": f"{float(x):.17g}", "weight": f"{float(w):.17g}"}
        for x, w in zip(nodes, weights, strict=True)
    ]


def _normal_rule(order: int) -> list[dict[str, str]]:
    """The Gauss-Hermite rule of N(0, 1), the same on every machine."""
    nodes, weights = gauss_hermite(order, 25)
    pairs = zip(nodes, weights, strict=True)
    return [
        {"node": f"{float(sqrt(2) * x):.17g}", "weight": f"{float(w / sqrt(pi)):.17g}"}
        for x, w in pairs
    ]


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
        names: dict[Expr, Symbol] = {}
        written = []
        for place, s in enumerate(sums):
            names[s] = Symbol(f"{node.name}_sum_{place}")
            indices = [str(index) for index, *_ in s.limits]
            value = self.doprint(s.function)
            written.append({"name": names[s].name, "indices": indices, "value": value})
        return {
            "name": node.name,
            "value": self.doprint(node.expression.xreplace(names)),
            "sums": written,
        }


def _stage(stage: Stage, system: Stationary, about: dict[str, Any]) -> dict[str, Any]:
    single = [v.name for v in stage.values if not v.indices]
    if not system.tables and stage.name != stationary.ISOTROPIC:
        single += stage.reads
    c = _C(system.name, about["uses"], single)
    found: dict[str, Any] = {"nodes": [c.node(n) for n in stage.nodes]}
    for kind, tables in (("averages", stage.averages), ("entries", stage.values)):
        found[kind] = [
            {
                "name": t.name,
                "indices": list(t.indices),
                "place": _place(t.indices),
                "size": size(len(t.indices)),
                "value": c.doprint(t.expression),
            }
            for t in tables
        ]
    inner = [t for t in stage.averages if t.indices]  # those without are numbers of the function
    inner += [t for t in stage.values if t.name not in stage.returns]
    ranks = [len(t.indices) for t in inner]
    found["scratch"] = [
        {"name": t.name, "start": total(ranks[:place])} for place, t in enumerate(inner)
    ]
    unknown = dict(stage.unknown)
    found["blocks"] = [
        {
            "row": b.row,
            "column": b.column,
            "indices": list(b.indices),
            "row_place": _place(b.indices[: unknown[b.row]]),
            "column_place": _place(b.indices[unknown[b.row] :]),
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

"""What the targets of a stationary point share: the constants of its solvers, and its stages,
functions and unknowns in words, with sizes as polynomials in the number of groups."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from typing import Any, Protocol

from sympy import Expr, Integer

from ..ir.stationary import NODES, Activation, Stage, Stationary, Target, Value, rank
from ..ir.system import Parameter
from ..lowering.assign import Assignments, Spectrum
from .common import number
from .point_status import checks, statuses

__all__ = [
    "PER_GROUP",
    "SOLVER",
    "Writer",
    "constants",
    "functions",
    "of_spectrum",
    "size",
    "stages",
    "total",
]

#: Functions of kappa with one value per group, where there are groups.
PER_GROUP = ("c0", "c1", "c22")
#: What the law of a bulk gives at x, in this order.
LAW = ("t1", "W_vv", "W_ve", "W_ee", "t1_slope", "W_vv_slope", "W_ve_slope", "W_ee_slope")
#: The stage that is the law of a bulk whose rows are isotropic.
ISOTROPIC = "isotropic_law"
#: Constants of the emitted solvers.
SOLVER: dict[str, Any] = {
    "panels": 8,  # on either side of 0
    "order": 20,  # nodes of a panel
    "end": "9.0",  # of the range in kappa
    "rounding": "1e-15",  # of sums over the grid
    "exponent": "40.0",  # the grid's error is its exponential
    "range": "8.5",  # standard deviations that count
    # a field of a width so much less than the distance of the singularity needs no grid
    "narrow": "12.0",
    "hermite_order": 12,  # of the rule there
    "grid_error": "2e-14",  # measured against 30 digits, in units of the largest of 1 and f^2
    "warm_ups": "30, 300, 3000",
    "least_mode": "1e-12",
    "most_groups": 32,
    "most_steps": 60,
    "tolerance": "1e-13",
    "noise_points": 69,  # of the trapezoidal rule for the label noise
    "noise_end": "8.5",
    "owen_order": 12,
    "owen_error": "1e-15",  # measured against 30 digits
}

#: A stage in the words of a target, beside those that all have.
Written = Callable[[Stage, dict[str, Any]], dict[str, Any]]


class Writer(Protocol):
    """A printer of a target."""

    def doprint(self, expr: Expr) -> str: ...


def constants(system: Stationary) -> dict[str, Any]:
    """For all templates: what there is, and the constants of the solver."""
    numerical = sorted({f.name for f in system.functions if f.remainder is not None})
    return {
        "numerical": ", ".join(numerical),
        "grouped": bool(system.tables),
        "grid": _grid(system),
        "pi": f"{math.pi:.17g}",
        "statuses": statuses(system, SOLVER["most_groups"]),
        **checks(system),
        **SOLVER,
    }


def _grid(system: Stationary) -> int:
    """Points of the finest grid: its step is that of a field as narrow as a grid is used for."""
    exponent, narrow = float(SOLVER["exponent"]), float(SOLVER["narrow"])
    # where the Gaussian limits it, as for all singularities that far
    pace = math.pi * math.sqrt(2 / exponent)
    rules = [f.remainder for f in system.functions if f.remainder is not None]
    steps = [math.ceil(r.reach / (pace * float(r.singularity) / narrow)) for r in rules]
    return 2 * max(steps, default=0) + 3


def functions(system: Stationary, lowered: Assignments, printer: Writer) -> dict[str, Any]:
    """Parameters, activations and targets, their remainders, and the step, as text."""
    activations = zip(system.activations, lowered.activations, strict=True)
    targets = zip(system.targets, lowered.targets, strict=True)
    return {
        "parameters": _given(system.parameters),
        "activations": [
            _function(f, features, printer) | {"slope": printer.doprint(f.slope)}
            for f, features in activations
        ],
        "targets": [_function(g, features, printer) for g, features in targets],
        "remainders": [
            {"name": name, "lines": _lines(values, printer)} for name, values in lowered.remainders
        ],
        "step": _lines(lowered.step, printer),
    }


def _given(parameters: tuple[Parameter, ...]) -> list[dict[str, str]]:
    """Parameters, or tables of them, in words."""
    return [
        {
            "name": p.name,
            "meaning": p.meaning,
            "default": "" if p.default is None else repr(float(p.default)),
        }
        for p in parameters
    ]


def _function(f: Activation | Target, features: tuple[Value, ...], printer: Writer) -> dict:
    found: dict[str, Any] = {
        "name": f.name,
        "text": f.text,
        "function": printer.doprint(f.function),
        "features": _lines(features, printer),
        "moments": [{"name": v.name, "value": printer.doprint(v.expression)} for v in f.moments],
        "parity": f.parity,
        "remainder": f.remainder is not None,
    }
    if f.remainder is not None:
        found["singularity"] = number(f.remainder.singularity)
        found["reach"] = number(Integer(f.remainder.reach))
    return found


def _lines(values: tuple[Value, ...], printer: Writer) -> list[dict[str, str]]:
    return [
        {"name": v.name, "value": printer.doprint(v.expression), "meaning": v.meaning}
        for v in values
    ]


def of_spectrum(spectrum: Spectrum, printer: Writer, parameters: tuple[str, ...]) -> dict:
    """A stage over the samples of the step, with their signals s and labels y."""
    stage = spectrum.stage
    used = _symbols(stage)
    averages = {v.name for v in stage.averages}
    inner = _lines(spectrum.inner, printer)
    return {
        "name": stage.name,
        "meaning": stage.meaning,
        "reads": list(stage.reads),
        "uses": [p for p in parameters if p in used],
        "tables": [n for n in ("y", "s") if n in used],
        "nodes": [line | {"sum": line["name"] in averages} for line in inner],
        "averages": [v.name for v in stage.averages],
        "lines": _lines(spectrum.lines, printer),
        "returns": list(stage.returns),
    }


def stages(system: Stationary, written: Written) -> dict[str, Any]:
    """What the templates of the solvers need beside the functions: stages, unknowns, tables with
    their indices."""
    by_name = {s.name: s for s in system.stages}
    of_state, of_modes = _unknown(by_name["newton"]), _unknown(by_name["means"])
    state_names = [u["name"] for u in of_state]
    found = [_stage(s, system, written) for s in system.stages]
    return {
        "stages": [s for s in found if s["name"] != ISOTROPIC],
        "isotropic": [s for s in found if s["name"] == ISOTROPIC],
        "law": list(LAW),
        "held": [*(u["name"] for u in of_state), "P", *LAW],
        "tables": _given(system.tables),
        "readout": [{"name": p.name, "given": p in system.parameters} for p in system.readout],
        "state": of_state,
        "modes": of_modes,
        "state_size": total([u["rank"] for u in of_state]),
        "scratch_size": _scratch_size(system),
        "outputs": [
            {
                "name": v.name,
                "meaning": v.meaning,
                "rank": rank(v),
                "size": size(rank(v)),
                "c": f"at->{v.name}" if v.name in state_names else v.name,
                "error": v.name in by_name["errors"].returns,
            }
            for v in system.outputs
        ],
    }


def _stage(stage: Stage, system: Stationary, written: Written) -> dict[str, Any]:
    used = _symbols(stage)
    readout = {p.name for p in (*system.parameters, *system.readout)}
    scalars = sorted((readout - {t.name for t in system.tables}) & used)
    found: dict[str, Any] = {
        "name": stage.name,
        "meaning": stage.meaning,
        "reads": list(stage.reads),
        "uses": scalars,
        "given": [t.name for t in system.tables if t.name in used],
        "tables": [n for n in NODES if n in used],
        "per_group": list(PER_GROUP) if system.tables else [],
        "unknown": _unknown(stage),
        "size": total([rank for _, rank in stage.unknown]),
        "returns": list(stage.returns),
        "square": any(b.column for b in stage.blocks),
    }
    return found | written(stage, found)


def _symbols(stage: Stage) -> set[str]:
    """Names in its expressions."""
    found: set[str] = set()
    for e in stage.expressions():
        found |= {s.name for s in e.free_symbols}
    return found


def _unknown(stage: Stage) -> list[dict]:
    """Tables of unknowns, and where in their vector each begins."""
    ranks = [rank for _, rank in stage.unknown]
    return [
        {"name": name, "rank": rank, "start": total(ranks[:place]), "size": size(rank)}
        for place, (name, rank) in enumerate(stage.unknown)
    ]


def _scratch_size(system: Stationary) -> str:
    """Enough for the averages and the inner tables of any stage."""
    most = Counter[int]()  # number of indices -> of so many tables
    for stage in system.stages:
        most |= Counter(len(t.indices) for t in (*stage.averages, *stage.values))
    return total(list(most.elements()))


def size(rank: int) -> str:
    """Of a table with so many indices over groups."""
    return "*".join(["groups"] * rank) or "1"


def total(ranks: list[int]) -> str:
    """The size of tables with these numbers of indices together, as a polynomial in the number of
    groups."""
    counts = ((ranks.count(rank), rank) for rank in sorted(set(ranks), reverse=True))
    return (
        " + ".join(str(n) if not r else size(r) if n == 1 else f"{n}*{size(r)}" for n, r in counts)
        or "0"
    )

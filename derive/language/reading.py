"""A model read back from its data, schema 1 of docs/models.md: the inverse of `data`."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from .algorithm import (
    Adaptation,
    Algorithm,
    Coefficient,
    Descent,
    GiantAdaptation,
    GiantStep,
    Loss,
    Observable,
)
from .applied import Apply
from .data import SCHEMA
from .expression import Node, NoExpression, Number, Size, added, multiplied, raised
from .scenario import (
    Activate,
    Element,
    Field,
    Gain,
    Gains,
    Given,
    Head,
    Network,
    Noise,
    Output,
    Range,
    Rate,
    Samples,
    Summed,
    Task,
    TaskVector,
    Unit,
    Vector,
)

__all__ = ["read"]

Tree = dict[str, Any]


def read(data: Tree) -> Algorithm:
    """The algorithm that ``data`` states; KeyError, TypeError or ValueError where it states
    none."""
    if data["schema"] != SCHEMA:
        raise ValueError(f"its schema is {data['schema']!r}, and this version reads {SCHEMA}")
    return _Reader(data).algorithm()


class _Reader:
    """The parts of one model by name."""

    def __init__(self, data: Tree) -> None:
        self.data = data
        rows = [row for row in data["parameters"] if row["kind"] in ("rate", "share")]
        self.rates = {
            row["name"]: Rate(row["name"], row["meaning"], row["default"]) for row in rows
        }
        self.sets = {
            x["letter"]: Samples(x["letter"], x["size"], x["meaning"]) for x in data["samples"]
        }
        self.ranges = {
            x["field"]: Range(x["field"], x["units"]) for x in (data["learner"], data["teacher"])
        }
        self.networks = {x["field"]: self.network(x) for x in (data["learner"], data["teacher"])}
        task, start, inner = data["task"], data["start"], data["inner"]
        learner = self.networks[data["learner"]["field"]]
        self.task = TaskVector(
            task["name"], self.networks[task["network"]], task["mean"], task["variance"]
        )
        self.start = Head(start["name"], learner, self.rate(start["rate"]), start["value"])
        self.heads = {start["name"]: self.start}
        self.vectors = {
            x["name"]: Vector(x["name"], self.networks[x["network"]], x["meaning"], x["default"])
            for x in data.get("vectors", ())
        }
        x = data.get("gains")
        self.gains = x and Gains(x["name"], self.networks[x["network"]], self.rates[x["keep"]])
        self.tasks = tuple(map(self.of_set, data.get("tasks", ())))
        if inner is not None:
            self.heads[inner["head"]] = Head(inner["head"], learner)

    def algorithm(self) -> Algorithm:
        data, outer = self.data, self.data["outer"]
        inner = None if data["inner"] is None else self.adaptation(data["inner"])
        ahead = self.ahead(data["ahead"]) if "ahead" in data else None
        kind = GiantStep if outer.get("giant", False) else Descent
        descent = kind(
            self.networks[outer["network"]],
            self.heads[outer["head"]],
            self.rates[outer["rate"]],
            self.loss(outer),
            self.sets[outer["samples"]],
            self.rate(outer["decay"]),
            inner if outer["through_inner"] else None,
            self.coefficient(outer) if "coefficient" in outer else None,
            bool(outer.get("spherical", False)),
        )
        named = {
            descent.rate,
            descent.decay,
            self.start.rate,
            self.rate(data["noise"]),
            inner.rate if inner else None,
            self.gains.keep if self.gains else None,
            *((ahead.rate, ahead.rate_of_head) if ahead else ()),
            *(t.share for t in self.tasks),
        }
        return Algorithm(
            data["name"],
            data["title"],
            self.networks[data["learner"]["field"]],
            self.networks[data["teacher"]["field"]],
            self.task,
            self.start,
            descent,
            tuple(self.observable(x) for x in data["observables"]),
            inner,
            self.rate(data["noise"]),
            data["reference"],
            tuple(rate for rate in self.rates.values() if rate not in named),
            tuple(self.vectors.values()),
            self.gains,
            self.tasks,
            bool(data.get("blocks", False)),
            ahead,
        )

    def of_set(self, x: Tree) -> Task:
        own = "" if x["head"] == self.start.name else x["head"]
        return Task(x["name"], self.vectors[x["vector"]], self.rate(x["share"]), own)

    def rate(self, name: str | None) -> Rate | None:
        return None if name is None else self.rates[name]

    def network(self, x: Tree) -> Network:
        scale = self.expression(x["scale"], {}, None)
        own = x.get("activation")
        activation = tuple(own) if isinstance(own, list) else own
        names = (x["field"], x["weights"], x["units"], x["letters"])
        return Network(*names, scale, activation, x.get("spread"))

    def adaptation(self, x: Tree) -> Adaptation:
        head, samples = self.heads[x["head"]], self.sets[x["samples"]]
        return Adaptation(
            head, self.heads[x["start"]], self.rates[x["rate"]], self.loss(x), samples, x["steps"]
        )

    def ahead(self, x: Tree) -> GiantAdaptation:
        return GiantAdaptation(
            self.networks[x["network"]],
            self.heads[x["head"]],
            self.rates[x["rate"]],
            self.loss(x),
            self.sets[x["samples"]],
            self.rate(x["rate_of_head"]),
        )

    def observable(self, x: Tree) -> Observable:
        said = (x["meaning"], x["latex"], x.get("task", ""))
        return Observable(x["name"], self.loss(x), self.heads[x["head"]], *said)

    def loss(self, stated: Tree) -> Loss:
        """A loss is a function of the head and the samples: those it is stated with give way to
        them."""

        def loss(head: Head, samples: Samples) -> Node:
            return self.expression(stated["loss"], {stated["head"]: head}, samples)

        return loss

    def coefficient(self, stated: Tree) -> Coefficient:
        """The same of a coefficient, at the unit it is stated for."""

        def coefficient(unit: Unit, head: Head, samples: Samples) -> Node:
            value = stated["coefficient"]["value"]
            return self.expression(value, {stated["head"]: head}, samples)

        return coefficient

    def expression(self, e: Tree, heads: dict[str, Head], samples: Samples | None) -> Node:
        """The expression of a tree, with these heads by name and on these samples."""

        def inside(x: Tree) -> Node:
            return self.expression(x, heads, samples)

        op = e["op"]
        if op == "number":
            value = e["value"]
            number = Fraction(value) if isinstance(value, str) else value
            return multiplied(Number(number))
        if op == "parameter":
            return self.rates[e["name"]]
        if op == "size":
            return Size(e["name"])
        if op in ("add", "mul"):
            return (added if op == "add" else multiplied)(*(inside(x) for x in e["args"]))
        if op == "power":
            return raised(inside(e["base"]), Fraction(e["exponent"]))
        if op == "sum":
            return Summed(self.unit(e, e["network"]), inside(e["body"]))
        if samples is None:
            raise ValueError(
                f"{op!r} in an output scale, which is made of numbers, rates and sizes"
            )
        if op == "noise":
            return Noise(samples)
        if op == "activation":
            return Activate(e["order"], inside(e["of"]))
        if op == "function":
            return Apply(e["name"], inside(e["of"]))
        if op == "field":
            return Field(e["network"], self.unit(e, e["network"]), samples)
        every: dict[str, Head | TaskVector] = {self.task.name: self.task, **self.heads, **heads}
        if op == "head":
            head = every[e["name"]]
            return Element(head.name, self.unit(e, head.network.field))
        if op == "gain":
            assert self.gains is not None
            return Gain(self.gains.name, self.unit(e, self.gains.network.field))
        if op == "vector":
            vector = self.vectors[e["name"]]
            return Given(vector.name, self.unit(e, vector.network.field))
        if op == "output":
            return Output(self.networks[e["network"]], every[e["head"]], samples)
        raise NoExpression(f"has the op {op!r}, which docs/models.md does not know")

    def unit(self, e: Tree, network: str) -> Unit:
        return Unit(e["unit"], self.ranges[network])

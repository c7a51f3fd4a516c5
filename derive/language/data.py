"""An algorithm as data, schema 1 of docs/models.md: what the simulation and the keys of problem files are read from."""

from __future__ import annotations

import json
from typing import Any

from sympy import Add, Expr, Float, Mul, Pow, Rational, Sum, Symbol, default_sort_key, sympify
from sympy.tensor.indexed import Indexed

from .algorithm import NOISE, Activate, Algorithm, Head, Loss, Network, Rate, Samples

__all__ = ["as_json", "model_data"]

SCHEMA = 1


def as_json(algorithm: Algorithm) -> str:
    """The data as the text of `models/NAME.json`."""
    return json.dumps(model_data(algorithm), indent=1) + "\n"


def model_data(algorithm: Algorithm) -> dict[str, Any]:
    """Everything an algorithm states, as a dict that JSON can hold."""
    inner, outer, start, task = algorithm.adaptation, algorithm.outer, algorithm.start, algorithm.task
    write = _Writer(algorithm)
    return {
        "schema": SCHEMA,
        "name": algorithm.name,
        "title": algorithm.title,
        "reference": algorithm.reference,
        "learner": _network(algorithm.learner),
        "teacher": _network(algorithm.teacher),
        "task": {
            "name": task.name,
            "network": task.network.field,
            "mean": task.mean,
            "variance": task.variance,
        },
        "start": {
            "name": start.name,
            "network": start.network.field,
            "rate": None if start.rate is None else start.rate.name,
            "value": start.value,
        },
        "noise": None if algorithm.noise is None else algorithm.noise.name,
        "samples": [_samples(x.samples) for x in (inner, outer) if x is not None],
        "parameters": _parameters(algorithm),
        "inner": None
        if inner is None
        else {
            "head": inner.head.name,
            "start": inner.start.name,
            "rate": inner.rate.name,
            "samples": inner.samples.letter,
            "steps": inner.steps,
            "loss": write.loss(inner.loss, inner.head, inner.samples),
        },
        "outer": {
            "network": outer.network.field,
            "head": outer.head.name,
            "rate": outer.rate.name,
            "samples": outer.samples.letter,
            "decay": None if outer.decay is None else outer.decay.name,
            "through_inner": outer.through is not None,
            "loss": write.loss(outer.loss, outer.head, outer.samples),
        },
        "observables": [
            {
                "name": x.name,
                "head": x.head.name,
                "meaning": x.meaning,
                "latex": x.latex,
                "loss": write.loss(x.loss, x.head, outer.samples),
            }
            for x in algorithm.observables
        ],
    }


def _network(network: Network) -> dict[str, Any]:
    names = {name: getattr(network, name) for name in ("field", "weights", "units", "letters")}
    return {**names, "scale": {"op": "number", "value": 1}}


def _samples(samples: Samples) -> dict[str, str]:
    return {"letter": samples.letter, "size": samples.size, "meaning": samples.meaning}


def _parameters(algorithm: Algorithm) -> list[dict[str, Any]]:
    """Rates, numbers of samples, numbers of steps, in the order of the solvers."""

    def row(name: str, kind: str, meaning: str, default: float | None) -> dict[str, Any]:
        return {"name": name, "kind": kind, "meaning": meaning, "default": default}

    inner = algorithm.adaptation
    found = [row(r.name, "rate", r.meaning, r.default) for r in algorithm.rates()]
    for x in (algorithm.outer, inner):
        if x is not None:
            found.append(row(x.samples.size, "samples", x.samples.meaning, None))
    if inner is not None and isinstance(inner.steps, str):
        found.append(row(inner.steps, "count", "steps of the inner loop", 1))
    return found


class _Writer:
    """Writes losses as trees."""

    def __init__(self, algorithm: Algorithm) -> None:
        self.networks = {n.field: n for n in (algorithm.learner, algorithm.teacher)}
        self.heads = {algorithm.start.name: algorithm.learner, algorithm.task.name: algorithm.teacher}
        if algorithm.adaptation is not None:
            self.heads[algorithm.adaptation.head.name] = algorithm.learner
        sets = [x.samples for x in (algorithm.outer, algorithm.adaptation) if x is not None]
        self.letters = {s.index: s.letter for s in sets}
        self.sizes = {s.number: s.size for s in sets}
        rates: tuple[Rate, ...] = algorithm.rates()
        self.rates = {r.symbol: r.name for r in rates}

    def loss(self, loss: Loss, head: Head, samples: Samples) -> dict[str, Any]:
        return self.tree(sympify(loss(head, samples)))

    def tree(self, e: Expr) -> dict[str, Any]:
        if isinstance(e, Rational):
            return {"op": "number", "value": int(e) if e.is_Integer else f"{e.p}/{e.q}"}
        if isinstance(e, Float):
            return {"op": "number", "value": float(e)}
        if isinstance(e, Add | Mul):
            args = [self.tree(x) for x in sorted(e.args, key=default_sort_key)]
            if isinstance(e, Add):
                return {"op": "add", "args": sorted(args, key=self.rank)}
            return {"op": "mul", "args": args}
        if isinstance(e, Pow):
            exponent = int(e.exp) if e.exp.is_Integer else f"{e.exp.p}/{e.exp.q}"
            return {"op": "power", "base": self.tree(e.base), "exponent": exponent}
        if isinstance(e, Sum):
            return self.sum(e)
        if isinstance(e, Activate):
            return {"op": "activation", "order": int(e.args[0]), "of": self.tree(e.args[1])}
        if isinstance(e, Indexed):
            return self.element(e)
        if isinstance(e, Symbol) and e in self.rates:
            return {"op": "parameter", "name": self.rates[e]}
        if isinstance(e, Symbol):
            return {"op": "size", "name": self.sizes.get(e, e.name)}
        raise ValueError(f"{e} cannot be written as data: it is no polynomial in heads, fields and functions of fields")

    def rank(self, tree: dict[str, Any]) -> int:
        """The order of summands: the output of the learner, that of the teacher, noise, what else there is."""
        text = json.dumps(tree)
        for place, field in enumerate(self.networks):
            if f'"op": "output", "network": "{field}"' in text:
                return place
        return 2 if '"op": "noise"' in text else 3

    def sum(self, e: Sum) -> dict[str, Any]:
        output = self.output(e)
        if output is not None:
            return output
        found = self.tree(e.function)
        for index, _, _ in e.limits:
            found = {"op": "sum", "unit": index.name, "network": index.rng.name, "body": found}
        return found

    def output(self, e: Sum) -> dict[str, Any] | None:
        """sum_k head_k g(field_k), a network's output, under a name of its own."""
        unit = e.limits[0][0]
        if len(e.limits) > 1:
            return None
        for name, network in self.heads.items():
            for index, letter in self.letters.items():
                samples = Samples(letter, str(index.rng.parts[0]))
                head = Head(name, network)
                whole = network.output(head, samples)
                if unit.rng == network.range and whole.function.xreplace({whole.limits[0][0]: unit}) == e.function:
                    return {"op": "output", "network": network.field, "head": name, "samples": letter}
        return None

    def element(self, e: Indexed) -> dict[str, Any]:
        name, indices = str(e.base), e.indices
        if e.base == NOISE:
            return {"op": "noise", "samples": self.letters[indices[0]]}
        if name in self.networks:
            return {"op": "field", "network": name, "unit": indices[0].name, "samples": self.letters[indices[1]]}
        return {"op": "head", "name": name, "unit": indices[0].name}

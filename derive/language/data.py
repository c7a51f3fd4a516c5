"""An algorithm as data, schema 1 of docs/models.md: what the simulation and the keys of problem
files are read from."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from .algorithm import (
    Algorithm,
    Descent,
    GiantAdaptation,
    GiantStep,
    coefficient,
    expression,
)
from .applied import Apply
from .expression import Add, Mul, Node, NoExpression, Number, Power, Size
from .scenario import (
    Activate,
    Element,
    Field,
    Gain,
    Given,
    Network,
    Noise,
    Output,
    Rate,
    Samples,
    Summed,
)

__all__ = ["as_json", "model_data", "tree"]

SCHEMA = 1


def as_json(algorithm: Algorithm) -> str:
    """The data as the text of `models/NAME.json`."""
    return json.dumps(model_data(algorithm), indent=1) + "\n"


def model_data(algorithm: Algorithm) -> dict[str, Any]:
    """Everything an algorithm states, as a dict that JSON can hold."""
    inner, outer, start, task = (
        algorithm.adaptation,
        algorithm.outer,
        algorithm.start,
        algorithm.task,
    )
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
        "samples": [_samples(x.samples) for x in (inner, algorithm.ahead, outer) if x is not None],
        "parameters": _parameters(algorithm),
        **_vectors(algorithm),
        **_gains(algorithm),
        **_tasks(algorithm),
        **({"blocks": True} if algorithm.blocks else {}),
        **_ahead(algorithm),
        "inner": None
        if inner is None
        else {
            "head": inner.head.name,
            "start": inner.start.name,
            "rate": inner.rate.name,
            "samples": inner.samples.letter,
            "steps": inner.steps,
            "loss": tree(expression(inner.loss, inner.head, inner.samples)),
        },
        "outer": {
            "network": outer.network.field,
            "head": outer.head.name,
            "rate": outer.rate.name,
            "samples": outer.samples.letter,
            "decay": None if outer.decay is None else outer.decay.name,
            "through_inner": outer.through is not None,
            "loss": tree(expression(outer.loss, outer.head, outer.samples)),
            **_coefficient(outer),
            **({"spherical": True} if outer.spherical else {}),
            **({"giant": True} if isinstance(outer, GiantStep) else {}),
        },
        "observables": [
            {
                "name": x.name,
                "head": x.head.name,
                "meaning": x.meaning,
                "latex": x.latex,
                "loss": tree(expression(x.loss, x.head, outer.samples)),
                **({"task": x.task} if x.task else {}),
            }
            for x in algorithm.observables
        ],
    }


def _ahead(algorithm: Algorithm) -> dict[str, Any]:
    """Where there is a giant step ahead of the outer one."""
    x = algorithm.ahead
    if x is None:
        return {}
    found = {
        "network": x.network.field,
        "head": x.head.name,
        "rate": x.rate.name,
        "rate_of_head": None if x.rate_of_head is None else x.rate_of_head.name,
        "samples": x.samples.letter,
        "loss": tree(expression(x.loss, x.head, x.samples)),
    }
    return {"ahead": found}


def _coefficient(outer: Descent) -> dict[str, Any]:
    """Where the step states one: of the unit that its letter counts."""
    value, unit = coefficient(outer), outer.network.index()
    if value is None:
        return {}
    named = {"unit": unit.letter, "network": unit.range.network}
    return {"coefficient": {**named, "value": tree(value)}}


def _network(network: Network) -> dict[str, Any]:
    names = {name: getattr(network, name) for name in ("field", "weights", "units", "letters")}
    own = network.activation
    stated: dict[str, Any] = {}
    if own is not None:
        stated["activation"] = own if isinstance(own, str) else list(own)
    if network.spread is not None:
        stated["spread"] = network.spread
    return {**names, "scale": tree(network.scale), **stated}


def _samples(samples: Samples) -> dict[str, str]:
    return {"letter": samples.letter, "size": samples.size, "meaning": samples.meaning}


def _parameters(algorithm: Algorithm) -> list[dict[str, Any]]:
    """Rates, numbers of samples, numbers of steps, in the order of the solvers."""

    def row(name: str, kind: str, meaning: str, default: float | None) -> dict[str, Any]:
        return {"name": name, "kind": kind, "meaning": meaning, "default": default}

    inner = algorithm.adaptation
    shares = algorithm.shares()
    found = []
    for r in algorithm.rates():
        found.append(row(r.name, "share" if r in shares else "rate", r.meaning, r.default))
    for x in (algorithm.outer, inner, algorithm.ahead):
        if x is not None:
            giant = isinstance(x, GiantStep | GiantAdaptation)
            beside = " over the number of inputs" if giant else ""
            found.append(row(x.samples.size, "samples", x.samples.meaning + beside, None))
    if inner is not None and isinstance(inner.steps, str):
        found.append(row(inner.steps, "count", "steps of the inner loop", 1))
    return found


def _vectors(algorithm: Algorithm) -> dict[str, Any]:
    """Where there are any: each with the network whose units it counts."""
    rows = [
        {
            "name": x.name,
            "network": x.network.field,
            "meaning": x.meaning,
            "default": x.default,
        }
        for x in algorithm.arrays()
    ]
    return {"vectors": rows} if rows else {}


def _gains(algorithm: Algorithm) -> dict[str, Any]:
    """Where there are some."""
    x = algorithm.gains
    if x is None:
        return {}
    return {"gains": {"name": x.name, "network": x.network.field, "keep": x.keep.name}}


def _tasks(algorithm: Algorithm) -> dict[str, Any]:
    """Where there is a set of them: each with its vector, the parameter that is its probability
    (null: it takes the rest), and its head."""
    rows = [
        {
            "name": t.name,
            "vector": t.vector.name,
            "share": None if t.share is None else t.share.name,
            "head": t.head or algorithm.start.name,
        }
        for t in algorithm.tasks
    ]
    return {"tasks": rows} if rows else {}


def tree(e: Node) -> dict[str, Any]:
    """An expression as a dict."""
    match e:
        case Number(value):
            return {"op": "number", "value": str(value) if isinstance(value, Fraction) else value}
        case Rate(name):
            return {"op": "parameter", "name": name}
        case Size(name):
            return {"op": "size", "name": name}
        case Add(args):
            return {"op": "add", "args": [tree(x) for x in args]}
        case Mul(args):
            return {"op": "mul", "args": [tree(x) for x in args]}
        case Power(base, exponent):
            power = str(exponent) if isinstance(exponent, Fraction) else exponent
            return {"op": "power", "base": tree(base), "exponent": power}
        case Summed(unit, body):
            return {
                "op": "sum",
                "unit": unit.letter,
                "network": unit.range.network,
                "body": tree(body),
            }
        case Element(name, unit):
            return {"op": "head", "name": name, "unit": unit.letter}
        case Gain(name, unit):
            return {"op": "gain", "name": name, "unit": unit.letter}
        case Given(name, unit):
            return {"op": "vector", "name": name, "unit": unit.letter}
        case Field(network, unit, samples):
            return {
                "op": "field",
                "network": network,
                "unit": unit.letter,
                "samples": samples.letter,
            }
        case Activate(order, of):
            return {"op": "activation", "order": order, "of": tree(of)}
        case Apply(function, of):
            return {"op": "function", "name": function, "of": tree(of)}
        case Output(network, head, samples):
            return {
                "op": "output",
                "network": network.field,
                "head": head.name,
                "samples": samples.letter,
            }
        case Noise(samples):
            return {"op": "noise", "samples": samples.letter}
    raise NoExpression(f"has {e}, which is no part of a loss")

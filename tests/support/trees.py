"""Models as data for tests: the built-in ones with other losses. One line an operation, as in
docs/models.md."""

import copy

from orderode.models.data import model_data


def number(value):
    return {"op": "number", "value": value}


def parameter(name):
    return {"op": "parameter", "name": name}


def size(name):
    return {"op": "size", "name": name}


def add(*args):
    return {"op": "add", "args": list(args)}


def mul(*args):
    return {"op": "mul", "args": list(args)}


def power(base, exponent):
    return {"op": "power", "base": base, "exponent": exponent}


def total(unit, body, network="lambda"):
    return {"op": "sum", "unit": unit, "network": network, "body": body}


def head(name, unit):
    return {"op": "head", "name": name, "unit": unit}


def field(unit, samples, network="lambda"):
    return {"op": "field", "network": network, "unit": unit, "samples": samples}


def g(order, of):
    return {"op": "activation", "order": order, "of": of}


def output(network, name, samples):
    return {"op": "output", "network": network, "head": name, "samples": samples}


def noise(samples):
    return {"op": "noise", "samples": samples}


def error(name, samples, noisy=True):
    """f - y."""
    terms = [output("lambda", name, samples), mul(number(-1), output("beta", "u", samples))]
    return (
        add(*terms, mul(number(-1), parameter("noise"), noise(samples))) if noisy else add(*terms)
    )


def variant(of, *, inner=None, outer=None, scale=None, through=None, parameters=(), steps=None):
    """A built-in model with other losses, a scale of the learner's output, further parameters."""
    data = copy.deepcopy(model_data(of))
    data["name"] = f"variant of {of}"
    for key, loss in (("inner", inner), ("outer", outer)):
        if loss is not None:
            data[key]["loss"] = loss
    if scale is not None:
        data["learner"]["scale"] = scale
    if through is not None:
        data["outer"]["through_inner"] = through
    if steps is not None:
        data["inner"]["steps"] = steps
    data["parameters"] += [
        {"name": n, "kind": "rate", "meaning": "of this test", "default": None} for n in parameters
    ]
    return data

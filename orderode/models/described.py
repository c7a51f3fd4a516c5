"""A model in lines for people: what it states, and which of its equations there are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from . import judgement
from .catalogue import Entry, catalogue, entry, moving
from .data import data_of, stated
from .deriving import derived_before, is_model_file
from .manifest import FLOW, KINDS, MAP

__all__ = ["described", "in_words"]

ACCEPTED = {
    "rate": "a number >= 0",
    "share": "a number from 0 to 1",
    "samples": "an integer >= 1, or inf",
    "ratio": "a number > 0, or inf",
    "count": "an integer >= 1",
}


def in_words(e: Entry) -> Iterator[str]:
    """A system of equations: the functions that it holds for, its limits, its closures, what came
    of its drift test."""
    one = e.particulars.get("activation")
    kind = f"activation {one}" if one else KINDS[e.driver].theory
    if one != (other := e.particulars.get("teacher_activation")):
        kind += f", of the teacher {other}"
    yield f"{e.name}: {e.title}; {kind}; digest {e.digest}"
    several = [f"{x} {', '.join(e[x])}" for x in ("activations", "targets") if x in e.particulars]
    if several:
        yield f"    {'; '.join(several)}"
    for (parameter, value), status in e.limits.items():
        value = "finite" if (e.values.get(parameter), value) == ("ratio", "integer") else value
        yield f"    {parameter} = {value:<8} {status}"
    yield from _holds(e)
    for closure in e.closures:
        yield f"    {closure}"
    if e.drift_test is not None:
        yield f"    drift test: {judgement.in_words(e.drift_test)}"


def _holds(e: Entry) -> Iterator[str]:
    """Of a system that moves: whether there is a covariance of one step, and vector kernels."""
    if e.driver not in (FLOW, MAP):
        return
    if e.driver == FLOW and not any(parameter == "P" for parameter, _ in e.limits):
        yield "    no inner loop, so that there is no P"
    at = " and ".join(f"{name} = inf" for name in e.particulars.get("diffusion_at", ()))
    covariance = "none" if not e.particulars.get("diffusion") else f"at {at} only" if at else "yes"
    kernels = f"none ({e['without_batch']})" if e["without_batch"] else "yes"
    if kernels == "yes" and any(parameter == "P" for parameter, _ in e.limits):
        kernels = "at any P" if e["few_batch"] else "at P = inf"
    yield f"    covariance of one step (band of finite N): {covariance}; vector kernels: {kernels}"


def described(model: str) -> Iterator[str]:
    """The parameters that a model states, by its name or path, and its equations as far as they
    have been derived."""
    facts, data = stated(model), data_of(model)
    yield f"{facts.name}: {data['title']}"
    for p in facts.parameters:
        default = "" if p.default is None else f"; default {p.default:g}"
        yield f"    {p.name:<12} {ACCEPTED[p.kind]}: {p.meaning}{default}"
    for v in facts.vectors:
        kind = f"a list of {v.units} numbers" if v.units != "blocks" else "a list, a number a block"
        default = "" if v.default is None else f"; default all {v.default:g}"
        yield f"    {v.name:<12} {kind}: {v.meaning}{default}"
    for name in facts.heads[1:]:
        kind = "a list of K numbers"
        yield f"    {name:<12} {kind}: where a head starts; default all {facts.start:g}"
    for t in facts.tasks:
        chance = t.share or "what the others leave"
        yield f"    task {t.name:<7} vector {t.vector}, head {t.head}, probability {chance}"
    there = list(_equations(model))
    for e in there:
        yield from in_words(e)
    if not there:
        yield "No equations have been derived from it yet."


def _equations(model: str) -> Iterator[Entry]:
    if not is_model_file(model):
        yield from (e for e in moving() if e.model == model)
    elif Path(model).suffix not in (".py", ".json"):
        yield entry(model)
    else:
        known = dict.fromkeys(e.activation for e in catalogue())
        yield from (entry(model, a) for a in known if derived_before(Path(model), a))

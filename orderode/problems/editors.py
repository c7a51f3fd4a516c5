"""The JSON Schema of problem files, by which editors complete and check them: made of the rules
that check the files, as far as JSON Schema can say these."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING as NO_DEFAULT
from itertools import chain
from typing import Any

from ..models.catalogue import catalogue, models_of
from ..models.data import Stated, stated
from ..models.manifest import FLOW, MAP, MEASURED, STATIONARY
from . import fixed_point, parameters, phases, schedule, steps, tables
from .schema import Rule, keys_of

__all__ = ["problem_schema"]

DIALECT = "http://json-schema.org/draft-07/schema#"  # the newest that all TOML editors know
A_PATH = r"[./\\]"  # of a model file, or of a folder it was derived into
Rules = Mapping[str, tuple[Rule, Any]]
Schema = dict[str, Any]


def problem_schema() -> Schema:
    """Of problem files of every model that was generated, and of model files, whose [parameters]
    are not looked at."""
    flows, maps, points = (models_of(driver) for driver in (FLOW, MAP, STATIONARY))
    cases = [_case({"const": name}, _of_flow(stated(name))) for name in flows]
    cases += [_case({"const": name}, _of_map(stated(name))) for name in maps]
    cases += [_case({"const": name}, _of_point(name)) for name in points]
    cases.append(_case({"pattern": A_PATH}, _table(_rules(tables.Document))))
    names = {"enum": [*flows, *maps, *points]}
    path = {"type": "string", "pattern": A_PATH}
    model = {"anyOf": [names, path], "description": tables.MODEL.accepted}
    return {
        "$schema": DIALECT,
        "title": "a problem file of orderode",
        "type": "object",
        "required": ["model"],
        "properties": {"model": model},
        "allOf": cases,
    }


def _case(model: Schema, then: Schema) -> Schema:
    """What holds for problems whose model is this."""
    chosen = {"properties": {"model": model}, "required": ["model"]}
    return {"if": chosen, "then": then}


def _of_flow(facts: Stated) -> Schema:
    found = _table(_rules(tables.Document))
    keys = found["properties"]
    keys["parameters"] = _table(parameters.rules_of(facts))
    changing = schedule.rules_of(facts, int(facts.blocks))
    first = {"alphas": (schedule.ALPHAS, NO_DEFAULT), "linear": (schedule.LINEAR, False)}
    keys["schedule"] = _table({**first, **changing})
    keys["phases"] |= {"items": _table(phases.rules_of(facts, last=True))}
    own = chain.from_iterable(e.state for e in catalogue(FLOW) if e.model == facts.name)
    starts = {x.name: {"type": "array"} for x in own if x.name not in (*MEASURED, *facts.heads)}
    keys["overlaps"]["properties"] |= starts
    return found


def _of_map(facts: Stated) -> Schema:
    found = _table(_rules(steps.Document))
    found["properties"]["parameters"] = _table(parameters.rules_of(facts))
    return found


def _of_point(model: str) -> Schema:
    found = _table(_rules(fixed_point.Document))
    keys = fixed_point.keys_for(model)
    rules = {name: (spec.metadata["rule"], spec.default) for name, spec in keys.items()}
    found["properties"]["parameters"] = _table(rules)
    for name, said in found["properties"]["parameters"]["properties"].items():
        said["description"] += f" ({keys[name].metadata['meaning']})"
    return found


def _rules(kind: type[Any]) -> Rules:
    return {name: (s.metadata["rule"], s.default) for name, s in keys_of(kind).items()}


def _table(rules: Rules) -> Schema:
    """A table with these keys and no others."""
    needed = [name for name, (_, default) in rules.items() if default is NO_DEFAULT]
    return {
        "type": "object",
        "properties": {name: _value(*rule) for name, rule in rules.items()},
        "required": needed,
        "additionalProperties": False,
    }


def _value(rule: Rule, default: Any) -> Schema:
    """What a key accepts, and its default where that is a value of TOML."""
    inside = rule.json if rule.kind is None else _table(_rules(rule.kind))
    found: Schema = {"description": rule.accepted, **json.loads(json.dumps(inside))}
    if isinstance(default, int | float | str):
        found["default"] = default
    return found

"""The inner loop by which heads of a model adapt at test time, and the equations that follow it."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from ..errors import NotAvailable, ProblemError
from ..models.catalogue import entry
from ..models.data import data_of, model_data
from ..problems.problem import Problem

__all__ = ["Inner", "require_adaptation"]

#: Whose equations follow any number of steps of the loss that it has.
FOLLOWS = "fo_anil"


class Inner(NamedTuple):
    """Names of the parameters of an inner loop, of the outer rate, and of the observable of the
    adapted head, in the system of this key."""

    key: str
    rate: str
    outer: str
    size: str
    steps: str
    observable: str


def require_adaptation(problem: Problem) -> Inner:
    """The model's own inner loop: in its own equations where its number of steps is a parameter,
    else in those of ``fo_anil`` where the loss is the same; ``NotAvailable`` where neither is."""
    data, name = data_of(problem.model), problem.model_name
    inner = data["inner"]
    if inner is None:
        accepted = f"a model with an inner loop: heads of {name} do not adapt"
        raise ProblemError("model", problem.model, accepted, source=problem.source)
    if found := _followed(problem.model, data, problem):
        return found
    ours = model_data(FOLLOWS)
    if _loss(data) == _loss(ours):
        followed = _followed(FOLLOWS, ours, problem)
        assert followed is not None
        return followed
    why = (
        f"its inner loop has a loss of its own, and either a fixed number of steps"
        f" ({inner['steps']}) or no observable of the adapted head {inner['head']}"
    )
    remedy = f'Write steps="inner_steps" into its Adaptation, and an Observable of {inner["head"]}'
    raise NotAvailable(f"the adaptation of heads of {name}", why, remedy)


def _followed(model: str, data: dict[str, Any], problem: Problem) -> Inner | None:
    """The loop in the equations of the model itself."""
    inner = data["inner"]
    seen = [x["name"] for x in data["observables"] if x["head"] == inner["head"]]
    seen.sort(key=lambda name: name != "eps_g")
    if not isinstance(inner["steps"], str) or not seen:
        return None
    (size,) = (x["size"] for x in data["samples"] if x["letter"] == inner["samples"])
    key = entry(model, problem.activation).key
    return Inner(key, inner["rate"], data["outer"]["rate"], size, inner["steps"], seen[0])


def _loss(data: dict[str, Any]) -> str:
    """The inner loss as a text in which names do not matter, nor the order of terms and factors."""
    inner = data["inner"]
    roles = {
        data["learner"]["field"]: "learner",
        data["teacher"]["field"]: "teacher",
        inner["head"]: "adapted",
        data["task"]["name"]: "task",
        inner["samples"]: "support",
        data["noise"]: "noise",
    }

    def plain(node: Any) -> Any:
        if isinstance(node, list):
            return sorted((plain(x) for x in node), key=json.dumps)
        if not isinstance(node, dict):
            return node
        named = ("network", "head", "samples", "name")
        return {k: roles.get(v, v) if k in named else plain(v) for k, v in node.items()}

    scales = [data[network]["scale"] for network in ("learner", "teacher")]
    return json.dumps([plain(inner["loss"]), scales], sort_keys=True)

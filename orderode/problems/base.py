"""What problems of every kind have: what was read, its digest, a simulation, variants of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, ClassVar, Self, TypeVar

from ..errors import MISSING, NotAvailable, ProblemError
from ..models.data import driver_of
from .schema import canonical, plain

__all__ = ["AnyProblem", "of_kind", "without_none"]


class AnyProblem:
    """A checked problem, made of what a problem file says, key by key, or of its ``content``.

    Problems are equal if they say the same, whatever their files are called. A kind of problem
    states its own keys in ``fields_of``.
    """

    model: str
    simulation: Any
    source: str  # name of the file without its folder; empty for a mapping
    content: str  # what was read, as canonical JSON

    #: Of the kind: what drives the equations of its models.
    DRIVER: ClassVar[str]
    #: ... what its theory is, and commands that serve it, for people.
    THEORY: ClassVar[str]
    INSTEAD: ClassVar[str]
    SIMULATION_EXAMPLE: ClassVar[str]

    def __init__(self, **keys: Any) -> None:
        """Keys of a problem file; None: the key is not there. Others are refused with the names of
        those there are."""
        self.__dict__.update(vars(self.read({k: v for k, v in keys.items() if v is not None})))

    @classmethod
    def fields_of(cls, content: dict[str, Any]) -> dict[str, Any]:
        """The fields of the problem that ``content``, in plain Python, says."""
        raise NotImplementedError

    @classmethod
    def read(cls, content: Mapping[str, Any], source: str = "") -> Self:
        """The problem that ``content``, of the file ``source``, states; errors name the file."""
        said = cls.readied(plain(content))
        if driver_of(said.get("model")) not in ("", cls.DRIVER):
            what, why = f"a {cls.__name__} of {said['model']}", f"its theory is not {cls.THEORY}"
            raise NotAvailable(what, why, "Use orderode.load_problem")
        try:
            fields = cls.fields_of(said)
        except ProblemError as error:
            error.source = source
            raise
        written = json.dumps(canonical(said), sort_keys=True, separators=(",", ":"))
        return cls.made({**fields, "source": source, "content": written})

    @classmethod
    def readied(cls, content: dict[str, Any]) -> dict[str, Any]:
        """What is kept as the content, before anything is checked."""
        return content

    @classmethod
    def made(cls, fields: Mapping[str, Any]) -> Self:
        """A problem with these fields."""
        problem = object.__new__(cls)
        problem.__dict__.update(fields)
        return problem

    @property
    def digest(self) -> str:
        """16 hexadecimal digits of what the file says: order, comments and 6 against 6.0 do not
        matter."""
        return hashlib.sha256(self.content.encode()).hexdigest()[:16]

    @property
    def model_name(self) -> str:
        """The name of the model, for people."""
        return self.model

    def require_simulation(self) -> Any:
        """[simulation], or a ``ProblemError`` that shows one."""
        if self.simulation is None:
            fault = "needed to simulate"
            raise ProblemError("[simulation]", MISSING, self.SIMULATION_EXAMPLE, fault, self.source)
        return self.simulation

    def with_changes(self, **changes: Any) -> Self:
        """A variant, checked like a file: `problem.with_changes(K=4, parameters={"eta_w": 9.0},
        run=None)`.

        A mapping is merged into the table of its name; None drops a key or a table.
        """
        content = json.loads(self.content)
        for place, change in changes.items():
            old = content.get(place)
            both = isinstance(change, Mapping) and isinstance(old, dict)
            content[place] = {**old, **change} if both else change
        return self.read(without_none(content), self.source)


Kind = TypeVar("Kind", bound=AnyProblem)


def of_kind(problem: Any, kind: type[Kind]) -> Kind:
    """``problem``, where it is of this kind; of the other kind it is refused with what serves
    it."""
    if isinstance(problem, kind) and problem.DRIVER == kind.DRIVER:
        return problem
    if isinstance(problem, AnyProblem):
        why = f"its theory is {problem.THEORY}, not {kind.THEORY}"
        raise NotAvailable(f"this for {problem.model_name}", why, f"Use {problem.INSTEAD}")
    accepted = f"a problem whose theory is {kind.THEORY}, as orderode.load_problem makes it"
    raise ProblemError("problem", problem, accepted, f"a {type(problem).__name__}")


def without_none(table: dict[str, Any]) -> dict[str, Any]:
    """The table, and those in it, without keys whose value is None."""
    kept = {k: v for k, v in table.items() if v is not None}
    return {k: without_none(v) if isinstance(v, dict) else v for k, v in kept.items()}

"""The backend "auto": C, and numpy where C cannot be had."""

from __future__ import annotations

from typing import Any

from ..compiler import say
from ..errors import BackendError
from ..models.catalogue import Entry
from .base import Array, Backend, NoWorkspace, Parameters, Solution, State
from .c import CBackend
from .numpy import NumpyBackend

__all__ = ["Automatic"]


class Automatic:
    """C where it compiles and can hold its work array; numpy from where it cannot, which is said in
    one line."""

    def __init__(self, system: str) -> None:
        self.system = system
        try:
            self._use(CBackend(system))
        except BackendError as error:
            self._replace(error)

    def _use(self, solver: Backend) -> None:
        self.solver, self.name, self.digest = solver, solver.name, solver.digest

    @property
    def entry(self) -> Entry:
        return self.solver.entry

    def rhs(self, state: State, parameters: Parameters) -> State:
        found: State = self._call("rhs", state, parameters)
        return found

    def observable(self, name: str, state: State, parameters: Parameters) -> float:
        found: float = self._call("observable", name, state, parameters)
        return found

    def observables(self, name: str, states: State, parameters: Parameters) -> Array:
        found: Array = self._call("observables", name, states, parameters)
        return found

    def integrate(
        self,
        state: State,
        parameters: Parameters,
        alphas: Array,
        *,
        rtol: float,
        atol: float,
        max_steps: int = 0,
        method: str = "explicit",
        then: Parameters | None = None,
    ) -> Solution:
        options = {"rtol": rtol, "atol": atol, "max_steps": max_steps, "method": method}
        options["then"] = then
        found: Solution = self._call("integrate", state, parameters, alphas, **options)
        return found

    def diffusion(self, state: State, parameters: Parameters) -> Array:
        found: Array = self._call("diffusion", state, parameters)
        return found

    def tangents(self, state: State, directions: Array, parameters: Parameters) -> Array:
        found: Array = self._call("tangents", state, directions, parameters)
        return found

    def observable_tangents(
        self, name: str, state: State, directions: Array, parameters: Parameters
    ) -> Array:
        found: Array = self._call("observable_tangents", name, state, directions, parameters)
        return found

    def backwards(
        self, name: str, state: State, factors: Array, parameters: Parameters
    ) -> tuple[Array, Array]:
        found: tuple[Array, Array] = self._call("backwards", name, state, factors, parameters)
        return found

    def rule(self, K: int, M: int, size: int) -> dict[str, Array]:
        found: dict[str, Array] = self._call("rule", K, M, size)
        return found

    def _call(self, method: str, /, *arguments: Any, **options: Any) -> Any:
        try:
            return getattr(self.solver, method)(*arguments, **options)
        except NoWorkspace as error:
            self._replace(error)
            return getattr(self.solver, method)(*arguments, **options)

    def _replace(self, error: BackendError) -> None:
        self._use(NumpyBackend(self.system))
        say(f"{self.system} by numpy, some 7 times slower than C: {error.why.splitlines()[0]}")

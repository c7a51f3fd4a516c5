"""The generated numpy module, integrated by SciPy's Dormand-Prince 8(5,3)."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from types import ModuleType

import numpy as np
from scipy.integrate import DOP853

from ..catalogue import GENERATED, entry
from ..errors import BackendError
from .base import Array, Solution, pack, unpack

__all__ = ["NumpyBackend"]

MAX_STEPS = 10_000_000


class NumpyBackend:
    """Solvers of one generated system in numpy."""

    name = "numpy"

    def __init__(self, system: str) -> None:
        self.entry = entry(system)
        self.module = _module(system)
        self.digest: str = self.module.DIGEST

    def rhs(self, R: Array, Q: Array, T: Array, parameters: Mapping[str, float]) -> tuple[Array, Array]:
        return self.module.rhs(R, Q, T, self._parameters(parameters))  # type: ignore[no-any-return]

    def eps_g(self, R: Array, Q: Array, T: Array, parameters: Mapping[str, float]) -> float:
        return float(self.module.eps_g(R, Q, T, self._parameters(parameters)))

    def integrate(
        self,
        R: Array,
        Q: Array,
        T: Array,
        parameters: Mapping[str, float],
        alphas: Array,
        *,
        rtol: float,
        atol: float,
        max_steps: int = 0,
    ) -> Solution:
        K, M = R.shape
        chosen = self._parameters(parameters)

        def slope(_: float, state: Array) -> Array:
            return pack(*self.module.rhs(*unpack(state, K, M), T, chosen))

        start = pack(R, Q)
        states = np.full((len(alphas), len(start)), np.nan)
        states[0] = start
        status = "ok" if np.isfinite(start).all() else "non-finite"
        if status == "ok" and not np.isfinite(slope(0.0, start)).all():
            status = "domain"
        evaluations, done = 1, 1
        if status == "ok" and len(alphas) > 1:
            solver = DOP853(slope, alphas[0], start, alphas[-1], rtol=rtol, atol=atol)
            diagonal = K * M + np.flatnonzero(np.equal(*np.triu_indices(K)))
            steps = 0
            while solver.status == "running" and status == "ok":
                solver.step()
                steps += 1
                if solver.status == "failed":
                    status = "domain" if not np.isfinite(slope(0.0, solver.y)).all() else "step limit"
                    break
                reached = int(np.searchsorted(alphas, solver.t, side="right"))
                if reached > done:
                    states[done:reached] = solver.dense_output()(alphas[done:reached]).T
                    done = reached
                if (solver.y[diagonal] < 0).any():
                    status = "negative norm"
                elif steps >= (max_steps or MAX_STEPS) and solver.status == "running":
                    status = "step limit"
            evaluations = solver.nfev
        return Solution(*unpack(states, K, M), status, evaluations)

    def _parameters(self, parameters: Mapping[str, float]) -> object:
        return self.module.Parameters(**{name: parameters[name] for name in self.entry.parameters})


def _module(system: str) -> ModuleType:
    path = GENERATED / "numpy" / f"{system}.py"
    spec = importlib.util.spec_from_file_location(f"orderode_generated_{system}", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise BackendError("numpy", f"there is no generated/numpy/{system}.py", "run make generate in a checkout")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

"""What a representation is worth: the best head on it, how sensitive tasks are to the head, how
fast a head adapts.

All follow from the kernel I2 = <g(z_i) g(z_j)> of the fields, which is read off the generated
equations: with head w and a single task vector u, eps_g is the quadratic form v^T I2 v/2 of v = (w,
-u), so that its values on sums of two unit vectors give every entry.
"""

from __future__ import annotations

import numpy as np

from .. import solvers
from ..errors import NotAvailable
from ..models.catalogue import entry
from ..models.data import data_of
from ..problems.problem import Problem
from ..solvers.base import Array, State
from ..solvers.layout import fitted
from .arguments import STEPS, checked, require_constant, require_problem, require_state
from .inner import require_adaptation
from .integrate import solver_parameters

__all__ = [
    "adaptation_curve",
    "kernel",
    "representation_bounds",
    "representation_error",
    "require_plain_outputs",
    "squared_gradient",
]

#: How far an entry of a correlation matrix of features may be off: rounding of the overlaps and of
#: the kernel.
ROUNDING = 4 * np.finfo(float).eps


def kernel(problem: Problem, state: State, backend: str = "auto") -> Array:
    """I2 (K + M, K + M) at the overlaps of ``state``, for the problem's activation and teacher."""
    state = require_state(require_problem(problem), state)
    correlations, norms = _correlations(problem, state, backend)
    return correlations * np.outer(norms, norms)


def _correlations(problem: Problem, state: State, backend: str) -> tuple[Array, Array]:
    """I2 as correlations (K + M, K + M), and the norms (K + M,) of the features, so that units of
    any size have the same relative error; 0 for features that are zero."""
    require_plain_outputs(problem)
    plain = entry("sgd", problem.activation)
    solver = solvers.load(plain.name, backend)
    K, M = state.R.shape
    # no error depends on a rate
    T = problem.T + np.diag(np.square(problem.tasks.spread))  # of a task's own teacher
    nothing = {"T": T, "cov": np.zeros((M, M)), "V": np.inf, "eta_J": 0.0}
    if plain.by_nodes:
        nothing |= solver.rule(K, M, problem.parameters.nodes)

    def form(v: Array) -> float:
        at = fitted(plain.state, state.replace(w0=v[:K]))
        return solver.observable("eps_g", at, {**nothing, "mean": -v[K:]})

    squares = np.array([2 * form(e) for e in np.eye(K + M)])
    norms = np.sqrt(squares)
    scaled = np.diag(1 / np.where(norms > 0, norms, 1.0))
    found = np.diag(np.where(norms > 0, 1.0, squares))  # NaN stays
    for i in range(K + M):
        for j in range(i):
            if norms[i] != 0 and norms[j] != 0:
                found[i, j] = found[j, i] = form(scaled[i] + scaled[j]) - 1
    return found, norms


def representation_error(problem: Problem, state: State, backend: str = "auto") -> float:
    """eps_rep: the mean loss of the best head for each task, a lower bound of any inner loop's
    eps_g.

    It is the least that the overlaps leave possible, see ``representation_bounds``.  NaN where the
    kernel is not defined.
    """
    return representation_bounds(problem, state, backend)[0]


def representation_bounds(
    problem: Problem, state: State, backend: str = "auto"
) -> tuple[float, float]:
    """The least and the largest mean loss of the best head that the overlaps, known to rounding,
    leave possible.

    The head minimises the quadratic loss given the task; what is left is the Schur complement of
    the learner's kernel. Two units at a small angle t have a second feature, of their difference,
    whose square t^2 is known to rounding, and whose overlap with the teacher, of order t, is: the
    bounds are apart by rounding/t^2 of what that feature explains. Where its square is rounding
    only, it explains at most what keeps the kernel of all units positive, and at least nothing.
    Units that differ by rounding in both are one unit, as those that coincide are: there, and only
    there, the lower bound has a jump, which the best head has, too.
    """
    state = require_state(require_problem(problem), state)
    correlations, norms = _correlations(problem, state, backend)
    if not np.isfinite(correlations).all():
        return np.nan, np.nan
    K = problem.K
    values, vectors = np.linalg.eigh(correlations[:K, :K])
    overlaps = vectors.T @ correlations[:K, K:]
    off = ROUNDING * K  # of an eigenvalue, for all entries together
    least, most = correlations[K:, K:], correlations[K:, K:]
    for value, b in zip(values[::-1], overlaps[::-1], strict=True):
        if value <= off and np.abs(b).max() <= ROUNDING / 4:
            continue
        square = max(value - off, _smallest_square(least, b))
        if square > 0:
            least = least - np.outer(b, b) / square
        if value > off:
            most = most - np.outer(b, b) / (value + off)
    U = problem.tasks.cov + np.outer(problem.tasks.mean, problem.tasks.mean)
    weight = U * np.outer(norms[K:], norms[K:])
    low, high = (max(float(np.sum(weight * rest)) / 2, 0.0) for rest in (least, most))
    return low, max(low, high)


def _smallest_square(rest: Array, b: Array) -> float:
    """The least square of a feature with overlaps b (M,) with what is left of the teacher's, whose
    products are ``rest`` (M, M): that with which it explains one combination of them in full."""
    values, vectors = np.linalg.eigh(rest)
    kept = values > ROUNDING * len(b)
    return float(np.sum((vectors[:, kept].T @ b) ** 2 / values[kept]))


def squared_gradient(problem: Problem, state: State, backend: str = "auto") -> float:
    """E |dL/dw|^2 at the head start, over tasks: L is a task's loss on fresh data, whose gradient
    is I2 (w0, -u)."""
    K = require_problem(problem).K
    if len(problem.facts.heads) > 1:
        what, why = (
            f"the squared gradient of {problem.model_name}",
            "its tasks have heads of their own",
        )
        raise NotAvailable(what, why, "It is that of one head start")
    rows = kernel(problem, state, backend)[:K]
    centre = rows @ np.concatenate([state.w0, -problem.tasks.mean])
    spread = np.trace(rows[:, K:] @ problem.tasks.cov @ rows[:, K:].T)
    return float(centre @ centre + spread)


def adaptation_curve(problem: Problem, state: State, steps: int, backend: str = "auto") -> Array:
    """eps_g (steps + 1,) after 0, 1, ... steps of the model's own inner loop, at its rate and from
    the head start; P = inf.

    It is eps_g where that is of the adapted head, else the model's first observable of it;
    ``NotAvailable`` where heads cannot be followed (``require_adaptation``).
    """
    problem = require_constant(problem, "the adaptation of heads")
    state, steps = require_state(problem, state), checked("steps", STEPS, steps)
    inner, own = require_adaptation(problem), problem.facts.rate_of_inner or ""
    infinite = {p.name: np.inf for p in problem.facts.parameters if p.kind == "samples"}
    solver = solvers.load(inner.key, backend)
    chosen = {**solver_parameters(problem.with_numbers(**infinite), solver), inner.outer: 0.0}
    chosen |= {inner.size: np.inf, inner.rate: problem.parameters[own]}
    # the head stays at its start
    still = {**chosen, inner.rate: 0.0, inner.steps: 1}
    along = [still, *({**chosen, inner.steps: s} for s in range(1, steps + 1))]
    start = fitted(solver.entry.state, state)
    return np.array([solver.observable(inner.observable, start, at) for at in along])


def require_plain_outputs(problem: Problem) -> None:
    """The kernel is that of outputs without a scale."""
    data = data_of(problem.model)
    if problem.facts.blocks:
        why = "it is known for i.i.d. inputs, and here they are in blocks"
        raise NotAvailable(f"the kernel of {problem.model_name}", why, "Use eps_g")
    for network, output in (("learner", "f"), ("teacher", "y")):
        if data[network]["scale"] != {"op": "number", "value": 1}:
            why = f"it is known for outputs without a scale, and {output} has one"
            remedy = "State the scale in the heads: w and u times the scale"
            raise NotAvailable(f"the adaptation of heads of {problem.model_name}", why, remedy)

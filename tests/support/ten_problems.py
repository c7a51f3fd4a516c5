"""Ten problems, models and activations, with seeded overlaps; their slopes as functions of the flat
state, for integrators of others."""

import math

import numpy as np
from flat_state import pack, unpack

import orderode
from orderode import solvers
from orderode.solvers.base import State
from orderode.theory.integrate import solver_parameters
from orderode.theory.limits import require_theory

MODELS = ["fo_anil", "anil", "sgd", "pooled"]
TEN = [(m, a) for m in MODELS for a in ("erf", "linear")] + [("fo_anil", "relu"), ("sgd", "relu")]


def problem(model, activation, seed, K=3, M=2, **changes):
    rng = np.random.default_rng(seed)
    weights = rng.standard_normal((K + M, 12))
    C = weights @ weights.T / 12
    parameters = {"eta_J": 0.7, "V": 7, "noise": 0.2, "w0": rng.normal(size=K).round(3).tolist()}
    if model != "sgd":
        parameters |= {"eta_w": 0.4, "P": math.inf}
    return orderode.Problem(
        model=model,
        activation=activation,
        K=K,
        M=M,
        parameters=parameters,
        overlaps={"T": C[K:, K:], "Q": C[:K, :K], "R": C[:K, K:]},
        tasks={"mean": rng.normal(size=M).round(3).tolist()},
        run={"alpha_end": 1.0, "points": 5, "rtol": 1e-12, "atol": 1e-14},
        **changes,
    )


def flow(p):
    """The slope by numpy at a flat state, and the flat state at the start."""
    solver = solvers.load(require_theory(p).key, "numpy")
    chosen = solver_parameters(p, solver)

    def slope(flat):
        return pack(State(*solver.rhs(State(*unpack(flat, p.K, p.M)), chosen)))

    return slope, pack(State(p.R, p.Q, p.w0))


def end_in_c(p):
    """The flat state at alpha = 1 by our own integrator."""
    t = orderode.integrate(p, "c")
    assert t.status == "ok"
    return pack(State(t.R[-1], t.Q[-1], t.w0[-1]))

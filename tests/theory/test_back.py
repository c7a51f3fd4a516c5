"""One pass back through a trajectory against differences of trajectories."""

import numpy as np
import pytest

import orderode
from orderode import solvers
from orderode.solvers.layout import layout
from orderode.theory.back import Leg, answered
from orderode.theory.given import solver_parameters, start_state

inf = float("inf")
TIGHT = {"rtol": 1e-12, "atol": 1e-16}


def setting(model, activation="erf", K=2, M=2, **parameters):
    """Solver, layout, packed start and three legs at different rates."""
    R = 0.1 * np.random.default_rng(2).standard_normal((K, M))
    given = {"eta_J": 0.5, "V": 5, "noise": 0.2, **parameters}
    p = orderode.Problem(
        model=model,
        activation=activation,
        K=K,
        M=M,
        parameters=given,
        overlaps={"T": 1 + 0.3 * np.arange(M), "Q": 0.5, "R": R},
        tasks={"mean": [1.0] * M},
    )
    solver = solvers.load(p.model if activation == "erf" else f"{p.model}_{activation}", "c")
    flat = layout(solver.entry.state, K, M)
    chosen = solver_parameters(p, solver)

    def legs(rates):
        ends = [0.0, 0.7, 1.0, 2.0]
        made = []
        for a, b, eta in zip(ends[:-1], ends[1:], rates, strict=True):
            made.append(Leg(a, b, {**chosen, "eta_J": eta}))
        return made

    return solver, flat, flat.pack(start_state(p)), legs


def difference(f, x, h):
    """Of sixth order."""
    terms = [c * (f(x + j * h) - f(x - j * h)) for j, c in enumerate((3 / 4, -3 / 20, 1 / 60), 1)]
    return sum(terms) / h


@pytest.mark.parametrize("mean", [False, True])
@pytest.mark.parametrize(
    ("model", "activation", "parameters"),
    [("sgd", "erf", {}), ("sgd", "relu", {}), ("fo_anil", "erf", {"eta_w": 0.4, "P": inf})],
)
def test_a_pass_back(model, activation, parameters, mean):
    solver, flat, start, legs = setting(model, activation, **parameters)
    rates = np.array([0.4, 0.6, 0.5])

    def value(rates, start=start):
        return answered(solver, flat, start, legs(rates), **TIGHT, mean=mean).value

    found = answered(solver, flat, start, legs(rates), **TIGHT, mean=mean)
    column = solver.entry.continuous.index("eta_J")
    for i in range(3):
        expected = difference(lambda t, i=i: value(rates + t * np.eye(3)[i]), 0.0, 0.01)
        assert found.by_parameter[i, 0, column] == pytest.approx(expected, rel=1e-8)
    axis = np.eye(flat.size)[1]
    expected = difference(lambda t: value(rates, start + t * axis), 0.0, 0.01)
    assert found.by_start[1] == pytest.approx(expected, rel=1e-8)


def test_it_says_what_sensitivities_say():
    run = {"alpha_end": 2.0, "points": 3, "rtol": 1e-12, "atol": 1e-15}
    p = orderode.load_problem("experiments/saad_solla_K2.toml").with_changes(run=run)
    forward = orderode.sensitivities(p)
    solver = solvers.load("sgd", "c")
    flat, chosen = layout(solver.entry.state, 2, 2), solver_parameters(p, solver)
    legs = [Leg(0.0, 2.0, chosen)]
    back = answered(solver, flat, flat.pack(start_state(p)), legs, rtol=1e-12, atol=1e-15)
    for i, name in enumerate(forward.parameters):
        made = back.by_parameter[0, 0, solver.entry.continuous.index(name)]
        assert made == pytest.approx(forward.eps_g_by_parameter[-1, i], rel=1e-8, abs=1e-12)
    places = [flat.labels.index(name) for name in forward.state]
    scale = np.abs(forward.eps_g_by_start[-1]).max()
    assert np.abs(back.by_start[places] - forward.eps_g_by_start[-1]).max() < 1e-8 * scale


def test_where_a_trajectory_fails_nothing_is_known():
    solver, flat, start, legs = setting("sgd", "linear")
    found = answered(solver, flat, start, legs([1e4] * 3), rtol=1e-6, atol=1e-9)
    assert np.isnan(found.value) and np.isnan(found.by_parameter).all()

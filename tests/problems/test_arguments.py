"""What Python callers may give: the checks of problem files, and times that mean what they say."""

import copy
import math
import pickle

import numpy as np
import pytest
from good_problem import GOOD_PROBLEM

import orderode
from orderode.certify.fluctuations import fluctuations
from orderode.errors import BackendError, OrderodeError, ProblemError
from orderode.solvers.base import State
from orderode.sweep import read_sweep
from orderode.sweep import run as run_sweep
from orderode.theory.observables import kernel

PROBLEM = orderode.load_problem(GOOD_PROBLEM)
BACKENDS = ["auto", "numpy"]
FIXED = orderode.load_problem(
    {
        "model": "one_step",
        "activation": "erf",
        "target": "sin",
        "parameters": {"alpha": [1.0, 2.0], "beta": 0.5, "lambda": 0.1, "alpha0": 1.0, "eta": 1.0},
        "simulation": {"d": 20, "seeds": 2},
    }
)
STATE = State(PROBLEM.R, PROBLEM.Q, PROBLEM.w0)


@pytest.mark.parametrize("backend", BACKENDS)
def test_alphas_are_output_times_of_an_integration_from_zero(backend):
    """The states at 0.2, 0.5, 1 are those of a run that also reports 0; a single time is no
    start."""
    whole = orderode.integrate(PROBLEM, backend, alphas=[0.0, 0.2, 0.5, 1.0])
    later = orderode.integrate(PROBLEM, backend, alphas=[0.2, 0.5, 1.0])
    assert later.alpha.tolist() == [0.2, 0.5, 1.0]
    for name in ("R", "Q", "w0", "eps_g"):
        np.testing.assert_array_equal(getattr(later, name), getattr(whole, name)[1:])
    only = orderode.integrate(PROBLEM, backend, alphas=[1.0])
    np.testing.assert_allclose(only.Q, whole.Q[3:], rtol=1e-7)
    assert np.abs(only.Q[0] - PROBLEM.Q).max() > 0.1
    start = orderode.integrate(PROBLEM, backend, alphas=[0])
    np.testing.assert_array_equal(start.Q[0], PROBLEM.Q)


def test_fluctuations_start_at_zero_too():
    whole = fluctuations(PROBLEM, 1000, alphas=[0.0, 0.3, 0.5])
    later = fluctuations(PROBLEM, 1000, alphas=[0.3, 0.5])
    np.testing.assert_array_equal(later.sd_Q, whole.sd_Q[1:])
    assert later.alpha.tolist() == [0.3, 0.5] and (later.sd_Q[0] > 0).all()


WRONG_TIMES = {
    "negative": [-1.0, 0.0, 1.0],
    "repeated": [0.0, 0.5, 0.5],
    "decreasing": [1.0, 0.5],
    "nan": [0.0, math.nan],
    "infinite": [0.0, math.inf],
    "empty": [],
    "a number": 1.0,
    "nested": [[0.0, 1.0]],
    "text": ["0", "1"],
    "truth": [False, True],
}
OF_TIMES = {
    "integrate": lambda alphas: orderode.integrate(PROBLEM, "auto", alphas),
    "integrate in numpy": lambda alphas: orderode.integrate(PROBLEM, "numpy", alphas),
    "simulate": lambda alphas: orderode.simulate(PROBLEM, alphas=alphas, progress=False),
    "fluctuations": lambda alphas: fluctuations(PROBLEM, 1000, alphas=alphas),
}


@pytest.mark.parametrize("call", OF_TIMES)
@pytest.mark.parametrize("kind", WRONG_TIMES)
@pytest.mark.parametrize("as_array", [False, True])
def test_wrong_times_are_named(call, kind, as_array):
    alphas = np.array(WRONG_TIMES[kind]) if as_array else WRONG_TIMES[kind]
    with pytest.raises(
        ProblemError,
        match=r"^alphas = .*; accepted: at least one alpha, each finite, >= 0 and larger",
    ):
        OF_TIMES[call](alphas)


#: Each call with one argument that no problem file could hold, and the argument that the message
#: has to name.
REFUSED = {
    "simulate P": (lambda: orderode.simulate(PROBLEM, P=0), "P = 0"),
    "simulate P, none": (lambda: orderode.simulate(PROBLEM, P=2.5), "P = 2.5"),
    "simulate V": (lambda: orderode.simulate(PROBLEM, V=math.inf), "V = inf"),
    "drift tasks": (lambda: orderode.check_drift(PROBLEM, tasks=1), "tasks = 1"),
    "drift seed": (lambda: orderode.check_drift(PROBLEM, seed=-1), "seed = -1"),
    "drift seed, text": (lambda: orderode.check_drift(PROBLEM, seed="0"), "seed = '0'"),
    "adapt steps": (lambda: orderode.compare_adaptation(PROBLEM, steps=-1), "steps = -1"),
    "adapt steps, many": (
        lambda: orderode.compare_adaptation(PROBLEM, steps=2**32 + 1),
        "steps = 4294967297",
    ),
    "curve steps": (lambda: orderode.adaptation_curve(PROBLEM, STATE, 1.5), "steps = 1.5"),
    "curve state": (lambda: orderode.adaptation_curve(PROBLEM, (1, 2), 3), "state = "),
    "kernel state": (
        lambda: kernel(PROBLEM, State(np.eye(3), np.eye(3), np.ones(3))),
        "state.R = ",
    ),
    "fluctuations N": (lambda: fluctuations(PROBLEM, 0), "N = 0"),
    "fluctuations rtol": (lambda: fluctuations(PROBLEM, 1000, rtol=-1.0), "rtol = -1.0"),
    "with_changes": (
        lambda: PROBLEM.with_changes(parameters={"inner_steps": 2**32 + 1}),
        "parameters.inner_steps = 4",
    ),
    "with_changes, key": (lambda: PROBLEM.with_changes(k=3), "k = 3: unknown key, did you mean K?"),
    "load": (lambda: orderode.load_problem(5), "problem = 5: a int"),
    "level": (lambda: orderode.solve(FIXED, level=2), "level = 2"),
    "eta": (lambda: orderode.solve(FIXED, eta=math.nan), "eta = nan"),
    "ridge": (lambda: orderode.solve(FIXED, ridge=np.array([1.0])), "ridge = "),
    "ridge, negative": (lambda: orderode.solve(FIXED, ridge=np.array([1.0, -1.0])), "ridge = "),
}


@pytest.mark.parametrize("case", REFUSED)
def test_wrong_arguments_are_named(case):
    call, message = REFUSED[case]
    with pytest.raises(ProblemError) as caught:
        call()
    assert str(caught.value).startswith(message) and "; accepted: " in str(caught.value)


@pytest.mark.parametrize("wrong", ["fig2.toml", None, GOOD_PROBLEM])
@pytest.mark.parametrize(
    "call",
    [
        orderode.integrate,
        orderode.simulate,
        orderode.compare,
        orderode.check_drift,
        orderode.right_hand_side,
    ]
    + [orderode.compare_adaptation, orderode.solve, orderode.draw]
    + [lambda p: fluctuations(p, 100), lambda p: orderode.representation_error(p, STATE)]
    + [
        lambda p: orderode.squared_gradient(p, STATE),
        lambda p: orderode.adaptation_curve(p, STATE, 2),
    ],
)
def test_what_is_no_problem_is_named(call, wrong):
    with pytest.raises(
        ProblemError, match=r"^problem = .*; accepted: a problem.*, as orderode.load_problem"
    ):
        call(wrong)


@pytest.mark.parametrize(
    "call", [lambda b: orderode.integrate(PROBLEM, b), lambda b: orderode.solve(FIXED, b)]
)
def test_unknown_backends_are_named(call):
    with pytest.raises(
        BackendError, match=r"fortran: no such backend\. choose one of auto, c, numpy"
    ):
        call("fortran")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"workers": 0}, "workers = 0"),
        ({"workers": 1.5}, "workers = 1.5"),
        ({"shard": (0, 2)}, r"shard = \[0, 2\]"),
    ]
    + [
        ({"shard": (3, 2)}, r"shard = \[3, 2\]"),
        ({"shard": 1}, "shard = 1"),
        ({"engine": "fork"}, "engine = 'fork'"),
    ]
    + [({"kernels": "fortran"}, "kernels = 'fortran'")],
)
def test_options_of_a_sweep_are_named(options, message, tmp_path):
    problem = {k: v for k, v in GOOD_PROBLEM.items() if k != "simulation"}
    with pytest.raises(ProblemError, match=f"^{message}; accepted: "):
        run_sweep(a_sweep(problem, tmp_path), tmp_path / "out", **options)
    assert not (tmp_path / "out").exists()
    with pytest.raises(ProblemError, match=r"^sweep = .*: a str; accepted: a Sweep"):
        run_sweep("s.toml", tmp_path / "out")


def a_sweep(problem, folder):
    def lines(table, name=""):
        plain = {k: v for k, v in table.items() if not isinstance(v, dict)}
        tables = {k: v for k, v in table.items() if isinstance(v, dict)}
        written = "".join(f"{k} = {v!r}\n" for k, v in plain.items())
        return f"[{name}]\n{written}" + "".join(lines(v, f"{name}.{k}") for k, v in tables.items())

    problem = {**problem, "overlaps": {**problem["overlaps"], "R": [[0.1, 0.0], [0.0, 0.1]]}}
    file = folder / "s.toml"
    file.write_text(
        lines(problem, "problem")
        + "[axes]\nparameters.eta_w = [1.0, 2.0]\n[outputs]\neps_g_at = [1.0]\n"
    )
    return read_sweep(file)


def test_a_problem_from_arrays_obeys_the_rules_of_a_file():
    tables = {name: GOOD_PROBLEM[name] for name in ("parameters", "overlaps", "run", "simulation")}
    for changes, message in [
        ({"M": 3}, r"overlaps.T = .*: [12] entries"),
        ({"K": 0}, "K = 0; accepted: an integer >= 1"),
        ({"k": 2}, "k = 2: unknown key, did you mean K?"),
        ({"activation": None}, "activation is missing"),
        ({"model": "none"}, "the model none is not available"),
        ({"parameters": {"eta_J": -1.0}}, "parameters.eta_J = -1.0; accepted: a finite"),
        ({"parameters": {"inner_steps": 2**32 + 1}}, "parameters.inner_steps = 4294967297"),
        ({"parameters": {"V": 2.5}}, "parameters.V = 2.5"),
        (
            {"parameters": {"gamma": 2.5}},
            "parameters.gamma = 2.5: unknown key: fo_anil has no such parameter",
        ),
        ({"parameters": 3}, "parameters = 3; accepted: a table"),
        ({"run": {"alpha_end": math.nan}}, "run.alpha_end = nan"),
        ({"simulation": {"seed": -1}}, "simulation.seed = -1"),
        ({"overlaps": {"Q": np.array([[math.nan, 0.0], [0.0, 1.0]])}}, "overlaps.Q = "),
        ({"overlaps": {"Q": -np.eye(2)}}, "overlaps.Q = .*: indefinite"),
        ({"overlaps": {"Q": np.array([[1.0, 0.5], [0.0, 1.0]])}}, "overlaps.Q = .*: not symmetric"),
        (
            {"overlaps": {"R": 3 * np.eye(2)}},
            r"overlaps.R = .*\[\[Q, R\], \[R\^T, T\]\] has the eigenvalue",
        ),
    ]:
        merged = {
            k: {**tables[k], **v} if isinstance(v, dict) and k in tables else v
            for k, v in changes.items()
        }
        with pytest.raises(OrderodeError, match=message):
            orderode.Problem(**{**GOOD_PROBLEM, **merged})
    made = orderode.Problem(
        **{**GOOD_PROBLEM, "overlaps": {**tables["overlaps"], "Q": 2 * np.eye(2)}}
    )
    assert made.Q[0, 0] == 2 and not made.Q.flags.writeable
    assert (
        orderode.Problem(**GOOD_PROBLEM) == PROBLEM
        and orderode.Problem(**GOOD_PROBLEM).digest == PROBLEM.digest
    )
    assert orderode.integrate(made.with_changes(run={"points": 3}), "numpy").status == "ok"
    assert issubclass(ProblemError, OrderodeError)


def test_parameters_are_a_mapping_with_attributes():
    p = PROBLEM.parameters
    assert p["eta_J"] == p.eta_J and dict(p)["closure"] == "exact" and "gamma" not in p
    with pytest.raises(AttributeError, match="fo_anil has no parameter gamma; it has eta_J, eta_w"):
        _ = p.gamma
    assert copy.deepcopy(p) == p == pickle.loads(pickle.dumps(p)) and hash(p) == hash(copy.copy(p))

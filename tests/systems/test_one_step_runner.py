"""Problem files, commands and the simulation of fixed-point models; theory against simulated
networks."""

import json

import numpy as np
import pytest
from click.testing import CliRunner

import orderode
from orderode.cli import main
from orderode.errors import NotAvailable, ProblemError

SRF = {
    "model": "srf",
    "activation": "erf",
    "target": "sign",
    "parameters": {"alpha": [1.0, 2.0], "beta": 1.5, "lambda": 0.1, "u": 1.5, "gamma": 0.8},
    "simulation": {"d": 60, "seeds": 3, "seed": 5},
}
ONE_STEP = {
    "model": "one_step",
    "activation": "erf",
    "target": "sign",
    "parameters": {"alpha": 2.0, "beta": 1.5, "lambda": 0.1, "alpha0": 2.0, "eta": 2.0},
    "simulation": {"d": 60, "seeds": 3, "seed": 5},
}


def changed(problem, parameters=None, **top):
    merged = {
        k: v for k, v in {**problem["parameters"], **(parameters or {})}.items() if v is not None
    }
    return {**problem, **top, "parameters": merged}


def toml(problem):
    """The few types that occur, as TOML."""

    def lines(content):
        return [f"{k} = {json.dumps(v)}" for k, v in content.items() if not isinstance(v, dict)]

    tables = [
        line for k, v in problem.items() if isinstance(v, dict) for line in (f"[{k}]", *lines(v))
    ]
    return "\n".join([*lines(problem), *tables]) + "\n"


@pytest.fixture
def run(tmp_path):
    def invoke(command, problem, *options):
        path = tmp_path / "problem.toml"
        path.write_text(toml(problem), encoding="utf-8")
        return CliRunner().invoke(main, [command, str(path), *map(str, options)])

    return invoke


# -- problem files ---------------------------------------------------------------------------------

REFUSED = [
    (SRF, {"beta": 0}, "parameters.beta = 0; accepted: a finite number > 0"),
    (
        SRF,
        {"alpha": [1.0, -2.0]},
        "parameters.alpha = [1.0, -2.0]; accepted: a finite number > 0, or a list",
    ),
    (SRF, {"alpha": []}, "parameters.alpha = []"),
    (SRF, {"gamma": 1.2}, "parameters.gamma = 1.2; accepted: a number from -1 to 1"),
    (SRF, {"gamma": None}, "parameters.gamma is missing; accepted: a number from -1 to 1"),
    (
        SRF,
        {"lambda": -0.1},
        'parameters.lambda = -0.1; accepted: a finite number >= 0, or "optimal"',
    ),
    (SRF, {"lambda": "best"}, 'or "optimal"'),
    (
        SRF,
        {"lambda": 0.0},
        "with alpha = 1 <= beta = 1.5 the readout is not unique; accepted: a number > 0",
    ),
    (SRF, {"lambda": None}, "parameters.lambda is missing"),
    (SRF, {"lambda_": 0.1}, "parameters.lambda_ = 0.1: unknown key, did you mean lambda?"),
    (SRF, {"lamda": 0.1}, "unknown key, did you mean lambda?"),
    (SRF, {"c": 0.0}, "parameters.c = 0.0; accepted: a finite number > 0"),
    (SRF, {"noise": -1.0}, "parameters.noise = -1.0"),
    (SRF, {"eta": 1.0}, "parameters.eta = 1.0; accepted: nothing: eta belongs to one_step"),
    (
        SRF,
        {"u": [1.0, 2.0], "fractions": [0.5, 0.6]},
        (
            "parameters.fractions = [0.5, 0.6]: they sum to 1.1; accepted: a list of 2 numbers > 0"
            " that sum to 1"
        ),
    ),
    (SRF, {"fractions": [0.9]}, "parameters.fractions = [0.9]: they sum to 0.9"),
    (SRF, {"u": [1.0, 2.0]}, "parameters.fractions is missing: needed for 2 groups"),
    (
        SRF,
        {"u": [1.0, 2.0], "fractions": [1.0, 0.0]},
        "parameters.fractions = [1.0, 0.0]; accepted: a list of 2",
    ),
    (
        SRF,
        {"u": [1.0, 2.0, 3.0], "fractions": [0.5, 0.5]},
        (
            "parameters.fractions = [0.5, 0.5]: 2 values for 3 groups; accepted: a list of 3, one"
            " value per group"
        ),
    ),
    (
        SRF,
        {"u": [1.0, 2.0], "c": [1.0]},
        "parameters.c = [1.0]: 1 values for 2 groups; accepted: a list of 2",
    ),
    (
        SRF,
        {"u": [1.0, "2"], "fractions": [0.5, 0.5]},
        "accepted: a finite number, or a list of them",
    ),
    (
        SRF,
        {"c": [1.0, -2.0], "fractions": [0.5, 0.5]},
        "parameters.c = [1.0, -2.0]; accepted: a finite number > 0, or",
    ),
    (SRF, {"u": [0.1] * 33, "fractions": [1 / 33] * 33}, "accepted: at most 32 groups of neurons"),
    (ONE_STEP, {"fractions": [1.0]}, "nothing: fractions belongs to srf"),
    (ONE_STEP, {"u": 1.0}, "parameters.u = 1.0; accepted: nothing: u belongs to srf"),
    (ONE_STEP, {"alpha0": None}, "parameters.alpha0 is missing"),
    (ONE_STEP, {"level": 2}, "parameters.level = 2; accepted: an integer >= 0 and <= 1"),
]


@pytest.mark.parametrize(
    ("problem", "change", "words"), REFUSED, ids=[w[:40] for _, _, w in REFUSED]
)
def test_bad_input_names_key_value_and_remedy(problem, change, words):
    with pytest.raises(ProblemError) as caught:
        orderode.load_problem(changed(problem, change))
    assert words in str(caught.value)


def test_unknown_functions_are_refused_with_what_there_is():
    for key, value, there in (
        ("target", "cosine", '"sign" or "sin"'),
        ("activation", "elu", '"erf" or "relu"'),
    ):
        with pytest.raises(
            ProblemError, match=f"{key} = '{value}': no averages of this {key}"
        ) as caught:
            orderode.load_problem(changed(SRF, **{key: value}))
        assert there in str(caught.value)


def test_numbers_are_those_of_all_groups():
    one = orderode.load_problem(changed(SRF, {"u": [1.5], "fractions": [1.0]}))
    assert one.u == (1.5,) and one.groups == 1
    three = orderode.load_problem(
        changed(SRF, {"u": 1.5, "c": [1, 2, 3], "fractions": [0.2, 0.3, 0.5]})
    )
    assert three.u == (1.5, 1.5, 1.5) and three.c == (1.0, 2.0, 3.0)
    for problem, groups in ((one, 1), (three, 3)):
        tables = problem.solver_parameters(np.ones(4), np.ones(4))
        assert {tables[name].shape for name in ("u", "c", "fraction")} == {(4, groups)}


def test_one_group_is_told_in_numbers_and_several_in_tables():
    """The same solver serves both: three groups that are alike are one in parts."""
    one = orderode.solve(orderode.load_problem(SRF))
    alike = {"u": [1.5] * 3, "fractions": [0.2, 0.3, 0.5]}
    three = orderode.solve(orderode.load_problem(changed(SRF, alike)))
    assert one.digest == three.digest and one.values.keys() == three.values.keys()
    shapes = {name: x.shape for name, x in one.values.items()}
    assert set(shapes.values()) == {(2,)}
    assert three.values["V1"].shape == (2, 3, 3) and three.values["D"].shape == (2, 3)
    np.testing.assert_allclose(three.test_error, one.test_error, rtol=1e-11)
    np.testing.assert_allclose(three.values["V2"].sum(axis=1), one.values["V2"], rtol=1e-9)


def test_commands_of_trajectories_say_what_to_use_instead(run):
    with pytest.raises(
        NotAvailable, match=r"Problem of srf.* not a trajectory\. Use orderode.load_problem"
    ):
        orderode.Problem(**SRF)
    for call in (orderode.integrate, orderode.right_hand_side, orderode.check_drift):
        with pytest.raises(NotAvailable, match="not a trajectory"):
            call(orderode.load_problem(SRF))
    done = run("rhs", SRF)
    assert done.exit_code == 2 and "orderode solve" in done.output


def test_commands_of_fixed_points_say_what_to_use_instead(run, tmp_path):
    """A problem of trajectories, read by the one reader; a flag that only they have."""
    trajectory = {
        "model": "sgd",
        "activation": "erf",
        "K": 1,
        "M": 1,
        "parameters": {"eta_J": 1.0, "V": 1},
    }
    trajectory["overlaps"] = {"T": [1.0], "Q": 0.5, "R": [[0.1]]}
    assert isinstance(orderode.load_problem(trajectory), orderode.Problem)
    assert isinstance(orderode.load_problem(SRF), orderode.FixedPointProblem)
    done = run("solve", trajectory)
    assert (
        done.exit_code == 2
        and "its theory is a trajectory" in done.output
        and "integrate" in done.output
    )
    done = run("compare", SRF, "--band", "--out", tmp_path)
    assert done.exit_code == 2 and "--band for srf is not available" in done.output


def test_the_digest_is_that_of_what_is_said():
    one, two = (orderode.load_problem(changed(SRF, {"beta": b})) for b in (2, 2.0))
    assert one.digest == two.digest != orderode.load_problem(SRF).digest


# -- solve -----------------------------------------------------------------------------------------


def test_solve_prints_json(run):
    done = run("solve", changed(SRF, {"alpha": 1.0}), "--backend", "numpy")
    assert done.exit_code == 0, done.output
    found = json.loads(done.output)
    assert found["test_error"] == pytest.approx([0.553984], abs=5.1e-7)
    assert found["train_error"] == pytest.approx([0.093191], abs=5.1e-7)
    assert found["lambda"] == [0.1] and found["status"] == ["ok"]
    assert (
        found["provenance"]["backend"] == "numpy"
        and len(found["provenance"]["digest"]["system"]) == 16
    )


def test_solve_a_vocabulary(run):
    """Relu, sine, two opposite spikes: half a unit of the last digit given, in both backends;
    overlaps by group."""
    groups = {"alpha": 2.0, "u": [1.5, -1.5], "fractions": [0.5, 0.5]}
    problem = changed(SRF, groups, activation="relu", target="sin")
    for backend in ("numpy", "auto"):
        done = run("solve", problem, "--backend", backend)
        assert done.exit_code == 0, done.output
        found = json.loads(done.output)
        assert found["test_error"] == pytest.approx([0.176007], abs=5.1e-7) and found["status"] == [
            "ok"
        ]
        assert np.shape(found["V1"]) == (1, 2, 2) and np.shape(found["A"]) == (1, 2)


def test_solve_labels_the_level_and_writes_files(run, tmp_path):
    for level, wanted in ((0, 0.566981), (1, 0.575252)):
        done = run("solve", changed(ONE_STEP, {"level": level}), "--out", tmp_path / "out.json")
        assert done.exit_code == 0, done.output
        found = json.loads((tmp_path / "out.json").read_text())
        assert found["level"] == level and found["test_error"] == pytest.approx(
            [wanted], abs=5.1e-7
        )
    curves = [orderode.solve(orderode.load_problem(ONE_STEP), name) for name in ("numpy", "auto")]
    assert curves[0].test_error == pytest.approx(curves[1].test_error, rel=1e-11)


def test_a_point_that_fails_is_null_with_its_status(run, monkeypatch):
    """lambda = 0 with fewer samples than neurons, let past the check of the file."""
    problem = orderode.load_problem(SRF)
    object.__setattr__(problem, "ridge", 0.0)
    curve = orderode.solve(problem, "numpy")
    assert (
        curve.status[0] in ("no convergence", "non-finite")
        and curve.status[1] == "ok"
        and not curve.solved
    )
    assert np.isnan(curve.test_error[0]) and np.isfinite(curve.test_error[1])
    monkeypatch.setattr("orderode.problems.reader.asked_for", lambda file, settings: problem)
    done = run("solve", SRF)
    assert done.exit_code == 1 and json.loads(done.output)["test_error"][0] is None


def test_the_best_ridge_is_a_minimum():
    """Linear response: at the minimum the slope in log lambda vanishes; on either side the error is
    larger."""
    problem = orderode.load_problem(
        changed(SRF, {"lambda": "optimal", "noise": 0.5, "alpha": [0.7, 2.5]})
    )
    best = orderode.solve(problem, "numpy")
    assert best.status == ("ok", "ok")
    for factor in (0.9, 1.1):
        assert (
            orderode.solve(problem, "numpy", ridge=best.ridge * factor).test_error > best.test_error
        ).all()
    near = [
        orderode.solve(problem, "numpy", ridge=best.ridge * f).test_error
        for f in (1 - 1e-3, 1 + 1e-3)
    ]
    wide = orderode.solve(problem, "numpy", ridge=best.ridge * 2).test_error - best.test_error
    assert (np.abs(near[1] - near[0]) < 1e-3 * wide).all()


def test_a_best_ridge_at_the_end_of_the_range_is_said():
    """A noiseless target that the features fit exactly in the limit: the less ridge the better."""
    problem = orderode.load_problem(
        changed(
            SRF,
            {"lambda": "optimal", "alpha": 6.0, "beta": 0.5, "u": 0.0},
            activation="erf",
            target="linear",
        )
    )
    curve = orderode.solve(problem, "numpy")
    assert curve.solved
    if curve.status[0] == "ok":
        assert 1e-8 < curve.ridge[0] < 1e4
    else:
        assert "end of the range" in curve.status[0]

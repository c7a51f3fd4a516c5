"""Problem files: what is accepted, and that each refusal names the key, the value and what is
accepted."""

from __future__ import annotations

import copy
import math
import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orderode import compare, right_hand_side, simulate
from orderode.errors import BackendError, FileError, NotAvailable, OrderodeError, ProblemError
from orderode.problems import overlaps
from orderode.problems.reader import load_problem

EXPERIMENTS = Path(__file__).resolve().parents[2] / "experiments"

GOOD = """
model = "fo_anil"
activation = "erf"
K = 3
M = 2
[parameters]
eta_J = 6.0
eta_w = 4
P = inf
V = 100
[overlaps]
T = [1.0, 2.0]
Q = 0.5
R = { N = 1000, seed = 0 }
[run]
alpha_end = 20.0
points = 200
rtol = 1e-8
atol = 1e-12
[simulation]
N = 1000
runs = 10
seed = 0
method = "reduced"
"""


def written(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "case.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def replaced(old: str, new: str) -> str:
    assert GOOD.count(old) == 1, f"{old!r} is not a place in the good file"
    return GOOD.replace(old, new)


def test_good_file(tmp_path: Path) -> None:
    problem = load_problem(written(tmp_path, GOOD))
    assert (problem.model, problem.activation, problem.K, problem.M) == ("fo_anil", "erf", 3, 2)
    p = problem.parameters
    assert (p.eta_J, p.eta_w, p.P, p.V) == (6.0, 4.0, math.inf, 100)
    assert isinstance(p.eta_w, float) and isinstance(p.V, int)
    np.testing.assert_array_equal(problem.T, np.diag([1.0, 2.0]))
    np.testing.assert_array_equal(problem.Q, 0.5 * np.eye(3))
    z = np.random.default_rng(0).standard_normal((3, 2))
    np.testing.assert_array_equal(problem.R, np.sqrt(0.5 * np.array([1.0, 2.0]) / 1000) * z)
    assert problem.source == "case.toml" and len(problem.digest) == 16
    s = problem.require_simulation()
    assert (s.N, s.runs, s.seed, s.method, s.P, s.V) == (1000, 10, 0, "reduced", math.inf, 100)
    assert (s.tasks, s.points, s.beside) == (500, 50, None)
    run = problem.require_run()
    assert (run.points, run.rtol, run.atol) == (200, 1e-8, 1e-12)
    alphas = run.alphas()
    assert alphas.shape == (200,) and alphas[0] == 0 and alphas[-1] == 20
    with pytest.raises(ValueError, match="read-only"):
        problem.Q[0, 0] = 1.0


@pytest.mark.parametrize("angle", [0.0, 0.4, 1.0])
def test_the_normal_start_has_the_covariance_of_independent_weights(
    angle: float, tmp_path: Path
) -> None:
    """<R_kn R_lm> = Q_kl T_nm / N, exactly: R is a matrix times standard normals, found from as many
    seeds as it has columns. Of teachers that are parallel, too, which have the same R then; bit by bit
    what it is of diagonal overlaps where both are."""
    Q = "[[1.0, 0.3, 0.0], [0.3, 2.0, -0.5], [0.0, -0.5, 3.0]]"
    across = angle * math.sqrt(2.0)
    text = replaced("Q = 0.5", f"Q = {Q}").replace(
        "T = [1.0, 2.0]", f"T = [[1.0, {across!r}], [{across!r}, 2.0]]"
    )
    z, R = [], []
    for seed in range(6):
        z.append(np.random.default_rng(seed).standard_normal((3, 2)).ravel())
        at = load_problem(written(tmp_path, text.replace("seed = 0 }", f"seed = {seed} }}", 1)))
        R.append(at.R.ravel())
    A = np.linalg.solve(np.array(z), np.array(R)).T
    assert np.abs(A @ A.T - np.kron(at.Q, at.T) / 1000).max() < 1e-13
    if angle == 1.0:
        np.testing.assert_allclose(at.R[:, 1], math.sqrt(2.0) * at.R[:, 0], rtol=1e-7)


def test_other_forms_of_the_overlaps(tmp_path: Path) -> None:
    text = replaced("T = [1.0, 2.0]", "T = [[1.0, 0.1], [0.1, 2]]").replace(
        "Q = 0.5", "Q = [1, 2.0, 3.0]"
    )
    problem = load_problem(
        written(tmp_path, text.replace("{ N = 1000, seed = 0 }", "[[0,0.1],[0,0],[0.2,0]]"))
    )
    np.testing.assert_array_equal(problem.T, [[1, 0.1], [0.1, 2]])
    np.testing.assert_array_equal(problem.Q, np.diag([1.0, 2.0, 3.0]))
    np.testing.assert_array_equal(problem.R, [[0, 0.1], [0, 0], [0.2, 0]])
    tiny = load_problem(
        written(tmp_path, replaced("N = 1000, seed = 0", "scale = 1e-12, seed = 4"))
    )
    np.testing.assert_array_equal(tiny.R, 1e-12 * np.random.default_rng(4).random((3, 2)))


def test_singular_overlaps_are_admitted() -> None:
    """Students equal to the teachers: C has rank M. A teacher of no length has rank 0."""
    T = np.array([[1.0, 0.5], [0.5, 1.0]])
    content = mapping(K=2, overlaps={"T": T, "Q": T, "R": T})
    np.testing.assert_array_equal(load_problem(content).R, T)
    zero = {"T": [0.0, 0.0], "Q": 0.0, "R": {"scale": 0.0, "seed": 0}}
    assert not load_problem(mapping(overlaps=zero)).R.any()


# The key and the value as the message shows them, and a word of what is accepted.
BROKEN = [
    # unknown keys
    (
        "eta_J = 6.0",
        "eta_j = 6.0",
        "parameters.eta_j = 6.0",
        "did you mean eta_J?",
        "eta_J, eta_w, eta_0, noise, decay, V, P, inner_steps, w0, closure, nodes",
    ),
    ("K = 3", "k = 3", "k = 3", "did you mean K?", "model, activation, K, M"),
    ("K = 3", "K = 3\nfoo = 1", "foo = 1", "unknown key", "model, activation, K, M"),
    (
        "rtol = 1e-8",
        "rto = 1e-8",
        "run.rto = 1e-08",
        "did you mean rtol?",
        "alpha_end, points, rtol, atol",
    ),
    ("runs = 10", "run = 10", "simulation.run = 10", "did you mean runs?", "N, runs, seed, method"),
    (
        "[run]",
        "[runs]",
        "runs = { alpha_end = 20.0",
        "did you mean run?",
        "parameters, overlaps, tasks, schedule, phases, run",
    ),
    ("Q = 0.5", "Q = 0.5\nS = 1", "overlaps.S = 1", "unknown key", "T, Q, R"),
    (
        "N = 1000, seed = 0",
        "N = 1000, sed = 0",
        "overlaps.R.sed = 0",
        "did you mean seed?",
        "N, seed",
    ),
    (
        "N = 1000, seed = 0",
        "N = 1, scale = 1, seed = 0",
        "overlaps.R.N = 1",
        "unknown key",
        "scale, seed",
    ),
    ("runs = 10", "beside = {Q = 1}", "simulation.beside.Q = 1", "unknown key", "the keys P, V"),
    # missing keys
    ('model = "fo_anil"', "", "model is missing", "", "a name in quotes"),
    ("K = 3", "", "K is missing", "", "an integer >= 1"),
    ("eta_w = 4", "", "parameters.eta_w is missing", "", "a finite number >= 0"),
    ("P = inf", "", "parameters.P is missing", "", "an integer >= 1, or inf"),
    ("alpha_end = 20.0", "", "run.alpha_end is missing", "", "a finite number > 0"),
    ("T = [1.0, 2.0]", "", "overlaps.T is missing", "", "diagonal"),
    ("N = 1000, seed = 0", "N = 1000", "overlaps.R.seed is missing", "", "an integer >= 0"),
    ("N = 1000\nruns", "runs", "simulation.N is missing", "", "an integer >= 1"),
    # wrong types
    ('"fo_anil"', "3", "model = 3", "", "a name in quotes"),
    ('"fo_anil"', '"../fo"', "model = '../fo'", "", "a name in quotes"),
    ('"fo_anil"', '"fo_anil\\n"', "model = 'fo_anil\\n'", "", "a name in quotes"),
    ('"erf"', '"__import__(1)"', "activation = '__import__(1)'", "", "a name in quotes"),
    ("K = 3", "K = 3.0", "K = 3.0", "", "an integer >= 1"),
    ("K = 3", "K = true", "K = true", "", "an integer >= 1"),
    ("K = 3", 'K = "3"', "K = '3'", "", "an integer >= 1"),
    ("M = 2", "M = 1979-05-27", "M = 1979-05-27", "", "an integer >= 1"),
    ("eta_J = 6.0", 'eta_J = "6"', "parameters.eta_J = '6'", "", "a finite number >= 0"),
    ("eta_J = 6.0", "eta_J = true", "parameters.eta_J = true", "", "a finite number >= 0"),
    ("eta_J = 6.0", "eta_J = [6.0]", "parameters.eta_J = [6.0]", "", "a finite number >= 0"),
    ("V = 100", "V = 100.0", "parameters.V = 100.0", "", "an integer >= 1, or inf"),
    ("V = 100", "V = true", "parameters.V = true", "", "an integer >= 1, or inf"),
    ("points = 200", "points = 200.0", "run.points = 200.0", "", "an integer >= 2"),
    ("[run]", "[[run]]", "run = [{ alpha_end", "", "a table with alpha_end, points"),
    (
        'method = "reduced"',
        'method = "exact"',
        "simulation.method = 'exact'",
        "",
        '"reduced" or "direct"',
    ),
    ('method = "reduced"', "method = [1]", "simulation.method = [1]", "", '"reduced" or "direct"'),
    ("runs = 10", "beside = 100", "simulation.beside = 100", "", "a table with P, V"),
    # out of range
    ("K = 3", "K = 0", "K = 0", "", "an integer >= 1"),
    ("K = 3", "K = 2000000", "K = 2000000", "", "<= 1000"),
    ("M = 2", "M = -1", "M = -1", "", "an integer >= 1"),
    ("eta_J = 6.0", "eta_J = -1", "parameters.eta_J = -1", "", "a finite number >= 0"),
    ("eta_w = 4", "eta_w = -0.5", "parameters.eta_w = -0.5", "", "a finite number >= 0"),
    ("eta_w = 4", "eta_w = nan", "parameters.eta_w = nan", "", "a finite number >= 0"),
    ("eta_w = 4", "eta_w = inf", "parameters.eta_w = inf", "", "a finite number >= 0"),
    (
        "eta_w = 4",
        "eta_w = 1" + 400 * "0",
        "parameters.eta_w = 1000",
        " ...",
        "a finite number >= 0",
    ),
    (
        "eta_w = 4",
        "eta_w = 0x" + 9000 * "f",
        "parameters.eta_w = a very large int",
        "",
        "a finite number",
    ),
    ("P = inf", "P = -inf", "parameters.P = -inf", "", "an integer >= 1, or inf"),
    ("P = inf", "P = nan", "parameters.P = nan", "", "an integer >= 1, or inf"),
    ("P = inf", "P = 0", "parameters.P = 0", "", "an integer >= 1, or inf"),
    ("alpha_end = 20.0", "alpha_end = 0.0", "run.alpha_end = 0.0", "", "a finite number > 0"),
    ("alpha_end = 20.0", "alpha_end = nan", "run.alpha_end = nan", "", "a finite number > 0"),
    ("alpha_end = 20.0", "alpha_end = inf", "run.alpha_end = inf", "", "a finite number > 0"),
    ("points = 200", "points = 1", "run.points = 1", "", "an integer >= 2"),
    ("rtol = 1e-8", "rtol = 0", "run.rtol = 0", "", "between 0 and 1"),
    ("rtol = 1e-8", "rtol = 1.0", "run.rtol = 1.0", "", "between 0 and 1"),
    ("atol = 1e-12", "atol = -1e-12", "run.atol = -1e-12", "", "a finite number > 0"),
    ("runs = 10", "runs = 0", "simulation.runs = 0", "", "an integer >= 1"),
    ("runs = 10\nseed = 0", "seed = -1", "simulation.seed = -1", "", "an integer >= 0"),
    ("runs = 10", "tasks = 0", "simulation.tasks = 0", "", "an integer >= 1"),
    ("runs = 10", "points = 1", "simulation.points = 1", "", "an integer >= 2"),
    ("runs = 10", "P = 0", "simulation.P = 0", "", "an integer >= 1, or inf"),
    ("runs = 10", "beside = { V = inf }", "simulation.beside.V = inf", "", "an integer >= 1"),
    ("N = 1000, seed = 0", "N = 1000, seed = -3", "overlaps.R.seed = -3", "", "an integer >= 0"),
    (
        "N = 1000, seed = 0",
        "scale = -1.0, seed = 0",
        "overlaps.R.scale = -1.0",
        "",
        "a finite number >= 0",
    ),
    (
        "N = 1000, seed = 0",
        "scale = nan, seed = 0",
        "overlaps.R.scale = nan",
        "",
        "a finite number >= 0",
    ),
    # too few inputs: 2 K + M = 8
    ("N = 1000\nruns", "N = 7\nruns", "simulation.N = 7", "", "2 K + M = 8"),
    ("N = 1000, seed = 0", "N = 7, seed = 0", "overlaps.R.N = 7", "", "2 K + M = 8"),
    # a query set cannot be infinite in a simulation
    ("runs = 10", "V = inf", "simulation.V = inf", "", "an integer >= 1"),
    # shapes
    ("T = [1.0, 2.0]", "T = 1.0", "overlaps.T = 1.0", "", "a list of 2"),
    ("T = [1.0, 2.0]", "T = []", "overlaps.T = []", "", "a list of 2"),
    ("T = [1.0, 2.0]", "T = [1, 2, 3]", "overlaps.T = [1, 2, 3]", "3 entries", "a list of 2"),
    ("T = [1.0, 2.0]", "T = [[1, 0]]", "overlaps.T = [[1, 0]]", "1 rows", "a 2 x 2 matrix"),
    ("T = [1.0, 2.0]", "T = [[1, 0], [1]]", "overlaps.T", "row 2 has 1 entries", "a 2 x 2 matrix"),
    ("T = [1.0, 2.0]", "T = [1, [2]]", "overlaps.T = [1, [2]]", "", "a list of 2"),
    ("T = [1.0, 2.0]", 'T = ["1", "2"]', "overlaps.T = ['1', '2']", "", "a list of 2"),
    ("T = [1.0, 2.0]", "T = [true, true]", "overlaps.T = [true, true]", "", "a list of 2"),
    ("T = [1.0, 2.0]", "T = [1.0, nan]", "overlaps.T = [1.0, nan]", "", "finite"),
    ("T = [1.0, 2.0]", "T = [[1, 0], [0, inf]]", "overlaps.T", "row 2 holds inf", "finite"),
    ("T = [1.0, 2.0]", "T = { a = 1 }", "overlaps.T.a = 1", "unknown key", "norm, overlap"),
    ("Q = 0.5", "Q = true", "overlaps.Q = true", "", "a number (times the identity)"),
    ("Q = 0.5", "Q = nan", "overlaps.Q = nan", "", "finite"),
    ("Q = 0.5", "Q = [1.0, 2.0]", "overlaps.Q = [1.0, 2.0]", "2 entries", "a list of 3"),
    ("{ N = 1000, seed = 0 }", "0.1", "overlaps.R = 0.1", "", "a 3 x 2 matrix"),
    ("{ N = 1000, seed = 0 }", "[1, 2]", "overlaps.R = [1, 2]", "", "a 3 x 2 matrix"),
    ("{ N = 1000, seed = 0 }", "[[0, 0, 0], [0, 0, 0]]", "overlaps.R", "2 rows", "a 3 x 2 matrix"),
    (
        "{ N = 1000, seed = 0 }",
        "[[0, 0], [0, 0], [nan, 0]]",
        "overlaps.R",
        "row 3 holds nan",
        "finite",
    ),
    # not a covariance
    ("T = [1.0, 2.0]", "T = [[1, 0.1], [0.2, 1]]", "overlaps.T", "not symmetric", "symmetric"),
    (
        "T = [1.0, 2.0]",
        "T = [[1, 2], [2, 1]]",
        "overlaps.T",
        "the eigenvalue -1",
        "positive semidefinite",
    ),
    (
        "T = [1.0, 2.0]",
        "T = [1.0, -2.0]",
        "overlaps.T = [1.0, -2.0]",
        "the eigenvalue -2",
        "positive",
    ),
    ("Q = 0.5", "Q = -0.5", "overlaps.Q = -0.5", "the eigenvalue -0.5", "positive semidefinite"),
    ("Q = 0.5", "Q = [[1,0,0],[0,1,0],[0,1e-3,1]]", "overlaps.Q", "not symmetric", "symmetric"),
    (
        "{ N = 1000, seed = 0 }",
        "[[9, 0], [0, 0], [0, 0]]",
        "overlaps.R = [[9, 0]",
        "eigenvalue -8.25",
        "1e-10",
    ),
    (
        "N = 1000, seed = 0",
        "scale = 5.0, seed = 0",
        "overlaps.R = { scale = 5.0",
        "eigenvalue -",
        "1e-10",
    ),
]


@pytest.mark.parametrize("old, new, key_and_value, fault, accepted", BROKEN)
def test_broken_file(
    tmp_path: Path, old: str, new: str, key_and_value: str, fault: str, accepted: str
) -> None:
    with pytest.raises(ProblemError) as caught:
        load_problem(written(tmp_path, replaced(old, new)))
    message = str(caught.value)
    assert message.startswith(f"case.toml: {key_and_value}")
    assert fault in message
    assert accepted in message.split("; accepted: ")[1]
    assert str(tmp_path) not in message and len(message) < 500


def test_overflow_of_the_normal_start_is_reported(tmp_path: Path) -> None:
    text = replaced("T = [1.0, 2.0]", "T = [1e200, 1e200]").replace("Q = 0.5", "Q = 1e200")
    with pytest.raises(ProblemError, match=r"overlaps\.R .* double precision"):
        load_problem(written(tmp_path, text))


@pytest.mark.parametrize("scale", [1e-300, 1e-150, 1e150, 1e300])
def test_the_covariance_test_is_relative(scale: float) -> None:
    """The same overlaps in other units: the verdict does not depend on the scale."""
    matrix = scale * np.array([[1.0, 0.6], [0.6, 1.0]])
    good = {"T": matrix, "Q": matrix, "R": 0.9 * matrix}
    load_problem(mapping(K=2, overlaps=good))
    with pytest.raises(ProblemError, match="eigenvalue"):
        load_problem(mapping(K=2, overlaps={**good, "R": (1 + 1e-8) * matrix}))


def test_tolerance_of_the_covariance() -> None:
    """An eigenvalue of -1e-10 of the largest divides rounding from error."""
    for excess, admitted in [(1e-11, True), (1e-9, False)]:
        content = mapping(K=1, M=1, overlaps={"T": [1.0], "Q": 1.0, "R": [[1.0 + 2 * excess]]})
        if admitted:
            load_problem(content)
        else:
            with pytest.raises(ProblemError, match=r"overlaps\.R"):
                load_problem(content)


@pytest.mark.parametrize(
    "content, message",
    [
        (b"K = 3\nM = = 2\n", "line 2"),
        (b"K = 3\nK = 4\n", "line 2"),
        (b'K = 3\nmodel = "\xff"\n', "line 2 is not UTF-8"),
        (b"\x00\x01\x02", "not TOML"),
        (b"K = " + b"9" * 5000, "not TOML"),
        (b"K = " + b"[" * 100_000, "not TOML"),
    ],
)
def test_files_that_are_not_toml(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(FileError, match=message):
        load_problem(written(tmp_path, content))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path / "absent.toml", tmp_path, "a\0b.toml"):
        with pytest.raises(FileError, match="accepted: a problem file") as caught:
            load_problem(path)
        assert str(path) in str(caught.value)


def test_a_byte_order_mark_is_skipped(tmp_path: Path) -> None:
    assert load_problem(written(tmp_path, b"\xef\xbb\xbf" + GOOD.encode())).K == 3


def test_run_and_simulation_are_optional_until_used(tmp_path: Path) -> None:
    problem = load_problem(written(tmp_path, GOOD.split("[run]")[0].replace("V = 100", "V = inf")))
    assert problem.run is None and problem.simulation is None
    for require, name in [(problem.require_run, "run"), (problem.require_simulation, "simulation")]:
        with pytest.raises(ProblemError) as caught:
            require()
        message = str(caught.value)
        assert message.startswith(f"case.toml: [{name}] is missing")
        # what the message suggests does load
        example = f"[{name}]" + message.split(f"\n[{name}]")[1]
        load_problem(written(tmp_path, GOOD.split("[run]")[0] + example))


def test_simulation_sizes() -> None:
    table: dict[str, Any] = {"N": 100}
    both = mapping(simulation=table)
    s = load_problem(both).require_simulation()
    assert (s.runs, s.seed, s.method, s.P, s.V) == (10, 0, "reduced", math.inf, 100)
    table.update(P=7, V=8, beside={"P": 100})
    s = load_problem(both).require_simulation()
    assert (s.P, s.V) == (7, 8)
    assert s.beside is not None and (s.beside.P, s.beside.V) == (100, 8)
    both["parameters"]["V"] = math.inf
    assert load_problem(both).require_simulation().V == 8


def test_an_infinite_query_set_is_refused_where_it_would_be_drawn() -> None:
    """The theory at V = inf needs no other V, whatever [simulation] there is."""
    both = mapping(simulation={"N": 100, "beside": {"P": 100}}, run={"alpha_end": 1.0})
    both["parameters"]["V"] = math.inf
    problem = load_problem(both)
    assert right_hand_side(problem).is_finite()
    for call in (simulate, compare):
        with pytest.raises(ProblemError) as caught:
            call(problem)
        message = str(caught.value)
        assert message.startswith(
            "simulation.V = inf: taken from parameters.V; accepted: an integer"
        )
        assert "write V = 100 into [simulation]" in message
    assert problem.require_simulation(V=100).N == 100  # as simulate(problem, V=100) asks


def mapping(**changes: Any) -> dict[str, Any]:
    content: dict[str, Any] = {
        "model": "fo_anil",
        "activation": "erf",
        "K": 3,
        "M": 2,
        "parameters": {"eta_J": 6.0, "eta_w": 4.0, "P": math.inf, "V": 100},
        "overlaps": {"T": [1.0, 2.0], "Q": 0.5, "R": {"N": 1000, "seed": 0}},
    }
    return {**content, **changes}


def test_mappings_may_hold_numpy() -> None:
    content = mapping(
        K=np.int64(3), overlaps={"T": np.eye(2), "Q": np.float64(0.5), "R": np.zeros((3, 2))}
    )
    before = copy.deepcopy(content["overlaps"]["T"])
    problem = load_problem(content)
    assert problem.source == "" and problem.K == 3 and type(problem.K) is int
    np.testing.assert_array_equal(content["overlaps"]["T"], before)
    with pytest.raises(ProblemError, match=r"^K = true; accepted"):
        load_problem(mapping(K=np.bool_(True)))
    with pytest.raises(ProblemError, match="unknown key"):
        load_problem({**mapping(), 3: 4})  # type: ignore[dict-item]


def test_digest_depends_on_what_is_said_only(tmp_path: Path) -> None:
    first = load_problem(written(tmp_path, GOOD))
    top, *tables = GOOD.split("[")[0], *("[" + part for part in GOOD.split("\n[")[1:])
    shuffled = load_problem(
        written(tmp_path, "# a comment\n" + top + "\n" + "\n".join(reversed(tables)))
    )
    assert shuffled.digest == first.digest and shuffled == first and hash(shuffled) == hash(first)
    spelled = load_problem(written(tmp_path, replaced("eta_w = 4", "eta_w = 4.00")))
    assert spelled.digest == first.digest
    for old, new in [
        ("eta_w = 4", "eta_w = 4.5"),
        ("P = inf", "P = 3"),
        ("atol = 1e-12", "atol = 1e-13"),
    ]:
        other = load_problem(written(tmp_path, replaced(old, new)))
        assert other.digest != first.digest and other != first


def test_with_changes_is_checked_and_has_its_own_digest(tmp_path: Path) -> None:
    problem = load_problem(written(tmp_path, GOOD))
    same = problem.with_changes()
    assert same == problem and same.digest == problem.digest
    np.testing.assert_array_equal(same.R, problem.R)
    other = problem.with_changes(
        parameters={"eta_w": 9.0}, overlaps={"R": np.zeros((3, 2))}, run=None
    )
    assert (other.parameters.eta_w, other.parameters.eta_J, other.parameters.P) == (
        9.0,
        6.0,
        math.inf,
    )
    assert other.run is None and not other.R.any() and other.digest != problem.digest
    assert problem.with_changes(run={"points": None}).require_run().points == 200
    with pytest.raises(ProblemError, match=r"case\.toml: parameters\.eta_w = -1"):
        problem.with_changes(parameters={"eta_w": -1})
    with pytest.raises(ProblemError, match=r"K = \{ a = 1 \}"):
        problem.with_changes(K={"a": 1})


def test_problems_and_errors_can_be_pickled(tmp_path: Path) -> None:
    problem = load_problem(written(tmp_path, GOOD))
    assert pickle.loads(pickle.dumps(problem)) == problem
    errors: list[OrderodeError] = [
        NotAvailable("P = 3", "the theory needs P = inf", "Write P = inf."),
        BackendError(backend="c", why="no compiler", remedy="Install one."),
        FileError("a.json", "a folder", "a file"),
    ]
    with pytest.raises(ProblemError) as caught:
        problem.with_changes(run=None).require_run()
    for error in [*errors, caught.value]:
        assert str(pickle.loads(pickle.dumps(error))) == str(error)
    assert str(errors[0]) == "P = 3 is not available: the theory needs P = inf. Write P = inf."
    assert str(errors[1]) == "backend c: no compiler. Install one."


@pytest.mark.parametrize(
    "path", sorted(EXPERIMENTS.glob("fig[23]*.toml")), ids=lambda path: path.name
)
def test_experiments_load(path: Path) -> None:
    problem = load_problem(path)
    np.testing.assert_array_equal(problem.T, np.diag([1.0, 2.0, 3.0]))
    np.testing.assert_array_equal(problem.Q, 0.5 * np.eye(3))
    samples = {"fig2.toml": 100, "fig2_aligned.toml": 100, "fig2_few.toml": 5}.get(
        path.name, math.inf
    )
    assert (problem.parameters.P, problem.parameters.V) == (samples, samples)
    if math.isfinite(samples):
        simulation = problem.require_simulation()
        assert (simulation.P, simulation.V, simulation.N, simulation.runs) == (
            samples,
            samples,
            1000,
            10 if path.name == "fig2_few.toml" else 24,
        )


@st.composite
def weights(draw: st.DrawFn) -> tuple[int, int, np.ndarray]:
    """K, M and the covariance of K + M fields, of any rank and of scales from 1e-3 to 1e3."""
    K, M = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    vectors = rng.standard_normal((K + M, draw(st.integers(1, K + M + 3))))
    vectors *= 10.0 ** draw(st.integers(-3, 3))
    return K, M, vectors @ vectors.T


@settings(deadline=None, max_examples=100)
@given(case=weights())
def test_overlaps_of_weights_are_admitted_and_longer_ones_are_not(
    case: tuple[int, int, np.ndarray],
) -> None:
    """Overlaps of actual vectors pass; R scaled until a canonical correlation passes 1 does not."""
    K, M, C = case
    Q, R, T = C[:K, :K], C[:K, K:], C[K:, K:]
    content = mapping(K=K, M=M, overlaps={"T": T, "Q": Q, "R": R})
    problem = load_problem(content)
    np.testing.assert_allclose(problem.Q, Q, rtol=1e-15)
    # |R| <= sqrt(|Q| |T|) where C >= 0
    bound = math.sqrt(np.linalg.norm(Q, 2) * np.linalg.norm(T, 2))
    content["overlaps"]["R"] = R * (1.01 * bound / np.linalg.norm(R, 2))
    with pytest.raises(ProblemError, match=r"overlaps\.R"):
        load_problem(content)


@settings(deadline=None, max_examples=100)
@given(size=st.integers(1, 5), seed=st.integers(0, 2**32))
def test_extreme_eigenvalues(size: int, seed: int) -> None:
    matrix = np.random.default_rng(seed).standard_normal((size, size))
    matrix = matrix + matrix.T
    values = np.sort(np.linalg.eigvals(matrix).real)  # the general solver, not the symmetric one
    np.testing.assert_allclose(
        overlaps.extreme_eigenvalues(matrix), values[[0, -1]], rtol=0, atol=1e-10
    )

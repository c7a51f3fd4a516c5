"""The estimates of what rules for averages err by, against much finer rules, and where people read
them."""

import json
import math
import re
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

import orderode
from orderode import solvers
from orderode.cli import main
from orderode.errors import BackendError
from orderode.solvers.finer import finer_backend
from orderode.solvers.numpy import NumpyBackend
from orderode.theory.integrate import solver_parameters, start_state
from orderode.theory.quadrature import QUICK, checked_places

FIGURE = Path(__file__).resolve().parents[2] / "experiments" / "fig2_few.toml"
# nodes along the path, of kinked functions: so that 1 - t stays above rounding
MANY = {False: 192, True: 64}


CORRELATED = [[1.0, 0.5, 0.3], [0.5, 1.0, 0.4], [0.3, 0.4, 1.0]]


def problem(model, activation, variance, K=3, M=3, parallel=False, **parameters):
    """A learner of one large unit, the others of ordinary length, at overlaps that are drawn; or
    all large and nearly parallel."""
    rng = np.random.default_rng([7, K, M])
    weights = rng.standard_normal((K + M, K + M + 2)) / math.sqrt(K + M + 2)
    if parallel:
        weights = weights[0] + 0.3 * weights
    large = weights if parallel else weights[:1]
    large *= math.sqrt(variance) / np.linalg.norm(large, axis=1)[:, None]
    C = weights @ weights.T
    content = {
        "model": model,
        "activation": activation,
        "K": K,
        "M": M,
        "parameters": {"eta_J": 3.0} | parameters,
        "overlaps": {"T": C[K:, K:], "Q": C[:K, :K], "R": C[:K, K:]},
        "run": {"alpha_end": 0.01, "points": 3, "rtol": 1e-7},
    }
    return orderode.load_problem(content)


def with_many_nodes(name, squares=None):
    """The numpy solver with a path rule of many nodes in arcsin t or, of kinked functions, in
    sqrt(arccos t)."""
    solver = solvers.load(name, "numpy")
    module = solver.module
    kinked = hasattr(module, "_PATH_LAST")
    many = MANY[kinked]
    x, w = np.polynomial.legendre.leggauss(many)
    if kinked:
        y, w = (1 - x) / 2, w / 2  # from y = 1 at t = 0 down to y = 0
        t, slope = np.cos(np.pi * y**2 / 2), np.pi * y * np.sin(np.pi * y**2 / 2)
        module._PATH_LAST = np.arange(many) == many - 1.0
    else:
        y, w = (1 + x) / 2, w / 2
        t, slope = np.sin(np.pi * y / 2), np.pi / 2 * np.cos(np.pi * y / 2)
    module.n_path, module._PATH, module._PATH_WEIGHT = many, t, w * slope
    if squares:
        module._SQUARE, module._SQUARE_WEIGHT, module.n_square = *squares, len(squares[0])
        module._FINE, module._FINE_WEIGHT, module.n_fine = *squares, len(squares[0])
        strengths, weights = squares
        module._QUARTIC = np.add.outer(strengths, strengths).ravel()
        module._QUARTIC_WEIGHT = np.outer(weights, weights).ravel()
        module.n_quartic = len(module._QUARTIC)
    return solver


def true_errors(p, exact):
    """Of the slopes and of eps_g, relative, as ``right_hand_side`` states them."""
    start, chosen = start_state(p), solver_parameters(p, exact)
    found = orderode.right_hand_side(p)
    wanted = np.concatenate([x.ravel() for x in exact.rhs(start, chosen)])
    made = np.concatenate([x.ravel() for x in (found.dR, found.dQ, found.dw0)])
    eps = exact.observable("eps_g", start, chosen)
    return np.abs(made - wanted).max() / np.abs(wanted).max(), abs(found.eps_g - eps) / eps, found


@pytest.mark.parametrize("variance", [50.0, 390.0, 1000.0])
def test_the_path_rule_is_estimated_to_a_factor_of_two(variance):
    """Of correlated tasks, whose averages of four have different units of the teacher; all units
    are large, and nearly parallel."""
    p = problem("fo_anil", "erf", variance, parallel=True, eta_w=1.0, P=5, V=math.inf)
    p = p.with_changes(tasks={"cov": CORRELATED})
    slopes, eps, found = true_errors(p, with_many_nodes("fo_anil"))
    assert eps > 1e-13
    assert eps / 2 < found.quadrature_error_eps_g < 2 * eps
    assert slopes / 2 < found.quadrature_error < 2 * slopes


@pytest.mark.parametrize(("P", "V"), [(1, 1), (3, 5)])
def test_the_rule_of_squares_is_estimated_to_a_factor_of_two(P, V):
    """Against eleven Gaussians from the integral that g^2 is, at overlaps where the path rule errs
    by 1e-12."""
    p = problem("fo_anil", "erf", 3.0, eta_w=1.0, P=P, V=V)
    x, w = np.polynomial.legendre.leggauss(11)
    strengths = 1 + ((1 + x) / 2) ** 2
    squares = strengths, -4 / math.pi * w / 2 / strengths
    slopes, _, found = true_errors(p, with_many_nodes("fo_anil", squares))
    assert slopes > 1e-11
    assert slopes / 2 < found.quadrature_error < 2 * slopes


@pytest.mark.slow
@pytest.mark.parametrize("variance", [3.0, 390.0, 1000.0])
def test_of_many_units_the_estimate_is_no_less_than_half(variance):
    """The stand-in for systems in which the finer rule of squares would take long."""
    p = problem("fo_anil", "erf", variance, K=5, M=2, eta_w=1.0, P=5, V=5)
    assert p.K**4 * p.M**2 > QUICK
    slopes, eps, found = true_errors(p, with_many_nodes("fo_anil"))
    assert slopes / 2 < found.quadrature_error < 2 * slopes + 1.8e-7
    assert found.quadrature_error_eps_g == pytest.approx(eps, rel=0.05, abs=1e-13)


@pytest.mark.parametrize("angle", [1e-4, 1e-2, 1.0])
def test_the_path_rule_of_kinked_functions(angle):
    """Two students at an angle."""
    p = problem("sgd", "relu", 3.0, K=2, M=2, V=5, w0=[0.4, -0.7])
    Q = np.array([[1.0, math.cos(angle)], [math.cos(angle), 1.0]])
    p = p.with_changes(overlaps={"Q": Q, "R": np.zeros((2, 2))})
    slopes, _, found = true_errors(p, with_many_nodes("sgd_relu"))
    assert (
        slopes / 2 < found.quadrature_error + 1e-13 and found.quadrature_error < 2 * slopes + 1e-13
    )


def test_no_rule_no_error():
    at_infinite_P = problem("fo_anil", "erf", 390.0, eta_w=1.0, P=math.inf, V=5)
    for p in (at_infinite_P, problem("sgd", "erf", 390.0, V=5)):
        found = orderode.right_hand_side(p)
        assert found.quadrature_error == found.quadrature_error_eps_g == 0


@pytest.mark.parametrize(
    "constant", ["_PATH_WEIGHT", "_SQUARE_WEIGHT", "_QUARTIC_WEIGHT", "_FINE_WEIGHT"]
)
def test_an_unknown_rule_is_refused(constant, monkeypatch):
    """An estimate by a rule in another variable would be one of nothing."""
    make = NumpyBackend.__init__

    def changed(self, system):
        make(self, system)
        values = getattr(self.module, constant).copy()
        values[-2:] *= 0.99, 1.01
        setattr(self.module, constant, values)

    solver = solvers.load("fo_anil", "numpy")
    finer = finer_backend(solver)
    assert finer is not None and finer.module.n_path == 2 * solver.module.n_path == 20
    monkeypatch.setattr(NumpyBackend, "__init__", changed)
    with pytest.raises(
        BackendError, match=f"fo_anil.py: {constant[:5]}.* is no rule of a known kind"
    ):
        finer_backend(solver)


def test_states_that_are_checked():
    Q = np.ones((40, 2, 2))
    Q[13] = 5.0
    Q[30:] = np.nan
    assert checked_places(Q) == [0, 7, 13, 14, 21, 29]
    assert checked_places(np.full((3, 2, 2), np.nan)) == []


GROWING = """
model = "fo_anil"
activation = "erf"
K = 2
M = 2
[parameters]
eta_J = 1.0
eta_w = 1.0
P = 5
V = inf
[tasks]
cov = [[1.0, -0.5], [-0.5, 1.0]]
[overlaps]
T = [[390.0, 389.0], [389.0, 390.0]]
Q = [[390.0, 389.0], [389.0, 390.0]]
R = [[389.0, 388.0], [388.5, 389.0]]
[run]
alpha_end = 0.1
points = 3
rtol = 1e-8
atol = 1e-8
[simulation]
N = 400
V = 100
points = 10
runs = 2
seed = 0
"""


def test_the_commands_say_it(tmp_path):
    """Of large, nearly parallel units the path rule errs by more than rtol; at rtol = 1e-3 by less,
    and nothing is said."""
    file, out = tmp_path / "p.toml", tmp_path / "t.json"
    file.write_text(GROWING, encoding="utf-8")
    runner = CliRunner()
    printed = json.loads(runner.invoke(main, ["rhs", str(file)]).output)
    assert printed["quadrature_error_eps_g"] > 1e-8
    words = r"the rules for averages err by \d\.\de-0\d of eps_g at alpha = 0"
    integrated = runner.invoke(main, ["integrate", str(file), "--out", str(out)])
    assert integrated.exit_code == 0 and re.search(words, integrated.output)
    saved = json.loads(out.read_text(encoding="utf-8"))
    assert "quadrature_error_eps_g" in json.dumps(saved) and "quadrature_alpha" in json.dumps(saved)
    problem = orderode.load_problem(file)
    theory = orderode.integrate(problem)
    assert theory.quadrature_error_eps_g >= printed["quadrature_error_eps_g"] * 0.99
    assert not theory.rules_summary(1e-3)
    assert re.search(words, orderode.compare(problem, progress=False, band=False).report())


def test_a_figure_whose_learners_grow():
    """fig2_few reaches Q = 390; all its averages of four with teachers have a unit that is
    repeated, whose Gaussians err by as little there."""
    theory = orderode.integrate(orderode.load_problem(FIGURE))
    assert theory.quadrature_error_eps_g < 1e-10
    assert theory.quadrature_error < 1e-7

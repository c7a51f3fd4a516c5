"""simulate(): seeds, recording, diverged runs, refused values; and what this package may import."""

import ast
import math
import pickle
import sys
from pathlib import Path

import numpy as np
import pytest
from microscopic import make_setting

from orderode.errors import NotAvailable
from orderode.simulate import SettingError, direct, simulate
from orderode.simulate.direct import Direct
from orderode.simulate.reduced import Reduced


def make(P=3.0, **change):
    values = dict(model="fo_anil", activation="erf", K=2, M=2, eta_J=2.0, eta_w=1.0, P=P, V=4)
    values |= dict(T=np.eye(2), Q=0.5 * np.eye(2), R=0.1 * np.ones((2, 2)))
    return make_setting(**(values | change))


def run(setting=None, *, alphas=(0, 0.5, 1), **change):
    values = dict(N=20, runs=3, seed=7, tasks=20, test_samples=5, method="reduced")
    return simulate(setting or make(), alphas=alphas, **(values | change))


@pytest.mark.parametrize("method", ["reduced", "direct"])
@pytest.mark.parametrize("P", [3, math.inf])
def test_shapes_and_seeds(method, P):
    first, again, other = (run(make(P), method=method, seed=seed) for seed in (7, 7, 8))
    assert (
        first.Q.shape == (3, 3, 2, 2)
        and first.R.shape == (3, 3, 2, 2)
        and first.eps_g.shape == (3, 3)
    )
    assert first.status == ("ok",) * 3
    for name in ("alpha", "Q", "R", "eps_g", "eps_g_se"):
        np.testing.assert_array_equal(getattr(first, name), getattr(again, name))
    assert (first.Q[-1] != other.Q[-1]).all() and (first.eps_g != other.eps_g).all()
    np.testing.assert_allclose(first.Q[0], np.broadcast_to(make().Q, (3, 2, 2)), rtol=0, atol=1e-12)
    assert len(np.unique(first.Q[-1, :, 0, 0])) == 3  # the runs differ


@pytest.mark.parametrize("method", ["reduced", "direct"])
def test_the_grid_of_times_moves_nothing(method):
    coarse, fine = (
        run(method=method, alphas=[1]),
        run(method=method, alphas=np.linspace(0, 1, 11), tasks=20),
    )
    for name in ("Q", "R", "eps_g"):
        np.testing.assert_array_equal(getattr(coarse, name)[-1], getattr(fine, name)[-1])
    more = run(method=method, alphas=[1], tasks=50, test_samples=7)
    np.testing.assert_array_equal(more.Q, coarse.Q)
    assert (more.eps_g != coarse.eps_g).all()


def test_recorded_times_are_those_of_the_steps():
    result = run(alphas=[0.02, 0.03, 0.071, 0.074, 2.0])
    np.testing.assert_array_equal(result.alpha, np.array([0, 1, 1, 1, 40]) / 20)
    np.testing.assert_array_equal(result.Q[1], result.Q[3])


def test_chunks_of_direct_bound_memory_and_keep_the_law(monkeypatch):
    monkeypatch.setattr(direct, "CHUNK", 2 * 20 * 7)
    a, b = run(method="direct", runs=5), run(method="direct", runs=5)
    np.testing.assert_array_equal(a.Q, b.Q)
    assert len(np.unique(a.Q[-1, :, 0, 0])) == 5


@pytest.mark.parametrize("P", [3, math.inf])
def test_a_diverged_run_is_frozen_and_alone(P):
    states = [Reduced(make(P), 20, 4, np.random.default_rng(1)) for _ in range(2)]
    states[1].Q[1], states[1].Q[2] = 1e308, math.inf
    for _ in range(5):
        for state in states:
            state.step()
    for good, bad in zip(states[0].overlaps(), states[1].overlaps(), strict=True):
        np.testing.assert_array_equal(good[[0, 3]], bad[[0, 3]])
        assert np.isnan(bad[2]).all() and np.isfinite(good).all()


@pytest.mark.parametrize("P", [3, math.inf])
def test_a_diverged_direct_run_is_frozen_and_alone(P):
    states = [Direct(make(P), 20, 3, np.random.default_rng(1)) for _ in range(2)]
    states[1].J[1] = 1e200
    for _ in range(5):
        for state in states:
            state.step()
    for good, bad in zip(states[0].overlaps(), states[1].overlaps(), strict=True):
        np.testing.assert_array_equal(good[[0, 2]], bad[[0, 2]])
    assert np.isnan(states[1].overlaps()[0][1]).all()


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("method", ["reduced", "direct"])
def test_status_of_diverged_runs(method):
    result = run(make(eta_J=1e200), method=method)
    assert result.status == ("non-finite",) * 3
    assert (
        np.isnan(result.Q[1:]).all()
        and np.isnan(result.R[1:]).all()
        and np.isnan(result.eps_g[1:]).all()
    )
    assert np.isfinite(result.eps_g[0]).all()


def test_progress_bar_only_where_asked_or_on_a_terminal(capsys):
    run()
    assert capsys.readouterr().err == ""
    run(progress=True)
    assert "simulate (reduced)" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("V", math.inf, "V must be a finite integer to simulate"),
        ("P", 2.5, "or inf"),
        ("K", 0, "at least 1"),
        ("eta_J", math.nan, "finite number"),
        ("activation", "swish", "erf"),
        ("R", np.zeros((2, 3)), "shape"),
        ("Q", [[1.0, 0.1], [0.2, 1.0]], "symmetric"),
    ],
)
def test_refused_settings(key, value, words):
    with pytest.raises(SettingError, match=words) as caught:
        make(**{key: value})
    assert caught.value.key == key and isinstance(caught.value, ValueError)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_refused_overlaps_and_model():
    with pytest.raises(SettingError, match="positive semi-definite"):
        make(R=np.ones((2, 2)))
    with pytest.raises(NotAvailable, match="fo_anil"):
        make(model="other")


@pytest.mark.parametrize(
    "change",
    [{"alphas": [1, 0]}, {"alphas": []}, {"alphas": [-1]}, {"N": 3}, {"method": "x"}, {"runs": 0}]
    + [{"alphas": 1.0}, {"alphas": [0, math.inf]}, {"tasks": 0}],
)
@pytest.mark.parametrize("method", ["reduced", "direct"])
def test_refused_runs(change, method):
    with pytest.raises(SettingError):
        run(**({"method": method} | change))


def test_settings_are_read_only():
    Q = np.eye(2)
    setting = make(Q=Q)
    Q[0, 0] = 5.0
    assert setting.Q[0, 0] == 1.0
    with pytest.raises(ValueError, match="read-only"):
        setting.Q[0, 0] = 2.0


def test_the_oracle_is_independent():
    """It may import numpy, scipy.special, tqdm, the standard library and itself: never what it
    judges.  What makes tables of results is imported when a table is asked for."""
    allowed = {"numpy", "numpy.polynomial", "numpy.typing", "scipy", "scipy.special"}
    allowed |= {"tqdm", "tqdm.auto"}
    folder = Path(direct.__file__).parent
    for path in sorted(folder.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            names = []
            if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "scipy":
                # scipy loads its parts where they are used
                assert node.attr == "special", (path.name, node.attr)
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                if node.level:
                    rooms = {"compiler", "errors", "shown"}
                    assert node.level == 1 or node.module in rooms, path.name
                    continue
                names = [node.module or ""]
                if node.module == "scipy":
                    names = [f"scipy.{alias.name}" for alias in node.names]
            for name in names:
                assert name in allowed or name.split(".")[0] in sys.stdlib_module_names, (
                    path.name,
                    name,
                )

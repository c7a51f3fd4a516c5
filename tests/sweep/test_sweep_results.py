"""What a finished sweep gives: arrays with their axes, figures, and the commands that make them."""

import importlib.util
import re
from pathlib import Path

import click.testing
import numpy as np
import pytest
from test_sweep import PROBLEM, sweep

import orderode.sweep
from orderode.cli import main
from orderode.errors import NotAvailable
from orderode.sweep.figures import _is_log, sweep_figure
from orderode.sweep.result import SweepResult

# -- results and figures ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A finished sweep over K (2), eta_w (10) and eta_J (9), with unreached and failed points."""
    problem = (
        PROBLEM.replace("V = inf", "V = 20").replace('"erf"', '"linear"').replace("450.0", "6.0")
    )
    problem = problem.replace("901", "13").replace("1e-12", "0.1").replace("1e-7", "1e-5")
    axes = """K = [2, 3]
    parameters.eta_w = { first = 0.2, last = 2.0, points = 10 }
    parameters.eta_J = { first = 0.5, last = 500.0, points = 9, scale = "log" }"""
    out = tmp_path_factory.mktemp("done") / "out"
    orderode.sweep.run(sweep(axes, "crossings = [2.0]\neps_g_at = [1.0, 6.0]", problem), out)
    return out


def test_results_in_numpy(folder):
    plain = np.load(folder / "results.npz")
    assert plain["axes"].tolist() == ["K", "eta_w", "eta_J"]
    assert plain["crossing"].shape == (2, 10, 9, 1) and plain["eps_g"].shape == (2, 10, 9, 2)
    assert plain["status"].shape == (2, 10, 9) and plain["eta_w"].shape == (10,)
    found = orderode.sweep.load(folder)
    assert np.array_equal(found["crossing"], plain["crossing"], equal_nan=True)
    assert list(found.counts())[:2] == ["ok", "unreached"] and len(found.counts()) > 2
    assert sum(found.counts().values()) == 180
    assert found.about["systems"].keys() == {"fo_anil_linear"} and found.about["content"]["outputs"]


def test_results_in_xarray(folder):
    pytest.importorskip("xarray", reason="xarray is not installed: pip install orderode[xarray]")
    data = orderode.sweep.load(folder).to_xarray()
    assert dict(data.sizes) == {"K": 2, "eta_w": 10, "eta_J": 9, "alpha": 2, "level": 1}
    one = data.crossing.sel(K=3, level=2.0).sel(eta_w=1.0, eta_J=0.5, method="nearest")
    assert float(one) == orderode.sweep.load(folder)["crossing"][1, 4, 0, 0]


def test_xarray_is_asked_for_where_it_is_missing(folder, monkeypatch):
    found = orderode.sweep.load(folder)
    real = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *a: None if name == "xarray" else real(name, *a)
    )
    with pytest.raises(NotAvailable, match=r"orderode\[xarray\]"):
        found.to_xarray()


def test_maps(folder):
    """A panel for each K, the last two axes in it, unreached and failed points in colours of their
    own."""
    figure = sweep_figure(orderode.sweep.load(folder))
    panels = [axis for axis in figure.axes if axis.get_title()]
    assert [axis.get_title() for axis in panels] == ["$K=2$", "$K=3$"]
    assert [(a.get_xscale(), a.get_yscale(), a.get_ylabel()) for a in panels] == [
        ("linear", "log", r"$\eta_J$")
    ] * 2
    (legend,) = figure.legends
    assert [text.get_text() for text in legend.get_texts()] == ["not reached", "failed"]
    mesh = panels[1].collections[0]
    crossing = orderode.sweep.load(folder)["crossing"][1, ..., 0].T
    colours = mesh.to_rgba(mesh.get_array().reshape(crossing.shape))
    unreached, failed = np.isinf(crossing), np.isnan(crossing)
    assert unreached.any() and failed.any()
    assert (
        len(np.unique(colours[unreached], axis=0)) == len(np.unique(colours[failed], axis=0)) == 1
    )
    assert not np.array_equal(colours[unreached][0], colours[failed][0])
    drawn, reached = np.ma.getdata(mesh.get_array()).reshape(crossing.shape), np.isfinite(crossing)
    assert np.array_equal(drawn[reached], crossing[reached])


def test_lines(folder):
    """Along the last axis; a colour for each alpha; a panel for each value of the rest, if there
    are not too many."""
    found = orderode.sweep.load(folder)
    figure = sweep_figure(found, "eps_g", "lines")
    panels = figure.axes
    assert len(panels) == 20 and panels[3].get_title() == r"$K=2$, $\eta_w=0.8$"
    lines = panels[3].lines
    assert len(lines) == 2 and lines[1].get_ydata() == pytest.approx(
        found["eps_g"][0, 3, :, 1], nan_ok=True
    )
    assert lines[1].get_xdata() == pytest.approx(found.axes["eta_J"])
    (legend,) = figure.legends  # of all panels, beside them
    assert [t.get_text() for t in legend.get_texts()] == [
        r"$\alpha=1$",
        r"$\alpha=6$",
    ]


@pytest.mark.parametrize(
    ("crossing", "said"),
    [
        ([np.inf] * 3, "not reached"),
        ([np.nan] * 3, "failed"),
        ([np.inf, np.nan, np.inf], "not reached or failed"),
    ],
)
@pytest.mark.parametrize(
    "eta_J", [[1.0, 10.0, 100.0], [1.0, 2.0, 3.0]], ids=["logarithmic", "linear"]
)
def test_lines_where_nothing_was_reached(tmp_path, crossing, said, eta_J):
    """An axis without values says why it has none; another level in its panel is drawn."""
    for level in ([0.5], [0.5, 0.1]):
        found = SweepResult(
            {"eta_J": np.array(eta_J)},
            {"crossing": np.repeat(np.array(crossing)[:, None], len(level), axis=1)},
            np.array([]),
            np.array(level),
            {},
        )
        figure = sweep_figure(found)
        figure.savefig(tmp_path / "empty.png")
        (axis,) = figure.axes
        assert [text.get_text() for text in axis.texts] == [said]
        assert axis.get_xlim() == (eta_J[0], eta_J[-1]) and not len(axis.get_yticks())
    found.arrays["crossing"][:, 0] = [2.0, np.inf, 30.0]
    figure = sweep_figure(found)
    figure.savefig(tmp_path / "half.png")
    assert not figure.axes[0].texts and figure.axes[0].get_yscale() == "log"


@pytest.mark.parametrize("nothing", [np.inf, np.nan])
def test_maps_where_nothing_was_reached(tmp_path, nothing):
    """The key says which it was."""
    axes = {"K": np.arange(1, 10), "eta_J": np.geomspace(1.0, 100.0, 9)}
    arrays = {"crossing": np.full((9, 9, 1), nothing)}
    figure = sweep_figure(SweepResult(axes, arrays, np.array([]), np.array([0.5]), {}))
    figure.savefig(tmp_path / "empty.png")
    (legend,) = figure.legends
    said = "not reached" if np.isinf(nothing) else "failed"
    assert [text.get_text() for text in legend.get_texts()] == [said]


def test_axes_of_numbers_that_grow_by_factors_are_logarithmic():
    sizes = np.array([1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 28, 36, 47, 60, 78, 100])
    for values, expected in (
        (sizes, True),
        (np.geomspace(0.01, 100.0, 5), True),
        (np.linspace(0.1, 9.0, 90), False),
        (np.arange(1, 41), False),
        (np.array([1.0, 10.0, np.inf]), False),
        (np.array([0.0, 1.0, 10.0]), False),
        (np.array([3, 5, 9]), False),
    ):
        assert _is_log(values) == expected, values


def test_one_time_is_named_and_colours_are_labelled_where_there_is_room():
    values = np.linspace(0.5, 1.5, 9)
    grid = np.exp(np.add.outer(values, values) * 3)[..., None]
    found = SweepResult(
        {"eta_w": values, "P": values},
        {"eps_g": grid, "status": grid},
        np.array([100.0]),
        np.array([]),
        {},
    )
    *_, bar = sweep_figure(found).axes
    assert bar.get_ylabel() == r"$\varepsilon_g$ at $\alpha=100$"
    bar.figure.canvas.draw()
    assert {t.get_text()[:1] for t in bar.yaxis.get_minorticklabels()} == {"", "2", "5"}


def test_a_logarithmic_axis_within_a_decade_has_plain_numbers():
    """No 6x10^-2 at a tick: the numbers are read as they are written in the file."""
    rates = np.geomspace(0.03, 0.24, 10)
    grid = rates[:, None]
    found = SweepResult(
        {"eta_w": rates}, {"eps_g": grid, "status": grid}, np.array([1.0]), np.array([]), {}
    )
    (axis,) = sweep_figure(found).axes
    axis.figure.canvas.draw()
    assert axis.get_xscale() == axis.get_yscale() == "log"
    for side in (axis.xaxis, axis.yaxis):
        said = {t.get_text() for t in side.get_minorticklabels()}
        there = {f"{digit * decade:g}" for digit in (2, 3, 5, 7) for decade in (0.01, 0.1)}
        assert {"", "0.03", "0.05", "0.2"} <= said <= {"", *there}


# -- commands --------------------------------------------------------------------------------------


def command(*arguments):
    done = click.testing.CliRunner().invoke(main, [str(x) for x in arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


def test_commands(tmp_path):
    file = tmp_path / "s.toml"
    file.write_text(
        f"{PROBLEM.replace('450.0', '2.0')}\n[axes]\nparameters.eta_w = [1.0,"
        " 2.0]\n[outputs]\neps_g_at = [2.0]\n"
    )
    out = tmp_path / "out"
    assert command("sweep", file, "--out", out, "--shard", "1/2")[0] == 0
    code, said, _ = command("sweep", file, "--out", out)
    assert (code, said) == (0, "2 points: 2 ok\n")
    code, said, _ = command("plot", out)
    assert code == 0 and Path(said.strip()).read_bytes().startswith(b"\x89PNG")
    assert command("plot", out, "--out", tmp_path / "figure.pdf")[0] == 0
    assert (tmp_path / "figure.pdf").read_bytes().startswith(b"%PDF")
    for arguments, message in [
        (("plot", tmp_path), "it holds no sweep"),
        (("plot", out, "--of", "crossing"), "add crossings to its [outputs]"),
        (("plot", out, "--as", "maps"), "it needs 2 axes of numbers"),
        (("sweep", file, "--out", out, "--shard", "3/2"), "write --shard 1/4 to --shard 4/4"),
        (("sweep", tmp_path / "none.toml", "--out", out), "No such file"),
        (("sweep", file, "--out", file), "not a folder"),
    ]:
        code, _, said = command(*arguments)
        assert code == 2 and message in said and re.match("orderode: .*\n$", said), said

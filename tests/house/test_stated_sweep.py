"""What sweeps.md says of the whole of Fig. 5, swept anew: some twenty seconds of a processor."""

import click.testing
import numpy as np
import pytest
from pages import ROOT, number, precision, said

import orderode.sweep
from orderode.cli import main


def swept(file, folder):
    line = ["sweep", str(file), "--out", str(folder), "--quiet"]
    done = click.testing.CliRunner().invoke(main, line)
    assert done.exit_code == 0, done.output
    return orderode.sweep.load(folder)


@pytest.fixture(scope="module")
def plane(tmp_path_factory):
    return swept(ROOT / "experiments" / "fig5.toml", tmp_path_factory.mktemp("fig5"))


@pytest.mark.slow
def test_what_it_costs(plane):
    """Right-hand sides, and those of trajectories that never reach the level, in quarters."""
    (many,) = said("sweeps.md", r"is 25200 trajectories and (\S+) right-hand sides")
    counted = np.asarray(plane["evaluations"], dtype=float)
    assert counted.sum() == pytest.approx(number(many), abs=precision(many))
    said(
        "sweeps.md",
        r"Three quarters are the right-hand sides of the trajectories that never reach the level",
    )
    never = np.isinf(plane["crossing"][..., 0])
    assert counted[never].sum() / counted.sum() == pytest.approx(3 / 4, abs=0.04)


@pytest.mark.slow
def test_the_outer_rate_rescales_time(plane):
    """alpha* eta_J along eta_J: median and worst of what it varies by, over eta_w and K."""
    median, worst, rate = said(
        "sweeps.md",
        r"is constant to (\S+) \(median over η_w and K\), at worst to (\S+) next to the edge.*?Beyond η_w = ([\d.]+) the"
        r" fixed point lies above the level",
    )
    alpha = plane["crossing"][..., 0]  # K, eta_w, eta_J
    product = np.where(np.isfinite(alpha), alpha * plane.axes["eta_J"], np.nan)
    some = np.isfinite(product).sum(axis=-1) > 1
    spread = (np.nanmax(product[some], axis=-1) / np.nanmin(product[some], axis=-1)) - 1
    assert np.median(spread) == pytest.approx(number(median), rel=0.5)
    assert spread.max() == pytest.approx(number(worst), rel=0.5)
    reached = np.isfinite(alpha).any(axis=(0, 2))
    assert np.max(np.asarray(plane.axes["eta_w"])[reached]) < number(rate)


@pytest.mark.slow
def test_the_outer_rate_at_finite_query_sets(tmp_path):
    """Of fig5_V100.toml at every third K and eta_w: how alpha* eta_J grows along eta_J."""
    (median,) = said(
        "sweeps.md",
        r"from the least η_J that reaches the level to the largest it grows by (\d+) % \(median\), near the edges of the"
        r" band up to fourfold, and there the level is out of reach for large η_J",
    )
    text = (ROOT / "experiments" / "fig5_V100.toml").read_text(encoding="utf-8")
    for all_, some in (
        ("last = 9, points = 7", "last = 9, points = 3"),
        ("last = 4.0, points = 60", "last = 4.0, points = 20"),
    ):
        assert all_ in text
        text = text.replace(all_, some)
    (tmp_path / "some.toml").write_text(text, encoding="utf-8")
    found = swept(tmp_path / "some.toml", tmp_path / "out")
    alpha, rates = found["crossing"][..., 0], np.asarray(found.axes["eta_J"])
    grown, lost = [], []
    for row in alpha.reshape(-1, len(rates)):
        there = np.flatnonzero(np.isfinite(row))
        if len(there) > 1:
            first, last = there[[0, -1]]
            grown.append(row[last] * rates[last] / (row[first] * rates[first]))
            lost.append(last < len(rates) - 1)
    assert 100 * (np.median(grown) - 1) == pytest.approx(float(median), abs=0.5)
    worst = int(np.argmax(grown))
    assert 2.5 < grown[worst] < 4.5 and lost[worst]

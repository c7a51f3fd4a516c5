"""What sweeps.md says of the whole of Fig. 5, swept anew: some twenty seconds of a processor."""

import click.testing
import numpy as np
import pytest
from pages import ROOT, number, precision, said

import orderode.sweep
from orderode.cli import main


@pytest.fixture(scope="module")
def plane(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fig5")
    line = ["sweep", str(ROOT / "experiments" / "fig5.toml"), "--out", str(folder), "--quiet"]
    done = click.testing.CliRunner().invoke(main, line)
    assert done.exit_code == 0, done.output
    return orderode.sweep.load(folder)


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

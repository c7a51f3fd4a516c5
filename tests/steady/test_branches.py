"""Branches along a parameter: against closed forms, and against searches at single values."""

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

import orderode
from orderode.cli import main
from orderode.errors import ProblemError
from orderode.solvers.base import State
from orderode.steady.curve import crossing, followed
from orderode.steady.field import Field

inf = float("inf")

LINEAR = orderode.Problem(
    model="sgd",
    activation="linear",
    K=1,
    M=1,
    parameters={"eta_J": 0.3, "V": 1, "noise": 0.5},
    overlaps={"T": [1.0], "Q": 0.5, "R": [[0.1]]},
)
META = orderode.Problem(
    model="fo_anil",
    activation="erf",
    K=2,
    M=2,
    parameters={"eta_J": 6.0, "eta_w": 3.0, "P": inf, "V": inf},
    overlaps={"T": [1.0, 1.0], "Q": 0.25, "R": {"scale": 1e-3, "seed": 0}},
)


def test_one_linear_student():
    """eps_g = eta sigma^2/(4 - 2 eta) along the whole branch, which goes to infinity at eta = 2:
    beyond, learning is unstable."""
    found = orderode.branches(LINEAR, "parameters.eta_J", 0.1, 3.0, starts=8)
    (curve,) = found.curves
    eta = np.array([p.value for p in curve.points])
    eps = np.array([p.eps_g for p in curve.points])
    assert eps == pytest.approx(eta * 0.25 / (4 - 2 * eta), rel=1e-8)
    assert all(p.unstable == 0 for p in curve.points) and not curve.events
    # eps_g = 1e4 or so, where it is given up
    assert 1.9999 < eta.max() < 2 and curve.ends[0].startswith("goes to infinity at eta_J = 1.99")
    # the slowest of the rates eta (2 - eta) and eta
    rates = np.array([p.rate for p in curve.points])
    assert rates == pytest.approx(-np.minimum(eta * (2 - eta), eta), rel=1e-6)


class Normal(Field):
    """A vector field of its own: slopes(x, p), in place of the theory's."""

    chosen_p = 0.0
    problem = LINEAR
    size = 0

    def __init__(self, slopes, size):
        self.of, self.size = slopes, size

    def at(self, name, value):
        made = Normal(self.of, self.size)
        made.chosen_p = value
        return made

    def slopes(self, x):
        return np.array(self.of(x, self.chosen_p))

    def jacobian(self, x):
        step = 1e-6
        columns = [self.slopes(x + step * e) - self.slopes(x - step * e) for e in np.eye(self.size)]
        return np.array(columns).T / (2 * step)

    def admitted(self, x):
        return x

    def observable(self, name, x):
        return float(x[0])

    def state(self, x):
        return State(np.full((1, 1), 0.5), np.ones((1, 1)), np.zeros(1))


NORMAL_FORMS = {
    # slopes, start (p, x), range, events (kind, p, before, after)
    "fold": (lambda x, p: [p - 1 - x[0] ** 2], (5.0, [2.0]), (0.0, 5.0), [("fold", 1.0, 1, 0)]),
    "pitchfork": (
        lambda x, p: [(p - 1) * x[0] - x[0] ** 3],
        (0.0, [0.0]),
        (0.0, 3.0),
        [("branch point", 1.0, 0, 1)],
    ),
    "the branch of a pitchfork": (
        lambda x, p: [(p - 1) * x[0] - x[0] ** 3],
        (2.0, [1.0]),
        (0.0, 3.0),
        [("branch point", 1.0, 0, 0)],
    ),
    "Hopf": (
        lambda x, p: [(p - 1) * x[0] - x[1], x[0] + (p - 1) * x[1]],
        (0.0, [0.0, 0.0]),
        (0.0, 2.0),
        [("Hopf point", 1.0, 0, 2)],
    ),
}


@pytest.mark.parametrize("form", NORMAL_FORMS)
def test_normal_forms(form):
    """What happens on a branch, where it is known."""
    slopes, (value, x), ends, expected = NORMAL_FORMS[form]
    field = Normal(slopes, len(x))
    curve = followed(field, "p", ends, value, np.array(x))
    found = [(e.kind, e.point.value, e.before, e.after) for e in curve.events]
    assert [(kind, a, b) for kind, _, a, b in found] == [(k, a, b) for k, _, a, b in expected]
    for (_, at, _, _), (_, wanted, _, _) in zip(found, expected, strict=True):
        assert at == pytest.approx(wanted, abs=1e-4)
    for point in curve.points:
        assert np.abs(field.at("p", point.value).slopes(point.x)).max() < 1e-9
    if form == "pitchfork":
        crossed = list(crossing(field, "p", ends, curve))
        assert any(abs(x[0] ** 2 - (p - 1)) < 1e-8 and abs(x[0]) > 1e-3 for p, x in crossed)


@pytest.mark.slow
def test_exchanges_of_stability():
    """FO-ANIL in eta_w. Large unspecialised weights, stable at small rates, lose that and end where
    the plateau, which leaves along two directions there, keeps one. Trajectories that begin next to
    them stay at a rate below the exchange of stability, and leave above."""
    found = orderode.branches(META, "parameters.eta_w", 0.1, 1.0, starts=48)
    events = {}
    for curve in found.curves:
        for event in curve.events:
            events[round(event.point.value, 3), event.before, event.after] = event.kind
    assert events[0.340, 2, 1] == events[0.340, 1, 1] == events[0.246, 0, 1] == "branch point"
    large = [c for c in found.curves if any(round(e.point.value, 3) == 0.246 for e in c.events)]
    field = Field(META)
    for value, stays in ((0.2, True), (0.28, False)):
        curve = next(c for c in large if c.units() == "unspecialised")
        point = min(curve.points, key=lambda p: abs(p.value - value))
        assert (point.unstable == 0) == stays
        state = field.state(point.x)
        moved = state.R + 1e-3 * np.array([[1.0, 0.5], [-0.3, 0.2]])
        start = META.with_changes(
            parameters={"eta_w": point.value},
            overlaps={"R": moved, "Q": state.Q},
            run={"alpha_end": 40 / abs(point.rate), "points": 2},
        )
        end = orderode.integrate(start)
        apart = np.abs(np.abs(end.R[-1]) - np.abs(state.R)).max()
        assert (apart < 1e-2) == stays, (value, apart)


def test_the_command(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("p.toml").write_text(
        'model = "sgd"\nactivation = "linear"\nK = 1\nM = 1\n'
        "[parameters]\neta_J = 0.3\nV = 1\nnoise = 0.5\n"
        "[overlaps]\nT = [1.0]\nQ = 0.5\nR = [[0.1]]\n"
    )

    def run(*words):
        done = CliRunner().invoke(main, ["steady", "p.toml", *words])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done

    done = run("--starts", "6")
    assert done.exit_code == 0 and done.output.startswith("1: stable, slowest rate -0.3; ")
    assert run("--starts", "6", "--out", "points").exit_code == 0
    assert sorted(p.name for p in Path("points").iterdir()) == ["steady.json", "steady.txt"]
    content = json.loads(Path("points/steady.json").read_text())
    assert content["eps_g"] == [pytest.approx(0.3 * 0.25 / 3.4, rel=1e-10)]
    assert content["provenance"]["seed"] == 0 and content["kind"] == ["stable"]
    along = ("--continue", "parameters.eta_J=0.1..1.5", "--starts", "6", "--out", "along")
    done = run(*along)
    assert done.exit_code == 0 and done.output.startswith("branch 1: eta_J from 0.1 to 1.5, ")
    made = {p.suffix: p.read_bytes() for p in Path("along").iterdir()}
    assert set(made) == {".json", ".pdf", ".png", ".txt"} and made[".png"].startswith(b"\x89PNG")
    assert run(*along).exit_code == 0
    assert made == {p.suffix: p.read_bytes() for p in Path("along").iterdir()}
    for text, words in (
        ("parameters.eta_w=0..1", "--continue = 'parameters.eta_w'; accepted: one of parameters.e"),
        ("parameters.eta_J", "accepted: a parameter and its range, parameters.eta_w=0.1..9"),
        ("parameters.eta_J=a..b", "accepted: a parameter and its range"),
        ("parameters.eta_J=2..1", "high = 1.0; accepted: a number above low = 2"),
        ("parameters.eta_J=-1..1", "parameters.eta_J = -1.0; accepted: a finite number >= 0"),
        ("parameters.eta_J=0..inf", "high = inf; accepted: a finite number"),
    ):
        done = run("--continue", text, "--out", "refused")
        assert done.exit_code == 2 and words in done.output, done.output
    assert not Path("refused").exists()


def test_ranges_in_python():
    with pytest.raises(ProblemError, match="low = nan; accepted: a finite number"):
        orderode.branches(LINEAR, "parameters.eta_J", float("nan"), 1.0)
    with pytest.raises(ProblemError, match=r"one of parameters\.eta_J"):
        orderode.branches(LINEAR, "overlaps.T", 0.1, 1.0)


def two_of_one(eta_J):
    """Two erf students of one teacher, noisy labels, V = 1: students may be equal, or one of them
    learns and the other keeps out of its way."""
    return orderode.Problem(
        model="sgd",
        activation="erf",
        K=2,
        M=1,
        parameters={"eta_J": eta_J, "V": 1, "noise": 0.2},
        overlaps={"T": [1.0], "Q": 0.5, "R": [[0.1], [0.1]]},
        run={"alpha_end": 1.0, "points": 2, "rtol": 1e-9, "atol": 1e-12},
    )


def after(problem, state, end, points=2):
    """The trajectory from a state."""
    overlaps = {"R": state.R, "Q": state.Q}
    run = {"alpha_end": float(end), "points": points}
    return orderode.integrate(problem.with_changes(overlaps=overlaps, run=run))


def test_a_fold_and_a_transition_from_both_sides():
    """Students that differ end at a fold in eta_J, where equal ones are stable already.  At a
    distance d below it trajectories stay, and the slowest rate r vanishes as d^(1/2); above it they
    leave, but linger where it was: for 2 pi/r, r that at the same distance below, up to relative
    corrections of order d^(1/2) and what takes the same time at all d.

    Equal students are a saddle below the branch point and stable above; small differences grow and
    decay as the eigenvalue says."""
    found = orderode.branches(two_of_one(1.0), "parameters.eta_J", 0.1, 2.5, starts=8)
    turning = [(c, e) for c in found.curves for e in c.events if e.kind == "fold"]
    ((curve, fold),) = turning
    assert (fold.before, fold.after) == (1, 0) and 1.57 < fold.point.value < 1.572
    stable = [point for point in curve.points if point.unstable == 0 and point.rate < -1e-4]
    rates, times = [], []
    for distance in (1e-4, 2.5e-5):
        below = Field(two_of_one(fold.point.value - distance))
        near = min(stable, key=lambda p: abs(p.value - fold.point.value))
        x = below.solved(near.x)
        rates.append(-np.linalg.eigvals(below.jacobian(x)).real.max())
        start = below.state(stable[len(stable) // 4].x)
        stays = after(below.problem, start, 20 / rates[-1])
        assert np.abs(stays.R[-1] - below.state(x).R).max() < 1e-6
        above = two_of_one(fold.point.value + distance)
        leaves = after(above, start, 12 / rates[-1], 10001)
        gap = np.abs(leaves.R[:, 0, 0] - leaves.R[:, 1, 0])
        assert gap[-1] < 1e-6  # equal ones
        times.append(leaves.alpha[(gap < 0.5).argmax()])
    assert rates[0] / rates[1] == pytest.approx(2.0, abs=0.1)
    lingered = (times[1] - times[0]) / (2 * np.pi * (1 / rates[1] - 1 / rates[0]))
    assert lingered == pytest.approx(1.0, abs=0.02)

    equal = [(c, e) for c in found.curves for e in c.events if (e.before, e.after) == (1, 0)]
    ((curve, transition),) = [x for x in equal if x[1].kind == "branch point"]
    for beside in (-0.01, 0.01):
        value = transition.point.value + beside
        field = Field(two_of_one(value))
        near = min(curve.points, key=lambda p: abs(p.value - value))
        x = field.solved(near.x)
        rate = np.linalg.eigvals(field.jacobian(x)).real.max()
        assert (rate > 0) == (beside < 0)
        state = field.state(x)
        state = state.replace(R=state.R + 1e-6 * np.array([[1.0], [-1.0]]))
        R = after(field.problem, state, 4 / abs(rate), 5).R
        gap = np.abs(R[:, 0, 0] - R[:, 1, 0])
        # behind the first quarter, when what is faster has died out
        assert np.log(gap[-1] / gap[1]) == pytest.approx(3 * np.sign(rate), rel=1e-2)

"""Figures: axes, lines and labels as they should be, equal figures in equal bytes, files whole or
not at all."""

import dataclasses
import math
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.figure import Figure

import orderode
from orderode.errors import FileError
from orderode.report.plots import comparison_figure, save_figure, theory_figure
from orderode.report.style import COLOURS, MARKERS, logarithmic, symbol, valued

EXPERIMENTS = Path(__file__).resolve().parents[2] / "experiments"


def problem(**simulation):
    content = {
        "model": "fo_anil",
        "activation": "erf",
        "K": 2,
        "M": 3,
        "parameters": {"eta_J": 4.0, "eta_w": 3.0, "P": math.inf, "V": 20},
        "overlaps": {"T": [1.0, 2.0, 3.0], "Q": 0.5, "R": {"N": 20, "seed": 1}},
        "run": {"alpha_end": 1.0, "points": 11},
        "simulation": {"N": 100, "runs": 3, "points": 6, "tasks": 20} | simulation,
    }
    return orderode.load_problem(content)


@pytest.fixture(scope="module")
def comparison():
    return orderode.compare(problem(), progress=False)


@pytest.fixture(scope="module")
def theory():
    return orderode.integrate(problem())


def axes_of(figure):
    return [axis for part in figure.subfigs for axis in part.axes]


def solid(axis, points):
    """The theory's lines: solid, without markers, at this many times."""
    return [
        x
        for x in axis.lines
        if x.get_linestyle() == "-"
        and len(x.get_xdata()) == points
        and x.get_marker() in ("None", None, "")
    ]


def dashed(axis):
    return [x for x in axis.lines if x.get_linestyle() == "--"]


def test_theory_figure(theory):
    T = problem().T
    figure = theory_figure([("first", theory, T), ("second", theory, T)])
    axes = axes_of(figure)
    assert [part.get_suptitle() for part in figure.subfigs] == ["first", "second"]
    assert [x.get_ylabel() for x in axes] == 2 * [r"$\varepsilon_g$", r"$R_{kn}$", r"$\rho_{kn}$"]
    assert {x.get_xlabel() for x in axes} == {r"$\alpha = t/N$"}
    assert axes[0].get_yscale() == "log" and axes[1].get_yscale() == "linear"
    (line,) = axes[0].lines
    np.testing.assert_array_equal(line.get_xdata(), theory.alpha)
    np.testing.assert_array_equal(line.get_ydata(), theory.eps_g)
    for axis, values in ((axes[1], theory.R), (axes[2], theory.rho(T))):
        lines = solid(axis, 11)
        assert len(lines) == 6
        for line, (k, n) in zip(lines, np.ndindex(2, 3), strict=True):
            np.testing.assert_array_equal(line.get_ydata(), values[:, k, n])
            assert line.get_color() == COLOURS[n]
    texts = [x.get_text() for x in axes[1].get_legend().get_texts()]
    assert sorted(filter(str.strip, texts)) == ["$k=1$", "$k=2$", "$n=1$", "$n=2$", "$n=3$"]
    marks = [
        x for x in axes[1].lines if x.get_marker() not in ("None", None, "") and len(x.get_xdata())
    ]
    assert [x.get_marker() for x in marks] == [MARKERS[k] for k, _ in np.ndindex(2, 3)]


def test_comparison_figure(comparison):
    figure = comparison_figure(comparison)
    error, q, r = axes_of(figure)
    assert [x.get_ylabel() for x in (error, q, r)] == [r"$\varepsilon_g$", r"$Q_{kl}$", r"$R_{kn}$"]
    title = figure.subfigs[0].get_suptitle()
    for words in (
        "fo_anil, erf",
        "$K=2$, $M=3$",
        r"$P=\infty$, $V=20$",
        "3 runs at $N=100$",
        comparison.verdict,
    ):
        assert words in title
    texts = [x.get_text() for x in error.get_legend().get_texts()]
    assert texts[-3:] == [
        "theory",
        "restarted theory",
        "simulation, s.d.",
    ]
    assert texts[:-3] == ["predicted s.d."]
    assert error.get_yscale() == "log"
    # one solid line, one dashed line and one set of error bars for each of eps_g; Q_11, Q_12, Q_22;
    # six R_kn
    for axis, count in ((error, 1), (q, 3), (r, 6)):
        assert len(solid(axis, 11)) == count
        assert len(dashed(axis)) == count
        assert len(axis.containers) == count
    assert [x.get_text() for x in q.get_legend().get_texts()] == [
        r"$Q_{kk}$",
        r"$Q_{kl}$, $k\neq l$",
    ]


def test_units_are_told_apart_without_colour(comparison):
    """R_kn by a marker for k; the legend has each n and each k; nothing of it lies on the data."""
    figure = comparison_figure(comparison)
    _, _, r = axes_of(figure)
    marks = [container[0].get_marker() for container in r.containers]
    assert marks == [MARKERS[k] for k, _ in np.ndindex(2, 3)]
    texts = [x.get_text() for x in r.get_legend().get_texts()]
    assert sorted(filter(str.strip, texts)) == ["$k=1$", "$k=2$", "$n=1$", "$n=2$", "$n=3$"]
    figure.draw_without_rendering()
    for axis in axes_of(figure):
        below = axis.get_legend().get_window_extent().y0
        assert below >= axis.get_window_extent().y1 - 1


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        ("K", 3, "$K=3$"),
        ("V", math.inf, r"$V=\infty$"),
        ("eta_J", np.float64(0.2), r"$\eta_J=0.2$"),
        ("eta_J", 1e-5, r"$\eta_J=10^{-5}$"),
        ("lambda", 2.5e6, r"$\lambda=2.5\times 10^{6}$"),
        ("decay", 1e-3, "decay = $0.001$"),
        ("activation", "erf", "activation = erf"),
    ],
)
def test_names_and_values_in_figures(name, value, written):
    assert valued(name, value) == written
    assert symbol("V") == "$V$" and symbol("decay") == "decay"
    assert symbol("noise") == r"$\sigma$" and symbol("ratio") == "$n/N$"
    assert valued("level", 0.1) == r"$\varepsilon_g=0.1$"


def test_colours_of_the_first_three_differ_in_grey():
    """Relative luminance (WCAG) of the first three and of the paper, a fifth of contrast apart."""
    linear = np.array([mpl.colors.to_rgb(c) for c in (*COLOURS[:3], "white")])
    linear = np.where(linear <= 0.04045, linear / 12.92, ((linear + 0.055) / 1.055) ** 2.4)
    light = np.sort(linear @ [0.2126, 0.7152, 0.0722])
    assert (light[1:] + 0.05 >= 1.9 * (light[:-1] + 0.05)).all()


def test_bars_on_a_logarithmic_axis_end_above_zero(comparison):
    """Two runs have left a plateau, the third has not: the standard deviation exceeds the mean."""
    s = comparison.judged.simulation
    errors = np.broadcast_to([1e-3, 2e-3, 1.0], s.eps_g.shape)
    judged = dataclasses.replace(comparison.judged, simulation=dataclasses.replace(s, eps_g=errors))
    figure = comparison_figure(dataclasses.replace(comparison, judged=judged))
    _, _, (bars,) = axes_of(figure)[0].containers[0]
    lowest, highest = np.array([segment[:, 1] for segment in bars.get_segments()]).T
    np.testing.assert_allclose(lowest, 1e-3, rtol=1e-12)
    np.testing.assert_allclose(highest, errors.mean(axis=1) + errors.std(axis=1), rtol=1e-12)


def test_trained_heads_have_a_panel_of_their_own():
    problem = orderode.load_problem(EXPERIMENTS / "goldt_K2.toml")
    theory = orderode.integrate(problem, alphas=[0.0, 1.0, 2.0])
    axes = axes_of(theory_figure([("", theory, problem.T)]))
    assert [x.get_ylabel() for x in axes][3:] == ["$w^0_k$"]
    drawn = np.array([line.get_ydata() for line in axes[3].lines])
    np.testing.assert_array_equal(drawn, theory.w0.T)
    rest = orderode.integrate(problem.with_changes(parameters={"eta_0": 0.0}), alphas=[0.0, 1.0])
    assert len(axes_of(theory_figure([("", rest, problem.T)]))) == 3


def test_markers_are_means_and_bars_standard_deviations(comparison):
    s = comparison.judged.simulation
    error, _, r = axes_of(comparison_figure(comparison))
    marks, _, (bars,) = error.containers[0]
    np.testing.assert_array_equal(marks.get_xdata(), s.alpha)
    np.testing.assert_array_equal(marks.get_ydata(), s.eps_g.mean(axis=1))
    height = np.array([np.ptp(segment[:, 1]) for segment in bars.get_segments()])
    np.testing.assert_allclose(height, 2 * s.eps_g.std(axis=1), rtol=1e-12)
    np.testing.assert_array_equal(
        r.containers[4][0].get_ydata(), comparison.judged.R[:, :, 1, 1].mean(axis=1)
    )


def test_dashed_lines_are_the_restarted_theory(comparison):
    error, _, r = axes_of(comparison_figure(comparison))
    found = comparison.residuals
    np.testing.assert_array_equal(dashed(error)[0].get_ydata(), found.predicted_eps_g.mean(axis=1))
    relabelled = comparison.judged.relabelled_R(found.predicted_R, found.runs)
    np.testing.assert_array_equal(dashed(r)[0].get_ydata(), relabelled[:, :, 0, 0].mean(axis=1))


def test_runs_beside_have_a_row_of_their_own():
    figure = comparison_figure(orderode.compare(problem(beside={"P": 5}), progress=False))
    assert len(figure.subfigs) == 2 and len(axes_of(figure)) == 6
    title = figure.subfigs[1].get_suptitle()
    assert "$P=5$, $V=20$" in title and "expected to miss it" in title
    assert not dashed(axes_of(figure)[3])


def test_failed_runs_are_not_drawn_and_not_in_the_mean(comparison):
    s = comparison.judged.simulation
    R, Q, eps_g = s.R.copy(), s.Q.copy(), s.eps_g.copy()
    for array in (R, Q, eps_g):
        array[3:, 1] = np.nan
    failed = dataclasses.replace(s, R=R, Q=Q, eps_g=eps_g)
    judged = dataclasses.replace(comparison.judged, simulation=failed)
    error, _, _ = axes_of(comparison_figure(dataclasses.replace(comparison, judged=judged)))
    np.testing.assert_array_equal(
        error.containers[0][0].get_ydata(), s.eps_g[:, [0, 2]].mean(axis=1)
    )


def test_a_comparison_without_a_verdict_can_be_drawn(comparison):
    figure = comparison_figure(dataclasses.replace(comparison, parts=()))
    assert "no verdict" in figure.subfigs[0].get_suptitle()
    assert not any(dashed(axis) for axis in axes_of(figure))


@pytest.mark.parametrize(("suffix", "magic"), [(".png", b"\x89PNG"), (".pdf", b"%PDF")])
def test_equal_figures_have_equal_bytes(comparison, tmp_path, suffix, magic):
    paths = [tmp_path / f"{name}{suffix}" for name in "ab"]
    for path in paths:
        save_figure(comparison_figure(comparison), path)
    first, second = (path.read_bytes() for path in paths)
    assert first == second and first.startswith(magic) and len(first) > 5000
    assert suffix == ".png" or (b"/CIDFontType2" in first and b"/Type3" not in first)
    assert b"CreationDate" not in first and b"Software" not in first
    assert str(tmp_path).encode() not in first


def test_places_are_found_once(comparison, tmp_path):
    """And they are where the layout engine puts them: another figure, laid out twice, has them."""
    figure, other = comparison_figure(comparison), comparison_figure(comparison)
    untouched = [axis.get_position().bounds for axis in axes_of(figure)]
    save_figure(figure, tmp_path / "both.png", tmp_path / "both.pdf")
    save_figure(other, tmp_path / "png.png")
    assert (tmp_path / "both.png").read_bytes() == (tmp_path / "png.png").read_bytes()
    placed = [axis.get_position().bounds for axis in axes_of(figure)]
    assert placed == [axis.get_position().bounds for axis in axes_of(other)] != untouched


def test_the_user_s_settings_are_left_alone(comparison, tmp_path):
    before = dict(mpl.rcParams)
    save_figure(comparison_figure(comparison), tmp_path / "figure.png")
    assert dict(mpl.rcParams) == before


def test_a_figure_that_fails_leaves_the_old_one(theory, tmp_path, monkeypatch):
    path = tmp_path / "figure.png"
    path.write_bytes(b"the old one")
    figure = theory_figure([("title", theory, problem().T)])

    def half(buffer, **_):
        buffer.write(b"half a figure")
        raise RuntimeError("in the middle")

    monkeypatch.setattr(figure, "savefig", half)
    with pytest.raises(RuntimeError, match="in the middle"):
        save_figure(figure, path)
    assert path.read_bytes() == b"the old one" and list(tmp_path.iterdir()) == [path]


def test_a_figure_that_cannot_be_put_in_its_place(theory, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(FileError):
        save_figure(
            theory_figure([("title", theory, problem().T)]), tmp_path / "file" / "figure.png"
        )
    assert [x.name for x in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize(
    ("low", "high"), [(0.22, 0.66), (0.26, 0.72), (0.05, 0.45), (0.02, 0.3), (3e-4, 2e-2), (1, 9)]
)
def test_a_logarithmic_axis_has_two_numbers_or_more(low, high):
    figure = Figure()
    axis = figure.subplots()
    axis.set_ylim(low, high)
    logarithmic(axis, np.array([low, high]))
    axis.set_ylim(low, high)
    figure.draw_without_rendering()
    ticks = [*axis.yaxis.get_major_ticks(), *axis.yaxis.get_minor_ticks()]
    inside = [x for x in ticks if low <= x.get_loc() <= high and x.label1.get_text()]
    assert len(inside) >= 2

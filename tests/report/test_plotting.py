""".plot() draws what the figures draw, on axes of the caller's or of a new figure; tables hold the
numbers."""

import matplotlib as mpl
import numpy as np
import pytest
from good_problem import GOOD_PROBLEM
from matplotlib.figure import Figure

import orderode
from orderode.errors import NotAvailable, ProblemError
from orderode.report.plotting import DRAWN, panels


@pytest.fixture(scope="module")
def comparison():
    problem = orderode.Problem(**GOOD_PROBLEM).with_changes(simulation={"runs": 3, "N": 60})
    return orderode.compare(problem, progress=False)


@pytest.fixture
def pyplot():
    import matplotlib.pyplot as plt

    yield plt
    plt.close("all")


def test_a_panel_on_axes_of_the_callers(comparison):
    before = dict(mpl.rcParams)
    axis = Figure().subplots()
    assert comparison.theory.plot("eps_g", axis) is axis
    (line,) = axis.lines
    np.testing.assert_array_equal(line.get_ydata(), comparison.theory.eps_g)
    assert axis.get_ylabel() == r"$\varepsilon_g$" and axis.get_yscale() == "log"
    axes = Figure().subplots(1, 3)
    assert list(comparison.plot(ax=axes)) == list(axes)
    assert [x.get_ylabel() for x in axes] == [r"$\varepsilon_g$", "$Q_{kl}$", "$R_{kn}$"]
    assert axes[2].containers and dict(mpl.rcParams) == before


def test_a_new_figure_of_a_size_and_style(comparison, pyplot):
    axis = comparison.plot("R", size=(3.4, 2.0), style={"font.size": 11})
    assert pyplot.gcf() is axis.figure and tuple(axis.figure.get_size_inches()) == (3.4, 2.0)
    assert axis.xaxis.label.get_fontsize() == 11.0
    assert len(comparison.theory.plot()) == 1 + len(comparison.theory.states.names)


def test_what_is_not_there_is_said(comparison):
    with pytest.raises(ProblemError, match="one of eps_g, Q, R"):
        comparison.plot("epsilon")
    with pytest.raises(ProblemError, match="Matplotlib axes, one for each of eps_g, Q, R"):
        comparison.plot(ax=Figure().subplots())


def test_other_results(pyplot):
    curve = orderode.solve(orderode.load_problem("experiments/one_step_erf_sign.toml"))
    assert curve.plot("ridge").get_ylabel() == r"$\lambda$" and len(curve.plot()) == 3
    problem = orderode.load_problem("experiments/giant_step.toml")
    steps = orderode.iterate(problem)
    axis = steps.plot("eps_g")
    np.testing.assert_array_equal(axis.lines[0].get_ydata(), steps.eps_g)
    small = orderode.load_problem("experiments/saad_solla_K2.toml").with_changes(
        run={"alpha_end": 5.0, "points": 6}
    )
    found = orderode.sensitivities(small)
    assert list(panels(found)) == list(DRAWN[type(found)][1])
    assert found.plot("growth").get_yscale() == "log"
    back = orderode.gradient(small)
    assert list(panels(back)) == list(DRAWN[type(back)][1])
    assert back.plot("state").get_yscale() == "log"


def test_reprs_have_under_ten_lines(comparison):
    for found in (comparison, comparison.theory, comparison.problem, comparison.judged.simulation):
        assert len(repr(found).splitlines()) < 10 and len(repr(found)) < 1000


def test_xarray(comparison):
    pytest.importorskip("xarray", reason="xarray is not installed (pip install xarray)")
    theory, runs = comparison.theory, comparison.judged.simulation
    found = theory.to_xarray()
    assert found.R.dims == ("alpha", "k", "n") and found.Q.dims == ("alpha", "k", "l")
    np.testing.assert_array_equal(found.R.sel(k=1, n=2), theory.R[:, 0, 1])
    assert found.attrs["system"] == theory.digest
    measured = runs.to_xarray()
    assert measured.R.dims == ("alpha", "run", "k", "n") and measured.attrs["N"] == runs.N
    np.testing.assert_array_equal(measured.eps_g.mean("run"), runs.eps_g.mean(axis=1))


def test_pandas(comparison):
    pytest.importorskip("pandas", reason="pandas is not installed (pip install pandas)")
    theory, runs = comparison.theory, comparison.judged.simulation
    found = theory.to_dataframe()
    np.testing.assert_array_equal(found["R_12"], theory.R[:, 0, 1])
    np.testing.assert_array_equal(found.index, theory.alpha)
    assert "Q_12" in found and "Q_21" not in found and found.index.name == "alpha"
    table = runs.to_dataframe()
    assert table.index.names == ["alpha", "run"] and len(table) == runs.eps_g.size
    mean = table["eps_g"].groupby(level="alpha", sort=False).mean()
    np.testing.assert_allclose(mean, runs.eps_g.mean(axis=1), rtol=1e-12)


def test_without_them_the_remedy_is_said(comparison, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(NotAvailable, match=r"xarray is not installed\. pip install xarray"):
        comparison.theory.to_xarray()
    with pytest.raises(NotAvailable, match=r"pandas is not installed\. pip install pandas"):
        comparison.theory.to_dataframe()


def test_equations():
    found = orderode.equations("sgd")
    assert repr(found).startswith("<Equations: SGD") and "dR_kn/dα = A_kn" in str(found)
    assert found._repr_latex_().startswith("$$\\begin{aligned}\n\\frac{dR_{kn}}{d\\alpha} ={}&")
    html = found._repr_html_()
    assert "align*" not in html and "<summary>The algorithm</summary>" in html
    assert found.body.startswith("% \\usepackage") and found.html.startswith("<!DOCTYPE html>")
    with pytest.raises(ProblemError, match=r"model = 3: a int; accepted: .*orderode\.derive"):
        orderode.equations(3)

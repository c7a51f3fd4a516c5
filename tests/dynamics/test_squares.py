"""Squares of an activation as a number and Gaussians: the identity, the averages it gives, where units coincide,
and when a rule with nodes is not needed.

The oracle of the averages is the trapezoidal rule in the dimension of the different fields
(test_gaussian). A square costs at most the error that the system's closures state, since all other
factors are at most 1.
"""

import math
from itertools import combinations, pairwise

import numpy as np
import pytest
from evaluate_system import covariance, fo_anil_system
from expectation import expectation
from pages import said
from scipy.special import erf as error_function
from sympy import Mul, S, Sum, Symbol, erf, lambdify, sqrt, symbols
from sympy.tensor.indexed import Indexed
from test_few_shots import CASES, draw

from orderode import solvers
from orderode.derive.gaussian import FINE, QUARTIC, Dip, evaluate, far, rule
from orderode.derive.gaussian.activations import ERF, LINEAR
from orderode.derive.gaussian.squares import gaussians
from orderode.derive.ir.average import GAUSSIANS, gaussian, strength, weight
from orderode.errors import BackendError
from orderode.solvers.base import State
from orderode.theory import limits
from orderode.theory.integrate import needs_rule, solver_parameters

FIELDS = symbols("a b c d e f", real=True)


def test_the_identity_holds_everywhere_to_its_stated_error():
    strengths, weights, stated = rule(ERF.function, ERF.square_order)
    assert far(ERF.function) == 1
    x = np.concatenate([np.linspace(0, 12, 4801), [100.0]])
    terms = zip(strengths.values, weights.values, strict=True)
    made = 1 + sum(float(w) * np.exp(-float(s) * x**2 / 2) for s, w in terms)
    largest = np.abs(error_function(x / math.sqrt(2)) ** 2 - made).max()
    assert 0.9 * stated < largest < 1.01 * stated < 2e-7


@pytest.mark.parametrize(("rng", "order", "power"), [(QUARTIC, 4, 2), (FINE, 7, 1)])
def test_so_do_its_square_and_the_one_of_more_gaussians(rng, order, power):
    assert order == (ERF.fine_order if rng == FINE else ERF.square_order)
    strengths, weights, stated = rule(ERF.function, order, rng)
    x = np.concatenate([np.linspace(0, 12, 4801), [100.0]])
    terms = zip(strengths.values, weights.values, strict=True)
    made = sum(float(w) * np.exp(-float(s) * x**2 / 2) for s, w in terms)
    largest = np.abs((error_function(x / math.sqrt(2)) ** 2 - 1) ** power - made).max()
    assert 0.9 * stated < largest < 1.01 * stated < {QUARTIC: 1e-7, FINE: 4e-12}[rng]


def test_more_gaussians_err_less():
    errors = [rule(ERF.function, order)[2] for order in (2, 3, 4, 5)]
    assert all(late < early / 20 for early, late in pairwise(errors))


def test_another_slope():
    """erf(2x) has a steeper Gaussian slope; a linear function has none, and 1 + erf(x) is not zero
    at zero."""
    x = Symbol("x", positive=True)
    found = gaussians(lambda y: erf(2 * y))
    assert found is not None
    top, front, s, t = found
    grid = (np.arange(20000) + 0.5) / 20000
    A, exponent = lambdify(t, front, "numpy")(grid), lambdify(t, s, "numpy")(grid)
    for value in (0.2, 0.7, 1.5):
        tail = (A * np.exp(-exponent * value**2 / 2)).mean()
        assert float(top) - tail == pytest.approx(float(erf(2 * x).subs(x, value)) ** 2, abs=1e-8)
    assert gaussians(LINEAR.function) is None and gaussians(lambda y: 1 + erf(y)) is None


def four_by_kernel():
    """The system's function for < g g g g >, in numbers."""
    (kernel,) = fo_anil_system().kernels
    (total,) = kernel.expression.atoms(Sum)
    constants = {c.name: [float(v) for v in c.values] for c in fo_anil_system().constants}
    names = {e: Symbol(str(e.base)) for e in total.function.atoms(Indexed)}
    arguments = sorted(names.values(), key=str)
    body = lambdify([*arguments, *kernel.arguments], total.function.xreplace(names), "math")
    start = lambdify(kernel.arguments, kernel.expression.xreplace({total: S.Zero}), "math")
    rows = list(zip(*(constants[x.name] for x in arguments), strict=True))
    return lambda *entries: start(*entries) + sum(body(*row, *entries) for row in rows)


def evaluated(squares, plain, C):
    """The engine's average of so many g^2 - 1 and so many plain activations, at a covariance of
    these fields."""
    fields = FIELDS[: squares + plain]
    functions = [erf(x / sqrt(2)) for x in fields]
    factors = [Dip(g, S.One) for g in functions[:squares]] + functions[squares:]
    total = evaluate(Mul(*factors), fields, as_functions=True).flat()
    (summed,) = total.atoms(Sum)
    body = summed.function * total.coeff(summed)
    strengths, weights, _ = rule(ERF.function, ERF.square_order)
    entries = sorted(body.atoms(Indexed), key=str)
    used = [s for i in GAUSSIANS[:squares] for s in (strength(i), weight(i))]
    function = lambdify([*used, *entries], body, [{"Joint": four_by_kernel()}, "math"])
    place = {x: p for p, x in enumerate(fields)}
    values = [C[tuple(place[i] for i in e.indices)] for e in entries]
    pairs = list(zip(map(float, strengths.values), map(float, weights.values), strict=True))
    return sum(
        function(*(v for n in at for v in pairs[n]), *values)
        for at in np.ndindex(*(len(pairs),) * squares)
    )


def oracle(units, squares, C):
    def product(*x):
        g = [error_function(x[unit] / math.sqrt(2)) for unit in units]
        return math.prod(v**2 - 1 for v in g[:squares]) * math.prod(g[squares:])

    powers = [units.count(unit) + units[:squares].count(unit) for unit in range(len(C))]
    return expectation(product, C, growth=powers)


@pytest.mark.parametrize("smallest", [None, 0.0])
@pytest.mark.parametrize(
    ("squares", "units"),
    [
        (1, (0, 1, 2)),
        (1, (0, 0, 1)),
        (2, (0, 1, 2, 2)),
        (2, (0, 0, 1, 2)),
        (3, (0, 1, 2, 2, 0)),
        (3, (0, 0, 1, 1, 2)),
        (1, (0, 0, 1, 1, 2)),
        (2, (0, 1, 0, 1, 2, 2)),
    ],
)
def test_averages_with_squares(squares, units, smallest):
    """Units may coincide, squares with each other too; four plain ones go through the kernel."""
    C = covariance(np.random.default_rng([5, squares, *units]), 3, smallest)
    found = evaluated(squares, len(units) - squares, C[np.ix_(units, units)])
    wanted = oracle(units, squares, C)
    error = rule(ERF.function, ERF.square_order)[2]
    assert abs(found - wanted) < squares * error + 1e-10
    assert abs(found - wanted) < 1e-3 * abs(wanted)


def four_without_structure(C, nodes=200):
    """< g g g g >, all couplings scaled by t = sin(phi), six pairs in the slope, many nodes."""
    y, share = np.polynomial.legendre.leggauss(nodes)
    angles = (1 + y) * math.pi / 4
    total = 0.0
    for t, w in zip(np.sin(angles), share * np.cos(angles) * math.pi / 4, strict=True):
        A = t * C + np.diag((1 - t) * np.diag(C) + 1)
        for r, s in combinations(range(4), 2):
            i, j = (x for x in range(4) if x not in (r, s))
            pair, others = np.ix_((r, s), (r, s)), np.ix_((r, s), (i, j))
            rest = A[np.ix_((i, j), (i, j))] - A[others].T @ np.linalg.solve(A[pair], A[others])
            angle = math.asin(rest[0, 1] / math.sqrt(rest[0, 0] * rest[1, 1]))
            total += w * C[r, s] * angle * 4 / math.pi**2 / math.sqrt(np.linalg.det(A[pair]))
    return total


def stated():
    """Variances and errors of the page."""
    pattern = (
        r"of 10 nodes errs by less than (\S+) at field variances up to (\d+), by less than (\S+) at (\d+), and by more"
        r" where all four fields are large and nearly parallel, less than (\S+) at (\d+) and (\S+) at (\d+)\."
    )
    found = [float(x) for x in said("theory.md", pattern)]
    return list(zip(found[1::2], found[::2], strict=True))


@pytest.mark.parametrize(("variance", "error"), [(1.0, 2e-15), *stated()])
def test_the_average_of_four_to_its_stated_error(variance, error):
    """The errors of docs/theory.md, at random covariances and nearly parallel fields; the pairs may
    be chosen in any way."""
    four, rng = four_by_kernel(), np.random.default_rng(31)
    worst = 0.0
    for case in range(60):
        rows = rng.standard_normal((4, 2 + case % 5))
        if case % 3 == 0:
            rows = 0.1 * rows + rng.choice([-1.0, 1.0], (4, 1)) * rows[:1]
        rows *= np.sqrt(variance * rng.uniform(0.3, 1, 4) / np.square(rows).sum(axis=1))[:, None]
        C = rows @ rows.T
        found = []
        for order in ((0, 1, 2, 3), (0, 2, 1, 3), (3, 1, 2, 0)):
            found.append(four(*C[np.ix_(order, order)][np.triu_indices(4)]))
        worst = max(worst, np.abs(np.array(found) - four_without_structure(C)).max())
    assert worst < error
    assert variance < 10 or worst > error / 100


@pytest.mark.parametrize("units", [(0, 0, 1, 2), (0, 0, 1, 1), (0, 0, 0, 1), (0, 0, 0, 0)])
def test_four_with_a_repeated_unit_by_more_gaussians(units):
    """The piece of the array < g g g g > where a unit is repeated, against the trapezoidal rule."""
    system = fo_anil_system()
    (_, piece) = system["I_g0g0g0g0"].pieces
    assert [piece.indices.count(i) for i in piece.indices] == [2, 2, 1, 1]
    C = covariance(np.random.default_rng([7, *units]), 3, None) * 2
    dip, rest = system["I_eg0g0_fff"].piece, C[np.ix_(units, units)]
    (total,) = dip.expression.atoms(Sum)
    strengths, weights, _ = rule(ERF.function, ERF.fine_order, FINE)
    found = 2 / math.pi * math.asin(rest[2, 3] / math.sqrt((1 + rest[2, 2]) * (1 + rest[3, 3])))
    for s, w in zip(map(float, strengths.values), map(float, weights.values), strict=True):
        tilted = rest - np.outer(rest[0], rest[0]) * s / (1 + s * rest[0, 0])
        angle = math.asin(tilted[2, 3] / math.sqrt((1 + tilted[2, 2]) * (1 + tilted[3, 3])))
        found += w * 2 / math.pi * angle / math.sqrt(1 + s * rest[0, 0])
    wanted = oracle(units, 0, C[:3, :3])
    assert abs(found - wanted) < 4e-12
    assert {c.name for c in system.constants} >= {"fine", "fine_weight"}
    assert total.limits[0][0] == gaussian(FINE, 0)


def test_a_dip_that_stands_twice_is_one_sum_of_gaussians():
    """< (g(x)^2 - 1)^2 g(y) g(z) >, and with one more square."""
    a, b, c = FIELDS[:3]
    g = [erf(x / sqrt(2)) for x in (a, b, c)]
    dip = Dip(g[0], S.One)
    C = covariance(np.random.default_rng(8), 3, None)
    closed = evaluate(dip**2 * g[1] * g[2], (a, b, c), as_functions=True).flat()
    (total,) = closed.atoms(Sum)
    body = total.function * closed.coeff(total)
    index = gaussian(QUARTIC, 0)
    entries = sorted(body.atoms(Indexed), key=str)
    function = lambdify([strength(index), weight(index), *entries], body, "math")
    place = {x: p for p, x in enumerate((a, b, c))}
    values = [C[tuple(place[i] for i in e.indices)] for e in entries]
    strengths, weights, error = rule(ERF.function, ERF.square_order, QUARTIC)
    pairs = zip(map(float, strengths.values), map(float, weights.values), strict=True)
    found = sum(function(s, w, *values) for s, w in pairs)
    wanted = oracle((0, 0, 1, 2), 2, C)
    assert abs(found - wanted) < error
    assert abs(found - wanted) < 1e-3 * abs(wanted)


def test_units_that_coincide_are_computed_once():
    """The Gaussians of two teacher units are paired only where the units differ."""
    system = fo_anil_system()
    for name in ("I_hhg0g0_bbll", "I_hhhg0g0_bblll", "I_hhg0g0g0g0_bbllll"):
        twice = [p for p in system[name].pieces if p.indices[0] == p.indices[1]]
        assert len(twice) == 1 and not twice[0].expression.has(Sum)
        assert (0, 1) in system[name].distinct(system[name].pieces[0])


def test_the_closures_state_the_error():
    (statement,) = (c.statement for c in fo_anil_system().closures if c.name == "quadrature")
    assert "g^2 beside others is a number and a sum of 4 Gaussians, off by 1.7e-07" in statement


@pytest.mark.parametrize("backend", ["c", "numpy"])
@pytest.mark.parametrize("case", [0, 4, 8])
def test_nodes_contribute_nothing_where_they_are_not_needed(case, backend):
    problem = draw(*CASES[case])
    solver = solvers.load("fo_anil", backend)
    assert not needs_rule(problem, limits.require_theory(problem))
    state = State(problem.R, problem.Q, problem.w0)
    chosen = solver_parameters(problem, solver)
    without = solver.rhs(state, chosen)
    given = solver.rhs(state, chosen | solver.rule(problem.K, problem.M, 1021))
    for a, b in zip(without, given, strict=True):
        assert np.abs(a - b).max() <= 1e-14 * max(np.abs(b).max(), 1e-300)


@pytest.mark.parametrize(
    "changes",
    [
        {"parameters": {"w0": [0.1, 0.0]}},
        {"parameters": {"eta_0": 0.1}},
        {"tasks": {"mean": [0.0, 0.2, 0.0]}},
        {"tasks": {"cov": [[1.0, 0.1, 0.0], [0.1, 1.0, 0.0], [0.0, 0.0, 1.0]]}},
    ],
)
def test_what_needs_a_rule(changes):
    problem = draw(*CASES[0]).with_changes(**changes)
    assert needs_rule(problem, limits.require_theory(problem))
    if "eta_0" in changes.get("parameters", {}):
        return
    solver = solvers.load("fo_anil", "c")
    chosen = solver_parameters(problem, solver)
    bare = {name: x for name, x in chosen.items() if name not in ("nodes", "weights")}
    state = State(problem.R, problem.Q, problem.w0)
    with pytest.raises(BackendError):
        solver.rhs(state, bare)
    fine = solver.rhs(state, chosen)
    rough = solver.rhs(state, chosen | solver.rule(problem.K, problem.M, 1021))
    assert np.abs(fine.Q - rough.Q).max() > 1e-9  # it does contribute

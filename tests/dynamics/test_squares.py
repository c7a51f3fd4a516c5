"""Squares of an activation as a number and Gaussians: the identity, the averages it gives, and when a rule with
nodes is not needed.

The oracle of the averages is the trapezoidal rule in the dimension of the different fields
(test_gaussian). A square costs at most the error that the system's closures state, since all other
factors are at most 1.
"""

import math
from itertools import pairwise

import numpy as np
import pytest
from evaluate_system import covariance, fo_anil_system
from expectation import expectation
from scipy.special import erf as error_function
from sympy import Mul, S, Sum, Symbol, erf, lambdify, sqrt, symbols
from sympy.tensor.indexed import Indexed
from test_few_shots import CASES, draw

from orderode import solvers
from orderode.derive.gaussian import Dip, evaluate, far, rule
from orderode.derive.gaussian.activations import ERF, LINEAR
from orderode.derive.gaussian.squares import gaussians
from orderode.derive.ir.average import GAUSSIANS, strength, weight
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
    rows = list(zip(*(constants[x.name] for x in arguments), strict=True))
    return lambda *entries: sum(body(*row, *entries) for row in rows)


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

"""The Rosenbrock method in double precision: order conditions by rooted trees, of steps, embedded
method and dense output; its stability function.

Of the method as it is stated (Hairer and Wanner, Solving Ordinary Differential Equations II, IV.7),

    k_i = h f(y + sum_j alpha_ij k_j) + h J sum_j gamma_ij k_j ,   y(h) = y + sum_i b_i k_i ,

a vertex of a tree with one child takes beta = alpha + gamma, any other alpha (theorem 7.4).
"""

import numpy as np
import pytest
from test_tableau import density, trees

from orderode.derive.targets.tables import rosenbrock
from orderode.derive.targets.tables.rosenbrock import GAMMA, STAGES, H
from orderode.derive.targets.tables.rosenbrock import A as ROWS
from orderode.derive.targets.tables.rosenbrock import C as ROWS_OF_C

#: The coefficients have 16 digits, the largest are 167, and conditions are of up to five factors.
ROUNDING = 2e-12


def square(rows):
    return np.array([[*row, *[0.0] * (STAGES - len(row))] for row in rows])


A, C = square(ROWS), square(ROWS_OF_C)
G = np.linalg.inv(np.eye(STAGES) / GAMMA - C)  # gamma_ij: stages in place of what is solved for
ALPHA = A @ G
BETA = ALPHA + G
STEP = A[-1] + np.eye(STAGES)[-1]  # of the stages that are solved for


def vector(tree):
    """Of each stage the product over the children of its vertex."""
    made = np.ones(STAGES)
    for child in tree:
        made = made * ((BETA if len(tree) == 1 else ALPHA) @ vector(child))
    return made


def condition(b, tree, theta=1.0):
    order = 1 + sum(map(vertices, tree))
    return b @ G @ vector(tree) - theta**order / density(tree)


def vertices(tree):
    return 1 + sum(map(vertices, tree))


def dense(theta):
    """As the module states it."""
    between = H[0] + theta * np.array(H[1]) + theta**2 * np.array(H[2])
    return theta * (STEP + (1 - theta) * between)


def up_to(order):
    return [t for n in range(1, order + 1) for t in trees(n)]


@pytest.mark.parametrize("tree", up_to(5))
def test_order_five(tree):
    assert abs(condition(STEP, tree)) < ROUNDING


@pytest.mark.parametrize("tree", up_to(4))
def test_order_four_of_the_comparison(tree):
    assert abs(condition(A[-1], tree)) < ROUNDING


def test_the_error_estimate_is_of_order_five():
    assert max(abs(condition(A[-1], tree)) for tree in trees(5)) > 1e-4
    assert max(abs(condition(STEP, tree)) for tree in trees(6)) > 1e-5


@pytest.mark.parametrize("tree", up_to(4))
def test_dense_output_is_of_order_four(tree):
    found = [condition(dense(theta), tree, theta) for theta in (0.1, 0.37, 0.5, 0.9)]
    assert np.abs(found).max() < ROUNDING


def stability(z):
    """R(z) of y' = lambda y, z = h lambda."""
    k = np.linalg.solve((1 / GAMMA - 0j) * np.eye(STAGES) - C - z * (A + np.eye(STAGES)), z * ONES)
    return 1 + STEP @ k


ONES = np.ones(STAGES)


def test_it_is_stiffly_accurate_and_stable():
    """|R| <= 1 along the imaginary axis, and R vanishes at infinity: L-stable."""
    along = [abs(stability(1j * y)) for y in np.geomspace(1e-2, 1e6, 400)]
    assert max(along) < 1 + 1e-9
    assert abs(stability(-1e8)) < 1e-6
    assert np.allclose(BETA[-1], STEP @ G, rtol=0, atol=ROUNDING)  # the last stage is the step


def test_what_the_template_gets():
    """The dense output nested as that of the explicit pair, y + t (change + (1 - t) (D_1 + t (D_2
    + (1 - t) D_3)))."""
    made = rosenbrock.render()
    assert float(made["gamma"]) == GAMMA
    rows = [[float(t["value"]) for t in row] for row in made["dense"]]
    for t in (0.2, 0.7):
        nested = rows[0] + t * (rows[1] + (1 - t) * np.array(rows[2]))
        stated = H[0] + t * np.array(H[1]) + t**2 * np.array(H[2])
        assert np.allclose(nested, stated, rtol=0, atol=1e-13)
    for stages, wanted in ((made["arguments"], ROWS[1:]), (made["rights"], ROWS_OF_C)):
        assert [[float(t["value"]) for t in s] for s in stages] == [list(row) for row in wanted]

"""The Runge-Kutta pair in rational arithmetic: all order conditions, by rooted trees, of steps and
dense output."""

import re
from fractions import Fraction as F
from itertools import combinations_with_replacement
from math import prod

import pytest

from orderode.derive.targets.tables import tableau
from orderode.derive.targets.tables.tableau import LOWER, A, B, C, D, E

STAGES = 7
ROWS = [[*row, *[F(0)] * (STAGES - len(row))] for row in A]


def partitions(n, largest=None):
    """Ways to write n as a sum of positive integers, largest first."""
    if n == 0:
        yield ()
    for first in range(min(n, largest or n), 0, -1):
        for rest in partitions(n - first, first):
            yield (first, *rest)


def trees(order):
    """Rooted trees with ``order`` vertices, each the sorted tuple of the subtrees at its root."""
    found = set()
    for sizes in partitions(order - 1):
        choices = [()]
        for size in sorted(set(sizes)):
            same = list(combinations_with_replacement(trees(size), sizes.count(size)))
            choices = [(*c, *s) for c in choices for s in same]
        found |= {tuple(sorted(c)) for c in choices}
    return sorted(found)


def vertices(tree):
    return 1 + sum(map(vertices, tree))


def density(tree):
    """gamma(t): product over all vertices of the size of the subtree above them."""
    return vertices(tree) * prod(map(density, tree))


def weights(tree):
    """Per stage the elementary weight: product over the subtrees of sum_j a_ij weights_j."""
    above = [weights(t) for t in tree]
    return [
        prod((sum(ROWS[i][j] * w[j] for j in range(STAGES)) for w in above), start=F(1))
        for i in range(STAGES)
    ]


def condition(b, tree, theta=F(1)):
    return sum(x * w for x, w in zip(b, weights(tree), strict=True)) - theta ** vertices(
        tree
    ) / density(tree)


def dense(theta):
    """Weights of the stages in the emitted output polynomial, by its nested form on unit vectors
    k_1, ..., k_7."""
    found = []
    for stage in range(STAGES):
        k = [F(int(s == stage)) for s in range(STAGES)]
        change = sum(b * x for b, x in zip(B, k, strict=True))
        bend = k[0] - change
        last = sum(d * x for d, x in zip(D, k, strict=True))
        found.append(
            theta
            * (
                change
                + (1 - theta) * (bend + theta * ((change - k[6] - bend) + (1 - theta) * last))
            )
        )
    return found


def test_trees():
    assert [len(trees(n)) for n in range(1, 7)] == [1, 1, 2, 4, 9, 20]
    assert density((((),),)) == 6
    assert density(((), ())) == 3


def test_rows_are_consistent():
    assert [len(row) for row in A] == list(range(STAGES))
    assert [sum(row) for row in ROWS] == list(C)
    assert ROWS[6] == list(B), "first same as last: the seventh stage is the new point"


@pytest.mark.parametrize("tree", [t for n in range(1, 6) for t in trees(n)])
def test_order_five(tree):
    assert condition(B, tree) == 0


@pytest.mark.parametrize("tree", [t for n in range(1, 5) for t in trees(n)])
def test_order_four_of_the_comparison(tree):
    assert condition(LOWER, tree) == 0


def test_the_error_estimate_is_of_order_five():
    """The comparison formula misses fifth order, or the estimate would vanish; it is the difference
    of the two."""
    assert any(condition(LOWER, tree) != 0 for tree in trees(5))
    assert any(condition(B, tree) != 0 for tree in trees(6))
    assert list(E) == [x - y for x, y in zip(B, LOWER, strict=True)]
    assert sum(E) == 0


#: A polynomial of degree 4 in theta that vanishes at six points vanishes.
POINTS = [F(0), F(1), F(1, 2), F(1, 3), F(3, 4), F(7, 5)]


@pytest.mark.parametrize("tree", [t for n in range(1, 5) for t in trees(n)])
def test_dense_output_is_of_order_four(tree):
    assert [condition(dense(theta), tree, theta) for theta in POINTS] == [0] * len(POINTS)


def test_dense_output_joins_the_steps():
    """Value and slope at both ends of a step: y and k_1, the new y and k_7."""
    first, last = ([F(int(s == stage)) for s in range(STAGES)] for stage in (0, STAGES - 1))
    assert dense(F(0)) == [0] * STAGES
    assert dense(F(1)) == list(B)
    # the slope of a polynomial of degree 4, exactly, from its values at 5 points
    for theta, slope in ((F(0), first), (F(1), last)):
        h = F(1, 7)
        stencil = {-2: F(1, 12), -1: F(-2, 3), 1: F(2, 3), 2: F(-1, 12)}
        values = {n: dense(theta + n * h) for n in stencil}
        assert [
            sum(w * values[n][s] for n, w in stencil.items()) / h for s in range(STAGES)
        ] == slope


def test_rendered_coefficients_are_these():
    """What the template gets: the non-zero ones as quotients of integers that are exact in double
    precision."""
    made = tableau.render()
    for rows, wanted in (
        (made["stages"], ROWS[1:]),
        ([made["error"]], [E]),
        ([made["dense"]], [D]),
    ):
        for row, values in zip(rows, wanted, strict=True):
            assert [t["stage"] for t in row] == [s for s, x in enumerate(values) if x]
            for term in row:
                numerator, denominator = map(
                    int, re.fullmatch(r"(-?\d+)\.0/(\d+)\.0", term["value"]).groups()
                )
                assert F(numerator, denominator) == values[term["stage"]]
                assert abs(numerator) < 2**53 and denominator < 2**53

"""What pages say that rules for averages err by, found anew.

Six overlaps are drawn for each number of units, the fifth covariance singular; the reference has
262139 nodes, or none.
"""

import math
from functools import cache

import numpy as np
import pytest
from evaluate_system import covariance
from pages import number, precision, said
from scipy.special import erf, gammaln

import orderode
from orderode import solvers
from orderode.derive.gaussian import FINE, QUARTIC, rule
from orderode.derive.gaussian.activations import ACTIVATIONS, ERF, RELU

DRAWN = 6


def is_said(found, stated):
    assert found == pytest.approx(number(stated), abs=precision(stated))


def problem(model, K, M, draw, activation="erf", **parameters):
    rng = np.random.default_rng([K, M, draw])
    C = covariance(rng, K + M, 0.0 if draw == 4 else None)
    content = {"model": model, "activation": activation, "K": K, "M": M}
    overlaps = {"T": C[K:, K:], "Q": C[:K, :K], "R": C[:K, K:]}
    return orderode.load_problem(content | {"parameters": parameters, "overlaps": overlaps})


def apart(a, b):
    """The largest difference of slopes, relative to the largest of b."""
    pairs = [(np.asarray(getattr(a, x)), np.asarray(getattr(b, x))) for x in ("dR", "dQ", "dw0")]
    return max(np.abs(x - y).max() for x, y in pairs) / max(np.abs(y).max() for _, y in pairs)


def errors(sizes, *given, **parameters):
    """The largest with each number of nodes over all draws."""
    found = dict.fromkeys(sizes, 0.0)
    for draw in range(DRAWN):
        p = problem(*given[:3], draw, *given[3:], **parameters)
        best = orderode.right_hand_side(p.with_changes(parameters={"nodes": 262139}))
        for size in sizes:
            made = orderode.right_hand_side(p.with_changes(parameters={"nodes": size}))
            found[size] = max(found[size], apart(made, best))
    return list(found.values())


# -- squares ------------------------------------------------------------------------------------


def test_squares_as_gaussians():
    """And the same number once more."""
    nodes, *stated = said(
        "theory.md",
        r"in 1 \+ t² with (\d) nodes is off by ([\de.-]+) at most, for all x at once \((\d) nodes: ([\de-]+), (\d):"
        r" ([\de-]+)\)",
    )
    assert solvers.load("fo_anil", "numpy").module.n_square == int(nodes) == ERF.square_order
    for order, error in zip((nodes, *stated[1::2]), stated[::2], strict=True):
        is_said(rule(ERF.function, int(order))[2], error)
    again = said("theory.md", r"and the ([\de.-]+) of a square is added as it is")
    assert again == (stated[0],)


def test_more_gaussians_and_squares_of_squares():
    (fine,) = said(
        "theory.md", r"seven Gaussians \[below\]\(#few-shots\), off by ([\de-]+) at any variance"
    )
    assert ERF.fine_order == 7
    is_said(rule(ERF.function, 7, FINE)[2], fine)
    (squared,) = said("theory.md", r"is the sum of four Gaussians, off by ([\de.-]+), in place")
    assert ERF.square_order == 4
    is_said(rule(ERF.function, 4, QUARTIC)[2], squared)


# -- nodes -----------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_lattice_at_few_shots():
    """Of linear units, whose blocks are all averages at nodes, and of erf with a head start."""
    stated = said(
        "theory.md",
        r"of linear units the lattice errs by ([\de-]+) \((\d+) points\) to ([\de-]+) \((\d+)\) of the largest slope at P"
        r" = V = 1, by ([\de-]+) to ([\de-]+) at 10, by ([\de-]+) to ([\de-]+) at 100; of erf units with a head start of"
        r" ([\d.]+) by ([\de-]+) to ([\de-]+), ([\de-]+) to ([\de-]+) and ([\de-]+) to ([\de-]+)",
    )
    sizes = (int(stated[1]), int(stated[3]))
    linear, of_erf = (stated[0], stated[2], *stated[4:8]), stated[9:]
    for activation, w0, page in (("linear", 0.0, linear), ("erf", float(stated[8]), of_erf)):
        for n, P in enumerate((1, 10, 100)):
            given = {"eta_J": 2.0, "eta_w": 1.5, "P": P, "V": P, "w0": [w0] * 3}
            found = errors(sizes, "fo_anil", 3, 3, activation, **given)
            is_said(found[0], page[2 * n])
            is_said(found[1], page[2 * n + 1])


@pytest.mark.slow
def test_nodes_of_tanh():
    """The rows of theory.md, and what atlas.md says of the default."""
    stated = said(
        "theory.md",
        r"with 1021, 4093, 16381 and 65521 points: "
        + ", ".join(
            [r"([\de-]+), ([\de-]+), ([\de-]+) and ([\de-]+) at K = M = 1"]
            + [r"([\de-]+), ([\de-]+), ([\de-]+) and ([\de-]+) at " + K for K in "234"]
        ),
    )
    of_default = said(
        "atlas.md",
        r"default some (\S+) of the largest slope at K = M = 2, (\S+) at 3, (\S+) at 4\.",
    )
    for K in (1, 2, 3, 4):
        page = stated[4 * K - 4 : 4 * K]
        found = errors((1021, 4093, 16381, 65521), "sgd", K, K, "tanh", eta_J=1.0, V=1)
        for error, cell in zip(found, page, strict=True):
            is_said(error, cell)
        if K > 1:
            assert number(of_default[K - 2]) == pytest.approx(number(page[2]))


def test_how_near_an_error_function_is_to_tanh():
    (stated,) = said(
        "theory.md", r"of tanh\(x\) it is erf\(√3 x/2\), nowhere off by more than ([\d.]+),"
    )
    x = np.linspace(-8, 8, 16001)
    off = np.abs(np.tanh(x) - erf(math.sqrt(3) * x / 2)).max()
    assert 0.9 * number(stated) < off < number(stated)
    from sympy import Symbol

    near = ACTIVATIONS["tanh"].near(Symbol("x"))
    assert str(near) == "erf(sqrt(3)*x/2)"


def test_nodes_of_the_logistic_loss():
    one, many, other, size, percent = said(
        "theory.md",
        r"largest error of a slope of the logistic loss is ([\de-]+) of it with 1021 points at K = 1, and ([\de-]+) with"
        r" (\d+).*?at K = M = 4 (\d+) points err by up to (\d+ %) of the largest slope",
    )
    found = errors((1021, int(other)), "logistic", 1, 1, eta_J=1.0, V=1)
    is_said(found[0], one)
    is_said(found[1], many)
    is_said(errors((int(size),), "logistic", 4, 4, eta_J=1.0, V=1)[0], percent)


def test_the_path_of_kinked_functions():
    """The accuracy that tests of ReLU's averages are held to."""
    usual, close = said(
        "theory.md", r"It errs by ([\de-]+) of √\(C_cc C_dd\), and by up to ([\de-]+) where two"
    )
    assert f"{close} of" in RELU.path_accuracy and f"{usual} else" in RELU.path_accuracy


# -- sizes, deviates -------------------------------------------------------------------------------


def test_the_memory_of_a_covariance():
    """Two arrays of K^4 (K + M)^4 numbers."""
    small, large = said(
        "theory.md", r"\(([\d.]+) MB for each of two arrays at K = M = 3, (\d+) MB at 4\)"
    )
    for K, stated in ((3, small), (4, large)):
        assert 8 * K**4 * (2 * K) ** 4 / 1e6 == pytest.approx(number(stated), rel=0.07)


@cache
def moments_of_lengths():
    """<r^2>, <r^4>, <r^6> of r^2 = -2 log((k + 1/2)/n), k < n = 2^31: the sum over the first million,
    the integral beyond, whose error is that of the midpoint rule, below 1e-15."""
    n, first = 2.0**31, 10**6
    u = -2 * np.log((np.arange(first) + 0.5) / n)
    x = first / n
    L = -2 * math.log(x)
    # of x^0: integral over u from 0 to L of u^d e^(-u/2)/2
    rest = [
        2.0**d * math.factorial(d)
        - x
        * sum(math.factorial(d) / math.factorial(j) * 2.0 ** (d - j) * L**j for j in range(d + 1))
        for d in (1, 2, 3)
    ]
    return [(u**d).sum() / n + r for d, r in zip((1, 2, 3), rest, strict=True)]


def test_normals_in_single_precision():
    """Over all words of Box and Muller: <cos^2> = 1/2, 3/8 and 5/16 of the powers of the length."""
    off, largest, share = said(
        "theory.md",
        r"moments of order 2, 4 and 6 are those of a normal to (\S+), and the largest is ([\d.]+) standard deviations,"
        r" beyond which one in (\S+) lies",
    )
    exact = gammaln(2.0**31 + 0.5) - gammaln(0.5) - 2.0**31 * math.log(2.0**31)
    lengths = moments_of_lengths()
    assert lengths[0] == pytest.approx(-2 * exact / 2.0**31, rel=1e-8)
    found = [m * c / w for m, c, w in zip(lengths, (1 / 2, 3 / 8, 5 / 16), (1, 3, 15), strict=True)]
    worst = max(abs(x - 1) for x in found)
    assert number(off) / 4 < worst < number(off)
    farthest = math.sqrt(-2 * math.log(0.5 / 2.0**31))
    is_said(farthest, largest)
    is_said(1 / math.erfc(farthest / math.sqrt(2)), share)

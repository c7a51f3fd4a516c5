"""What the usual case does without changes no value, and no bits of who shares a vector with it."""

import numpy as np
import pytest
from evaluate_system import overlaps, system_of
from sympy import IndexedBase, KroneckerDelta, Sum, Symbol

from orderode.derive.ir.roles import Default, Role
from orderode.derive.ir.state import Input
from orderode.derive.ir.system import Definition, Index, Piece, Range
from orderode.derive.lowering.general import diagonal_apart, divided, general_of, usual
from orderode.derive.lowering.program import General
from orderode.solvers import load
from orderode.solvers.base import State
from orderode.solvers.batch import evaluate_batch

UNITS, FIELDS = Range("lambda", ("K",)), Range("fields", ("K", "M"))
TEACHER = Range("beta", ("M",))
TINY = 1e-200  #: not zero, and too small for any sum to notice


def test_what_the_usual_case_of_a_system_is():
    """What is zero, or diagonal, where a caller gives nothing; a rate that moves nothing."""
    found = general_of(system_of("fo_anil", "erf"))
    assert found == General(("w0", "mean"), ("cov",), ("eta_0",), ("inner_steps",))
    assert general_of(system_of("sgd", "erf")) == General(("cov",), (), ("eta_0",), ())


def test_a_sum_over_a_matrix_that_may_be_diagonal():
    """sum_p a_p c_pq   ->   a_q c_qq + sum_p a_p o_pq,   o_pq = c_pq (1 - delta_pq)"""
    p, q = (Index(x, TEACHER) for x in "pq")
    a, c, rest = (IndexedBase(x) for x in ("a", "c", "c_apart"))
    whole = Sum(a[p] * c[p, q], (p, 1, TEACHER.size))
    d = Definition("s", Role.PARTIAL, "", (TEACHER,), (Piece((q,), 3 * whole),))
    matrix = Input("c", (TEACHER, TEACHER), "", Default.DIAGONAL, ((0, 1),), 1)
    apart, made = diagonal_apart((d,), General(diagonal=("c",)), (matrix,))
    x, y = apart.piece.indices
    assert apart.piece.expression == c[x, y] * (1 - KroneckerDelta(x, y))
    left = Sum(a[p] * rest[p, q], (p, 1, TEACHER.size))
    assert made.piece.expression.expand() == (3 * (a[q] * c[q, q] + left)).expand()


def test_what_vanishes_and_what_only_that_reads():
    """a_ij = t_ij m_j + t_ij n_j with m = 0: of t all is read, of s_j = t_0j m_j nothing; where the
    only readers of a block vanish, it is a piece of its own."""
    m, n, t, s = (IndexedBase(x) for x in "mnts")
    k, l, i = Index("k", UNITS), Index("l", UNITS), Index("i", FIELDS)
    b = Index("b", TEACHER)
    table = Definition("t", Role.AVERAGE, "", (UNITS, FIELDS), (Piece((k, i), Symbol("g")),))
    vanishing = Definition("s", Role.SHARED, "", (UNITS,), (Piece((l,), m[l]),))
    product = t[k, b] + Sum(t[k, l] * s[l], (l, 1, UNITS.size))
    result = Definition("a", Role.OUTPUT, "", (UNITS, TEACHER), (Piece((k, b), product),))
    found = usual((table, vanishing, result), {}, General(zero=("m",)))
    assert found.zero == {"m", "s"} and not found.needed(vanishing, (UNITS,))
    assert found.needed(table, (UNITS, TEACHER)) and not found.needed(table, (UNITS, UNITS))
    (parted, *_) = divided((table,), found, (UNITS, TEACHER, FIELDS))
    assert [p.ranges for p in parted.pieces] == [(UNITS, UNITS), (UNITS, TEACHER)]
    assert not found.vanishes(m[l] + n[l]) and found.vanishes(m[l] * n[l] + m[k] ** 2)


def cases(rng, K, M, n):
    """n states, and the parameters of the usual case and of the general one as near to it as
    numbers are, for FO-ANIL."""
    drawn = [overlaps(K, M, int(rng.integers(100))) for _ in range(n)]
    states = State(
        np.stack([R for R, _, _ in drawn]), np.stack([Q for _, Q, _ in drawn]), np.zeros((n, K))
    )
    shared = {"eta_J": 0.7, "eta_w": 1.3, "noise": 0.2, "decay": 0.1, "inner_steps": 1}
    shared |= {"T": drawn[0][2], "cov": np.diag(rng.uniform(0.3, 1.5, M))}
    general = shared | {"mean": np.full(M, TINY), "eta_0": TINY, "cov": shared["cov"] + TINY}
    return states, shared | {"mean": np.zeros(M), "eta_0": 0.0}, general


@pytest.mark.parametrize("V", [np.inf, 3.0])
@pytest.mark.parametrize(
    ("name", "P"), [("fo_anil", np.inf), ("fo_anil", 4.0), ("fo_anil_relu", np.inf)]
)
def test_the_usual_case_is_the_limit_of_the_general_one(name, P, V):
    """To rounding, in vectors and in scalar C, and against numpy, which does not tell them
    apart."""
    scalar, arrays = load(name, "c"), load(name, "numpy")
    for K, M in ((3, 3), (2, 4)):
        states, plain, general = cases(np.random.default_rng([K, M]), K, M, 9)
        if np.isfinite(P) and np.isfinite(V):  # where the general case takes a rule of nodes
            general = plain
        plain, general = ({**x, "P": P, "V": V} for x in (plain, general))
        if "P" not in scalar.entry.parameters:
            plain, general = ({k: v for k, v in x.items() if k != "P"} for x in (plain, general))
        found, near = (evaluate_batch(name, "rhs", states, x) for x in (plain, general))
        assert np.abs(found - near).max() <= 1e-13 * np.abs(near).max()
        one = scalar.rhs(states.at(0), plain)
        for other in (scalar.rhs(states.at(0), general), arrays.rhs(states.at(0), plain)):
            for a, b in zip((one.R, one.Q), (other.R, other.Q), strict=True):
                assert np.abs(a - b).max() <= 1e-13 * np.abs(b).max()


def test_whoever_shares_a_vector_changes_no_bits():
    """One start of the head in nine is not zero: the others have the values that they have among
    themselves, bit by bit."""
    K, M = 3, 3
    states, plain, _ = cases(np.random.default_rng(0), K, M, 9)
    alone = evaluate_batch("fo_anil", "rhs", states, plain | {"P": np.inf, "V": np.inf})
    states.w0[4] = 0.3
    mixed = evaluate_batch("fo_anil", "rhs", states, plain | {"P": np.inf, "V": np.inf})
    others = np.arange(9) != 4
    assert (mixed[others] == alone[others]).all() and (mixed[4] != alone[4]).any()


def test_a_spread_task_beside_others_changes_no_bits():
    """SGD at finite V, where <c_i c_j> is a product unless tasks have a covariance: one lane that
    has, and the others, have the values that they have by themselves, bit by bit."""
    K, M, n = 3, 3, 9
    states, plain, _ = cases(np.random.default_rng(1), K, M, n)
    states.w0[:] = np.random.default_rng(2).standard_normal((n, K))
    plain = {k: v for k, v in plain.items() if k not in ("eta_w", "inner_steps")}
    plain |= {"V": 2.0, "mean": np.ones(M), "cov": np.zeros((n, M, M))}
    spread = plain | {"cov": plain["cov"].copy()}
    spread["cov"][4] = np.diag([0.1, 0.2, 0.3])
    alone, mixed = (evaluate_batch("sgd", "rhs", states, x) for x in (plain, spread))
    others = np.arange(n) != 4
    assert (mixed[others] == alone[others]).all()
    own = evaluate_batch("sgd", "rhs", states, spread | {"cov": spread["cov"][4]})
    assert (mixed[4] == own[4]).all() and (mixed[4] != alone[4]).any()

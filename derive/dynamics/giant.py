"""Giant steps: as many samples as inputs, so that different samples of a step meet.

J_k <- J_k + N^-1/2 sum_s a_k^s x^s with a_k = -(gamma/a) F_k on n = a N samples.  Overlaps move by
order one.  In J J^T/N a pair of different samples counts x.x'/N, which vanishes, but there are n^2
pairs: by Stein's lemma < a_k x > = N^-1/2 sum_j < da_k/dz_j > times the weights of the field z_j,
and so a step is, but for noise, a combination of the weights that there are,

    sum_{s != s'} < a_k^s a_l^s' x^s.x^s' >/N^2 = sum_ij W_ki C_ij W_lj = sum_j A_kj W_lj,

with W_kj = < sum_s da_k^s/dz_j^s >, sums over the samples of a step being N times what is written.
Where C is invertible W = A C^-1; this form needs no inverse, and holds where C is singular.
"""

from __future__ import annotations

from sympy import IndexedBase, Sum

from ..ir.roles import Role
from ..ir.system import Index, Piece
from ..ir.trace import Of, Quantity
from .derivation import Derivation
from .monomials import apart
from .reading import Algorithm

__all__ = ["NoGiantStep", "between_samples", "define_slopes", "require_giant"]

#: What is said of the pairs of different samples.
STEIN = "inputs and fields are jointly Gaussian; different samples are independent"


class NoGiantStep(ValueError):
    """What is not derived for giant steps."""


def require_giant(algorithm: Algorithm) -> None:
    """``NoGiantStep`` for what has no equations with giant steps."""
    outer = algorithm.outer
    if not outer.giant:
        return
    without = {
        "an inner loop": algorithm.adaptation is not None,
        "weight decay": outer.decay is not None,
        "weights that keep their lengths": outer.spherical,
        "a head start that is trained": algorithm.start.rate is not None,
        "a teacher that varies with the task": algorithm.teacher.varies,
        "tasks of a set": bool(algorithm.source.tasks),
        "gains": algorithm.source.gains is not None,
        "inputs in blocks": algorithm.blocks is not None,
        "a task that is drawn: its variance has to be 0": algorithm.source.task.variance != 0,
    }
    for what, there in without.items():
        if there:
            raise NoGiantStep(f"a giant step: no equations with {what}")


def define_slopes(work: Derivation) -> None:
    """W_kj = < sum_s da_k/dz_j >, of all fields."""
    model, outer, k = work.algorithm, work.algorithm.outer, work.k
    pieces = []
    for network, other in ((model.learner, work.l), (model.teacher, work.n)):
        slope = -outer.rate.symbol * work.stacked(outer.bend(k, network, other), outer.head)
        found = apart(work.expanded(slope), (k, other), work.letters)
        mean = work.average(found, weak=True)
        work.record("average", Of(Quantity.BY_FIELDS, (k, other)), mean)
        pieces.append(Piece((k, other), mean))
    force = (Role.FORCE, "W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields")
    work.define("W", *force, *pieces)


def between_samples(work: Derivation) -> None:
    """Y_kl = sum_j A_kj W_lj: what pairs of different samples add to Q_kl."""
    define_slopes(work)
    k, l, j = work.k, work.l, Index("j", work.fields)
    product = IndexedBase("A")[k, j] * IndexedBase("W")[l, j]
    pairs = Sum(product, (j, 1, work.fields.size))
    work.record("Stein", Of(Quantity.BETWEEN_SAMPLES, (k, l)), pairs, STEIN)
    force = (Role.FORCE, "Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different")
    work.define("Y", *force, Piece((k, l), pairs), symmetric=True)

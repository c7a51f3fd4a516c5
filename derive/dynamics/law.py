"""The macroscopic law: how overlaps change in one step, from nothing but their bilinearity."""

from __future__ import annotations

from sympy import Add, Expr, Rational, Symbol, symbols

__all__ = ["coefficient", "field", "overlap_change", "rescaling", "shrinking", "substitute"]


def coefficient(unit: str) -> Symbol:
    """a_k: coefficient of one sample x in the step of unit k, J_k -> J_k + N^-1/2 sum_s a_k^s
    x^s."""
    return Symbol(f"a_{unit}")


def field(unit: str) -> Symbol:
    """z_k: local field of unit k on that sample."""
    return Symbol(f"z_{unit}")


def overlap_change(first: str, second: str, both_move: bool) -> Expr:
    """N times the change of the overlap u.v/N of units ``first`` and ``second``, per sample of the
    step.

    The first moves, and the second where ``both_move``.  Inner products with the sample become
    u.x/sqrt(N) = z, and x.x'/N tends to 1 for a sample with itself and to 0 for two different ones.
    """
    eps = Symbol("epsilon", positive=True)  # N^-1/2
    u, v, x = symbols("u v x")
    moved_v = v + eps * coefficient(second) * x if both_move else v
    change = ((u + eps * coefficient(first) * x) * moved_v - u * v).expand()
    return change.subs(
        {x**2: eps**-2, x * u: field(first) / eps, x * v: field(second) / eps}
    ).expand()


def substitute(change: Expr, averages: dict[Expr, Expr]) -> Expr:
    """``change`` with each of its products a_k z_l, a_k a_l replaced by its average."""
    return Add(*(averages[term] for term in Add.make_args(change)))


def shrinking(both_move: bool) -> Expr:
    """N times the change of an overlap u.v/N, in units of s u.v/N, when u, and v where
    ``both_move``, shrink by s/N."""
    eps, s, overlap = Symbol("epsilon", positive=True), Symbol("s"), Symbol("uv")  # eps^2 = 1/N
    shrunk = (1 - s * eps**2) * ((1 - s * eps**2) if both_move else 1) * overlap
    return (((shrunk - overlap) / eps**2).expand().subs(eps, 0) / (s * overlap)).expand()


def rescaling(both_move: bool) -> Expr:
    """N times the change of an overlap u.v/N when u, and v where ``both_move``, are rescaled to the
    length they had before u.u/N changed by 2 l_u u.u/N^2: in units of the overlap, -l_u, or
    -l_u - l_v."""
    eps = Symbol("epsilon", positive=True)  # eps^2 = 1/N
    l_u, l_v = symbols("l_u l_v")
    scale = (1 + 2 * l_u * eps**2) ** Rational(-1, 2)
    if both_move:
        scale *= (1 + 2 * l_v * eps**2) ** Rational(-1, 2)
    return ((scale - 1) / eps**2).limit(eps, 0).expand()

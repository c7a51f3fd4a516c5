"""Elements that nothing reads are not computed, nor mirror images set; sums are shorter where an array
is a product in the usual case.  That values stay is seen where kernels are compared with numpy."""

from dataclasses import replace
from itertools import chain

from evaluate_system import fo_anil_system, system_of
from sympy import Expr, IndexedBase, S, Symbol, asin

from orderode.derive.ir.limits import at_infinity
from orderode.derive.ir.system import Index, Range
from orderode.derive.lowering.counts import count
from orderode.derive.lowering.loops.nests import nested
from orderode.derive.lowering.lower import lower
from orderode.derive.lowering.program import GENERAL, Array, Block, Statement, Usually
from orderode.derive.lowering.unread import unread

UNITS, TEACHER = Range("lambda", ("K",)), Range("beta", ("M",))
FIELDS = Range("fields", ("K", "M"))
K, L, N, M, I, J = (
    Index(x, r)
    for x, r in zip("klnmij", (UNITS, UNITS, TEACHER, TEACHER, FIELDS, FIELDS), strict=True)
)
A = Array("a", (FIELDS, FIELDS), "", ((0, 1),))


def wrote(indices: tuple[Index, ...], guards: tuple[str, ...] = ()) -> Block:
    """A block that fills elements of a symmetric array."""
    return Block(guards, "", (Statement(A, indices, Symbol("x"), S.One, triangle=((0, 1),)),))


def read(body: Expr, sums: tuple[Index, ...] = (), guards: tuple[str, ...] = (), **more) -> Block:
    """A block that reads some of them."""
    result = Array("b", (UNITS,), "")
    return Block(guards, "", (Statement(result, (K,), body, S.One, sums, **more),))


def made(*blocks: Block) -> list[tuple[tuple[str, ...], bool, bool]]:
    """Of the statements that fill the array: guards, whether images are set, and nothing else."""
    found = []
    for b in unread(blocks, ("b",)):
        for s in b.statements:
            if s.target == A:
                found.append((b.guards, s.mirrored, s.only_mirrors))
    return found


def test_images_are_set_where_they_are_read():
    """Of a_kn the image a_nk: not for a_kj, nor for i <= j, but for a_ij; where all that reads it is
    left out, it is."""
    a = IndexedBase("a")
    both = read(a[I, J], (I, J))
    assert made(wrote((K, N)), read(a[K, J], (J,))) == [((), False, False)]
    assert made(wrote((K, N)), read(a[I, J], (I, J), halved=((I, J),))) == [((), False, False)]
    assert made(wrote((K, N)), both) == [((), True, False)]
    switched = replace(both, guards=("V",))
    some = made(wrote((K, N)), read(a[K, J], (J,)), switched)
    assert some == [((), False, False), (("V",), True, True)]
    assert made(wrote((K, N)), switched) == [(("V",), True, False)]


def test_images_of_a_triangle():
    """Of a_kl, k <= l, the image: not for i <= j, nor for the diagonal; for a_kj it is."""
    a = IndexedBase("a")
    assert made(wrote((K, L)), read(a[I, J], (I, J), halved=((I, J),))) == [((), False, False)]
    assert made(wrote((K, L)), read(a[I, I], (I,))) == [((), False, False)]
    assert made(wrote((K, L)), read(a[K, J], (J,))) == [((), True, False)]
    assert made(wrote((N, M)), read(a[K, J], (J,))) == [((), True, False)], (
        "read by nobody: as it was"
    )


def test_what_is_added_later_has_images_too():
    """a_kn = x; a_kn += x;  a_nk = a_kn after both."""
    a = IndexedBase("a")
    first, more = wrote((K, N)), wrote((K, N), ("w",))
    more = replace(more, statements=(replace(more.statements[0], accumulate=True),))
    found = made(first, more, read(a[K, J], (J,)), read(a[I, J], (I, J), ("V",)))
    assert found == [((), False, False), (("w",), False, False), (("V",), True, True)]


def test_of_the_models():
    """FO-ANIL at infinite P: moments <u_n u_m> serve a finite V alone."""
    rhs = lower(at_infinity(fo_anil_system(), "P"), fuse=True).functions[0]
    guards = []
    for b in rhs.blocks:
        for s in b.statements:
            if s.target.name == "G" and {i.rng for i in s.indices} == {TEACHER}:
                guards.append(b.guards)
    assert guards and all("V" in g for g in guards)


def test_a_product_in_the_usual_case():
    """SGD without a spread of tasks: <c_k c_l c_i c_j> = m_k m_l m_i m_j, where it is three products
    of two less two of four in general; there is one arcsine for both."""
    rhs = lower(system_of("sgd", "erf"), fuse=True).functions[0]
    found = list(chain.from_iterable(s.body.atoms(Usually) for s in rhs.statements))
    assert found and all(e.args[1].is_Mul and not e.has(asin) for e in found)
    sizes = {"K": 3, "M": 3}
    general, usual = (
        count(nested(rhs), sizes, off) for off in (("kurtosis",), ("kurtosis", GENERAL))
    )
    assert general["arcsine"] > usual["arcsine"] > 0  # those of eta_0 are the difference
    assert usual["multiply"] + usual["add"] < 0.75 * (general["multiply"] + general["add"])

"""numpy = C = direct evaluation of the symbolic system, and batches = one at a time: max|a - b| <=
1e-12 max|b|."""

import itertools
import re

import numpy as np
import pytest
from evaluate_system import Direct, fo_anil_system, overlaps
from overlaps_only import load, module

from orderode.derive.lowering.lower import lower
from orderode.derive.targets.latex import equations as latex
from orderode.derive.targets.latex import printer
from orderode.errors import BackendError
from orderode.models.catalogue import GENERATED

TOLERANCE = 1e-12
GRID = [(K, M) for K in range(1, 9) for M in range(1, 6)]
CORNERS = [(1, 1), (1, 5), (8, 1), (3, 3), (2, 4), (8, 5)]


def close(found, wanted, what=""):
    """Per array, relative to its largest entry: entries cancel."""
    found, wanted = np.asarray(found), np.asarray(wanted)
    assert found.shape == wanted.shape, what
    assert np.isfinite(wanted).all(), what
    deviation = np.abs(found - wanted).max()
    assert deviation <= TOLERANCE * np.abs(wanted).max(), (
        f"{what}: off by {deviation / np.abs(wanted).max():.2e}"
    )


def case(K, M, V):
    """Random overlaps, near-singular for odd K + M, and random rates."""
    R, Q, T = overlaps(K, M, int(np.isfinite(V)), smallest=1e-8 if (K + M) % 2 else None)
    eta_J, eta_w = np.random.default_rng([K, M]).uniform(0.5, 6.0, 2)
    return R, Q, T, {"eta_J": eta_J, "eta_w": eta_w, "V": V}


def compiled():
    try:
        return load("fo_anil", "c")
    except BackendError as error:
        if "no C compiler" not in str(error):
            raise
        pytest.skip(str(error))


@pytest.mark.parametrize("V", [np.inf, 20.0])
def test_numpy_and_c_agree_on_the_whole_grid(V):
    c, arrays = compiled(), load("fo_anil", "numpy")
    for K, M in GRID:
        arguments = case(K, M, V)
        for name, found, wanted in zip(
            ("dR", "dQ"), arrays.rhs(*arguments), c.rhs(*arguments), strict=True
        ):
            close(found, wanted, f"{name} at K={K}, M={M}")
        close(arrays.eps_g(*arguments), c.eps_g(*arguments), f"eps_g at K={K}, M={M}")


@pytest.mark.parametrize("V", [np.inf, 20.0])
@pytest.mark.parametrize(("K", "M"), CORNERS)
def test_numpy_and_c_agree_with_direct_evaluation(K, M, V):
    arguments = case(K, M, V)
    direct = Direct(fo_anil_system(), K, M, *arguments).arrays
    for backend in (load("fo_anil", "numpy"), compiled()):
        dR, dQ = backend.rhs(*arguments)
        close(dR, direct["dR"], f"dR of {backend.name}")
        close(dQ, direct["dQ"], f"dQ of {backend.name}")
        close(backend.eps_g(*arguments), direct["eps_g"], f"eps_g of {backend.name}")


@pytest.mark.slow
@pytest.mark.parametrize("fuse", [True, False])
def test_an_infinite_query_set_skips_what_it_does_not_need(fuse):
    """The spread of the steps, and all that only it reads, is computed behind a test for finite
    V."""
    (rhs,) = (f for f in lower(fo_anil_system(), fuse=fuse).functions if f.name == "rhs")
    guarded = {s.target.name for b in rhs.blocks for s in b.statements if "V" in b.guards}
    free = {s.target.name for b in rhs.blocks for s in b.statements if not b.guards}
    assert "E" in guarded and ("I4" in guarded) != fuse
    assert {"C", "I2", "G", "A", "dR"} <= free and not free & {"E", "I4"}


def test_singular_overlaps_of_a_perfect_student():
    """K = M = 3 with J = B: C has rank 3, all numbers are finite and the backends agree."""
    T = np.diag([1.0, 2.0, 3.0])
    arguments = (T, T, T, {"eta_J": 3.0, "eta_w": 3.0, "V": 100.0})
    direct = Direct(fo_anil_system(), 3, 3, *arguments).arrays
    for backend in (load("fo_anil", "numpy"), compiled()):
        dR, dQ = backend.rhs(*arguments)
        close(dR, direct["dR"])
        close(dQ, direct["dQ"])


# -- the equations as the LaTeX writes them --------------------------------------------------------


@pytest.mark.parametrize(("K", "M"), [(1, 1), (3, 2), (2, 4)])
def test_split_form_of_the_latex_has_the_same_values(K, M):
    """Sums over the learner and the teacher apart, mirror images joined, and each summand on a line
    of its own."""
    system, write = fo_anil_system(), printer.Printer(fo_anil_system())
    direct = Direct(system, K, M, *case(K, M, 20.0))
    for name in (*system.outputs, *system.observables):
        (piece,) = system[name].pieces
        written = latex._forces_written(system, piece.expression)
        split = write.split(written, piece.indices)
        assert not any(len(i.rng.parts) > 1 for i in split.atoms(latex.Index)), (
            "a sum over all fields is left"
        )
        close(direct.values(split, piece.indices), direct.arrays[name], name)
        close(
            direct.values(printer.flat_sums(split), piece.indices),
            direct.arrays[name],
            f"{name}, term by term",
        )


@pytest.mark.parametrize(("K", "M"), [(1, 1), (3, 2), (2, 4)])
def test_split_moments_of_the_latex_have_the_same_values(K, M, monkeypatch):
    """The blocks of Gamma in averages over the fields, as the moments section prints them."""
    system, printed = fo_anil_system(), []
    monkeypatch.setattr(
        latex,
        "_equation",
        lambda write, d, indices, e, **_: (
            printed.append((d, indices, e)) or {"left": "", "right": e}
        ),
    )
    latex._moments(
        system, printer.Printer(system), system.needed_for((*system.outputs, *system.observables))
    )
    direct = Direct(system, K, M, *case(K, M, 20.0))
    assert len(printed) == 3
    for d, indices, expression in printed:
        at = tuple(direct.slice(i, r) for i, r in zip(indices, d.ranges, strict=True))
        close(direct.values(expression, indices), direct.arrays[d.name][at], str(indices))


def equations(text, title):
    """The left sides and right sides, lines joined, of the equations under a heading of the emitted
    file."""
    section = text.split(title + "}")[1].split(r"\subsection")[0]
    for block in re.findall(r"\\begin\{align\*\}(.*?)\\end\{align\*\}", section, re.S):
        for equation in block.split(r"\\[4pt]"):
            left, right = equation.replace(r"\\", " ").split("={}&")
            yield left.strip(), right.replace("&", " ")


def spelled_out(right, arrays, sizes):
    """A right side in index form as a function of its free indices: one factor after the other,
    sums as loops."""
    text = (
        re.sub(r"\\eta_\{(\w)\}", r"eta_\1", right)
        .replace(r"\sigma", "noise")
        .replace(r"\kappa", "decay")
    )
    text = re.sub(r"\\langle u_\{(\w)\}\^4\\rangle_\{\\mathrm c\}", r"fourth_{\1}", text)
    text = text.replace(r"\bar c_", "mc_").replace(r"\mathcal J", "J")
    text = re.sub(r"(?<![\w\\])(fourth|mc)_\{(\w)\}", r"\1(\2)", text)
    text = re.sub(r"(?<![\w\\])([RQLHU])_\{(\w)(\w)\}", r"\1(\2,\3)", text)
    text = re.sub(r"\\Gamma_\{(\w)(\w)\}", r"G(\1,\2)", text)
    text = re.sub(r"\\Delta_\{(\w+)\}", lambda m: f"P{len(m[1])}({','.join(m[1])})", text)
    text = re.sub(r"\\delta_\{(\w) (\w)\}", r"delta(\1,\2)", text)
    text = re.sub(
        r"([IJ])_\{(\d)\}\((.*?)\)",
        lambda m: f"{m[1]}{m[2]}({','.join(re.findall(r'_{(.)}', m[3]))})",
        text,
    )
    text = re.sub(
        r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"((\1)/(\2))", re.sub(r"\^\{(\d)\}", r"**\1", text)
    )
    terms = [t for t in re.split(r"(?=(?<!\()[+-] )", text) if t.strip()]
    start = {x: 0 for x in "klab"} | {x: sizes["klab"] for x in "nmpq"}

    def value(at):
        total = 0.0
        for term in terms:
            sums = re.findall(r"\\sum_\{(\w)\}", term)
            body = re.sub(r"\\sum_\{\w\}", " ", term).strip()
            sign, body = (-1.0 if body[0] == "-" else 1.0), body.lstrip("+- ")
            code = re.sub(r"(?<=[\w)])\s+(?=[\w(])", "*", body)
            assert "\\" not in code, f"not understood: {code}"
            for units in itertools.product(
                *(range(sizes["klab" if x in "klab" else "nmpq"]) for x in sums)
            ):
                names = {
                    x: v + start[x] for x, v in (at | dict(zip(sums, units, strict=True))).items()
                }
                total += sign * eval(code, {**arrays, **{x: n for x, n in names.items()}})
        return total

    return value


@pytest.mark.slow
@pytest.mark.parametrize(("K", "M"), [(1, 1), (3, 2)])
def test_the_emitted_latex_has_the_same_values(K, M):
    """The text of the file itself, read back as formulas: signs, factors and indices as a reader
    meets them."""
    text = (GENERATED / "latex" / "fo_anil.tex").read_text(encoding="utf-8")
    arguments = case(K, M, 20.0)
    arguments[3].update(noise=0.3, decay=0.2, P=5.0, first_order=1)
    direct = Direct(fo_anil_system(), K, M, *arguments).arrays
    arrays = {name: lambda *i, a=direct[name]: a[i] for name in ("G", "I2", "I3", "mc", "P2", "P4")}
    stacked = {
        "J2": (0, 0),
        "R": (0, K),
        "Q": (0, 0),
        "H": (0, K),
        "U": (K, K),
        "L": (0, K),
        "fourth": (K,),
    }
    sources = {"U": np.eye(M), "fourth": np.zeros(M)}
    for name, starts in stacked.items():
        array = sources.get(name, direct.get(name))
        arrays[name] = lambda *i, a=array, s=starts: a[
            tuple(x - y for x, y in zip(i, s, strict=True))
        ]
    arrays |= {"eta_0": 0.0}
    arrays |= arguments[3] | {
        "I4": lambda k, l, i, j: direct["I4"][k, l, i, j],
        "delta": lambda m, n: float(m == n),
    }
    sizes, read = {"klab": K, "nmpq": M}, {}
    for title in ("Equations of motion and observables", "Averages over the task"):
        for left, right in equations(text, title):
            free = re.search(r"_\{(\w{1,2})\}", left)
            letters = free[1] if free else ""
            shape = [sizes["klab" if x in "klab" else "nmpq"] for x in letters]
            value = spelled_out(right, arrays, sizes)
            found = [value(dict(zip(letters, at, strict=True))) for at in np.ndindex(*shape)]
            read[left] = np.array(found).reshape(shape)
    G = direct["G"]
    wanted = {"dR": direct["dR"], "dQ": direct["dQ"], "varepsilon": direct["eps_g"]}
    wanted |= {"dw": direct["dw0"]}
    wanted |= {"Gamma_{kl}": G[:K, :K], "Gamma_{kn}": G[:K, K:], "Gamma_{nm}": G[K:, K:]}
    assert len(read) == len(wanted)
    for mark, array in wanted.items():
        (left,) = (x for x in read if mark in x)
        close(read[left], array, left)


# -- batches ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("batch", [(4,), (2, 3), (1,), (0,)])
@pytest.mark.parametrize("V", ["inf", "finite", "mixed"])
@pytest.mark.parametrize("shared_teacher", [True, False])
def test_a_batch_is_its_elements(batch, V, shared_teacher):
    generated, (K, M) = module(), (3, 2)
    rng = np.random.default_rng(5)
    single = [overlaps(K, M, seed) for seed in range(int(np.prod(batch)))]
    R, Q, T = (
        (
            np.stack([s[n] for s in single], axis=-1).reshape(*shape, *batch)
            if single
            else np.empty((*shape, *batch))
        )
        for n, shape in enumerate([(K, M), (K, K), (M, M)])
    )
    if shared_teacher:
        T = np.eye(M) * 1.5 if single else np.eye(M)
        R = 0.1 * R
        Q = Q + np.eye(K).reshape(K, K, *[1] * len(batch))
    chance = {"inf": 1.0, "finite": 0.0, "mixed": 0.5}[V]
    sizes = np.where(rng.random(batch) < chance, np.inf, rng.uniform(1, 50, batch))
    parameters = generated.Parameters(rng.uniform(0.5, 6, batch), rng.uniform(0.5, 6, batch), sizes)
    dR, dQ = generated.rhs(R, Q, T, parameters)
    eps_g = generated.eps_g(R, Q, T, parameters)
    assert dR.shape == (K, M, *batch) and dQ.shape == (K, K, *batch) and np.shape(eps_g) == batch
    for at in np.ndindex(*batch):
        here = (..., *at)
        one = generated.Parameters(*(float(p[at]) for p in parameters))
        arguments = (R[here], Q[here], T if shared_teacher else T[here], one)
        for found, wanted in zip((dR[here], dQ[here]), generated.rhs(*arguments), strict=True):
            close(found, wanted)
        close(eps_g[at], generated.eps_g(*arguments))


def test_scalar_parameters_serve_a_whole_batch():
    generated = module()
    R, Q, T = (np.stack([overlaps(2, 2, s)[n] for s in range(3)], axis=-1) for n in range(3))
    scalars = generated.Parameters(2.0, 3.0, 20.0)
    arrays = generated.Parameters(np.full(3, 2.0), np.full(3, 3.0), np.full(3, 20.0))
    for found, wanted in zip(
        generated.rhs(R, Q, T, scalars), generated.rhs(R, Q, T, arrays), strict=True
    ):
        close(found, wanted)


def test_pack_and_unpack_are_inverse_and_ordered():
    """R row by row, the upper triangle of Q row by row, then w0, batch axes last."""
    generated = module()
    R, Q, _ = (np.stack([overlaps(3, 2, s)[n] for s in range(4)], axis=-1) for n in range(3))
    w0 = np.arange(12.0).reshape(3, 4)
    state = generated.pack(R, Q, w0)
    assert state.shape == (6 + 6 + 3, 4)
    assert [state[n, 1] for n in range(6)] == [R[k, n, 1] for k in range(3) for n in range(2)]
    assert [state[n, 1] for n in range(6, 12)] == [
        Q[k, l, 1] for k in range(3) for l in range(k, 3)
    ]
    again = generated.unpack(state, 3, 2)
    assert (
        np.array_equal(again[0], R) and np.array_equal(again[1], Q) and np.array_equal(again[2], w0)
    )


def test_overlaps_that_are_no_covariance_give_nan_without_a_warning():
    generated = module()
    R = np.array([[5.0]])
    dR, dQ = generated.rhs(
        R, np.array([[1.0]]), np.array([[1.0]]), generated.Parameters(1.0, 1.0, 10.0)
    )
    assert np.isnan(dR).all() and np.isnan(dQ).all()


def test_the_arrays_given_are_left_alone():
    generated = module()
    given = [x.copy() for x in overlaps(3, 2, 0)]
    generated.rhs(*given, generated.Parameters(1.0, 1.0, 5.0))
    assert all(np.array_equal(x, y) for x, y in zip(given, overlaps(3, 2, 0), strict=True))

"""The vector kernels against the scalar C, in one run: ns per right-hand side and trajectory, and
their ratios.

    python benchmarks/batch_kernels.py [--specialised] [--quick] [--instructions]

Problems: sgd, T = I, heads one; fo_anil with erf at P = inf and 100, and with ReLU, each at V = inf
and 100. Then whole integrations of the benchmark problem: sgd, K = M = 3, eta_J = 1, N = 10^4,
alpha = 200, rtol 1e-6, atol 1e-9. Times are the least of many windows; what is to be compared are
the ratios. Integrations are timed by the processor, not by the wall. With --instructions, in place
of all this, the instructions of a right-hand side, counted by Valgrind (which has no AVX-512): the
same on every run, whatever else the machine does.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np

from orderode.compiler import FLAGS, compiler, instruction_sets
from orderode.models.catalogue import GENERATED, entry
from orderode.solvers import load
from orderode.solvers.base import State
from orderode.solvers.batch import integrate_batch

DRIVER = Path(__file__).resolve().parent / "batch_kernels.c"
SIZES = ((3, 3), (6, 3), (9, 9))
#: Name, P, V.
KERNELS = (
    ("sgd", "inf", "1"),
    ("fo_anil", "inf", "inf"),
    ("fo_anil", "inf", "100"),
    ("fo_anil_relu", "inf", "inf"),
    ("fo_anil_relu", "inf", "100"),
    ("fo_anil", "100", "inf"),
    ("fo_anil", "100", "100"),
)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--specialised", action="store_true", help="compile the kernels for each K and M"
    )
    parser.add_argument("--quick", action="store_true", help="K = M = 3 only, 100 trajectories")
    parser.add_argument(
        "--instructions", action="store_true", help="count instructions with Valgrind's callgrind"
    )
    arguments = parser.parse_args()
    sizes = SIZES[:1] if arguments.quick else SIZES
    if arguments.instructions:
        count_instructions(sizes, arguments.specialised)
        return
    heads = ("rhs ns", "ratio", "eps_g ns", "ratio")
    print(
        f"{'system':12} {'P':>4} {'V':>4} {'K':>2} {'M':>2} {'set':>9}"
        + "".join(f" {x:>11}" for x in heads)
    )
    with tempfile.TemporaryDirectory() as folder:
        for name, P, V in KERNELS:
            for K, M in sizes:
                rows = kernel(Path(folder), name, K, M, P, V, arguments.specialised)
                scalar = rows["scalar"]
                for instructions, (rhs, eps) in rows.items():
                    ratios = (
                        f"{rhs:11.1f} {scalar[0] / rhs:11.2f} {eps:11.1f} {scalar[1] / eps:11.2f}"
                    )
                    print(
                        f"{name:12} {P:>4} {V:>4} {K:2} {M:2} {instructions:>9} {ratios}",
                        flush=True,
                    )
    sweep(100 if arguments.quick else 1000, arguments.specialised)


def kernel(
    folder: Path, name: str, K: int, M: int, P: str, V: str, specialised: bool
) -> dict[str, tuple[float, float]]:
    """Instruction set, or "scalar" -> ns of the right-hand side and of eps_g."""
    program = driver(folder, name, K, M, P, specialised)
    windows = "400" if P == "inf" else "20"
    done = subprocess.run(
        [program, str(K), str(M), P, V, windows], check=True, capture_output=True, text=True
    )
    rows = (line.split() for line in done.stdout.splitlines())
    return {set_: (float(rhs), float(eps)) for set_, rhs, eps in rows if set_ != "calls"}


def driver(folder: Path, name: str, K: int, M: int, P: str, specialised: bool) -> Path:
    """The compiled driver of a system's kernels for finite or infinite P, each compiled as well as
    it gains by."""
    kernels = kernels_of(name, P)
    few = kernels.endswith("few_batch")
    program = folder / (f"{kernels}_{K}_{M}" if specialised else kernels)
    if not program.is_file():
        upper = kernels.upper()
        defines = [f"-DNAME={name}", f"-DKERNELS={kernels}", f"-DBATCH_X86={upper}_X86"]
        defines += [f'-DBATCH_SOURCE="{kernels}.c"']
        defines += ["-DFO_ANIL"] if name.startswith("fo_anil") else []
        defines += ["-DSUPPORT"] if "P" in entry(name).parameters else []
        defines += [f"-D{upper}_K={K}", f"-D{upper}_M={M}"] if specialised else []
        flags = [f for f in FLAGS if f not in ("-fPIC", "-shared")]
        paths = ["-I", str(GENERATED / "c")]
        scalar = folder / f"{name}.o"
        subprocess.run(
            [
                *compiler(),
                "-O3",
                *flags,
                *paths,
                "-c",
                str(GENERATED / "c" / f"{name}.c"),
                "-o",
                str(scalar),
            ]
        )
        level = "-O2" if few else "-O3"
        objects = [str(DRIVER), str(scalar), "-o", str(program), "-lm"]
        subprocess.run([*compiler(), level, *flags, *defines, *paths, *objects], check=True)
    return program


def kernels_of(name: str, P: str) -> str:
    """The kernels that hold at this P, as their files and functions are called."""
    return f"{name}_batch" if P == "inf" else f"{name}_few_batch"


def count_instructions(sizes: tuple[tuple[int, int], ...], specialised: bool) -> None:
    """Instructions per right-hand side and trajectory."""
    print(
        f"{'system':12} {'P':>4} {'V':>4} {'K':>2} {'M':>2} {'set':>9} {'instructions':>12}"
        f" {'ratio':>6}"
    )
    with tempfile.TemporaryDirectory() as name_of_folder:
        folder = Path(name_of_folder)
        for name, P, V in KERNELS:
            kernels = kernels_of(name, P)
            for K, M in sizes:
                command = [
                    str(driver(folder, name, K, M, P, specialised)),
                    str(K),
                    str(M),
                    P,
                    V,
                    "1",
                ]
                found = {
                    set_: counted(folder, command, function) / width
                    for set_, function, width in (
                        ("scalar", f"{name}_rhs", 1),
                        ("baseline", f"{kernels}_rhs_baseline*", 1),
                        ("avx2", f"{kernels}_rhs_avx2*", 4),
                    )
                }
                for set_, count in found.items():
                    text = f"{count:12.0f} {found['scalar'] / count:6.2f}"
                    print(f"{name:12} {P:>4} {V:>4} {K:2} {M:2} {set_:>9} {text}", flush=True)


def counted(folder: Path, command: list[str], function: str) -> float:
    """Instructions of one call of a function, with what it calls; a clone of it by the compiler has
    a longer name."""
    out = folder / "callgrind.out"
    tool = [
        "valgrind",
        "--tool=callgrind",
        f"--callgrind-out-file={out}",
        f"--toggle-collect={function}",
    ]
    done = subprocess.run([*tool, *command], check=True, capture_output=True, text=True)
    calls = next(
        int(line.split()[1]) for line in done.stdout.splitlines() if line.startswith("calls")
    )
    totals = next(
        line for line in out.read_text(encoding="utf-8").splitlines() if line.startswith("totals:")
    )
    return int(totals.split()[1]) / calls


def sweep(n: int, specialised: bool) -> None:
    """Whole integrations: one trajectory alone, and n of them."""
    rng, K, M, N = np.random.default_rng(0), 3, 3, 10_000
    noise = rng.standard_normal((n, K, K)) / np.sqrt(2 * N)
    states = State(
        0.5 * rng.standard_normal((n, K, M)) / np.sqrt(N),
        0.25 * (np.eye(K) + noise + noise.swapaxes(1, 2)),
        np.ones((n, K)),
    )
    parameters = {
        "eta_J": 1.0,
        "V": 1.0,
        "T": np.eye(M),
        "mean": np.ones(M),
        "cov": np.zeros((M, M)),
    }
    options = {"rtol": 1e-6, "atol": 1e-9}
    alphas = np.array([0.0, 200.0])
    scalar = load("sgd", "c")
    first = states.at(0)

    def one() -> int:
        return scalar.integrate(first, parameters, alphas, **options).evaluations

    def batch(threads: int, instructions: str) -> int:
        chosen = {"threads": threads, "instructions": instructions, "specialised": specialised}
        found = integrate_batch("sgd", states, parameters, alphas, **options, **chosen)
        assert set(found.status) == {"ok"}
        return int(found.evaluations.sum())

    seconds, evaluations = least(one, 20)
    print(
        f"\none trajectory, scalar: {1e3 * seconds:.3f} ms, {1e9 * seconds / evaluations:.0f} ns"
        " per right-hand side"
    )
    alone = seconds
    for instructions in instruction_sets():
        seconds, evaluations = least(lambda i=instructions: batch(1, i), 5)
        per = 1e9 * seconds / evaluations
        gain = n * alone / seconds
        text = (
            f"{1e3 * seconds:8.1f} ms, {per:7.1f} ns per right-hand side, {gain:5.1f} times one"
            " by one"
        )
        print(f"{n} trajectories, {instructions}: {text}")
    batch(2, "auto")
    start = time.perf_counter()
    batch(2, "auto")
    print(
        f"{n} trajectories, two threads: {1e3 * (time.perf_counter() - start):.1f} ms of wall time"
    )


def least(call, times: int) -> tuple[float, int]:
    """The least processor time of a call, after one that is not timed, and what it returned."""
    result, best = call(), np.inf
    for _ in range(times):
        start = time.process_time()
        result = call()
        best = min(best, time.process_time() - start)
    return best, result


if __name__ == "__main__":
    main()

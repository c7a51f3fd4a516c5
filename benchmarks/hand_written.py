"""Generated right-hand sides against the same equations written by hand, in one run: nanoseconds
per right-hand side and trajectory, and their ratios.

    python benchmarks/hand_written.py [--specialised] [--windows 4000] [--level=-O3]

SGD with all heads one at V = 1, and FO-ANIL at P = V = infinity, erf. "vectors": eight trajectories
in the lanes of AVX-512, against loops over such vectors with the same sort of polynomials; "one":
the scalar C against plain loops over the formulas as papers print them. hand_written.h has both.
Times are the least of many short windows in turns; what is to be compared are the ratios. Needs a
machine with AVX-512. With --specialised both are compiled for each K and M.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from pathlib import Path

from orderode.compiler import FLAGS, compiler, instruction_sets
from orderode.models.catalogue import GENERATED

DRIVER = Path(__file__).resolve().parent / "hand_written.c"
SIZES = ((3, 3), (6, 3), (9, 9))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--specialised", action="store_true", help="compile for each K and M")
    parser.add_argument("--windows", type=int, default=4000, help="how many times each is timed")
    parser.add_argument("--level", default="-O3", help="of the compiler (default -O3)")
    arguments = parser.parse_args()
    if "avx512" not in instruction_sets():
        raise SystemExit("hand_written.h needs a machine with AVX-512")
    heads = ("vectors", "by hand", "ratio", "one", "by hand", "ratio", "differ")
    print(f"{'system':8} {'K':>2} {'M':>2}" + "".join(f"{x:>10}" for x in heads))
    with tempfile.TemporaryDirectory() as folder:
        for name in ("sgd", "fo_anil"):
            for K, M in SIZES:
                sizes = (K, M) if arguments.specialised else ()
                program = driver(Path(folder), name, sizes, arguments.level)
                command = [program, str(K), str(M), str(arguments.windows)]
                done = subprocess.run(command, check=True, capture_output=True, text=True)
                a, b, c, d, *apart = map(float, done.stdout.split())
                row = f"{a:10.1f}{b:10.1f}{a / b:10.2f}{c:10.1f}{d:10.1f}{c / d:10.2f}"
                print(f"{name:8} {K:2} {M:2}{row}{max(apart):10.1e}", flush=True)


def driver(folder: Path, name: str, sizes: tuple[int, ...], level: str) -> Path:
    """The compiled program that times one system, for these K and M or for any."""
    program = folder / "_".join((name, *map(str, sizes)))
    if program.is_file():
        return program
    flags = [level, "-w", *(f for f in FLAGS if f not in ("-fPIC", "-shared"))]
    defines = [f"-DNAME={name}", f'-DBATCH_SOURCE="{name}_batch.c"']
    defines += ["-DFO_ANIL"] if name == "fo_anil" else []
    upper = name.upper()
    for letter, size in zip("KM", sizes, strict=False):
        defines += [f"-D{prefix}_{letter}={size}" for prefix in (upper, f"{upper}_BATCH", "SIZE")]
    paths = ["-I", str(GENERATED / "c")]
    scalar = GENERATED / "c" / f"{name}.c"
    command = [*compiler(), *flags, *defines, *paths, str(DRIVER), str(scalar)]
    subprocess.run([*command, "-o", str(program), "-lm"], check=True)
    return program


if __name__ == "__main__":
    main()

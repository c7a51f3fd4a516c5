"""``python -m orderode.derive``: derive every model and write ``generated/``, or compare with ``--check``.

With ``--model`` a model file, or one of the algorithms by name, is derived instead, into a folder of its own.  What is
wrong with a model is said in one line on stderr, with exit status 2.
"""

from __future__ import annotations

import argparse
import difflib
import gc
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

# SymPy reads this where it is imported: a cache of results without a limit derives a fifth faster.
os.environ.setdefault("SYMPY_CACHE_SIZE", "None")

from .custom import ModelError, check_arrays, check_model, load
from .dynamics.derive import derive
from .gaussian import NoRule
from .gaussian.activations import ACTIVATIONS, DEFAULT, Activation, polynomial
from .ir.limits import at_infinity, without_rule
from .language.data import as_json
from .lowering.counts import report
from .models import anil, fo_anil, one_step, pooled, sgd, srf, srf_groups
from .readouts.system import derive as derive_fixed_point
from .targets.emit import GENERATED, Part, emitted_files, file_name, join, render, render_part, write

ALGORITHMS = {m.MODEL.name: m.MODEL for m in (fo_anil, anil, sgd, pooled)}
#: What is emitted: each algorithm with each activation it can be averaged for.
SYSTEMS = tuple((model, a) for model in ALGORITHMS.values() for a in ACTIVATIONS.values())
#: Trained readouts, with all their activations and targets at once.
FIXED_POINTS = (srf.MODEL, srf_groups.MODEL, one_step.MODEL)

#: Shown side by side: a system and one whose terms it contains.
BESIDE = (("anil", "fo_anil"),)
FIXED = ("fixed points", "")  # the task of deriving them, beside those of (algorithm, activation)


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m orderode.derive", description=__doc__)
    parser.add_argument("--out", type=Path, default=None, help="folder to write to (default: generated/)")
    parser.add_argument("--check", action="store_true", help="compare with the folder instead of writing to it")
    parser.add_argument("--model", help=f"a model file (.py), or one of {', '.join(ALGORITHMS)}")
    parser.add_argument("--activation", choices=sorted(ACTIVATIONS), default=DEFAULT, help="with --model")
    parser.add_argument("--polynomial", help="with --model: coefficients c_0,c_1,... of the activation")
    parser.add_argument("--counts", choices=sorted(ALGORITHMS), help="print what each rewrite saves, and write nothing")
    arguments = parser.parse_args(words)
    if arguments.counts is not None:
        whole = derive(ALGORITHMS[arguments.counts], ACTIVATIONS[arguments.activation])
        system = at_infinity(whole, whole.support)
        for K, off in ((3, ("kurtosis",)), (9, ("kurtosis",)), (3, ("V", "kurtosis")), (9, ("V", "kurtosis"))):
            print(report(system, K, K, off))
        if system is not whole:
            print("At finite P:", report(without_rule(whole), 3, 3, ("kurtosis",)), sep="\n")
        return 0
    if arguments.model is not None:
        if arguments.out is None:
            parser.error("--model needs --out: the folder to write to")
        try:
            activation = polynomial(arguments.polynomial) if arguments.polynomial else ACTIVATIONS[arguments.activation]
            return derive_one(arguments.model, activation, arguments.out)
        except (ModelError, NoRule, ValueError, ArithmeticError) as error:
            print(" ".join(str(error).split()), file=sys.stderr)
            return 2
    folder = arguments.out or GENERATED
    start = time.perf_counter()
    files = everything()
    took = time.perf_counter() - start
    if arguments.check:
        return check(files, folder)
    touched = write(files, folder)
    count = len(SYSTEMS) + len(FIXED_POINTS)
    print(f"derived {count} system(s) in {took:.1f} s; {len(touched)} of {len(files)} files changed")
    return 0


def everything() -> dict[str, str]:
    """All files, from as many processes as there are cores; which of them made a file changes no byte of it."""
    with_another = {(part, DEFAULT) for _, part in BESIDE}  # made in one process with the system it stands beside
    with_its_part = {(full, DEFAULT) for full, _ in BESIDE}
    tasks = [(m.name, a.name) for m, a in SYSTEMS if (m.name, a.name) not in with_another]
    with ProcessPoolExecutor(
        max_workers=os.cpu_count() or 1, initializer=gc.disable
    ) as pool:  # for speed: they end soon
        first = sorted(tasks[::-1], key=lambda task: task not in with_its_part)  # what takes long comes first
        parts = list(pool.map(_part, [FIXED, *first]))
    models = [m.name if a.name == DEFAULT else f"{m.name}_{a.name}" for m, a in SYSTEMS]
    data = {f"models/{name}.json": as_json(model) for name, model in ALGORITHMS.items()}
    return join(parts, models, [m.name for m in FIXED_POINTS]) | data


def _part(task: tuple[str, str]) -> Part:
    if task == FIXED:
        return render_part([], fixed_points=[derive_fixed_point(model) for model in FIXED_POINTS])
    name, activation = task
    pairs = BESIDE if activation == DEFAULT else ()
    names = [*(part for full, part in pairs if full == name), name]
    return render_part([derive(ALGORITHMS[n], ACTIVATIONS[activation]) for n in names], pairs)


def derive_one(model: str, activation: Activation, folder: Path) -> int:
    """One model with one activation into ``folder``; its other files stay."""
    start = time.perf_counter()
    if model in ALGORITHMS:
        algorithm = ALGORITHMS[model]
    else:
        algorithm = load(Path(model))
        check_model(algorithm)
    system = derive(algorithm, activation)
    check_arrays(system)
    files = render([system]) | {f"models/{algorithm.name}.json": as_json(algorithm)}
    try:
        write(files, folder, orphans=True)
    except OSError as error:
        raise ModelError(f"{folder}: cannot be written: {error.strerror}") from None
    took = time.perf_counter() - start
    print(f"derived {file_name(system)}, digest {system.digest}, in {took:.1f} s")
    for name in sorted(files):
        print(f"    {folder / name}")
    for parameter, value, status in system.limits:
        print(f"{parameter} = {value}: {status}")
    for closure in system.closures:
        print(f"{closure.name}: {closure.statement}")
    return 0


def check(files: dict[str, str], folder: Path) -> int:
    """Byte by byte: 0 if ``folder`` holds exactly ``files``, else 1 with the first differing lines on stderr."""
    different = 0
    for path in sorted(set(files) | set(emitted_files(folder))):
        there = (folder / path).read_text(encoding="utf-8") if (folder / path).is_file() else ""
        wanted = files.get(path, "")
        if there != wanted or path not in files:
            different += 1
            lines = difflib.unified_diff(
                there.splitlines(), wanted.splitlines(), f"generated/{path}", "regenerated", lineterm="", n=1
            )
            print("\n".join(list(lines)[:20]), file=sys.stderr)
    print(f"{len(files)} files regenerated, {different} differ")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())

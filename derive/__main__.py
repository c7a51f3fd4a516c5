"""``python -m orderode.derive``: derive every model and write ``generated/``, or compare with
``--check``.

Nothing is derived where ``generated/`` is of the sources as they are, and no stage is done again
that the same sources went through at an earlier time; ``--check`` derives everything.  With
``--model`` a model file, or one of the algorithms by name, is derived instead, into a folder of its
own.  What is wrong with a model is said in one line on stderr, with exit status 2.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from . import models
from .folder import GENERATED, agrees, check, mark, write

if TYPE_CHECKING:
    from .pipeline import Made

# SymPy reads this where it is imported, below: a cache of results without a limit derives a fifth
# faster.
os.environ.setdefault("SYMPY_CACHE_SIZE", "None")

ALGORITHMS = list(models.algorithms())


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m orderode.derive", description=__doc__)
    parser.add_argument(
        "--out", type=Path, default=None, help="folder to write to (default: generated/)"
    )
    parser.add_argument(
        "--check", action="store_true", help="compare with the folder instead of writing to it"
    )
    parser.add_argument("--model", help=f"a model file (.py), or one of {', '.join(ALGORITHMS)}")
    parser.add_argument(
        "--data", action="store_true", help="with --model: write what it states, and derive nothing"
    )
    parser.add_argument(
        "--equations",
        action="store_true",
        help="with --model: print its equations in compact form, as LaTeX",
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="with --equations: at this value of a parameter, or of w0, mean, cov",
    )
    parser.add_argument("--activation", default="erf", help="with --model (default: erf)")
    parser.add_argument(
        "--polynomial", help="with --model: coefficients c_0,c_1,... of the activation"
    )
    parser.add_argument(
        "--counts",
        choices=sorted(ALGORITHMS),
        help="print what each rewrite saves, and write nothing",
    )
    arguments = parser.parse_args(words)
    if arguments.counts is not None:
        from . import pipeline

        print(pipeline.operations(arguments.counts, arguments.activation))
        return 0
    if arguments.model is not None and arguments.equations:
        return print_one(arguments.model, arguments.activation, arguments.set)
    if arguments.model is not None:
        if arguments.out is None:
            parser.error("--model needs --out: the folder to write to")
        if arguments.data:
            return state_one(arguments.model, arguments.out)
        return derive_one(
            arguments.model, arguments.polynomial, arguments.activation, arguments.out
        )
    return derive_all(arguments.out or GENERATED, only_check=arguments.check)


def derive_all(folder: Path, *, only_check: bool) -> int:
    """Everything into ``folder``, or compared with it."""
    if not only_check and agrees(folder):
        print(f"{folder.name}/ is of the sources as they are: nothing to derive")
        return 0
    from . import pipeline

    start = time.perf_counter()
    files, parts = pipeline.everything(anew=only_check)
    took = time.perf_counter() - start
    if only_check:
        status = check(files, folder)
        print(spent(parts))
        if status == 0 and not agrees(folder):
            print(
                f"{folder.name}/ does not say so: python -m orderode.derive writes of which sources"
                " it is"
            )
        return status
    touched = write(files, folder)
    mark(folder)
    print(f"derived in {took:.1f} s; {len(touched)} of {len(files)} files changed")
    print(spent(parts))
    return 0


def spent(parts: list[Made]) -> str:
    """The processor seconds of each stage."""
    total: dict[str, float] = {}
    for part in parts:
        for name, seconds in part.seconds.items():
            total[name] = total.get(name, 0.0) + seconds
    kept = sum(not part.seconds for part in parts)
    stages = ", ".join(f"{name} {seconds:.1f}" for name, seconds in total.items())
    return (
        f"processor seconds: {stages or 'none'}; {kept} of {len(parts)} parts kept from an earlier"
        " time"
    )


def state_one(model: str, folder: Path) -> int:
    """What a model file states, as data, into ``folder``, and which other files it read; also where
    it cannot be derived."""
    from .custom.check import check_statement
    from .custom.faults import ModelError
    from .custom.files import load
    from .custom.names import in_house
    from .custom.reads import digests, reading
    from .language.data import as_json

    path = Path(model)
    try:
        with reading(path.parent) as opened:
            algorithm = load(path)
            check_statement(algorithm)
            algorithm = in_house(algorithm)
        files = {f"models/{algorithm.name}.json": as_json(algorithm)}
        write(files | digests(opened - {path.resolve()}), folder, orphans=True)
    except OSError as error:
        print(f"{folder}: cannot be written: {error.strerror}", file=sys.stderr)
        return 2
    except (ModelError, ValueError) as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return 2
    return 0


def derive_one(model: str, coefficients: str | None, activation: str, folder: Path) -> int:
    """One model with one activation into ``folder``; its other files stay."""
    from . import pipeline
    from .custom.faults import ModelError
    from .gaussian import NoRule

    start = time.perf_counter()
    try:
        files, system = pipeline.one(model, coefficients, activation)
        try:
            write(files, folder, orphans=True)
        except OSError as error:
            raise ModelError(f"{folder}: cannot be written: {error.strerror}") from None
    except (ModelError, NoRule, ValueError, ArithmeticError) as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return 2
    took = time.perf_counter() - start
    print(f"derived {system.name}, digest {system.digest}, in {took:.1f} s")
    for name in sorted(files):
        print(f"    {folder / name}")
    for parameter, value, status in system.limits:
        print(f"{parameter} = {value}: {status}")
    for closure in system.closures:
        print(f"{closure.name}: {closure.statement}")
    return 0


def print_one(model: str, activation: str, settings: list[str]) -> int:
    """The equations of one model at some values, in compact form."""
    from . import pipeline
    from .custom.faults import ModelError
    from .gaussian import NoRule

    try:
        print(pipeline.compact(model, activation, settings), end="")
    except (ModelError, NoRule, ValueError, ArithmeticError) as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""``python -m orderode.derive``: derive every model and write ``generated/``, or compare with ``--check``."""

from __future__ import annotations

import argparse
import difflib
import sys
import time
from pathlib import Path

from .activations import ACTIVATIONS
from .emit import GENERATED, emitted_files, render, write
from .macroscopic import derive
from .models import anil, fo_anil, pooled, sgd

#: What is emitted: each algorithm with each activation it can be averaged for.
SYSTEMS = tuple((m.MODEL, a) for m in (fo_anil, anil, sgd, pooled) for a in ACTIVATIONS.values())


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m orderode.derive", description=__doc__)
    parser.add_argument("--out", type=Path, default=GENERATED, help="folder to write to (default: generated/)")
    parser.add_argument("--check", action="store_true", help="compare with the folder instead of writing to it")
    arguments = parser.parse_args()
    start = time.perf_counter()
    files = render([derive(model, activation) for model, activation in SYSTEMS])
    took = time.perf_counter() - start
    if arguments.check:
        return check(files, arguments.out)
    touched = write(files, arguments.out)
    print(f"derived {len(SYSTEMS)} system(s) in {took:.1f} s; {len(touched)} of {len(files)} files changed")
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

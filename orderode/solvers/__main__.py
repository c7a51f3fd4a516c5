"""``python -m orderode.solvers``: compile every generated system into the cache.

``python -m orderode.solvers FOLDER`` tries what was emitted into a folder: status 1, and the fault
on stderr, where C does not compile without a warning or a module of numpy cannot be imported.
"""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path

from ..errors import OrderodeError
from ..models.catalogue import catalogue
from ..models.manifest import KINDS
from .build import build
from .emitted import fault_in


def main(words: list[str]) -> int:
    if words:
        fault = fault_in(Path(words[0]))
        print(fault, end="", file=sys.stderr)
        return 1 if fault else 0
    for name in (e.name for e in chain.from_iterable(map(catalogue, KINDS))):
        try:
            library = build(name)
        except OrderodeError as error:
            print(error, file=sys.stderr)
            return 1
        print(f"{name}: {library.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

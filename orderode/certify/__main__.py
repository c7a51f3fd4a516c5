"""``python -m orderode.certify FOLDER``: the drift test of the equations that a model was derived
to, written into the manifest of their folder."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..errors import OrderodeError
from ..models import judgement
from .derived import drift_test


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m orderode.certify", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--activation", default="erf")
    parser.add_argument("--polynomial", help="its coefficients, instead of --activation")
    given = parser.parse_args(words)
    chosen: str | tuple[float, ...] = given.activation
    if given.polynomial is not None:
        chosen = tuple(float(c) for c in given.polynomial.split(","))
    try:
        test = drift_test(str(given.folder), chosen)
    except (OrderodeError, MemoryError) as error:
        test = {"verdict": "none", "why": str(error) or "out of memory"}
    judgement.record(given.folder, test)
    print(judgement.in_words(test))
    return 0


if __name__ == "__main__":
    sys.exit(main())

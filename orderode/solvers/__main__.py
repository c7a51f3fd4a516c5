"""``python -m orderode.solvers``: compile every generated system into the cache."""

from __future__ import annotations

import sys

from ..errors import OrderodeError
from ..models.catalogue import catalogue
from ..models.fixed_points import fixed_points
from .build import build


def main() -> int:
    for name in [*(e.name for e in catalogue()), *(e.name for e in fixed_points())]:
        try:
            library = build(name)
        except OrderodeError as error:
            print(error, file=sys.stderr)
            return 1
        print(f"{name}: {library.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

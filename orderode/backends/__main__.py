"""``python -m orderode.backends``: compile every generated system into the cache."""

from __future__ import annotations

import sys

from ..catalogue import catalogue
from ..errors import OrderodeError
from .build import build


def main() -> int:
    for e in catalogue():
        try:
            library = build(e.name)
        except OrderodeError as error:
            print(error, file=sys.stderr)
            return 1
        print(f"{e.name}: {library.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

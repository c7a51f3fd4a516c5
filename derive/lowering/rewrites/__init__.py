"""Rewrites of a system's definitions that leave their values unchanged and save operations, each a
named pure function.

Each module says what it does as one formula.  The list ``PASSES`` of this package's parent has them
in order, and its module ``counts`` says what each is worth.
"""

from .contract import contract
from .distribute import distribute
from .factor import factor
from .halve import halve
from .peel import peel
from .restrict import restrict
from .separate import separate
from .share import share
from .tabulate import tabulate

__all__ = [
    "contract",
    "distribute",
    "factor",
    "halve",
    "peel",
    "restrict",
    "separate",
    "share",
    "tabulate",
]

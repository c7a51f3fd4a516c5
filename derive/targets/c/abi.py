"""A number for what programs are compiled against: one that differs calls for another header."""

from __future__ import annotations

import hashlib
import json
from typing import Any

__all__ = ["abi"]

CALLS = 2  #: Raised when a function of all headers takes or gives something else.
DIGITS = 7  #: Hexadecimal ones: an int of C.


def abi(**described: Any) -> int:
    """Of fields, sizes and codes, all in the order of the header."""
    said = json.dumps({"calls": CALLS, **described}, sort_keys=True)
    return int(hashlib.sha256(said.encode()).hexdigest()[:DIGITS], 16)

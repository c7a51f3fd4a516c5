"""What a table of a TOML file may hold: keys, each with a rule, and the reading of files.

A dataclass is the format of a table. Each field made by `key(rule)` is one key of it, and
`read_table` checks a table against its dataclass, so that a new key is one line. A key with a
default is optional.
"""

from __future__ import annotations

import difflib
import math
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import MISSING as NO_DEFAULT
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from ..errors import LONGEST, MISSING, FileError, ProblemError
from .overlaps import is_number

MOST = 2**53  # of any integer: the largest that is exact in double precision
DEEPEST = 32  # tables and lists in one another: far beyond use, below what stops Python
LARGEST_FILE = 4_000_000  # bytes: some seconds of reading, and matrices of a few hundred units
#: A dotted key that is deeper; reading one takes time with the square of its parts.
DEEP_KEY = re.compile(rf"(?<![\w\"'-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){{{DEEPEST}}}")


@dataclass(frozen=True)
class Rule:
    """What a key accepts, in words, and its conversion: the value to keep, or None where it is
    refused.

    json: the same as JSON Schema, for editors, as far as that can say it; {} accepts anything.
    """

    accepted: str
    convert: Callable[[Any], Any]
    kind: type[Any] | None = None  # the dataclass of a key that holds a table of its own
    json: Mapping[str, Any] = field(default_factory=dict)

    def read(self, value: Any, path: str) -> Any:
        kept = self.convert(value)
        if kept is None:
            raise ProblemError(path, value, self.accepted)
        return kept if self.kind is None else read_table(self.kind, kept, path)


def as_path(value: Any, name: str) -> Path:
    """The path that an argument ``name`` is, or a ``ProblemError``."""
    if not isinstance(value, str | os.PathLike):
        raise ProblemError(name, plain(value), "a path", f"a {type(value).__name__}")
    return Path(value)


def mapping(value: Any) -> Mapping[str, Any] | None:
    return value if isinstance(value, Mapping) else None


def table(kind: type[Any]) -> Rule:
    return Rule(f"a table with {', '.join(keys_of(kind))}", mapping, kind)


def real(
    accepted: str,
    *,
    least: float = -math.inf,
    most: float = math.inf,
    above: float = -math.inf,
    below: float = math.inf,
) -> Rule:
    """A finite number within these bounds, of which the last two are excluded; an integer is read
    as a number, true and false are not."""

    def convert(value: Any) -> float | None:
        if not is_number(value):
            return None
        x = float(value)
        return x if least <= x <= most and above < x < below else None

    bounds = {"minimum": least, "maximum": most}
    bounds |= {"exclusiveMinimum": above, "exclusiveMaximum": below}
    said = {word: bound for word, bound in bounds.items() if math.isfinite(bound)}
    return Rule(accepted, convert, json={"type": "number", **said})


def integer(least: int, most: int = MOST) -> Rule:
    def convert(value: Any) -> int | None:
        whole = isinstance(value, int) and not isinstance(value, bool)
        return value if whole and least <= value <= most else None

    accepted = f"an integer >= {least}" + ("" if most == MOST else f" and <= {most}")
    return Rule(accepted, convert, json={"type": "integer", "minimum": least, "maximum": most})


def name() -> Rule:
    def convert(value: Any) -> str | None:
        return value if isinstance(value, str) and re.fullmatch(NAME, value) else None

    accepted = "a name in quotes: a small letter, then small letters, digits and _"
    return Rule(accepted, convert, json={"type": "string", "pattern": f"^{NAME}$"})


def one_of(*choices: str) -> Rule:
    accepted = " or ".join(f'"{choice}"' for choice in choices)
    return Rule(accepted, lambda v: v if v in choices else None, json={"enum": list(choices)})


def written(accepted: str, *types: str) -> Rule:
    """A value kept as written: its check needs other keys and comes later; ``types``: those of JSON
    that it may have."""
    return Rule(accepted, lambda v: v, json={"type": list(types)} if types else {})


NAME = "[a-z][a-z0-9_]*"
NOT_NEGATIVE = real("a finite number >= 0", least=0)
SHARE = real("a number from 0 to 1", least=0, most=1)
POSITIVE = real("a finite number > 0", above=0)
TOLERANCE = real("a number between 0 and 1, both excluded", above=0, below=1)
FINITE = real("a finite number")
SAMPLES = integer(1)
# JSON has no infinity: an editor that reads TOML has a number
RATIO = Rule(
    "a number > 0, or inf",
    lambda v: v if v == math.inf else POSITIVE.convert(v),
    json={"type": "number", "exclusiveMinimum": 0},
)
SAMPLES_OR_INF = Rule(
    "an integer >= 1, or inf",
    lambda v: v if v == math.inf else SAMPLES.convert(v),
    json={"type": "number", "minimum": 1},
)


def key(rule: Rule, default: Any = NO_DEFAULT, *, name: str = "", meaning: str = "") -> Any:
    """A field that is one key of a table, of its own name unless another is given; ``meaning``: for
    people."""
    return field(default=default, metadata={"rule": rule, "name": name, "meaning": meaning})


Kind = TypeVar("Kind")


def keys_of(kind: type[Any]) -> dict[str, Field[Any]]:
    """The fields of a table's dataclass, by their keys."""
    made = [f for f in fields(kind) if "rule" in f.metadata]
    return {f.metadata["name"] or f.name: f for f in made}


def read_table(kind: type[Kind], content: Mapping[str, Any], path: str = "") -> Kind:
    """`content` as a `kind`, a dataclass whose fields are made by `key`; unknown keys are reported
    first."""
    keys = keys_of(kind)
    rules = {name: (spec.metadata["rule"], spec.default) for name, spec in keys.items()}
    return kind(**{keys[name].name: x for name, x in read_keys(rules, content, path).items()})


def read_keys(
    rules: Mapping[str, tuple[Rule, Any]], content: Mapping[str, Any], path: str
) -> dict[str, Any]:
    """`content` by the rules of its keys, (rule, default) each; `NO_DEFAULT`: the key is required.

    Unknown keys are reported first. A default is kept as it is.
    """
    prefix = f"{path}." if path else ""
    for found, value in content.items():
        if found not in rules:
            lower = {name.lower(): name for name in rules}
            close = difflib.get_close_matches(str(found)[:LONGEST].lower(), lower, n=1)
            fault = f"unknown key, did you mean {lower[close[0]]}?" if close else "unknown key"
            raise ProblemError(f"{prefix}{found}", value, "the keys " + ", ".join(rules), fault)
    kept = {}
    for name, (rule, default) in rules.items():
        if name in content:
            kept[name] = rule.read(content[name], prefix + name)
        elif default is NO_DEFAULT:
            raise ProblemError(prefix + name, MISSING, rule.accepted)
        else:
            kept[name] = default
    return kept


def read_toml(path: Path, accepted: str) -> dict[str, Any]:
    """What a TOML file holds, or a FileError that says ``accepted``."""
    try:
        raw = path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        raise FileError(
            str(path), getattr(error, "strerror", None) or str(error), accepted
        ) from None
    return toml_of(raw, str(path), accepted, path.name)


def toml_of(raw: bytes, name: str, accepted: str, source: str = "") -> dict[str, Any]:
    """What TOML says, or a FileError that calls it ``name``, a ``ProblemError`` ``source``."""
    if len(raw) > LARGEST_FILE:
        fault = f"it has {len(raw) / 1e6:.1f} MB, of at most {LARGEST_FILE / 1e6:g}"
        remedy = f"{accepted}; large arrays are given from Python"
        raise FileError(name, fault, remedy)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise FileError(name, f"line {line} is not UTF-8", accepted) from None
    if deep := DEEP_KEY.search(text):
        line = text.count("\n", 0, deep.start()) + 1
        fault = f"line {line} has a key with more than {DEEPEST} parts"
        raise FileError(name, fault, accepted)
    try:
        found: dict[str, Any] = plain(tomllib.loads(text))
    # also an integer too long, brackets nested too deep
    except (ValueError, RecursionError) as error:
        raise FileError(name, f"not TOML: {error}", accepted) from None
    except ProblemError as error:
        error.source = source or name
        raise
    return found


def plain(value: Any, path: str = "", depth: int = 0) -> Any:
    """Mappings as dict, sequences and arrays as list, numpy numbers as Python's; the rest as it is.

    ``path`` is the key of the value; a ``ProblemError`` where it is nested too deep, or in itself.
    """
    if depth > DEEPEST:
        raise ProblemError(path, value, f"tables and lists at most {DEEPEST} deep in one another")
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist()
    if isinstance(value, Mapping):
        return {k: plain(v, path or str(k), depth + 1) for k, v in value.items()}
    if isinstance(value, list | tuple | range):
        return [plain(v, path, depth + 1) for v in value]
    return value


def canonical(value: Any) -> Any:
    """6.0 as 6: a number has one spelling."""
    if isinstance(value, dict):
        return {k: canonical(v) for k, v in value.items()}
    if isinstance(value, list):
        return [canonical(v) for v in value]
    return (
        int(value)
        if isinstance(value, float) and abs(value) < MOST and value.is_integer()
        else value
    )

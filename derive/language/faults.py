"""What is wrong with the fields of a statement, in the words of its author: `adaptation is a tuple,
expected ...`."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

__all__ = ["ONE", "faults"]

ONE = "one"  #: metadata of a field that there is one of: why there are not several

KINDS = {
    float: "a number",
    int: "an integer",
    str: "a text",
    bool: "True or False",
    type(None): "None",
}


def faults(statement: Any, path: str = "") -> Iterator[str]:
    """Of the fields of a dataclass, and of the dataclasses in them: each that is not of the type it
    is declared with.

    Numbers have to be finite. ``path`` stands before the names of the fields.
    """
    hints = get_type_hints(type(statement))
    for field in fields(statement):
        name = f"{path}{field.name}"
        value = getattr(statement, field.name)
        if not _fits(value, hints[field.name]):
            several = isinstance(value, tuple | list) and ONE in field.metadata
            why = f": {field.metadata[ONE]}" if several else _remedy(value, hints[field.name])
            yield f"{name} is {_found(value)}, expected {_words(hints[field.name])}{why}"
            continue
        parts = [(name, value)]
        if isinstance(value, tuple):
            parts = [(f"{name}[{place}]", part) for place, part in enumerate(value)]
        for where, part in parts:
            if is_dataclass(part):
                yield from faults(part, f"{where}.")


def _fits(value: Any, hint: Any) -> bool:
    origin, args = get_origin(hint), get_args(hint)
    if hint is Any:
        return True
    if origin in (Union, types.UnionType):
        return any(_fits(value, arg) for arg in args)
    if origin is tuple:
        return isinstance(value, tuple) and all(_fits(part, args[0]) for part in value)
    if origin is Callable:
        return callable(value)
    if hint in (float, int):
        number = isinstance(value, int | float if hint is float else int) and not isinstance(
            value, bool
        )
        return number and abs(value) <= sys.float_info.max  # not of NaN
    return isinstance(value, hint)


def _remedy(value: Any, hint: Any) -> str:
    """Of a parameter that is stated as a number, or as a function of time."""
    if "Rate" not in _words(hint).split(" or "):
        return ""
    if isinstance(value, int | float):
        return f': Rate("name", "what it is", default={value!r}), whose value a problem gives'
    along = "a problem's [schedule] says how it changes along the way"
    return f': Rate("name", "what it is"); {along}' if callable(value) else ""


def _found(value: Any) -> str:
    """The value where it is short, else what kind of thing it is; of a tuple the kinds of its
    parts."""
    if isinstance(value, int) and abs(value) > sys.float_info.max:
        return "an integer out of the range of double precision"
    if value is None or isinstance(value, str | int | float):
        return repr(value)
    name = type(value).__name__
    article = "an" if name[0] in "AEIOUaeiou" else "a"
    if isinstance(value, tuple) and all(isinstance(part, float | int) for part in value):
        return f"({', '.join(map(_found, value))})"
    if isinstance(value, tuple | list) and value:
        return (
            f"{article} {name} of {', '.join(dict.fromkeys(type(part).__name__ for part in value))}"
        )
    return f"{article} {name}"


def _words(hint: Any) -> str:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return " or ".join(_words(arg) for arg in args)
    if origin is tuple:
        return "a tuple of numbers" if args[0] is float else f"a tuple of {_words(args[0])}"
    if origin is Callable:
        return "a function of a head and a set of samples"
    return str(KINDS.get(hint, getattr(hint, "__name__", hint)))

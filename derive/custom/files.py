"""Model files: Python that is run, or a model as data."""

from __future__ import annotations

import importlib.util
import json
import re
import traceback
from dataclasses import fields, is_dataclass
from pathlib import Path

from .. import language
from ..language import Algorithm, Observable
from ..language.expression import NoExpression
from ..language.reading import read
from .faults import ModelError

__all__ = ["load"]

FOLLOWED = "eps_g"


def load(path: Path) -> Algorithm:
    """The MODEL of a Python file, or the model that a JSON file states; ``ModelError`` says why
    there is none."""
    if path.suffix == ".json":
        return _stated(path)
    try:
        compile(path.read_text(encoding="utf-8"), str(path), "exec")
    except OSError as error:
        raise ModelError(f"{path}: {error.strerror}") from None
    except SyntaxError as error:
        line = "" if error.lineno is None else f", line {error.lineno}"
        raise ModelError(f"{path}{line}: not Python: {error.msg}") from None
    # not UTF-8, null characters, brackets without end
    except (ValueError, RecursionError, MemoryError) as error:
        raise ModelError(f"{path}: not Python: {error}") from None
    spec = importlib.util.spec_from_file_location("model_of_the_user", path.resolve())
    if spec is None or spec.loader is None:
        raise ModelError(f"{path}: not a Python file: its name does not end in .py")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:  # whatever the user's own code raises
        lines = [
            f.lineno
            for f in traceback.extract_tb(error.__traceback__)
            if f.filename == str(path.resolve())
        ]
        said = f"{type(error).__name__}: {error}"
        if isinstance(error, NoExpression):
            said = f"an expression {error}"
        said = _unknown(error) or said
        raise ModelError(f"{path}, line {lines[-1] if lines else 1}: {said}") from None
    found = getattr(module, "MODEL", None)
    if not isinstance(found, Algorithm):
        what = "it defines no MODEL" if found is None else f"its MODEL is a {type(found).__name__}"
        raise ModelError(
            f"{path}: {what}; expected is MODEL = Algorithm(...) of orderode.derive.language"
        )
    return _measured(path, found)


def _unknown(error: BaseException) -> str:
    """Of a keyword that a word of the language does not have: which ones it has; else ""."""
    found = re.match(r"(\w+)\.__init__\(\) got an unexpected keyword argument '(\w+)'", str(error))
    word = getattr(language, found[1], None) if found else None
    if found is None or not is_dataclass(word):
        return ""
    has = ", ".join(field.name for field in fields(word))
    return (
        f"{found[1]} has no {found[2]}, it has {has}; what the language does not have is not"
        " derived, and docs/models.md lists what it has"
    )


def _measured(path: Path, model: Algorithm) -> Algorithm:
    """A model that has the observable which trajectories, sweeps and figures follow."""
    names = [x.name for x in model.observables if isinstance(x, Observable)]
    if names and FOLLOWED not in names:
        raise ModelError(
            f"{path}: the observables are {', '.join(map(str, names))}; call one of them"
            f" {FOLLOWED}: trajectories, sweeps and figures follow what has this name"
        )
    return model


def _stated(path: Path) -> Algorithm:
    try:
        return _measured(path, read(json.loads(path.read_text(encoding="utf-8"))))
    except OSError as error:
        raise ModelError(f"{path}: {error.strerror}") from None
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise ModelError(f"{path}: no model as data: {type(error).__name__}: {error}") from None

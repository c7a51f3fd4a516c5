"""Deriving from the runner: ``python -m orderode.derive`` as a process of its own, which alone needs SymPy."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from ..errors import DerivationError, FileError, NotAvailable
from .cache import cache_folder

__all__ = [
    "coefficients_text",
    "derive_model",
    "derived_folders",
    "is_model_file",
    "model_folder",
    "polynomial_folder",
    "remember",
]

HERE = Path(__file__).resolve().parent.parent
NEEDED = {"sympy": "SymPy", "jinja2": "Jinja2"}
STOPPED = 2  # exit status of a derivation that says why there is nothing to derive


def derive_model(model: str, out: Path, *, activation: str = "erf", polynomial: str | None = None) -> str:
    """Derive a model file, or an algorithm by name, into the folder ``out``; returns what was made, in words.

    Raises ``DerivationError`` with the derivation's own words, ``NotAvailable`` where a package is missing.
    """
    _require_packages(f"the derivation of {model}")
    chosen = [f"--polynomial={polynomial}"] if polynomial is not None else ["--activation", activation]
    command = [sys.executable, "-P", "-m", "orderode.derive", f"--model={model}", f"--out={out}", *chosen]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = done.stderr.strip().splitlines() or [f"exit status {done.returncode}"]
        whole = "" if done.returncode == STOPPED else f"; for all of it run python {' '.join(command[1:])}"
        raise DerivationError(model, lines[-1] + whole)
    return done.stdout


def polynomial_folder(algorithm: str, coefficients: Sequence[float]) -> Path:
    """The folder with the solvers of an algorithm with a polynomial activation, derived now unless it is in the cache.

    It is named by the code that derives, the algorithm and the coefficients, and appears whole or not at all.
    """
    text = coefficients_text(coefficients)
    what = f"{algorithm} with activation {{ polynomial = [{text.replace(',', ', ')}] }}"
    key = hashlib.sha256(f"{algorithm}\0{text}".encode()).hexdigest()[:16]
    return _derived(_root() / f"{algorithm}-{key}", algorithm, what, polynomial=text)


def is_model_file(model: str) -> bool:
    """Whether a problem's ``model`` is the path of a model file, not the name of an algorithm."""
    return model.endswith(".py")


def model_folder(path: Path, activation: str | Sequence[float]) -> Path:
    """The folder with the solvers of a model file, derived now, with a line that says so, unless it is in the cache.

    It is named by the code that derives, the text of the file and the activation.
    """
    folder = _model_place(path, activation)
    if _whole(folder):
        return folder
    print(f"orderode: deriving the model {path.name}; what comes of it is kept in the cache", file=sys.stderr)
    named = isinstance(activation, str)
    chosen = {"activation" if named else "polynomial": _activation_text(activation)}
    return _derived(folder, str(path), f"the model {path.name}", **chosen)


def _model_place(path: Path, activation: str | Sequence[float]) -> Path:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise FileError(str(path), str(error.strerror), "a model file, Python that defines MODEL") from None
    key = content + b"\0" + _activation_text(activation).encode()
    return _root() / f"model-{hashlib.sha256(key).hexdigest()[:16]}"


def _activation_text(activation: str | Sequence[float]) -> str:
    return activation if isinstance(activation, str) else coefficients_text(activation)


def remember(path: Path, activation: str | Sequence[float], made: Path) -> None:
    """Puts what was derived from a model file into ``made`` into the cache as well."""
    folder = _model_place(path, activation)
    if _whole(folder):
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".new-"))
    try:
        shutil.copytree(made, temporary, dirs_exist_ok=True)
        _move(temporary, folder)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _derived(folder: Path, model: str, what: str, **chosen: str) -> Path:
    if _whole(folder):
        return folder
    _require_packages(what)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".new-"))
    except OSError as error:
        accepted = "a folder that can be written: set ORDERODE_CACHE"
        raise FileError(str(folder.parent), str(error.strerror), accepted) from None
    try:
        derive_model(model, temporary, **chosen)
        _move(temporary, folder)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return folder


def derived_folders() -> list[Path]:
    """What has been derived on demand so far by the code as it is."""
    return sorted(p for p in _root().glob("*-*") if _whole(p))


def coefficients_text(coefficients: Sequence[float]) -> str:
    """``0,1,0,0.3``: the shortest decimal numbers that are these floats."""
    return ",".join(str(int(c)) if c == int(c) and abs(c) < 2**53 else repr(float(c)) for c in coefficients)


def _root() -> Path:
    return cache_folder() / "derived" / _code_digest()


def _whole(folder: Path) -> bool:
    return (folder / "manifest.json").is_file()


def _move(temporary: Path, folder: Path) -> None:
    """Another process may have been faster: then its folder stays. One with parts missing is replaced."""
    try:
        if folder.is_dir() and not _whole(folder):
            shutil.rmtree(folder)
        os.replace(temporary, folder)
    except OSError as error:
        if not _whole(folder):
            accepted = "a folder that can be written: set ORDERODE_CACHE"
            raise FileError(str(folder), str(error.strerror), accepted) from None


def _require_packages(what: str) -> None:
    for package, name in NEEDED.items():
        if importlib.util.find_spec(package) is None:
            raise NotAvailable(what, f"{name} is not installed", 'pip install "orderode[derive]"')


@cache
def _code_digest() -> str:
    """Of everything that decides what is emitted. In a checkout the two folders lie beside the package."""
    digest = hashlib.sha256()
    for name, pattern in (("derive", "*.py"), ("templates", "*.j2")):
        top = HERE / name if (HERE / name).is_dir() else HERE.parent / name
        for path in sorted(top.rglob(pattern)):
            digest.update(path.relative_to(top).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]

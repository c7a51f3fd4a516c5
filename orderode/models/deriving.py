"""Deriving from the runner: ``python -m orderode.derive`` as a process of its own, which alone
needs SymPy."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path

from ..errors import DerivationError, EmissionError, FileError, NotAvailable
from ..unfinished import beside
from . import judgement
from .cache import GENERATED, cache_folder

__all__ = [
    "coefficients_text",
    "compact_equations",
    "copied",
    "data_file",
    "derived_before",
    "derived_folders",
    "is_model_file",
    "keep_data",
    "model_folder",
    "polynomial_folder",
    "require_own_name",
    "seen_from",
    "solver_folder",
]

HERE = Path(__file__).resolve().parent.parent
NEEDED = {"sympy": "SymPy", "jinja2": "Jinja2"}
STOPPED = 2  # exit status of a derivation that says why there is nothing to derive

Activation = str | Sequence[float]


def _run(model: str, *words: str) -> str:
    """What the derivation says, which runs as a process of its own, and in no folder's modules."""
    _require_packages(f"the derivation of {model}")
    done = _isolated("orderode.derive", *words)
    if done.returncode:
        again = " ".join(["python", "-P", "-m", "orderode.derive", *words])
        whole = "" if done.returncode == STOPPED else f"; for all of it run {again}"
        raise DerivationError(model, _last(done) + whole)
    return done.stdout


def _isolated(module: str, *words: str) -> subprocess.CompletedProcess[str]:
    """A module of ours as a process that ends with this one: it would go on compiling where what
    it is for has been killed."""
    isolated = [sys.executable, "-P", "-m", "orderode.workers", str(os.getpid())]
    line = [*isolated, module, *words]
    return subprocess.run(line, capture_output=True, text=True, errors="replace", check=False)


def _last(done: subprocess.CompletedProcess[str]) -> str:
    lines = done.stderr.strip().splitlines()
    return lines[-1] if lines else f"exit status {done.returncode}"


def _emitted(model: str, activation: Activation, folder: Path) -> None:
    """Derive into a folder, compile and import what was emitted, judge the equations."""
    _run(model, f"--model={model}", f"--out={folder}", *_options(activation))
    if model.endswith(".py") and _only(folder).read_bytes() != data_file(Path(model)).read_bytes():
        why = (
            "it states another model each time that it is run; random numbers, for one, need a seed"
        )
        raise DerivationError(model, why)
    done = _isolated("orderode.solvers", str(folder))
    if done.returncode:
        raise EmissionError(model, _last(done))
    done = _isolated("orderode.certify", str(folder), *_options(activation))
    if done.returncode:
        judgement.record(folder, {"verdict": "none", "why": _last(done)})


def compact_equations(model: str, activation: Activation, settings: Sequence[str]) -> str:
    """LaTeX of a model's equations, by its name or model file, in compact form at values such as
    "P=inf"."""
    set_words = [f"--set={text}" for text in settings]
    try:
        return _run(model, f"--model={model}", "--equations", *set_words, *_options(activation))
    except DerivationError as error:
        what = f"the compact form of {model}"
        raise NotAvailable(
            what, error.why, "orderode equations without --set gives the whole"
        ) from None


def _options(activation: Activation) -> list[str]:
    text = _activation_text(activation)
    return ["--activation", text] if isinstance(activation, str) else [f"--polynomial={text}"]


def is_model_file(model: str) -> bool:
    """Whether a problem's ``model`` is a path, not the name of an algorithm: of a model file (.py),
    of a model as data (.json), or of a folder that a model has been derived into."""
    if "\0" in model or not model or _is_ours(model):
        return False
    return model.endswith((".py", ".json")) or _whole(Path(model))


def _is_ours(model: str) -> bool:
    """Whether it is the name of an algorithm; a name too long for a file is none."""
    try:
        return (GENERATED / "models" / f"{model}.json").is_file()
    except OSError:
        return False


def seen_from(folder: Path, model: str) -> str:
    """The ``model`` of a problem file in this folder: a path is made whole, a name stays."""
    path = str((folder / model).resolve()) if "\0" not in model else model
    return path if not _is_ours(model) and is_model_file(path) else model


def data_file(path: Path) -> Path:
    """The JSON file of what a model file states: the file is run now unless that of the same text
    has been before, and has read the same files beside it.

    Nothing is derived. A folder holds it, and a JSON file is one.
    """
    if path.suffix == ".json":
        _content(path)
        return path
    if path.suffix != ".py":
        return _only(path)
    key = hashlib.sha256(_content(path)).hexdigest()[:16]
    folder = _root() / f"data-{key}"
    if _outdated(folder):
        shutil.rmtree(folder, ignore_errors=True)
    if not _holds_data(folder):
        _made(folder, lambda new: _run(str(path), f"--model={path}", "--data", f"--out={new}"))
    return _only(folder)


def _outdated(folder: Path) -> bool:
    """Whether a file that the model read when it was run is another now, or gone."""
    try:
        read = json.loads((folder / "beside.json").read_bytes())
    except FileNotFoundError:  # it read none
        return False
    return any(_digest(Path(path)) != digest for path, digest in read.items())


def _digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def keep_data(name: str, text: str) -> Path:
    """A file in the cache with this text, the data of a model of this name."""
    folder = _root() / f"data-{hashlib.sha256(text.encode()).hexdigest()[:16]}"

    def fill(new: Path) -> None:
        (new / "models").mkdir()
        (new / "models" / f"{name}.json").write_text(text, encoding="utf-8")

    if not _holds_data(folder):
        _made(folder, fill)
    return _only(folder)


def _only(folder: Path) -> Path:
    found = sorted(folder.glob("models/*.json"))
    if len(found) != 1:
        fault = f"it holds {len(found)} models in models/"
        raise FileError(
            str(folder), fault, "a folder that orderode derive has written one model into"
        )
    return found[0]


def model_folder(path: Path, activation: Activation) -> Path:
    """The folder with the solvers of a model file, derived now, with a line that says so, unless it
    is in the cache.

    It is named by the code that derives, what the model states, and the activation. A folder is its
    own.
    """
    if path.suffix not in (".py", ".json"):
        return path
    folder = _place(path, activation)
    return _said(folder, f"the model {path.name}", str(path), activation)


def solver_folder(model: str, activation: Activation) -> tuple[Path, bool]:
    """The folder in the cache with the solvers of a model file, or of an algorithm by name, and
    whether they were derived now.

    Raises ``DerivationError`` with the derivation's own words, ``EmissionError`` where what was
    emitted is of no use, ``NotAvailable`` where a package is missing.
    """
    if is_model_file(model):
        path = Path(model)
        if path.suffix not in (".py", ".json"):
            return path, False
        folder = _place(path, activation)
    else:
        folder = _place_of_ours(model, activation)
    before = _whole(folder)
    if not before:
        _require_packages(f"the derivation of {model}")
        _made(folder, lambda new: _emitted(model, activation, new))
    return folder, not before


def _said(folder: Path, what: str, model: str, activation: Activation) -> Path:
    """The same, with a line before and after where something is derived."""
    if _whole(folder):
        return folder
    _require_packages(what)
    print(f"orderode: deriving {what}; what comes of it is kept in the cache", file=sys.stderr)
    try:
        _made(folder, lambda new: _emitted(model, activation, new))
    except DerivationError as error:
        if is_model_file(model):
            error.why += "; orderode simulate takes the model file as it is, and needs no equations"
        raise
    test = judgement.recorded(folder)
    if test is not None:
        print(f"orderode: drift test of {what}: {judgement.in_words(test)}", file=sys.stderr)
    return folder


def copied(folder: Path, out: Path) -> list[Path]:
    """Copies emitted files, all or none where the disk is full, the manifest last; other files in
    ``out`` stay. Returns what is now there."""
    names = sorted(
        (p.relative_to(folder) for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc"),
        key=lambda name: (name == Path("manifest.json"), name),
    )
    target = out
    try:
        with beside(out) as ready:
            for name in names:
                target = out / name
                for parent in (target.parent, (ready / name).parent):
                    parent.mkdir(parents=True, exist_ok=True)
                (ready / name).write_bytes((folder / name).read_bytes())
            for name in names:
                target = out / name
                os.replace(ready / name, target)
    except OSError as error:
        fault = f"cannot be written: {error.strerror}"
        raise FileError(str(target), fault, "a folder that can be written") from None
    return [out / name for name in names]


def derived_before(path: Path, activation: Activation) -> bool:
    """Whether ``model_folder`` is there already."""
    return path.suffix not in (".py", ".json") or _whole(_place(path, activation))


def require_own_name(model: Path, data: Path) -> None:
    """``NotAvailable`` where a model has the name of an algorithm of ours and is not that."""
    try:
        theirs = json.loads(data.read_bytes())
        ours = json.loads((GENERATED / "models" / f"{theirs['name']}.json").read_bytes())
    except (OSError, ValueError, TypeError, KeyError, RecursionError):  # of another name, or none
        return
    if ours != theirs:
        why = f"{theirs['name']} is an algorithm of ours"
        raise NotAvailable(str(model), why, "give its model another name")


def _place(path: Path, activation: Activation) -> Path:
    data = data_file(path)
    require_own_name(path, data)
    key = data.read_bytes() + b"\0" + _activation_text(activation).encode()
    return _root() / f"model-{hashlib.sha256(key).hexdigest()[:16]}"


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        accepted = "a model file: Python that defines MODEL, or a model as data"
        raise FileError(
            str(path), getattr(error, "strerror", None) or str(error), accepted
        ) from None


def _activation_text(activation: Activation) -> str:
    return activation if isinstance(activation, str) else coefficients_text(activation)


def polynomial_folder(algorithm: str, coefficients: Sequence[float]) -> Path:
    """The folder with the solvers of an algorithm with a polynomial activation, derived now unless
    it is in the cache.

    It is named by the code that derives, the algorithm and the coefficients, and appears whole or
    not at all.
    """
    text = coefficients_text(coefficients).replace(",", ", ")
    what = f"{algorithm} with activation {{ polynomial = [{text}] }}"
    return _said(_place_of_ours(algorithm, coefficients), what, algorithm, coefficients)


def _place_of_ours(algorithm: str, activation: Activation) -> Path:
    key = hashlib.sha256(f"{algorithm}\0{_activation_text(activation)}".encode()).hexdigest()[:16]
    return _root() / f"{algorithm}-{key}"


def _made(folder: Path, fill: Callable[[Path], object]) -> None:
    """The folder, filled beside its place and moved there whole."""
    with ExitStack() as stack:
        try:
            temporary = stack.enter_context(beside(folder.parent))
        except OSError as error:
            accepted = "a folder that can be written: set ORDERODE_CACHE"
            raise FileError(str(folder.parent), str(error.strerror), accepted) from None
        fill(temporary)
        _move(temporary, folder)


def _move(temporary: Path, folder: Path) -> None:
    """Another process may have been faster: then its folder stays. One with parts missing is
    replaced."""
    try:
        if folder.is_dir() and not (_whole(folder) or _holds_data(folder)):
            shutil.rmtree(folder)
        os.replace(temporary, folder)
    except OSError as error:
        if not (_whole(folder) or _holds_data(folder)):
            accepted = "a folder that can be written: set ORDERODE_CACHE"
            raise FileError(str(folder), str(error.strerror), accepted) from None


def derived_folders() -> list[Path]:
    """What has been derived on demand so far by the code as it is."""
    return sorted(p for p in _root().glob("[!.]*-*") if _whole(p))


def coefficients_text(coefficients: Sequence[float]) -> str:
    """``0,1,0,0.3``: the shortest decimal numbers that are these floats."""
    return ",".join(
        str(int(c)) if c == int(c) and abs(c) < 2**53 else repr(float(c)) for c in coefficients
    )


def _root() -> Path:
    return cache_folder() / "derived" / _code_digest()


def _whole(folder: Path) -> bool:
    try:
        return (folder / "manifest.json").is_file()
    except OSError:  # a name that no file can have, or a folder that may not be looked into
        return False


def _holds_data(folder: Path) -> bool:
    return any(folder.glob("models/*.json"))


def _require_packages(what: str) -> None:
    for package, name in NEEDED.items():
        if importlib.util.find_spec(package) is None:
            raise NotAvailable(what, f"{name} is not installed", 'pip install "orderode[derive]"')


@cache
def _code_digest() -> str:
    """Of everything that decides what is emitted. In a checkout the two folders lie beside the
    package."""
    digest = hashlib.sha256()
    for name, pattern in (("derive", "*.py"), ("templates", "*.*")):
        top = HERE / name if (HERE / name).is_dir() else HERE.parent / name
        for path in sorted(top.rglob(pattern)):
            digest.update(path.relative_to(top).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]

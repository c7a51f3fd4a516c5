"""A kind of system and a target language are each in one place: what has to be touched to add one."""

import ast
import json
import re
import sys

import pytest
from evaluate_system import system_of
from test_architecture import ROOT, sources

from orderode.derive import drivers, pipeline
from orderode.derive import targets as package
from orderode.derive.targets import emit
from orderode.derive.targets.target import Target, targets
from orderode.errors import NotAvailable
from orderode.models import catalogue, manifest
from orderode.models.catalogue import GENERATED
from orderode.models.manifest import FLOW, MAP, STATIONARY

DOCS = (ROOT / "docs" / "adding.md").read_text(encoding="utf-8")


def test_every_driver_has_a_route_and_something_in_every_target():
    assert list(drivers.ROUTES) == [FLOW, MAP, STATIONARY]
    for driver in drivers.ROUTES:
        assert [t for t in targets(driver) if t != "js"] == ["c", "latex", "numpy"]
    assert "js" in targets(FLOW) and "js" not in targets(STATIONARY)


def test_a_driver_without_an_emitter_is_an_error(monkeypatch):
    system = system_of("sgd", "linear")
    there = {STATIONARY: {"js": Target(print)}}
    monkeypatch.setattr(emit, "targets", lambda driver: there.get(driver, {}))
    with pytest.raises(NotImplementedError, match="no target has anything for a flow"):
        emit.render([(system, None)])


def test_every_model_has_one_route():
    for model in pipeline.MODELS.values():
        found = [r for r in drivers.ROUTES.values() if r.has(model)]
        assert found == [drivers.route_of(model)]


def test_a_target_is_found_by_its_folder(tmp_path, monkeypatch):
    """One folder, and its files are emitted and in the manifest; a folder with nothing for a driver,
    as that of the tables, is none."""
    folder = tmp_path / "plain"
    folder.mkdir()
    (folder / "__init__.py").touch()
    lines = [
        "from ..target import Emitted",
        "def files(system, programs, about):",
        "    said = f\"{about['title']}: {system.digest}\"",
        '    return Emitted({f"plain/{system.name}.txt": said}, {"plain": True})',
    ]
    for driver in drivers.ROUTES:
        (folder / f"{driver}.py").write_text("\n".join(lines))
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    try:
        found = targets(FLOW)
        assert list(found) == ["c", "js", "latex", "numpy", "plain"]
        monkeypatch.setattr(emit, "targets", lambda _: {"plain": found["plain"]})
        system = system_of("sgd", "linear")
        made = emit.join([emit.render([(system, None)])], [system.name])
        assert made["plain/sgd_linear.txt"] == f"{system.title}: {system.digest}"
        (entry,) = json.loads(made["manifest.json"])["systems"]
        assert entry["plain"] and list(entry["files"]) == ["plain/sgd_linear.txt"]
    finally:
        for name in ("plain", *(f"plain.{driver}" for driver in drivers.ROUTES)):
            sys.modules.pop(f"{package.__name__}.{name}", None)


def code_of(path):
    """Names, attributes and strings of a file, its docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(
            node, clean=False
        ):
            node.body = node.body[1:]
    return ast.unparse(tree)


def places(pattern, folder="derive"):
    return {
        path.relative_to(ROOT).as_posix()
        for path in sources(folder)
        if re.search(pattern, code_of(path))
    }


def test_drivers_are_named_where_the_docs_say():
    """In their class and in the table of routes; what each target has for them is called so."""
    for name in drivers.ROUTES:
        assert places(rf"['\"]{name}['\"]") == {f"derive/ir/{name}.py"}
        assert places(rf"\b{name.title()}\.driver\b") == {"derive/drivers.py"}
    assert "derive/drivers.py" in DOCS and "derive/ir/" in DOCS


def test_nobody_else_asks_of_which_kind_a_system_is():
    """The runner and the derivation go by the driver, not by the class."""
    assert not places(r"isinstance\([^()]*, (?:\w+\.)?(?:Stationary|System)\b")
    assert places(r"isinstance\([^()]*, (?:\w+\.)?Flow\b") <= {"derive/pipeline.py"}


@pytest.mark.parametrize("name", ["c", "js", "latex", "numpy"])
def test_a_target_is_named_in_its_folder_alone(name):
    """What emits, what is lowered and what is derived know no target; of the folder ``targets``
    others import only from one target what is its own."""
    found = places(rf"from \.+(?:targets\.)?{name}\b|[\"']{name}/")
    assert {p for p in found if not p.startswith(f"derive/targets/{name}/")} == set()


# -- the manifest ----------------------------------------------------------------------------------

#: What is said of every system.
COMMON = [
    "name",
    "model",
    "driver",
    "title",
    "digest",
    "parameters",
    "arrays",
    "state",
    "outputs",
    "closures",
]


def test_the_manifest_has_one_shape():
    entries = manifest.systems(GENERATED)
    assert {e["driver"] for e in entries} == set(drivers.ROUTES) == {FLOW, MAP, STATIONARY}
    for e in entries:
        assert list(e)[: len(COMMON)] == COMMON and list(e)[-1] == "files"
        for array in (*e["arrays"], *e["state"], *e["outputs"]):
            assert list(array) == ["name", "meaning", "shape", "packed"]
    for driver in drivers.ROUTES:
        assert len({tuple(e) for e in entries if e["driver"] == driver}) == 1
    for key in COMMON:
        assert f"`{key}`" in DOCS, key


def test_the_state_is_in_the_manifest():
    (entry,) = (e for e in manifest.systems(GENERATED, FLOW) if e["name"] == "fo_anil_relu")
    state = [(x["name"], x["shape"], x["packed"]) for x in entry["state"]]
    assert state == [("R", ["K", "M"], False), ("Q", ["K", "K"], True), ("w0", ["K"], False)]
    assert entry["model"] == "fo_anil"


@pytest.mark.parametrize("text", ['{"version": "0.1.0", "models": []}', "[]", "{", '"x"'])
def test_a_manifest_of_another_version_is_refused_in_words(text, tmp_path):
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(NotAvailable, match=r"none of this version.*derive the model again"):
        catalogue.entry(str(tmp_path))

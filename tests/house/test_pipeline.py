"""The pipeline of the derivation: its stages, what is kept between runs and when it is trusted."""

import os
import shutil
import sys
from itertools import chain

import pytest
from test_architecture import imports, ours

from orderode.derive import __main__ as command
from orderode.derive import folder, kept, models, pipeline
from orderode.derive.drivers import ROUTES
from orderode.derive.gaussian.activations import ACTIVATIONS
from orderode.derive.targets import emit
from orderode.derive.targets.target import targets
from orderode.models.manifest import FLOW

TASK = ("sgd", "linear")


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("ORDERODE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "emitted"


def refuse(*_, **__):
    raise AssertionError("derived")


@pytest.fixture(scope="module")
def work():
    return pipeline.made([pipeline.ALGORITHMS["sgd"]], ACTIVATIONS["linear"])


@pytest.mark.slow
def test_the_stages_are_timed_in_their_order(work):
    assert list(work.seconds) == ["derive", "check", "lower", "print"]
    assert (
        all(seconds >= 0.0 for seconds in work.seconds.values())
        and sum(work.seconds.values()) > 0.01
    )


def test_files_of_the_same_sources_are_read_not_derived(cache, work, monkeypatch):
    monkeypatch.setattr(pipeline, "_work", lambda task, keep: work)
    first = pipeline._task(TASK, anew=False)
    monkeypatch.setattr(pipeline, "_work", refuse)
    second = pipeline._task(TASK, anew=False)
    assert second.part[0] == first.part[0] and list(second.part) == list(map(dict, first.part))
    assert first.seconds and not second.seconds
    with pytest.raises(AssertionError, match="derived"):
        pipeline._task(TASK, anew=True)
    changed = kept.sources() | {"templates/c/source.c.j2": "another"}
    monkeypatch.setattr(kept, "sources", lambda: changed)
    with pytest.raises(AssertionError, match="derived"):
        pipeline._task(TASK, anew=False)


@pytest.mark.parametrize(
    "path, mine",
    [
        ("models/anil.py", False),
        ("models/sgd.py", True),
        ("models/setting.py", True),
        ("kept.py", True),
    ],
)
def test_what_files_depend_on(path, mine, monkeypatch):
    """On all sources but other models."""
    before, name = pipeline._key(TASK), f"{kept.HERE.name}/{path}"
    assert name in kept.sources()
    changed = kept.sources() | {name: "another"}
    monkeypatch.setattr(kept, "sources", lambda: changed)
    assert (pipeline._key(TASK) != before) == mine


def test_every_system_is_of_one_task():
    members = [(m, task[1]) for task in pipeline._tasks() for m in pipeline._members(task)[0]]
    assert sorted(members) == sorted(pipeline.SYSTEMS)


def test_few_processes_take_whole_activations():
    tasks = pipeline._tasks()
    few, many = (pipeline._shares(tasks, n) for n in (pipeline.FEW, pipeline.FEW + 1))
    assert many == [[task] for task in tasks] and sorted(chain.from_iterable(few)) == sorted(tasks)
    for share in few:
        assert len({activation for _, activation in share}) == 1
    assert len(few) == len({activation for _, activation in tasks})


def changed_source(monkeypatch, name):
    assert name in kept.sources()
    changed = kept.sources() | {name: "another"}
    monkeypatch.setattr(kept, "sources", lambda: changed)


@pytest.mark.parametrize(
    "name, again",
    [
        ("templates/c/source.c.j2", ["print"]),
        ("derive/targets/c/scalar.py", ["print"]),
        ("derive/lowering/hoist.py", ["lower", "print"]),
        ("derive/models/sgd.py", ["derive", "lower", "print"]),
        ("derive/gaussian/price.py", ["derive", "lower", "print"]),
        ("derive/readouts/step.py", ["print"]),
        ("derive/models/anil.py", []),
    ],
)
def test_a_stage_is_done_again_where_what_it_depends_on_changed(cache, monkeypatch, name, again):
    monkeypatch.setattr(pipeline, "_derived", lambda *_: ())
    monkeypatch.setattr(pipeline, "render", lambda *_: ({}, {}))
    assert list(pipeline._task(TASK, anew=False).seconds) == ["derive", "lower", "print"]
    changed_source(monkeypatch, name)
    assert list(pipeline._task(TASK, anew=False).seconds) == again


@pytest.mark.parametrize("name", ["derive/targets/c/scalar.py", "derive/lowering/hoist.py"])
def test_from_what_was_kept_come_the_same_bytes(cache, kept_before, monkeypatch, name):
    shutil.copytree(kept_before, cache)
    cache.chmod(0o700)
    changed_source(monkeypatch, name)
    found = pipeline._task(TASK, anew=False)
    assert "derive" not in found.seconds
    generated = folder.GENERATED
    assert found.part[0] == {path: (generated / path).read_text() for path in found.part[0]}


def test_a_change_in_one_target_prints_no_other(cache, kept_before, monkeypatch):
    shutil.copytree(kept_before, cache)
    cache.chmod(0o700)
    changed_source(monkeypatch, "templates/latex/equations.tex.j2")
    printed = []
    emitted = emit._emitted

    def counted(target, *rest):
        printed.append(target)
        return emitted(target, *rest)

    monkeypatch.setattr(emit, "_emitted", counted)
    found = pipeline._task(TASK, anew=False)
    assert printed == [targets(FLOW)["latex"]]
    generated = folder.GENERATED
    assert found.part[0] == {path: (generated / path).read_text() for path in found.part[0]}
    changed_source(monkeypatch, "derive/targets/common.py")
    pipeline._task(TASK, anew=False)
    assert printed[1:] == list(targets(FLOW).values())


@pytest.mark.parametrize("target", targets(FLOW))
def test_a_target_imports_no_other(target):
    """Else a change in that one would leave what is kept of this one."""
    places = tuple(f"derive.targets.{other}." for other in targets(FLOW) if other != target)
    for path in (kept.HERE / "targets").rglob("*.py"):
        if path.parent.name in (target, "targets", "tables"):
            assert not [name for name in imports(path) if f"{name}.".startswith(places)], path


@pytest.fixture(scope="module")
def kept_before(tmp_path_factory):
    """The folder after a first derivation of the task."""
    place = tmp_path_factory.mktemp("kept")
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("ORDERODE_CACHE", str(place))
        pipeline._task(TASK, anew=False)
    assert len(list(place.glob("emitted/*.pickle"))) == 2 + len(targets(FLOW))
    return place / "emitted"


def test_a_check_reads_no_system(cache, monkeypatch):
    monkeypatch.setattr(pipeline, "_derived", lambda *_: ())
    monkeypatch.setattr(pipeline, "render", lambda *_: ({}, {}))
    monkeypatch.setattr(kept, "recall", refuse)
    assert pipeline._task(TASK, anew=True).seconds
    changed_source(monkeypatch, "templates/c/source.c.j2")
    with pytest.raises(AssertionError, match="derived"):
        pipeline._task(TASK, anew=False)


def test_objects_that_were_changed_are_not_read(cache):
    key = kept.Key("some", "0" * 64)
    kept.keep(key, [1, "two"])
    (path,) = cache.iterdir()
    assert kept.recall(key) == [1, "two"]
    path.write_bytes(path.read_bytes()[:-1])
    assert kept.recall(key) is None
    path.write_bytes(b"")
    assert kept.recall(key) is None


@pytest.mark.parametrize("driver", ROUTES, ids=str)
def test_the_rooms_of_a_stage_import_no_others(driver):
    """Else what is kept would be read although something that it depends on has changed."""
    rooms = {*ROUTES[driver].rooms, "lowering"}
    found = set()
    for path in kept.HERE.rglob("*.py"):
        if path.relative_to(kept.HERE).parts[0] in rooms:
            found |= set(ours(path, "derive"))
    assert found == rooms


def test_a_model_is_found_by_listing_the_folder(tmp_path, monkeypatch):
    before = list(models.algorithms())
    assert before == sorted(before) and {"anil", "fo_anil", "pooled", "sgd"} <= set(before)
    assert list(models.others()) == ["one_step", "srf"]
    assert models.beside() == (("anil", "fo_anil"),)
    text = (kept.HERE / "models" / "sgd.py").read_text()
    monkeypatch.setattr(models, "__path__", [*models.__path__, str(tmp_path)])
    (tmp_path / "mine.py").write_text(text.replace('name="sgd"', 'name="mine"') + 'BESIDE = "sgd"')
    try:
        assert list(models.algorithms()) == sorted([*before, "mine"])
        assert models.beside() == (("anil", "fo_anil"), ("mine", "sgd"))
        (tmp_path / "yours.py").write_text(text)
        with pytest.raises(ValueError, match=r"models/yours\.py: its MODEL is called sgd"):
            models.algorithms()
    finally:
        for name in ("mine", "yours"):
            sys.modules.pop(f"{models.__name__}.{name}", None)


def others_may_write(place):
    place.chmod(0o770)


def a_link(place):
    place.rename(place.with_name("elsewhere"))
    place.symlink_to(place.with_name("elsewhere"))


def of_somebody_else(place):
    os.chown(place, 12345, -1)


def cut(place):
    for path in place.iterdir():
        path.write_text(path.read_text()[:-5])


@pytest.mark.parametrize(
    "spoil", [others_may_write, a_link, of_somebody_else, cut], ids=lambda f: f.__name__
)
def test_what_cannot_be_trusted_is_not_read(cache, spoil):
    if spoil is of_somebody_else and os.getuid() != 0:
        pytest.skip("only root gives folders away")
    key = kept.Key("some", "0" * 64)
    kept.write(key, [{"a": "text"}])
    assert kept.read(key) == [{"a": "text"}] and cache.stat().st_mode & 0o777 == 0o700
    spoil(cache)
    assert kept.read(key) is None
    if spoil is not cut:
        kept.write(key, ["more"])
        assert "more" not in "".join(p.read_text() for p in cache.iterdir())


def test_where_it_is_kept(tmp_path, monkeypatch):
    """~ in ORDERODE_CACHE is the home folder; without a home folder nothing is kept, and that is no
    error."""
    key = kept.Key("some", "0" * 64)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("ORDERODE_CACHE", "~/x")
    kept.write(key, ["text"])
    assert kept.read(key) == ["text"] and (tmp_path / "x" / "emitted").is_dir()

    def homeless(_):
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("pathlib.Path.expanduser", homeless)
    for name in ("ORDERODE_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    kept.write(key, ["text"])
    assert kept.read(key) is None


def test_a_few_versions_are_kept(cache):
    for n in range(kept.VERSIONS + 3):
        kept.write(kept.Key("some", f"{n:064d}"[::-1]), n)
    assert len(list(cache.iterdir())) == kept.VERSIONS


@pytest.fixture
def made(tmp_path, work):
    place = tmp_path / "generated"
    folder.write(work.part[0] | {"manifest.json": "{}\n"}, place)
    folder.mark(place)
    return place


def changed_file(place):
    (place / "c/sgd_linear.c").write_text("int x;\n")


def more_files(place):
    (place / "c/other.c").write_text("int x;\n")


def merged(place):
    path = place / folder.MARK
    path.write_text(path.read_text() + path.read_text())


def unmarked(place):
    (place / folder.MARK).unlink()


@pytest.mark.parametrize(
    "change", [changed_file, more_files, merged, unmarked], ids=lambda f: f.__name__
)
def test_nothing_is_derived_where_nothing_changed(made, monkeypatch, capsys, change):
    monkeypatch.setattr(pipeline, "everything", refuse)
    assert command.main(["--out", str(made)]) == 0
    assert "nothing to derive" in capsys.readouterr().out
    change(made)
    with pytest.raises(AssertionError, match="derived"):
        command.main(["--out", str(made)])


def test_other_sources_or_a_check_derive(made, monkeypatch):
    monkeypatch.setattr(pipeline, "everything", refuse)
    with pytest.raises(AssertionError, match="derived"):
        command.main(["--check", "--out", str(made)])
    changed = kept.sources() | {"templates/c/source.c.j2": "another"}
    monkeypatch.setattr(kept, "sources", lambda: changed)
    with pytest.raises(AssertionError, match="derived"):
        command.main(["--out", str(made)])

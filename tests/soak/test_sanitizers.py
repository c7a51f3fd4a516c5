"""Emitted C with the address and undefined-behaviour sanitizers, its arrays between pages that must
not be touched: scalar solvers, vector kernels, those for few shots, fluctuations, fixed points.

The compiled simulation, which is no emitted file, runs with the sanitizers through the commands.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from guarded import PARTS
from mutated_files import META, PROBLEMS, written
from random_losses import model

from orderode.models.catalogue import GENERATED, catalogue
from orderode.models.manifest import MAP

SANITIZED = "gcc -fsanitize=address,undefined -fno-sanitize-recover=undefined"
SUPPORT = Path(__file__).parent.parent / "support"
LINEAR = {"activation": "linear"}
QUARTERS = 4  #: seeds 0 to 3 begin with a quarter each: where time ends first they see all
SEEN = 99  # exit status where something was found
#: Name -> (the file, the commands), in the order of what they take to compile.
RUNS = {
    "sgd": (PROBLEMS["sgd"] | LINEAR, ["simulate", "drift"]),
    "fo_anil": (PROBLEMS["fo_anil"] | LINEAR, ["simulate"]),
    "pooled": (PROBLEMS["pooled"] | {"parameters": META}, ["simulate"]),
    "anil": (PROBLEMS["anil"] | LINEAR, ["simulate"]),
}


def emitted():
    """System and part of each emitted file of C, the shortest first."""
    found = []
    for path in sorted((GENERATED / "c").glob("*.c"), key=lambda p: (p.stat().st_size, p.name)):
        name = path.stem
        part = PART_OF.get(name, "scalar")
        for ending, its in ENDINGS.items():
            if name.endswith(f"_{ending}"):
                name, part = name.removesuffix(f"_{ending}"), its
                break
        found.append((name, part))
    return found


#: What is no flow.
PART_OF = {e.name: "map" for e in catalogue(MAP)} | {"one_step": "stationary", "srf": "stationary"}
#: How names of files end -> the part; the longer first.
ENDINGS = {
    "few_batch": "few",
    "batch": "batch",
    "fluctuations": "fluctuations",
    "adjoint": "adjoint",
    "stiff": "stiff",
}
#: Seed and number of random losses: inner loops and none, each activation, rates, decay.
LOSSES = [(1, 0), (1, 1), (4, 0), (4, 2), (4, 40)]
#: Models of the package with activations of one's own.
POLYNOMIALS = {"sgd": "0,1,0.3", "fo_anil": "0,1,0,0.2"}


def own_folders(folder):
    """What is derived from models of one's own, each in a folder."""
    for seed, number in LOSSES:
        made, out = model(seed, number), folder / f"losses_{seed}_{number}"
        file = folder / f"{made.name}.py"
        file.write_text(made.text, encoding="utf-8")
        option = "--polynomial" if "," in made.activation else "--activation"
        yield out, [f"--model={file}", f"{option}={made.activation}"]
    for name, coefficients in POLYNOMIALS.items():
        yield folder / name, [f"--model={name}", f"--polynomial={coefficients}"]


def parts_of(folder):
    """The parts for which C has been emitted."""
    names = [path.stem for path in (folder / "c").glob("*.c")]
    short = min(names, key=len)
    behind = {"": "scalar"} | {f"_{ending}": part for ending, part in ENDINGS.items()}
    return [behind[name.removeprefix(short)] for name in sorted(names, key=len)]


def guarded(*words, environment=None):
    line = [sys.executable, SUPPORT / "guarded.py", *words]
    environment = os.environ | (environment or {})
    return subprocess.run(line, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("part", ["scalar", "fluctuations", "adjoint", "stiff"])
def test_between_guard_pages(part):
    done = guarded("sgd_linear", part)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("calls, 0 of them refused\n")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "part"),
    [("sgd_linear", "batch"), ("one_step", "stationary"), ("giant_step_linear", "map")],
)
def test_other_parts_between_guard_pages(name, part):
    assert guarded(name, part).returncode == 0


@pytest.mark.parametrize("side", ["behind", "front"])
def test_a_guard_page_is_one(side):
    code = f"""
from guarded import GUARD
import ctypes, numpy as np
GUARD.side = "{side}"
for size in (1, 8, 511, 512, 513):
    array = GUARD.array(np.zeros(size))
    array[:] = 1
print("so far", flush=True)
at = array.ctypes.data + ({8 * 513} if "{side}" == "behind" else -8)
ctypes.c_double.from_address(at).value
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=SUPPORT, capture_output=True, text=True)
    assert done.stdout == "so far\n" and done.returncode < 0, done.stderr


def test_all_emitted_files_have_a_part():
    parts = [part for _, part in emitted()]
    assert set(parts) == set(PARTS) and len(parts) == len(set(emitted()))


def sanitizers():
    """What a process that loads such C starts with, on top of its environment."""
    # the library of C++, too: else figures end in the sanitizer's own check of its exceptions
    found = []
    for name in ("libasan.so", "libstdc++.so.6"):
        line = ["gcc", f"-print-file-name={name}"]
        found.append(
            subprocess.run(line, capture_output=True, text=True, check=True).stdout.strip()
        )
    assert all(map(os.path.isabs, found)), "gcc has no sanitizer libraries here"
    options = f"detect_leaks=0,abort_on_error=0,exitcode={SEEN}"
    return {"CC": SANITIZED, "LD_PRELOAD": " ".join(found), "ASAN_OPTIONS": options}


@pytest.mark.soak
@pytest.mark.parametrize("part", PARTS)
def test_campaign(part, campaign, tmp_path):
    environment = sanitizers() | {"ORDERODE_CACHE": str(tmp_path / "cache")}
    seed, numbers = campaign
    calls, refused, done = 0, 0, 0
    files = [name for name, its in emitted() if its == part]
    first = seed % QUARTERS * len(files) // QUARTERS
    files = files[first:] + files[:first]
    for name, _ in zip(files, numbers, strict=False):
        end = guarded(name, part, "-O0", environment=environment)
        said = end.stdout[-500:] + end.stderr[:3000]
        assert end.returncode == 0, f"{name} {part}, {done} files without a report: {said}"
        words = end.stdout.split(":")[1].split()
        calls, refused, done = calls + int(words[0]), refused + int(words[2]), done + 1
    print(f"\n{part}: {done} of {len(files)} files, {calls} calls, {refused} of them refused")


@pytest.mark.soak
def test_models_of_ones_own(campaign, tmp_path):
    environment = sanitizers() | {"ORDERODE_CACHE": str(tmp_path / "cache")}
    _, numbers = campaign
    calls, done = 0, []
    for (out, words), _ in zip(own_folders(tmp_path), numbers, strict=False):
        line = [sys.executable, "-m", "orderode.derive", *words, f"--out={out}"]
        end = subprocess.run(line, capture_output=True, text=True, check=False)
        assert end.returncode == 0, end.stderr
        for part in parts_of(out):
            end = guarded(str(out), part, "-O0", environment=environment)
            said = end.stdout[-500:] + end.stderr[:3000]
            assert end.returncode == 0, f"{out.name} {part}: {said}"
            calls += int(end.stdout.split(" calls")[0].split()[-1])
            done.append(f"{out.name} {part}")
    print(f"\nsanitizers, models of one's own: {len(done)} files, {calls} calls: {done}")


@pytest.mark.soak
def test_simulation(campaign, tmp_path):
    environment = os.environ | sanitizers() | {"ORDERODE_CACHE": str(tmp_path / "cache")}
    _, numbers = campaign
    done = []
    for (name, (content, commands)), _ in zip(RUNS.items(), numbers, strict=False):
        (tmp_path / f"{name}.toml").write_text(written(content))
        for command in commands:
            words = [command, f"{name}.toml"]
            words += ["--tasks", "100"] if command == "drift" else ["--out", f"{name}.npz"]
            line = [sys.executable, "-m", "orderode.cli", *words]
            end = subprocess.run(
                line, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
            )
            said = end.stdout[-500:] + end.stderr[:3000]
            assert end.returncode in (0, 1), f"{name} {command}: {said}"
            assert "Sanitizer" not in said and "runtime error" not in said, said
            done.append(f"{name} {command}")
    print(f"\nsanitizers, simulation: {done}")

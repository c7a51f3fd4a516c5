"""Emitted C built with the address and undefined-behaviour sanitizers, through the commands: scalar,
vector kernels, those for few shots, fluctuations, fixed points.

Work arrays are numpy's, whose memory the sanitizer guards, too.
"""

import os
import shutil
import subprocess
import sys

import pytest
from mutated_files import FINITE, META, PROBLEMS, written

SANITIZED = "gcc -g -fsanitize=address,undefined -fno-sanitize-recover=undefined"
LINEAR = {"activation": "linear"}
RATES = {"parameters.eta_J": [0.1, 0.2, 0.3]}
ENDS = {"final_state": True, "eps_g_at": [0.2, 0.5], "crossings": [0.4]}


def swept(problem):
    return {"problem": problem, "axes": RATES, "outputs": ENDS}


SMALL = PROBLEMS["finite"] | LINEAR | {"parameters": FINITE | {"closure": "exact"}}
#: Name -> (the file, the commands), in the order of what they take to compile.
RUNS = {
    "sgd": (PROBLEMS["sgd"] | LINEAR, ["rhs", "integrate", "compare", "drift"]),
    "sgd_batch": (swept(PROBLEMS["sgd"] | LINEAR), ["sweep"]),
    "srf": (PROBLEMS["srf"], ["solve", "compare"]),
    "one_step": (PROBLEMS["one_step"], ["solve"]),
    "fo_anil": (PROBLEMS["fo_anil"] | LINEAR, ["rhs", "integrate", "compare"]),
    "fo_anil_few": (swept(SMALL), ["sweep"]),
    "finite": (SMALL, ["rhs", "integrate"]),
    "pooled": (PROBLEMS["pooled"] | {"parameters": META}, ["rhs", "integrate", "compare"]),
    "anil": (PROBLEMS["anil"] | LINEAR, ["rhs", "integrate"]),
}


@pytest.mark.soak
def test_campaign(campaign, tmp_path):
    # the library of C++, too: else figures end in the sanitizer's own check of its exceptions
    libraries = [
        subprocess.run(
            ["gcc", f"-print-file-name={name}"], capture_output=True, text=True, check=True
        ).stdout.strip()
        for name in (("libasan.so", "libstdc++.so.6") if shutil.which("gcc") else ())
    ]
    if not libraries or not all(map(os.path.isabs, libraries)):
        pytest.skip("gcc has no sanitizer libraries here")
    environment = os.environ | {
        "CC": SANITIZED,
        "ORDERODE_CACHE": str(tmp_path / "cache"),
        "LD_PRELOAD": " ".join(libraries),
        "ASAN_OPTIONS": "detect_leaks=0,abort_on_error=0,exitcode=99",
    }
    _, numbers = campaign
    done = []
    for (name, (content, commands)), _ in zip(RUNS.items(), numbers, strict=False):
        (tmp_path / f"{name}.toml").write_text(written(content))
        for command in commands:
            out = {"integrate": f"{name}.npz", "compare": name, "sweep": f"{name}_points"}
            words = [command, f"{name}.toml", *(["--out", out[command]] if command in out else [])]
            words += ["--tasks", "100"] if command == "drift" else []
            words += ["--backend", "c"] if command != "sweep" else ["--backend", "batch"]
            line = [sys.executable, "-m", "orderode.cli", *words]
            end = subprocess.run(
                line, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
            )
            said = end.stdout[-500:] + end.stderr[:3000]
            assert end.returncode in (0, 1), f"{name} {command}: {said}"
            assert "Sanitizer" not in said and "runtime error" not in said, said
            done.append(f"{name} {command}")
    print(f"\nsanitizers: {len(done)} of {sum(len(c) for _, c in RUNS.values())}: {done}")

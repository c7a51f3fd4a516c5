"""Run a command and note what it took, or print what the last ones took:
``timed.py [NAME COMMAND ...]``."""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

NOTES = Path("build/timings")


def run(name: str, command: list[str]) -> int:
    """The command's exit status; its wall and processor seconds go to a file of the step's name."""
    start = time.perf_counter()
    status = subprocess.run(command, check=False).returncode
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    NOTES.mkdir(parents=True, exist_ok=True)
    took = {"wall": time.perf_counter() - start, "processor": used.ru_utime + used.ru_stime}
    (NOTES / f"{name}.json").write_text(json.dumps(took) + "\n", encoding="utf-8")
    return status


def show() -> None:
    """The steps in the order in which they ended."""
    notes = sorted(NOTES.glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
    rows = [(path.stem, json.loads(path.read_text(encoding="utf-8"))) for path in notes]
    print(f"{'seconds':20}{'wall':>10}{'processor':>12}")
    for name, took in rows:
        used = f"{took['processor']:12.1f}" if "processor" in took else ""
        print(f"{name:20}{took['wall']:10.1f}{used}")
    print(f"{'total':20}{sum(took['wall'] for _, took in rows):10.1f}")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        sys.exit(run(sys.argv[1], sys.argv[2:]))
    show()

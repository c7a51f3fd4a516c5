"""The folder of emitted files: written only where something changed, compared byte by byte, known
by its sources.

``sources.sha256`` holds two digests, of what derived and of what was emitted; where both agree with
the tree there is nothing to derive.  Two of either, as a merge leaves them, agree with nothing.
"""

from __future__ import annotations

import difflib
import hashlib
import sys
from itertools import chain
from pathlib import Path

from . import kept
from .whole import write_whole

__all__ = ["GENERATED", "agrees", "check", "emitted_files", "mark", "write"]

GENERATED = kept.HERE.parent / "generated"
MARK = "sources.sha256"


def write(files: dict[str, str], folder: Path, *, orphans: bool = False) -> list[str]:
    """Write what changed and, unless ``orphans`` may stay, delete emitted files that no system asks
    for any more; returns the paths touched."""
    touched = []
    for path, content in sorted(files.items()):
        if _text(folder / path) != content:
            write_whole(folder / path, content.encode(), 0o644)
            touched.append(path)
    for path in [] if orphans else emitted_files(folder):
        if path not in files:
            (folder / path).unlink()
            touched.append(path)
    return touched


def emitted_files(folder: Path) -> list[str]:
    """Paths below ``folder`` that are emitted: for each template TARGET/NAME.ENDING.j2 the files
    TARGET/*.ENDING, models and the manifest; no caches."""
    patterns = {f"{p.parent.name}/*{Path(p.stem).suffix}" for p in kept.TEMPLATES.glob("*/*.j2")}
    patterns |= {"models/*.json", "manifest.json"}
    found = chain.from_iterable(folder.glob(pattern) for pattern in patterns)
    return sorted(p.relative_to(folder).as_posix() for p in found)


def check(files: dict[str, str], folder: Path) -> int:
    """Byte by byte: 0 if ``folder`` holds exactly ``files``, else 1 with the first differing lines
    on stderr."""
    different = 0
    for path in sorted(set(files) | set(emitted_files(folder))):
        there, wanted = _text(folder / path) or "", files.get(path, "")
        if there != wanted or path not in files:
            different += 1
            lines = difflib.unified_diff(
                there.splitlines(),
                wanted.splitlines(),
                f"generated/{path}",
                "regenerated",
                lineterm="",
                n=1,
            )
            print("\n".join(list(lines)[:20]), file=sys.stderr)
    print(f"{len(files)} files regenerated, {different} differ")
    return 1 if different else 0


def agrees(folder: Path) -> bool:
    """Whether all files are as they were emitted, from the sources as they are."""
    return _text(folder / MARK) == _marks(folder)


def mark(folder: Path) -> None:
    """Says of which sources the files are."""
    content = _marks(folder)
    if _text(folder / MARK) != content:
        write_whole(folder / MARK, content.encode(), 0o644)


def _marks(folder: Path) -> str:
    lines = [
        f"{path} {hashlib.sha256((folder / path).read_bytes()).hexdigest()}"
        for path in emitted_files(folder)
    ]
    emitted = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    return f"{kept.digest()}  sources\n{emitted}  emitted\n"


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None

"""Does pyproject.toml list every folder with Python modules of the package? A wheel would lack the
others."""

import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "setuptools"
    ]
    listed = set(settings["packages"])
    found = set()
    for package in ("orderode", "orderode.derive"):
        top = ROOT / settings["package-dir"][package]
        folders = {module.parent.relative_to(top) for module in top.rglob("*.py")}
        found |= {".".join((package, *folder.parts)) for folder in folders}
    missing = sorted(found - listed)
    data_only = {f"orderode.{x}" for x in ("examples", "experiments", "generated", "templates")}
    gone = sorted(listed - found - data_only)
    for name in missing:
        print(f"pyproject.toml: [tool.setuptools] packages lacks {name!r}")
    for name in gone:
        print(f"pyproject.toml: [tool.setuptools] packages lists {name!r}, which has no modules")
    return 1 if missing or gone else 0


if __name__ == "__main__":
    sys.exit(main())

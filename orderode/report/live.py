"""A page that integrates while its sliders are dragged: the emitted JavaScript of a system, with
what the manifest says of it."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

from ..models import manifest
from ..models.cache import GENERATED

__all__ = ["LIVE", "page"]

PAGES = Path(__file__).parent / "pages"
#: System -> where its sliders stand, what each next unit of the teacher has more of squared length,
#: and the end of the run.
LIVE: dict[str, dict[str, Any]] = {
    "fo_anil": {"rates": {"eta_J": 6.0, "eta_w": 4.0}, "graded": 1.0, "alpha_end": 20.0},
    "sgd": {"rates": {"eta_J": 1.0}, "graded": 0.0, "alpha_end": 200.0},
}
#: Of the integrator: what a curve on a screen needs, and a little more.
TOLERANCES = {"rtol": 1e-6, "atol": 1e-10}
#: The largest value of a slider for a rate, by whether the model has a default for it.
MOST = {True: 1.0, False: 10.0}


def page(name: str) -> str:
    """The page of a system of ``LIVE``, whole: it loads nothing."""
    (entry,) = (e for e in manifest.systems(GENERATED, manifest.FLOW) if e["name"] == name)
    module = (GENERATED / "js" / f"{name}.js").read_text(encoding="utf-8")
    parts = {
        "title": html.escape(entry["title"]),
        "digest": entry["digest"],
        "file": f"{name}.js",
        "name": name,
        "meaning": html.escape(entry["outputs"][0]["meaning"]),
        "module": module,
        "solve": (PAGES / "live_solve.js").read_text(encoding="utf-8"),
        "script": (PAGES / "live.js").read_text(encoding="utf-8"),
        "model": json.dumps(_model(entry, module), ensure_ascii=True),
    }
    text = (PAGES / "live.html").read_text(encoding="utf-8")
    for slot, value in parts.items():
        text = text.replace(f"@@{slot}@@", value)
    return text


def _symbol(name: str) -> str:
    """A rate as it is written, eta_J with its letter below; others by their names."""
    letter, _, below = name.partition("_")
    return f"\u03b7<sub>{below}</sub>" if letter == "eta" and below else html.escape(name)


def _model(entry: dict[str, Any], module: str) -> dict[str, Any]:
    """What the script has to know."""
    own = LIVE[entry["name"]]
    parameters = []
    for p in entry["parameters"]:
        given = p["default"] is not None
        value = own["rates"].get(p["name"], p["default"] if given else 1.0)
        parameters.append(
            {
                "name": p["name"],
                "symbol": _symbol(p["name"]),
                "meaning": html.escape(p["meaning"]),
                "values": p["values"],
                "value": value,
                "high": MOST[given],
            }
        )
    return {
        "model": entry["model"],
        "activation": entry["activation"],
        "parameters": parameters,
        "graded": own["graded"],
        "alpha_end": own["alpha_end"],
        "rule": "export function rule(" in module,
        **TOLERANCES,
    }

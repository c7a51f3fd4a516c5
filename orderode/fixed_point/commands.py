"""What the command line does with problems of fixed-point models."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import click
import numpy as np

from ..certify.fixed_point import compare as run_comparison
from ..certify.fixed_point_runs import simulate as run_simulation
from ..problems.fixed_point import load_fixed_point
from ..report.results import check_out_path, provenance, save, write_whole
from ..theory.fixed_point import Curve
from ..theory.fixed_point import solve as run_theory
from ..theory.rare import carrying_samples, warning

__all__ = ["compare", "simulate", "solve"]

ERRORS = ("test_error", "train_error")


def solve(file: Path, out: str | None, backend: str) -> int:
    """Print the theory as JSON, or write it; status 1 where a point failed."""
    path = None if out is None else check_out_path(out)
    problem = load_fixed_point(file)
    curve = run_theory(problem, backend)
    made = provenance(problem, system_digest=curve.digest, backend=curve.backend)
    arrays = {
        "alpha": curve.alpha,
        **{name: curve.values[name] for name in ERRORS},
        "lambda": curve.ridge,
        **{name: values for name, values in curve.values.items() if name not in ERRORS},
        "status": np.array(curve.status),
        **({"level": curve.level} if problem.model == "one_step" else {}),
    }
    if problem.simulation is not None:
        carrying = carrying_samples(problem, curve, problem.simulation.d)
        arrays["carrying_samples"] = carrying
        if found := warning(carrying, problem.simulation.d):
            click.echo(f"orderode: {problem.source}: warning: {found}", err=True)
    if path is None:
        click.echo(json.dumps({k: _plain(v) for k, v in arrays.items()} | {"provenance": made}, indent=1))
    else:
        save(path, arrays, made)
        click.echo(_summary(curve))
    return 0 if curve.solved else 1


def simulate(file: Path, out: str) -> int:
    """Simulate the networks of a problem and write their errors."""
    path = check_out_path(out)
    problem = load_fixed_point(file)
    s = run_simulation(problem)
    made = provenance(problem, system_digest=None, backend="simulation", seed=s.seed)
    arrays = {
        "alpha": s.alpha,
        "lambda": s.ridge,
        "test_error": s.test_error,
        "train_error": s.train_error,
        "test_error_mean": s.mean,
        "test_error_se": s.stderr,
    }
    save(path, arrays, made)
    click.echo(f"{s.test_error.shape[1]} networks at each of {len(s.alpha)} points, d = {s.d}")
    return 0


def compare(file: Path, out: Path, backend: str) -> int:
    """Theory against simulation: a figure, the numbers, a verdict."""
    from ..report.fixed_point import comparison_figure
    from ..report.plots import save_figure  # matplotlib is slow to import

    suffixes = (".json", ".png", ".pdf", ".txt")
    targets = {suffix: check_out_path(out / f"comparison{suffix}", (suffix,)) for suffix in suffixes}
    problem = load_fixed_point(file)
    found = run_comparison(problem, backend)
    made = provenance(
        problem, system_digest=found.theory.digest, backend=found.theory.backend, seed=found.simulation.seed
    )
    save(targets[".json"], found.arrays(), made)
    figure = comparison_figure(found)
    for suffix in (".png", ".pdf"):
        save_figure(figure, targets[suffix])
    report = found.report()
    write_whole(targets[".txt"], (report + "\n").encode())
    click.echo(report)
    return 0 if found.agrees else 1


def _summary(curve: Curve) -> str:
    failed = sum(s != "ok" for s in curve.status)
    return f"{len(curve.alpha)} points, {failed} not ok; test error {curve.test_error[-1]:.6g} at the last alpha"


def _plain(value: Any) -> Any:
    """Nested lists; what is not finite becomes null."""
    listed = value.tolist() if isinstance(value, np.ndarray) else value

    def cleaned(x: Any) -> Any:
        if isinstance(x, list):
            return [cleaned(y) for y in x]
        return None if isinstance(x, float) and not math.isfinite(x) else x

    return cleaned(listed)

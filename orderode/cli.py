"""The command line: each command reads a problem file and calls the function of the same name."""

from __future__ import annotations

import json
import math
import time
from pathlib import Path
from typing import Any

import click
import numpy as np

from .certify.drift import LEVEL, STILL, check_drift
from .commands import Outcome, commands_of
from .errors import EmissionError, FileError, ProblemError
from .guard import guarded
from .models.catalogue import GENERATED, catalogue, entry
from .models.deriving import copied, solver_folder
from .models.described import described, in_words
from .models.fixed_points import fixed_points
from .models.judgement import in_words as in_words_of_test
from .problems.problem import MOST_DEGREE, Problem, load_problem
from .problems.problem import activation as activation_rule
from .problems.reader import read_problem
from .report.results import check_out_path, provenance, save, write_whole
from .solvers import BACKENDS
from .sweep.commands import plot, sweep
from .theory.adapt import compare_adaptation
from .theory.integrate import UNDEFINED, right_hand_side
from .theory.integrate import integrate as run_theory
from .theory.limits import require_theory

FILE = click.argument("file", type=click.Path(path_type=Path))
BACKEND = click.option(
    "--backend", type=click.Choice(BACKENDS), default="auto", help="solver (auto: C, else numpy)"
)


POLYNOMIAL = f"activation = {{ polynomial = [c_0, c_1, ...] }} (degree 1 to {MOST_DEGREE})"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="orderode")
def main() -> None:
    """Macroscopic equations of learning algorithms: derived, solved, checked against simulation."""


main.add_command(sweep)
main.add_command(plot)


@main.command()
@click.argument("model", required=False)
@guarded
def models(model: str | None) -> None:
    """What has been generated, and for which P and V: exact, by quadrature, or refused; or what
    MODEL states, a name, a model file (.py) or a folder it was derived into, and what has been
    derived from it."""
    if model is not None:
        for line in described(model):
            click.echo(line)
        return
    for e in catalogue():
        for line in in_words(e):
            click.echo(line)
    for point in fixed_points():
        click.echo(f"{point.name}: {point.title}; fixed point; digest {point.digest}")
        click.echo(
            f"    activations {', '.join(point.activations)}; targets {', '.join(point.targets)}"
        )
        for closure in point.closures:
            click.echo(f"    {closure}")
    click.echo(
        f"With {POLYNOMIAL} any algorithm is derived on demand, which needs orderode[derive]."
    )


@main.command()
@click.argument("model")
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="folder to write numpy, C and LaTeX into",
)
@click.option("--activation", default="erf", show_default=True, help="erf, relu or linear")
@click.option("--polynomial", help='instead: coefficients of a polynomial, "0,1,0,0.3"')
@guarded
def derive(model: str, out: Path, activation: str, polynomial: str | None) -> int:
    """Derive MODEL, a model file of your own (.py), emit its solvers into a folder, and judge them:
    one step of the equations against many simulated ones (status 1 where these disagree)."""
    chosen = activation_rule().read(_activation(activation, polynomial), "--activation")
    start = time.perf_counter()
    try:
        folder, now = solver_folder(model, chosen)
    except EmissionError as error:
        click.echo(f"orderode: {error}", err=True)
        return 1
    took = f"in {time.perf_counter() - start:.1f} s" if now else "before, and kept in the cache"
    found, files = entry(str(folder)), copied(folder, out)
    click.echo(f"derived {found.name}, digest {found.digest}, {took}")
    for path in files:
        click.echo(f"    {path}")
    for (parameter, value), status in found.limits.items():
        click.echo(f"{parameter} = {value}: {status}")
    for closure in found.closures:
        click.echo(closure)
    test = found.drift_test
    if test is None:
        return 0
    click.echo(f"drift test: {in_words_of_test(test)}")
    return 1 if test["verdict"] == "disagree" else 0


def _activation(name: str, polynomial: str | None) -> Any:
    """As a problem file says it."""
    if polynomial is None:
        return name
    try:
        return {"polynomial": [float(c) for c in polynomial.split(",")]}
    except ValueError:
        accepted = 'coefficients of a polynomial, "0,1,0,0.3"'
        raise ProblemError("--polynomial", polynomial, accepted) from None


@main.command()
@click.argument("model")
@click.option("--derivation", is_flag=True, help="how the equations were derived, step by step")
@click.option("--activation", help="of a model file: erf, relu or linear (default: erf)")
@guarded
def equations(model: str, derivation: bool, activation: str | None) -> None:
    """The equations of MODEL as LaTeX: a name as orderode models lists it, a model file (.py), or a
    folder it was derived into."""
    generated = model in {point.name for point in fixed_points()}
    found = None if generated else entry(model, activation)
    folder, stem = (GENERATED, model) if found is None else (found.folder, found.name)
    name = stem + ("_derivation" if derivation else "")
    path = folder / "latex" / f"{name}.tex"
    try:
        click.echo(path.read_text(encoding="utf-8"), nl=False)
    except OSError as error:
        raise FileError(path.name, str(error.strerror), "run make generate in a checkout") from None


@main.command()
@FILE
@BACKEND
@guarded
def rhs(file: Path, backend: str) -> int:
    """dR/dalpha, dQ/dalpha and eps_g at the overlaps of FILE, as JSON (null and status 1 where
    there are none)."""
    problem = load_problem(file)
    found = right_hand_side(problem, backend)
    values = {"dR": _plain(found.dR), "dQ": _plain(found.dQ)}
    if problem.trains_start:
        values["dw0"] = _plain(found.dw0)
    values["eps_g"] = _plain(np.asarray(found.eps_g))
    if found.quadrature_error > 0:
        values["quadrature_error"] = _plain(np.asarray(found.quadrature_error))
    if found.quadrature_error_eps_g > 0:
        values["quadrature_error_eps_g"] = _plain(np.asarray(found.quadrature_error_eps_g))
    click.echo(json.dumps({**values, "provenance": _provenance(problem, backend)}, indent=1))
    if found.is_finite():
        return 0
    click.echo(f"orderode: {problem.source}: {UNDEFINED}", err=True)
    return 1


@main.command()
@FILE
@click.option("--out", required=True, help="where to write: .json or .npz")
@BACKEND
@guarded
def integrate(file: Path, out: str, backend: str) -> int:
    """Integrate the theory of FILE over the times of its [run]."""
    path = check_out_path(out)
    problem = load_problem(file)
    t = run_theory(problem, backend)
    arrays = {
        "alpha": t.alpha,
        "Q": t.Q,
        "R": t.R,
        "w0": t.w0,
        "eps_g": t.eps_g,
        "status": t.status,
    }
    arrays |= {
        "lambda_min": t.lambda_min,
        "quadrature_error": t.quadrature_error,
        "stopped": t.stopped,
    }
    arrays |= {
        "quadrature_error_eps_g": t.quadrature_error_eps_g,
        "quadrature_alpha": t.quadrature_alpha,
    }
    save(path, arrays, provenance(problem, system_digest=t.digest, backend=t.backend))
    click.echo(f"{t.summary()}, {t.evaluations} right-hand sides")
    if said := t.rules_summary(problem.require_run().rtol):
        click.echo(said)
    return 0 if t.status == "ok" else 1


@main.command()
@FILE
@click.option("--out", help="where to write: .json or .npz (default: JSON to standard output)")
@BACKEND
@guarded
def solve(file: Path, out: str | None, backend: str) -> int:
    """Solve the fixed point of FILE (model srf or one_step): errors and overlaps at each alpha."""
    path = None if out is None else check_out_path(out)
    problem = read_problem(file)
    found = commands_of(problem).solve(problem, backend)
    if path is not None:
        return _written(found, path)
    _warn(found)
    click.echo(
        json.dumps(
            {k: _plain(v) for k, v in found.arrays.items()} | {"provenance": found.made}, indent=1
        )
    )
    return 0 if found.good else 1


@main.command()
@FILE
@click.option("--out", required=True, help="where to write: .json or .npz")
@guarded
def simulate(file: Path, out: str) -> int:
    """Simulate FILE microscopically, as its [simulation] says."""
    path = check_out_path(out)
    problem = read_problem(file)
    return _written(commands_of(problem).simulate(problem), path)


@main.command()
@FILE
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="folder for the figure and the numbers",
)
@BACKEND
@click.option(
    "--band",
    is_flag=True,
    help=(
        "predict the error bars also where that takes minutes: with a rule with nodes, for many"
        " units"
    ),
)
@guarded
def compare(file: Path, out: Path, backend: str, band: bool) -> int:
    """Theory against simulation: a figure, the numbers, a verdict (status 1 unless they agree)."""
    suffixes = (".json", ".png", ".pdf", ".txt")
    targets = {
        suffix: check_out_path(out / f"comparison{suffix}", (suffix,)) for suffix in suffixes
    }
    problem = read_problem(file)
    found = commands_of(problem).compare(problem, backend, band)
    save(targets[".json"], found.arrays, found.made)
    if found.figure is not None:
        from .report.plots import save_figure  # matplotlib is slow to import

        figure = found.figure()
        for suffix in (".png", ".pdf"):
            save_figure(figure, targets[suffix])
    write_whole(targets[".txt"], (found.said + "\n").encode())
    click.echo(found.said)
    return 0 if found.good else 1


@main.command()
@FILE
@click.option(
    "--tasks",
    type=click.IntRange(2),
    default=100_000,
    show_default=True,
    help="tasks to average over",
)
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True)
@BACKEND
@guarded
def drift(file: Path, tasks: int, seed: int, backend: str) -> int:
    """One-step drift test of FILE: z-scores of simulation against theory (status 1 if one is too
    large)."""
    report = check_drift(load_problem(file), tasks=tasks, seed=seed, backend=backend)
    rows = [("dR", report.dR, report.dR_z), ("dQ", report.dQ, report.dQ_z)]
    if report.dw0.any():
        rows.append(("dw0", report.dw0[None], report.dw0_z[None]))
    for name, values, z in rows:
        click.echo(f"{name}: theory, and in brackets z of the mean over {report.tasks} tasks")
        for row, scores in zip(values, z, strict=True):
            click.echo(
                "  " + "  ".join(f"{v:12.5e} ({x:+5.2f})" for v, x in zip(row, scores, strict=True))
            )
    click.echo(
        f"largest |z| {report.largest:.2f}; threshold {report.threshold:.2f} for"
        f" {report.comparisons} entries at level {LEVEL:g} (Bonferroni); errors above"
        f" {100 * report.resolution[0]:.2g} % of max|dR| and {100 * report.resolution[1]:.2g} % of"
        " max|dQ| are seen"
    )
    if not report.moves:
        click.echo(STILL)
    click.echo("agree" if report.agrees else "disagree")
    return 0 if report.agrees else 1


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", required=True, help="the figure: .png or .pdf")
@BACKEND
@guarded
def draw(files: tuple[Path, ...], out: str, backend: str) -> int:
    """Theory of one or more FILES in a figure: eps_g, R and rho_kn = R_kn/sqrt(Q_kk T_nn) over
    alpha."""
    from .report.plots import save_figure, theory_figure, theory_title

    path = check_out_path(out, (".png", ".pdf"))
    rows = []
    for problem in [load_problem(f) for f in files]:
        t = run_theory(problem, backend)
        rows.append((theory_title(problem, t.status), t, problem.T))
        click.echo(f"{problem.source}: {t.summary()}")
    save_figure(theory_figure(rows), path)
    return 0 if all(t.status == "ok" for _, t, _ in rows) else 1


@main.command()
@FILE
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="folder for the figure and the numbers",
)
@click.option(
    "--steps",
    type=click.IntRange(1, 1000),
    default=20,
    show_default=True,
    help="inner steps at test time",
)
@BACKEND
@guarded
def adapt(file: Path, out: Path, steps: int, backend: str) -> int:
    """Train FILE by fo_anil, anil and pooled, and compare how heads adapt on what each has
    learned."""
    from .report.plots import adaptation_figure, save_figure

    suffixes = (".json", ".png", ".pdf", ".txt")
    targets = {
        suffix: check_out_path(out / f"adaptation{suffix}", (suffix,)) for suffix in suffixes
    }
    problem = load_problem(file)
    found = compare_adaptation(problem, steps, backend)
    save(targets[".json"], found.arrays(), _provenance(problem, backend))
    figure = adaptation_figure(found)
    for suffix in (".png", ".pdf"):
        save_figure(figure, targets[suffix])
    report = found.report()
    write_whole(targets[".txt"], (report + "\n").encode())
    click.echo(report)
    return 0 if all(r.status == "ok" for r in found.representations) else 1


def _written(found: Outcome, path: Path) -> int:
    """Write arrays with their provenance, say what there is to say; the exit status."""
    _warn(found)
    save(path, found.arrays, found.made)
    click.echo(found.said)
    return 0 if found.good else 1


def _warn(found: Outcome) -> None:
    for line in found.warnings:
        click.echo(f"orderode: {line}", err=True)


def _plain(value: Any) -> Any:
    """Nested lists; what is not finite becomes null."""
    listed = value.tolist() if isinstance(value, np.ndarray) else value

    def cleaned(x: Any) -> Any:
        if isinstance(x, list):
            return [cleaned(y) for y in x]
        return None if isinstance(x, float) and not math.isfinite(x) else x

    return cleaned(listed)


def _provenance(problem: Problem, backend: str) -> dict[str, Any]:
    from . import solvers

    solver = solvers.load(require_theory(problem).key, backend)
    return provenance(problem, system_digest=solver.digest, backend=solver.name)


if __name__ == "__main__":
    main()

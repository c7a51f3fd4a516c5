"""Drift tests of all built-in models with all their activations: microscopic steps at random
overlaps, K and M from 1 to 4, sixteen cases each, at one threshold for all of them.

A row: the largest |z|, and by how much slopes have to be off to be refused, each array of them on
its own, all by one factor: in the best case and in the median of cases; beside averages by nodes
what these may err by, of the largest slope, which no verdict can do without.

    python benchmarks/drift_audit.py [NAMES] [--tasks 40000]       # some minutes of processor time

The cases are those of tests/support/random_steps.py; a cheaper round of them is a test.
"""

import sys
from pathlib import Path

import click
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "support"))
from random_steps import MAPS, SYSTEMS, UNITS, judged, judged_step, limit_of, problem_of

#: Whose steps take as many samples as there are inputs.
OF_MAPS, AHEAD = [(1, 1), (2, 2), (3, 2), (4, 4)], [(2, 2), (3, 2)]


def units_of(e):
    """The cases of a system, and what judges one."""
    if e.model == "giant_maml":
        return AHEAD, judged_step
    return (UNITS, judged) if e.name in SYSTEMS else (OF_MAPS, judged_step)


def percent(x):
    return f"{100 * x:.1f} %" if np.isfinite(x) else "-"


def row(found, limit):
    """Of the cases of a system."""
    heads = [n for n in found[0].slopes if n not in ("R", "Q")]
    factors = {n: [x.factor(n, limit) for x in found] for n in ("R", "Q")}
    factors["heads"] = [min(x.factor(n, limit) for n in heads) for x in found] if heads else []
    cells = []
    for each in factors.values():
        cells.append(f"{percent(min(each))}, {percent(np.median(each))}" if each else "rest")
    nodes = max(x.nodes_err() for x in found)
    return [
        f"{max(x.largest() for x in found):.1f}",
        *cells,
        percent(nodes) if nodes else "",
    ]


@click.command()
@click.argument("names", nargs=-1)
@click.option("--tasks", default=40_000, help="steps of a case")
@click.option(
    "--steps",
    default=3_000,
    help="steps of a case at 200 and 400 inputs, where they take so many samples",
)
def main(names, tasks, steps):
    """Of the systems NAMES, or of all; the threshold is that of all."""
    every = {**SYSTEMS, **MAPS}
    cases = []
    for e in every.values():
        cases += [(e, K, M) for K, M in units_of(e)[0]]
    limit = limit_of(cases)
    print(f"threshold {limit:.2f}, of all entries of {len(cases)} cases; level 0.001\n")
    print("| | largest | dR | dQ | heads | nodes |\n|---|---|---|---|---|---|")
    worst = 0.0
    for name in names or every:
        e, found = every[name], []
        units, judge = units_of(e)
        for number, (K, M) in enumerate(units):
            problem = problem_of(e, number, K, M)
            found.append(judge(problem, tasks if judge is judged else steps, 100 + number))
        worst = max(worst, *(x.largest() for x in found))
        print(f"| `{name}` | {' | '.join(row(found, limit))} |", flush=True)
    print(f"\n{'agree' if worst <= limit else 'disagree'}: largest |z| {worst:.2f}")
    sys.exit(worst > limit)


if __name__ == "__main__":
    main()

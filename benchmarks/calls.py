"""What Python adds to the generated C: microseconds of one core, the least of some repetitions.

python benchmarks/calls.py         (seconds; a table on stdout)

One right-hand side by a loaded solver, with its parameters at hand; ``orderode.integrate`` of a
trajectory against the C integrator within; what reading a sweep takes for each value of an axis.
"""

import tempfile
import time
from pathlib import Path

import orderode
from orderode import solvers
from orderode.sweep import read_sweep
from orderode.theory.integrate import right_hand_side, solver_parameters, start_state

EXPERIMENT = Path(__file__).parent.parent / "experiments" / "fig3_eta_w_3.toml"
AXIS = "[axes.parameters]\neta_w = { first = 0.1, last = 4.0, points = 10000 }"
REPEATS, POINTS = 30, 10_000


def least(call, calls=1, repeats=REPEATS):
    """Microseconds of one call."""
    found = []
    for _ in range(repeats):
        start = time.thread_time()
        for _ in range(calls):
            call()
        found.append((time.thread_time() - start) / calls)
    return 1e6 * min(found)


def sweep_file(folder):
    path = Path(folder, "sweep.toml")
    path.write_text(f'problem = "{EXPERIMENT}"\n{AXIS}\n[outputs]\ncrossings = [0.01]\n')
    return path


def main():
    problem = orderode.load_problem(EXPERIMENT)
    solver = solvers.load(problem.model, "c")
    chosen, start = solver_parameters(problem, solver), start_state(problem)
    run, times = problem.require_run(), problem.times()
    tolerances = {"rtol": run.rtol, "atol": run.atol}
    in_c = least(lambda: solver.integrate(start, chosen, times, **tolerances))
    whole = least(lambda: orderode.integrate(problem))
    print("| | us |\n|---|---|")
    print(f"| solver.rhs | {least(lambda: solver.rhs(start, chosen), 100):.1f} |")
    print(f"| right_hand_side of a problem | {least(lambda: right_hand_side(problem), 10):.0f} |")
    print(f"| the C integrator, {len(times)} times | {in_c:.0f} |")
    print(f"| orderode.integrate | {whole:.0f}, {whole / in_c:.2f} times that |")
    with tempfile.TemporaryDirectory() as folder:
        path = sweep_file(folder)
        of_one = least(lambda: read_sweep(path), repeats=3) / POINTS
    print(f"| read_sweep, for each of {POINTS} values | {of_one:.2f} |")


if __name__ == "__main__":
    main()

"""Maps in the languages beside C and numpy: one step, several, and the error after each, are those of
the emitted C, for every activation that has one."""

import json
import subprocess
from pathlib import Path

import numpy as np
import pytest
from any_arrays import module
from generated_c import C99, need, run

import orderode
from orderode.models.catalogue import GENERATED, catalogue
from orderode.models.manifest import MAP
from orderode.solvers.maps import load_map
from orderode.theory.integrate import solver_parameters, start_state

NAMES = [e.name for e in catalogue(MAP)]
STEPS = 3
ROUNDING = 1e-12  # of the largest number: as for flows, whose slopes are printed by the same code


def case(name, backend="numpy"):
    """A problem's map, its start and parameters; the state and eps_g after 0, 1, ... steps, and what
    the first one changes."""
    activation = next(e.activation for e in catalogue(MAP) if e.name == name)
    problem = orderode.load_problem(
        {
            "model": "giant_step",
            "activation": activation,
            "K": 2,
            "M": 2,
            "parameters": {"gamma": 0.2, "ratio": 2.0, "noise": 0.3, "w0": [1.0, -0.6]},
            "tasks": {"mean": [1.0, -0.7]},
            "overlaps": {
                "T": [[1.0, 0.2], [0.2, 0.8]],
                "Q": [[0.5, 0.1], [0.1, 0.7]],
                "R": [[0.1, -0.2], [0.3, 0.05]],
            },
        }
    )
    solver = load_map(name, backend)
    start, parameters = start_state(problem), solver_parameters(problem, solver)
    return start, parameters, solver.run(start, parameters, STEPS), solver.change(start, parameters)


def flat(R, Q, w0):
    """A flat state for each step."""
    rows, columns = np.triu_indices(Q.shape[-1])
    parts = (R.reshape(*R.shape[:-2], -1), Q[..., rows, columns], w0)
    return np.concatenate(parts, axis=-1)


def numbers(name):
    """Rows of what C gives: what a step changes, then the states, each with its eps_g in front."""
    _, parameters, found, moved = case(name)
    assert found.status == "ok"
    errors = np.concatenate([[0.0], found.observables["eps_g"]])
    states = np.vstack([flat(*moved), flat(*found.states)])
    assert np.abs(states[2] - states[1]).max() > 1e-3  # it moves
    return parameters, np.column_stack([errors, states])


def close(found, wanted):
    found = np.asarray(found, dtype=float)
    assert found.shape == wanted.shape and np.isfinite(wanted).all()
    assert np.abs(found - wanted).max() <= ROUNDING * np.abs(wanted).max()


def rows(text):
    return [[float(x) for x in line.split()] for line in text.splitlines()]


@pytest.fixture
def build(tmp_path):
    """Compiles the C of a map and says where its object is."""

    def made(name):
        need("gcc")
        target = tmp_path / f"{name}.o"
        run("gcc", *C99, "-c", GENERATED / "c" / f"{name}.c", "-o", target)
        return target

    return made


CPP = """
#include "NAME.hpp"
#include <cstdio>
#include <stdexcept>
static void row(double error, const double *x, std::size_t n)
{
    std::printf("%.17g", error);
    for (std::size_t s = 0; s < n; ++s) std::printf(" %.17g", x[s]);
    std::printf("\\n");
}
int main()
{
    const double T[] = {1, 0.2, 0.2, 0.8}, mean[] = {1, -0.7};
    orderode::NAME::parameters given;
    given.gamma = 0.2, given.ratio = 2, given.noise = 0.3, given.T = T, given.mean = mean;
    orderode::NAME::solver solver(2, 2, given);
    const std::vector<double> start = {0.1, -0.2, 0.3, 0.05, 0.5, 0.1, 0.7, 1, -0.6};
    row(0, solver.change(start).data(), start.size());
    const auto found = solver.run(start, 3);
    for (std::size_t t = 0; t <= found.done; ++t) row(solver.eps_g(found[t]), found[t], start.size());
    const std::vector<double> next = solver.step(start);
    for (std::size_t s = 0; s < start.size(); ++s) if (next[s] != found[1][s]) return 1;
    try { solver.step({1}); return 2; } catch (const std::invalid_argument &) {}
    return solver.run(start, 0).status;
}
"""

RUST = """
#[path = "PLACE"]
mod map;
fn row(error: f64, x: &[f64]) {
    print!("{:e}", error);
    for value in x { print!(" {:e}", value); }
    println!();
}
fn main() {
    let mut params = map::Params::default();
    params.gamma = 0.2; params.ratio = 2.0; params.noise = 0.3;
    let mut arrays = map::Arrays::default();
    arrays.T = Some(vec![1.0, 0.2, 0.2, 0.8]);
    arrays.mean = Some(vec![1.0, -0.7]);
    let mut solver = map::Solver::new(2, 2, params, arrays).unwrap();
    let start = [0.1, -0.2, 0.3, 0.05, 0.5, 0.1, 0.7, 1.0, -0.6];
    row(0.0, &solver.change(&start).unwrap());
    let (states, status, done) = solver.run(&start, 3);
    assert_eq!((status, done), (map::OK, 3));
    for state in states.chunks(9) { row(solver.eps_g(state).unwrap(), state); }
    assert_eq!(&solver.step(&start).unwrap()[..], &states[9..18]);
}
"""

FORTRAN = """
program steps
  use, intrinsic :: iso_c_binding
  use NAME
  implicit none
  type(NAME_params) :: params
  real(c_double), target :: T(4) = [1.0_c_double, 0.2_c_double, 0.2_c_double, 0.8_c_double]
  real(c_double), target :: mean(2) = [1.0_c_double, -0.7_c_double]
  real(c_double) :: start(9), moved(9), next(9), states(9, 4), errors(4), error
  real(c_double), allocatable :: work(:)
  integer(c_size_t) :: done
  integer :: i

  start = [0.1_c_double, -0.2_c_double, 0.3_c_double, 0.05_c_double, 0.5_c_double, 0.1_c_double, 0.7_c_double, &
           1.0_c_double, -0.6_c_double]
  call NAME_defaults(params)
  params%gamma = 0.2_c_double
  params%ratio = 2.0_c_double
  params%noise = 0.3_c_double
  params%T = c_loc(T)
  params%mean = c_loc(mean)
  allocate (work(NAME_work_size(2, 2, params)))
  if (NAME_change(2, 2, params, start, moved, work) /= 0) stop 1
  if (NAME_run(2, 2, params, start, 3_c_size_t, states, errors, done, work) /= 0) stop 2
  if (NAME_step(2, 2, params, start, next, work) /= 0) stop 3
  if (done /= 3 .or. any(abs(next - states(:, 2)) > 0)) stop 4
  if (NAME_eps_g(2, 2, params, states(:, 4), error, work) /= 0) stop 5
  if (abs(error - errors(4)) > 0) stop 6
  print '(*(es25.17))', 0.0_c_double, moved
  do i = 1, 4
    print '(*(es25.17))', errors(i), states(:, i)
  end do
end program
"""


@pytest.mark.parametrize("name", NAMES)
def test_javascript(name):
    need("node")
    parameters, wanted = numbers(name)
    program = """
const map = await import(process.argv[1]), given = JSON.parse(process.argv[2]);
const solver = map.solver(2, 2, given), start = JSON.parse(process.argv[3]);
const found = solver.run(start, 3), size = solver.state_size;
const words = [[0, ...solver.change(start)]];
for (let t = 0; t <= found.done; ++t) {
    const state = found.states.slice(t*size, (t + 1)*size);
    words.push([solver.eps_g(state), ...state]);
}
const once = solver.step(start);
if (found.message !== "ok" || !once.every((x, s) => x === found.states[size + s])) throw Error("step");
console.log(JSON.stringify(words));
"""
    given = {"gamma": 0.2, "ratio": 2.0, "noise": 0.3}
    given |= {"T": parameters["T"].tolist(), "mean": parameters["mean"].tolist()}
    words = (GENERATED / "js" / f"{name}.js").as_uri(), given, wanted[1, 1:].tolist()
    text = [words[0], *map(json.dumps, words[1:])]
    command = ["node", "--input-type=module", "-e", program, *text]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    close(json.loads(done.stdout), wanted)


def test_a_run_that_leaves_the_domain_says_so_in_javascript():
    need("node")
    program = """
const map = await import(process.argv[1]);
const solver = map.solver(1, 1, {gamma: 1e3, ratio: 2.0, T: [1.0]});
const {status, message, done, states} = solver.run([0.1, 0.5, 1.0], 200);
const faults = [];
for (const steps of [-1, 1.5]) { try { solver.run([0.1, 0.5, 1.0], steps); } catch (e) { faults.push(e.message); } }
console.log(JSON.stringify({status, message, done, last: states.at(-1), faults}));
"""
    place = (GENERATED / "js" / "giant_step_linear.js").as_uri()
    command = ["node", "--input-type=module", "-e", program, place]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = json.loads(said)
    assert found["message"].startswith(("non-finite", "domain")) and 0 < found["done"] < 200
    assert found["last"] is None  # NaN
    assert [x.startswith("steps is") for x in found["faults"]] == [True, True]


@pytest.mark.parametrize("name", NAMES)
def test_arrays_of_any_namespace(name):
    start, parameters, found, moved = case(name)
    made = module("arrays", name)
    chosen = {k: v for k, v in parameters.items() if k in made.Parameters._fields}
    values = made.Parameters(**chosen)
    T = parameters["T"]
    for x, y in zip(made.change(*start, T, values, np), moved, strict=True):
        if np.abs(y).max() > 0:
            close(x, y)
    states = made.run(*start, T, values, STEPS, np)
    for x, y in zip(states, found.states, strict=True):
        close(x, y)
    for x, y in zip(made.step(*start, T, values, np), found.states, strict=True):
        close(x, y[1])
    last = [x[-1] for x in states]
    close(made.eps_g(*last, T, values, np), found.observables["eps_g"][-1])


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_cpp(name, build, tmp_path):
    need("g++")
    thing = build(name)
    _, wanted = numbers(name)
    (tmp_path / "steps.cpp").write_text(CPP.replace("NAME", name))
    include = ("-I", GENERATED / "c", "-I", GENERATED / "cpp")
    strict = ("-std=c++11", "-Wall", "-Wextra", "-Wpedantic", "-Werror")
    run("g++", *strict, *include, tmp_path / "steps.cpp", thing, "-lm", "-o", tmp_path / "steps")
    close(rows(run(tmp_path / "steps")), wanted)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_rust(name, build, tmp_path):
    need("rustc")
    thing = build(name)
    _, wanted = numbers(name)
    place = Path(GENERATED / "rust" / f"{name}.rs").as_posix()
    (tmp_path / "steps.rs").write_text(RUST.replace("PLACE", place))
    words = ("-D", "warnings", "-C", f"link-arg={thing}", "-C", "link-arg=-lm")
    run("rustc", *words, tmp_path / "steps.rs", "-o", tmp_path / "steps")
    close(rows(run(tmp_path / "steps")), wanted)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_fortran(name, build, tmp_path):
    need("gfortran")
    thing = build(name)
    _, wanted = numbers(name)
    (tmp_path / "steps.f90").write_text(FORTRAN.replace("NAME", name))
    files = (GENERATED / "fortran" / f"{name}.f90", tmp_path / "steps.f90", thing)
    run(
        "gfortran",
        "-std=f2018",
        "-Wall",
        "-Wextra",
        "-Werror",
        *files,
        "-o",
        tmp_path / "steps",
        cwd=tmp_path,
    )
    close(rows(run(tmp_path / "steps")), wanted)

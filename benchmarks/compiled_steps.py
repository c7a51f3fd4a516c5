"""A step of the reduced simulation, compiled and in numpy: microseconds of one core per step and
run, K = M = 3, N = 1000, ten runs, the least of some repetitions."""

import time

import numpy as np

from orderode.models.data import model_data
from orderode.simulate import Setting, compiled, make_algorithm, read_model
from orderode.simulate.compiled import StepKernel
from orderode.simulate.reduced import Reduced

CASES = [
    ("fo_anil", 100, 100),
    ("fo_anil", 5, 5),
    ("anil", 100, 100),
    ("fo_anil_varied", 100, 100),
    ("sgd", None, 1),
    ("dropout", None, 1),
    ("spherical_retrieval", None, 1),
    ("continual", None, 1),
    ("logistic", None, 1),
    ("adatron", None, 1),
]
RUNS, STEPS, REPEATS = 10, 300, 9


def cost(call):
    found = []
    for _ in range(REPEATS):
        start = time.thread_time()
        call()
        found.append(time.thread_time() - start)
    return 1e6 * min(found) / (RUNS * STEPS)


def main():
    compiled.cores = lambda: 1
    print("| | compiled | numpy | ratio |\n|---|---|---|---|")
    for name, P, V in CASES:
        model = read_model(model_data(name))
        rates = {"eta_J": 0.5, "eta_w": 1.0, "P": P, "V": V, "keep": 0.5, "p_second": 0.5}
        names = {p.name for p in model.parameters}
        rates = {key: x for key, x in rates.items() if key in names}
        T, Q, R = np.diag([1.0, 2.0, 3.0]), 0.5 * np.eye(3), np.full((3, 3), 0.05)
        activation = {"spherical_retrieval": "square", "adatron": "sign"}.get(name, "erf")
        vectors = {v.name: np.ones(3) for v in model.vectors}
        setting = Setting(model, activation, 3, 3, rates, T, Q, R, vectors=vectors)
        kernel = StepKernel(make_algorithm(setting, trajectories=True))
        steps = np.array([0, STEPS])
        fast = cost(lambda k=kernel, s=steps: k.follow(1000, RUNS, 1, s, lambda _: None))
        state = Reduced(setting, 1000, RUNS, np.random.default_rng(0))
        slow = cost(lambda state=state: [state.step() for _ in range(STEPS)])
        label = name if P is None else f"{name}, P = V = {V}"
        print(f"| {label} | {fast:.2f} | {slow:.1f} | {slow / fast:.1f} |", flush=True)


if __name__ == "__main__":
    main()

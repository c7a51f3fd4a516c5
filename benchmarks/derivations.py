"""What each model costs: processor seconds from the statement to the system and from that to its
programs, and operations of a right-hand side at K = M = 3, finite V and infinite P.

All in one process: averages that models share are evaluated for the first. Operations are sums,
products, divisions, roots and arcsines as the emitted loops have them, of inputs in blocks with two
of these; where averages are sums over nodes none are counted.
"""

import time

from orderode.derive import models
from orderode.derive.drivers import route_of
from orderode.derive.gaussian.activations import ACTIVATIONS, USUAL
from orderode.derive.lowering.counts import KINDS, count
from orderode.derive.lowering.loops.nests import nested
from orderode.derive.lowering.lower import lower
from orderode.derive.pipeline import ALGORITHMS

K = M = 3


def operations(system):
    if system.cubature:
        return "by nodes"
    sizes = {"K": K, "M": M, "blocks": 2}
    sizes |= {c.rng.parts[0]: len(c.values) for c in system.constants}
    off = (system.support,) if system.support else ()
    found = count(nested(lower(system, fuse=True).functions[0]), sizes, off)
    return sum(found[kind] for kind in KINDS)


def main():
    print("| | derived | lowered | operations |\n|---|---|---|---|")
    for name, model in ALGORITHMS.items():
        route = route_of(model)
        for activation in models.activations(name) or USUAL:
            start = time.process_time()
            (system,) = route.derive(model, ACTIVATIONS[activation])
            derived = time.process_time()
            route.lower(system)
            done = time.process_time()
            costs = f"{derived - start:.1f} s | {done - derived:.1f} s | {operations(system)}"
            print(f"| `{system.name}` | {costs} |", flush=True)


if __name__ == "__main__":
    main()

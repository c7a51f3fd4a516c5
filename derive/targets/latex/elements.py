"""How the elements of a flow's arrays are written: by a table, by what an array is the average or
the covariance of, and else by its name.

A format is a string over the LaTeX of the indices, {0}, {1}, ..., and of the fields of these units,
{z0}, {z1}, ...
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...ir.average import FINE, QUARTIC, SQUARE, Covariance
from ...ir.flow import Flow
from ...ir.roles import Role
from ...ir.state import State
from ...ir.system import Definition, Range
from ...ir.trace import DIPS, FINE_DIP, QUARTIC_DIP
from .notation import parameter_latex
from .text import spelled

__all__ = ["GIVEN", "MOMENTS", "formats", "lettered", "product_latex"]

#: Arrays by name.  Of head vectors "0" marks that of the head start, "1" that of what the inner
#: loop adds to it.
NAMED = {
    "w0": "w^0_{{{0}}}",
    "mean": r"\bar u_{{{0}}}",
    "cov": "U_{{{0}{1}}}",
    "kurtosis": r"\mathrm{{kurt}}_{{{0}}}",
    "kappa": r"\langle u_{{{0}}}^4\rangle_{{\mathrm c}}",
    "c0": "c^0_{{{0}}}",
    "c1": "c^1_{{{0}}}",
    "base": r"\tilde c_{{{0}}}",
    "base0": r"\tilde c^0_{{{0}}}",
    "base1": r"\tilde c^1_{{{0}}}",
    "L0": "L^0_{{{0}{1}}}",
    "L1": "L^1_{{{0}{1}}}",
    "mc": r"\bar c_{{{0}}}",
    "mc0": r"\bar c^0_{{{0}}}",
    "mc1": r"\bar c^1_{{{0}}}",
    "G": r"\Gamma_{{{0}{1}}}",
    "G0": r"\Gamma^0_{{{0}{1}}}",
    "G1": r"\Gamma^1_{{{0}{1}}}",
    "GX": r"\Gamma^\times_{{{0}{1}}}",
    "GX1": r"\Gamma^{{01}}_{{{0}{1}}}",
    "Ct": "C^{{{0}}}_{{{1}{2}}}",
    "Cm": r"C^{{\mathrm{{miss}}}}_{{{0}{1}}}",
    "Cw": r"C^{{\mathrm w,{0}}}_{{{1}{2}}}",
    "ZZ": r"\mathcal D_{{{0}{1},{2}{3}}}",
    "ZY": r"\mathcal D_{{{0}{1},{2}}}",
    "ZS": r"\mathcal S_{{{0}{1},{2}{3}}}",
    "YS": r"\mathcal S_{{{0},{1}{2}}}",
    "SS": r"\mathcal S^{{2}}_{{{0}{1},{2}{3}}}",
    "mS": r"\bar s_{{{0}{1}}}",
    "WW": r"\mathcal W_{{{0}{1},{2}{3}}}",
    "WY": r"\mathcal W_{{{0}{1},{2}}}",
    "WS": r"\mathcal W^{{2}}_{{{0}{1},{2}{3}}}",
    "ZWb": r"\mathcal W^{{({0})}}_{{{1}{2},{3}{4}}}",
    "ZZb": r"\mathcal D^{{({0}{3})}}_{{{1}{2},{4}{5}}}",
    "ZYb": r"\mathcal D^{{({0})}}_{{{1}{2},{3}}}",
    "ZSb": r"\mathcal S^{{({0})}}_{{{1}{2},{3}{4}}}",
    "Tt": r"\tilde T_{{{0}{1}}}",
    "shares": r"\varphi_{{{0}}}",
    "variances": "v_{{{0}}}",
}
#: What rules with nodes are made of.
NAMED |= {
    "nodes": r"\hat z^{{{0}}}_{{{1}}}",
    "weights": r"\varpi_{{{0}}}",
    "zn": "z^{{{0}}}_{{{1}}}",
    "g0n": "g^{{{0}}}_{{{1}}}",
    "g1n": "g'^{{{0}}}_{{{1}}}",
    "g2n": "g''^{{{0}}}_{{{1}}}",
    "n0n": r"\tilde g^{{{0}}}_{{{1}}}",
    "n1n": r"\tilde g'^{{{0}}}_{{{1}}}",
    "n2n": r"\tilde g''^{{{0}}}_{{{1}}}",
    "Co": r"C^{{\circ}}_{{{0}{1}}}",
    "An": r"\langle F_{{{0}}}\,{z1}\rangle^{{\mathrm n}}",
    "En": r"\langle F_{{{0}}}F_{{{1}}}\rangle^{{\mathrm n}}",
    "mr": r"\overline{{\mathcal R}}_{{{0}}}",
    "Gr": r"\rho_{{{0}}}",
    "Gd": r"\rho^\circ_{{{0}}}",
    "Xd": r"\rho^\circ_{{{0},{1}}}",
    "Xr": r"\rho_{{{0},{1}}}",
    "Lr": r"\Lambda_{{{0},{1}}}",
    "path": r"\xi_{{{0}}}",
    "path_weight": r"\omega_{{{0}}}",
    "path_last": r"\delta_{{{0},\mathrm{{last}}}}",
    "square": r"\varsigma_{{{0}}}",
    "square_weight": r"\upsilon_{{{0}}}",
    "quartic": r"\varsigma''_{{{0}}}",
    "quartic_weight": r"\upsilon''_{{{0}}}",
    "fine": r"\varsigma'_{{{0}}}",
    "fine_weight": r"\upsilon'_{{{0}}}",
}


#: Moments of the residual at a node.
MOMENTS = {"q3": r"\mathcal R^3", "q3x": r"\mathcal R^3 c^1_{{{1}}}", "q4": r"\mathcal R^4"}
NAMED |= {name: rf"\langle{x}\rangle_{{{{{{0}}}}}}" for name, x in MOMENTS.items()}


def _of_heads(number: int) -> dict[str, str]:
    """Moments of so many heads, their cumulants, what finite support sets add (also in the array
    over more of the teacher's units), and the shares of their samples in given blocks."""
    heads = "".join(f"c_{{{{{{{p}}}}}}}" for p in range(number))
    below = "".join(f"{{{p}}}" for p in range(number))
    found = {
        f"M{number}": rf"\langle {heads}\rangle",
        f"K{number}": rf"\langle {heads}\rangle_{{{{\mathrm c}}}}",
        f"P{number}": rf"\Delta_{{{{{below}}}}}",
        f"P{number}w": rf"\Delta_{{{{{below}}}}}",
    }
    for blocks in range(1, number + 1):
        found[f"p{number}{blocks}"] = rf"\Pi_{{{{{number}{blocks}}}}}"
    return found


for number in range(2, 9):
    NAMED |= _of_heads(number)

#: The letter of averages that the literature has one for: J is that of the weights.
LETTERS: dict[tuple[int | str | None, ...], str] = {
    (0, 0): "I_{{2}}",
    (1, None, 0): "I_{{3}}",
    (1, 1, 0, 0): "I_{{4}}",
    (1, 1): r"\mathcal J_{{2}}",
}


#: What problems give in every model; other names of inputs and all of parameters are an author's.
GIVEN = ("T", "mean", "cov", "kurtosis", "nodes", "weights", "shares", "variances")


def formats(system: Flow) -> dict[str, str]:
    """Of the arrays of a system, and of those that only its derivation mentions."""
    found = NAMED | {name: _average(product) for name, product in system.products.items()}
    for p in system.parameters:
        found.pop(p.name, None)
    for x in system.inputs:
        known = NAMED.get(x.name) if x.moves or x.name in GIVEN else None
        found[x.name] = known or _by_name(x.name, x.ranges)
    for c in system.constants:
        found[c.name] = NAMED.get(c.name) or _by_name(c.name, (c.rng,))
    for name, element in _state_formats(system).items():
        slope = rf"\frac{{{{d{element}}}}}{{{{d\alpha}}}}"
        found[system.state[name].slope] = rf"\Delta {element}" if system.iterates else slope
    found |= _blocks(system.state)
    for d in system.definitions:
        if d.role is Role.CUBATURE and d.name in system.products:
            fields = [f"{{z{p}}}" for p in range(len(d.ranges))]
            product = product_latex(system.products[d.name], fields)
            found[d.name] = rf"\langle {product}\rangle^{{{{\mathrm n}}}}"
        if d.name not in found:
            found[d.name] = _defined(d)
    found |= _readings(system, found)
    if system.algorithm is not None:  # as their author writes them
        for mean in system.algorithm.observables:
            written = mean.latex.replace("{", "{{").replace("}", "}}")
            found[mean.name] = written
            found[f"{mean.name}_n"] = rf"\left({written}\right)^{{{{\mathrm n}}}}"
    return found


def _readings(system: Flow, found: dict[str, str]) -> dict[str, str]:
    """Of arrays that stand in several readings of the same losses: as in one alone, with the marks
    of the reading above."""
    made = {}
    for d in system.definitions:
        if d.name not in system.aliases:
            continue
        old, marks = system.aliases[d.name]
        base = NAMED.get(old) or _defined(replace(d, name=old))
        if d.name in system.products:
            base = found[d.name]
        elif old in system.state.slopes:
            base = rf"\Delta {_of_slope(system.state, old)}"
        elif old in [x.name for x in system.state]:
            base = _of_slope(system.state, f"d{old}")
        elif old in system.observables and system.algorithm is not None:
            base = next(x.latex for x in system.algorithm.observables if x.name == old)
            base = base.replace("{", "{{").replace("}", "}}")
        words = ["0" if x == "ahead" else rf"\mathrm{{{{{spelled(x)}}}}}" for x in marks]
        if base.startswith((r"\bar", r"\tilde")):  # braces about an accent alone protect nothing
            base += "{{}}"
        made[d.name] = f"{{{{{base}}}}}^{{{{({','.join(words)})}}}}"
    return made


def _of_slope(state: State, slope: str) -> str:
    """The format of the entry whose slope this is."""
    (entry,) = (x for x in state if x.slope == slope)
    return NAMED.get(entry.name) or _by_name(entry.name, entry.ranges)


def _state_formats(system: Flow) -> dict[str, str]:
    """Of the order parameters."""
    found = {}
    for x in system.state:
        numbered = re.fullmatch("([a-z])([0-9]+)", x.name)  # a head, such as w1
        above = numbered and f"{numbered[1]}^{{{{{numbered[2]}}}}}_{{{{{{0}}}}}}"
        found[x.name] = NAMED.get(x.name) or above or _by_name(x.name, x.ranges)
    return found


def _by_name(name: str, ranges: tuple[Range, ...]) -> str:
    """R_{kn}: the name, with its indices below; R^{(h)}_{kn}: that of a block of the inputs
    above."""
    letter = parameter_latex(name).replace("{", "{{").replace("}", "}}")
    if ranges and "_" in letter:  # no second subscript
        letter = "{{" + letter + "}}"
    places = [f"{{{p}}}" for p in range(len(ranges))]
    if len(ranges) > 1 and ranges[0].name == "blocks":
        letter += "^{{(" + places.pop(0) + ")}}"
    return letter + ("_{{" + "".join(places) + "}}" if places else "")


def _defined(d: Definition) -> str:
    of_task = re.fullmatch("c([01]?)_(.*)", d.name)
    if of_task:  # the heads of one task of a set
        above = ",".join(filter(None, (of_task[1], rf"\mathrm{{{{{spelled(of_task[2])}}}}}")))
        return f"c^{{{{{above}}}}}_{{{{{{0}}}}}}"
    at_node = re.fullmatch("(s|v|dl|l|F)([0-9]+)n", d.name)
    if at_node:  # of a loss that is no polynomial
        letter = {"dl": r"\ell'", "l": r"\ell"}.get(at_node[1], at_node[1])
        units = "".join(f"{{{p}}}" for p in range(1, len(d.ranges)))
        below = ",".join(filter(None, (at_node[2], units)))
        return rf"{letter}^{{{{{{0}}}}}}_{{{{{below}}}}}"
    slope = re.fullmatch("d(w[0-9]+)_n", d.name)
    if slope:
        return r"\langle\partial\ell/\partial w_{{{0}}}\rangle^{{\mathrm n}}"
    if d.covariance is not None and d.covariance.tilts:
        return _tilted(d.covariance, len(d.ranges))
    if d.blocks:
        return _contributions(d.blocks, len(d.ranges))
    return _by_name("C" if d.name == "Cb" else d.name, d.ranges)


#: Behind what runs over the Gaussians of a sum.
PRIMES = {SQUARE: "", FINE: "'", QUARTIC: "''"}


def lettered(product: tuple[int | str | None, ...]) -> bool:
    """Whether the average has a letter of its own."""
    return product in LETTERS or any(isinstance(order, str) for order in product)


def _average(product: tuple[int | str | None, ...]) -> str:
    """< product of functions of fields >, by the orders of the derivatives of g."""
    fields = [f"{{z{p}}}" for p in range(len(product))]
    if product in LETTERS:
        return f"{LETTERS[product]}({', '.join(fields)})"
    if lettered(product):
        each, degree = [], 0
        for order, x in zip(product, fields, strict=True):
            power = 4 if order == QUARTIC_DIP else 2 if isinstance(order, str) else 1
            each.append(x if power == 1 else f"{x}^{power}")
            degree += power
        letter = r"\check G" if DIPS & set(product) else "G"
        letter = r"\hat G" if FINE_DIP in product else letter
        return f"{letter}_{{{{{degree}}}}}({','.join(each)})"
    return rf"\langle {product_latex(product, fields)}\rangle"


def product_latex(product: tuple[int | str | None, ...], fields: list[str]) -> str:
    """The functions of a product at fields as they are written."""
    factors = []
    for order, x in zip(product, fields, strict=True):
        if order is None:
            factors.append(x)
        elif order in DIPS:
            factors.append(rf"(g({x})^2-g(\infty)^2)" + "^2" * (order == QUARTIC_DIP))
        elif isinstance(order, str):
            factors.append(f"g({x})^2")
        else:
            factors.append("g" + "'" * order + f"({x})")
    return r"\,".join(factors)


def _tilted(of: Covariance, rank: int) -> str:
    """C^{e tau}_{xy.ab}: of the fields x and y, the weights of a and b absorbed; above, the
    Gaussians whose strengths they have, or the node of a path."""
    places = [f"{{{p}}}" for p in range(rank)]
    above = places[: of.open or int(of.scaled)]
    absorbed, (x, y) = places[len(above) : -2], places[-2:]
    for p, index in enumerate(of.sums):
        above[p] += PRIMES[index.rng]
    mark = f"^{{{{{''.join(above)}}}}}" if above else ""
    return rf"C{mark}_{{{{{x}{y}\cdot {''.join(absorbed)}}}}}"


def _contributions(blocks: tuple[int, ...], rank: int) -> str:
    """B_{<kl><ab>,ij}: contributions of one sample in each bracket, then linear forms in the
    task."""
    places = [f"{{{p}}}" for p in range(rank)]
    below = ""
    for size in blocks:
        below += rf"\langle {''.join(places[:size])}\rangle "
        places = places[size:]
    return rf"\mathcal B_{{{{{below}{',' if places else ''}{''.join(places)}}}}}"


def _blocks(state: State) -> dict[str, str]:
    """The blocks of the diffusion: D^{RQ}_{kn,la}."""
    found = {}
    for name, (x, y) in state.blocks.items():
        places = [f"{{{p}}}" for p in range(len(x.ranges) + len(y.ranges))]
        first, second = places[: len(x.ranges)], places[len(x.ranges) :]
        below = ("," if len(places) > 2 else "").join(("".join(first), "".join(second)))
        found[name] = f"D^{{{{{x.mark}{y.mark}}}}}_{{{{{below}}}}}"
    return found

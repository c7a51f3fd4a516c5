"""How the symbols of fixed-point systems are written, and what they mean: for their pages only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sympy import Expr, Indexed, Sum, Symbol, latex
from sympy.printing.latex import LatexPrinter

from .text import with_symbols

__all__ = ["MATRICES", "MEANINGS", "SPOKEN", "Letters"]

#: Symbols whose names are words, or whose letter something else on the page has.
WRITTEN = {
    "Vh1": r"\hat V_1",
    "Vh2": r"\hat V_2",
    "lam": r"\lambda",
    "noise2": r"\Delta",
    "inverse_p": "p^{-1}",
    "c22": "c_2^2",
    "t1_slope": "t_1'",
    "W_vv_slope": "W_{vv}'",
    "W_ve_slope": "W_{ve}'",
    "W_ee_slope": "W_{ee}'",
    "test_error": r"\varepsilon_{\mathrm{test}}",
    "train_error": r"\varepsilon_{\mathrm{train}}",
    "kappa": r"\kappa",
    "fraction": r"\varpi",
    "ridge": r"\ell",
    "extra": "V_Q",
    "inverse_P": "P^{-1}",
    "r2": r"\overline{r^2}",
    "potential": "F_0",
    "f0": r"\bar f_0",
    "f1": r"\bar f_1",
    "mean_sigma": r"\mathrm E\sigma",
    "mean_g": r"\mathrm E g",
    "first_g": r"\mathrm E[s\,g]",
    "square_g": r"\mathrm E g^2",
    "y_mean": r"\mathrm E y",
    "y_first": r"\mathrm E[s\,y]",
    "y_square": r"\mathrm E y^2",
    "vbar": r"|\bar v|",
    "a": r"\mathsf a",
    "rho": r"\mathrm{tr}\,C/d",
    "det": r"\mathsf D",
    "w": r"\mathsf w",
    "tt": r"\mathsf t_{\theta\theta}",
    "tv": r"\mathsf t_{\theta v}",
    "vv": r"\mathsf t_{vv}",
    "r": r"\sqrt x",
}
#: Small matrices and vectors of the solvers, which are written entry by entry: letter and meaning.
MATRICES = {
    "K": (r"\mathsf K", "quadratic form of the bulk's components along the teacher"),
    "T": (
        r"\mathsf T",
        "coupling of the teacher's components to the source along $\\bar v$",
    ),
    "k": (
        r"\mathsf k",
        r"entry of the quadratic form $\mathsf k$ of one sample of the step with label $y$",
    ),
    "F": (r"\mathsf F", r"conjugate of $\mathsf G$"),
    "G": (r"\mathsf G", "variance of the fields of a sample over their fluctuations"),
    "new": (r"\mathsf G^{\mathrm{new}}", r"next iterate of $\mathsf G$"),
}
#: What stands in plain texts for a symbol, beside the names of what is found.
SPOKEN = {
    "F0": "F_0",
    "E": "E",
    "P": "P",
    "G": r"\mathsf G",
    "W": "W",
    "t1": "t_1",
    "C = c": "C=c",
    "a = 0": r"\mathsf a=0",
}
for over, below in (("n", "d"), ("n0", "d"), ("p", "d"), ("c", "d"), ("1", "p")):
    SPOKEN[f"{over}/{below}"] = f"{latex(Symbol(over))}/{below}"

#: In words; parameters and outputs bring theirs.
MEANINGS = {
    "V": r"variance of the output over the fluctuations of the readout, given $\kappa$",
    "potential": "potential of the fluctuations of the readout, stationary in its variables",
    "E": "energy, stationary in the means and sources",
    "kappa": (
        r"input along the spike, $\kappa\sim\mathcal N(0,1)$; $\langle\cdot\rangle$ is the average"
        r" over it"
    ),
    "c0": (
        r"mean feature $\langle\sigma\rangle$ given $\kappa$: a feature is equivalent to "
        r"$c_0+c_1z+c_2\xi$, $z$ its field through the bulk"
    ),
    "c1": r"slope of the mean feature, $\langle\sigma'\rangle$ given $\kappa$",
    "c22": (
        r"variance of the rest of the feature given $\kappa$, $\xi\sim\mathcal N(0,1)$ independent"
    ),
    "h0": (
        r"$\mathrm E_\zeta g$ given $\kappa$, the signal being"
        r" $s=\gamma\kappa+\sqrt{1-\gamma^2}\,\zeta$"
    ),
    "h1": r"$\mathrm E_\zeta[\zeta g]$ given $\kappa$",
    "h2": r"$\mathrm E_\zeta g^2$ given $\kappa$",
    "q": r"$1/(1+V)$, $V$ the variance of the output given $\kappa$ over its fluctuations",
    "r2": r"mean square residual given $\kappa$",
    "t1": r"$L'(x)$, $L(x)=\frac1d\mathrm{tr}\log(1+xC)$, $C$ the covariance of the bulk",
    "t1_slope": "$L''(x)$",
    "W_vv": (
        r"entry of the inverse of the corner of $(1+xC)^{-1}$ along the spike $v$ and the rest $e$"
        r" of the teacher"
    ),
    "W_ve": "entry of that inverse in $v$ and $e$",
    "W_ee": "entry of that inverse in $e$",
    "W_vv_slope": "slope of $W_{vv}$ in $x$",
    "W_ve_slope": "slope of $W_{ve}$ in $x$",
    "W_ee_slope": "slope of $W_{ee}$ in $x$",
    "b_v": "conjugate of $m_v$: source along the spike",
    "b_e": "conjugate of $m_e$: source along the rest of the teacher",
    "f0": r"mean output given $\kappa$, $\bar f_0+\bar f_1\zeta$",
    "f1": r"slope of the mean output in $\zeta$",
    "P": "inverse of the matrix $P^{-1}$ over groups",
    "inverse_P": "matrix over groups",
    "ridge": "Hessian of the readouts of a group",
    "D": r"response of the bulk",
    "R": "conjugate of $D$",
    "extra": "variance of the output over the fluctuations of the readout",
    "mean_sigma": "mean of the activation at a standard field",
    "mu1": "mean slope of the activation at a standard field",
    "mu2": "mean second derivative of the activation there",
    "nu": "variance of the slope of the activation there",
    "mean_g": "mean of the target over the signal",
    "first_g": "first moment of the target with the signal",
    "square_g": "mean square of the target",
    "y_mean": r"mean of the residual label $y=g+\sqrt\Delta\epsilon-\mathrm E\sigma$ of the step",
    "y_first": "moment of the residual label with the signal",
    "y_square": "mean square of the residual label",
    "vbar": r"norm of the mean $\bar v$ of $yx$ over the samples of the step",
    "u": "strength of the spike in each neuron's weights",
    "gamma": "overlap of the spike with the teacher",
    "c": "variance of the bulk: its rows have covariance $c/d$",
    "a": (
        r"coefficient in $C=(1+\mathsf aM)^2+\tau S$, "
        r"$M=\frac1{n_0}\sum yxx^{\mathsf T}$, $S=\frac1{n_0}\sum y^2xx^{\mathsf T}$"
    ),
    "tau": "coefficient of $S$ in $C$",
    "rho": "trace of the covariance of the bulk",
    "det": r"$\det(1+\mathsf G\mathsf k)$",
    "w": r"energy of the source along $\bar v$",
    "tt": r"entry of the corner of $(1+xC)^{-1}$ in $\theta$ alone",
    "tv": r"entry of the corner in $\theta$ and $\bar v$",
    "vv": r"entry of the corner in $\bar v$ alone",
    "N_vv": "entry of the corner in $v$ alone",
    "N_ve": "entry of the corner in $v$ and $e$",
    "N_ee": "entry of the corner in $e$ alone",
    "y": "residual label of a sample of the step",
    "s": "signal of a sample of the step",
    "r": "root of the spectral parameter",
}


@dataclass(frozen=True)
class Letters:
    """How the symbols of a system are written: those that are ``entries`` of a matrix with its
    letter."""

    entries: Mapping[str, tuple[str, tuple[int, ...]]]

    def symbol(self, name: str) -> str:
        if name in self.entries:
            of, places = self.entries[name]
            return self.of_matrix(of, "".join(map(str, places)))
        return WRITTEN.get(name) or str(latex(Symbol(name)))

    def of_matrix(self, name: str, below: str) -> str:
        return f"{MATRICES[name][0]}_{{{below}}}"

    def entry(self, name: str, indices: tuple[str, ...]) -> str:
        """An entry of a table, with the subscript that the name has in front: V1[k, l] as
        V_{1,kl}."""
        if not indices:
            return self.symbol(name)
        stem, _, under = self.symbol(name).partition("_")
        under, _, power = under.strip("{}").partition("^")
        subscript = ",".join(part for part in (under, "".join(indices)) if part)
        return stem + (f"_{{{subscript}}}" if subscript else "") + (f"^{power}" if power else "")

    def expression(self, e: Expr) -> str:
        names = {s: self.symbol(s.name) for s in e.free_symbols if isinstance(s, Symbol)}
        return str(_Printer(self, names).doprint(e))

    def text(self, plain: str, names: Iterable[str]) -> str:
        """Plain words in LaTeX, with these names, and what ``SPOKEN`` has, as symbols."""
        return with_symbols(plain, {name: self.symbol(name) for name in names} | SPOKEN)


class _Printer(LatexPrinter):
    """Entries of tables, and sums over all groups without their limits."""

    def __init__(self, letters: Letters, names: dict[Symbol, str]) -> None:
        super().__init__({"symbol_names": names})
        self.letters = letters

    def _print_Sum(self, e: Sum) -> str:
        under = ",".join(str(limit[0]) for limit in e.limits)
        return rf"\sum_{{{under}}} {self.parenthesize(e.function, 45)}"

    def _print_Indexed(self, e: Indexed, exp: str | None = None) -> str:
        text = self.letters.entry(str(e.base.label), tuple(str(i) for i in e.indices))
        if exp is None:
            return text
        return rf"\left({text}\right)^{{{exp}}}" if "^" in text else f"{text}^{{{exp}}}"

    def _print_Mean(self, e: Expr, exp: str | None = None) -> str:
        return rf"\left\langle {self._print(e.args[0])}\right\rangle"

    def _print_LogDet(self, e: Expr, exp: str | None = None) -> str:
        return rf"\log\det_{{kl}}\left({self._print(e.entry)}\right)"

    def _print_asin(self, e: Expr, exp: str | None = None) -> str:
        power = f"^{{{exp}}}" if exp else ""
        return rf"\arcsin{power}\!\left({self._print(e.args[0])}\right)"

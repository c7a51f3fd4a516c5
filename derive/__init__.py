"""SymPy derivations: a model file in, numpy, C and LaTeX out.  The runner never imports this
package."""

VERSION = "0.1.0"

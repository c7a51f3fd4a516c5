"""System -> LaTeX: pages of equations and of derivations."""

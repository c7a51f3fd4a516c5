"""Gaussian calculus: averages over jointly Gaussian fields, evaluated by rules, with a trace of what each rule did."""

from .average import Average, Covariance, Family
from .engine import Closed, NoRule, evaluate
from .path import NODE, PATH, SCALED, WEIGHT, nodes
from .squares import SQUARE, rule

__all__ = [
    "NODE",
    "PATH",
    "SCALED",
    "SQUARE",
    "WEIGHT",
    "Average",
    "Closed",
    "Covariance",
    "Family",
    "NoRule",
    "evaluate",
    "nodes",
    "rule",
]

"""Gaussian calculus: averages over jointly Gaussian fields, evaluated by rules, with a trace of
what each rule did."""

from ..ir.average import PLAIN, SQUARE, Average, Covariance, Dip, Family, ordered
from .engine import Closed, NoRule, evaluate
from .path import LAST, MEASURE, NODE, PATH, REST, SCALED, WEIGHT, nodes
from .squares import far, rule

__all__ = [
    "LAST",
    "MEASURE",
    "NODE",
    "PATH",
    "PLAIN",
    "REST",
    "SCALED",
    "SQUARE",
    "WEIGHT",
    "Average",
    "Closed",
    "Covariance",
    "Dip",
    "Family",
    "NoRule",
    "evaluate",
    "far",
    "nodes",
    "ordered",
    "rule",
]

"""Gaussian calculus: averages over jointly Gaussian fields, evaluated by rules, with a trace of
what each rule did."""

from ..ir.average import PLAIN, SQUARE, Average, Covariance, Family, ordered
from .engine import Closed, NoRule, evaluate
from .path import LAST, MEASURE, NODE, PATH, REST, SCALED, WEIGHT, nodes
from .squares import rule

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
    "Family",
    "NoRule",
    "evaluate",
    "nodes",
    "ordered",
    "rule",
]

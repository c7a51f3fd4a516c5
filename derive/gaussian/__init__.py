"""Gaussian calculus: averages over jointly Gaussian fields, evaluated by rules, with a trace of
what each rule did."""

from ..ir.average import (
    FINE,
    PLAIN,
    QUARTIC,
    SQUARE,
    Average,
    Covariance,
    Dip,
    Family,
    FineDip,
    ordered,
)
from .engine import Closed, NoRule, evaluate
from .path import LAST, MEASURE, NODE, PATH, REST, SCALE, SCALED, WEIGHT, nodes
from .squares import far, rule

__all__ = [
    "FINE",
    "LAST",
    "MEASURE",
    "NODE",
    "PATH",
    "PLAIN",
    "QUARTIC",
    "REST",
    "SCALE",
    "SCALED",
    "SQUARE",
    "WEIGHT",
    "Average",
    "Closed",
    "Covariance",
    "Dip",
    "Family",
    "FineDip",
    "NoRule",
    "evaluate",
    "far",
    "nodes",
    "ordered",
    "rule",
]

"""Gaussian calculus: averages over jointly Gaussian fields, evaluated by rules, with a trace of what each rule did."""

from .average import Average, Covariance, Family
from .engine import Closed, NoRule, evaluate

__all__ = ["Average", "Closed", "Covariance", "Family", "NoRule", "evaluate"]

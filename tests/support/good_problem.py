"""A problem that every command takes."""

import tomllib

GOOD = """
model = "fo_anil"
activation = "erf"
K = 2
M = 2
[parameters]
eta_J = 4.0
eta_w = 3.0
P = inf
V = 20
[overlaps]
T = [1.0, 2.0]
Q = 0.5
R = { N = 20, seed = 1 }
[run]
alpha_end = 1.0
points = 6
rtol = 1e-8
atol = 1e-12
[simulation]
N = 100
runs = 3
seed = 5
points = 11
tasks = 20
"""
GOOD_PROBLEM = tomllib.loads(GOOD)

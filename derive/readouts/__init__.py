"""From a readout model to its fixed-point system: averages, one potential, its stationary points,
the step before."""

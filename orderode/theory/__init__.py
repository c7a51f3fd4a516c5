"""What the equations say: trajectories, fluctuations, observables, fixed points."""

"""What files may say: problems, sweeps, overlaps."""

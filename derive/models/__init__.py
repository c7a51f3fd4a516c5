"""The algorithms, a short file each: loss and updates, nothing derived by hand."""

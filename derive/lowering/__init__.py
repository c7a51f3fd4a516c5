"""System -> Program: what is stored, shared, fused, switched off, and kept from losing digits."""

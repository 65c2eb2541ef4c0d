"""Divisions, grids, houses, flats and buildings, one by one and as whole layers."""

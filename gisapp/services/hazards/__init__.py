"""Hazard areas, depths and river levels on their way into the county."""

"""Hazard areas and the terrain."""

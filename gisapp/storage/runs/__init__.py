"""Hazard runs, their people and homes, and what is needed and to be done for them."""

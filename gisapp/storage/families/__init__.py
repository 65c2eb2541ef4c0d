"""Families and people: where they live and sleep, and what happened to them."""

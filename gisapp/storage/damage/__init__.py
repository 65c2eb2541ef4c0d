"""Damaged houses, their photos and how far the work is."""

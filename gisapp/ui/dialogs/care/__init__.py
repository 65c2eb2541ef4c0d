"""Entries of care and when they fall due."""

"""Hostile and broken files against every door of the program."""

"""Families: who they are, where they live and sleep, what happens to them."""

"""The roll call of a run: written down, counted, merged with other desks'."""

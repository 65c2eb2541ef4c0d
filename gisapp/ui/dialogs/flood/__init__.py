"""The night of a run: safe sites, roll call, needs, checklist, paper."""

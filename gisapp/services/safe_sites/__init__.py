"""Safe sites, and who goes where."""

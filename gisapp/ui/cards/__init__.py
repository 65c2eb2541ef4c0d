"""Cards: what is selected, in figures and lines, with its one next step."""

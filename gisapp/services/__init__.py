"""What the program does: one verb, one module. Writers return a Change; readers return cards and rows."""

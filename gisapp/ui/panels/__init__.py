"""The panels of the window: map, card, table, search, status. Each can be built alone."""

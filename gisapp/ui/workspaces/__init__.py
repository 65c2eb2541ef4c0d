"""Workspaces: each keeps the map and brings its own list, table and one large button."""

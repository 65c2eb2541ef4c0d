"""Tools turn the mouse into intent and never call a service."""

"""Dialogs and forms: none of them blocks the map."""

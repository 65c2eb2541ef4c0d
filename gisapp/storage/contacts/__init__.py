"""Contacts, the six slots and who holds them, gaps, proposals and loads."""

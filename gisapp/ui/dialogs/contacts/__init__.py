"""Contacts, slots, proposals, hand-over and the rules of leads."""

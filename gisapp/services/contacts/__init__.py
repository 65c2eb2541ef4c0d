"""Contacts of both lines, their slots and how many families each looks after."""

"""Visits, calls, needs and alarms of a family."""

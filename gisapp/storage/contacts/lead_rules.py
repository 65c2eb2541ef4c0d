"""Writes the rule table: for each duty who leads and who assists."""

from __future__ import annotations

import sqlite3

from gisapp.domain.lines import LeadRule


def write(connection: sqlite3.Connection, rule: LeadRule) -> None:
    """Put one duty's rule in the place of the former."""
    connection.execute(
        "INSERT INTO lead_rule (duty, lead_line, lead_role, assist_line, assist_role) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (duty) DO UPDATE SET lead_line = excluded.lead_line, lead_role = excluded.lead_role,"
        " assist_line = excluded.assist_line, assist_role = excluded.assist_role",
        (rule.duty, rule.lead.line, rule.lead.role, rule.assist.line, rule.assist.role),
    )

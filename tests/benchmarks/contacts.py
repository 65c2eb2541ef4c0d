"""Loads of contacts, a proposal for 2,700 families and 60 contacts, and one contact given to 3,000 families."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.figure import Figure, median_ms

FAMILIES, CONTACTS, MOST = 2_700, 60, 100
ASSIGNED = 3_000


def contacts(county: Path) -> Iterator[Figure]:
    """On a copy of the county: nobody holds a sponsor slot of 2,700 families, 60 sponsor cadres are in office; the clicks first."""
    from gisapp.domain.lines import Role
    from gisapp.services.contacts.propose_contacts import propose_contacts
    from gisapp.services.contacts.report_caseload import report_caseload
    from gisapp.storage.county import county_file
    from gisapp.storage.families import households

    with county_file.reading(county) as connection:
        yield from _clicks(connection)
    with tempfile.TemporaryDirectory() as folder, county_file.writing(Path(shutil.copy(county, folder))) as db:
        yield Figure("caseload report", median_ms(lambda: report_caseload(db.conn)), "ms", 7, budget=100.0)
        yield Figure(f"assign {ASSIGNED:,} families", median_ms(lambda: _assign(db), runs=3, warm_up=0), "ms", 3, budget=1_000.0)
        families = households.relocated(db.conn)[:FAMILIES]
        _empty_sponsor_slots(db)
        took = median_ms(lambda: propose_contacts(db.conn, families, roles=(Role.SPONSOR_CADRE,)), runs=5)
        yield Figure("propose contacts, 2,700 families x 60 contacts", took, "ms", 5, budget=2_000.0)


def _clicks(connection: sqlite3.Connection) -> Iterator[Figure]:
    """What a click in 搬迁社区 reads: the lists, the largest site's card and chart, the bars."""
    from gisapp.services.places.chart_building import chart_building
    from gisapp.ui import reading
    from gisapp.ui.panels.completeness import read_views

    largest = "SELECT b.site_id FROM building b JOIN house h ON h.building_id = b.id GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
    site = connection.execute(largest).fetchone()[0]
    clicks: tuple[tuple[str, Callable[[], object]], ...] = (
        ("gaps of the whole county", lambda: reading.gap_rows(connection, "", ())),
        ("relocated families of the whole county", lambda: reading.relocated_rows(connection)),
        ("gaps of the largest site", lambda: reading.gap_rows(connection, "settlement_site", (site,))),
        ("card of the largest site", lambda: reading.count_people(connection, "settlement_site", (site,))),
        ("chart of the largest site", lambda: chart_building(connection, "settlement_site", site)),
        ("bars of the whole county", lambda: read_views(connection, None)),
    )
    for name, click in clicks:
        yield Figure(name, median_ms(click), "ms", 7, budget=100.0)


def _assign(db: Any) -> None:
    """Another contact each time."""
    from gisapp.domain.lines import Line, Role, Slot
    from gisapp.services.contacts.assign_contact import assign_contact
    from gisapp.storage.families import households

    own = (
        "SELECT id FROM contact WHERE role = 'unit_cadre' AND is_active = 1"
        " ORDER BY (SELECT count(*) FROM slot WHERE contact_id = contact.id) LIMIT 1"
    )
    contact = db.execute(own).fetchone()[0]
    plan, _ = assign_contact(db, households.relocated(db.conn)[:ASSIGNED], Slot(Line.COMMUNITY, Role.UNIT_CADRE), contact, who="benchmark")
    assert len(plan.accepted) > ASSIGNED * 0.9, len(plan.accepted)


def _empty_sponsor_slots(db: Any) -> None:
    kept = f"SELECT id FROM contact WHERE role = 'sponsor_cadre' AND is_active = 1 ORDER BY id LIMIT {CONTACTS}"
    with db.atomic():
        db.execute("DELETE FROM slot WHERE role = 'sponsor_cadre'")
        db.execute(f"UPDATE contact SET is_active = id IN ({kept}), most_families = {MOST} WHERE role = 'sponsor_cadre'")

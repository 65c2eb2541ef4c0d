"""Whoever works where the family belongs stands first; who left is not offered."""

from __future__ import annotations

from pathlib import Path

from gisapp.domain.lines import Line, Role, Slot
from gisapp.services.list_contacts import list_contacts
from gisapp.storage import care_units, county_file
from tests import builders


def test_the_villages_contact_stands_first_on_the_village_line(tmp_path: Path) -> None:
    with county_file.reading(builders.tiny_county(tmp_path / "a.gpkg")) as connection:
        village = list_contacts(connection, [builders.TWO_ENDS], Slot(Line.VILLAGE, Role.SPONSOR_CADRE))
        community = list_contacts(connection, [builders.TWO_ENDS], Slot(Line.COMMUNITY, Role.SPONSOR_CADRE))
    assert [contact.id for contact in village] == [builders.VILLAGE_SPONSOR, builders.OTHER_SPONSOR, builders.COMMUNITY_SPONSOR]
    assert {contact.id for contact in community[:2]} == {builders.OTHER_SPONSOR, builders.COMMUNITY_SPONSOR}
    assert builders.INACTIVE not in [contact.id for contact in village + community]


def test_names_and_initials_are_searched_and_phones_masked(tmp_path: Path) -> None:
    with county_file.reading(builders.tiny_county(tmp_path / "a.gpkg")) as connection:
        found = list_contacts(connection, [builders.BARE], Slot(Line.VILLAGE, Role.UNIT_CADRE), text="LXR6")
    assert [(contact.name, contact.phone_masked) for contact in found] == [("联系人6", "121****0006")]


def test_the_units_of_care_are_the_origin_village_or_the_community_then_their_towns(tmp_path: Path) -> None:
    path = builders.tiny_county(tmp_path / "a.gpkg")
    with county_file.reading(path) as connection:
        assert care_units.of_families(connection, [builders.COMPLETE], Line.VILLAGE) == ((4,), (2,))
        assert care_units.of_families(connection, [builders.COMPLETE], Line.COMMUNITY) == ((5,), (3,))
        assert care_units.of_families(connection, [builders.ALONE], Line.VILLAGE) == ((), ())
    with builders.opened(path) as db:
        db.conn.execute("UPDATE division SET successor_id = 5 WHERE id = 4")
        assert care_units.of_families(db.conn, [builders.COMPLETE], Line.VILLAGE) == ((5,), (3,))

"""Whoever works where the family belongs stands first; who left is not offered."""

from __future__ import annotations

from pathlib import Path

from gisapp.domain.lines import Line, Role, Slot
from gisapp.services.contacts.assign_contact import assign_contact, preview_assignment
from gisapp.services.contacts.list_contacts import list_contacts, with_loads
from gisapp.storage.care import care_units
from gisapp.storage.county import county_file
from tests import builders


def test_the_villages_contact_stands_first_on_the_village_line(tmp_path: Path) -> None:
    with county_file.reading(builders.tiny_county(tmp_path / "a.gpkg")) as connection:
        village = list_contacts(connection, [builders.TWO_ENDS], Slot(Line.VILLAGE, Role.SPONSOR_CADRE))
        community = list_contacts(connection, [builders.TWO_ENDS], Slot(Line.COMMUNITY, Role.SPONSOR_CADRE))
    assert [one.contact.id for one in village] == [builders.VILLAGE_SPONSOR, builders.OTHER_SPONSOR, builders.COMMUNITY_SPONSOR]
    assert {one.contact.id for one in community[:2]} == {builders.OTHER_SPONSOR, builders.COMMUNITY_SPONSOR}
    assert builders.INACTIVE not in [one.contact.id for one in village + community]


def test_names_and_initials_are_searched_and_phones_masked(tmp_path: Path) -> None:
    with county_file.reading(builders.tiny_county(tmp_path / "a.gpkg")) as connection:
        found = list_contacts(connection, [builders.BARE], Slot(Line.VILLAGE, Role.UNIT_CADRE), text="LXR6")
    assert [(one.contact.name, one.contact.phone_masked) for one in found] == [("联系人6", "121****0006")]


def test_the_units_of_care_are_the_origin_village_or_the_community_then_their_towns(tmp_path: Path) -> None:
    path = builders.tiny_county(tmp_path / "a.gpkg")
    with county_file.reading(path) as connection:
        assert care_units.of_families(connection, [builders.COMPLETE], Line.VILLAGE) == ((4,), (2,))
        assert care_units.of_families(connection, [builders.COMPLETE], Line.COMMUNITY) == ((5,), (3,))
        assert care_units.of_families(connection, [builders.ALONE], Line.VILLAGE) == ((), ())
    with builders.opened(path) as db:
        db.conn.execute("UPDATE division SET successor_id = 5 WHERE id = 4")
        assert care_units.of_families(db.conn, [builders.COMPLETE], Line.VILLAGE) == ((5,), (3,))


def test_every_choice_says_how_many_families_there_are_already_and_the_limit(tmp_path: Path) -> None:
    with builders.opened(builders.tiny_county(tmp_path / "a.gpkg")) as db:
        cadres = Slot(Line.COMMUNITY, Role.UNIT_CADRE)
        held = dict(db.execute("SELECT contact_id, count(DISTINCT household_id) FROM slot_holder GROUP BY 1").fetchall())
        assert {one.contact.id: one.families for one in list_contacts(db.conn, [], cadres)} == {
            one: held[one] for one in (builders.VILLAGE_CADRE, builders.COMMUNITY_CADRE)
        }
        assert {one.told for one in list_contacts(db.conn, [], cadres)} == {"2 户，上限 30 户"}
        db.execute("UPDATE contact SET most_families = 1 WHERE id = ?", (builders.COMMUNITY_CADRE,))
        db.execute("UPDATE contact SET most_families = 2 WHERE id = ?", (builders.VILLAGE_CADRE,))
        told = {one.contact.id: (one.told, one.is_over) for one in list_contacts(db.conn, [], cadres)}
        assert told == {
            builders.COMMUNITY_CADRE: ("2 户，超上限 1 户", True), builders.VILLAGE_CADRE: ("2 户，已到上限", False)
        }  # fmt: skip


def test_a_preview_says_what_the_load_would_be_and_a_family_held_already_counts_once(tmp_path: Path) -> None:
    with builders.opened(builders.tiny_county(tmp_path / "a.gpkg")) as db:
        slot = Slot(Line.VILLAGE, Role.UNIT_CADRE)
        families = [builders.COMPLETE, builders.TWO_ENDS, builders.BARE]
        plan = preview_assignment(db.conn, families, slot, builders.COMMUNITY_CADRE)
        assert (len(plan.accepted), plan.after.families) == (3, 3)
        assign_contact(db, families, slot, builders.COMMUNITY_CADRE, who="甲")
        (now,) = with_loads(db.conn, [plan.contact])
        assert now == plan.after

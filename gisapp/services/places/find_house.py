"""Which house or flat a person means by a number or an id."""

from __future__ import annotations

import sqlite3

from gisapp.domain.entrances import is_part
from gisapp.domain.family import Place
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.places.chart_building import CHARTED
from gisapp.storage.places import flats, places, units


def find_house(connection: sqlite3.Connection, text: str) -> int:
    """Id of the one standing house with this number, else with this id; raises BadRequest for none or several."""
    text = text.strip()
    found = places.by_number(connection, text)
    if len(found) > 1:
        ids = "  ".join(str(one) for one in found[:10])
        raise BadRequest(tr("门牌“{number}”不止一处：{ids}", number=text, ids=ids), tr("请改写房屋编号。"))
    if found:
        return found[0]
    if text.isdecimal() and len(text) < 12 and places.standing(connection, int(text)) is not None:
        return int(text)
    raise BadRequest(tr("没有门牌或编号为“{number}”的房屋。", number=text), tr("请写完整的门牌，如 紫云南郡3号楼2单元501，或房屋编号。"))


def vacant_flats(
    connection: sqlite3.Connection, household_id: int, place: tuple[str, tuple[int, ...]] = ("", ()), *, limit: int = 40
) -> list[tuple[int, str]]:
    """(id, number) of flats where nobody is at home: in the site, building, entrance or floor chosen, else in the family's own site.

    Where that has none, or the family lives in no site, those of every site.
    """
    kind, ids = place
    here = flats.building_of(connection, "household", household_id)
    own = units.site_of(connection, here[1]) if here is not None else None
    tried = [(kind, ids[0])] if len(ids) == 1 and (kind in CHARTED or is_part(kind)) else []
    tried += [("settlement_site", own[1])] if own is not None else []
    for one in tried:
        if found := places.vacant_flats(connection, *one, limit=limit):
            return found
    sites = [(site, number) for site, number, _, _ in flats.places(connection) if site == "settlement_site"]
    found = [flat for site in sites for flat in places.vacant_flats(connection, *site, limit=limit)]
    return found[:limit]


def house_at(connection: sqlite3.Connection, house_id: int) -> Place:
    """A house that stands; raises BadRequest when there is none of this id."""
    place = places.standing(connection, house_id)
    if place is None:
        raise BadRequest(
            tr("没有门牌或编号为“{number}”的房屋。", number=house_id), tr("请写完整的门牌，如 紫云南郡3号楼2单元501，或房屋编号。")
        )
    return place


def warnings_of(connection: sqlite3.Connection, place: Place, household_id: int) -> tuple[str, ...]:
    """A sentence when a flat is somebody else's home already; a house of its own may hold several families."""
    if not place.site or place.house_id is None:
        return ()
    others = places.others_living_in(connection, place.house_id, household_id)
    return (tr("{number}已有住户：{others}。", number=place.number, others=tr("、").join(others[:5])),) if others else ()

"""Which house a row of a damage ledger means: by its number, in its village where several have it, else as a family's only home."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from gisapp.domain.written import tidy
from gisapp.language import tr
from gisapp.services.ledger.outcome import RowRefused
from gisapp.services.ledger.slot_rows import FamiliesNamed
from gisapp.services.ledger.units import Units
from gisapp.storage.damage import damaged_houses
from gisapp.storage.damage.damaged_houses import HouseName


class DamagedHouses:
    """The houses of all rows of a file, asked for at once."""

    def __init__(self, connection: sqlite3.Connection, rows: Sequence[Mapping[str, str]]) -> None:
        self._connection, self._units = connection, Units(connection)
        self._families = FamiliesNamed(connection, rows)
        numbers = {tidy(texts.get("number", "")) for texts in rows} - {""}
        self._by_number = damaged_houses.by_numbers(connection, numbers)

    def of(self, texts: Mapping[str, str], number: str) -> HouseName:
        """The one house; raises RowRefused for none or several."""
        if not number:
            return self._only_home(texts)
        found = self._by_number.get(number, [])
        if len(found) > 1 and texts.get("village"):
            village = self._units.division(texts["village"], town=texts.get("town", "")).id
            found = [(house, unit) for house, unit in found if unit == village]
        if len(found) == 1:
            return found[0][0]
        if found:
            raise RowRefused(tr("这个门牌有 {count} 处房屋，请写明村", count=len(found)), field_key="number", value=number)
        raise RowRefused(self._proposal(texts), field_key="number", value=number)

    def _only_home(self, texts: Mapping[str, str]) -> HouseName:
        homes = damaged_houses.homes_of(self._connection, self._families.of(texts))
        if not homes:
            raise RowRefused(tr("这一户没有住房记录，请写门牌"), field_key="number")
        if len(homes) > 1:
            numbers = tr("、").join(home.number for home in homes)
            raise RowRefused(tr("这一户有 {count} 处住房，请写门牌：{numbers}", count=len(homes), numbers=numbers), field_key="number")
        return homes[0]

    def _proposal(self, texts: Mapping[str, str]) -> str:
        """The homes of the family that the row names, where it names one."""
        try:
            homes = damaged_houses.homes_of(self._connection, self._families.of(texts))
        except RowRefused:
            homes = []
        if homes:
            return tr("县里没有这处房屋，这一户的住房是：{numbers}", numbers=tr("、").join(home.number for home in homes))
        return tr("县里没有这处房屋")

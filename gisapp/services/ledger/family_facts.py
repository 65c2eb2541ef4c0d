"""The facts of a family as a whole: its homes, where it came from and when; compared with the county's and written dated."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from typing import Any

from gisapp.domain.home import HomeRole, HomeState
from gisapp.domain.ledger import caption_of
from gisapp.domain.written import read_day, tidy
from gisapp.language import tr
from gisapp.services.ledger.family_writes import FamilyWrites
from gisapp.services.ledger.groups import Group
from gisapp.services.ledger.outcome import Difference, Doubt, RowRefused
from gisapp.services.ledger.places import Places
from gisapp.services.ledger.table import LedgerTable
from gisapp.services.ledger.units import Units
from gisapp.storage.ledger import ledger_facts
from gisapp.storage.ledger.ledger_facts import HomeFact, HouseholdFact

PLACE_FIELDS = (
    "town", "village", "grid", "site", "building", "unit", "room", "address", "longitude", "latitude", "state", "relocated_on",
    "origin_town", "origin_village", "origin_address", "origin_longitude", "origin_latitude", "origin_state",
)  # fmt: skip
_GONE = (HomeState.LOST, HomeState.DEMOLISHED)
_STATE_WORDS = (
    (HomeState.LIVED_IN, ("在住", "居住", "常住", "有人住", "自住", "在用")),
    (HomeState.VACANT, ("空置", "闲置", "无人居住", "空闲", "空房")),
    (HomeState.LOST, ("灾毁", "损毁", "冲毁", "倒塌", "垮塌")),
    (HomeState.DEMOLISHED, ("已拆除", "拆除", "已拆", "已腾退", "拆旧")),
)


class FamilyFacts:
    """Reads what a file says of families as a whole."""

    def __init__(self, connection: sqlite3.Connection, table: LedgerTable, *, today: str) -> None:
        self._connection, self._table, self._today = connection, table, today
        self._fields = tuple(key for key in PLACE_FIELDS if key in table.header.fields)
        self.units = Units(connection)
        self.places = Places(connection, self.units, source=table.source) if self._fields else None
        self.doubts: list[Doubt] = []
        self._new_house = tr("县里没有这处房屋，已记为没有点位的新房屋")
        self._highest: dict[str, int] = {}

    def wanted(self, group: Group, household: HouseholdFact | None) -> dict[str, Any]:
        """relocated_on, origin_division_id, residence, origin, states: what the rows name, and nothing else. Raises RowRefused."""
        texts = group.texts(self._fields)
        if not texts or self.places is None:
            return {}
        found: dict[str, Any] = {"texts": texts}
        self._read_move(texts, group, found, household)
        for key in ("state", "origin_state"):
            if texts.get(key):
                found[key] = _state(texts[key], key)
        if found.get("state") in _GONE:
            raise RowRefused(tr("现住房不能是灾毁或已拆除"), field_key="state", value=texts["state"])
        if texts.get("village"):
            self.units.division(texts["village"], town=texts.get("town", ""))
        found["residence"] = self._residence(texts, group)
        is_moved = "relocated_on" in found or (household is not None and household.relocated_on is not None)
        if texts.get("origin_address") and is_moved:
            place = self.places.origin(texts, is_gone=found.get("origin_state") in _GONE)
            found["origin"] = place[0] if place else None
        elif texts.get("origin_address"):
            raise RowRefused(tr("写了原住址，却没有搬迁日期和原籍村"), field_key="origin_address", value=texts["origin_address"])
        return {key: value for key, value in found.items() if value is not None}

    def _read_move(self, texts: dict[str, str], group: Group, found: dict[str, Any], household: HouseholdFact | None) -> None:
        village, moved = texts.get("origin_village", ""), texts.get("relocated_on", "")
        if village:
            found["origin_division_id"] = self.units.division(village, town=texts.get("origin_town", ""), field_key="origin_village").id
        if moved:
            day = read_day(moved, is_1904=self._table.notes.is_1904)
            if day is None:
                raise RowRefused(tr("看不懂日期，或没有这一天"), field_key="relocated_on", value=moved)
            if not day.is_whole:
                self._doubt(group, "relocated_on", moved, tr("只写了年月，按 1 日记"))
            found["relocated_on"] = day.text
        is_moved_already = household is not None and household.relocated_on is not None
        if bool(village) != bool(moved) and not is_moved_already:
            key = "origin_village" if village else "relocated_on"
            reason = tr("写了原籍村，却没有搬迁日期") if village else tr("写了搬迁日期，却没有原籍村")
            raise RowRefused(reason, field_key=key, value=texts[key])

    def _residence(self, texts: dict[str, str], group: Group) -> int | None:
        assert self.places is not None
        place = self.places.residence(texts)
        if place is None:
            return None
        house, is_new = place
        if is_new and not texts.get("longitude") and not texts.get("room"):
            self._doubt(group, "address", texts.get("address", ""), self._new_house)
        return house

    def new_code(self, group: Group, wanted: dict[str, Any]) -> str:
        """A 户编号 for a family whose file has none: the unit's code and five running digits."""
        texts = wanted.get("texts", {})
        division = self.units.division(texts["village"], town=texts.get("town", "")) if texts.get("village") else None
        if division is None and "origin_division_id" in wanted:
            division = self.units.divisions[wanted["origin_division_id"]]
        county = self.units.county
        prefix = (division.code if division else county.code if county else "").ljust(12, "0")
        if prefix not in self._highest:
            highest = ledger_facts.highest_code(self._connection, prefix)
            self._highest[prefix] = int(highest[-5:]) if highest else 0
        self._highest[prefix] += 1
        return f"{prefix}{self._highest[prefix]:05d}"

    def shown_house(self, house: int | None, former: int | None) -> str:
        """The number of a house for a person."""
        if self.places is None:
            return ""
        numbers = self.places.former_numbers if former is not None else self.places.numbers
        return numbers.get(former if former is not None else house or 0, "")

    def shown_division(self, division: int | None) -> str:
        """The name of a division for a person."""
        return self.units.divisions[division].name if division else ""

    def title(self, key: str) -> str:
        """The field's own title."""
        return caption_of(self._table.kind, key)

    def _doubt(self, group: Group, key: str, value: str, reason: str) -> None:
        found = group.first_text(key)
        row = found[1].row if found else group.rows[0].row
        self.doubts.append(Doubt(row, self._table.title_of(key), value, reason))


class FamilyHomes:
    """Writes homes: begins them with a new family, and ends and begins them dated where the file says that one moved."""

    def __init__(self, writes: FamilyWrites, *, today: str) -> None:
        self._writes, self._today = writes, today

    def begin(self, household: int, wanted: dict[str, Any] | None) -> None:
        """The homes of a family that is new."""
        if not wanted:
            return
        moved = wanted.get("relocated_on")
        if "residence" in wanted:
            role = HomeRole.RESIDENCE if moved else HomeRole.ONLY
            state = wanted.get("state", HomeState.LIVED_IN)
            self._begin(household, role, wanted["residence"], state, moved or self._today)
        if "origin" in wanted:
            self._begin(household, HomeRole.ORIGIN, wanted["origin"], wanted.get("origin_state", HomeState.VACANT), moved or self._today)

    def compare(self, household: HouseholdFact, homes: dict[str, HomeFact], wanted: dict[str, Any], facts: FamilyFacts) -> list[Difference]:
        """What differs between the county and the file; the writing is noted along."""
        found = self._compare_move(household, wanted, facts)
        moved = wanted.get("relocated_on") or household.relocated_on
        if moved and household.relocated_on is None:
            self._become_relocated(household, homes, wanted, moved)
            homes = {}
        if "residence" in wanted:
            role = HomeRole.RESIDENCE if moved else HomeRole.ONLY
            found += self._compare_home(household, homes.get(role), role, wanted, "residence", "state", facts)
        elif "state" in wanted and (home := homes.get(HomeRole.RESIDENCE if moved else HomeRole.ONLY)) and home.state != wanted["state"]:
            found.append(self._restate(home, wanted["state"], facts.title("state")))
        if "origin" in wanted:
            found += self._compare_home(household, homes.get(HomeRole.ORIGIN), HomeRole.ORIGIN, wanted, "origin", "origin_state", facts)
        return found

    def _compare_move(self, household: HouseholdFact, wanted: dict[str, Any], facts: FamilyFacts) -> list[Difference]:
        values: dict[str, Any] = {}
        found = []
        for key in ("origin_division_id", "relocated_on"):
            if key in wanted and wanted[key] != getattr(household, key):
                values[key] = wanted[key]
        if values:
            self._writes.alter("household", household.id, values)
        if "origin_division_id" in values:
            old, new = facts.shown_division(household.origin_division_id), facts.shown_division(values["origin_division_id"])
            found.append(Difference(facts.title("origin_village"), old, new))
        if "relocated_on" in values:
            found.append(Difference(facts.title("relocated_on"), household.relocated_on or "", values["relocated_on"]))
        return found

    def _become_relocated(self, household: HouseholdFact, homes: dict[str, HomeFact], wanted: dict[str, Any], moved: str) -> None:
        """The only home so far ends with the move and is the origin home from then on, unless the file names another."""
        only = homes.get(HomeRole.ONLY)
        if only is None:
            return
        end = max(moved, _day_after(only.from_date))
        self._writes.alter_first("home", only.id, {"to_date": end})
        if "origin" not in wanted:
            state = only.state if only.former_house_id is not None else HomeState.VACANT
            self._writes.home(household.id, only.house_id, only.former_house_id, role=HomeRole.ORIGIN, state=state, from_date=end)

    def _compare_home(
        self,
        household: HouseholdFact,
        home: HomeFact | None,
        role: HomeRole,
        wanted: dict[str, Any],
        key: str,
        state_key: str,
        facts: FamilyFacts,
    ) -> list[Difference]:
        house = wanted[key]
        title = facts.title("address" if key == "residence" else "origin_address")
        is_gone = wanted.get(state_key) in _GONE
        default = HomeState.VACANT if role is HomeRole.ORIGIN else HomeState.LIVED_IN
        old_place = (home.house_id, home.former_house_id) if home else (None, None)
        if home is not None and old_place == ((None, house) if is_gone else (house, None)):
            if state_key in wanted and wanted[state_key] != home.state:
                return [self._restate(home, wanted[state_key], facts.title(state_key))]
            return []
        start = self._today
        if home is None:
            start = wanted.get("relocated_on") or household.relocated_on or self._today
        elif home.from_date < self._today:
            self._writes.alter_first("home", home.id, {"to_date": self._today})
        else:
            start = _day_after(home.from_date)
            self._writes.alter_first("home", home.id, {"to_date": start})
        state = wanted.get(state_key) or default
        self._begin(household.id, role, house, state, start)
        new = wanted["texts"].get("address" if key == "residence" else "origin_address", "")
        new = facts.shown_house(None if is_gone else house, house if is_gone else None) or tidy(new)
        return [Difference(title, facts.shown_house(*old_place), new)]

    def _restate(self, home: HomeFact, state: HomeState, title: str) -> Difference:
        self._writes.alter("home", home.id, {"state": state.value})
        return Difference(title, HomeState(home.state).caption, state.caption)

    def _begin(self, household: int, role: HomeRole, house: int, state: HomeState | str, start: str) -> None:
        is_gone = state in _GONE
        self._writes.home(
            household,
            None if is_gone else house,
            house if is_gone else None,
            role=role.value,
            state=HomeState(state).value,
            from_date=start,
        )


def _state(text: str, key: str) -> HomeState:
    plain = tidy(text)
    for state, words in _STATE_WORDS:
        if plain in words or plain in (state.value, state.caption):
            return state
    known = "、".join(words[0] for _, words in _STATE_WORDS)
    raise RowRefused(tr("看不懂住房状态，可填：{known}", known=known), field_key=key, value=text)


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()

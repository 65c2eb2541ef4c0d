"""What a ledger of people or families writes: rows gathered while it is planned, put down in one go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gisapp.domain.ids import new_uids
from gisapp.domain.initials import initials_of
from gisapp.services.ledger.outcome import Alteration, Insertion, Writes

HOUSEHOLD = ("id", "uid", "code", "origin_division_id", "relocated_on")
RESIDENT = (
    "id", "uid", "household_id", "relation", "name", "initials", "sex", "birth_date", "id_number", "phone",
    "is_disabled", "is_ill", "is_pregnant",
)  # fmt: skip
HOME = ("id", "uid", "household_id", "house_id", "former_house_id", "role", "state", "from_date")

_UIDS_AT_ONCE = 50_000


class Initials:
    """Pinyin initials, each character looked up once."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}
        self._later: dict[str, str] = {}

    def of(self, name: str) -> str:
        """As ``initials_of`` has them."""
        first, rest = name[:1], name[1:]
        if first not in self._first:
            self._first[first] = initials_of(first)
        for character in rest:
            if character not in self._later:
                self._later[character] = initials_of(f"王{character}")[1:]
        return self._first[first] + "".join(self._later[character] for character in rest)


class FamilyWrites:
    """Rows to insert and to alter; ids are given here, from the highest of the county on."""

    def __init__(self, *, highest: dict[str, int]) -> None:
        self._highest = highest
        self._rows: dict[str, list[tuple[Any, ...]]] = {"household": [], "resident": [], "home": []}
        self._first: dict[str, list[tuple[int, dict[str, Any]]]] = {}
        self._then: dict[str, list[tuple[int, dict[str, Any]]]] = {}

    def household(self, code: str, origin: int | None, relocated_on: str | None) -> int:
        """Add a family and return its id."""
        return self._add("household", (code, origin, relocated_on))

    def resident(self, household: int, values: tuple[Any, ...]) -> int:
        """Add a person: values from relation to is_pregnant."""
        return self._add("resident", (household, *values))

    def home(self, household: int, house: int | None, former: int | None, *, role: str, state: str, from_date: str) -> None:
        """Add a home."""
        self._add("home", (household, house, former, role, state, from_date))

    def alter_first(self, table: str, row: int, values: dict[str, Any]) -> None:
        """Alter a row before anything is added: it makes room."""
        self._first.setdefault(table, []).append((row, values))

    def alter(self, table: str, row: int, values: dict[str, Any]) -> None:
        """Alter a row after everything is added."""
        self._then.setdefault(table, []).append((row, values))

    def finished(self, houses: list[Insertion], ask: Callable[[], None]) -> Writes:
        """All of it in the order in which the database takes it; ``ask()`` may raise Cancelled on the way."""
        names = {"household": HOUSEHOLD, "resident": RESIDENT, "home": HOME}
        rows = [_insertion(table, names[table], found, ask) for table, found in self._rows.items() if found]
        return Writes(
            tuple(Alteration(table, tuple(found)) for table, found in self._first.items()),
            (*houses, *rows),
            tuple(Alteration(table, tuple(found)) for table, found in self._then.items()),
        )

    def touched(self, table: str) -> bool:
        """Whether any row of the table is added or altered."""
        return bool(self._rows.get(table)) or table in self._first or table in self._then

    def _add(self, table: str, values: tuple[Any, ...]) -> int:
        self._highest[table] += 1
        self._rows[table].append((self._highest[table], *values))
        return self._highest[table]


def _insertion(table: str, names: tuple[str, ...], rows: list[tuple[Any, ...]], ask: Callable[[], None]) -> Insertion:
    ask()
    ids, *columns = zip(*rows, strict=True)
    uids: list[str] = []
    while len(uids) < len(rows):
        ask()
        uids += new_uids(min(_UIDS_AT_ONCE, len(rows) - len(uids)))
    ask()
    return Insertion(table, dict(zip(names, (list(ids), uids, *map(list, columns)), strict=True)))

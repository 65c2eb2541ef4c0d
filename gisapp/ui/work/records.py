"""The records by which a slice of work shows itself in the window."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QWidget

from gisapp.domain.cards import HouseholdCard
from gisapp.domain.change import Kind

if TYPE_CHECKING:
    from gisapp.domain.affected import AffectedRun
    from gisapp.ui.cards.card import Card
    from gisapp.ui.panels.table import Listing
    from gisapp.ui.work.desk import WorkDesk

Place = tuple[str, tuple[int, ...]]
"""(kind, ids) of what is chosen in the tree or on the map; ("", ()) is the whole county."""

Among = tuple[str, frozenset[int]]
"""What some families (or what else the list is named by) are called, and their ids: of a list only they are shown."""

ALWAYS: Callable[[HouseholdCard], bool] = lambda _card: True  # noqa: E731


def is_relocated(card: HouseholdCard) -> bool:
    """Whether the family has two lines of contacts."""
    return card.relocated_on is not None


@dataclass(frozen=True, slots=True)
class WorkButton:
    """A button over the table; ``clicked`` gets the chosen rows, all in sight when none is chosen.

    ``key``: this sign does the same while the table has the focus; the text should show it.
    """

    text: str
    icon: str
    clicked: Callable[[WorkDesk, Sequence[Any]], None]
    tip: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Renewal:
    """How a list keeps step with changes of one kind that name families, without being read anew.

    ``read`` gets those families on a reading thread and returns what turns the row of one into the row it is now. Rows stay
    where they stand until the list is asked for again.
    """

    kind: Kind
    read: Callable[[sqlite3.Connection, Place, Sequence[int]], Callable[[Any], Any]]


@dataclass(frozen=True, slots=True)
class WorkList:
    """One list at the left of 搬迁社区 or 防汛: ``title()``, how many wait, its rows for a place, its buttons.

    In 搬迁社区 the count is that of the whole county; in 防汛 the place is ("hazard_run", (id,)) while a run is in hand, and the
    count speaks of it, else of the latest. ``count`` and ``listing`` run on a reading thread. A row that speaks of a family has
    ``household`` (its id), one of a contact ``contact``, one of a house ``house``: choosing it in the table
    then shows its card and marks it on the map. ``kinds``: a change of these kinds makes it be read anew.
    ``is_urgent``: a count above 0 stands in red. ``marks_houses``: showing the list marks the houses of its rows on the map.
    ``renewal``: how single rows are renewed.
    ``named_by``: what of a row it is that "only these" names, its family when None.
    """

    id: str
    title: Callable[[], str]
    count: Callable[[sqlite3.Connection, Place], int]
    listing: Callable[[sqlite3.Connection, Place], Listing]
    buttons: Callable[[], tuple[WorkButton, ...]]
    kinds: frozenset[Kind]
    is_urgent: bool = False
    marks_houses: bool = False
    renewal: Renewal | None = None
    named_by: Callable[[Any], int | None] | None = None


@dataclass(frozen=True, slots=True)
class FamilyAction:
    """An entry of the 更多 menu of a family's card; ``run`` gets the family's id. ``opens_group``: a line above it."""

    id: str
    text: Callable[[], str]
    run: Callable[[WorkDesk, int], None]
    is_for: Callable[[HouseholdCard], bool] = ALWAYS
    icon: str = ""
    opens_group: bool = False


@dataclass(frozen=True, slots=True)
class FamilySection:
    """A part of a family's card: ``read`` on a reading thread (None = no such part), ``draw`` on the window's."""

    id: str
    read: Callable[[sqlite3.Connection, HouseholdCard], Any]
    draw: Callable[[Card, Any, WorkDesk], None]


@dataclass(frozen=True, slots=True)
class ContactSection:
    """A part of a contact's card, likewise; ``read`` gets the contact's id."""

    id: str
    read: Callable[[sqlite3.Connection, int], Any]
    draw: Callable[[Card, Any, WorkDesk], None]


@dataclass(frozen=True, slots=True)
class HouseSection:
    """A part of the card of a house with several families or none, likewise; ``read`` gets the house's id."""

    id: str
    read: Callable[[sqlite3.Connection, int], Any]
    draw: Callable[[Card, Any, WorkDesk], None]


@dataclass(frozen=True, slots=True)
class RunSection:
    """A part of a hazard run's card: ``read`` on a reading thread (None = no such part), ``draw`` on the window's."""

    id: str
    read: Callable[[sqlite3.Connection, AffectedRun], Any]
    draw: Callable[[Card, Any, WorkDesk], None]


@dataclass(frozen=True, slots=True)
class RunAction:
    """An entry of the 更多 menu of a run's card; ``run`` gets the run in hand. ``opens_group``: a line above it."""

    id: str
    text: Callable[[], str]
    run: Callable[[WorkDesk, AffectedRun], None]
    icon: str = ""
    opens_group: bool = False


class PageWidget(Protocol):
    """What a page beside the map is, apart from a QWidget: it is told where we are and what changed, also while it is hidden."""

    def show_place(self, kind: str, ids: Sequence[int]) -> None: ...

    def take_change(self, change: object) -> None: ...


@dataclass(frozen=True, slots=True)
class MapPage:
    """A page beside the map in 搬迁社区 or 防汛: a QWidget that is a PageWidget too, made when it is first looked at."""

    id: str
    title: Callable[[], str]
    make: Callable[[WorkDesk], QWidget]


@dataclass(frozen=True, slots=True)
class WorkCommand:
    """What a menu entry whose record says ``work:<id>`` (ui/actions/records.py) does."""

    id: str
    run: Callable[[WorkDesk], None]


@dataclass(frozen=True, slots=True)
class Slice:
    """All by which one slice of work shows itself; what it has none of is left out."""

    lists: tuple[WorkList, ...] = ()
    family_actions: tuple[FamilyAction, ...] = ()
    family_sections: tuple[FamilySection, ...] = ()
    contact_sections: tuple[ContactSection, ...] = ()
    pages: tuple[MapPage, ...] = ()
    commands: tuple[WorkCommand, ...] = ()
    flood_lists: tuple[WorkList, ...] = ()
    flood_pages: tuple[MapPage, ...] = ()
    run_sections: tuple[RunSection, ...] = ()
    run_actions: tuple[RunAction, ...] = ()
    house_sections: tuple[HouseSection, ...] = ()

"""The lists of the window: which columns each has, and what is done with it."""

from __future__ import annotations

from dataclasses import dataclass

from gisapp.domain.affected import CallLine, CallRow
from gisapp.domain.cards import HouseholdRow
from gisapp.domain.gaps import SlotGap
from gisapp.domain.lines import SLOTS, Slot
from gisapp.language import tr
from gisapp.ui.tables.rows import Column


@dataclass(frozen=True, slots=True)
class GapRow:
    """A relocated family and its empty slots."""

    family: HouseholdRow
    missing: tuple[Slot, ...]
    gaps: tuple[SlotGap, ...] = ()

    @property
    def days(self) -> int:
        """For how many days the slot that is empty longest has been so."""
        return max((gap.days for gap in self.gaps), default=0)


def family_columns() -> tuple[Column, ...]:
    """Families of a place."""
    return (
        Column(tr("户主"), lambda row: row.head, 5),
        Column(tr("人数"), lambda row: str(row.residents), 3.2, order=lambda row: row.residents, is_number=True),
        Column(tr("门牌"), lambda row: row.number, 14),
        Column(tr("网格"), lambda row: row.grid, 9),
        Column(tr("镇"), lambda row: row.town, 5),
        Column(tr("电话"), lambda row: row.phone_masked, 7),
        Column(tr("搬迁自"), lambda row: row.origin, 7),
        Column(tr("六岗"), _filled, 4.5, order=lambda row: -1 if row.filled_slots is None else row.filled_slots, tint=_filled_tint),
        Column(tr("户编号"), lambda row: row.code, 8),
    )


def gap_columns() -> tuple[Column, ...]:
    """Families missing a slot."""
    return (
        Column(tr("户主"), lambda row: row.family.head, 5),
        Column(tr("缺岗"), _missing, 19, order=lambda row: (-len(row.missing), _missing(row)), tint=lambda _row: "danger"),
        Column(tr("原因"), _why_empty, 17),
        Column(tr("空缺天数"), lambda row: f"{row.days:,}", 4.4, order=lambda row: row.days, is_number=True),
        Column(tr("现住房"), lambda row: row.family.number, 14),
        Column(tr("人数"), lambda row: str(row.family.residents), 3.2, order=lambda row: row.family.residents, is_number=True),
        Column(tr("搬迁自"), lambda row: row.family.origin, 7),
        Column(tr("电话"), lambda row: row.family.phone_masked, 7),
        Column(tr("户编号"), lambda row: row.family.code, 8),
    )


def call_columns() -> tuple[Column, ...]:
    """The call list of a run."""
    return (
        Column(tr("等级"), lambda row: row.level.caption, 2.6, order=lambda row: row.level.rank, tint=_level_tint),
        Column(tr("网格"), lambda row: row.grid, 8, order=lambda row: row.grid_code),
        Column(tr("户主"), lambda row: row.head, 3.6),
        Column(tr("户电话"), lambda row: row.phone or tr("无电话"), 6.4, tint=lambda row: "" if row.phone else "danger"),
        Column(tr("人数"), lambda row: str(row.residents), 2.6, order=lambda row: row.residents, is_number=True),
        Column(tr("重点"), lambda row: row.marks, 4),
        Column(tr("先打给"), _first_call, 9.4, tint=lambda row: "" if row.is_reachable else "danger"),
        Column(tr("今晚住"), lambda row: row.sleeping, 15),
        Column(tr("社区主责"), _community, 9.4, tint=_community_tint),
        Column(tr("村级主责"), _village, 9.4, tint=_village_tint),
        Column(tr("网格员"), lambda row: _call(row.officer), 9.4, tint=lambda row: "" if row.officer else "danger"),
        Column(tr("避险点"), lambda row: row.site_text, 13, order=lambda row: row.safe_site_m or 0.0, tint=_site_tint),
        Column(tr("门牌"), lambda row: row.number, 14),
    )


def household_of(row: object) -> int | None:
    """The family a row speaks of (``row.household``); None for a row about property or a contact."""
    match row:
        case HouseholdRow():
            return int(row.id)
        case GapRow():
            return int(row.family.id)
        case _:
            return getattr(row, "household", None)


def house_of(row: object) -> int | None:
    """The house a row names itself (``row.house``); None where the family's home has to be looked up."""
    return getattr(row, "house", None)


def contact_of(row: object) -> int | None:
    """The contact a row speaks of, when it speaks of no family."""
    return getattr(row, "contact", None) if household_of(row) is None else None


def site_of(row: object) -> int | None:
    """The safe site a row speaks of (``row.site_id``)."""
    return getattr(row, "site_id", None)


def flow_of(row: object) -> int | None:
    """The flow from a village to a site that a row speaks of (``row.flow``)."""
    return getattr(row, "flow", None)


def _filled(row: HouseholdRow) -> str:
    return "" if row.filled_slots is None else tr("{filled}/{all}", filled=row.filled_slots, all=len(SLOTS))


def _filled_tint(row: HouseholdRow) -> str:
    return "danger" if row.filled_slots is not None and row.filled_slots < len(SLOTS) else ""


def _missing(row: GapRow) -> str:
    return tr("、").join(slot.caption for slot in row.missing)


def _why_empty(row: GapRow) -> str:
    return tr("；").join(dict.fromkeys(gap.sentence for gap in row.gaps))


def _call(person: CallLine | None) -> str:
    return tr("{name} {phone}", name=person.name, phone=person.phone).strip() if person else tr("— 缺岗")


def _first_call(row: CallRow) -> str:
    """Whom to call first: who leads the screening, else the village's lead, else the grid officer."""
    return _call(row.community_lead or row.village_lead or row.officer)


def _community(row: CallRow) -> str:
    return _call(row.community_lead) if row.is_relocated else ""


def _village(row: CallRow) -> str:
    return _call(row.village_lead) if row.is_relocated else ""


def _community_tint(row: CallRow) -> str:
    return "danger" if row.is_relocated and row.community_lead is None else ""


def _village_tint(row: CallRow) -> str:
    return "danger" if row.is_relocated and row.village_lead is None else ""


def _level_tint(row: CallRow) -> str:
    return "danger" if row.level.rank == 0 else ("warn" if row.level.rank == 1 else "")


def _site_tint(row: CallRow) -> str:
    return "danger" if row.no_site is not None and row.no_site.is_urgent else ""

"""Two lines of care, six slots, and who leads which duty.

Source of the preset: the dual-line rule as published for Ziyang county (domain notes): for
screening the community's sponsor cadre leads and the village's assists; for assistance the
village's leads and the community's assists. A rule set is a setting with a preset.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gisapp.errors import BadRequest
from gisapp.language import tr


class Line(StrEnum):
    """Which side looks after the family: the origin village or the residence community."""

    VILLAGE = "village"
    COMMUNITY = "community"

    @property
    def caption(self) -> str:
        return tr("村线") if self is Line.VILLAGE else tr("社区线")


class Role(StrEnum):
    """What a contact is to the family on one line."""

    SPONSOR_CADRE = "sponsor_cadre"
    UNIT_CADRE = "unit_cadre"
    GRID_OFFICER = "grid_officer"

    @property
    def caption(self) -> str:
        match self:
            case Role.SPONSOR_CADRE:
                return tr("包联干部")
            case Role.UNIT_CADRE:
                return tr("村/社区干部")
            case Role.GRID_OFFICER:
                return tr("网格员")


class Duty(StrEnum):
    """What has to be done for a family."""

    SCREENING = "screening"
    ASSISTANCE = "assistance"

    @property
    def caption(self) -> str:
        return tr("排查预警") if self is Duty.SCREENING else tr("帮扶落实")


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """One of the six places a contact can hold for a relocated family: line x role."""

    line: Line
    role: Role

    @property
    def code(self) -> str:
        """``village/sponsor_cadre`` and so on, as the command line writes it."""
        return f"{self.line}/{self.role}"

    @property
    def caption(self) -> str:
        return tr("{line}·{role}", line=self.line.caption, role=self.role.caption)


SLOTS = tuple(Slot(line, role) for line in Line for role in Role)


_LINE_WORDS = (("village", "村", "村线"), ("community", "社区", "社区线"))
_ROLE_WORDS = (
    ("sponsor_cadre", "sponsor", "包联干部"),
    ("unit_cadre", "unit", "村/社区干部", "村干部", "社区干部"),
    ("grid_officer", "grid", "officer", "网格员"),
)
"""What people write for each line and role, in the order of Line and Role, whatever language the screen speaks."""


def slot_from_text(text: str) -> Slot:
    """The slot named by ``LINE/ROLE``; codes, their short forms, Chinese titles and captions are understood.

    Raises BadRequest that lists the six slots.
    """
    wanted = text.strip().lower()
    for slot in SLOTS:
        if wanted == slot.caption.lower():
            return slot
    line_text, _, role_text = wanted.replace("-", "_").replace("·", "/", 1).partition("/")
    for slot in SLOTS:
        line_words, role_words = _LINE_WORDS[tuple(Line).index(slot.line)], _ROLE_WORDS[tuple(Role).index(slot.role)]
        if line_text.strip() in line_words and role_text.strip() in role_words:
            return slot
    raise BadRequest(
        tr("没有名为“{text}”的岗位。", text=text),
        tr("可用的岗位：{slots}。", slots="  ".join(slot.code for slot in SLOTS)),
    )


@dataclass(frozen=True, slots=True)
class LeadRule:
    """For one duty, who leads and who assists."""

    duty: Duty
    lead: Slot
    assist: Slot


PUBLISHED_RULES = (
    LeadRule(Duty.SCREENING, Slot(Line.COMMUNITY, Role.SPONSOR_CADRE), Slot(Line.VILLAGE, Role.SPONSOR_CADRE)),
    LeadRule(Duty.ASSISTANCE, Slot(Line.VILLAGE, Role.SPONSOR_CADRE), Slot(Line.COMMUNITY, Role.SPONSOR_CADRE)),
)

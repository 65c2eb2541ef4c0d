"""A family as another desk's file tells of it: marks that recognise it and say nothing of anybody."""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple

from gisapp.domain.id_number import in_eighteen
from gisapp.domain.written import person_name, tidy

MARK_CHARACTERS = 4
"""Sixteen bits: about a thousand ID numbers of one county have the same mark, so that none can be found out from it."""


class FamilyMarks(NamedTuple):
    """Of the head's ID number and name, of the code and the number of the house lived in; "" = not known."""

    id_number: str = ""
    name: str = ""
    house_code: str = ""
    house_number: str = ""

    def is_head(self, other: FamilyMarks) -> bool | None:
        """Whether both have the same head: by ID number, by name where either has none; None: that cannot be told."""
        for mine, others in ((self.id_number, other.id_number), (self.name, other.name)):
            if mine and others:
                return mine == others
        return None

    def is_home(self, other: FamilyMarks) -> bool | None:
        """Whether both live in the same house: by its code, by its number where either has no code; None: that cannot be told."""
        for mine, others in ((self.house_code, other.house_code), (self.house_number, other.house_number)):
            if mine and others:
                return mine == others
        return None


UNMARKED = FamilyMarks()


def family_marks(id_number: str | None, name: str | None, house_code: str | None, house_number: str | None) -> FamilyMarks:
    """The marks of a family, the same on every desk that knows the same of it."""
    written = (in_eighteen((id_number or "").upper()), person_name(name or ""), tidy(house_code or ""), tidy(house_number or ""))
    return FamilyMarks(*(_mark(text) for text in written))


def _mark(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:MARK_CHARACTERS] if text else ""

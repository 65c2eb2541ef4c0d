"""Who among the people of a run is vulnerable, person by person and as marks of a family."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from gisapp.domain.affected import Vulnerable
from gisapp.domain.hazard import CountedAt
from gisapp.domain.person import CHILD_BELOW_AGE, ELDERLY_FROM_AGE, Vulnerability, born_on_or_before
from gisapp.storage.runs.affected_people import AffectedPerson

Flags = tuple[bool, ...]
"""One truth per Vulnerability, in its order."""

Limits = tuple[str, str]
"""Born by the first ISO date: elderly; born after the second: a child."""


def limits_on(day: date) -> Limits:
    """The birth dates that part the elderly and the children from the others on ``day``."""
    return born_on_or_before(ELDERLY_FROM_AGE, day), born_on_or_before(CHILD_BELOW_AGE, day)


def vulnerable_people(families: Mapping[int, Sequence[AffectedPerson]], day: date, *, counted_at: CountedAt) -> Vulnerable:
    """Counts over the counted people: all of the families, or those who sleep in danger; each person once."""
    limits = limits_on(day)
    found = [
        flags
        for people in families.values()
        for person, flags in zip(people, flags_of(people, limits), strict=True)
        if any(flags) and (counted_at is CountedAt.HOMES or person.is_in_danger)
    ]
    return Vulnerable(len(found), *(sum(flags[place] for flags in found) for place in range(len(Vulnerability))))


def marks_of(families: Mapping[int, Sequence[AffectedPerson]], day: date) -> dict[int, str]:
    """household id -> marks with counts over the whole family ("老1 幼2"); families without any are left out."""
    limits, marks = limits_on(day), [mark.mark for mark in Vulnerability]
    texts = {household: _text(marks, flags_of(people, limits)) for household, people in families.items()}
    return {household: text for household, text in texts.items() if text}


def flags_of(people: Sequence[AffectedPerson], limits: Limits) -> list[Flags]:
    """The flags of each person of one family."""
    elderly_by, children_after = limits
    is_alone = len(people) == 1
    return [
        (
            person.birth_date <= elderly_by,
            person.birth_date > children_after,
            person.is_disabled == 1,
            person.is_ill == 1,
            person.is_pregnant == 1,
            is_alone,
        )
        for person in people
    ]


def _text(marks: Sequence[str], flags: Iterable[Flags]) -> str:
    counts = [sum(column) for column in zip(*flags, strict=True)]
    return " ".join(f"{mark}{count}" for mark, count in zip(marks, counts, strict=True) if count)

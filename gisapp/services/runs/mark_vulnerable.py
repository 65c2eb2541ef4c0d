"""Who among the people of a run is vulnerable, person by person and as marks of a family."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from gisapp.domain.affected import Vulnerable
from gisapp.domain.hazard import CountedAt
from gisapp.domain.person import CHILD_BELOW_AGE, ELDERLY_FROM_AGE, Vulnerability, born_on_or_before
from gisapp.storage.runs import affected_people
from gisapp.storage.runs.affected_people import AffectedPerson

People = Mapping[int, Sequence[AffectedPerson]]
ALONE = 1 << tuple(Vulnerability).index(Vulnerability.ALONE)


def people_of_run(connection: sqlite3.Connection, day: date) -> People:
    """household id -> its residents with their marks on ``day`` (storage.runs.begin and find_families came before)."""
    elderly_by, children_after = born_on_or_before(ELDERLY_FROM_AGE, day), born_on_or_before(CHILD_BELOW_AGE, day)
    return affected_people.of_run(connection, elderly_by=elderly_by, children_after=children_after)


def vulnerable_people(families: People, *, counted_at: CountedAt) -> Vulnerable:
    """Counts over the counted people: all of the families, or those who sleep in danger; each person once."""
    found = Counter(
        marks
        for people in families.values()
        for person, marks in zip(people, _marks(people), strict=True)
        if counted_at is CountedAt.HOMES or person.is_in_danger
    )
    counts = [sum(count for marks, count in found.items() if marks >> place & 1) for place in range(len(Vulnerability))]
    return Vulnerable(sum(count for marks, count in found.items() if marks), *counts)


def marks_of(families: People) -> dict[int, str]:
    """household id -> marks with counts over the whole family ("老1 幼2"); families without any are left out."""
    words = [one.mark for one in Vulnerability]

    @cache
    def text(marks: tuple[int, ...]) -> str:
        counts = [sum(own >> place & 1 for own in marks) for place in range(len(words))]
        return " ".join(f"{word}{count}" for word, count in zip(words, counts, strict=True) if count)

    texts = {household: text(tuple(filter(None, _marks(people)))) for household, people in families.items()}
    return {household: said for household, said in texts.items() if said}


def _marks(people: Sequence[AffectedPerson]) -> list[int]:
    """The marks of each person of one family, living alone among them."""
    return [people[0].marks | ALONE] if len(people) == 1 else [person.marks for person in people]

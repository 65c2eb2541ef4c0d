"""Who follows as head of a family, and what everybody else then is to the new head."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from gisapp.domain.family import Family, Person
from gisapp.domain.person import Relation

ADULT_FROM_AGE = 18
_ORDER = (Relation.SPOUSE, Relation.CHILD, Relation.CHILD_IN_LAW, Relation.PARENT, Relation.OTHER, Relation.GRANDCHILD)

_SEEN_FROM = MappingProxyType(
    {
        Relation.SPOUSE: MappingProxyType(
            {
                Relation.HEAD: Relation.SPOUSE,
                Relation.CHILD: Relation.CHILD,
                Relation.CHILD_IN_LAW: Relation.CHILD_IN_LAW,
                Relation.GRANDCHILD: Relation.GRANDCHILD,
            }
        ),
        Relation.CHILD: MappingProxyType({Relation.HEAD: Relation.PARENT, Relation.SPOUSE: Relation.PARENT}),
        Relation.PARENT: MappingProxyType(
            {
                Relation.HEAD: Relation.CHILD,
                Relation.SPOUSE: Relation.CHILD_IN_LAW,
                Relation.CHILD: Relation.GRANDCHILD,
                Relation.PARENT: Relation.SPOUSE,
            }
        ),
    }
)
"""New head's relation to the old one -> relation to the old head -> relation to the new one; OTHER where it is not sure."""

_SEEN_FROM_THE_ONLY_PAIR = MappingProxyType(
    {
        Relation.CHILD: MappingProxyType({Relation.CHILD_IN_LAW: Relation.SPOUSE, Relation.GRANDCHILD: Relation.CHILD}),
        Relation.CHILD_IN_LAW: MappingProxyType({Relation.CHILD: Relation.SPOUSE, Relation.GRANDCHILD: Relation.CHILD}),
        Relation.GRANDCHILD: MappingProxyType({Relation.CHILD: Relation.PARENT, Relation.CHILD_IN_LAW: Relation.PARENT}),
    }
)
"""What is sure only while the family has one child with at most one partner: whose spouse, whose children."""


def next_head(people: Iterable[Person], day: str) -> Person | None:
    """Who follows as head: adults before minors, then spouse, child, child-in-law, parent, other, grandchild, then the oldest."""
    adult_by = f"{int(day[:4]) - ADULT_FROM_AGE:04d}{day[4:]}"
    candidates = [one for one in people if one.left_on is None and one.relation is not Relation.HEAD]
    return min(candidates, key=lambda one: (one.birth_date > adult_by, _ORDER.index(one.relation), one.birth_date, one.id), default=None)


def under_head(family: Family, head_id: int, given: Mapping[int, Relation] | None = None) -> Family:
    """The family with another of its people as head, the others' relations as ``given``, else as they follow from the old ones."""
    present = family.present
    head = next(one for one in present if one.id == head_id)
    if head.relation is Relation.HEAD:
        return family
    pair = (
        sum(one.relation is Relation.CHILD for one in present) == 1 and sum(one.relation is Relation.CHILD_IN_LAW for one in present) <= 1
    )
    table = {**_SEEN_FROM.get(head.relation, {}), **(_SEEN_FROM_THE_ONLY_PAIR.get(head.relation, {}) if pair else {})}

    def seen(one: Person) -> Relation:
        if one.id == head_id:
            return Relation.HEAD
        chosen = (given or {}).get(one.id, Relation.HEAD)
        return table.get(one.relation, Relation.OTHER) if chosen is Relation.HEAD else chosen

    return replace(family, people=tuple(one if one.left_on else replace(one, relation=seen(one)) for one in family.people))


def led(family: Family, day: str, *, head_id: int | None = None) -> Family:
    """The family under a head again when it has lost its own: the one named, else whoever follows."""
    if family.head is not None:
        return family
    head = next_head(family.present, day) if head_id is None else family.person(head_id)
    return family if head is None else under_head(family, head.id)

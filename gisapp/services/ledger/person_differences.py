"""What a row says of a person that the county has otherwise: by field, and as a person reads it."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from gisapp.domain.id_number import in_eighteen
from gisapp.domain.ledger import LedgerKind, caption_of
from gisapp.domain.masking import masked_id, masked_phone
from gisapp.domain.person import Relation, Sex
from gisapp.language import tr
from gisapp.services.ledger.people_rows import MARKS, PersonRow
from gisapp.storage.ledger.ledger_facts import PersonFact

_OF_HEAD = MappingProxyType({"name": "head_name", "id_number": "head_id"})
"""A ledger of households has its head's name and number under these fields."""


def new_values(person: PersonRow, fact: PersonFact) -> dict[str, Any]:
    """column of a resident -> the row's value, where the row says something and it is not what the county has."""
    given: dict[str, Any] = {
        "name": person.name or None,
        "sex": person.sex and person.sex.value,
        "birth_date": person.birth_date or None,
    }
    given |= {"relation": person.relation and person.relation.value, "phone": person.phone}
    given |= {key: None if mark is None else int(mark) for key, mark in zip(MARKS, person.marks, strict=True)}
    if person.id and person.id_key != county_key(fact.id_number):
        given["id_number"] = person.id.text
    return {key: value for key, value in given.items() if value is not None and value != getattr(fact, key)}


def county_key(number: str | None) -> str:
    """The county's number in its long form."""
    return in_eighteen(number) if number else ""


def person_title(kind: LedgerKind, key: str) -> str:
    """What a column of a resident is called in a ledger of ``kind``."""
    return caption_of(kind, _OF_HEAD.get(key, key) if kind is LedgerKind.HOUSEHOLDS else key)


def shown_value(key: str, value: Any, *, is_revealed: bool = False) -> str:
    """A column's value for a person; numbers and phones masked unless ``is_revealed``."""
    if value is None:
        return ""
    match key:
        case "relation":
            return Relation(value).caption
        case "sex":
            return Sex(value).caption
        case "id_number" if not is_revealed:
            return masked_id(str(value))
        case "phone" if not is_revealed:
            return masked_phone(str(value))
        case _ if key in MARKS:
            return tr("是") if value else tr("否")
        case _:
            return str(value)

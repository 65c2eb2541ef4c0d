"""Families rebuilt from a list of people: by code, by the head's number, by order, by the head's name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gisapp.domain.person import Relation
from gisapp.language import tr
from gisapp.services.ledger.outcome import RefusedRow
from gisapp.services.ledger.people_rows import PersonRow


class Group:
    """The rows of one family; ``head`` is the row that says so, None when the file has none."""

    __slots__ = ("code", "head", "head_id", "rows")

    def __init__(self, code: str = "", head_id: str = "") -> None:
        self.code, self.head_id = code, head_id
        self.head: PersonRow | None = None
        self.rows: list[PersonRow] = []

    def first_text(self, key: str) -> tuple[str, PersonRow] | None:
        """A fact of the family: as the head's row has it, else the first row that has it."""
        ordered = self.rows if self.head is None else [self.head, *(row for row in self.rows if row is not self.head)]
        return next(((row.texts[key], row) for row in ordered if key in row.texts), None)

    def texts(self, keys: Iterable[str]) -> dict[str, str]:
        """``first_text`` of each of ``keys``, those that nobody has left out."""
        return {key: found[0] for key in keys if (found := self.first_text(key))}


class Grouping:
    """Puts people into families; what belongs to none is refused."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self.refused: list[RefusedRow] = []
        self.lost_heads: dict[str, int] = {}
        self.lost_members: dict[int, Group] = {}
        self._by_code: dict[str, Group] = {}
        self._by_head: dict[str, Group] = {}
        self._by_name: dict[str, list[Group]] = {}
        self._rows_by_id: dict[str, int] = {}
        self._waiting: list[PersonRow] = []
        self._current: Group | None = None
        self._broken_at = 0

    def add(self, person: PersonRow) -> None:
        """Take the next row of the file."""
        if person.id_key:
            earlier = self._rows_by_id.setdefault(person.id_key, person.row)
            if earlier != person.row:
                self.note_lost(person.row, was_head=person.relation is Relation.HEAD, code=person.code)
                return self._refuse(person, tr("身份证号与第 {row} 行相同", row=earlier))
        group = self._group_of(person)
        if group is not None:
            self._put(person, group)
        return None

    def note_lost(self, row: int, *, was_head: bool, code: str = "") -> None:
        """A row that could not be read: after a lost head the rows that follow by order have no family."""
        if was_head:
            self._current, self._broken_at = None, row
        elif self._current is not None:
            self.lost_members[row] = self._current
        if was_head and code:
            self.lost_heads.setdefault(code, row)

    def finish(self) -> None:
        """Give those who only name their head to the one family with that head; nobody is added any more."""
        for person in self._waiting:
            named = self._by_name.get(person.head_name, [])
            if len(named) == 1:
                self._put(person, named[0])
            elif named:
                self._refuse(
                    person, tr("表中有 {count} 户的户主叫{name}，请写户编号或户主身份证号", count=len(named), name=person.head_name)
                )
            else:
                self._refuse(person, tr("表中没有户主{name}这一行", name=person.head_name))
        for known in (self._by_code, self._by_head, self._by_name, self._rows_by_id):
            known.clear()
        self._waiting, self._current = [], None

    def hand_over(self, most: int) -> Iterator[list[Group]]:
        """The families, at most so many at a time, in the order of the file; those handed over are not kept here."""
        self.groups.reverse()
        while self.groups:
            yield [self.groups.pop() for _ in range(min(most, len(self.groups)))]

    def _group_of(self, person: PersonRow) -> Group | None:
        is_head = person.relation is Relation.HEAD
        if person.code:
            return self._coded(person, is_head=is_head)
        if person.head_id:
            return self._by_head.get(person.head_id) or self._begin(head_id=person.head_id)
        if is_head:
            return (self._by_head.get(person.id_key) if person.id_key else None) or self._begin(head_id=person.id_key)
        if person.head_name:
            if self._current and self._current.head and self._current.head.name == person.head_name:
                return self._current
            self._waiting.append(person)
            return None
        if person.relation is not None and self._current is not None:
            return self._current
        if self._broken_at:
            self._refuse(person, tr("户主所在的第 {row} 行没有导入，不知道属于哪一户", row=self._broken_at))
        else:
            self._refuse(person, tr("不知道属于哪一户：请写户编号、户主身份证号，或与户主关系"))
        return None

    def _coded(self, person: PersonRow, *, is_head: bool) -> Group:
        group = self._by_code.get(person.code)
        if group is None and is_head and person.id_key in self._by_head and not self._by_head[person.id_key].code:
            group = self._by_head[person.id_key]
            group.code = person.code
        if group is None:
            group = self._begin(code=person.code, head_id=person.head_id or (person.id_key if is_head else ""))
        self._by_code[person.code] = group
        return group

    def _begin(self, *, code: str = "", head_id: str = "") -> Group:
        group = Group(code, head_id)
        if head_id:
            self._by_head.setdefault(head_id, group)
        self.groups.append(group)
        return group

    def _put(self, person: PersonRow, group: Group) -> None:
        if person.relation is Relation.HEAD:
            if group.head is not None:
                return self._refuse(person, tr("这一户在第 {row} 行已有户主{name}", row=group.head.row, name=group.head.name))
            group.head = person
            if person.name:
                self._by_name.setdefault(person.name, []).append(group)
            if person.id_key:
                self._by_head.setdefault(person.id_key, group)
        group.rows.append(person)
        self._current = group
        return None

    def _refuse(self, person: PersonRow, reason: str) -> None:
        self.refused.append(RefusedRow(person.row, "", person.name or person.code, reason))

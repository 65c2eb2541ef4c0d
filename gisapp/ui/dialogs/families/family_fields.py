"""The fields of the family event dialog: made once, shown as the event asks for them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from gisapp.domain.change import Kind
from gisapp.domain.family import Family, LeftReason
from gisapp.domain.home import HomeRole, HomeState
from gisapp.domain.person import Relation, Sex
from gisapp.language import tr
from gisapp.services.places.search_county import search_county
from gisapp.storage.places import places
from gisapp.ui import pieces
from gisapp.ui.dialogs.families.family_forms import EventForm, EventValues
from gisapp.ui.finder import Finder, Hits, height_of_rows
from gisapp.ui.tasks import Tasks

MOST_HITS = 40
HOUSES_SEEN = 5
MANY = 1_000
"""People of a family that is not known yet."""


class EventFields(QObject):
    """Every field by its name in EventForm.fields; ``changed`` tells that one has another content."""

    changed = Signal()

    def __init__(self, tasks: Tasks, form: QFormLayout, vacant: Callable[[sqlite3.Connection], Sequence[tuple[int, str]]]) -> None:
        super().__init__()
        self.house = Finder(tasks, houses_or(vacant), tr("房屋"), tr("门牌的一部分，如 紫云南郡3号楼；下面先列空着的房"), rows=HOUSES_SEEN)
        self.other_family = Finder(tasks, find_families, tr("另一户"), tr("户主姓名、首字母、户编号或门牌"))
        self.other_person = Finder(tasks, find_people, tr("另一户的人"), tr("姓名、首字母、证件尾号或电话"))
        self.people = QListWidget()
        self.person, self.departed, self.head, self.relation = (QComboBox() for _ in range(4))
        self.home, self.state, self.sex = (QComboBox() for _ in range(3))
        self.name, self.born, self.id_number, self.phone, self.where, self.code = (QLineEdit() for _ in range(6))
        self._wanted: EventForm | None = None
        self._has_spouse = False
        self._count = MANY
        self._rows: dict[str, tuple[QLabel, QWidget]] = {}
        for name, text, widget in self._named():
            label = pieces.label(text, "caption", wraps=False)
            widget.setAccessibleName(text)
            form.addRow(label, widget)
            self._rows[name] = (label, widget)
        self._fill()
        self._connect()

    def show_form(self, form: EventForm) -> None:
        """Show what this event asks for, nothing else; nothing at all where the family has too few people for it."""
        shown = form.fields if self._count >= form.least else ()
        for name, (label, widget) in self._rows.items():
            label.setVisible(name in shown)
            widget.setVisible(name in shown)
        self._wanted = form
        self._choose_relation()
        self.where.setPlaceholderText(tr("如 外出务工（西安）") if form.id == "away" else tr("可以不写"))
        for finder in (self.house, self.other_family, self.other_person):
            finder.field.clear()
            finder.hits.clear()
        if "house" in shown:
            self.house.look()

    def _choose_relation(self) -> None:
        """What usually fits: who marries into a family whose head has a spouse is a child's."""
        form = self._wanted
        if form is not None:
            is_second = form.id.startswith("marry_in") and self._has_spouse
            relation = Relation.CHILD_IN_LAW if is_second else form.relation
            self.relation.setCurrentIndex(self.relation.findData(relation.value))

    def first(self, form: EventForm) -> QWidget | None:
        """The field to begin with."""
        return self._rows[form.fields[0]][1] if form.fields else None

    def show_family(self, family: Family, departed: Sequence[tuple[int, str, str, str]]) -> None:
        """The family's people and homes as choices."""
        self.people.clear()
        for person in family.present:
            text = tr("{name}（{relation}）", name=person.name, relation=person.relation.caption)
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, person.id)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.people.addItem(item)
            self.person.addItem(text, person.id)
            self.head.addItem(text, person.id)
        self.people.setFixedHeight(height_of_rows(self.people, min(max(self.people.count(), 2), 5)))
        self._has_spouse = any(person.relation is Relation.SPOUSE for person in family.present)
        self._choose_relation()
        for home in family.homes:
            self.home.addItem(
                tr("{role} {number}（{state}）", role=home.role.caption, number=home.place.number, state=home.state.caption),
                home.role.value,
            )
        for resident, name, day, reason in departed:
            if reason != LeftReason.DEATH:
                self.departed.addItem(tr("{name}，{day} 迁出", name=name, day=day), resident)
        self._count = len(family.present)
        if self._wanted is not None and self._count < self._wanted.least:
            self.show_form(self._wanted)

    def values(self, family: int, day: date) -> EventValues:
        """What stands in the fields."""
        people = [self.people.item(row) for row in range(self.people.count())]
        return EventValues(
            family=family,
            day=day,
            people=tuple(int(item.data(Qt.ItemDataRole.UserRole)) for item in people if item.checkState() is Qt.CheckState.Checked),
            person=self.person.currentData(),
            departed=self.departed.currentData(),
            head=self._head(),
            house=None if self.house.isHidden() else self.house.chosen,
            other_family=None if self.other_family.isHidden() else self.other_family.chosen,
            other_person=self.other_person.chosen,
            relation=Relation(self.relation.currentData()),
            home=HomeRole(self.home.currentData() or HomeRole.ONLY),
            state=HomeState(self.state.currentData()),
            sex=Sex(self.sex.currentData()),
            name=self.name.text().strip(),
            born=self.born.text().strip(),
            id_number=self.id_number.text().strip(),
            phone=self.phone.text().strip(),
            where=self.where.text().strip(),
            code=self.code.text().strip(),
        )

    def _head(self) -> int | None:
        """Who follows as head; only asked when the one who goes is the head, the first of the people."""
        head: int | None = self.head.currentData()
        is_head = self.person.currentIndex() == 0
        return head if not self.people.isHidden() or (is_head and head != self.person.currentData()) else None

    def _named(self) -> tuple[tuple[str, str, QWidget], ...]:
        return (
            ("people", tr("分出去的人"), self.people),
            ("person", tr("是谁"), self.person),
            ("departed", tr("谁返回"), self.departed),
            ("other_family", tr("哪一户"), self.other_family),
            ("other_person", tr("另一户的人"), self.other_person),
            ("name", tr("姓名"), self.name),
            ("sex", tr("性别"), self.sex),
            ("born", tr("出生日期"), self.born),
            ("relation", tr("与户主关系"), self.relation),
            ("id_number", tr("证件号码"), self.id_number),
            ("phone", tr("电话"), self.phone),
            ("where", tr("住哪里"), self.where),
            ("head", tr("新户主"), self.head),
            ("house", tr("住房"), self.house),
            ("code", tr("户编号"), self.code),
            ("home", tr("哪一处"), self.home),
            ("state", tr("今后"), self.state),
        )

    def _fill(self) -> None:
        self.head.addItem(tr("按顺序：配偶、子女、父母…"), None)
        for relation in Relation:
            if relation is not Relation.HEAD:
                self.relation.addItem(relation.caption, relation.value)
        for state in HomeState:
            self.state.addItem(state.caption, state.value)
        for sex in Sex:
            self.sex.addItem(sex.caption, sex.value)
        self.born.setPlaceholderText("1998-03-05")
        self.code.setPlaceholderText(tr("空着由程序编号"))
        for field in (self.id_number, self.phone):
            field.setPlaceholderText(tr("可以不写"))

    def _connect(self) -> None:
        for box in (self.person, self.departed, self.head, self.relation, self.home, self.state, self.sex):
            box.currentIndexChanged.connect(lambda _place: self.changed.emit())
        for line in (self.name, self.born, self.id_number, self.phone, self.where, self.code):
            line.textChanged.connect(lambda _text: self.changed.emit())
        for finder in (self.house, self.other_family, self.other_person):
            finder.changed.connect(self.changed)
        self.people.itemChanged.connect(lambda _item: self.changed.emit())


def houses_or(vacant: Callable[[sqlite3.Connection], Sequence[tuple[int, str]]]) -> Callable[[sqlite3.Connection, str], Hits]:
    """Houses by a part of their number; for less than two characters the flats that stand empty."""

    def find(connection: sqlite3.Connection, text: str) -> Hits:
        if len(text) > 1:
            return find_houses(connection, text)
        found = [(house, number) for house, number in vacant(connection) if text in number]
        return [(house, tr("{number}　{families}", number=number, families=tr("无人居住"))) for house, number in found]

    return find


def find_houses(connection: sqlite3.Connection, text: str) -> Hits:
    """Houses by a part of their number, those where nobody lives first."""
    found = places.suggestions(connection, text, limit=MOST_HITS)
    return [(house, tr("{number}　{families}", number=number, families=families or tr("无人居住"))) for house, number, families in found]


def find_families(connection: sqlite3.Connection, text: str) -> Hits:
    """Families by whatever finds one of their people, their number or their house."""
    hits = search_county(connection, text, limit=MOST_HITS)
    found: dict[int, str] = {}
    for hit in hits:
        if hit.household is not None and hit.kind in (Kind.RESIDENT, Kind.HOUSEHOLD, Kind.HOUSE):
            found.setdefault(hit.household, tr("{title}　{detail}", title=hit.title, detail=hit.detail))
    return list(found.items())[:MOST_HITS]


def find_people(connection: sqlite3.Connection, text: str) -> Hits:
    """People by name, initials, tail of the ID number or phone."""
    hits = search_county(connection, text, limit=MOST_HITS)
    return [(hit.id, tr("{title}　{detail}", title=hit.title, detail=hit.detail)) for hit in hits if hit.kind is Kind.RESIDENT]

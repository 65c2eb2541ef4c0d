"""Rows of a ledger of people or families as persons: every cell read, every contradiction refused with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from gisapp.domain.id_number import IdDoubt, IdFault, IdNumber, check_character, fault_reason, in_eighteen, read_id_number
from gisapp.domain.kinship import read_relation, read_sex
from gisapp.domain.ledger import LedgerKind
from gisapp.domain.person import Relation, Sex
from gisapp.domain.written import person_name, read_day, read_phones, read_yes, tidy
from gisapp.language import tr
from gisapp.readers.ledger import Cells
from gisapp.services.ledger.outcome import Doubt, RefusedRow, RowRefused
from gisapp.services.ledger.table import LedgerTable, is_header_again

T = TypeVar("T")
_TOTALS = re.compile(r"(合计|总计|小计|共计|合\s*计)[:：]?")
_ERROR = re.compile(r"#(N/A|DIV/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|GETTING_DATA|错误.*)")
_NOTHING = frozenset({"无", "没有", "暂无", "不详", "未知", "-", "--", "/", "—", "无电话", "空"})
_AS_HEAD = (("head_name", "name"), ("head_id", "id_number"))
MARKS = ("is_disabled", "is_ill", "is_pregnant")
LONGEST_NAME = 50
ROUNDED_SHARE = 0.01
_TRIED_FIRST = 2_000


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One row: ``texts`` are its filled cells by field; what a column does not say is None or ""."""

    row: int
    texts: Mapping[str, str]
    code: str
    head_name: str
    head_id: str
    name: str
    id: IdNumber | None
    relation: Relation | None
    sex: Sex | None
    birth_date: str
    phone: str | None
    marks: tuple[bool | None, ...]

    @property
    def id_text(self) -> str:
        return self.id.text if self.id else ""

    @property
    def id_key(self) -> str:
        """The same for the old and the new number of one person; "" without number."""
        return in_eighteen(self.id.text) if self.id else ""


@dataclass(frozen=True, slots=True)
class LostRow:
    """A row that could not be read, whether it said that it is a head's, and of which family."""

    row: int
    was_head: bool
    code: str = ""


class RowTexts(Mapping[str, str]):
    """The filled cells of a row by field, read from the row itself: a dictionary for each of 311,000 takes 200 MB."""

    __slots__ = ("_cells", "_places")

    def __init__(self, places: Mapping[str, int], cells: Cells) -> None:
        self._places, self._cells = places, cells

    def __getitem__(self, key: str) -> str:
        place = self._places[key]
        text = self._cells[place].strip() if place < len(self._cells) else ""
        if not text:
            raise KeyError(key)
        return text

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._places if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class PeopleReader:
    """Reads rows one by one; ``doubts`` and ``refused`` grow along."""

    def __init__(self, table: LedgerTable, *, is_strict: bool) -> None:
        self.table, self._is_strict, self._is_rounding_told = table, is_strict, may_be_rounded(table)
        self._captions = {doubt: doubt.caption for doubt in IdDoubt}
        self._titles = {key: file_title(table, key) for key in table.header.fields if key} | {"id_number": file_title(table, "id_number")}
        self.doubts: list[Doubt] = []
        self.refused: list[RefusedRow] = []
        self._places = tuple((place, key) for place, key in enumerate(table.header.fields) if key)
        self._is_household = table.kind is LedgerKind.HOUSEHOLDS
        self._place_of = {self._as_own(key): place for place, key in self._places}
        self._shared: dict[object, Any] = {}

    def read(self) -> Iterator[PersonRow | LostRow]:
        """Every row in order, also those that were refused."""
        for number, cells in self.table.rows:
            texts: dict[str, str] = {}
            try:
                texts = row_texts(self.table, self._places, cells)
                kept = RowTexts(self._place_of, cells) if len(self._place_of) == len(self._places) else None
                yield self._person(number, texts, kept)
            except RowRefused as error:
                self.refused.append(refused_row(self.table, number, error))
                yield LostRow(number, read_relation(texts.get("relation", "")) is Relation.HEAD, _code(texts))

    def _as_own(self, key: str) -> str:
        """A ledger of households has its head's name and number as those of the person."""
        return dict(_AS_HEAD).get(key, key) if self._is_household else key

    def _same(self, value: T) -> T:
        """The value as it came first: what many rows say is kept once."""
        found: T = self._shared.setdefault(value, value)
        return found

    def _person(self, row: int, texts: dict[str, str], kept: RowTexts | None) -> PersonRow:
        if self._is_household:
            texts = {self._as_own(key): text for key, text in texts.items()}
        name = person_name(texts.get("name", ""))
        code = self._same(_code(texts))
        if not name and not (self._is_household and code):
            raise RowRefused(tr("没有姓名"), field_key="head_name" if self._is_household else "name")
        if len(name) > LONGEST_NAME:
            raise RowRefused(tr("姓名太长"), field_key="name", value=name[:LONGEST_NAME])
        number = self._id(row, texts)
        sex, birth = self._sex(texts, number), self._same(self._birth(row, texts, number))
        head_name = person_name(texts.get("head_name", ""))
        return PersonRow(
            row, kept or texts, code, head_name, self._head_id(texts), name, number, self._relation(row, texts, name, head_name), sex,
            birth, self._phone(row, texts), self._same(tuple(self._mark(texts, key) for key in MARKS)),
        )  # fmt: skip

    def _id(self, row: int, texts: Mapping[str, str]) -> IdNumber | None:
        text = tidy(texts.get("id_number", ""))
        if not text or text in _NOTHING:
            return None
        found = read_id_number(text, is_known=not self._is_rounding_told)
        if found is IdFault.MASKED:
            self._doubt(row, "id_number", text, tr("身份证号已脱敏（含*），没有读取"))
            return None
        if isinstance(found, IdFault):
            raise RowRefused(fault_reason(found, text), field_key="id_number", value=text)
        for doubt in found.doubts:
            if self._is_strict:
                raise RowRefused(self._captions[doubt], field_key="id_number", value=text)
            self._doubt(row, "id_number", text, self._captions[doubt])
        return found

    def _head_id(self, texts: Mapping[str, str]) -> str:
        """The head's number in its long form, only to find the family by; what cannot be read finds nothing."""
        found = read_id_number(tidy(texts["head_id"])) if texts.get("head_id") and not self._is_household else None
        return in_eighteen(found.text) if isinstance(found, IdNumber) else ""

    def _sex(self, texts: Mapping[str, str], number: IdNumber | None) -> Sex | None:
        text = texts.get("sex", "")
        written = read_sex(text) if text and text not in _NOTHING else None
        if text and text not in _NOTHING and written is None:
            raise RowRefused(tr("看不懂性别"), field_key="sex", value=text)
        if number and written and written is not number.sex:
            raise RowRefused(tr("性别与身份证号不符：身份证号是{sex}", sex=number.sex.caption), field_key="sex", value=text)
        return written or (number.sex if number else None)

    def _birth(self, row: int, texts: Mapping[str, str], number: IdNumber | None) -> str:
        text = texts.get("birth_date", "")
        if not text or text in _NOTHING:
            return number.birth_date if number else ""
        written = read_day(text, is_1904=self.table.notes.is_1904)
        if written is None:
            raise RowRefused(tr("看不懂日期，或没有这一天"), field_key="birth_date", value=text)
        if number:
            if number.birth_date == written.text or (not written.is_whole and number.birth_date[:7] == written.text[:7]):
                return number.birth_date
            raise RowRefused(tr("出生日期与身份证号不符：身份证号是{day}", day=number.birth_date), field_key="birth_date", value=text)
        if not written.is_whole:
            self._doubt(row, "birth_date", text, tr("只写了年月，按 1 日记"))
        return written.text

    def _relation(self, row: int, texts: Mapping[str, str], name: str, head_name: str) -> Relation | None:
        if self._is_household:
            return Relation.HEAD
        text = texts.get("relation", "")
        if not text:
            return Relation.HEAD if head_name and head_name == name else None
        found = read_relation(text)
        if found is None:
            self._doubt(row, "relation", text, tr("不认识的与户主关系，按“其他”记"))
            return Relation.OTHER
        return found

    def _phone(self, row: int, texts: Mapping[str, str]) -> str | None:
        text = texts.get("phone", "")
        if not text or tidy(text) in _NOTHING:
            return None
        found = read_phones(text)
        if found is None:
            reason = tr("电话已脱敏（含*），没有读取") if "*" in text else tr("看不懂电话，没有读取")
            self._doubt(row, "phone", text, reason)
            return None
        if len(found) > 1:
            self._doubt(row, "phone", text, tr("有几个电话，只存第一个"))
        if not found:
            return None
        return text if found[0] == text else found[0]

    def _mark(self, texts: Mapping[str, str], key: str) -> bool | None:
        text = texts.get(key, "")
        if not text:
            return None
        found = read_yes(text)
        if found is None:
            if key == "is_disabled" and "级" in text:
                return True
            raise RowRefused(tr("应填是或否"), field_key=key, value=text)
        return found

    def _doubt(self, row: int, key: str, value: str, reason: str) -> None:
        self.doubts.append(Doubt(row, self._titles.get(key) or file_title(self.table, key), value, reason))


def _code(texts: Mapping[str, str]) -> str:
    return tidy(texts.get("code", "")).replace(" ", "").upper()


def may_be_rounded(table: LedgerTable) -> bool:
    """Whether numbers that end in 000 with a wrong check digit are to be taken for rounded ones.

    A spreadsheet rounds a whole column: then many end so. A single one is suspicious where the others' check digits are right;
    among made-up numbers, whose check digits are mostly wrong, it says nothing.
    """
    keys = ("id_number", "head_id") if table.kind is LedgerKind.HOUSEHOLDS else ("id_number",)
    places = [place for place, key in enumerate(table.header.fields) if key in keys]
    texts = [tidy(cells[place]) for _, cells in table.rows for place in places if place < len(cells) and len(cells[place].strip()) == 18]
    ending = sum(text.endswith("000") for text in texts)
    if not ending:
        return False
    others = [text for text in texts[:_TRIED_FIRST] if text[:17].isdecimal() and not text.endswith("000")]
    right = sum(text[17].upper() == check_character(text) for text in others)
    return ending >= len(texts) * ROUNDED_SHARE or right > len(others) / 2


def row_texts(table: LedgerTable, places: tuple[tuple[int, str], ...], cells: list[str]) -> dict[str, str]:
    """field -> text of the filled cells. Raises RowRefused for totals, repeated headers and error cells."""
    width = len(cells)
    texts = {key: text for place, key in places if place < width and (text := cells[place].strip())}
    for key, text in texts.items():
        if text[0] == "#" and _ERROR.fullmatch(text):
            raise RowRefused(tr("单元格是错误值"), field_key=key, value=text)
    first = next((cell.strip() for cell in cells if cell and cell.strip()), "")
    if first and not first.isascii():
        if _TOTALS.match(first) and len(texts) < len(places):
            raise RowRefused(tr("这是合计行，不是数据"))
        if is_header_again(table.header, cells):
            raise RowRefused(tr("这一行重复了表头"))
    if not texts:
        raise RowRefused(tr("这一行没有可读的内容"), value=first[:60])
    return texts


def file_title(table: LedgerTable, key: str) -> str:
    """The file's title of the column a field was read from; a household ledger reads its head's."""
    for head_key, own_key in _AS_HEAD:
        if key == own_key and (title := table.title_of(key) or table.title_of(head_key)):
            return title
    return table.title_of(key)


def refused_row(table: LedgerTable, row: int, error: RowRefused) -> RefusedRow:
    """The refusal as a person reads it."""
    return RefusedRow(row, file_title(table, error.field_key) if error.field_key else "", error.value, error.reason)

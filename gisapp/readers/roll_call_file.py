"""The small file in which a roll call goes from desk to desk: JSON, whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from gisapp.domain.carried_family import MARK_CHARACTERS, UNMARKED, FamilyMarks
from gisapp.domain.carried_roll_call import ENTRY_KEYS, FORMAT, VERSION, CarriedEntry, CarriedRollCall, RefusedEntry, fingerprint
from gisapp.domain.carried_run import QUESTION_KEYS, CarriedArea, CarriedRun
from gisapp.domain.roll_call import MOST_CHARACTERS
from gisapp.domain.written import tidy
from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.readers.child_process import NotReadable, in_child

MOST_BYTES = 200_000_000
"""Half a million entries: ten nights of a large county."""
MOST_COUNTED = 10**15
"""Of anything in a file, square metres included: more than the Earth has, and still a number that SQLite and marshal keep."""


def read_roll_call_file(path: Path, *, cancelled: Callable[[], bool] | None = None) -> CarriedRollCall:
    """What the file says, read in a process of its own; an entry that is none is refused with its reason.

    Raises BadFile for a file that is missing, huge, no roll call, of a newer program, cut short or changed by hand; Cancelled.
    """
    if not path.is_file():
        raise BadFile(tr("没有这个文件：{path}", path=path), tr("请检查文件名。"))
    if path.stat().st_size > MOST_BYTES:
        raise _too_large(path)
    parsed: Parsed = in_child(_parsed, str(path), in_words=partial(_in_words, path=path), cancelled=cancelled)
    (county, uid, opened_at, opened_by, written_at, written_by), entries, withdrawn, refused, run = parsed
    return CarriedRollCall(
        county=county,
        uid=uid,
        opened_at=opened_at,
        opened_by=opened_by,
        written_at=written_at,
        written_by=written_by,
        entries=tuple(CarriedEntry(*one, marks=FamilyMarks(*marks)) for one, marks in entries),
        withdrawn=tuple(withdrawn),
        refused=tuple(RefusedEntry(*one) for one in refused),
        run=_carried_run(run) if run else None,
    )


Parsed = tuple[tuple[str, ...], list[tuple[Any, ...]], list[str], list[tuple[Any, ...]], tuple[Any, ...]]


def _carried_run(run: tuple[Any, ...]) -> CarriedRun:
    uid, at, question, counts, areas = run
    houses, families, people = counts
    asked = dict(zip(QUESTION_KEYS, question, strict=True))
    return CarriedRun(uid, at, asked, houses, families, people, tuple(CarriedArea(*one) for one in areas))


def _parsed(_tell: Callable[[int, int], None], path_text: str) -> Parsed:
    """In the child: (head, entries, withdrawn, refused, run; () where the file says none)."""
    path = Path(path_text)
    data = _data(path)
    if data.get("format") != FORMAT:
        raise NotReadable("damaged")
    if data.get("version") != VERSION:
        raise BadFile(tr("点名文件由更新的版本写成：{path}", path=path), tr("请升级本程序后再合并。"))
    if data.get("sha256") != fingerprint(data):
        raise BadFile(
            tr("点名文件不完整，或被改过：{path}", path=path), tr("请在另一台电脑上重新导出，再拷一次；要手工填写请用 .xlsx 点名表。")
        )
    head, entries, withdrawn = data.get("roll_call"), data.get("entries"), data.get("withdrawn")
    if not isinstance(head, dict) or not isinstance(entries, list) or not isinstance(withdrawn, list):
        raise NotReadable("damaged")
    said = (*(head.get(key) for key in ("uid", "opened_at", "opened_by")), data.get("written_at"), data.get("written_by"))
    taken: list[tuple[Any, ...]] = []
    refused: list[tuple[Any, ...]] = []
    for row, one in enumerate(entries, 1):
        if isinstance(one, dict) and all(isinstance(one.get(key), str) for key in ENTRY_KEYS):
            taken.append(((row, *(_text(one[key]) for key in ENTRY_KEYS)), _marks(one.get("marks"))))
        else:
            refused.append((row, "", tr("格式不对")))
    return tuple(map(_text, (data.get("county"), *said))), taken, [_text(one) for one in withdrawn], refused, _run(data.get("run"))


def _marks(value: Any) -> tuple[str, ...]:
    """Of a family; those of an earlier program's file are not known."""
    is_marks = isinstance(value, list) and len(value) == len(UNMARKED) and all(isinstance(one, str) for one in value)
    return tuple(_text(one)[:MARK_CHARACTERS] for one in value) if is_marks else tuple(UNMARKED)


def _run(value: Any) -> tuple[Any, ...]:
    """(uid, at, question, counts, areas) of the run that was called; () for what is none, as in an earlier program's file."""
    if not isinstance(value, dict) or not isinstance(value.get("question"), dict) or not isinstance(value.get("areas"), list):
        return ()
    question = tuple(_words(value["question"].get(key)) for key in QUESTION_KEYS)
    counts = tuple(_count(value.get(key)) for key in ("houses", "families", "people"))
    areas = [
        (_words(one.get("name")), _words(one.get("level")), _count(one.get("count")), _count(one.get("area_m2")))
        for one in value["areas"]
        if isinstance(one, dict)
    ]
    return _text(value.get("uid")), _words(value.get("at")), question, counts, areas


def _words(value: Any) -> str:
    return tidy(_text(value))[:MOST_CHARACTERS]


def _count(value: Any) -> int:
    return value if isinstance(value, int) and 0 <= value <= MOST_COUNTED else 0


def _data(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise BadFile(tr("无法读取文件：{path}", path=path), tr("请检查U盘是否还连接着，再试一次。")) from error
    except (ValueError, RecursionError) as error:
        raise NotReadable("damaged") from error
    if not isinstance(data, dict):
        raise NotReadable("damaged")
    return data


def _text(value: Any) -> str:
    """A text; half of a pair of code units, which is no letter and nothing can keep, becomes a question mark."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""


def _in_words(why: str, *, path: Path) -> BadFile:
    if why in ("large", "slow"):
        return _too_large(path)
    return BadFile(
        tr("这不是点名文件：{path}", path=path), tr("请选择由“导出点名”写成的 .json、填好的 .xlsx 点名表，或另一台的县文件 .gpkg。")
    )


def _too_large(path: Path) -> BadFile:
    return BadFile(tr("文件太大，不像点名文件：{path}", path=path), tr("请选择由“导出点名”写成的 .json 文件。"))

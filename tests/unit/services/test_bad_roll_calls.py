"""Another desk's file that is broken, hostile or half right: a sentence or a reason, and nothing of it gets in."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from gisapp.domain.carried_roll_call import ENTRY_KEYS, fingerprint
from gisapp.domain.roll_call import RollState
from gisapp.errors import BadFile, GisappError
from gisapp.services.roll_call.merge_roll_call import merge_roll_call, preview_merge
from tests.builders import ALONE, SHARING, TWO_ENDS
from tests.unit.services.two_desks import FAMILIES, carried, figures, states, write
from tests.unit.storage.contents import contents, difference


def tampered(file: Path, change: Callable[[dict[str, Any]], object], *, is_sealed: bool = True) -> Path:
    data = json.loads(file.read_text("utf-8"))
    change(data)
    if is_sealed:
        data["sha256"] = fingerprint(data)
    file.write_text(json.dumps(data), "utf-8")
    return file


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("family", "nobody", "本县文件里没有这一户"),
        ("uid", "1; DROP TABLE roll_call", "格式不对"),
        ("state", "=1+1", "不认识的点名结果：=1+1"),
        ("at", "2026-07-12 20:15", "时间不对：2026-07-12 20:15"),
        ("at", "2999-01-01T00:00:00.000Z", "时间在将来，请核对两台电脑的时钟"),
        ("who", " \u200b", "没有写谁记的"),
        ("note", "长" * 201, "内容太长：201 个字。"),
        ("place_kind", "cave", "去处写得不对"),
        ("place", "山洞", "去处写得不对"),
        ("note", 7, "格式不对"),
        ("at", None, "格式不对"),
    ],
)
def test_a_bad_entry_is_refused_with_its_reason_and_the_rest_taken(
    here: Database, there: Database, tmp_path: Path, key: str, value: object, reason: str
) -> None:
    for minutes, family in enumerate(FAMILIES):
        write(there, family, RollState.CALLED, minutes - 30, who="乙")
    file = tampered(carried(there, tmp_path), lambda data: data["entries"][2].update({key: value}))
    result, _ = merge_roll_call(here, file, who="甲")
    assert figures(result) == (4, 3, 0, 0, 1)
    assert (result.refused[0].row, result.refused[0].reason) == (3, reason)
    assert set(states(here)) == {ALONE, SHARING, TWO_ENDS}


def test_an_entry_that_stands_twice_or_says_something_else_is_refused(here: Database, there: Database, tmp_path: Path) -> None:
    write(there, ALONE, RollState.CALLED, -20, who="乙")
    file = carried(there, tmp_path)
    merge_roll_call(here, file, who="甲")
    tampered(file, lambda data: data["entries"][0].update(state="moved"))
    assert [one.reason for one in merge_roll_call(here, file, who="甲")[0].refused] == ["本机同一编号的记录内容不同"]
    tampered(file, lambda data: data["entries"].append(data["entries"][0]))
    assert [one.reason for one in merge_roll_call(here, file, who="甲")[0].refused] == ["同一条记录在文件里有两次"] * 2
    assert states(here) == {ALONE: ("called", "乙")}


def test_a_clock_that_is_fast_is_told(here: Database, there: Database, tmp_path: Path) -> None:
    write(there, ALONE, RollState.CALLED, -20, who="乙")
    written = (datetime.now(UTC) + timedelta(minutes=95, seconds=30)).isoformat()
    file = tampered(carried(there, tmp_path), lambda data: data.update(written_at=written))
    assert preview_merge(here.conn, file, who="甲").fast_minutes == 95


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"format": "gisapp roll call", "version": 1}',
        b'{"format": "gisapp roll call", "version": 2, "sha256": ""}',
        b'{"format": "something"}',
        b"PK\x03\x04 no workbook",
        b"SQLite format 3\x00" + b"\x00" * 200,
        "户编号,点名结果".encode("gb18030"),
    ],
)
def test_a_broken_or_hostile_file_is_a_sentence_and_writes_nothing(here: Database, tmp_path: Path, content: bytes) -> None:
    write(here, ALONE, RollState.CALLED, -20, who="甲")
    before = contents(here.conn)
    path = tmp_path / "坏 文件'.json"
    path.write_bytes(content)
    for bad in (path, tmp_path / "没有.json", tmp_path):
        with pytest.raises(GisappError) as refusal:
            merge_roll_call(here, bad, who="甲")
        assert refusal.value.next_step
    assert difference(before, contents(here.conn)) == {}


def test_a_file_cut_short_or_changed_by_hand_is_refused(here: Database, there: Database, tmp_path: Path) -> None:
    write(there, ALONE, RollState.CALLED, -20, who="乙")
    file = carried(there, tmp_path)
    whole = file.read_bytes()
    for cut in range(1, len(whole), 37):
        file.write_bytes(whole[:cut])
        with pytest.raises(BadFile):
            preview_merge(here.conn, file, who="甲")
    file.write_bytes(whole)
    with pytest.raises(BadFile, match="不完整，或被改过"):
        preview_merge(here.conn, tampered(file, lambda data: data["entries"][0].update(state="moved"), is_sealed=False), who="甲")


LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
JSON = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(entry=st.dictionaries(st.sampled_from(ENTRY_KEYS), JSON), head=JSON)
def test_whatever_a_sealed_file_holds_it_is_refused_in_words(
    here: Database, tmp_path: Path, entry: dict[str, object], head: object
) -> None:
    data = {"format": "gisapp roll call", "version": 1, "roll_call": head, "entries": [entry, head], "withdrawn": [head]}
    path = tmp_path / "怪.json"
    try:
        path.write_text(json.dumps(data | {"sha256": fingerprint(data)}), "utf-8")
        result = preview_merge(here.conn, path, who="甲")
    except GisappError:
        return
    assert (result.rows, len(result.refused)) == (2, 2)

"""The small file in which a roll call goes from desk to desk: JSON, whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from gisapp.domain.carried_roll_call import ENTRY_KEYS, FORMAT, VERSION, CarriedEntry, CarriedRollCall, RefusedEntry, fingerprint
from gisapp.errors import BadFile
from gisapp.language import tr

MOST_BYTES = 200_000_000
"""Half a million entries: ten nights of a large county."""


def read_roll_call_file(path: Path) -> CarriedRollCall:
    """What the file says; an entry that is none is refused with its reason.

    Raises BadFile for a file that is missing, huge, no roll call, of a newer program, cut short or changed by hand.
    """
    data = _data(path)
    if data.get("format") != FORMAT:
        raise _no_roll_call(path)
    if data.get("version") != VERSION:
        raise BadFile(tr("点名文件由更新的版本写成：{path}", path=path), tr("请升级本程序后再合并。"))
    if data.get("sha256") != fingerprint(data):
        raise BadFile(
            tr("点名文件不完整，或被改过：{path}", path=path), tr("请在另一台电脑上重新导出，再拷一次；要手工填写请用 .xlsx 点名表。")
        )
    head, entries, withdrawn = data.get("roll_call"), data.get("entries"), data.get("withdrawn")
    if not isinstance(head, dict) or not isinstance(entries, list) or not isinstance(withdrawn, list):
        raise _no_roll_call(path)
    read = [_entry(row, one) for row, one in enumerate(entries, 1)]
    return CarriedRollCall(
        county=_text(data.get("county")),
        uid=_text(head.get("uid")),
        opened_at=_text(head.get("opened_at")),
        opened_by=_text(head.get("opened_by")),
        written_at=_text(data.get("written_at")),
        written_by=_text(data.get("written_by")),
        entries=tuple(one for one in read if isinstance(one, CarriedEntry)),
        withdrawn=tuple(map(_text, withdrawn)),
        refused=tuple(one for one in read if isinstance(one, RefusedEntry)),
    )


def _data(path: Path) -> dict[str, Any]:
    if not path.is_file():
        raise BadFile(tr("没有这个文件：{path}", path=path), tr("请检查文件名。"))
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadFile(tr("文件太大，不像点名文件：{path}", path=path), tr("请选择由“导出点名”写成的 .json 文件。"))
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise BadFile(tr("无法读取文件：{path}", path=path), tr("请检查U盘是否还连接着，再试一次。")) from error
    except (ValueError, RecursionError) as error:
        raise _no_roll_call(path) from error
    if not isinstance(data, dict):
        raise _no_roll_call(path)
    return data


def _entry(row: int, one: Any) -> CarriedEntry | RefusedEntry:
    if not isinstance(one, dict) or not all(isinstance(one.get(key), str) for key in ENTRY_KEYS):
        return RefusedEntry(row, "", tr("格式不对"))
    return CarriedEntry(row, *(one[key] for key in ENTRY_KEYS))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _no_roll_call(path: Path) -> BadFile:
    return BadFile(
        tr("这不是点名文件：{path}", path=path), tr("请选择由“导出点名”写成的 .json、填好的 .xlsx 点名表，或另一台的县文件 .gpkg。")
    )

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from gisapp.errors import BadFile
from gisapp.export.replaced_file import replacing
from tests import builders


def write(path: Path, text: str = "新") -> None:
    with replacing(path) as part:
        part.write_text(text, encoding="utf-8")


def failing(code: int, kind: type[OSError] = OSError) -> object:
    def replace(*_: object) -> None:
        raise kind(code, os.strerror(code))

    return replace


def test_a_file_takes_the_place_of_the_former_one(tmp_path: Path) -> None:
    path = tmp_path / "名 单'.csv"
    path.write_text("旧", encoding="utf-8")
    write(path)
    assert path.read_text(encoding="utf-8") == "新"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_former_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("旧", encoding="utf-8")
    with pytest.raises(TypeError), replacing(path) as part:
        part.write_text(None)  # type: ignore[arg-type]
    assert path.read_text(encoding="utf-8") == "旧"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (errno.EACCES, PermissionError, "另一个程序打开"),
        (errno.ENOSPC, OSError, "磁盘已满"),
        (errno.EROFS, OSError, "只读"),
        (errno.EIO, OSError, "写不了文件"),
    ],
)
def test_a_target_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, kind: type[OSError], words: str
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("旧", encoding="utf-8")
    monkeypatch.setattr(os, "replace", failing(code, kind))
    with pytest.raises(BadFile, match=words) as caught:
        write(path)
    assert caught.value.next_step
    assert list(tmp_path.iterdir()) == [path]


def test_a_read_only_folder_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(BadFile, match="只读"):
        write(tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_and_a_folder_as_target_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="文件夹不存在"):
        write(tmp_path / "没有" / "a.xlsx")
    with pytest.raises(BadFile, match="这是一个文件夹"):
        write(tmp_path)


def test_a_county_file_is_never_overwritten(tmp_path: Path) -> None:
    county = builders.tiny_county(tmp_path / "县.gpkg")
    before = county.read_bytes()
    with pytest.raises(BadFile, match="不能覆盖县文件"):
        write(county)
    assert county.read_bytes() == before

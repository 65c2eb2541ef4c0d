"""Printing in a process of its own: what it makes is whole, what is cancelled or broken leaves nothing, and every sentence arrives."""

from __future__ import annotations

import ast
import os
import time
from pathlib import Path

import pytest

from gisapp.errors import BadFile, BadRequest, Cancelled, GisappError
from gisapp.export.replaced_file import replacing
from gisapp.language import current_language
from gisapp.printing.apart import printed_apart
from gisapp.printing.sheet import pdf_sheet
from tests.builders import tiny_county


def two_pages(path: Path, *, progress, cancelled) -> int:  # type: ignore[no-untyped-def]
    with pdf_sheet(path, title="试印") as sheet:
        for number in (1, 2):
            sheet.text(sheet.room, f"第 {number} 页")
            sheet.new_page()
            progress(number, 2)
    return os.getpid()


def for_ever(path: Path, *, progress, cancelled) -> None:  # type: ignore[no-untyped-def]
    with replacing(path) as part:
        part.write_bytes(b"half a page")
        progress(1, 2)
        while True:
            time.sleep(0.01)


def when_asked(path: Path, *, progress, cancelled) -> None:  # type: ignore[no-untyped-def]
    with replacing(path) as part:
        part.write_bytes(b"half a page")
        progress(1, 2)
        while not cancelled():
            time.sleep(0.001)
        raise Cancelled("停了")


def refusing(*, progress, cancelled) -> None:  # type: ignore[no-untyped-def]
    raise BadRequest("没有网格", "请写网格")


def broken(*, progress, cancelled) -> None:  # type: ignore[no-untyped-def]
    raise ValueError("赵一 12000000001")


def dying(*, progress, cancelled) -> None:  # type: ignore[no-untyped-def]
    os._exit(3)


def language(*, progress, cancelled) -> str:  # type: ignore[no-untyped-def]
    return current_language()


def here(job: str) -> str:
    return f"{__name__}:{job}"


def test_every_job_the_window_names_is_there() -> None:
    from gisapp.printing import jobs

    named = set()
    for file in Path(jobs.__file__).parents[1].joinpath("ui").rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute | ast.Name) and "print_out" in ast.unparse(call.func):
                named |= {one.value for one in ast.walk(call.args[3]) if isinstance(one, ast.Constant)}
    assert named == {"call_list", "call_pages", "map_pages", "report", "sign_in", "grid_card", "grid_sheets", "map_sheet"}
    assert [name for name in named if not callable(getattr(jobs, name))] == []


def test_a_document_is_printed_by_another_process_that_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = tmp_path / "两页 '.pdf"
    number = printed_apart(here("two_pages"), path, progress=lambda done, total: told.append((done, total)))
    assert number != os.getpid()
    assert (path.read_bytes()[:4], told) == (b"%PDF", [(1, 2), (2, 2)])


@pytest.mark.parametrize("job", ["for_ever", "when_asked"])
def test_cancelling_ends_it_and_leaves_the_former_file(tmp_path: Path, job: str) -> None:
    path, told = tmp_path / "名单.pdf", []
    path.write_bytes(b"yesterday")
    with pytest.raises(Cancelled):
        printed_apart(here(job), path, progress=lambda *about: told.append(about), cancelled=lambda: bool(told))
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("名单.pdf", b"yesterday")]


def test_cancelled_before_it_began_nothing_is_begun(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        printed_apart(here("two_pages"), tmp_path / "名单.pdf", cancelled=lambda: True)
    assert list(tmp_path.iterdir()) == []


def test_what_is_refused_there_is_said_here() -> None:
    with pytest.raises(BadRequest) as refusal:
        printed_apart(here("refusing"))
    assert (refusal.value.message, refusal.value.next_step) == ("没有网格", "请写网格")


def test_a_bug_there_says_where_and_no_more() -> None:
    with pytest.raises(RuntimeError, match=r"^ValueError in test_apart\.py:\d+$"):
        printed_apart(here("broken"))


def test_a_process_that_dies_is_a_sentence() -> None:
    with pytest.raises(GisappError, match="打印没有完成"):
        printed_apart(here("dying"))


def test_the_language_goes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GISAPP_LANGUAGE", "en")
    assert printed_apart(here("language")) == "en"


def test_the_windows_jobs_read_the_county_there(tmp_path: Path) -> None:
    county = tiny_county(tmp_path / "测试县.gpkg")
    printed_apart("gisapp.printing.jobs:grid_card", county, tmp_path / "网格.pdf", 1)
    assert (tmp_path / "网格.pdf").read_bytes()[:4] == b"%PDF"
    with pytest.raises(BadFile):
        printed_apart("gisapp.printing.jobs:grid_card", tmp_path / "没有.gpkg", tmp_path / "网格.pdf", 1)

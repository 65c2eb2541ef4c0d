"""A page for everybody who must call."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gisapp.domain.affected import AffectedRun
from gisapp.errors import BadRequest, Cancelled
from gisapp.export.stored_run import stored_run
from gisapp.printing.call_pages import print_call_pages
from gisapp.services.runs.route_calls import route_calls
from tests.builders import COMMUNITY_SPONSOR
from tests.printing.conftest import pdf_fonts, pdf_page_mm, pdf_text

if TYPE_CHECKING:
    from sqlite_utils import Database


def flat(text: str) -> str:
    return "".join(text.split())


def test_each_contact_has_a_page_with_its_families_and_the_rule(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    routes = route_calls(db.conn, run)
    pages = print_call_pages(db.conn, run, routes, tmp_path / "按 人.pdf")
    texts = [flat(text) for text in pdf_text(tmp_path / "按 人.pdf")]
    assert len(texts) == pages == 1 + len(routes.pages)
    assert texts[0].startswith("联系人一览")
    total = run.totals.total
    assert f"合计{total.households}户{total.residents}人" in texts[0]
    for page, text in zip(routes.pages, texts[1:], strict=True):
        assert flat(routes.sentence) in text
        assert page.caller.name in text
        assert "第1/1页" in text
        for one in page.calls:
            assert one.call.head in text
    whole = "".join(texts[1:])
    assert all(whole.count(call.head) == 1 for call in run.calls)
    assert all(words[-5] == "yes" for words in pdf_fonts(tmp_path / "按 人.pdf"))
    assert pdf_page_mm(tmp_path / "按 人.pdf") == (297, 210)


def test_families_nobody_can_reach_have_a_page_of_their_own(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    db.execute("UPDATE contact SET phone = NULL WHERE id <> ?", (COMMUNITY_SPONSOR,))
    again = stored_run(db.conn, int(run.id))
    print_call_pages(db.conn, again, route_calls(db.conn, again), tmp_path / "a.pdf")
    texts = [flat(text) for text in pdf_text(tmp_path / "a.pdf")]
    assert texts[1].startswith("没有联系人的户")
    assert all(name in texts[1] for name in ("赵一", "钱二", "李四"))
    assert "请派人上门" in texts[1]
    assert "王八" in texts[2]
    assert "王八" not in texts[1]


def test_only_the_pages_asked_for_are_printed(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    routes = route_calls(db.conn, run)
    assert print_call_pages(db.conn, run, routes, tmp_path / "a.pdf", contacts=[COMMUNITY_SPONSOR]) == 1
    assert "王八" in flat(pdf_text(tmp_path / "a.pdf")[0])
    with pytest.raises(BadRequest, match="没有要打印的联系人"):
        print_call_pages(db.conn, run, routes, tmp_path / "b.pdf", contacts=[999])


def test_cancelling_leaves_no_file(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        print_call_pages(db.conn, run, route_calls(db.conn, run), tmp_path / "a.pdf", cancelled=lambda: True)
    assert not list(tmp_path.glob("*.pdf"))

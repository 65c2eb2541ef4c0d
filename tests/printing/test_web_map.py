from __future__ import annotations

import json
import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from gisapp.domain.affected import AffectedRun
from gisapp.errors import BadRequest, Cancelled
from gisapp.printing.web_map import web_map, web_map_with_phones
from gisapp.services.families.choose_families import find_unit
from gisapp.spatial import crs
from gisapp.storage.county import geopackage, history, settings
from tests import builders
from tests.canvas.synthetic import synthetic_county
from tests.printing.browser import Body, opened

if TYPE_CHECKING:
    from sqlite_utils import Database

NASTY = (
    '</script><script>document.body.dataset.evil=1</script>{{ 7*7 }}{% endraw %}<img src=x onerror="document.body.dataset.evil=1">\'`\n=1+1'
)


def test_the_page_draws_every_grid_without_any_network(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    size = web_map(db.conn, tmp_path / "网 页'.html", "households")
    assert size == (tmp_path / "网 页'.html").stat().st_size
    page, log = opened(tmp_path / "网 页'.html", tmp_path / "profile")
    assert Body(page).attributes.get("data-drawn") == "4"
    assert "Uncaught" not in log
    assert "Content Security Policy" not in log
    for words in ("每格户数", "示例数据", "风险区", "红色", "西镇"):
        assert words in page
    assert page.count("url(#hatch-") + page.count("url(&quot;#hatch-") >= 2


def test_nasty_names_are_text_and_nothing_else(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    for table in ("grid", "division", "contact", "hazard_area"):
        for row in db[table].pks_and_rows_where():
            db[table].update(row[0], {"name": f"{NASTY}{row[0]}"})
    settings.write(db.conn, "county_name", NASTY)
    web_map(db.conn, tmp_path / "a.html", "people")
    page, log = opened(tmp_path / "a.html", tmp_path / "profile")
    attributes = Body(page).attributes
    assert attributes.get("data-drawn") == "4"
    assert "data-evil" not in attributes
    assert "Uncaught" not in log
    assert "{{ 7*7 }}" in page.split("</title>")[0]


def test_the_page_holds_no_address_to_load_from(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    db.conn.execute("UPDATE grid SET name = 'https://example.invalid/x.png' WHERE id = 1")
    web_map(db.conn, tmp_path / "a.html", "relocated")
    text = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert set(re.findall(r"https?://[^\s\"'<>)]+", text)) <= {"http://www.w3.org/2000/svg"}
    assert not re.findall(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=", text)
    assert "XMLHttpRequest" not in text


def test_the_page_holds_no_phone_and_no_family(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    web_map(db.conn, tmp_path / "a.html", "hazard_homes")
    text = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "联系人1" in text
    for secret in ("1210000", "121****", "赵一", "99999919", "西山村1组1号"):
        assert secret not in text


def test_a_unit_and_a_hazard_narrow_the_page(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    whole = web_map(db.conn, tmp_path / "a.html")
    part = web_map(db.conn, tmp_path / "b.html", unit=find_unit(db.conn, "东镇"), hazards=["月河洪涝"])
    text = (tmp_path / "b.html").read_text(encoding="utf-8")
    assert part < whole
    assert "第02网格" in text
    assert "第01网格" not in text
    assert "西山滑坡" not in text
    with pytest.raises(BadRequest, match="没有名为"):
        web_map(db.conn, tmp_path / "c.html", hazards=["没有"])
    with pytest.raises(BadRequest, match="专题"):
        web_map(db.conn, tmp_path / "c.html", "没有")
    assert not (tmp_path / "c.html").exists()


def test_the_browser_used_here_is_cut_off_from_the_network(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<body><img src='https://example.com/x.png' onerror=\"document.body.dataset.blocked = 1\"></body>", encoding="utf-8")
    found, _ = opened(page, tmp_path / "profile")
    assert Body(found).attributes.get("data-blocked") == "1"


def test_every_cell_of_a_whole_county_is_drawn(db: Database, tmp_path: Path) -> None:
    cells = synthetic_county(4_386, 10).cells
    rows = (
        {"uid": f"c{number}", "code": f"C{number}", "name": f"格{number}", "division_id": 4, "geom": geopackage.encode(cell, builders.EPSG)}
        for number, cell in enumerate(cells[4:])
    )
    db["grid"].insert_all(rows)
    for number, cell in enumerate(cells[:4], 1):
        db["grid"].update(number, {"geom": geopackage.encode(cell, builders.EPSG)})
    assert web_map(db.conn, tmp_path / "a.html") < 8_000_000
    page, log = opened(tmp_path / "a.html", tmp_path / "profile")
    assert Body(page).attributes.get("data-drawn") == "4386"
    assert "Uncaught" not in log


THEMES = ("households", "people", "relocated", "missing_slots", "hazard_homes")


def test_every_theme_can_be_chosen_on_the_page(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    web_map(db.conn, tmp_path / "a.html", "people", more=THEMES)
    chosen = "<script>county.showTheme(4); county.showHomes(false);</script></html>"
    page = (tmp_path / "a.html").read_text(encoding="utf-8").replace("</html>", chosen)
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    found, log = opened(tmp_path / "a.html", tmp_path / "profile")
    assert "Uncaught" not in log
    options = re.findall(r"<option[^>]*>([^<]*)</option>", found)
    assert len(options) == len(THEMES)
    assert options[0] == "每格人数"
    assert Body(found).attributes.get("data-theme") == options[4]
    assert re.findall(r"<h1>([^<]*)</h1>", found) == [f"测试县 · {options[4]}"]


def test_homes_are_dots_only_when_asked_for(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    standing = db.conn.execute("SELECT count(*) FROM house WHERE geom IS NOT NULL").fetchone()[0]
    web_map(db.conn, tmp_path / "a.html", has_homes=True)
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    (tmp_path / "a.html").write_text(page.replace("</html>", "<script>county.showHomes(true);</script></html>"), encoding="utf-8")
    found, log = opened(tmp_path / "a.html", tmp_path / "profile")
    assert Body(found).attributes.get("data-homes") == str(standing)
    assert "Uncaught" not in log
    assert found.count("<canvas") > 1
    web_map(db.conn, tmp_path / "b.html")
    assert '"homes":[]' in (tmp_path / "b.html").read_text(encoding="utf-8")


def test_homes_lie_where_the_houses_stand(db: Database, tmp_path: Path) -> None:
    web_map(db.conn, tmp_path / "a.html", has_homes=True)
    steps = json.loads(re.findall(r'"homes":(\[[^\]]*\])', (tmp_path / "a.html").read_text(encoding="utf-8"))[0])
    lonlat = np.array(steps).reshape(-1, 2).cumsum(axis=0) / 1e5
    blobs = [row[0] for row in db.conn.execute("SELECT geom FROM house WHERE geom IS NOT NULL")]
    wanted = crs.to_degrees(geopackage.decode_points(blobs), builders.EPSG)
    assert sorted(map(tuple, lonlat.round(5).tolist())) == sorted(map(tuple, wanted.round(5).tolist()))


def test_phones_come_only_with_a_reason_that_the_history_keeps(db: Database, tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="原因"):
        web_map_with_phones(db, tmp_path / "a.html", who="我", reason=" ")
    assert not (tmp_path / "a.html").exists()
    web_map_with_phones(db, tmp_path / "a.html", who="我", reason="值班室用")
    assert "联系人1 12100000001" in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert history.newest(db.conn)[0].why == "值班室用"


def test_what_a_grid_says_follows_the_theme(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    web_map(db.conn, tmp_path / "a.html", "people", more=THEMES)
    chosen = (
        "<script>var f = document.getElementById('search-field'); f.value = '第01网格'; f.dispatchEvent(new Event('input'));"
        "f.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' })); county.showTheme(1);</script></html>"
    )
    page = (tmp_path / "a.html").read_text(encoding="utf-8").replace("</html>", chosen)
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    found, log = opened(tmp_path / "a.html", tmp_path / "profile")
    assert "Uncaught" not in log
    [said] = re.findall(r'<span class="figure">([^<]*)</span>', found)
    assert said.startswith("每格户数")


def test_a_cancel_is_heard_all_along_and_the_former_page_stays(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("旧", encoding="utf-8")
    asked = 0

    def after(most: int) -> bool:
        nonlocal asked
        asked += 1
        return asked > most

    web_map(db.conn, tmp_path / "b.html", "people", more=THEMES, cancelled=lambda: after(10_000))
    total, entries = asked, db.conn.execute("SELECT count(*) FROM history").fetchone()
    assert total > len(THEMES) + 3
    for most in range(total):
        stop = partial(after, most)
        asked = 0
        with pytest.raises(Cancelled):
            web_map(db.conn, path, "people", more=THEMES, cancelled=stop)
        asked = 0
        with pytest.raises(Cancelled):
            web_map_with_phones(db, path, "people", who="我", reason="值班", more=THEMES, cancelled=stop)
    assert path.read_text(encoding="utf-8") == "旧"
    assert [file.name for file in tmp_path.glob("a*")] == ["a.html"]
    assert db.conn.execute("SELECT count(*) FROM history").fetchone() == entries

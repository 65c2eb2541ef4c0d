"""A community's month at full county size: every figure found again by plain SQL, everything taken back at the end."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.file_names import odd
from tests.stories.command import Outcome, gisapp

SITE, RELOCATED = "紫云南郡", "SELECT id FROM household WHERE relocated_on IS NOT NULL AND ended_on IS NULL"
BY_HAND = ("village/sponsor_cadre", "village/unit_cadre", "community/sponsor_cadre", "community/unit_cadre")
FACTS = (
    "household",
    "home",
    "resident",
    "contact",
    "slot",
    "slot_proposal",
    "grid_post",
    "division",
    "division_name",
    "family_event",
    "care_entry",
)
Run = Callable[..., Outcome]


@pytest.fixture(scope="module")
def county(sample_county: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(sample_county, tmp_path_factory.mktemp("社区") / "示例县 '双线'.gpkg"))


@pytest.fixture(scope="module")
def before(sample_county: Path) -> dict[str, list[tuple[Any, ...]]]:
    return content(sample_county)


@pytest.fixture
def run(county: Path, before: dict[str, list[tuple[Any, ...]]], capsys: pytest.CaptureFixture[str], no_network: None) -> Iterator[Run]:
    """Run a command on the county; whatever it wrote is taken back when the test ends, and nothing is left of it."""
    entries = number(county, "SELECT count(*) FROM history WHERE undoes_id IS NULL AND undone_by_id IS NULL")

    def command(name: str, *words: object) -> Outcome:
        return gisapp(capsys, "--json", name, county, *words)

    yield command
    while number(county, "SELECT count(*) FROM history WHERE undoes_id IS NULL AND undone_by_id IS NULL") > entries:
        assert command("undo").code == 0
    assert content(county) == before


def plain(county: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    with sqlite3.connect(f"{county.as_uri()}?mode=ro", uri=True) as connection:
        return connection.execute(sql, values).fetchall()


def number(county: Path, sql: str, *values: object) -> int:
    return int(plain(county, sql, *values)[0][0])


def content(county: Path) -> dict[str, list[tuple[Any, ...]]]:
    return {table: plain(county, f"SELECT * FROM {table} ORDER BY id") for table in FACTS}


def empty(county: Path, slot: str) -> int:
    """Relocated families without anybody in a slot set by hand."""
    line, role = slot.split("/")
    held = "SELECT household_id FROM slot WHERE to_date IS NULL AND line = ? AND role = ?"
    return number(county, f"SELECT count(*) FROM ({RELOCATED} EXCEPT {held})", line, role)


def test_every_gap_is_filled_nobody_is_over_the_limit_and_one_undo_takes_it_back(run: Run, county: Path) -> None:
    report = run("slots").data
    assert report["families"] == number(county, f"SELECT count(*) FROM ({RELOCATED})") == 8_059
    assert {slot: report["missing"][slot] for slot in BY_HAND} == {slot: empty(county, slot) for slot in BY_HAND}
    assert sum(place["families"] for place in report["by_community"]) == 8_059
    held = set(plain(county, "SELECT household_id, line, role, contact_id FROM slot WHERE to_date IS NULL"))
    plan = run("propose-contacts", "--accept", "--reason", "补齐").data
    assert (plan["unfilled"], plan["over"]) == ([], [])
    assert run("slots").data["missing"] == dict.fromkeys(report["missing"], 0)
    loads = plain(
        county,
        "SELECT c.role, count(DISTINCT s.household_id) FROM slot_holder s JOIN contact c ON c.id = s.contact_id"
        " WHERE c.role <> 'grid_officer' GROUP BY s.contact_id",
    )
    limits = run("caseload").data["limits"]
    assert all(families <= limits[role] for role, families in loads)
    now = set(plain(county, "SELECT household_id, line, role, contact_id FROM slot WHERE to_date IS NULL"))
    assert len(held - now) == len(plan["moves"]) - plan["filled"]
    assert len(now) == len(held) + plan["filled"]


def test_a_leaving_contact_hands_every_family_over_and_stays_in_the_history(run: Run, county: Path) -> None:
    leaving, unit, count = plain(
        county,
        "SELECT s.contact_id, c.division_id, count(*) FROM slot s JOIN contact c ON c.id = s.contact_id"
        " WHERE s.to_date IS NULL AND c.role = 'unit_cadre' GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT 1",
    )[0]
    successor = number(county, "SELECT min(id) FROM contact WHERE role = 'unit_cadre' AND division_id = ? AND id <> ?", unit, leaving)
    mine = "SELECT household_id, line FROM slot WHERE contact_id = ? AND to_date IS NULL ORDER BY 1, 2"
    families = plain(county, mine, leaving)
    refused = run("hand-over", "--from", leaving, "--to", successor, "--reason", "<b>调离</b>").data["refused"]
    assert plain(county, mine, leaving) == [] == refused
    assert set(families) <= set(plain(county, mine, successor))
    ended = "SELECT count(*) FROM slot WHERE contact_id = ? AND end_reason = 'handed_over' AND to_date IS NOT NULL"
    assert number(county, ended, leaving) == count == len(families)


def test_what_one_line_proposes_waits_for_the_other(run: Run, county: Path) -> None:
    [(family, unit)] = plain(
        county,
        "SELECT k.id, k.origin_division_id FROM household k"
        f" WHERE k.id IN ({RELOCATED} EXCEPT SELECT household_id FROM slot WHERE to_date IS NULL AND line = 'village'"
        " AND role = 'unit_cadre') ORDER BY 1 LIMIT 1",
    )
    contact = number(county, "SELECT min(id) FROM contact WHERE role = 'unit_cadre' AND is_active AND division_id = ?", unit)
    gaps = empty(county, "village/unit_cadre")
    run("assign", "--slot", "village/unit_cadre", "--contact", contact, "--ids", family, "--propose")
    [waiting] = run("proposals", "--line", "village").data["proposals"]
    assert waiting["household"] == family
    assert empty(county, "village/unit_cadre") == gaps
    run("proposals", "--confirm", waiting["id"])
    assert empty(county, "village/unit_cadre") == gaps - 1
    assert run("proposals").data["waiting"] == 0


def test_nobody_is_lost_or_doubled_when_families_change(run: Run, county: Path) -> None:
    people = "SELECT count(*) FROM resident WHERE left_on IS NULL"
    families = "SELECT count(*) FROM household WHERE ended_on IS NULL"
    start, start_families = number(county, people), number(county, families)
    [(code, child)] = plain(
        county,
        "SELECT k.code, max(r.id) FROM household k JOIN resident r ON r.household_id = k.id AND r.left_on IS NULL"
        f" WHERE k.id IN ({RELOCATED}) AND r.relation = 'child' AND r.birth_date < '2000-01-01' GROUP BY 1"
        " HAVING (SELECT count(*) FROM resident p WHERE p.household_id = k.id AND p.left_on IS NULL) > 3 ORDER BY 1 LIMIT 1",
    )
    run("family", "birth", code, "--name", "小<i>宝</i>", "--sex", "女")
    run("family", "split", code, "--people", child)
    assert (number(county, people), number(county, families)) == (start + 1, start_families + 1)
    [(new,)] = plain(county, "SELECT code FROM household WHERE id = (SELECT household_id FROM resident WHERE id = ?)", child)
    run("family", "merge", new, "--into", code)
    run("family", "death", code, "--person", child)
    assert (number(county, people), number(county, families)) == (start, start_families)
    heads = "SELECT household_id FROM resident WHERE relation = 'head' AND left_on IS NULL"
    assert plain(county, f"SELECT household_id FROM ({heads}) GROUP BY 1 HAVING count(*) <> 1") == []
    assert (
        plain(county, "SELECT id FROM household WHERE ended_on IS NULL EXCEPT SELECT household_id FROM resident WHERE left_on IS NULL")
        == []
    )


def test_a_merged_villages_old_name_still_finds_its_families(run: Run, county: Path) -> None:
    rows = plain(
        county,
        "SELECT d.name, d.code, d.parent_id, count(*) FROM household k JOIN division d ON d.id = k.origin_division_id"
        f" WHERE k.id IN ({RELOCATED}) AND d.level = 'village' GROUP BY 1, 2, 3 ORDER BY 4 DESC",
    )
    old = rows[0]
    into = next(row for row in rows[1:] if row[2] == old[2])
    run("lineage", "--merge", old[1], "--into", into[1], "--take-grids")
    assert run("slots", "--unit", f"origin={old[0]}").data["families"] >= old[3]
    assert run("slots", "--unit", f"origin={into[1]}").data["families"] >= old[3] + into[3]
    assert any(old[0] in str(hit) or into[0] in str(hit) for hit in run("search", old[0]).data["hits"])
    assert run("check").data["ok"] is True


def test_chart_origins_and_cards_hold_every_family_once(run: Run, county: Path, tmp_path: Path) -> None:
    chart = run("chart", SITE).data["counts"]
    in_site = "SELECT h.id FROM house h JOIN building b ON b.id = h.building_id JOIN settlement_site s ON s.id = b.site_id WHERE s.name = ?"
    assert chart["rooms"] == number(county, f"SELECT count(*) FROM ({in_site})", SITE) == sum(chart["states"].values())
    flows = run("origins", "--site", SITE).data["flows"]
    assert (sum(one["families"] for one in flows), sum(one["people"] for one in flows)) == (692, 2_688)
    heads = plain(
        county,
        "SELECT DISTINCT r.name FROM resident r"
        " JOIN home m ON m.household_id = r.household_id AND m.to_date IS NULL AND m.role = 'residence'"
        f" JOIN house h ON h.id = m.house_id JOIN building b ON b.id = h.building_id WHERE r.relation = 'head' AND r.left_on IS NULL"
        f" AND b.name = '3号楼' AND h.id IN ({in_site})",
        SITE,
    )
    paper = tmp_path / odd("联系卡 <3号楼>.pdf")
    made = gisapp_cards(run, paper)
    assert made["families"] == 58
    text = "".join(subprocess.run(["pdftotext", paper, "-"], capture_output=True, text=True, check=True).stdout.split())
    assert all(head in text for (head,) in heads)
    fonts = subprocess.run(["pdffonts", paper], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts)


def gisapp_cards(run: Run, paper: Path) -> dict[str, Any]:
    return run("cards", paper, "--where", f"site={SITE} building=3号楼").data

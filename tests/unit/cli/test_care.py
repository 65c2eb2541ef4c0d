"""gisapp care and gisapp sleeping: the keys they promise, and sentences for what is wrong."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Protocol

import pytest

from tests.stories.command import Outcome, gisapp


class Run(Protocol):
    def __call__(self, *words: object) -> Outcome: ...


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return lambda *words: gisapp(capsys, *words)


def test_an_alarm_is_added_listed_and_closed(county: Path, run: Run) -> None:
    add = ("--json", "care", county, "add", "--family", "H004", "--line", "village", "--kind", "alarm", "--text", "后山有裂缝")
    made = run(*add, "--date", "2024-01-05", "--due", "2024-01-08").data
    assert set(made) == {"id", "entry", "record"}
    listed = run("--json", "care", county, "list", "--overdue", "--day", "2024-01-10").data
    assert {"entries", "open", "overdue", "at_office", "by_line", "by_lead", "by_duty"} == set(listed)
    assert (listed["open"], listed["overdue"], listed["by_line"]) == (1, 1, {"village": 1, "community": 0})
    (entry,) = listed["entries"]
    assert (entry["id"], entry["overdue_days"], entry["turn"]["level"]) == (made["id"], 2, 1)
    assert [one["name"] for one in entry["turn"]["goes_to"]] == ["联系人7", "联系人5"]
    assert re.fullmatch(r"121\*{4}\d{4}", entry["turn"]["lead_contact"]["phone"])
    assert run("--json", "care", county, "due", made["id"], "2024-02-01").data["due_on"] == "2024-02-01"
    assert "entry" in run("--json", "care", county, "close", made["id"], "--outcome", "已撤离").data
    assert run("--json", "care", county, "list", "--open").data["entries"] == []
    assert len(run("--json", "care", county, "list").data["entries"]) == 1


def test_the_list_narrows_by_line_kind_unit_and_family(county: Path, run: Run) -> None:
    for family, line, kind in (("H004", "village", "need"), ("H005", "community", "alarm"), ("H005", "community", "visit")):
        run("care", county, "add", "--family", family, "--line", line, "--kind", kind, "--text", "x")
    for words, count in (
        (("--line", "community"), 2),
        (("--kind", "need"), 1),
        (("--duty", "screening"), 1),
        (("--lead", "village"), 1),
        (("--family", "H005"), 2),
        (("--unit", "building=3号楼 entrance=1"), 1),
        (("--unit", "building=3号楼 entrance=1", "--family", "H005"), 0),
    ):
        assert len(run("--json", "care", county, "list", *words).data["entries"]) == count, words


def test_a_month_is_told_and_saved(county: Path, run: Run, tmp_path: Path) -> None:
    run("care", county, "add", "--family", "H004", "--line", "village", "--kind", "visit", "--text", "看望", "--date", "2024-06-05")
    out = tmp_path / "月报.xlsx"
    data = run("--json", "care", county, "month", "2024-06", "--out", out).data
    assert {"month", "day", "relocated", "by_line", "both", "file"} == set(data)
    assert (data["relocated"], data["by_line"]["village"]["visits"], data["both"]["families_reached"]) == (3, 1, 1)
    assert out.stat().st_size > 1_000
    assert "走访 1" in run("care", county, "month", "2024-06").out


def test_timeline_and_days_answer(county: Path, run: Run) -> None:
    lines = run("--json", "care", county, "timeline", "H006").data["lines"]
    assert {"date", "kind", "line", "title", "text", "who"} == set(lines[0])
    assert run("--json", "care", county, "days").data == {"alarm": 3, "need": 15, "office": 3, "stale": 30, "entry": None}
    assert run("--json", "care", county, "days", "--alarm", "5").data["alarm"] == 5


@pytest.mark.parametrize(
    "words",
    [
        ("add", "--family", "H999", "--line", "village", "--kind", "visit", "--text", "x"),
        ("add", "--family", "H001", "--line", "village", "--kind", "visit", "--text", "x"),
        ("add", "--family", "H004", "--line", "north", "--kind", "visit", "--text", "x"),
        ("close", "7", "--outcome", "x"),
        ("due", "7", "yesterday"),
        ("month", "2024-6"),
        ("month", "--out", "a.pdf"),
        ("timeline", "H999"),
        ("list", "--unit", "哪里"),
        (),
    ],
)
def test_what_is_wrong_is_said_in_sentences(words: tuple[str, ...], county: Path, run: Run) -> None:
    assert run("care", county, *words).sentences


def test_sleeping_counts_lists_and_sets(county: Path, run: Run, tmp_path: Path) -> None:
    data = run("--json", "sleeping", county, "--stale", "--two-ends").data
    assert {
        "people",
        "here",
        "origin",
        "elsewhere",
        "unknown",
        "stale",
        "stale_days",
        "two_ends",
        "by_door",
        "list",
        "two_ends_list",
    } == set(data)
    assert (data["people"], data["here"], data["origin"], data["stale"], data["two_ends"]) == (5, 4, 1, 5, 1)
    assert data["two_ends_list"][0]["family"] == "H005"
    done = run("--json", "sleeping", county, "--set", "7=here", "--set", "8=elsewhere:西安", "--set", "99=here").data
    assert (done["rows"], done["changed"], done["same"], len(done["refused"])) == (3, 1, 1, 1)
    assert run("--json", "sleeping", county, "--away").data["list"][0]["where"] == "西安"
    form = tmp_path / "表.xlsx"
    assert run("--json", "sleeping", county, "--unit", "site=紫云南郡", "--out", form).data["rows"] == 5
    assert run("--json", "sleeping", county, "--in", form, "--dry-run").data == {
        "rows": 0, "changed": 0, "same": 0, "refused": [], "blank": 5, "entry": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        ("--set", "x=here"),
        ("--set", "7=moon"),
        ("--set", "7"),
        ("--in", "nowhere.xlsx"),
        ("--out", "a.csv"),
        ("--set", "7=here", "--out", "a.xlsx"),
        ("--unit", "西山村", "--out", "a.xlsx"),
        ("--checked", "2024-02-30"),
    ],
)
def test_what_is_wrong_with_sleeping_is_said_in_sentences(words: tuple[str, ...], county: Path, run: Run) -> None:
    assert run("sleeping", county, *words).sentences


def test_a_file_that_is_no_form_is_refused(county: Path, run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "a.xlsx"
    broken.write_bytes(b"PK\x03\x04 no")
    assert run("sleeping", county, "--in", broken).sentences

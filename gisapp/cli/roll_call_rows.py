"""Roll calls as JSON and as lines of text."""

from __future__ import annotations

from typing import Any

from gisapp.domain.carried_roll_call import MergeResult, merge_summary, merge_warnings
from gisapp.domain.carried_run import run_difference_text
from gisapp.domain.roll_call import Progress, RollCallEntry, RollCallRow, RollState, clock
from gisapp.language import tr
from gisapp.services.roll_call.report_roll_call import PlaceProgress, RollCallReport, roll_call_headline


def progress_data(found: Progress) -> dict[str, Any]:
    """Families by state under the states' own names, people under ``people_by_state``; percentages are of families."""
    return {
        "families": found.families,
        "people": found.people,
        **{state.value: found.of(state).families for state in RollState},
        "reached": found.reached.families,
        "reached_percent": found.reached_percent,
        "out": found.out.families,
        "out_percent": found.out_percent,
        "people_by_state": {state.value: found.of(state).people for state in RollState},
    }


def report_data(report: RollCallReport) -> dict[str, Any]:
    """The keys of a board."""
    return {
        "run": report.run,
        "roll_call": report.roll_call,
        "opened_at": report.opened_at,
        "last_at": report.last_at,
        **progress_data(report.total),
        "by_town": {one.title: progress_data(one.progress) for one in report.towns},
        "by_village": [{"town": one.at.town, "village": one.title, **progress_data(one.progress)} for one in report.villages],
        "by_grid": {one.code: progress_data(one.progress) for one in report.grids},
        "moved_to": [{"kind": one.kind, "place": one.text, "families": one.families, "people": one.people} for one in report.destinations],
    }


def entry_data(entry: RollCallEntry) -> dict[str, Any]:
    """The keys of an entry."""
    place = entry.moved_to
    return {
        "uid": entry.uid,
        "state": entry.state,
        "place_kind": place.kind if place else None,
        "place": place.text if place else "",
        "at": entry.at,
        "who": entry.who,
        "note": entry.note,
    }


def row_data(row: RollCallRow) -> dict[str, Any]:
    """The keys of a family on the list; without an entry its state is not_reached and the rest is null."""
    call = row.call
    nothing = dict.fromkeys(("uid", "place_kind", "place", "at", "who", "note"))
    return {
        "family": call.code,
        "head": call.head,
        "number": call.number,
        "grid": call.grid_code,
        "level": call.level,
        "residents": call.residents,
        "marks": call.marks,
        **(entry_data(row.entry) if row.entry else {**nothing, "state": row.state}),
    }


def total_text(report: RollCallReport) -> str:
    """The base, how many were reached and are out, state by state."""
    total = report.total
    states = tr("，").join(
        tr("{state} {families} 户 {people} 人", state=state.caption, families=f"{tally.families:,}", people=f"{tally.people:,}")
        for state, tally in ((state, total.of(state)) for state in RollState)
    )
    return "\n".join((roll_call_headline(report.run, total), states))


def place_text(one: PlaceProgress) -> str:
    """One line of the board."""
    found = one.progress
    done = {"reached": f"{found.reached.families:,}", "out": f"{found.out.families:,}"}
    rates = {"reached_percent": found.reached_percent, "out_percent": found.out_percent}
    rest = {"refused": f"{found.of(RollState.REFUSED).families:,}", "missing": f"{found.of(RollState.NOT_REACHED).families:,}"}
    base = tr("  {place}：{families} 户 {people} 人", place=one.title, families=f"{found.families:,}", people=f"{found.people:,}")
    told = tr("联系上 {reached} 户（{reached_percent}%），已离开 {out} 户（{out_percent}%）", **done, **rates)
    return tr("，").join((base, told, tr("拒绝 {refused} 户，没联系上 {missing} 户", **rest)))


def row_text(row: RollCallRow) -> str:
    """One family in a line."""
    call, entry = row.call, row.entry
    what = entry.what if entry else row.state.caption
    told = tuple(filter(None, (clock(entry.at), entry.who, entry.note))) if entry else ()
    people = tr("{count} 人", count=call.residents)
    parts = (f"  {call.code}", call.level.caption, call.grid, call.number, call.head, people, call.marks, what, *told)
    return "  ".join(filter(None, parts))


def log_text(entry: RollCallEntry) -> str:
    """One entry in a line."""
    return "  ".join(filter(None, (f"  {clock(entry.at)}", entry.who, entry.what, entry.note)))


def merge_data(result: MergeResult) -> dict[str, Any]:
    """The keys of a merge; rows = new + older + same + refused."""
    return {
        "rows": result.rows,
        "new": result.new,
        "older": result.older,
        "same": result.same,
        "refused": [{"row": one.row, "family": one.code, "reason": one.reason} for one in result.refused],
        "withdrawn": result.withdrawn,
        "differences": [
            {
                "family": one.code,
                "head": one.head,
                "ours": entry_data(one.ours),
                "theirs": entry_data(one.theirs) if one.theirs else None,
                "kept": "theirs" if one.is_theirs_kept else "ours",
            }
            for one in result.differences
        ],
        "fast_minutes": result.fast_minutes,
        "recognised": {"by_code": result.recognised.by_code, "by_head": result.recognised.by_head},
        "off_list": result.off_list,
        "run_known": result.carried.run is not None,
        "run_differences": [{"what": one.what, "ours": one.ours, "theirs": one.theirs} for one in result.run_differences],
    }


def merge_text(result: MergeResult) -> list[str]:
    """What merging does, every difference and every refusal."""
    lines = [merge_summary(result), *merge_warnings(result), *(run_difference_text(one) for one in result.run_differences)]
    for one in result.differences:
        theirs = log_text(one.theirs).strip() if one.theirs else "—"
        values = {"code": one.code, "head": one.head, "ours": log_text(one.ours).strip(), "theirs": theirs, "kept": one.kept}
        lines.append(tr("  {code} {head}  本机：{ours}  对方：{theirs}  → {kept}", **values))
    lines += [tr("  第 {row} 条 {code}：{reason}", row=one.row, code=one.code, reason=one.reason) for one in result.refused]
    return lines

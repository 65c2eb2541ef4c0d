"""gisapp runs: the hazard runs kept in the file, one of them again, two of them compared."""

from __future__ import annotations

from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.affected_command import as_json
from gisapp.cli.answer import answer
from gisapp.cli.compared import comparison_json, comparison_text
from gisapp.errors import BadRequest
from gisapp.export.stored_run import question_from, stored_run
from gisapp.language import tr
from gisapp.services.runs.compare_runs import compare_runs
from gisapp.storage.county import county_file
from gisapp.storage.runs import stored_runs
from gisapp.storage.runs.stored_runs import StoredRun

ACTIONS = (("list", 0), ("show", 1), ("compare", 2))


@click.command("runs")
@arguments.county_file
@click.argument("action", type=click.Choice([name for name, _ in ACTIONS]), default="list")
@click.argument("numbers", type=int, nargs=-1)
def command(file: Path, action: str, numbers: tuple[int, ...]) -> None:
    """列出保存的研判（list）、看一次（show 号）、比较两次（compare 号 号）。"""
    if len(numbers) != dict(ACTIONS)[action]:
        raise BadRequest(tr("研判的号数不对。"), tr("请写 list，或 show 号，或 compare 号 号。"))
    with county_file.reading(file) as connection:
        if action == "list":
            runs = stored_runs.kept(connection)
            answer({"runs": [_row(run) for run in runs]}, "\n".join(map(_line, runs)) or tr("还没有保存过研判。"))
        elif action == "show":
            run = stored_run(connection, numbers[0])
            answer(as_json(run), run.question.sentence)
        else:
            found = compare_runs(connection, *numbers)
            answer(comparison_json(found), "\n".join(comparison_text(found)))


def _row(run: StoredRun) -> dict[str, object]:
    question = question_from(run.question)
    return {
        "run": run.id,
        "at": run.at,
        "who": run.who,
        "hazards": list(question.names),
        "rule": question.rule,
        "buffer": question.buffer_m,
        "question": question.sentence,
        **run.totals["total"],
    }


def _line(run: StoredRun) -> str:
    names, total = run.question["names"], run.totals["total"]
    shown = tr("、").join(names[:3]) + ("…" if len(names) > 3 else "")  # noqa: PLR2004 - a line's room
    values = {"run": run.id, "at": run.at.replace("T", " ")[:16], "names": shown}
    return tr("{run}  {at}  {names}：{houses:,} 处，{households:,} 户，{residents:,} 人", **values, **total)

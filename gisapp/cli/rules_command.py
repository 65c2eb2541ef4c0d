"""gisapp rules: who leads and who assists each duty."""

from __future__ import annotations

from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.who import who
from gisapp.domain.change import Change
from gisapp.domain.lines import PUBLISHED_RULES, Duty, LeadRule, slot_from_text
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.contacts.change_lead_rule import change_lead_rule, restore_published_rules
from gisapp.storage.contacts import slots
from gisapp.storage.county import county_file


@click.command("rules")
@arguments.county_file
@click.option("--duty", type=click.Choice([duty.value for duty in Duty]), help="screening（排查预警）或 assistance（帮扶落实）。")
@click.option("--lead", help="主责的岗位：LINE/ROLE。")
@click.option("--assist", help="配合的岗位：LINE/ROLE。")
@click.option("--preset", is_flag=True, help="恢复公开发布的规定。")
@click.option("--reason", help="原因，记入历史。")
def command(file: Path, duty: str | None, lead: str | None, assist: str | None, preset: bool, reason: str | None) -> None:
    """每项职责由谁主责、谁配合：列出或更改。"""
    wants_change = duty is not None or lead is not None or assist is not None
    if wants_change and (duty is None or lead is None or assist is None):
        raise BadRequest(
            tr("--duty、--lead 和 --assist 要一起写。"), tr("例如：--duty screening --lead community/sponsor --assist village/sponsor。")
        )
    if wants_change and preset:
        raise BadRequest(tr("--preset 不能和 --duty 一起写。"), tr("请分两次写。"))
    if not wants_change and not preset:
        with county_file.reading(file) as connection:
            _tell(slots.lead_rules(connection), None)
        return
    with county_file.writing(file) as db:
        if preset:
            change = restore_published_rules(db, who=who())
        else:
            lead_slot, assist_slot = slot_from_text(lead or ""), slot_from_text(assist or "")
            change = change_lead_rule(db, Duty(duty or ""), lead=lead_slot, assist=assist_slot, who=who(), why=reason)
        _tell(slots.lead_rules(db.conn), change)


def _tell(rules: tuple[LeadRule, ...], change: Change | None) -> None:
    is_preset = set(rules) == set(PUBLISHED_RULES)
    table = {rule.duty.value: {"lead": rule.lead.code, "assist": rule.assist.code} for rule in rules}
    lines = [change.label] if change else []
    lines += [
        tr("  {duty}：{lead}主责，{assist}配合", duty=rule.duty.caption, lead=rule.lead.caption, assist=rule.assist.caption)
        for rule in rules
    ]
    if is_preset:
        lines.append(tr("这是公开发布的规定。"))
    answer({"rules": table, "is_preset": is_preset, "entry": change.entry if change else None}, "\n".join(lines))

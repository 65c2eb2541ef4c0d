"""Wrongly written commands and help texts in the reader's language; click itself speaks English only."""

from __future__ import annotations

import re

import click

from gisapp.cli.help_page import ReadersContext
from gisapp.language import tr

Sentences = tuple[str, str]
_UNKNOWN = re.compile(r"No such command '(.*?)'\.")


def translated(command: click.Command) -> click.Command:
    """``command`` with its help, that of its options and the page they stand on in the reader's language."""
    command.context_class = ReadersContext
    if command.help:
        command.help = tr(command.help)
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help:
            parameter.help = tr(parameter.help)
    return command


class TranslatedGroup(click.Group):
    """A command with commands of its own, which speak the reader's language."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        found = super().get_command(ctx, cmd_name)
        return translated(found) if found else None


def sentences(error: click.ClickException) -> Sentences:
    """What is wrong with the words typed, and where to read how they are written."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path if context else "gisapp"
    word = _UNKNOWN.search(error.message)
    if context and isinstance(context.command, click.Group) and (word or _is_empty(error)):
        known = tr("可用的命令：{commands}。", commands="  ".join(context.command.list_commands(context)))
        return tr("{command} 没有“{name}”这一项。", command=path, name=word[1]) if word else tr("没有写要做什么。"), known
    return _what_is_wrong(error), tr("用 {command} --help 查看写法。", command=path)


def _what_is_wrong(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return tr("没有选项“{name}”。", name=error.option_name)
    if isinstance(error, click.BadOptionUsage):
        return tr("选项“{name}”后面要写一个值。", name=error.option_name)
    if isinstance(error, click.MissingParameter):
        return tr("缺少“{name}”。", name=_name(error.param))
    if isinstance(error, click.BadParameter):
        return _wrong_value(error)
    surplus = re.search(r"extra arguments? \((.*)\)", error.message)
    if surplus:
        return tr("多余的内容：{words}", words=surplus[1])
    if _is_empty(error):
        return tr("没有写要做什么。")
    return tr("命令写得不对：{detail}", detail=error.format_message())


def _is_empty(error: click.ClickException) -> bool:
    return isinstance(error, click.exceptions.NoArgsIsHelpError) or not error.message or error.message.startswith("Missing command")


def _wrong_value(error: click.BadParameter) -> str:
    kind, name = error.param.type if error.param else None, _name(error.param)
    if isinstance(kind, click.Choice):
        return tr("“{name}”只能是：{choices}。", name=name, choices="  ".join(map(str, kind.choices)))
    if isinstance(kind, click.IntRange):
        return tr("“{name}”要填 {low} 到 {high} 之间的整数。", name=name, low=kind.min, high=kind.max)
    if kind is click.INT:
        return tr("“{name}”要填整数。", name=name)
    if kind is click.FLOAT:
        return tr("“{name}”要填数字。", name=name)
    return tr("“{name}”的值不对。", name=name)


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return ""
    return parameter.opts[0] if isinstance(parameter, click.Option) else (parameter.name or "").upper()

"""`gisapp COMMAND …`: finds the command's module, and turns every failure into a sentence."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

import click

from gisapp.cli import faults
from gisapp.errors import GisappError
from gisapp.language import tr

COMMANDS = (
    "new", "sample", "info", "check", "export", "map", "webmap", "affected", "slots", "assign",
    "search", "history", "undo", "backup", "restore", "tour",
)  # fmt: skip


class LazyGroup(click.Group):
    """Loads only the module of the command that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"gisapp.cli.{cmd_name}_command").command
        return command


@click.group(cls=LazyGroup)
@click.option("--json", "as_json", is_flag=True, help="一个 JSON 对象写到标准输出。")
@click.version_option(package_name="gisapp", message="%(version)s")
@click.pass_context
def cli(ctx: click.Context, as_json: bool) -> None:
    """网格与搬迁社区：命令行。"""
    ctx.obj = as_json


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 0 done, 1 the check found problems, 2 bad request or file."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        result = cli.main(list(arguments) if arguments is not None else None, prog_name="gisapp", standalone_mode=False)
    except GisappError as error:
        return faults.say(str(error))
    except click.exceptions.Abort:
        return faults.say(tr("已取消，没有写入任何内容。"))
    except click.ClickException as error:
        return faults.say(tr("命令写得不对：{detail}", detail=error.format_message()), tr("用 gisapp COMMAND --help 查看写法。"))
    except BrokenPipeError:
        return 0
    except Exception as error:  # a bug: the log gets the traceback, the person one sentence
        return faults.report_bug(error)
    return result if isinstance(result, int) else 0

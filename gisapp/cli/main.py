"""`gisapp COMMAND …`: finds the command's module, and turns every failure into a sentence."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from errno import ENAMETOOLONG
from importlib import import_module

import click

from gisapp.cli import faults, usage
from gisapp.errors import BadRequest, GisappError
from gisapp.language import tr

COMMANDS = (
    "new", "sample", "info", "check", "export", "look", "import", "compare", "attributes", "template", "map", "webmap",
    "affected", "runs", "hazard", "safe-sites", "rollcall",
    "report", "call-sheets", "map-pages", "needs", "checklist",
    "damage",
    "slots", "assign", "proposals", "hand-over", "contact", "rules", "caseload", "propose-contacts",
    "care", "sleeping", "move-family", "family", "lineage",
    "card", "cards", "register", "caseload-sheet", "door-form", "grid-sheets", "chart", "origins",
    "search", "history", "undo", "backup", "restore", "tour",
)  # fmt: skip


class LazyGroup(click.Group):
    """Loads only the module of the command that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"gisapp.cli.{cmd_name.replace('-', '_')}_command").command
        return usage.translated(command)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            raise BadRequest(tr("没有命令“{name}”。", name=args[0]), tr("可用的命令：{commands}。", commands="  ".join(COMMANDS)))
        return super().resolve_command(ctx, args)


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
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        _refuse_no_text(words)
        usage.translated(cli)
        result = cli.main(_json_first(words), prog_name="gisapp", standalone_mode=False)
    except GisappError as error:
        return faults.say(error.message, error.next_step)
    except click.exceptions.Abort:
        return faults.say(tr("已取消，没有写入任何内容。"))
    except click.ClickException as error:
        return faults.say(*usage.sentences(error))
    except BrokenPipeError:
        return 0
    except OSError as error:
        return _say_of_system(error)
    except Exception as error:  # a bug: the log gets the traceback, the person one sentence
        return faults.report_bug(error, words)
    return result if isinstance(result, int) else 0


def _refuse_no_text(words: Sequence[str]) -> None:
    """Raise BadRequest for bytes that are no text in the system's encoding: nothing could be written down with them."""
    for word in words:
        try:
            word.encode("utf-8")
        except UnicodeEncodeError as error:
            shown = word.encode("utf-8", "replace").decode()[:40]
            raise BadRequest(tr("“{word}”里有不是文字的内容。", word=shown), tr("文件名有乱码时，请先改名。")) from error


def _say_of_system(error: OSError) -> int:
    """A name that no file can have is the person's to mend; whatever else the system refuses here, nobody foresaw."""
    if error.errno != ENAMETOOLONG:
        return faults.report_bug(error)
    return faults.say(tr("文件名太长：{name}…", name=str(error.filename)[:40]), tr("请检查文件名。"))


def _json_first(words: list[str]) -> list[str]:
    """``--json`` belongs to the whole program: wherever it is typed, up to a bare ``--``, it comes first."""
    end = words.index("--") if "--" in words else len(words)
    if "--json" not in words[:end]:
        return words
    return ["--json", *(word for word in words[:end] if word != "--json"), *words[end:]]

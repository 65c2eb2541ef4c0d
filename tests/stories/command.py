"""The command line as a person or a program uses it: words in, exit code and both streams out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from gisapp.cli.main import main

POWERS = "-dac_override,-dac_read_search"
EACH = """
import contextlib, io, json, sys
from gisapp.cli.main import main
outcomes = []
for words in json.loads(sys.argv[1]):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(words)
    outcomes.append((code, out.getvalue(), err.getvalue()))
print(json.dumps(outcomes))
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one command left behind."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """The one JSON object on standard output, when the command was done."""
        assert self.code in (0, 1), self.err
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found

    @property
    def sentences(self) -> list[str]:
        """What a person reads after a failure: exit code 2, one or two lines, nothing else."""
        assert self.code == 2, (self.code, self.out, self.err)
        assert self.out == ""
        assert "Traceback" not in self.err
        lines = self.err.splitlines()
        assert 1 <= len(lines) <= 2, self.err
        assert all(line.strip() for line in lines)
        return lines


def gisapp(capsys: pytest.CaptureFixture[str], *words: object) -> Outcome:
    """Run one command in this process."""
    capsys.readouterr()
    code = main([str(word) for word in words])
    return Outcome(code, *capsys.readouterr())


def gisapp_apart(*commands: Sequence[object], **settings: str) -> list[Outcome]:
    """Run commands one after the other in a process that file permissions bind, root's too."""
    words = json.dumps([[str(word) for word in command] for command in commands])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **settings}
    done = subprocess.run(bound_by_permissions([sys.executable, "-c", EACH, words]), env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8")
    return [Outcome(*outcome) for outcome in json.loads(done.stdout)]


def bound_by_permissions(command: Sequence[str]) -> list[str]:
    """``command`` without the powers by which root writes where it may not."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return list(command)
    return ["setpriv", f"--bounding-set={POWERS}", f"--inh-caps={POWERS}", *command]

"""What every test runs under: Qt without a screen and a user's folder of its own."""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from gisapp.services.county.make_sample import SampleCounts

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("GISAPP_LANGUAGE", None)


def pytest_configure(config: pytest.Config) -> None:
    """Give the whole run one empty user's folder, before any test module is imported."""
    home = tempfile.TemporaryDirectory(prefix="gisapp-home-")
    config.add_cleanup(home.cleanup)
    os.environ["GISAPP_HOME"] = home.name


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail at once when Python code of this process tries to leave the machine's own sockets."""

    def guarded(connect: Callable[..., object]) -> Callable[..., object]:
        def connect_locally(self: socket.socket, address: object) -> object:
            if self.family != getattr(socket, "AF_UNIX", None):
                pytest.fail(f"the program tried to reach the network: {address!r}")
            return connect(self, address)

        return connect_locally

    def no_lookup(host: object, *_: object, **__: object) -> None:
        pytest.fail(f"the program tried to look up the host {host!r}")

    monkeypatch.setattr(socket.socket, "connect", guarded(socket.socket.connect))
    monkeypatch.setattr(socket.socket, "connect_ex", guarded(socket.socket.connect_ex))
    monkeypatch.setattr(socket, "getaddrinfo", no_lookup)


@pytest.fixture(scope="session")
def sample_made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SampleCounts]:
    """The sample county at full size, made once a run; nobody may write to it: copy it first."""
    from gisapp.services.county.make_sample import make_sample

    path = tmp_path_factory.mktemp("sample") / "示例县.gpkg"
    return path, make_sample(path)


@pytest.fixture(scope="session")
def sample_county(sample_made: tuple[Path, SampleCounts]) -> Path:
    """The file of ``sample_made``."""
    return sample_made[0]

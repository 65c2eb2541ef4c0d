"""The guards that other tests lean on do bite."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest


@pytest.mark.usefixtures("no_network")
def test_a_connection_to_the_network_fails_the_test() -> None:
    with socket.socket() as door, pytest.raises(pytest.fail.Exception, match="reach the network"):
        door.connect(("127.0.0.1", 9))
    with pytest.raises(pytest.fail.Exception, match="look up"):
        socket.create_connection(("localhost", 9))


@pytest.mark.usefixtures("no_network")
def test_sockets_of_the_own_machine_are_left_alone(tmp_path: Path) -> None:
    address = os.path.relpath(tmp_path / "door")
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(address)
        server.listen()
        client.connect(address)


def test_tests_write_no_settings_of_the_person_who_runs_them() -> None:
    assert "gisapp-home-" in os.environ["GISAPP_HOME"]
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"

"""The chart of a building or of a whole settlement site: which room is lived in, vacant, in want of something."""

from __future__ import annotations

import sqlite3

from gisapp.domain.chart import Chart, arrange_rooms
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.storage.places import flats

MOST_NAMED = 8
CHARTED = frozenset({"settlement_site", "building"})


def chart_building(connection: sqlite3.Connection, kind: str, thing: int) -> Chart:
    """The chart of a ``settlement_site`` or ``building``; one without flats has no buildings or empty ones.

    Raises BadRequest when there is no such place.
    """
    place = next((one for one in flats.places(connection) if one[:2] == (kind, thing)), None)
    if place is None:
        raise BadRequest(tr("这个安置点或楼栋已不在县文件里。"), tr("请在左边的列表里重新选一个。"))
    _, _, name, site = place
    found = flats.buildings(connection, kind, thing)
    rooms = flats.rooms(connection, [number for number, _ in found])
    buildings = arrange_rooms([(number, title, rooms[number]) for number, title in found])
    return Chart(site, site if kind == "settlement_site" else tr("{site} {building}", site=site, building=name), buildings)


def find_charted(connection: sqlite3.Connection, text: str) -> tuple[str, int]:
    """(kind, id) of the site or building that ``text`` names: 紫云南郡, 紫云南郡3号楼, 紫云南郡 3号楼, or 3号楼 where only one site has it.

    Raises BadRequest when none or several fit.
    """
    wanted = "".join(text.split())
    every = flats.places(connection)
    fitting = [one for one in every if wanted in _names(*one)]
    if not fitting:
        sites = tr("、").join(name for kind, _, name, _ in every if kind == "settlement_site")
        raise BadRequest(
            tr("没有名为“{text}”的安置点或楼栋。", text=text),
            tr("有这些安置点：{sites}。楼栋请写成“安置点+楼栋”。", sites=sites) if sites else tr("县文件里还没有安置点。"),
        )
    whole = [one for one in fitting if one[0] == "settlement_site"] or fitting
    if len(whole) > 1:
        names = tr("、").join(site + name for _, _, name, site in whole[:MOST_NAMED])
        raise BadRequest(tr("“{text}”不止一个：{names}", text=text, names=names), tr("请连安置点的名称一起写。"))
    return whole[0][0], whole[0][1]


def _names(kind: str, _thing: int, name: str, site: str) -> frozenset[str]:
    plain, before = "".join(name.split()), "".join(site.split())
    return frozenset({plain}) if kind == "settlement_site" else frozenset({plain, before + plain})

"""What leaves the window: lists, workbooks, pages, pictures, backups. Asks where to, works in the background, says where it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QImage

from gisapp.domain.affected import AffectedRun
from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.scene.view import Bounds
from gisapp.services.county.back_up_county import back_up_county
from gisapp.storage.county import county_file
from gisapp.ui.ask import Ask
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.tasks import Control

if TYPE_CHECKING:
    from gisapp.domain.chart import Chart
    from gisapp.domain.origins import OriginReport

EXCEL, PDF, HTML, PICTURE = "Excel (*.xlsx)", "PDF (*.pdf)", "HTML (*.html)", "PNG (*.png)"
CHART_KINDS = f"{PICTURE};;{PDF};;{EXCEL}"
CHART_PX = 1920
ORIGIN_KINDS = f"{PICTURE};;{EXCEL}"


def export_calls(county: OpenCounty, ask: Ask, run: AffectedRun) -> None:
    """A run's call list as a workbook."""

    def write(path: Path, control: Control) -> None:
        from gisapp.export.call_list import call_list_sheet

        with county_file.reading(county.path) as connection:
            call_list_sheet(connection, run, path, cancelled=control.cancelled)

    write_out(county, ask.save_as(tr("导出电话名单"), suggested(county, tr("电话名单.xlsx")), EXCEL), tr("导出电话名单"), write)


def print_calls(county: OpenCounty, ask: Ask, run: AffectedRun) -> None:
    """A run's call list with its map as a PDF."""
    path = ask.save_as(tr("打印电话名单"), suggested(county, tr("电话名单.pdf")), PDF)
    print_out(county, path, tr("打印电话名单"), "call_list", int(run.id), False)


def print_grid(county: OpenCounty, ask: Ask, grid: int) -> None:
    """A grid's card with its families as a PDF."""
    print_out(county, ask.save_as(tr("打印网格卡"), suggested(county, tr("网格卡.pdf")), PDF), tr("打印网格卡"), "grid_card", grid)


def print_map(county: OpenCounty, ask: Ask, theme: str, bounds: Bounds, *, run: int | None = None) -> None:
    """The map in sight as a sheet with title, legend, scale and date; ``run``: whose roll call it shows, None = the latest's."""
    path = ask.save_as(tr("打印地图"), suggested(county, tr("地图.pdf")), PDF)
    print_out(county, path, tr("打印地图"), "map_sheet", theme, run, bounds, county.who)


def save_picture(county: OpenCounty, ask: Ask, picture: QImage) -> None:
    """The map as it is now."""

    def write(path: Path, control: Control) -> None:
        if not picture.save(str(path)):
            raise BadFile(tr("图片没有写成：{path}", path=path), tr("请换一个可以写入的文件夹。"))

    write_out(county, ask.save_as(tr("保存地图图片"), suggested(county, tr("地图.png")), PICTURE), tr("保存地图图片"), write)


def write_chart(county: OpenCounty, ask: Ask, chart: Chart) -> None:
    """A building chart as a picture, on paper or as a workbook."""

    def write(path: Path, control: Control) -> None:
        from gisapp.export.chart_table import write_chart_workbook
        from gisapp.printing.chart_sheet import write_chart_picture, write_chart_sheet
        from gisapp.printing.map_sheet import imprint

        with county_file.reading(county.path) as connection:
            said = imprint(connection, tr("楼栋图 · {place}", place=chart.title), maker=county.who)
        if path.suffix.lower() == ".pdf":
            write_chart_sheet(path, chart, said)
        elif path.suffix.lower() == ".xlsx":
            write_chart_workbook(path, chart)
        else:
            write_chart_picture(path, chart, width_px=CHART_PX, is_sample=said.is_sample)

    write_out(county, ask.save_as(tr("保存楼栋图"), suggested(county, tr("楼栋图.png")), CHART_KINDS), tr("保存楼栋图"), write)


def write_origins(county: OpenCounty, ask: Ask, report: OriginReport) -> None:
    """Where families came from, as a map or a workbook."""

    def write(path: Path, control: Control) -> None:
        from gisapp.export.origin_table import write_origin_workbook
        from gisapp.printing.map_sheet import write_map_picture
        from gisapp.printing.origin_map import origin_map

        if path.suffix.lower() == ".xlsx":
            write_origin_workbook(path, report, title=tr("搬迁来源与去向"))
            return
        with county_file.reading(county.path) as connection:
            write_map_picture(path, origin_map(connection, report.flows), width_px=1920, height_px=1080)

    write_out(county, ask.save_as(tr("保存来源图"), suggested(county, tr("搬迁来源.png")), ORIGIN_KINDS), tr("保存来源图"), write)


def back_up(county: OpenCounty) -> None:
    """A copy in the folder beside the file."""
    county.tasks.work(
        tr("备份"), lambda control: back_up_county(county.path, cancelled=control.cancelled), lambda path: tell_written(county, path)
    )


def check(county: OpenCounty, ask: Ask) -> None:
    """Everything that can be wrong with the file, in a list."""
    from gisapp.services.county.check_county import CheckReport, check_county

    def work(control: Control) -> CheckReport:
        with county_file.reading(county.path) as connection:
            return check_county(connection)

    def tell(report: CheckReport) -> None:
        titles = check_titles()
        lines = [tr("{title}：{count}", title=titles.get(name, name), count=f"{count:,}") for name, count in report.findings]
        head = tr("没有发现问题。") if report.is_ok else tr("发现问题，请按下面的条目处理。")
        ask.tell(tr("检查县文件"), "\n".join((head, "", *lines)))

    county.tasks.work(tr("检查县文件"), work, tell)


def check_titles() -> dict[str, str]:
    """What each finding is called."""
    return {
        "integrity": tr("文件页损坏"),
        "geopackage": tr("不合 GeoPackage 规范"),
        "foreign_keys": tr("指向不存在的记录"),
        "gaps": tr("网格之间的空隙"),
        "overlaps": tr("网格重叠"),
        "homes_outside": tr("不在所属网格内的房屋"),
        "grids_without_officer": tr("没有网格员的网格"),
        "grids_with_two_officers": tr("有两名网格员的网格"),
        "families_missing_slots": tr("缺岗户（待办，不算问题）"),
    }


def write_out(county: OpenCounty, path: Path | None, title: str, write: Callable[[Path, Control], None]) -> None:
    """Write in the background and say where it is; None: the person thought better of it."""
    if path is not None:
        county.tasks.work(title, lambda control: write(path, control), lambda _result: tell_written(county, path))


def print_out(
    county: OpenCounty, path: Path | None, title: str, job: str, *arguments: Any, then: Callable[[Any], None] | None = None
) -> None:
    """Do this job of printing.jobs in a process of its own and say where the result is; None: the person thought better of it."""
    if path is not None:
        from gisapp.printing.apart import printed_apart

        def work(control: Control) -> Any:
            name = f"gisapp.printing.jobs:{job}"
            return printed_apart(name, county.path, path, *arguments, progress=control.progress, cancelled=control.cancelled)

        county.tasks.work(title, work, then or (lambda _done: tell_written(county, path)))


def tell_written(county: OpenCounty, path: Path) -> None:
    """Say where a result is."""
    county.signals.message.emit("done", tr("已写好：{path}", path=path))


def suggested(county: OpenCounty, name: str) -> Path:
    """Where a result may go: the user's folder, under a name that begins with the county's."""
    return Path.home() / f"{county.path.stem}-{name}"

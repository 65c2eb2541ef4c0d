"""The only place that asks the person a question with a dialog; tests put a scripted one in its stead."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from gisapp.language import tr


class Ask:
    """Asks in front of ``window``. Every answer may be None: the person thought better of it."""

    def __init__(self, window: QWidget | None = None) -> None:
        self.window = window

    def county_to_open(self, folder: Path) -> Path | None:
        """A county file that exists."""
        return self._existing(tr("打开县文件"), folder, tr("县文件 (*.gpkg)"))

    def backup_to_restore(self, folder: Path) -> Path | None:
        """A backup of a county file."""
        return self._existing(tr("选择备份"), folder, tr("县文件 (*.gpkg)"))

    def outline_to_read(self, folder: Path) -> Path | None:
        """A file with the county's outline."""
        return self._existing(tr("选择县界文件"), folder, tr("面状图形 (*.shp *.gpkg *.geojson *.json *.kml);;所有文件 (*)"))

    def hazards_to_read(self, folder: Path) -> Path | None:
        """A file with hazard polygons, corners or depths."""
        kinds = tr("风险区 (*.shp *.gpkg *.geojson *.json *.kml *.kmz *.csv *.tif *.tiff);;所有文件 (*)")
        return self._existing(tr("读取风险区文件"), folder, kinds)

    def terrain_to_read(self, folder: Path) -> Path | None:
        """A raster of heights."""
        return self._existing(tr("读入地形"), folder, tr("高程 (*.tif *.tiff);;所有文件 (*)"))

    def ledger_to_read(self, folder: Path) -> Path | None:
        """A spreadsheet, delimited text or a map."""
        kinds = tr(
            "台账和图形 (*.xlsx *.xls *.ods *.csv *.txt *.shp *.gpkg *.geojson *.json *.kml *.kmz *.gpx *.dxf *.jpg *.jpeg);;"
            "台账 (*.xlsx *.xls *.ods *.csv *.txt);;图形 (*.shp *.gpkg *.geojson *.json *.kml *.kmz *.gpx *.dxf *.jpg *.jpeg);;所有文件 (*)"
        )
        return self._existing(tr("导入台账"), folder, kinds)

    def form_to_read(self, folder: Path) -> Path | None:
        """A form that somebody filled in."""
        return self._existing(tr("读回核对表"), folder, "Excel (*.xlsx)")

    def roll_call_to_read(self, folder: Path) -> Path | None:
        """Another desk's roll call: its file, a filled sheet or its county file."""
        kinds = tr("点名 (*.json *.xlsx *.gpkg);;所有文件 (*)")
        return self._existing(tr("合并另一台的点名"), folder, kinds)

    def photos_to_read(self, folder: Path) -> list[Path]:
        """Photos of a damaged house; none when the person thought better of it."""
        return self._several(tr("添加照片"), folder, tr("照片 (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff);;所有文件 (*)"))

    def new_county(self, folder: Path) -> Path | None:
        """Where a new county file goes."""
        return self._new(tr("新建县文件"), folder / tr("新县.gpkg"), tr("县文件 (*.gpkg)"))

    def save_as(self, title: str, suggested: Path, kind: str) -> Path | None:
        """Where a result goes; ``kind`` is a file filter such as ``Excel (*.xlsx)``."""
        return self._new(title, suggested, kind)

    def folder(self, title: str, suggested: Path) -> Path | None:
        """A folder for many files: one of the suggested name within the folder chosen, so that files never lie about."""
        chosen = self._folder(title, suggested.parent)
        if chosen is None:
            return None
        return chosen if chosen.name == suggested.name else chosen / suggested.name

    def reason(self, title: str, question: str) -> str | None:
        """A reason in a few words, or None."""
        text, is_given = QInputDialog.getText(self.window, title, question)
        return text.strip() if is_given and text.strip() else None

    def line(self, title: str, question: str, *, suggested: str = "") -> str | None:
        """One line of text, or None."""
        text, is_given = QInputDialog.getText(self.window, title, question, text=suggested)
        return text.strip() if is_given and text.strip() else None

    def tell(self, title: str, text: str) -> None:
        """Something that must be read before going on."""
        box = QMessageBox(QMessageBox.Icon.Information, title, "", parent=self.window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.exec()

    def _existing(self, title: str, folder: Path, kinds: str) -> Path | None:
        dialog = self._file_dialog(title, str(folder), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None

    def _several(self, title: str, folder: Path, kinds: str) -> list[Path]:
        dialog = self._file_dialog(title, str(folder), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        return [Path(name) for name in dialog.selectedFiles()] if dialog.exec() else []

    def _new(self, title: str, suggested: Path, kinds: str) -> Path | None:
        dialog = self._file_dialog(title, str(suggested.parent), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
        dialog.selectFile(suggested.name)
        dialog.filterSelected.connect(lambda kind: follow_kind(dialog, kind))
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None

    def _folder(self, title: str, start: Path) -> Path | None:
        dialog = self._file_dialog(title, str(start), "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None

    def _file_dialog(self, title: str, folder: str, kinds: str) -> QFileDialog:
        """The system's own dialog; where Qt draws it, with the two words Qt's Chinese leaves out."""
        dialog = QFileDialog(self.window, title, folder, kinds)
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, tr("查找范围："))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, tr("文件类型："))
        return dialog


def follow_kind(dialog: QFileDialog, kind: str) -> None:
    """Let the file's ending follow the kind of file chosen, such as ``Excel (*.xlsx)``: it decides what is written."""
    ending = kind.partition("*.")[2].partition(")")[0].split()
    names = dialog.selectedFiles()
    if ending and names:
        dialog.setDefaultSuffix(ending[0])
        dialog.selectFile(Path(names[0]).with_suffix(f".{ending[0]}").name)

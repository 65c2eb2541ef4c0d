"""The part 照片: the photos of a damaged house, with what is odd about place and time."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QListView, QListWidget, QListWidgetItem, QVBoxLayout
from shiboken6 import isValid

from gisapp.domain.change import Change
from gisapp.domain.damage import DamageCase, DamagePhoto
from gisapp.language import tr
from gisapp.services.damage.attach_photos import (
    AttachedPhotos,
    LookedPhoto,
    attach_photos,
    look_at_photos,
    notices_of,
    picture_of,
    remove_photo,
)
from gisapp.storage.county import county_file
from gisapp.ui import outputs, pieces
from gisapp.ui.dialogs.damage.damage_part import DamagePart
from gisapp.ui.tasks import Control
from gisapp.ui.work.desk import WorkDesk

THUMB = QSize(144, 108)
SHOWN_PX = 900
JPEG = "JPEG (*.jpg)"


@dataclass(frozen=True, slots=True)
class Thumb:
    """A photo as it is shown: small, with what is odd about it."""

    photo: DamagePhoto
    image: QImage
    notices: tuple[str, ...]


class PhotoPart(DamagePart):
    """Of the first damage chosen. Photos are added by the button or dropped here."""

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__(desk)
        self.setAcceptDrops(True)
        self._thumbs: tuple[Thumb, ...] = ()
        self.list = QListWidget()
        self.about = pieces.label("", "note")
        self.notices = pieces.label("", "danger")
        self._arrange()
        self.list.currentRowChanged.connect(lambda _row: self._show_one())
        self.list.itemActivated.connect(lambda _item: self.enlarge())

    @property
    def thumb(self) -> Thumb | None:
        """The photo under the mark."""
        row = self.list.currentRow()
        return self._thumbs[row] if 0 <= row < len(self._thumbs) else None

    def choose(self) -> None:
        """Choose photos to add."""
        self.add(self.desk.ask.photos_to_read(Path.home()))

    def add(self, paths: Sequence[Path]) -> None:
        """Read and check photos beside the window, then keep them."""
        case, county = self.case, self.desk.county
        if case is None or not paths:
            return
        damage = case.damage.id

        def look(control: Control) -> tuple[LookedPhoto, ...]:
            with county_file.reading(county.path) as connection:
                return look_at_photos(connection, damage, paths, progress=control.progress, cancelled=control.cancelled)

        county.tasks.work(tr("读取照片"), look, partial(self._keep, damage), failed=self.failed)

    def remove(self) -> None:
        """Take the chosen photo off; undo brings it back."""
        thumb, case, desk = self.thumb, self.case, self.desk
        if thumb is None or case is None:
            return
        damage, photo, who = case.damage.id, thumb.photo.id, desk.county.who

        def done(change: Change) -> None:
            desk.tell(change)

        desk.county.tasks.write(tr("删除照片"), lambda db, _control: remove_photo(db, damage, photo, who=who), done, failed=self.failed)

    def save(self) -> None:
        """Save the chosen photo as a file."""
        thumb, case, county = self.thumb, self.case, self.desk.county
        if thumb is None or case is None:
            return
        damage, photo = case.damage.id, thumb.photo

        def write(path: Path, _control: Control) -> None:
            with county_file.reading(county.path) as connection:
                content = picture_of(connection, damage, photo.id)
            path.write_bytes(content)

        name = tr("{number}-{photo}.jpg", number=case.damage.number, photo=Path(photo.name).stem)
        outputs.write_out(county, self.desk.ask.save_as(tr("保存照片"), outputs.suggested(county, name), JPEG), tr("保存照片"), write)

    def enlarge(self) -> None:
        """Show the chosen photo large."""
        thumb, case, desk = self.thumb, self.case, self.desk
        if thumb is None or case is None:
            return
        damage, photo = case.damage.id, thumb.photo

        def read(connection: sqlite3.Connection) -> QImage:
            image = QImage.fromData(picture_of(connection, damage, photo.id))
            return image.scaled(SHOWN_PX, SHOWN_PX, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)

        desk.county.tasks.read(read, lambda image: desk.open(PhotoDialog(desk, photo.name, image)), failed=self.failed)

    def fill(self, case: DamageCase, *, is_another: bool) -> None:
        self.setEnabled(len(self.ids) == 1)
        if not self.isEnabled():
            self.say(tr("照片一次看一处房屋。"))
        self.desk.county.tasks.read(partial(_thumbs, case=case), partial(self._show, case.damage.id), key="damage photos")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def _keep(self, damage: int, looked: Sequence[LookedPhoto]) -> None:
        desk, who = self.desk, self.desk.county.who

        def done(result: AttachedPhotos) -> None:
            told = [tr("{name}：{told}", name=one.name, told=one.refusal) for one in result.looked if one.refusal]
            odd = sum(bool(one.notices) for one in result.looked)
            if odd:
                told.append(tr("{count} 张照片（⚠）的地点或时间请核对。", count=odd))
            if result.change is not None:
                desk.tell(result.change)
            if isValid(self):
                self.say("\n".join(told))

        desk.county.tasks.write(tr("添加照片"), lambda db, _control: attach_photos(db, damage, looked, who=who), done, failed=self.failed)

    def _show(self, damage: int, thumbs: tuple[Thumb, ...]) -> None:
        if not isValid(self) or self.case is None or self.case.damage.id != damage:
            return
        row, self._thumbs = self.list.currentRow(), thumbs
        self.list.clear()
        for thumb in thumbs:
            mark = tr("⚠ {name}", name=thumb.photo.name) if thumb.notices else thumb.photo.name
            item = QListWidgetItem(QIcon(QPixmap.fromImage(thumb.image)), mark)
            item.setToolTip(pieces.tip(_about(thumb)))
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(row, 0), len(thumbs) - 1))
        self._show_one()

    def _show_one(self) -> None:
        thumb = self.thumb
        self.about.setText(_about(thumb) if thumb else tr("还没有照片。点“添加照片…”，或把照片拖到这里。"))
        self.notices.setText(tr("；").join(thumb.notices) if thumb else "")
        self.notices.setVisible(bool(thumb and thumb.notices))

    def _arrange(self) -> None:
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setIconSize(THUMB)
        self.list.setGridSize(QSize(THUMB.width() + 16, THUMB.height() + 34))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setAccessibleName(tr("照片"))
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        for widget in (self.about, self.notices, self.told):
            column.addWidget(widget)
        buttons = (
            pieces.button(tr("删除"), self.remove, tip=tr("删除选中的照片，可以撤销")),
            pieces.button(tr("存出…"), self.save, icon="save"),
            pieces.button(tr("放大"), self.enlarge, icon="search"),
            pieces.button(tr("添加照片…"), self.choose, role="main", icon="image"),
        )
        column.addLayout(pieces.answers(*buttons))


class PhotoDialog(QDialog):
    """One photo, large."""

    def __init__(self, desk: WorkDesk, name: str, image: QImage) -> None:
        super().__init__(desk.window)
        self.setWindowTitle(name)
        picture = QLabel()
        picture.setPixmap(QPixmap.fromImage(image))
        picture.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.addWidget(picture)
        column.addLayout(pieces.foot(self.reject))


def _thumbs(connection: sqlite3.Connection, *, case: DamageCase) -> tuple[Thumb, ...]:
    """The photos small, on a reading thread."""
    told = notices_of(connection, case)
    found = []
    for photo in case.photos:
        image = QImage.fromData(picture_of(connection, case.damage.id, photo.id))
        small = image.scaled(THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        found.append(Thumb(photo, small, told[photo.id]))
    return tuple(found)


def _about(thumb: Thumb) -> str:
    photo = thumb.photo
    taken = (photo.taken_at or tr("时间不详")).replace("T", " ")
    far = tr("离房屋 {metres:,} 米", metres=round(photo.distance_m)) if photo.distance_m is not None else tr("地点不详")
    return tr("{name}　{taken}　{far}　{who} {day} 添加", name=photo.name, taken=taken, far=far, who=photo.added_by, day=photo.added_on)

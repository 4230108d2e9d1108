"""Pictures of what was seen: read from the file as thumbnails, and taken from disk or clipboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog

from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _, pgettext
from klubban.operations.paper_file import PaperFile, paper_file, read_paper_file
from klubban.store.attachments import content

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from klubban.store.database import Database

THUMBNAIL = QSize(132, 96)
_QUALITY = 88
_MOST = 2000
"""Pixels across of a pasted picture: more tells no more on paper."""


class Thumbnails:
    """Each picture read once, as large as it is shown."""

    def __init__(self, database: Database) -> None:
        """Read from a file."""
        self._database = database
        self._known: dict[tuple[str, float], QPixmap] = {}

    def of(self, sha256: str, ratio: float) -> QPixmap:
        """Return a picture; an empty one where it cannot be read."""
        key = (sha256, ratio)
        if key not in self._known:
            self._known[key] = self._read(sha256, ratio)
        return self._known[key]

    def _read(self, sha256: str, ratio: float) -> QPixmap:
        try:
            with self._database.read() as read:
                data = content(read, sha256)
        except LookupError:
            return QPixmap()
        room = THUMBNAIL * ratio
        image = _decoded(data, room).scaled(
            room, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
        )
        left, top = (image.width() - room.width()) // 2, (image.height() - room.height()) // 2
        pixmap = QPixmap.fromImage(image.copy(left, top, room.width(), room.height()))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


def _decoded(data: bytes, room: QSize) -> QImage:
    """Return a picture turned as it was taken, no larger than it need be read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(room * 2, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    return reader.read()


def from_path(database: Database, path: Path) -> PaperFile:
    """Return a picture on disk; raises RuleBroken for what is none."""
    return read_paper_file(path, open_file=database.path)


def from_clipboard(mime: QMimeData) -> PaperFile | None:
    """Return the picture of a clipboard or a drop, if there is one; raises RuleBroken where it is none."""
    if mime.hasImage():
        image = mime.imageData()
        if not isinstance(image, QImage) or image.isNull():
            raise RuleBroken(N_("What was copied is no picture"))
        if max(image.width(), image.height()) > _MOST:
            image = image.scaled(
                _MOST, _MOST, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        flat = QImage(image.size(), QImage.Format.Format_RGB32)
        flat.fill(Qt.GlobalColor.white)  # what can be seen through is white on paper
        painter = QPainter(flat)
        painter.drawImage(0, 0, image)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QImageWriter(buffer, QByteArray(b"jpeg"))
        writer.setQuality(_QUALITY)
        writer.write(flat)
        return paper_file(pgettext("file name", "picture") + ".jpg", bytes(buffer.data().data()))
    paths = [each.toLocalFile() for each in mime.urls() if each.isLocalFile()]
    return read_paper_file(Path(paths[0])) if paths else None


def picture_dialog(parent: QWidget, folder: Path) -> QFileDialog:
    """Return what asks for a picture on disk, without holding anything else up."""
    dialog = QFileDialog(parent, _("A picture of what was seen"), str(folder))
    dialog.setNameFilters([_("Pictures (*.jpg *.jpeg *.png)"), _("All files (*)")])
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.finished.connect(dialog.deleteLater)
    return dialog

"""The coat of arms, small, with what is said in its place; dropped, chosen, or taken away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.operations.look import picture_in, remove_arms, set_arms
from klubban.store.trouble import Trouble
from klubban.ui.look import words
from klubban.ui.registers.surface import sentence
from klubban.ui.theme import theme
from klubban.ui.widgets.basics import QUIET, TOP, KeyCap, Pill, Text, spaced
from klubban.ui.widgets.buttons import FlowLayout, Link
from klubban.ui.widgets.key_names import key_name
from klubban.ui.widgets.paint import CORNER, draw_box, smooth

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from klubban.domain.look import Arms
    from klubban.store.database import Database
    from klubban.ui.look.sheet import LookSheet

CHOOSE = "Ctrl+Shift+H"
_WIDE, _HIGH, _AIR = 84, 96, 10


class ArmsPart(QWidget):
    """Shows the arms; `description` is the line that says what they are, which the surface saves."""

    saved = Signal()
    failed = Signal(Exception)

    def __init__(self, database: Database, sheet: LookSheet, description: QWidget) -> None:
        super().__init__()
        self._database, self._sheet = database, sheet
        self._picture, self._empty = _Picture(), Text("", wrap=True)
        self.choose_link, self.away = Link("", "item", flush=True), Link(_("Take away"), "item", flush=True)
        self.choose_link.clicked.connect(self.choose)
        self.away.clicked.connect(self._remove)
        self._mark, self._note = Pill(_("Not done"), "late"), Text("", "small", wrap=True)
        self._description = description
        # Without the line, which goes where there are no arms, nothing else would ask for the whole width.
        self._empty.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        whole, beside = QHBoxLayout(self), QVBoxLayout()
        spaced(whole, gap=16)
        spaced(beside, gap=4)
        whole.addWidget(self._picture, 0, TOP)
        whole.addLayout(beside, 1)
        beside.addWidget(self._empty)
        beside.addWidget(description)
        self._told = Text(_("Read aloud to those who do not see the picture."), "small", QUIET, wrap=True)
        beside.addWidget(self._told)
        beside.addWidget(self._acts())
        note = QHBoxLayout()
        spaced(note, gap=8)
        note.addWidget(self._mark, 0, TOP)
        note.addWidget(self._note, 1)
        beside.addLayout(note)
        beside.addStretch(1)
        self.take(sheet)

    def _acts(self) -> QWidget:
        acts, whole = QWidget(), QWidget()
        flow = FlowLayout(acts, gap=8)
        choose, row = QWidget(), QHBoxLayout()
        spaced(row, gap=8)
        choose.setLayout(row)
        row.addWidget(self.choose_link)
        row.addWidget(KeyCap(key_name(CHOOSE)), 0, Qt.AlignmentFlag.AlignVCenter)
        for widget in (choose, self.away):
            flow.addWidget(widget)
        column = QVBoxLayout(whole)
        spaced(column, gap=2)
        column.addWidget(acts)
        column.addWidget(Text(_("Or drop a picture here (PNG or JPEG)."), "small", QUIET, wrap=True))
        if self._database.read_only:  # shown without a parent it would be a window
            whole.hide()
        return whole

    def take(self, sheet: LookSheet) -> None:
        """Show the arms as they are now."""
        self._sheet = sheet
        arms = sheet.organisation.arms
        self._picture.show_arms(arms)
        self._empty.setText(self._said(arms))
        self.choose_link.setText(_("Another picture …") if arms else _("Choose a picture …"))
        for part in (self._picture, self.away, self._description, self._told):
            part.setHidden(arms is None)
        self._empty.setHidden(not self._empty.text())
        self.say("")

    def _said(self, arms: Arms | None) -> str:
        if arms is None:
            return _("None yet. It stands at the head of each first page, small.")
        return "" if arms.picture else _("This file does not hold the picture; choose it again.")

    def say(self, told: str) -> None:
        """Say why something was not done; no words take it away."""
        self._note.setText(told)
        for widget in (self._mark, self._note):
            widget.setHidden(not told)

    def choose(self) -> None:
        """Ask for a picture, without holding anything else up."""
        if self._database.read_only:
            return
        dialog = QFileDialog(self, _("Choose a coat of arms"), str(self._database.path.parent))
        dialog.setNameFilters([_("Pictures (*.png *.jpg *.jpeg)"), _("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.put(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def put(self, path: Path) -> None:
        """Take a picture out of a file; why it cannot be is said below."""
        arms = self._sheet.organisation.arms
        says = (arms.says if arms else "") or words.arms_proposed(self._sheet.organisation)
        try:
            set_arms(self._database, picture_in(path), says)
        except RuleBroken as broken:
            self.say(sentence(broken))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.saved.emit()

    def _remove(self) -> None:
        try:
            remove_arms(self._database)
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.choose_link.setFocus(Qt.FocusReason.OtherFocusReason)
            self.saved.emit()


def dropped(data: QMimeData) -> Path | None:
    """Return the one local file that is dropped, if it is one."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 else None


class _Picture(QWidget):
    """The arms on a piece of paper, whole and never squashed."""

    def __init__(self) -> None:
        super().__init__()
        self._pixmap = QPixmap()
        self.setFixedSize(_WIDE, _HIGH)

    def show_arms(self, arms: Arms | None) -> None:
        """Show others; none leave the paper empty."""
        self._pixmap = QPixmap()
        if arms is not None:
            self._pixmap.loadFromData(arms.picture)
            self.setAccessibleName(arms.says)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the piece of paper."""
        return QSize(_WIDE, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper and the picture in its middle."""
        painter, tokens, box = smooth(QPainter(self)), theme().tokens, QRectF(self.rect())
        draw_box(painter, box, tokens.paper, tokens.line, radius=CORNER)
        if self._pixmap.isNull():
            return
        room = box.adjusted(_AIR, _AIR, -_AIR, -_AIR)
        size = self._pixmap.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)  # keeps dark's paper
        # Made smaller first: a painter that does it on the way leaves most points out.
        small = self._pixmap.scaled(
            (size * self.devicePixelRatioF()).toSize(),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawPixmap(place, small, QRectF(small.rect()))

"""Before a list of members is read in: what each line would do, what is wrong, and one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from klubban.domain.errors import RuleBroken
from klubban.exchange.refused import Refused
from klubban.i18n import _, ngettext, pgettext
from klubban.operations.import_members import Preview, import_members
from klubban.store.trouble import Trouble
from klubban.ui.registers import import_words
from klubban.ui.registers.reading import ListReader, plan_list
from klubban.ui.registers.surface import sentence
from klubban.ui.theme import theme
from klubban.ui.widgets.basics import QUIET, ROLE, Ground, Pill, Text, spaced
from klubban.ui.widgets.buttons import Button, Link
from klubban.ui.widgets.lists import Row, RowDelegate, RowList
from klubban.ui.widgets.paint import draw_pill, draw_text, draw_wrapped, pill_size, text_height

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QPainter

    from klubban.domain.body import Body
    from klubban.exchange.members import MemberList
    from klubban.store.database import Database
    from klubban.ui.registers.import_words import ImportRow

_LEFT, _MEASURE = 44, 700


class ImportDelegate(RowDelegate):
    """Draws the line's number, what it does, and below it what is wrong."""

    def height(self, row: ImportRow, width: int) -> int:
        """Return the height of all words."""
        if row.heading:
            return 38
        room = self._room(width)
        wrong = sum(text_height(each, "small", room - self._pill()) + 2 for each in row.faults)
        return text_height(row.says, "body", room) + wrong + 8

    def draw(self, painter: QPainter, box: QRectF, row: ImportRow, *, chosen: bool, under: bool) -> None:  # noqa: ARG002 - nothing is chosen here
        """Draw a row."""
        tokens = theme().tokens
        if row.heading:
            draw_text(painter, box.adjusted(0, 15, 0, 0), row.says, "pill", tokens.quiet)
            return
        draw_text(painter, box.adjusted(0, 5, 0, 0), str(row.number), "small", tokens.quiet)
        area = QRectF(_LEFT, box.top() + 4, self._room(box.width()), box.height())
        draw_wrapped(painter, area, row.says, "body", tokens.ink)
        area.setTop(area.top() + text_height(row.says, "body", area.width()))
        for each in row.faults:
            draw_pill(painter, QPointF(area.left(), area.top()), pgettext("line of a list", "wrong"), "late")
            words = area.adjusted(self._pill(), 0, 0, 0)
            draw_wrapped(painter, words, each, "small", tokens.ink)
            area.setTop(area.top() + text_height(each, "small", words.width()) + 2)

    def _room(self, width: float) -> float:
        return min(width - _LEFT, _MEASURE)

    def _pill(self) -> int:
        return pill_size(pgettext("line of a list", "wrong")).width() + 8


class ImportPage(Ground):
    """Shows a preview, and does what it says when asked."""

    left = Signal()
    imported = Signal(str)
    """It was done; in words how much."""
    failed = Signal(Exception)
    bug = Signal(str)

    def __init__(self, database: Database, body: Body, path: Path) -> None:
        super().__init__(ROLE.Base)
        self._database, self._body, self._path = database, body, path
        self.preview: Preview | None = None
        self.setAccessibleName(_("Read in members"))
        column = QVBoxLayout(self)
        spaced(column, (24, 16, 24, 0), 4)
        template = _("Read in members of {body}")
        column.addWidget(Text(template.format(body=body.name), "title", wrap=True))
        self._about = Text(_("Reading {file} …").format(file=path.name), wrap=True)
        self._unknown = Text("", "small", QUIET, wrap=True)
        self._unknown.hide()
        self._note, self._mark = Text("", "item", wrap=True), Pill(_("Not done"), "late")
        column.addWidget(self._about)
        column.addWidget(self._unknown)
        column.addLayout(self._buttons())
        notes = QHBoxLayout()
        spaced(notes, (0, 0, 0, 6), 8)
        notes.addWidget(self._mark)
        notes.addWidget(self._note, 1)
        column.addLayout(notes)
        self.list = RowList(_("Lines of the file"))
        self.list.setItemDelegate(ImportDelegate(self.list))
        column.addWidget(self.list, 1)
        self._say("")
        self._reader = ListReader(self)
        self._reader.read.connect(self._take)
        self._reader.refused.connect(self._refuse)
        self._reader.bug.connect(self.bug)

    def start(self) -> None:
        """Read the file."""
        self._reader.start(self._path)

    def _buttons(self) -> QHBoxLayout:
        self.chief = Button("", chief=True)
        self.chief.clicked.connect(lambda: self._import(skip_faulty=False))
        self.good = Button("")
        self.good.clicked.connect(lambda: self._import(skip_faulty=True))
        self.again, cancel = Link(_("Read the file again"), "item"), Link(_("Cancel"), "item")
        self.again.clicked.connect(self._read_again)
        cancel.clicked.connect(self.left)
        row = QHBoxLayout()
        spaced(row, (0, 10, 0, 8), 8)
        for widget in (self.chief, self.good, self.again, cancel):
            row.addWidget(widget)
        row.addStretch()
        self.chief.hide()
        self.good.hide()
        return row

    @property
    def body_id(self) -> int:
        """Return whose members they are."""
        return self._body.id

    def enter(self) -> None:
        """Give the keyboard to what can be done."""
        shown = [each for each in (self.chief, self.good) if each.isVisible() and each.isEnabled()]
        (shown[0] if shown else self.again).setFocus(Qt.FocusReason.TabFocusReason)

    def take(self) -> None:
        """Look again at what the list would do, since the register may have changed."""
        if self.preview is not None:
            self._show(plan_list(self._database, self._body.id, self.preview.members))

    def _read_again(self) -> None:
        self._say("")
        self._reader.start(self._path)

    def _take(self, members: MemberList) -> None:
        self._show(plan_list(self._database, self._body.id, members))
        self.enter()

    def _show(self, preview: Preview) -> None:
        self.preview = preview
        self._about.setText(import_words.summary(preview))
        self._unknown.setText(import_words.unknown(preview))
        self._unknown.setVisible(bool(preview.unknown))
        rows: Sequence[Row] = list(import_words.rows(preview))
        self.list.rows.set_rows(rows)
        faulty, count = len(preview.faulty), import_words.working(preview)
        told = ngettext("Read in {count} member", "Read in {count} members", count + faulty)
        self.chief.setText(told.format(count=count + faulty))
        self.chief.setEnabled(not faulty and count > 0)
        self.chief.show()
        good = ngettext("Read in the one that fits", "Read in the {count} that fit", count)
        self.good.setText(good.format(count=count))
        self.good.setVisible(bool(faulty and count))
        if faulty:
            why = ngettext(
                "{count} line does not fit. Put it right in the file and read it again, or leave it out.",
                "{count} lines do not fit. Put them right in the file and read it again, or leave them out.",
                faulty,
            )
            self._say(why.format(count=faulty))
            self.chief.setAccessibleDescription(why.format(count=faulty))
        elif not count:
            self._say(_("There is nothing to read in: all of it is so already."), pill=False)
        else:
            self._say("")

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, Refused):
            told = _(error.expected).format(**error.facts)
        elif isinstance(error, OSError):
            told = _("{file} cannot be read: {reason}").format(file=self._path.name, reason=error.strerror)
        else:
            told = sentence(error)
        self._about.setText("")
        self._say(told)
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _import(self, *, skip_faulty: bool) -> None:
        if self.preview is None:
            return
        try:
            done = import_members(self._database, self._body.id, self.preview, skip_faulty=skip_faulty)
        except RuleBroken as broken:
            self.take()
            self._say(sentence(broken))
            return
        except Trouble as trouble:
            self.failed.emit(trouble)
            return
        count = done.seats + done.changed
        told = ngettext("Read in {count} member.", "Read in {count} members.", count)
        self.imported.emit(told.format(count=count))

    def _say(self, words: str, *, pill: bool = True) -> None:
        self._note.setText(words)
        self._note.setVisible(bool(words))
        self._mark.setVisible(bool(words) and pill)

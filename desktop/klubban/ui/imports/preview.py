"""Before a list is read in: what each line would do, what is wrong, and one button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from klubban.domain.errors import RuleBroken
from klubban.exchange.refused import Refused
from klubban.i18n import _, ngettext, pgettext
from klubban.store.trouble import Trouble
from klubban.ui.registers.words import enumerated
from klubban.ui.theme import theme
from klubban.ui.widgets.basics import QUIET, ROLE, Ground, Pill, Text, spaced
from klubban.ui.widgets.buttons import Button, Link
from klubban.ui.widgets.lists import Row, RowDelegate, RowList
from klubban.ui.widgets.paint import draw_pill, draw_text, draw_wrapped, pill_size, text_height

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from PySide6.QtGui import QPainter

    from klubban.exchange.lists import Fault
    from klubban.ui.imports.reading import ListReader

_LEFT, _MEASURE = 44, 700
_MOST_ROWS = 500
"""Lines of a group that are shown; nobody looks through more, and each has to be laid out."""


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A line of the file; one without a number heads those that follow."""

    number: int | None
    says: str
    faults: tuple[str, ...] = ()

    @property
    def id(self) -> int | None:
        """Return the line of the file."""
        return self.number

    @property
    def heading(self) -> bool:
        """Tell whether this only heads what follows."""
        return self.number is None

    @property
    def words(self) -> str:
        """Return all that the row says."""
        if self.number is None:
            return self.says
        line = _("Line {number}: {words}").format(number=self.number, words=self.says)
        return ". ".join((line, *self.faults))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is said of a file: in sentences, line by line, and on the buttons."""

    summary: str
    unknown: tuple[str, ...]
    """Headings that were not understood."""
    rows: tuple[ImportRow, ...]
    working: int
    """Lines that do something."""
    faulty: int
    all: str
    """What the button says that does everything."""
    good: str
    """What the button says that leaves out the lines that do not fit."""


def grouped(groups: Sequence[tuple[str, Sequence[ImportRow]]]) -> Iterator[ImportRow]:
    """Walk the lines, each group below its heading; a group without lines is left out."""
    for title, lines in groups:
        if lines:
            yield ImportRow(None, title)
            yield from lines[:_MOST_ROWS]
        if more := len(lines[_MOST_ROWS:]):
            told = ngettext("… and {count} line more", "… and {count} lines more", more)
            yield ImportRow(None, told.format(count=more))


def unknown(headings: Sequence[str]) -> str:
    """Return which columns are left out, in a sentence."""
    if not headings:
        return ""
    names = enumerated([f"”{name}”" for name in headings])
    return _("Left out, since the heading says nothing here: {names}.").format(names=names)


def fault(of: Fault) -> str:
    """Return what is wrong, with the heading of its column."""
    sentence = _(of.expected).format(**of.facts)
    return f"{of.heading}: {sentence}" if of.heading else sentence


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


class ListPreview(Ground):
    """Shows what a file would do, and does it when asked; each sort of list says how."""

    left = Signal()
    imported = Signal(str)
    """It was done; in words how much."""
    failed = Signal(Exception)
    bug = Signal(str)

    def __init__(self, name: str, title: str, path: Path, reader: ListReader) -> None:
        super().__init__(ROLE.Base)
        self._path = path
        self.preview: Any = None
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        spaced(column, (24, 16, 24, 0), 4)
        column.addWidget(Text(title, "title", wrap=True))
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
        self._reader = reader
        reader.setParent(self)
        reader.read.connect(self._take)
        reader.refused.connect(self._refuse)
        reader.bug.connect(self.bug)

    # --- what each sort of list says

    def plan(self, found: Any) -> Any:
        """Return what a list that was read would do."""
        raise NotImplementedError

    def found(self, preview: Any) -> Any:
        """Return the list that a preview is of."""
        raise NotImplementedError

    def told(self, preview: Any) -> Shown:
        """Return what is said of it."""
        raise NotImplementedError

    def do(self, preview: Any, *, skip_faulty: bool) -> str:
        """Do it, and return in words how much was done; raises RuleBroken, Trouble."""
        raise NotImplementedError

    # --- the same for all

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

    def enter(self) -> None:
        """Give the keyboard to what can be done."""
        shown = [each for each in (self.chief, self.good) if each.isVisible() and each.isEnabled()]
        (shown[0] if shown else self.again).setFocus(Qt.FocusReason.TabFocusReason)

    def take(self) -> None:
        """Look again at what the list would do, since the register may have changed."""
        if self.preview is not None:
            self._show(self.plan(self.found(self.preview)))

    def _read_again(self) -> None:
        self._say("")
        self._reader.start(self._path)

    def _take(self, found: object) -> None:
        self._show(self.plan(found))
        self.enter()

    def _show(self, preview: Any) -> None:
        self.preview = preview
        shown = self.told(preview)
        self._about.setText(shown.summary)
        self._unknown.setText(unknown(shown.unknown))
        self._unknown.setVisible(bool(shown.unknown))
        rows: Sequence[Row] = shown.rows
        self.list.rows.set_rows(rows)
        self.chief.setText(shown.all)
        self.chief.setEnabled(not shown.faulty and shown.working > 0)
        self.chief.show()
        self.good.setText(shown.good)
        self.good.setVisible(bool(shown.faulty and shown.working))
        if shown.faulty:
            why = ngettext(
                "{count} line does not fit. Put it right in the file and read it again, or leave it out.",
                "{count} lines do not fit. Put them right in the file and read it again, or leave them out.",
                shown.faulty,
            ).format(count=shown.faulty)
            self._say(why)
            self.chief.setAccessibleDescription(why)
        elif not shown.working:
            self._say(_("There is nothing to read in: all of it is so already."), pill=False)
        else:
            self._say("")

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, Refused):
            told = _(error.expected).format(**error.facts)
        elif isinstance(error, OSError):
            told = _("{file} cannot be read: {reason}").format(file=self._path.name, reason=error.strerror)
        else:
            told = str(error)
        self._about.setText("")
        self._say(told)
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _import(self, *, skip_faulty: bool) -> None:
        if self.preview is None:
            return
        try:
            done = self.do(self.preview, skip_faulty=skip_faulty)
        except RuleBroken as broken:
            self.take()
            self._say(_(broken.template).format(**broken.facts))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.imported.emit(done)

    def _say(self, words: str, *, pill: bool = True) -> None:
        self._note.setText(words)
        self._note.setVisible(bool(words))
        self._mark.setVisible(bool(words) and pill)

"""One area of a report: its name, its step, what happened, and what is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.documents import situation_words as say
from klubban.domain.roll_up import as_gathered, gathered, steps_of
from klubban.i18n import _, current
from klubban.ui.meeting.program_line import ProgramLine
from klubban.ui.situations.step_strip import StepStrip
from klubban.ui.widgets.basics import QUIET, TOP, Rule, Text, spaced
from klubban.ui.widgets.paint import RIGHT
from klubban.ui.widgets.section import LABEL_WIDTH

if TYPE_CHECKING:
    from klubban.domain.situation import Situation, SituationArea
    from klubban.ui.situations.book import Book
    from klubban.ui.widgets.block_editor import BlockEditor
    from klubban.ui.widgets.section import Noted

_DIRECTION = 132


class AreaPart(QWidget):
    """Lays out what the surface edits; the strip and what follows from other reports are its own."""

    def __init__(
        self,
        area: SituationArea,
        name: QWidget,
        texts: tuple[tuple[str, Noted, BlockEditor], ...],
        *,
        locked: bool,
    ) -> None:
        """Take the editor of the name, and of each text its label, itself, and its editor."""
        super().__init__()
        self.area_id = area.id
        self.strip = StepStrip(area.name, (), locked=locked)
        self._direction = Text("", "small", QUIET)
        self._direction.setFixedWidth(_DIRECTION)
        self._direction.setAlignment(RIGHT)
        self._from = Text("", "small", QUIET, wrap=True)
        self._from.setContentsMargins(LABEL_WIDTH, 0, 0, 0)
        self._lines: list[ProgramLine] = []
        column, first = QVBoxLayout(self), QHBoxLayout()
        spaced(column)
        spaced(first, (0, 12, 0, 4), 12)
        column.addWidget(Rule())
        column.addLayout(first)
        first.addWidget(name, 1)
        first.addWidget(self._direction, 0)
        judged = QHBoxLayout()
        spaced(judged, (0, 0, 0, 6))
        judged.addWidget(self.strip)
        column.addLayout(judged)
        for label, noted, editor in texts:
            row = self._text(label, noted, editor)
            column.addWidget(row)
            row.setHidden(locked and editor.is_empty())
        column.addWidget(self._from)
        column.addSpacing(8)

    def _text(self, label: str, noted: Noted, editor: BlockEditor) -> QWidget:
        whole, quiet, line = QWidget(), Text(label, "label", QUIET), ProgramLine(editor)
        row = QHBoxLayout(whole)
        spaced(row, (0, 4, 0, 4))
        quiet.setFixedWidth(LABEL_WIDTH - line.width())
        quiet.setContentsMargins(0, 2, 8, 0)
        row.addWidget(quiet, 0, TOP)
        row.addWidget(line)
        row.addWidget(noted, 1)
        self._lines.append(line)
        return whole

    def take(self, book: Book, report: Situation, area: SituationArea, *, locked: bool) -> None:
        """Show the step, where it went, and what came from other reports."""
        gone = book.gone(report)
        by_program = as_gathered(area, gone)
        self.strip.take(area.name, area.step, book.names(report), locked=locked, program="step" in by_program)
        trend = book.trend(report)
        told = say.direction(trend.of(area.name), current()) if trend.is_told and area.step else ""
        self._direction.setText(told)
        written = gathered(area.name, gone)
        for line, blocks in zip(self._lines, (written.events, written.measures), strict=True):
            line.mark(blocks)
        steps = steps_of(area.name, gone)
        line_of = _("Gathered: {steps}")
        self._from.setText(line_of.format(steps=", ".join(f"{each.label}: {step}" for each, step in steps)))
        self._from.setVisible(bool(steps))

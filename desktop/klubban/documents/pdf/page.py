"""The head and foot of every page; all of it artifacts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents.pdf.characters import visible
from klubban.documents.pdf.fonts import width
from klubban.documents.pdf.lines import break_runs
from klubban.documents.pdf.styles import (
    EDGE,
    FOOT_LINE,
    HEAD_LINE,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RUNNING,
    RUNNING_STRONG,
    STEP,
    WHOLE,
)
from klubban.domain.text import runs_of

if TYPE_CHECKING:
    from klubban.documents.pdf.canvas import TaggedCanvas
    from klubban.documents.pdf.styles import Style
    from klubban.documents.tree import Running

_RIGHT = PAGE_WIDTH - MARGIN
_HALF = WHOLE / 2 - STEP
_HEAD_TOP = HEAD_LINE - 30
_FOOT_TOP = FOOT_LINE + 9
_BOX_WIDTH, _BOX_HEIGHT, _BOX_GAP = 46.0, 22.0, 6.0
_CERTIFYING = 96.0
_MOST_BOXES = 6


def shortened(text: str, style: Style, measure: float) -> str:
    """Return the text on one line, with an ellipsis where it is too long for the measure."""
    text = " ".join(visible(text).split())
    if width(text, style.face, style.size) <= measure:
        return text
    text = text[:200]
    while text and width(f"{text}…", style.face, style.size) > measure:
        text = text[:-1]
    return f"{text.rstrip()}…"


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on every page, and of how many pages it is one."""

    running: Running
    of: int

    def draw(self, canvas: TaggedCanvas, number: int) -> None:
        """Draw head and foot of one page."""
        if self.running.bare:
            return
        with canvas.artifact("Header"):
            self._head(canvas, number)
        if self.running.initials or self.running.certification:
            with canvas.artifact("Footer"):
                self._foot(canvas)

    def _head(self, canvas: TaggedCanvas, number: int) -> None:
        (organisation, body), (kind, day) = self.running.left, self.running.right
        second = _HEAD_TOP + RUNNING.leading
        _write(canvas, organisation, RUNNING_STRONG, MARGIN, _HEAD_TOP)
        _write(canvas, body, RUNNING, MARGIN, second)
        _write_before(canvas, kind, RUNNING_STRONG, _RIGHT, _HEAD_TOP)
        count = _write_before(canvas, f"{number} ({self.of})", RUNNING, _RIGHT, second)
        _write_before(canvas, day, RUNNING, _RIGHT - count - STEP, second)
        canvas.rule(MARGIN, HEAD_LINE, WHOLE, EDGE)

    def _foot(self, canvas: TaggedCanvas) -> None:
        canvas.rule(MARGIN, FOOT_LINE, WHOLE, EDGE)
        line = _FOOT_TOP + 5
        if self.running.initials:
            words, boxes = self.running.initials
            _boxes(canvas, MARGIN + _write(canvas, words, RUNNING, MARGIN, line) + STEP, boxes)
        if self.running.certification:
            left = _RIGHT - _CERTIFYING
            _write_before(canvas, self.running.certification, RUNNING, left - STEP, line)
            canvas.rule(left, line + RUNNING.baseline + 2, _CERTIFYING, EDGE)


def _write(canvas: TaggedCanvas, text: str, style: Style, x: float, top: float) -> float:
    """Write one line from a place on, and return how wide it is."""
    line = break_runs(runs_of(shortened(text, style, _HALF)), style, WHOLE)[0]
    canvas.lines_of_text([line], style, x, top)
    return line.width


def _write_before(canvas: TaggedCanvas, text: str, style: Style, x: float, top: float) -> float:
    """Write one line up to a place, and return how wide it is."""
    line = break_runs(runs_of(shortened(text, style, _HALF)), style, WHOLE)[0]
    canvas.lines_of_text([line], style, x - line.width, top)
    return line.width


def _boxes(canvas: TaggedCanvas, x: float, count: int) -> None:
    """Draw the boxes that initials are written in."""
    canvas.setStrokeColorRGB(*EDGE)
    canvas.setLineWidth(0.5)
    for box in range(min(count, _MOST_BOXES)):
        left = x + box * (_BOX_WIDTH + _BOX_GAP)
        canvas.rect(left, PAGE_HEIGHT - _FOOT_TOP - _BOX_HEIGHT, _BOX_WIDTH, _BOX_HEIGHT)

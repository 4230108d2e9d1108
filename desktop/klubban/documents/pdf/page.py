"""The head and foot of every page; all of it artifacts but for the coat of arms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.pdf.arms import shield
from klubban.documents.pdf.characters import visible
from klubban.documents.pdf.fonts import Face, width
from klubban.documents.pdf.lines import break_runs
from klubban.documents.pdf.styles import (
    EDGE,
    FOOT_LINE,
    HEAD_LINE,
    INK,
    MILLIMETRE,
    PAGE_HEIGHT,
    RUNNING,
    RUNNING_STRONG,
    STEP,
    WHOLE,
    Style,
    colour_of,
)
from klubban.documents.pdf.tags import Element, for_figure, placed
from klubban.domain.look import BOTH_MARGINS
from klubban.domain.text import runs_of

if TYPE_CHECKING:
    from klubban.documents.pdf.canvas import TaggedCanvas
    from klubban.documents.tree import Document

_HALF = WHOLE / 2 - STEP
_HEAD_TOP = HEAD_LINE - 30
_FOOT_TOP = FOOT_LINE + 7
_LOWEST = FOOT_LINE + 33
"""Below the boxes for initials; printers reach so far down."""
_BOX_WIDTH, _BOX_HEIGHT, _BOX_GAP = 46.0, 22.0, 6.0
_CERTIFYING = 96.0
_MOST_BOXES = 6
_ARMS_WIDTH, _ARMS_HEIGHT, _ARMS_FOOT = 150.0, 38.0, HEAD_LINE - 6
_DRAFT = Style(Face.SANS_STRONG, 12, 16, (1.0, 1.0, 1.0))
_DRAFT_TOP = 18.0


def shortened(text: str, style: Style, measure: float) -> str:
    """Return the text on one line, with an ellipsis where it is too long for the measure."""
    text = " ".join(visible(text).split())
    if width(text, style.face, style.size) <= measure:
        return text
    text = text[:200]
    while text and width(f"{text}…", style.face, style.size) > measure:
        text = text[:-1]
    return f"{text.rstrip()}…"


class Page:
    """What stands on every page."""

    def __init__(self, document: Document, root: Element) -> None:
        """Take the document; its arms are the first of what is read."""
        self.running = document.running
        self.look = document.look
        self.shield = shield(document.arms.picture) if document.arms else None
        self.figure = None
        if document.arms and self.shield:
            self.figure = Element("Figure", root, **for_figure(visible(document.arms.says)))

    def left(self, number: int) -> float:
        """Return where the text of a page begins."""
        margin = self.look.margin
        if self.look.mirrored and number % 2 == 0:
            margin = BOTH_MARGINS - margin
        return margin * MILLIMETRE

    def draw(self, canvas: TaggedCanvas, number: int, of: int) -> None:
        """Draw head and foot of one page of so many."""
        if self.running.bare:
            return
        left = self.left(number)
        after_arms = self._arms(canvas, left) if number == 1 else 0.0
        with canvas.artifact("Header"):
            self._head(canvas, f"{number} ({of})", left, after_arms)
            if self.running.draft:
                _draft(canvas, self.running.draft, left + WHOLE / 2)
        first_foot = (self.look.foot or "") if number == 1 else ""
        if self.running.initials or self.running.certification or first_foot:
            with canvas.artifact("Footer"):
                self._foot(canvas, left, first_foot)

    def _arms(self, canvas: TaggedCanvas, left: float) -> float:
        """Draw the arms in their own shape, and return how far beside them the next words begin."""
        if self.shield is None or self.figure is None:
            return 0.0
        scale = min(_ARMS_WIDTH / self.shield.width, _ARMS_HEIGHT / self.shield.height)
        wide, high = self.shield.width * scale, self.shield.height * scale
        top = _ARMS_FOOT - high
        self.figure.attributes |= placed(left, top, wide, high)
        with canvas.content(self.figure):
            canvas.picture(self.shield.image(), left, top, (wide, high))
        return wide + STEP + 1

    def _head(self, canvas: TaggedCanvas, count: str, left: float, after_arms: float) -> None:
        (organisation, body), (kind, day) = self.running.left, self.running.right
        second, right = _HEAD_TOP + RUNNING.leading, left + WHOLE
        room = WHOLE - after_arms - 2 * STEP
        above = _wide(kind, RUNNING_STRONG)
        below = _wide(count, RUNNING) + STEP + _wide(day, RUNNING)
        _write(canvas, organisation, RUNNING_STRONG, left + after_arms, _HEAD_TOP, room - above)
        _write(canvas, body, RUNNING, left + after_arms, second, room - below)
        _write_before(canvas, kind, RUNNING_STRONG, right, _HEAD_TOP)
        counted = _write_before(canvas, count, RUNNING, right, second)
        _write_before(canvas, day, RUNNING, right - counted - STEP, second)
        canvas.rule(left, HEAD_LINE, WHOLE, colour_of(self.look))

    def _foot(self, canvas: TaggedCanvas, left: float, first_foot: str) -> None:
        canvas.rule(left, FOOT_LINE, WHOLE, EDGE)
        line, by_hand, end = _FOOT_TOP + 5, False, left + WHOLE
        if self.running.certification:
            before = end - _CERTIFYING
            words_wide = _write_before(canvas, self.running.certification, RUNNING, before - STEP, line)
            canvas.rule(before, line + RUNNING.baseline + 2, _CERTIFYING, EDGE)
            by_hand, end = True, before - words_wide - 2 * STEP
        if self.running.initials:
            words, boxes = self.running.initials
            begin = left + _write(canvas, words, RUNNING, left, line) + STEP
            _boxes(canvas, begin, end - begin, boxes)
            by_hand = True
        if first_foot:
            _write(canvas, first_foot, RUNNING, left, _LOWEST if by_hand else _FOOT_TOP, WHOLE)


def _draft(canvas: TaggedCanvas, words: str, centre: float) -> None:
    """Draw a sign that is seen on paper without colours, above all else."""
    text = shortened(words, _DRAFT, _HALF)
    wide = width(text, _DRAFT.face, _DRAFT.size)
    canvas.bar(centre - wide / 2 - STEP, _DRAFT_TOP, (wide + 2 * STEP, _DRAFT.leading), INK, filled=True)
    _write(canvas, text, _DRAFT, centre - wide / 2, _DRAFT_TOP, _HALF)


def _wide(text: str, style: Style) -> float:
    """Return how wide a line is that takes at most half of the page."""
    return width(shortened(text, style, _HALF), style.face, style.size)


def _write(canvas: TaggedCanvas, text: str, style: Style, x: float, top: float, room: float = _HALF) -> float:
    """Write one line from a place on, and return how wide it is."""
    line = break_runs(runs_of(shortened(text, style, room)), style, WHOLE)[0]
    canvas.lines_of_text([line], style, x, top)
    return line.width


def _write_before(canvas: TaggedCanvas, text: str, style: Style, x: float, top: float) -> float:
    """Write one line up to a place, and return how wide it is."""
    line = break_runs(runs_of(shortened(text, style, _HALF)), style, WHOLE)[0]
    canvas.lines_of_text([line], style, x - line.width, top)
    return line.width


def _boxes(canvas: TaggedCanvas, x: float, room: float, count: int) -> None:
    """Draw the boxes that initials are written in, narrower where many share the room."""
    canvas.setStrokeColorRGB(*EDGE)
    canvas.setLineWidth(0.5)
    count = min(count, _MOST_BOXES)
    wide = min(_BOX_WIDTH, (room + _BOX_GAP) / max(count, 1) - _BOX_GAP)
    for box in range(count):
        left = x + box * (wide + _BOX_GAP)
        canvas.rect(left, PAGE_HEIGHT - _FOOT_TOP - _BOX_HEIGHT, wide, _BOX_HEIGHT)

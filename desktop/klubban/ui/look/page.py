"""The room of the look: words about it at the left, a real paper that follows each choice at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.operations.look_pages import page_of, telling_heading, telling_meeting
from klubban.ui.look.arms_part import CHOOSE
from klubban.ui.look.sheet import LookSheet
from klubban.ui.look.surface import LookSurface
from klubban.ui.room import Room
from klubban.ui.summons.preview import TreePreview
from klubban.ui.widgets.banner import Banner
from klubban.ui.widgets.basics import QUIET, Rule, Short, spaced
from klubban.ui.widgets.beside import give_room
from klubban.ui.widgets.header import Header
from klubban.ui.widgets.key_binding import bind_keys
from klubban.ui.widgets.key_foot import KeyFoot, KeyName

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.documents.tree import Document
    from klubban.domain.meeting import MeetingLine
    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.typesetter import Typesetter

_SURFACE, _LEAST_PAGE, _MOST_PAGE = 470, 300, 560


class LookPage(Room):
    """Header, words, paper and foot."""

    def __init__(self, database: Database, settings: Settings, typesetter: Typesetter) -> None:
        super().__init__(database, settings, typesetter)
        self._meeting: MeetingLine | None = None
        self._entered = False
        """Somebody has been here; before, Qt puts the caret in the name of the organisation."""
        self.banner, self.foot = Banner(), KeyFoot(_("Keys"))
        self.surface = LookSurface(database, LookSheet.of(database))
        self.surface.saved.connect(self.saved)
        self.surface.failed.connect(self.failed)
        self.preview = TreePreview(typesetter)
        self.surface.seen_on.connect(self.preview.turn_to)
        self._build()
        self._add_keys()
        self._begin()
        self.surface.body_turned.connect(self._take_body)

    def _add_keys(self) -> None:
        turned = self.preview.sheet.turned
        acts: dict[str, Callable[[], object]] = {
            CHOOSE: self.surface.arms.choose,
            "Alt+Left": partial(turned.emit, -1),
            "Alt+Right": partial(turned.emit, 1),
        }
        bind_keys(self, acts)

    def _build(self) -> None:
        about = Short(_("What is chosen shows at once, here and on all pages."), "item", QUIET)
        header = Header(about, QWidget(), [])
        header.title.setText(_("How papers look"))
        beside, column = QHBoxLayout(), QVBoxLayout(self)
        spaced(beside)
        spaced(column)
        self._edge = Rule(upright=True)
        for part in (self.surface, self._edge, self.preview):
            beside.addWidget(part, 1 if part is self.surface else 0)
        for widget in (header, Rule(), self.banner):
            column.addWidget(widget)
        column.addLayout(beside, 1)
        column.addWidget(Rule())
        column.addWidget(self.foot)
        self.foot.show_keys(_keys(locked=self._database.read_only))

    # --- what the file's page asks

    def show_for(self, id_: int | None) -> None:  # noqa: ARG002 - the look is of the whole file
        """Show the look; what had the keyboard here keeps it."""
        self._find_meeting()
        self.reload()
        held = QApplication.focusWidget()
        if not self._entered or held is None or not self.isAncestorOf(held):
            self.surface.enter()
        self._entered = True

    def reload(self) -> bool:
        """Show what is new, and the paper with it."""
        before = self.surface.order.body
        self.surface.take(LookSheet.of(self._database))
        now = self.surface.order.body
        if (before and before.id) != (now and now.id):
            self._find_meeting()
        same = before is None or now is None or before.habits == now.habits
        self._show_paper(headings=not same)
        return True

    def flush(self) -> bool:
        """Save what is not saved; tell whether nothing is left."""
        return self.surface.flush()

    def end_run(self) -> None:
        """Let what is typed next be a step of its own."""
        self.surface.end_run()

    def step(self, by: int) -> None:
        """Go to the next body whose headings are shown, or the one before."""
        self.surface.order.step(by)

    def columns(self) -> list[QWidget]:
        """Return what F6 goes round."""
        return [self.surface, self.preview.sheet] if self.preview.isVisible() else [self.surface]

    # --- the paper

    def _begin(self) -> None:
        """Begin with the body whose protocol shows most."""
        self._meeting = telling_meeting(self._database, None)
        if self._meeting is not None:
            self.surface.order.show_body(self._meeting.body)

    def _find_meeting(self) -> None:
        body = self.surface.order.body_id
        self._meeting = telling_meeting(self._database, body) if body is not None else None

    def _take_body(self) -> None:
        """Show a paper of the body that was chosen, where its paragraphs begin."""
        self._find_meeting()
        self._show_paper(headings=True)

    def _show_paper(self, *, headings: bool = False) -> None:
        try:
            document = self._paper()
        except LookupError:  # the meeting is gone
            self._find_meeting()
            document = self._paper()
        telling = telling_heading(document) if headings else None
        self.preview.follow(document.title, document)
        if telling is not None:
            self.preview.turn_to_heading(telling)

    def _paper(self) -> Document:
        meeting = self._meeting.id if self._meeting is not None else None
        return page_of(self._database, meeting, self.surface.order.body_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the paper where there is room beside the words."""
        super().resizeEvent(event)
        wide = min(self.width() - _SURFACE, _MOST_PAGE)
        give_room(self.preview, self._edge, wide, least=_LEAST_PAGE)


def _keys(*, locked: bool) -> list[list[KeyName]]:
    walk = [
        KeyName("F10", _("back to the meeting")),
        KeyName("F6", _("next column")),
        KeyName("Alt+←→", _("another page")),
        KeyName(_("Alt+Down"), _("next body")),
    ]
    return [walk] if locked else [walk, [KeyName(CHOOSE, _("choose a coat of arms"))]]

"""The room after the meeting: its course at the left, the step in hand, and beside that its paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain.dispatching import plan
from klubban.i18n import _, pgettext
from klubban.operations.addressees import book
from klubban.operations.export import Prepared
from klubban.store import reads
from klubban.ui import clock
from klubban.ui.after.course import WIDTH, CourseList
from klubban.ui.after.part import Context
from klubban.ui.after.parts import part_of
from klubban.ui.after.press import Press
from klubban.ui.after.steps import Stands, Step, StepLine, course, is_after
from klubban.ui.meeting import words as meeting_words
from klubban.ui.meeting.export import Exporter
from klubban.ui.meeting.surface import Surface
from klubban.ui.room import Room
from klubban.ui.summons.preview import TreePreview
from klubban.ui.widgets.banner import Banner
from klubban.ui.widgets.basics import Ground, Rule, Short, Text, spaced
from klubban.ui.widgets.beside import give_room
from klubban.ui.widgets.buttons import Button, Link
from klubban.ui.widgets.form_slot import FormSlot
from klubban.ui.widgets.header import Header
from klubban.ui.widgets.key_foot import KeyFoot, KeyName
from klubban.ui.widgets.plain_key import plain_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from klubban.documents.tree import Document
    from klubban.domain.meeting import Meeting
    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.after.part import Part
    from klubban.ui.registers.form import Form
    from klubban.ui.typesetter import Typesetter

_SURFACE, _LEAST_PAGE, _MOST_PAGE = 660, 290, 520
_TIED = re.compile(r"(?<=\d) (?=[^\W\d])")
"""Between a number and the word that it is of: no line of a heading ends there."""


class AfterPage(Room):
    """Everything from the last word of a meeting to the archive."""

    def __init__(self, database: Database, settings: Settings, typesetter: Typesetter) -> None:
        super().__init__(database, settings, typesetter)
        self.meeting: Meeting | None = None
        self._meeting_id: int | None = None
        self.part: Part | None = None
        self._parts: dict[Step, Part] = {}
        self._passing = ""
        self._has_paper = False
        self.banner, self.foot = Banner(), KeyFoot(_("Keys"))
        self.course = CourseList()
        self.surface = Surface(_("After the meeting"), _SURFACE)
        self.preview = TreePreview(typesetter)
        self.exporter = Exporter(database, settings, typesetter, self.foot)
        self.exporter.bug.connect(self.bug)
        self.press = Press(settings, self.foot, self, self._save)
        self.press.bug.connect(self.bug)
        self.context = Context(
            database=database,
            settings=settings,
            typesetter=typesetter,
            room=self,
            attempt=self._attempt,
            say=self._say,
            ask=self.ask,
            go_to=self._go_to,
            refresh=self._refresh,
            exporter=self.exporter,
            print=self.press.print,
            in_folder=self._in_folder,
        )
        self._build()
        self.course.selectionModel().currentChanged.connect(self._take_step)
        self.course.activated.connect(lambda _index: self._enter_part())
        self.setAcceptDrops(True)
        for key, act in {"Ctrl+Return": self._do_chief, "Ctrl+Enter": self._do_chief}.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)
        output = QShortcut(QKeySequence("Ctrl+P"), self)
        output.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        output.activated.connect(self._to_output)

    def _build(self) -> None:
        self._standing, self._empty = Text("", "title", wrap=True), Text("", "body", wrap=True)
        self._slot: FormSlot[Form] = FormSlot(10, 12, empty=10)
        self._content = QVBoxLayout()
        self._empty.setContentsMargins(0, 6, 0, 0)
        spaced(self._content)
        for text in (self._standing, self._empty):
            self.surface.add(text)
        for layout in (self._slot.layout, self._content):
            self.surface.column.addLayout(layout)
        self.surface.end()
        self.desk, self._below = Link("", "body", flush=True), Short("", "body")
        self.chief = Button("", chief=True)
        keeps = self.chief.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # the page below stays where it is
        self.chief.setSizePolicy(keeps)
        self.chief.clicked.connect(self._do_chief)
        self.desk.clicked.connect(lambda: self._go_to(None))
        below, line = QWidget(), QHBoxLayout()
        spaced(line, gap=12)
        below.setLayout(line)
        line.addWidget(self.desk)
        line.addWidget(self._below, 1)
        self.header = Header(below, QWidget(), [self.chief])
        self.header.title.setText(_("After the meeting"))
        self._left, left = Ground(), QVBoxLayout()
        spaced(left, (14, 14, 0, 12))
        self._left.setLayout(left)
        left.addWidget(self.course)
        beside, column = QHBoxLayout(), QVBoxLayout(self)
        spaced(beside)
        spaced(column)
        self._edge, self._left_edge = Rule(upright=True), Rule(upright=True)
        for widget, stretch in (
            (self._left, 0), (self._left_edge, 0), (self.surface, 1), (self._edge, 0), (self.preview, 0),
        ):  # fmt: skip
            beside.addWidget(widget, stretch)
        for each in (self.header, Rule(), self.banner):
            column.addWidget(each)
        column.addLayout(beside, 1)
        column.addWidget(Rule())
        column.addWidget(self.foot)

    # --- what a room does

    def show_for(self, id_: int | None) -> None:
        """Show a meeting at the step that it has come to."""
        other = id_ is not None and id_ != self._meeting_id
        if other:
            self._meeting_id = id_
            self.close_asked()
            self.foot.say("")
        if self.reload() and other:
            self._choose_now()
        self._enter()

    def show_step(self, step: Step, at: int | None = None) -> None:
        """Take a step in hand, and enter it."""
        self.course.choose((step, at))
        self._enter_part()

    def reload(self) -> bool:
        """Show what is new; False when the meeting is gone. What is asked stays, with what was typed."""
        if self._meeting_id is None:
            return False
        with self._database.read() as read:
            try:
                self.meeting = reads.meeting(read, self._meeting_id)
            except LookupError:
                return False
        held = self.course.chosen()
        lines = self._course(self.meeting) if is_after(self.meeting) else ()
        self.course.rows.set_rows(lines)
        if held is not None and not self.course.choose(held):
            self._choose_now(held)
        self._show()
        return True

    def stop(self) -> None:
        """End what goes on in the background."""
        for part in self._parts.values():
            part.stop()
        self.press.finish()
        self.press.stop()

    def columns(self) -> list[QWidget]:
        """Return what F6 goes round."""
        inside = self.part.stops()[:1] if self.part is not None else []
        return [each for each in (self.course, *inside, self.preview.sheet) if each.isVisible()]

    def step(self, by: int) -> None:
        """Take the next step in hand, or the one before."""
        self.course.step(by)

    # --- what is shown

    def _course(self, meeting: Meeting) -> Sequence[StepLine]:
        return course(meeting, clock.today(), plan(meeting, book(self._database)))

    def _choose_now(self, like: tuple[Step, int | None] | None = None) -> None:
        """Take in hand what has come to be done, or another like the one that is gone."""
        if self.meeting is None or not is_after(self.meeting):
            return
        lines = self._course(self.meeting)
        now = [each for each in lines if each.stands in (Stands.NOW, Stands.LATE)]
        beside = [each for each in lines if like and each.id[0] is like[0] and each.stands is not Stands.DONE]
        if lines:
            self.course.choose((beside or now or lines)[0].id)

    def _take_step(self) -> None:
        self.close_asked()
        if self.foot.said == self._passing:
            self.foot.say("")
        self.surface.verticalScrollBar().setValue(0)
        self._show()

    def _show(self) -> None:
        meeting, chosen = self.meeting, self.course.chosen()
        if meeting is None:
            return
        today = clock.today()
        self.desk.setText(meeting_words.way_back(meeting, today))
        after = is_after(meeting)
        self._left.setVisible(after)
        self._left_edge.setVisible(after)
        self._empty.setVisible(not after)
        if not after or chosen is None:
            self._show_part(None)
            self._standing.setText(_("There is nothing here yet."))
            told = _(
                "Once the meeting is closed, it is verified, announced, dispatched and archived here."
                " Close it on its own page first."
            )
            self._empty.setText(told)
            self._refresh()
            return
        step, at = chosen
        part = self._parts.get(step) or self._make(step)
        place = part.place() if part is self.part else None
        part.at = at
        part.show_meeting(meeting)
        self._show_part(part)
        part.give_back(place)
        self._refresh()

    def _make(self, step: Step) -> Part:
        part = self._parts[step] = part_of(step, self.context)
        part.step_asked.connect(self.show_step)
        return part

    def _show_part(self, part: Part | None) -> None:
        if part is self.part:
            return
        if self.part is not None:
            self._content.removeWidget(self.part)
            self.part.hide()
        self.part = part
        if part is not None:
            self._content.addWidget(part)
            part.show()

    def _refresh(self) -> None:
        """Show what the part says of itself."""
        part = self.part
        paper = part.paper() if part is not None else None
        self._has_paper = paper is not None
        if part is not None:
            self._standing.setText(_TIED.sub("\N{NO-BREAK SPACE}", part.title()))
        self._show_acts()
        other = paper is not None and paper.name != self.preview.name
        self.preview.follow(paper.name if paper else "", (paper.file or paper.document) if paper else None)
        if paper is not None and other:
            self.preview.turn_to(paper.page)
        self._make_room()

    def _show_acts(self) -> None:
        """Show what can be done now; while a form is there, that is what the form does."""
        part, asked = self.part, self.asked
        chief = part.chief() if part is not None and asked is None else None
        self.chief.setVisible(chief is not None)
        self.chief.setText(chief.words if chief else "")
        self.chief.setToolTip(_("Ctrl+Enter"))
        groups: list[Sequence[KeyName]] = []
        does = asked.button.text() if asked is not None else chief.words if chief is not None else ""
        if does:
            groups.append([KeyName(_("Ctrl+Enter"), meeting_words.small(does))])
        if asked is None and part is not None:
            groups += part.keys()
        steps = [KeyName("F6", pgettext("key", "steps"))] if part is not None else []
        leave = pgettext("key", "back") if asked is None else meeting_words.small(_("Cancel"))
        groups.append([*steps, KeyName("Esc", leave)])
        self.foot.show_keys(groups)

    # --- what parts ask

    def _attempt(self, act: Callable[[], object]) -> bool:
        refused: list[str] = []
        self.attempt(act, refused.append)
        if refused:
            self._say(refused[0])
        return not refused

    def _say(self, told: str, links: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        self.foot.say(told, links)
        self._passing = told

    @property
    def asked(self) -> Form | None:
        """Return the form that stands above the words, if one does."""
        return self._slot.form

    def ask(self, form: Form) -> None:
        """Show a form above the words of the step in hand."""
        self.close_asked()
        self.foot.say("")
        form.left.connect(self._leave)
        form.done.connect(self._done)
        form.failed.connect(self.failed)
        self._slot.put(form, self.surface)
        self._show_acts()
        form.enter()

    def close_asked(self) -> None:
        """Take away what is asked."""
        if self.asked is not None:
            self._slot.clear()
            self._show_acts()

    def _leave(self) -> None:
        self.close_asked()
        self._enter_part()

    def _done(self) -> None:
        self.close_asked()
        self.reload()
        self.saved.emit()
        self._enter_part()

    def _do_chief(self) -> None:
        chief = self.part.chief() if self.part is not None else None
        if self.asked is not None:
            self.asked.submit()
        elif chief is not None:
            chief.act()

    def _save(self, name: str, documents: Sequence[Document]) -> None:
        self.exporter.write(self, lambda: [Prepared(name, each) for each in documents])

    def _in_folder(self, act: Callable[[Path], object]) -> None:
        folder = self._settings.export_folder
        if folder is not None:
            act(folder)
        else:
            self.exporter.choose_folder(self, lambda: self._in_folder(act))

    def _go_to(self, item: int | None) -> None:
        if self._meeting_id is not None:
            self.meeting_asked.emit(self._meeting_id, item)

    def _to_output(self) -> None:
        if self._meeting_id is not None:
            self.room_asked.emit("output", self._meeting_id)

    # --- the keyboard, files, room

    def _enter(self) -> None:
        if self.asked is not None:
            self.asked.enter()
        elif self.course.isVisible():
            self.course.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.desk.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _enter_part(self) -> None:
        if self.part is not None and any(each.isVisible() for each in self.part.stops()):
            self.part.enter()
        else:
            self._enter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks for."""
        key = plain_key(event)
        acts = self.part.acts() if self.part is not None else {}
        if key == Qt.Key.Key_Escape:
            self._back()
        elif key is not None and key in acts and self.asked is None:
            acts[key]()
        else:
            super().keyPressEvent(event)

    def _back(self) -> None:
        """Leave what is asked, then the step, then the room."""
        held = QApplication.focusWidget()
        if self.asked is not None:
            self._leave()
        elif self.part is not None and self.part.back():
            return
        elif self.part is not None and held is not None and self.part.isAncestorOf(held):
            self.course.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._go_to(None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that files may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Give dropped files to the step in hand."""
        paths = [each.toLocalFile() for each in event.mimeData().urls() if each.isLocalFile()]
        if paths and self.part is not None and self.part.take_files(paths):
            event.acceptProposedAction()
        elif paths:
            self._say(_("No file is wanted here."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the pages where there is room beside the words."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        room = self.width() - WIDTH - _SURFACE + 60
        wide = min(max(room, 0), _MOST_PAGE) if self._has_paper else 0
        give_room(self.preview, self._edge, wide, least=_LEAST_PAGE)

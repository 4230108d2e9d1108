"""The page of what is sent before one meeting: where it stands, what is lacking, and what is sent next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from klubban.documents import summons, supplement
from klubban.domain.errors import RuleBroken
from klubban.i18n import _, pgettext
from klubban.operations.circulated import mark_read
from klubban.operations.export import Kind
from klubban.operations.incoming import take_in
from klubban.operations.sendings import set_announced
from klubban.store.waiting import waiting
from klubban.ui import clock
from klubban.ui.meeting import words as meeting_words
from klubban.ui.meeting.surface import Surface
from klubban.ui.registers.form import Form
from klubban.ui.room import Room
from klubban.ui.summons import told_words, words
from klubban.ui.summons.copies_form import CopiesForm
from klubban.ui.summons.files import SummonsFiles
from klubban.ui.summons.overview import Overview
from klubban.ui.summons.preview import TreePreview
from klubban.ui.summons.send_form import SendForm
from klubban.ui.summons.sheet import SummonsSheet
from klubban.ui.widgets.banner import Banner
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Rule, Short, Text, emptied, spaced
from klubban.ui.widgets.beside import give_room
from klubban.ui.widgets.buttons import Button, Link
from klubban.ui.widgets.form_slot import FormSlot
from klubban.ui.widgets.header import Header
from klubban.ui.widgets.key_foot import KeyFoot, KeyName
from klubban.ui.widgets.plain_key import plain_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.documents.tree import Document
    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.summons.jobs import Bound
    from klubban.ui.typesetter import Typesetter

_SURFACE, _LEAST_PAGE, _MOST_PAGE = 690, 290, 520


class SummonsPage(Room):
    """Words about the summons at the left, its pages at the right; what is asked stands above the words."""

    def __init__(self, database: Database, settings: Settings, typesetter: Typesetter) -> None:
        super().__init__(database, settings, typesetter)
        self._meeting_id: int | None = None
        self.sheet: SummonsSheet | None = None
        self._public = False
        self._most_bytes: int | None = None
        self._made: Bound | None = None
        self._unfolded: set[int] = set()
        self._unfolded_readers: set[object] = set()
        self.banner, self.foot = Banner(), KeyFoot(_("Keys"))
        self.files = SummonsFiles(database, settings, typesetter, self.foot, self)
        self.files.bug.connect(self.bug)
        self.files.made.connect(self._take_made)
        self.surface = Surface(_("Summons"), _SURFACE)
        self.preview = TreePreview(typesetter)
        self._standing, self._late = Text("", "title", wrap=True), QWidget()
        self._slot: FormSlot[Form] = FormSlot(10, 12, empty=10)
        self._content = QVBoxLayout()
        self._build()
        send = QShortcut(QKeySequence("Ctrl+Return"), self)
        send.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        send.activated.connect(self.ask_to_send)
        output = QShortcut(QKeySequence("Ctrl+P"), self)
        output.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        output.activated.connect(lambda: self._room("output"))

    def _build(self) -> None:
        self._late_words, late = Text("", wrap=True), QHBoxLayout(self._late)
        spaced(late, (0, 6, 0, 0), 10)
        late.addWidget(Pill(pgettext("of a day", "late"), "late"), 0, TOP)
        late.addWidget(self._late_words, 1, TOP)
        spaced(self._content, (0, 10, 0, 0))
        self.surface.add(self._standing)
        self.surface.add(self._late)
        for layout in (self._slot.layout, self._content):
            self.surface.column.addLayout(layout)
        self.surface.end()
        self._below = Short("", "body", QUIET)
        self.copy, self.desk, self.send = (
            Button(_("The chair's copy")),
            Link("", "body", flush=True),
            Button("", chief=True),
        )
        self.copy.clicked.connect(lambda: self._room("review"))
        self.desk.clicked.connect(lambda: self._go_to_item(None))
        self.send.clicked.connect(self._do_chief)
        below, line = QWidget(), QHBoxLayout()
        spaced(line, gap=12)
        below.setLayout(line)
        line.addWidget(self.desk)
        line.addWidget(self._below, 1)
        self.header = Header(below, QWidget(), [self.copy, self.send])
        self.header.title.setText(_("Summons"))
        beside, column = QHBoxLayout(), QVBoxLayout(self)
        spaced(beside)
        spaced(column)
        self._edge = Rule(upright=True)
        beside.addWidget(self.surface, 1)
        beside.addWidget(self._edge)
        beside.addWidget(self.preview)
        for widget in (self.header, Rule(), self.banner):
            column.addWidget(widget)
        column.addLayout(beside, 1)
        column.addWidget(Rule())
        column.addWidget(self.foot)

    # --- what a room does

    def show_for(self, id_: int | None) -> None:
        """Show a meeting; what was asked about another is left."""
        if id_ is not None and id_ != self._meeting_id:
            self._meeting_id, self._made = id_, None
            self._unfolded.clear()
            self._unfolded_readers.clear()
            self.close_asked()
            self.surface.verticalScrollBar().setValue(0)
            if not self.files.busy:
                self.foot.say("")
        self.reload()
        self._enter()

    def reload(self) -> bool:
        """Show what is new; False when the meeting is gone. What is asked stays, with what was typed."""
        if self._meeting_id is None:
            return False
        try:
            self.sheet = SummonsSheet.of(self._database, self._meeting_id, clock.today())
        except LookupError:
            return False
        self._show(self.sheet)
        return True

    def stop(self) -> None:
        """End what is being bound."""
        self.files.stop()

    def columns(self) -> list[QWidget]:
        """Return what F6 goes round."""
        found = [self._first(), self.preview.sheet]
        return [each for each in found if each.isVisible()]

    def step(self, by: int) -> None:
        """Go to the next thing to press, or the one before."""
        now = QApplication.focusWidget()
        if now is not None and self.isAncestorOf(now):
            self.focusNextPrevChild(by > 0)

    # --- what is shown

    def _show(self, sheet: SummonsSheet) -> None:
        held = self._place_of_focus()
        self._below.setText(words.meeting_line(sheet))
        self._standing.setText(words.standing(sheet))
        self._late_words.setText(words.lateness(sheet))
        self._late.setVisible(sheet.late and sheet.can_send)
        self.send.setText(words.to_send(sheet))
        self.send.setVisible(sheet.can_send or bool(sheet.required))
        self._show_banner(sheet)
        emptied(self._content)
        self._content.addWidget(self._overview(sheet))
        self.header.title.setText(words.title(sheet))
        self.desk.setText(meeting_words.way_back(sheet.meeting, sheet.today))
        self.desk.setToolTip(told_words.agenda(sheet))
        self.preview.follow(words.file_name(sheet), self._document(sheet))
        self._name_keys(sheet)
        self._give_back(held)

    def _show_banner(self, sheet: SummonsSheet) -> None:
        """Say first what those called would otherwise believe wrongly."""
        self.banner.clear()
        if sheet.cancelled and sheet.last is not None:
            told = _("The summons was sent. Mail the notice and the calendar file, so that all hear of it.")
            self.banner.say(
                pgettext("of a meeting", "cancelled"), "late", told, [(_("Mail draft"), self._mail_notice)]
            )
        elif sheet.news.moved and not sheet.over:
            self.banner.say(
                pgettext("of a meeting", "moved"),
                "late",
                words.moved(sheet),
                [(_("Calendar file"), self._write_calendar)],
            )

    def _overview(self, sheet: SummonsSheet) -> Overview:
        overview = Overview(
            sheet,
            public=self._public,
            most_bytes=self._most_bytes,
            made=self._made,
            unfolded=self._unfolded,
            unfolded_readers=self._unfolded_readers,
        )
        overview.item_asked.connect(self._go_to_item)
        overview.body_asked.connect(lambda: self.body_asked.emit(sheet.meeting.body.id))
        overview.urgent_asked.connect(self._report_urgent)
        overview.announced.connect(self._note_announced)
        overview.read_noted.connect(self._note_read)
        files = overview.files
        files.document_asked.connect(self.write)
        files.bundle_asked.connect(self.bundle)
        files.copies_asked.connect(self.ask_for_copies)
        files.calendar_asked.connect(self._write_calendar)
        files.mail_asked.connect(lambda documents: self.mail(documents=documents))
        files.public_chosen.connect(self._take_public)
        files.size_chosen.connect(self._take_size)
        return overview

    def _document(self, sheet: SummonsSheet) -> Document | None:
        build = supplement.build if sheet.tells_supplement else summons.build
        try:
            return build(sheet.meeting, language=sheet.meeting.organisation.language, to_public=self._public)
        except RuleBroken:
            return None

    def _name_keys(self, sheet: SummonsSheet) -> None:
        acts = [KeyName("P", pgettext("key", "PDF")), KeyName("M", pgettext("key", "mail draft"))]
        if sheet.documents and not sheet.cancelled:
            acts.insert(1, KeyName("B", pgettext("key", "with documents")))
        groups = [acts, [KeyName("Esc", pgettext("key", "back"))]]
        if sheet.can_send:
            groups.insert(0, [KeyName(_("Ctrl+Enter"), pgettext("key", "send"))])
        self.foot.show_keys(groups)

    # --- sending

    def _do_chief(self) -> None:
        """Send, or go to what must be put right first."""
        sheet = self.sheet
        if sheet is None or not sheet.required:
            self.ask_to_send()
            return
        anyway = [(_("Send anyway …"), self.ask_to_send)] if sheet.can_send else []
        self.foot.say(_("What must be put right stands under Lacking."), anyway)
        overview = self._shown()
        if overview is not None and overview.lacks is not None:
            self.surface.ensureWidgetVisible(overview.lacks)
            _enter_first(overview.lacks)

    def _report_urgent(self) -> None:
        """Put the urgent decisions that wait on the agenda (KL 6 kap. 40 §)."""
        if self.sheet is None:
            return
        meeting, urgent = self.sheet.meeting.id, {each.id for each in self.sheet.unreported}

        def take() -> None:
            with self._database.read() as read:
                found = waiting(read, meeting, clock.today())
            chosen = [each for each in found if urgent & set(each.delegated_ids)]
            take_in(self._database, meeting, chosen, on=clock.today())

        self.attempt(take, self.foot.say)

    def ask_to_send(self) -> None:
        """Ask when it was sent; where it is late, why."""
        if self.sheet is not None and self.sheet.can_send:
            self._ask(SendForm(self._database, self.sheet, clock.now()))
        elif self.sheet is not None:
            self.foot.say(words.why_not(self.sheet))

    def ask_for_copies(self) -> None:
        """Ask how many copies of the confidential documents there are to be, or for whom."""
        if self.sheet is not None:
            meeting = self.sheet.meeting
            self._ask(
                CopiesForm(meeting.body.seats, lambda copies: self.files.confidential(meeting.id, copies)),
                changes=False,
            )

    @property
    def asked(self) -> Form | None:
        """Return the form that stands above the words, if one does."""
        return self._slot.form

    def _ask(self, form: Form, *, changes: bool = True) -> None:
        self.close_asked()
        if not self.files.busy:
            self.foot.say("")
        form.left.connect(self._leave)
        form.done.connect(self._done if changes else self._leave)
        form.failed.connect(self.failed)
        self._slot.put(form, self.surface)
        form.enter()

    def close_asked(self) -> None:
        """Take away what is asked."""
        self._slot.clear()

    def _leave(self) -> None:
        self.close_asked()
        self._enter()

    def _done(self) -> None:
        self.close_asked()
        self.reload()
        self.saved.emit()
        self._enter()
        if self.sheet is not None and self.sheet.last is not None:
            told = _("{sent} Now write the files, or a mail draft: M.")
            self.foot.say(told.format(sent=words.sent(self.sheet.last, self.sheet)), [self._to_close])

    @property
    def _to_close(self) -> tuple[str, Callable[[], object]]:
        return _("Close"), lambda: self.foot.say("")

    def _note_announced(self, on: object) -> None:
        """Note that the meeting was announced today, or take that back."""
        meeting, day = self._meeting_id, clock.today() if on else None
        if meeting is not None:
            self.attempt(lambda: set_announced(self._database, meeting, day), self.foot.say)

    def _note_read(self, circulated: int, on: object) -> None:
        """Note that somebody has read what was sent, or take that back."""
        self.attempt(
            lambda: mark_read(self._database, circulated, clock.today() if on else None), self.foot.say
        )

    # --- files

    def export_record(self) -> None:
        """Write what is to be sent."""
        self.write()

    def write(self, kind: Kind | None = None) -> None:
        """Write one document alone; without a kind what is to be sent."""
        if self.sheet is not None:
            usual = Kind.SUPPLEMENT if self.sheet.tells_supplement else Kind.SUMMONS
            public = self._public and kind is not Kind.ANNOUNCEMENT
            self.files.write(self.sheet.meeting.id, kind or usual, public=public)

    def bundle(self) -> None:
        """Write what is to be sent with its documents."""
        sheet = self.sheet
        if sheet is not None and sheet.documents and not sheet.cancelled:
            self.files.bundle(
                sheet.meeting.id,
                supplement=sheet.tells_supplement,
                public=self._public,
                most_bytes=self._most_bytes,
            )

    def mail(self, *, documents: bool = False) -> None:
        """Write the draft of the mail that calls; of a supplement once that is noted as sent."""
        if self.sheet is not None and self.sheet.waits_to_be_sent:
            told = _("Note supplement {number} as sent first; the mail says which supplement it is.")
            number = self.sheet.news.number
            self.foot.say(told.format(number=number), [(words.to_send(self.sheet), self.ask_to_send)])
        elif self.sheet is not None:
            self.files.mail(
                self.sheet.meeting.id, supplement=self.sheet.tells_supplement, documents=documents
            )

    def _mail_notice(self) -> None:
        self.mail()

    def _write_calendar(self) -> None:
        if self._meeting_id is not None:
            self.files.calendar(self._meeting_id)

    def _take_made(self, made: Bound) -> None:
        self._made = made
        self.reload()

    def _take_public(self, chosen: object) -> None:
        self._public = bool(chosen)
        if self.sheet is not None:
            self.preview.follow(words.file_name(self.sheet), self._document(self.sheet))

    def _take_size(self, chosen: object) -> None:
        self._most_bytes = chosen if isinstance(chosen, int) else None

    # --- other places, and the keyboard

    def _go_to_item(self, item: object) -> None:
        if self._meeting_id is not None:
            self.meeting_asked.emit(self._meeting_id, item)

    def _room(self, name: str) -> None:
        if self._meeting_id is not None:
            self.room_asked.emit(name, self._meeting_id)

    def _enter(self) -> None:
        self._first().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _first(self) -> QWidget:
        """Return where work goes on: in what is asked, at what is lacking, or at what is sent."""
        if self.asked is not None:
            return next((each for each in self.asked.findChildren(QWidget) if _can_hold(each)), self.asked)
        overview = self._shown()
        where: QWidget | None = None
        if overview is not None and self.sheet is not None:
            where = overview.lacks if self.sheet.last is None else None
            if self.send.isHidden() and where is None:
                where = overview.files
        inside = where.findChildren(QWidget) if where is not None else []
        usual = self.desk if self.send.isHidden() else self.send
        return next((each for each in inside if _can_hold(each)), usual)

    def _shown(self) -> Overview | None:
        content = self._content.itemAt(0)
        overview = content.widget() if content is not None else None
        return overview if isinstance(overview, Overview) else None

    def _place_of_focus(self) -> int | None:
        """Return which of the things to press has the keyboard, in what is made anew."""
        now = QApplication.focusWidget()
        stops = self._stops()
        return stops.index(now) if now in stops else None

    def _give_back(self, place: int | None) -> None:
        if place is None:
            return
        stops = self._stops()
        if stops:
            stops[min(place, len(stops) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _stops(self) -> list[QWidget]:
        item = self._content.itemAt(0)
        shown = item.widget() if item is not None else None
        found = shown.findChildren(QWidget) if shown is not None else []
        return [each for each in found if each.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks for."""
        acts: dict[int | None, Callable[[], object]] = {
            Qt.Key.Key_P: self.write,
            Qt.Key.Key_B: self.bundle,
            Qt.Key.Key_M: self.mail,
            Qt.Key.Key_Escape: self._back,
        }
        act = acts.get(plain_key(event))
        if act is None:
            super().keyPressEvent(event)
            return
        act()

    def _back(self) -> None:
        """Cancel what goes on, or leave what is asked, or go back to the agenda."""
        if self.files.busy:
            self.files.cancel()
        elif self.asked is not None:
            self._leave()
        else:
            self._go_to_item(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the pages where there is room beside the words."""
        super().resizeEvent(event)
        wide = min(max(self.width() - _SURFACE - 48, 0), _MOST_PAGE)
        give_room(self.preview, self._edge, wide, least=_LEAST_PAGE)


def _enter_first(part: QWidget) -> None:
    """Give the keyboard to the first thing to press in a part."""
    first = next((each for each in part.findChildren(QWidget) if _can_hold(each)), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _can_hold(widget: QWidget) -> bool:
    return not widget.isHidden() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)

"""The chair's copy as the secretary sees it: saved and mailed, and once it is back taken or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from klubban.domain.meeting import Stage
from klubban.domain.merging import Status, Why
from klubban.i18n import _, ngettext, pgettext
from klubban.operations.chairs_copy import Review, again
from klubban.operations.chairs_verdicts import leave_moves, take_moves
from klubban.store import agendas, reads
from klubban.store.trouble import Trouble
from klubban.ui.chair import review_words
from klubban.ui.chair.copy_files import CopyFiles
from klubban.ui.chair.lending import Lending
from klubban.ui.chair.review_rows import ReviewList, rows
from klubban.ui.clock import now
from klubban.ui.room import Room
from klubban.ui.widgets.banner import Banner
from klubban.ui.widgets.basics import QUIET, ROLE, Ground, Rule, Short, Text, spaced
from klubban.ui.widgets.buttons import Button
from klubban.ui.widgets.header import Header
from klubban.ui.widgets.key_foot import KeyFoot, KeyName
from klubban.ui.widgets.plain_key import plain_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from klubban.domain.agenda import Lent
    from klubban.domain.merging import Judged
    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.typesetter import Typesetter


class ReviewPage(Room):
    """Shows what a copy that came back would change; without one, how a copy is lent."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        typesetter: Typesetter,
        clock: Callable[[], datetime] = now,
    ) -> None:
        super().__init__(database, settings, typesetter)
        self._clock = clock
        self._meeting_id: int | None = None
        self.review: Review | None = None
        self._lent: tuple[Lent, ...] = ()
        self._sure_of: str | None = None
        """The change in conflict that was asked for once; asked for again, it is taken."""
        self.banner, self.list, self.foot = Banner(), ReviewList(), KeyFoot(_("Keys"))
        self._lending = Lending()
        self._summary, self._standing = Text("", "title", wrap=True), Text("", "body", QUIET, wrap=True)
        self.files = CopyFiles(database, settings, self, clock)
        self.files.opened.connect(self._take_review)
        self.files.refused.connect(self._refuse)
        self.files.saved.connect(self._tell_saved)
        self.files.failed.connect(self.foot.say)
        self._build()
        self.list.selectionModel().currentChanged.connect(self._forget_asking)

    def _build(self) -> None:
        self._below = Short("", "body", QUIET)
        self.save = Button(_("Save a copy for the chair …"))
        self.save.clicked.connect(lambda: self.files.ask_where_to_save(self._meeting_id))
        self.open = Button(_("Open a copy that came back …"))
        self.open.clicked.connect(self.files.ask_for_copy)
        self.all = Button("", chief=True)
        self.all.clicked.connect(self.take_all)
        self._header = Header(self._below, QWidget(), [self.save, self.open, self.all])
        self._header.title.setText(_("The chair's copy"))
        ground, inner, column = Ground(ROLE.Base), QVBoxLayout(), QVBoxLayout(self)
        ground.setLayout(inner)
        spaced(inner, (14, 16, 6, 4), 2)
        for words in (self._summary, self._standing):
            words.setContentsMargins(14, 0, 0, 0)
            inner.addWidget(words)
        inner.addWidget(self.list, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._lending)
        self._pages.addWidget(ground)
        spaced(column)
        for widget in (self._header, Rule(), self.banner, self._pages, Rule(), self.foot):
            column.addWidget(widget, 1 if widget is self._pages else 0)

    # --- what a room does

    def show_for(self, id_: int | None) -> None:
        """Show what came back for a meeting, or how a copy of its agenda is lent."""
        if id_ is not None and id_ != self._meeting_id:
            self._meeting_id, self.review = id_, None
            self.banner.clear()
            self.foot.say("")
        self.reload()
        self._enter()

    def reload(self) -> bool:
        """Judge the changes again; False when the meeting is gone."""
        if self._meeting_id is None:
            return False
        if self.review is not None:
            try:
                self.review = again(self._database, self.review)
            except LookupError:  # what was lent is gone
                self.review = None
        try:
            with self._database.read() as read:
                meeting = reads.recorded(read, self._meeting_id)
                self._lent = agendas.lent(read, self._meeting_id)
        except LookupError:
            return False
        self._below.setText(review_words.title(meeting, self._clock().date()))
        self._show()
        return True

    def step(self, by: int) -> None:
        """Take the next change in hand, or the one before."""
        self.list.step(by)

    def columns(self) -> list[QWidget]:
        """Return what F6 goes round."""
        return [self.list if self.review else self.open]

    # --- what is shown

    def _show(self) -> None:
        locked = self._database.read_only
        self.save.setEnabled(not locked)
        self.save.make_chief(chief=self.review is None and not self._lent)
        self.open.make_chief(chief=self.review is None and bool(self._lent))
        self._pages.setCurrentIndex(0 if self.review is None else 1)
        keys = [[KeyName("Esc", pgettext("key", "back"))]]
        if self.review is None:
            self.all.hide()
            self._lending.show_lent(self._lent, self._clock().date())
        else:
            count = sum(each.status in (Status.APPLIES, Status.ALREADY) for each in self.review.pending)
            self.all.setText(
                ngettext("Take the one that fits", "Take all {count} that fit", count).format(count=count)
            )
            self.all.setVisible(count > 0)
            self.all.setEnabled(not locked)
            self._summary.setText(review_words.summary(self.review))
            self._standing.setText(review_words.standing(self.review))
            self._show_rows(self.review)
            if self.review.pending and not locked:
                verdicts = [
                    KeyName("T", pgettext("key", "take")),
                    KeyName("L", pgettext("key", "leave")),
                    KeyName("A", pgettext("key", "take all")),
                ]
                keys = [[KeyName("↑ ↓", pgettext("key", "change"))], verdicts, *keys]
        self.foot.show_keys(keys)

    def _show_rows(self, found: Review) -> None:
        held = self.list.hand
        self.list.rows.set_rows(tuple(rows(found)))
        if held is None or not self.list.choose(held):
            self._choose_next()

    def _enter(self) -> None:
        first = self.open if self._lent or self._database.read_only else self.save
        held = self.list if self.review is not None else first
        held.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose_next(self) -> None:
        """Take the next change in hand that waits, from the one in hand on, or else the first."""
        if self.review is None:
            return
        ids = [each.move.id for each in self.review.moves]
        at = ids.index(self.list.hand) if self.list.hand in ids else 0
        waiting = [
            each.move.id for each in (*self.review.moves[at:], *self.review.moves[:at]) if each.pending
        ]
        self.list.choose(next(iter(waiting or ids), None))

    def _forget_asking(self) -> None:
        self._sure_of = None

    # --- files

    def open_copy(self, path: Path) -> None:
        """Show what a copy that came back would change; say calmly why it cannot be."""
        self.files.open_copy(path)

    def _take_review(self, found: Review) -> None:
        self.banner.clear()
        self.foot.say("")
        self.review, self._meeting_id = found, found.meeting.id
        self.reload()
        self._choose_next()
        self._enter()

    def _refuse(self, told: str) -> None:
        self.foot.say("")
        self.banner.say(_("Not opened"), "late", told, [(_("Close"), self.banner.clear)])

    def _tell_saved(self, path: Path) -> None:
        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

        told = _("Saved {file}. Mail it to the chair.").format(file=path.name)
        self.foot.say(told, [(_("Show in folder"), show), (_("Close"), lambda: self.foot.say(""))])
        self.saved.emit()
        self.reload()

    # --- verdicts

    def take(self) -> None:
        """Take the change in hand; one in conflict when it is asked for again."""
        judged = self._in_hand()
        if judged is None:
            return
        if judged.why is Why.GONE:
            self.foot.say(_("The item is no longer on the agenda. Leave the change: L."))
            return
        asked = self._sure_of == judged.move.id
        if judged.status is Status.CONFLICTS and not asked:
            self._sure_of = judged.move.id
            self.foot.say(_("Something is in the way. Press T again to take it nevertheless."))
            return
        self._take([judged.move.id], nevertheless=asked)

    def take_all(self) -> None:
        """Take all that nothing is in the way of."""
        if self.review is not None and self.review.pending:
            self._take(None)

    def leave(self) -> None:
        """Leave the change in hand as it is."""
        judged, held = self._in_hand(), self.review
        if judged is not None and held is not None:
            self._do(lambda: leave_moves(self._database, held, [judged.move.id], on=self._clock().date()))

    def _in_hand(self) -> Judged | None:
        """Return the change in hand, if it waits for a verdict."""
        if self.review is None or self.list.hand is None:
            return None
        judged = self.review.move(self.list.hand)
        if not judged.pending:
            self.foot.say(_("This is dealt with already. Ctrl+Z takes the last verdict back."))
        return judged if judged.pending else None

    def _take(self, ids: list[str] | None, *, nevertheless: bool = False) -> None:
        held, moment = self.review, self._clock()
        if held is None:
            return
        at = (
            moment.time().replace(second=0, microsecond=0) if held.meeting.stage is Stage.IN_SESSION else None
        )

        def act() -> str:
            taken = take_moves(self._database, held, ids, on=moment.date(), at=at, nevertheless=nevertheless)
            return review_words.outcome(taken)

        self._do(act)

    def _do(self, act: Callable[[], str | None]) -> None:
        """Do something and show it; say calmly why it could not be."""
        self._sure_of = None
        try:
            told = act()
        except Trouble as trouble:
            self.foot.say(" ".join(_(each).format(**trouble.facts) for each in trouble.sentences))
            self.failed.emit(trouble)
            return
        self.saved.emit()
        self.reload()
        self._choose_next()
        self.foot.say(told or "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks for."""
        acts: dict[int | None, Callable[[], None]] = {
            Qt.Key.Key_T: self.take,
            Qt.Key.Key_L: self.leave,
            Qt.Key.Key_A: self.take_all,
            Qt.Key.Key_Escape: self._back,
        }
        act = acts.get(plain_key(event))
        if act is None:
            super().keyPressEvent(event)
            return
        self.foot.say("")
        act()

    def _back(self) -> None:
        if self._meeting_id is not None:
            self.room_asked.emit("summons", self._meeting_id)

"""Extracts and who gets them: ticked and sent in one act, and who got what when."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from klubban.domain import dispatching
from klubban.domain.circulated import Circulates
from klubban.i18n import _, pgettext
from klubban.operations import addressees, dispatch
from klubban.ui import clock
from klubban.ui.after import dispatch_papers as papers
from klubban.ui.after import dispatch_words as say
from klubban.ui.after.dispatch_sheet import Chosen, Row
from klubban.ui.after.part import Chief, Paper, Part
from klubban.ui.after.pattern_form import PatternForm
from klubban.ui.after.readers import add_readers
from klubban.ui.after.reason_form import ReasonForm
from klubban.ui.after.return_form import ReturnForm
from klubban.ui.after.sending import Sending, print_extracts
from klubban.ui.after.tick_list import TickList
from klubban.ui.after.working import Working
from klubban.ui.planning.parts import Acts
from klubban.ui.registers.address_form import AddressForm
from klubban.ui.widgets.editors import LineEditor
from klubban.ui.widgets.key_foot import KeyName
from klubban.ui.widgets.leads import INSET
from klubban.ui.widgets.section import Sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from klubban.domain.dispatching import Plan, Sent
    from klubban.domain.meeting import Meeting
    from klubban.operations.dispatch import Ready
    from klubban.ui.after.part import Context

_WAY, _ADDRESS, _RETURNED, _AGAIN = Qt.Key.Key_V, Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_S


class DispatchPart(Part):
    """By recipient: what goes, what has gone, and on what paper."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._plan: Plan = dispatching.Plan()
        self._chosen: dict[int, Chosen] = {}
        self._rows: list[Row] = []
        self._sent: tuple[Sent, ...] = ()
        self._at: object = None
        """The row that the keyboard is at, whose paper is shown."""
        self._by = ""
        self._unfolded: set[object] = set()
        self._working = Working(context, self)

    # --- what is shown

    @property
    def chosen(self) -> Chosen:
        """Return what was chosen for this meeting."""
        return self._chosen.setdefault(self._meeting.id, Chosen())

    @property
    def _meeting(self) -> Meeting:
        assert self.meeting is not None  # noqa: S101 - shown before anything is asked
        return self.meeting

    def title(self) -> str:
        """Return where it stands."""
        return say.standing(self._plan, self._rows)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show who is to have what."""
        if self.meeting is not None and self.meeting.id != meeting.id:
            self._by, self._at = "", None
        super().show_meeting(meeting)
        self._plan = dispatch.plan_of(self.context.database, meeting.id)
        self._rows, self._sent = self.chosen.rows(self._plan), dispatching.sent(meeting)
        locked, today = self.context.database.read_only, clock.today()
        if self._rows:
            self._add_waiting(locked=locked, today=today)
            self._add_ways(locked=locked)
        elif not self._plan.lines:
            hint = _("Write below “The decision is sent to” of a paragraph to whom it goes.")
            self.add(_("To send"), Sentences([hint]))
        if self._sent:
            self._add_gone(locked=locked, today=today)
        add_readers(self, meeting, Circulates.PROTOCOL, self._unfolded)
        self._add_papers()

    def _add_waiting(self, *, locked: bool, today: date) -> None:
        told = [
            (row.id, row.line.recipient.name, say.below(self._meeting, row, today), row.ticked)
            for row in self._rows
        ]
        self.waiting = TickList(_("To send"), told, (_WAY, _ADDRESS))
        self.waiting.setDisabled(locked)
        self.waiting.ticked.connect(self._tick)
        self.waiting.keyed.connect(self._key_on_row)
        self.waiting.reached.connect(self._reach)
        self.add(_("To send"), self.waiting, INSET)

    def _add_gone(self, *, locked: bool, today: date) -> None:
        told = [(place, *say.sent(self._meeting, each, today), True) for place, each in enumerate(self._sent)]
        self.gone = TickList(_("Dispatched"), told, (_RETURNED, _AGAIN))
        self.gone.setDisabled(locked)
        self.gone.ticked.connect(lambda place, _on: self._ask_return(place))
        self.gone.keyed.connect(self._key_on_sent)
        self.gone.reached.connect(self._reach)
        self.add(_("Dispatched"), self.gone, INSET)

    def _add_ways(self, *, locked: bool) -> None:
        """Add who certifies, and how the files are named."""
        secretary = self._meeting.secretary
        self._by = self._by or (secretary.name if secretary else self.context.database.who)
        self.by = LineEditor(_("Certified by"))
        self.by.show_words(self._by)
        self.by.lock(locked=locked)
        self.by.edited.connect(self._take_name)
        self.add(_("Certified by"), self.by)
        if not locked:
            named = papers.first_name(self._meeting, self._rows)
            self.add(_("Names of files"), Acts([(named, self._ask_pattern)]), INSET)

    def _add_papers(self) -> None:
        acts: list[tuple[str, Callable[[], object]]] = []
        if papers.posted(self._rows):
            acts += [(_("What goes by post"), self.print_posted), (_("Address labels"), self.print_labels)]
        if self._plan.lines:
            acts.append((_("Dispatch note"), self.print_note))
        if acts:
            self.add(_("Print"), Acts(acts), INSET)

    def keys(self) -> Sequence[Sequence[KeyName]]:
        """Return the keys of the list that the keyboard is at."""
        if isinstance(self._at, int):
            return (
                [KeyName("R", pgettext("key", "came back")), KeyName("S", pgettext("key", "send again"))],
            )
        if self._rows:
            space = KeyName(pgettext("key", "Space"), pgettext("key", "tick"))
            return ([space, KeyName("V", pgettext("key", "way")), KeyName("A", pgettext("key", "address"))],)
        return ()

    def chief(self) -> Chief | None:
        """Return the act that sends all that is ticked."""
        count = sum(row.ticked for row in self._rows)
        if not count or self.context.database.read_only or self._working.busy:
            return None
        return Chief(say.send(count), self.send)

    def paper(self) -> Paper | None:
        """Return the extract of the row that the keyboard is at, or the dispatch note."""
        row = self._row(self._at) or (self._rows[0] if self._rows and self._at is None else None)
        if row is not None:
            shown = dispatch.shown(
                self.context.database, self._meeting, row.line, by=self._by, today=clock.today()
            )
            return Paper(say.extract_of(self._meeting, row), shown)
        return self._note()

    def _note(self) -> Paper | None:
        return papers.note(self._meeting, self._plan) if self._plan.lines or self._sent else None

    def enter(self) -> None:
        """Give the keyboard to the row that it was at, or else to the first."""
        if isinstance(self._at, int) and self._sent:
            self.gone.enter(self._at)
        elif self._rows:
            self.waiting.enter(self._at)
        else:
            super().enter()

    def stop(self) -> None:
        """End what is being made."""
        self._working.stop()

    def back(self) -> bool:
        """Leave what is being made."""
        return self._working.cancel()

    # --- rows

    def _row(self, id_: object) -> Row | None:
        return next((row for row in self._rows if row.id == id_), None)

    def _reach(self, id_: object) -> None:
        if id_ != self._at:
            self._at = id_
            self.context.refresh()

    def _tick(self, id_: object, on: bool) -> None:  # noqa: FBT001 - a signal's
        row = self._row(id_)
        if row is None:
            return
        if on and row.line.recipient.lacks_address:
            self._ask_address(row)
            self._again_later()
            return
        self.chosen.ticks[row.id] = on
        self.show_again()

    def _again_later(self) -> None:
        """Take back a tick that could not be."""
        for id_, button in self.waiting.rows:
            row = self._row(id_)
            button.setChecked(bool(row and row.ticked))

    def _key_on_row(self, id_: object, key: int) -> None:
        row = self._row(id_)
        if row is None:
            return
        if key == _ADDRESS:
            self._ask_address(row)
            return
        self.chosen.turn_way(row)
        self.show_again()

    def _ask_address(self, row: Row) -> None:
        to = row.line.recipient
        listed = addressees.book(self.context.database).addressees
        one = next((each for each in listed if each.name == to.name), None)
        once = None if one else partial(self.chosen.take_once, row)
        self.context.ask(AddressForm(self.context.database, one, name=to.name, once=once))

    def _key_on_sent(self, place: object, key: int) -> None:
        if not isinstance(place, int):
            return
        if key == _RETURNED:
            self._ask_return(place)
        else:
            self._send_again(place)

    def _ask_return(self, place: object) -> None:
        if isinstance(place, int):
            self.gone.rows[place][1].setChecked(True)
            self.context.ask(ReturnForm(self.context.database, self._sent[place], clock.today()))

    def _send_again(self, place: int) -> None:
        """Put what was sent among what is to be sent."""
        row = self.chosen.send_again(self._plan, self._sent[place])
        if row is None:
            self.context.say(_("Nobody is to be sent it any more."))
            return
        self._at = None
        self.show_again()
        self.waiting.enter(row)

    # --- sending

    def send(self) -> None:
        """Make, write and note all that is ticked."""
        rows = [row for row in self._rows if row.ticked]
        against = [
            f"{row.line.recipient.name}: {say.below(self._meeting, row, clock.today())}"
            for row in rows
            if row.needs_reason
        ]
        if against:
            self.context.ask(ReasonForm(against, partial(self._send, rows)))
        else:
            self.try_it(partial(self._send, rows))

    def _send(self, rows: list[Row], reason: str = "") -> None:
        def noted() -> None:
            chosen.forget(rows)
            self._at = None

        chosen, ready = self.chosen, self._prepared(rows, reason=reason)
        Sending(self.context, self._working, self._meeting.id, ready, self._by, noted).begin()

    def _prepared(self, rows: Sequence[Row], *, reason: str = "") -> list[Ready]:
        return dispatch.prepare(
            self.context.database,
            self._meeting.id,
            [row.line for row in rows],
            by=self._by,
            today=clock.today(),
            reason=reason,
        )

    # --- paper

    def print_posted(self) -> None:
        """Print the extracts that go by post."""
        self.try_it(lambda: print_extracts(self.context, self._prepared(papers.posted(self._rows))))

    def print_labels(self) -> None:
        """Print address labels for what goes by post."""
        made = papers.address_labels(self._meeting, papers.posted(self._rows))
        self.context.print(_("Address labels"), [made])

    def print_note(self) -> None:
        """Print the dispatch note."""
        note = self._note()
        if note is not None and note.document is not None:
            self.context.print(note.name, [note.document])

    # --- names

    def _take_name(self) -> None:
        self._by = self.by.words()

    def _ask_pattern(self) -> None:
        words = dispatch.words_of(self._meeting, self._rows[0].line)
        self.context.ask(PatternForm(self.context.database, papers.pattern(self._meeting), words))

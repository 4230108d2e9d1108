"""Extracts and who gets them: ticked and sent in one act, and who got what when."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from klubban.documents import dispatch_note, labels
from klubban.domain import dispatching, file_pattern
from klubban.domain.afterwards import DispatchWay
from klubban.domain.body import Person
from klubban.domain.errors import RuleBroken
from klubban.i18n import _, pgettext
from klubban.operations import addressees, dispatch
from klubban.ui import clock
from klubban.ui.after import dispatch_words as say
from klubban.ui.after.dispatch_sheet import Chosen, Row, next_way
from klubban.ui.after.part import Chief, Paper, Part
from klubban.ui.after.pattern_form import PatternForm
from klubban.ui.after.reason_form import ReasonForm
from klubban.ui.after.return_form import ReturnForm
from klubban.ui.after.sending import Sending, print_extracts
from klubban.ui.after.tick_list import TickList
from klubban.ui.after.working import Working
from klubban.ui.planning.parts import Acts
from klubban.ui.registers.address_form import AddressForm
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.editors import LineEditor
from klubban.ui.widgets.key_foot import KeyName
from klubban.ui.widgets.leads import INSET
from klubban.ui.widgets.section import Sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
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
        names = file_pattern.apart(self._name(row) for row in self._rows)
        acts: list[tuple[str, Callable[[], object]]] = [(names[0], self._ask_pattern)]
        if not locked:
            self.add(_("Names of files"), Acts(acts), INSET)

    def _add_papers(self) -> None:
        acts: list[tuple[str, Callable[[], object]]] = []
        if self._posted():
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
            shown = replace(row, line=row.line.by(DispatchWay.HANDED))  # which needs no address
            [ready] = self._prepared([shown], reason="-")
            return Paper(say.extract_of(self._meeting, row), ready.document)
        return self._note()

    def _note(self) -> Paper | None:
        if not self._plan.lines and not self._sent:
            return None
        language = self._meeting.organisation.language
        return Paper(_("Dispatch note"), dispatch_note.build(self._meeting, self._plan, language=language))

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

    def _again(self) -> None:
        """Show the rows anew, with the keyboard where it was."""
        place = self.place()
        self.show_meeting(self._meeting)
        self.give_back(place)
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
        self._again()

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
        self.chosen.ways[row.line.key] = next_way(row.line.recipient)
        self._again()

    def _ask_address(self, row: Row) -> None:
        to = row.line.recipient
        listed = addressees.book(self.context.database).addressees
        one = next((each for each in listed if each.name == to.name), None)
        self.context.ask(
            AddressForm(
                self.context.database,
                one,
                name=to.name,
                once=None if one else partial(self._take_once, row),
            )
        )

    def _take_once(self, row: Row, email: str, address: str) -> None:
        self.chosen.once[row.line.key] = (email, address)
        self.chosen.ways.pop(row.line.key, None)

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
        sent = set(self._sent[place].ids)
        for line in self._plan.lines:
            if any(each.id in sent for part in line.parts for each in part.sent):
                self.chosen.again.add(line.key)
                self._at = None
                self._again()
                self.waiting.enter((line.key, False))
                return
        self.context.say(_("Nobody is to be sent it any more."))

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
            self._try(partial(self._send, rows))

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

    def _try(self, act: Callable[[], object]) -> None:
        """Do what saves nothing; why it cannot be done is said at the foot."""
        try:
            act()
        except RuleBroken as broken:
            self.context.say(sentence(broken))

    # --- paper

    def _posted(self) -> list[Row]:
        return [row for row in self._rows if row.ticked and row.line.recipient.way is DispatchWay.POST]

    def print_posted(self) -> None:
        """Print the extracts that go by post."""
        self._try(lambda: print_extracts(self.context, self._prepared(self._posted())))

    def print_labels(self) -> None:
        """Print address labels for what goes by post."""
        people = [
            Person(id=place, key="", name=to.name, address=to.address)
            for place, to in enumerate(row.line.recipient for row in self._posted())
        ]
        language = self._meeting.organisation.language
        self.context.print(_("Address labels"), [labels.build(self._meeting, people, language=language)])

    def print_note(self) -> None:
        """Print the dispatch note."""
        note = self._note()
        if note is not None and note.document is not None:
            self.context.print(note.name, [note.document])

    # --- names

    def _take_name(self) -> None:
        self._by = self.by.words()

    def _name(self, row: Row) -> str:
        pattern = self._meeting.organisation.file_pattern or file_pattern.CUSTOM
        return file_pattern.filled(pattern, dispatch.words_of(self._meeting, row.line))

    def _ask_pattern(self) -> None:
        pattern = self._meeting.organisation.file_pattern or file_pattern.CUSTOM
        words: Mapping[file_pattern.Slot, str] = dispatch.words_of(self._meeting, self._rows[0].line)
        self.context.ask(PatternForm(self.context.database, pattern, words))

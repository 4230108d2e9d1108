"""Who verifies the protocol beside the chair, where and when, as it is decided at the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.i18n import N_, _, current, ngettext
from klubban.operations import verifiers
from klubban.ui.meeting.facts_part import FactsPart, read_clock
from klubban.ui.minutes.cells import NamesCell
from klubban.ui.minutes.people import People
from klubban.ui.registers.days import read_day, written
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.section import Column

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from klubban.domain.meeting import Meeting
    from klubban.domain.verification import Verification
    from klubban.store.database import Database

_PLANNED = (Stage.PLANNED, Stage.SUMMONED)


class MeetingVerifiers(FactsPart):
    """Says who was chosen, and asks for them; once the protocol is verified the first page says it."""

    def __init__(self, database: Database, meeting: Meeting, today: dt.date) -> None:
        self._names = _names_cell()
        super().__init__(database, meeting, today)

    def _show(self) -> None:
        meeting = self._meeting
        if not meeting.body.rules.verified or meeting.protocol_verified or meeting.stage in _PLANNED:
            self._tell("", ())
            return
        told = list(sentences(meeting))
        way = _("Change") if told else _("Choose who verifies")
        self._tell(_("Verification"), told, [(way, self.ask)])

    def ask(self) -> None:
        """Ask who verifies, and where and when."""
        chosen = _to_be_done(self._meeting)
        form = Form(_("Who verifies beside the chair"), _("Save"), self._save)
        self._names = _names_cell()
        self._names.offer(People(_offered(self._meeting)))
        self._names.show_people(chosen.verifiers if chosen else ())
        self._names.entered.connect(lambda: form.go_to("place"))
        place, offers = Column(), Text("", "small", QUIET, wrap=True)
        spaced(place.column, gap=4)
        self._names.edited.connect(lambda: self._show_offers(offers))
        for part in (self._names, offers):
            place.column.addWidget(part)
        offers.hide()
        form.add(ngettext("Verifier", "Verifiers", 2), place, focus=self._names.editor)
        form.add_line("place", _("Place"), (chosen.place if chosen else None) or "", _("where it is signed"))
        form.add_line("day", _("Day"), written(chosen.date) if chosen else "", "2026-12-31")
        at = current().time(chosen.time) if chosen and chosen.time else ""
        form.add_line("time", _("Time"), at, "8.30")
        self._put(form)

    def _show_offers(self, offers: Text) -> None:
        """Say who can be meant by what is typed; the first is taken by Enter, a comma, or by going on."""
        found = [words for words, _take in self._names.offers()]
        offers.setText(", ".join(found))
        offers.setVisible(bool(found))

    def _save(self) -> None:
        self._names.complete()
        read, offered = self._names.read(), _offered(self._meeting)
        if read.unknown and offered:
            raise RuleBroken(N_("Nobody at the meeting is called {name}"), name=read.unknown)
        chosen = _to_be_done(self._meeting)
        verifiers.choose_verifiers(
            self._database,
            self._meeting.id,
            read.people if offered else _as_typed(self._names.words()),
            place=self._words("place") or None,
            day=read_day(self._words("day")),
            time=read_clock(self._words("time")),
            paragraphs=chosen.paragraphs if chosen else None,
        )


def _names_cell() -> NamesCell:
    return NamesCell(ngettext("Verifier", "Verifiers", 2), _("names, with a comma between"), parties=False)


def _as_typed(words: str) -> tuple[Named, ...]:
    """Return names as they stand, where no roll says who is there."""
    return tuple(Named(name) for part in words.split(",") if (name := " ".join(part.split())))


def sentences(meeting: Meeting) -> Iterator[str]:
    """Say who verifies, and where and when."""
    chosen = _to_be_done(meeting)
    if chosen is None or not (chosen.verifiers or chosen.place or chosen.date):
        return
    if chosen.verifiers:
        names = wording.named(chosen.verifiers, current())
        yield _("{names} verifies beside the chair.").format(names=names)
    line = wording.verification_line(chosen, current())
    if line:
        yield line


def _to_be_done(meeting: Meeting) -> Verification | None:
    """Return the verification of the whole protocol that is still to be done."""
    found = (each for each in meeting.verifications if not each.immediate and not meeting.is_done(each))
    return next(found, None)


def _offered(meeting: Meeting) -> tuple[Named, ...]:
    """Return those who may be chosen: who decided, in the order of the roll; the chair verifies anyhow."""
    there = [each.who for each in meeting.attendance if each.decides]
    return tuple(who for who in there if not who.is_same(meeting.chair))

"""When a meeting was opened, rested and closed: as the clock noted it, to be corrected where it stands."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Recess, Stage
from klubban.domain.session import current_recess
from klubban.i18n import N_, _, current, pgettext
from klubban.operations import session
from klubban.ui import clock
from klubban.ui.meeting import session_now, words
from klubban.ui.meeting.facts_part import FactsPart, read_clock
from klubban.ui.registers.days import read_day, written
from klubban.ui.registers.form import Form

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from klubban.domain.meeting import Meeting
    from klubban.ui.meeting.facts_part import Way

_DASH = "\N{EN DASH}"
_SPAN = re.compile(r"\s*([\d.:]+)\s*(?:[-–—]\s*(?:(\d{4}-\d{2}-\d{2})\s*)?([\d.:]*))?\s*")


class MeetingTimes(FactsPart):
    """Says the times of a meeting that was begun."""

    def _show(self) -> None:
        meeting = self._meeting
        self._locked = self._database.read_only or meeting.protocol_verified
        begun = meeting.stage is not Stage.PLANNED and meeting.stage is not Stage.SUMMONED
        ways: list[Way] = [(_("Correct the times"), self.ask)] if begun else []
        if meeting.stage is Stage.CLOSED:
            ways.append((_("It goes on after all"), self._reopen))
        self._tell(_("Times"), list(sentences(meeting, self._today)) if begun else (), ways)

    def ask(self) -> None:
        """Ask for the times, as they are noted."""
        meeting, texts = self._meeting, current()
        form = Form(_("Times"), _("Save"), self._save)
        opened = texts.time(meeting.opened) if meeting.opened else ""
        form.add_line("opened", pgettext("of a meeting", "Opened"), opened, "13.00")
        for number, recess in enumerate(meeting.recesses):
            form.add_line(f"recess {number}", kind(recess), span(recess), _("no times: there was none"))
        hint = _("14.10–14.25, one that was not noted")
        form.add_line("pause", _("Pause"), "", hint)
        form.add_line("adjourned", _("Adjournment"), "", hint)
        if meeting.stage is not Stage.IN_SESSION:
            form.add_line(
                "end",
                pgettext("of a meeting", "Closed"),
                texts.time(meeting.end) if meeting.end else "",
                "16.30",
            )
            form.add_line("last", _("Last day"), written(meeting.end_date), _("where it is another"))
        self._put(form)

    def ask_to_adjourn(self) -> None:
        """Ask to which day the meeting is adjourned; the clock says from when."""
        form = Form(_("The meeting is adjourned to another day"), _("Adjourn"), self._adjourn)
        now = clock.now().time()
        tomorrow = self._today + timedelta(days=1)
        form.add_line("from", _("From"), current().time(now), "15.40")
        form.add_line("day", pgettext("of a meeting", "Goes on"), written(tomorrow), "2026-12-31")
        begins = current().time(self._meeting.start) if self._meeting.start else ""
        form.add_line("time", pgettext("of a meeting", "At"), begins, _("13.00, if it is decided"))
        self._put(form)
        form.go_to("day")

    def ask_to_close(self) -> None:
        """Ask when a meeting of another day was closed, which the clock cannot say."""
        form = Form(
            _("The meeting is closed"), session_now.label(session_now.Act.CLOSE, self._meeting), self._shut
        )
        form.add_line("end", pgettext("of a meeting", "Closed"), "", "16.30")
        form.add_line("last", _("Last day"), written(self._meeting.end_date), _("where it is another"))
        self._put(form)

    # --- acts

    def _save(self) -> None:
        facts: dict[str, object] = {"opened": read_clock(self._words("opened"))}
        if self.form is not None and self.form.has("end"):
            facts["end"] = read_clock(self._words("end"))
            facts["end_date"] = read_day(self._words("last"))
        session.set_times(self._database, self._meeting.id, recesses=tuple(self._recesses()), **facts)

    def _recesses(self) -> Iterator[Recess]:
        """Walk the recesses that the form says; those without times are gone."""
        for number, recess in enumerate(self._meeting.recesses):
            yield from read_span(self._words(f"recess {number}"), adjourned=recess.adjourned, was=recess)
        yield from read_span(self._words("pause"), adjourned=False)
        yield from read_span(self._words("adjourned"), adjourned=True)

    def _adjourn(self) -> None:
        at, day = read_clock(self._words("from")), read_day(self._words("day"))
        if at is None:
            raise RuleBroken(N_("Say from when the meeting is adjourned"))
        if day is None:
            raise RuleBroken(N_("Say on which day the meeting goes on"))
        until = read_clock(self._words("time"))
        session.adjourn(self._database, self._meeting.id, at, until=until, until_day=day)

    def _shut(self) -> None:
        at = read_clock(self._words("end"))
        if at is None:
            raise RuleBroken(N_("Say when the meeting was closed"))
        day = read_day(self._words("last")) or self._meeting.last_day
        session.close_meeting(self._database, self._meeting.id, at, day=day)

    def _reopen(self) -> None:
        self._try(partial(session.reopen_meeting, self._database, self._meeting.id))


def sentences(meeting: Meeting, today: dt.date) -> Iterator[str]:
    """Say when it was opened, rested, and was closed."""
    texts = current()
    if meeting.opened is not None:
        yield _("Opened at {time}.").format(time=texts.time(meeting.opened))
    for recess in meeting.recesses:
        yield f"{kind(recess)} {_told(recess, today)}."
    if meeting.end is not None and meeting.stage is not Stage.IN_SESSION:
        told = _("Closed at {time}.")
        if meeting.end_date is not None:
            told = _("Closed at {time} on {day}.")
        day = words.day(meeting.end_date or meeting.date, today)
        yield told.format(time=texts.time(meeting.end), day=day)
    if current_recess(meeting) is not None:
        key = session_now.named_key(session_now.Act.RESUME)
        yield _("The meeting rests; {key} resumes it.").format(key=key)


def kind(recess: Recess) -> str:
    """Return what a recess is called."""
    return _("Adjournment") if recess.adjourned else _("Pause")


def _told(recess: Recess, today: dt.date) -> str:
    """Return `14.10–14.25`, with the day on which it went on where that is another."""
    texts = current()
    since = texts.time(recess.starts)
    if recess.ends_on is not None:
        until = words.day(recess.ends_on, today)
        until = f"{until} {texts.time(recess.ends)}" if recess.ends else until
        return _("from {time} until {until}").format(time=since, until=until)
    if recess.ends is None:
        return _("from {time}").format(time=since)
    return f"{since}{_DASH}{texts.time(recess.ends)}"


def span(recess: Recess) -> str:
    """Return a recess as it is typed: `14.10–14.25`, `15.40–2026-11-23 8.30`, or its beginning alone."""
    texts = current()
    day = f"{recess.ends_on.isoformat()} " if recess.ends_on else ""
    end = texts.time(recess.ends) if recess.ends else ""
    return f"{texts.time(recess.starts)}{_DASH}{day}{end}".removesuffix(_DASH).strip()


def read_span(typed: str, *, adjourned: bool, was: Recess | None = None) -> Iterator[Recess]:
    """Return the recess that is typed, none for no words; raises RuleBroken for words that say none."""
    if not typed.strip():
        return
    found = _SPAN.fullmatch(typed)
    starts = read_clock(found[1]) if found else None
    if found is None or starts is None:
        raise RuleBroken(N_("”{words}” is no recess; write it as 14.10–14.25"), words=typed)
    yield Recess(
        id=was.id if was else 0,
        starts=starts,
        ends=read_clock(found[3] or ""),
        adjourned=adjourned,
        ends_on=read_day(found[2] or ""),
        after=was.after if was else None,
    )

"""What is asked in the page: a new meeting, another day for one, why one is cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import plan_words as say
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _, current
from klubban.operations import meetings
from klubban.ui.planning.times import read_start
from klubban.ui.registers.days import read_day, written
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.chips import OneOf
from klubban.ui.widgets.options import Toggle

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from klubban.domain.body import Body
    from klubban.domain.planned import Planned
    from klubban.store.database import Database
    from klubban.ui.planning.sheet import YearSheet

_IN_THE_PAST = "{date} is in the past"
"""What operations say of such a day; what happened may still be recorded."""


class MeetingForm(Form):
    """When and where a meeting is; a day in the past is asked about once."""

    def __init__(self, name: str, submit: str, act: Callable[[MeetingForm], object]) -> None:
        super().__init__(name, submit, self._try)
        self._do = act
        self._past = Toggle(_("Yes, the day has been"), _("The meeting is recorded afterwards."))
        self._asked = False

    @property
    def past(self) -> bool:
        """Tell whether a day in the past is meant."""
        return self._past.isChecked()

    def add_when(self, of: Planned | None) -> None:
        """Ask for day, start and place, with what they are now."""
        start = of.start.isoformat("minutes") if of and of.start else ""
        self.add_line("day", _("Day"), written(of.date if of else None), "2027-02-01")
        self.add_line("start", _("Start"), start, "13.00")
        self.add_line("place", _("Place"), of.place or "" if of else "")

    def day(self) -> date:
        """Return the day that is typed; raises RuleBroken."""
        found = read_day(self.words("day"))
        if found is None:
            raise RuleBroken(N_("Say on which day the meeting is"))
        return found

    def _try(self) -> None:
        try:
            self._do(self)
        except RuleBroken as broken:
            if broken.template == _IN_THE_PAST and not self._asked:
                self._asked = True
                self.add(_("In the past"), self._past)
            raise


def new_meeting(database: Database, sheet: YearSheet, made: Callable[[int], object]) -> MeetingForm:
    """Return the form of one more meeting; `made` is told its id."""

    def act(form: MeetingForm) -> None:
        body = chosen()
        made(
            meetings.add_meeting(
                database,
                body.id,
                form.day(),
                start=read_start(form.words("start")),
                place=form.words("place"),
                today=sheet.today,
                past=form.past,
            )
        )

    form = MeetingForm(_("New meeting"), _("Plan the meeting"), act)
    bodies = sheet.bodies
    which = OneOf(_("Body"), [(each, each.short or each.name) for each in bodies], bodies[0])

    def chosen() -> Body:
        found = which.value
        return next(each for each in bodies if each == found)

    if len(bodies) > 1:
        form.add(_("Body"), which, focus=which.chips[0])
    form.add_when(None)
    return form


def moved(database: Database, meeting: Planned, today: date) -> MeetingForm:
    """Return the form of another day, time or place."""

    def act(form: MeetingForm) -> None:
        meetings.move_meeting(
            database,
            meeting.id,
            day=form.day(),
            start=read_start(form.words("start")),
            place=form.words("place"),
            today=today,
            past=form.past,
        )

    form = MeetingForm(_("Move the meeting"), _("Move"), act)
    if meeting.summoned_on:
        told = _("The summons went out on {day}. What was sent stays; a supplement tells where it went.")
        words = told.format(day=say.short_day(meeting.summoned_on, current()))
        form.add(_("Sent"), Text(words, "small", QUIET, wrap=True))
    form.add_when(meeting)
    return form


def cancelled(database: Database, meeting: Planned, today: date) -> Form:
    """Return the form that asks why a meeting is cancelled."""

    def act() -> None:
        meetings.cancel_meeting(database, meeting.id, on=today, because=form.words("because"))

    form = Form(_("Cancel the meeting"), _("Cancel it"), act)
    form.add_line("because", _("Why"), "", _("too few matters, the chair is ill …"))
    return form

"""What is asked of who verifies which paragraphs, where and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.paragraphs import Paragraphs
from klubban.i18n import N_, _, current, ngettext
from klubban.operations import verifiers
from klubban.ui.meeting.facts_part import read_clock
from klubban.ui.minutes.cells import NamesCell
from klubban.ui.minutes.people import People
from klubban.ui.registers.days import read_day, written
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.options import Toggle

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.meeting import Meeting
    from klubban.domain.verification import Verification
    from klubban.ui.after.part import Context
    from klubban.ui.after.verify_sheet import VerifySheet


class _SetForm(Form):
    """Lines for who, where and when."""

    def __init__(self, name: str, submit: str, meeting: Meeting, act: Callable[[_SetForm], object]) -> None:
        super().__init__(name, submit, lambda: act(self))
        self._meeting = meeting
        self.names = NamesCell(
            ngettext("Verifier", "Verifiers", 2), _("names, with a comma between"), parties=False
        )
        self.names.offer(People(_offered(meeting)))
        self.names.entered.connect(lambda: self.go_to("place"))

    def add_who_and_when(self, of: Verification | None) -> None:
        """Add the lines, as they are now."""
        self.names.show_people(of.verifiers if of else ())
        self.add(ngettext("Verifier", "Verifiers", 2), self.names, focus=self.names.editor)
        self.add_line("place", _("Place"), (of.place if of else None) or "", _("where it is signed"))
        self.add_line("day", _("Day"), written(of.date) if of else "", "2026-12-31")
        at = current().time(of.time) if of and of.time else ""
        self.add_line("time", _("Time"), at, "8.30")

    def people(self) -> tuple[Named, ...]:
        """Return who was named; raises RuleBroken for somebody who was not there."""
        self.names.complete()
        read, offered = self.names.read(), _offered(self._meeting)
        if read.unknown and offered:
            raise RuleBroken(N_("Nobody at the meeting is called {name}"), name=read.unknown)
        if offered:
            return tuple(read.people)
        parts = (" ".join(part.split()) for part in self.names.words().split(","))
        return tuple(Named(part) for part in parts if part)

    def when(self) -> dict[str, object]:
        """Return place, day and time."""
        return {
            "place": self.words("place") or None,
            "day": read_day(self.words("day")),
            "time": read_clock(self.words("time")),
        }


def who_and_when(context: Context, sheet: VerifySheet) -> Form:
    """Return the form that asks who verifies a set, where and when."""
    of = sheet.verification

    def act(form: _SetForm) -> None:
        if of is None or of.paragraphs is None:
            verifiers.choose_verifiers(context.database, sheet.meeting.id, form.people(), **form.when())  # type: ignore[arg-type]
        else:
            verifiers.change_set(context.database, of.id, people=form.people(), **form.when())

    form = _SetForm(_("Who verifies beside the chair"), _("Save"), sheet.meeting, act)
    form.add_who_and_when(of)
    return form


def apart(context: Context, sheet: VerifySheet) -> Form:
    """Return the form that asks which paragraphs are verified apart from the others."""
    of = sheet.verification
    at_once = Toggle(
        _("At once, before the protocol is whole"),
        _("It is a document of its own, and is announced for itself."),
    )

    def act(form: _SetForm) -> None:
        verifiers.plan_set(
            context.database,
            sheet.meeting.id,
            Paragraphs.parse(form.words("paragraphs").replace("§", "")),
            people=form.people(),
            immediate=at_once.isChecked(),
            out_of=of.id if of is not None and of.paragraphs is not None else None,
            **form.when(),  # type: ignore[arg-type]
        )

    form = _SetForm(_("Verified apart from the others"), _("Save"), sheet.meeting, act)
    form.add_line("paragraphs", _("Paragraphs"), "", _("such as 57–64, 66"))
    form.add_who_and_when(of)
    form.add("", at_once)
    told = _(
        "So it is where a verifier is disqualified, where two have presided, and where something cannot wait."
        " Confidential paragraphs alone have a document of their own."
    )
    form.add("", Text(told, "small", QUIET, wrap=True))
    return form


def _offered(meeting: Meeting) -> tuple[Named, ...]:
    """Return those who may verify: who decided, but for the chair, who does so anyhow."""
    there = [each.who for each in meeting.attendance if each.decides]
    return tuple(who for who in there if not who.is_same(meeting.chair))

"""The forms that keys open, each bound to what its answer does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.roll import OnRollAs
from klubban.i18n import _, ngettext
from klubban.ui.roll import acts, words
from klubban.ui.roll.call_up import AnswerForm
from klubban.ui.roll.forms import GroundForm, LineForm, MomentForm

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from klubban.domain.roll import CallUp, Moment, RollLine
    from klubban.ui.roll.answers import Answers

_NAMED = 4
"""So many are named; more are counted, for the list shows who is chosen."""


def moment_form(answers: Answers, *, came: bool) -> MomentForm:
    """Ask when those who are chosen came, or left."""
    page, lines = answers.page, answers.page.people()
    title = (_("{names} came") if came else _("{names} left")).format(names=_names(lines))
    clock = all(_by_clock(line) for line in lines)
    form = MomentForm(title, words.sign(page.sheet, page.place), clock=clock)

    def answer(moment: Moment, at: dt.time | None) -> None:
        what = acts.arrive if came else acts.leave
        answers.answer(lambda: what(page.database, page.sheet, lines, page.place, moment, at))

    form.chosen.connect(answer)
    return form


def ground_form(answers: Answers) -> GroundForm:
    """Ask on what ground those who are chosen are disqualified."""
    page, lines = answers.page, answers.page.people()
    title = ngettext(
        "{names} is disqualified at {item}", "{names} are disqualified at {item}", len(lines)
    ).format(names=_names(lines), item=words.sign(page.sheet, page.place))
    form = GroundForm(title, assembly=not page.sheet.meeting.body.rules.disqualified_leave)

    def answer(ground: str | None, by: str | None) -> None:
        answers.answer(lambda: acts.disqualify(page.database, page.sheet, lines, page.place, ground, by))

    form.chosen.connect(answer)
    return form


def sent_form(answers: Answers) -> LineForm:
    """Ask whom the organisation sent."""
    page, (line, *_others) = answers.page, answers.page.lines()
    title = _("Who comes instead of {name}?").format(name=words.name(line))
    told = _("{organisation} sends somebody else to this meeting.")
    form = LineForm(
        title,
        _("Name, then Enter"),
        told.format(organisation=line.represents) if line.represents else "",
    )
    form.entered.connect(lambda typed: answers.answer(lambda: acts.send(page.database, line, typed)))
    return form


def presides_form(answers: Answers) -> LineForm:
    """Ask why somebody presides from the item in hand."""
    page, (line, *_others) = answers.page, answers.page.lines()
    where = words.sign(page.sheet, page.place)
    title = _("{name} presides from {item}").format(name=words.name(line), item=where)
    form = LineForm(title, _("Reason, then Enter"))
    form.entered.connect(
        lambda reason: answers.answer(
            lambda: acts.preside(page.database, page.sheet, line, page.place, reason)
        )
    )
    return form


def answer_form(answers: Answers, call_up: CallUp) -> AnswerForm:
    """Ask what somebody answered who was asked to come."""
    form = AnswerForm(call_up)
    database = answers.page.database
    form.chosen.connect(lambda what: answers.answer(lambda: acts.answer(database, call_up, what)))
    return form


def _names(lines: Sequence[RollLine]) -> str:
    if len(lines) > _NAMED:
        return ngettext("{count} person", "{count} people", len(lines)).format(count=len(lines))
    return words.listed(words.name(line) for line in lines)


def _by_clock(line: RollLine) -> bool:
    """Tell whether somebody's coming and going is noted by the clock."""
    return not line.role.has_seat and line.role is not OnRollAs.ALTERNATE

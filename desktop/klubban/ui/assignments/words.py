"""What the room says of assignments, in few words: how late, how stuck, who answers, what happened."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from klubban.documents import board_words, plan_words
from klubban.documents.wording import NBSP, enumerated, inside, number_sign
from klubban.domain.assignment import AssignmentStatus, AssignmentStep, StepKind
from klubban.i18n import _, current, ngettext, pgettext, texts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from klubban.domain.body import Body
    from klubban.domain.undertaken import Undertaken
    from klubban.ui.theme import Tone

_SOON = 7


def day(of: date, today: date) -> str:
    """Return a day, with its year where that is another."""
    return _near(of, today, current().language)


@lru_cache(4_000)
def _near(of: date, today: date, language: str) -> str:
    return plan_words.near(of, today, texts(language))


def pill(one: Undertaken, today: date) -> tuple[str, Tone]:
    """Return how it stands, in the words of a pill."""
    match one.assignment.status:
        case AssignmentStatus.DONE:
            return pgettext("assignment", "done"), "done"
        case AssignmentStatus.CANCELLED:
            return pgettext("assignment", "cancelled"), "plain"
    due = one.assignment.due_now
    if days := one.days_late(today):
        return board_words.how_late(days, current()), "late"
    if one.assignment.stuck:
        return pgettext("assignment", "stuck"), "soon"
    return _left((due - today).days) if due else ("", "plain")


def _left(days: int) -> tuple[str, Tone]:
    """Return how long is left, where it is not long."""
    if days == 0:
        return pgettext("deadline", "today"), "soon"
    if days == 1:
        return pgettext("deadline", "tomorrow"), "soon"
    if days <= _SOON:
        return ngettext("in {count} day", "in {count} days", days).format(count=days), "accent"
    return "", "plain"


def by_when(one: Undertaken, today: date) -> str:
    """Return by when it is to be done."""
    due = one.assignment.due_now
    return (
        pgettext("assignment", "by {day}").format(day=day(due, today))
        if due
        else pgettext("assignment", "no day")
    )


def unanswered(one: Undertaken) -> str:
    """Return for how many meetings nobody answered, where that must be said."""
    if not one.is_unanswered:
        return ""
    count = one.meetings_without_answer
    told = ngettext("no report for {count} meeting", "no report for {count} meetings", count)
    return told.format(count=_number(count))


def stuck(one: Undertaken) -> str:
    """Return whom it is stuck between, where it is."""
    step = one.assignment.stuck
    if step is None:
        return ""
    if step.between:
        return _("stuck between {names}").format(names=enumerated(step.between, current()))
    return _("stuck: {aims}").format(aims=step.aims) if step.aims else pgettext("assignment", "stuck")


def _number(count: int) -> str:
    words = {
        2: pgettext("number of meetings", "two"),
        3: pgettext("number of meetings", "three"),
        4: pgettext("number of meetings", "four"),
    }
    return words.get(count, str(count))


def title(one: Undertaken) -> str:
    """Return what is to be done, as the beginning of a sentence."""
    text = one.assignment.text.strip()
    return text[:1].upper() + text[1:]


def given(one: Undertaken, bodies: Mapping[int, Body], today: date) -> str:
    """Return where it was given: `Brottsförebyggande rådet 3 mars 2026, § 12 Trygghet i centrum`."""
    body = bodies.get(one.body or 0)
    when = " ".join(filter(None, (body.name if body else "", day(one.on, today) if one.on else "")))
    sign = number_sign(one.number).replace(" ", NBSP) if one.number is not None else ""
    return ", ".join(filter(None, (when, " ".join(filter(None, (sign, one.item))))))


def owner_left(one: Undertaken, bodies: Mapping[int, Body], today: date) -> str:
    """Return the remark on somebody who has it and left the body."""
    if one.owner_left is None:
        return ""
    body = bodies.get(one.body or 0)
    told = _("{name} left {body} on {day}. Say who takes over (L).")
    return told.format(
        name=one.assignment.to_now.name,
        body=inside(body.name) if body else _("the body"),
        day=day(one.owner_left, today),
    )


def step(of: AssignmentStep, bodies: Mapping[int, Body], today: date) -> tuple[str, str]:
    """Return what happened, as a heading and what is known of it."""
    if of.kind is StepKind.STUCK:
        return _stuck_step(of, bodies)
    moved = _("Moved to {day}").format(day=day(of.due, today)) if of.due else _("The day was taken away")
    titles = {
        StepKind.REMINDED: _("Reminded"),
        StepKind.MOVED: moved,
        StepKind.HANDED: _("Handed over to {name}").format(name=of.to or "–"),
        StepKind.FREED: _("No longer stuck"),
        StepKind.DONE: pgettext("assignment", "Done"),
        StepKind.CANCELLED: pgettext("assignment", "Cancelled"),
        StepKind.REOPENED: _("Opened again"),
    }
    return titles[of.kind], of.reason or ""


def _stuck_step(of: AssignmentStep, bodies: Mapping[int, Body]) -> tuple[str, str]:
    names = enumerated(of.between, current())
    told = _("Stuck between {names}").format(names=names) if names else pgettext("step", "Stuck")
    body = bodies.get(of.taken_to or 0)
    taken = _("taken to {body}").format(body=inside(body.name)) if body else ""
    return told, "; ".join(filter(None, (of.aims, of.reason, taken)))


def counted(open_: int, late: int, stuck_: int) -> str:
    """Return how many there are, in a few words."""
    if not open_:
        return _("nothing is open")
    parts = [ngettext("{count} open", "{count} open", open_).format(count=open_)]
    if late:
        parts.append(ngettext("{count} is late", "{count} are late", late).format(count=late))
    if stuck_:
        parts.append(pgettext("assignments", "{count} stuck").format(count=stuck_))
    return ", ".join(parts)

"""What a body has open, as its hand-over tells it: meetings, deadlines, matters, assignments, plans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from klubban.documents import (
    assignment_list,
    assignment_words,
    board,
    commitment_words,
    progress_words,
)
from klubban.documents import matter_words as say
from klubban.documents.tree import Grouped
from klubban.documents.wording import capital, enumerated, held, number_sign
from klubban.domain.commitment import CommitmentKind
from klubban.domain.matter_history import Handled
from klubban.domain.text import Text, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.documents.tree import Node
    from klubban.domain.agenda import StandingItem
    from klubban.domain.body import Body
    from klubban.domain.commitments_due import Followed
    from klubban.domain.duty import Duty
    from klubban.domain.inquiries_due import Place
    from klubban.domain.meeting import Matter
    from klubban.domain.phrases import Phrase
    from klubban.domain.planned import Planned
    from klubban.domain.referral import Inquiry, ReceivedReferral
    from klubban.domain.undertaken import Undertaken
    from klubban.i18n import Texts

Part = tuple[str, list["Node"]]


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """A matter that somebody is to go on with, as lists may tell of it, and where it has been."""

    matter: Matter
    handled: tuple[Handled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """All that one body has open, and its own ways."""

    body: Body
    meetings: tuple[Planned, ...] = ()
    """To be held."""
    unverified: tuple[Planned, ...] = ()
    """Held, and the protocol is not verified yet."""
    duties: tuple[Duty, ...] = ()
    matters: tuple[OpenMatter, ...] = ()
    assignments: tuple[Undertaken, ...] = ()
    inquiries: tuple[Inquiry, ...] = ()
    hidden: frozenset[int] = frozenset()
    """Ids of the inquiries that come of what is confidential."""
    received: tuple[tuple[ReceivedReferral, Place | None], ...] = ()
    plans: tuple[Followed, ...] = ()
    standing: tuple[StandingItem, ...] = ()
    phrases: tuple[Phrase, ...] = ()


def parts(of: Open, day: date, texts: Texts) -> Iterator[Part]:
    """Walk the parts that have anything, each with its heading."""
    found: tuple[tuple[str, list[Node]], ...] = (
        (texts.gettext("Next meetings"), _meetings(of, texts)),
        (texts.gettext("Protocols that are not verified"), _unverified(of, texts)),
        (texts.gettext("To be done"), _duties(of, day, texts)),
        (texts.gettext("Open matters"), _matters(of, day, texts)),
        (texts.gettext("Open assignments"), _assignments(of, day, texts)),
        (texts.gettext("Referrals and reports"), _inquiries(of, texts)),
        (texts.gettext("Plans and promises"), _plans(of, day, texts)),
    )
    yield from (part for part in found if part[1])


def _table(head: Sequence[str], rows: Sequence[tuple[str, ...]], widths: tuple[float, ...]) -> list[Node]:
    return [Grouped(tuple(head), (("", tuple(rows)),), widths=widths, titled=True)] if rows else []


def _meetings(of: Open, texts: Texts) -> list[Node]:
    head = (texts.pgettext("column", "Day"), texts.pgettext("column", "Where"))
    rows = [(_when(each, texts), _where(each, texts)) for each in of.meetings]
    return _table(head, rows, (170.0,))


def _when(of: Planned, texts: Texts) -> str:
    return ", ".join(filter(None, (held(texts.date(of.date)), texts.time(of.start) if of.start else "")))


def _where(of: Planned, texts: Texts) -> str:
    """Return its place, and that its summons is out, if it is."""
    summoned = "" if of.summoned_on is None else texts.gettext("the summons is out")
    return ", ".join(filter(None, (of.place, summoned))) or "–"


def _unverified(of: Open, texts: Texts) -> list[Node]:
    if not of.unverified:
        return []
    days = enumerated([held(texts.date(each.date)) for each in of.unverified], texts)
    told = texts.gettext("Meetings whose protocol is not verified: {days}.").format(days=days)
    return [Text(runs_of(told))]


def _duties(of: Open, day: date, texts: Texts) -> list[Node]:
    rows = [board.row(each, day, texts) for each in of.duties]
    return _table(board.head(texts), rows, board.WIDTHS)


def _matters(of: Open, day: date, texts: Texts) -> list[Node]:
    head = (texts.pgettext("column", "Matter"), texts.pgettext("column", "Where it is"))
    rows = [
        (
            "\n".join(filter(None, (each.matter.title, held(each.matter.registry_number or "")))),
            say.standing_of(each.handled, day, texts, apart="\n"),
        )
        for each in of.matters
    ]
    return _table(head, rows, (230.0,))


def _assignments(of: Open, day: date, texts: Texts) -> list[Node]:
    head = (
        texts.pgettext("column", "Assignment"),
        texts.gettext("Responsible"),
        texts.pgettext("column", "Done by"),
        texts.pgettext("column", "How it stands"),
    )
    rows = [
        (
            "\n".join(filter(None, (assignment_words.what(each, texts), _given(each)))),
            "–" if each.confidential else str(each.assignment.to_now),
            each.assignment.due_now.isoformat() if each.assignment.due_now else "–",
            _stands(each, day, texts),
        )
        for each in sorted(of.assignments, key=_by_day)
    ]
    return _table(head, rows, (172.0, 90.0, 60.0))


def _by_day(one: Undertaken) -> tuple[bool, date]:
    """Order by the day they are due on; those without one come last."""
    due = one.assignment.due_now
    return (True, one.on or date.max) if due is None else (False, due)


def _given(one: Undertaken) -> str:
    number = number_sign(one.number) if one.number is not None else ""
    return ", ".join(filter(None, (one.on.isoformat() if one.on else "", number)))


def _stands(one: Undertaken, day: date, texts: Texts) -> str:
    told = [assignment_list.standing(one, day, texts)]
    stuck = one.shown().assignment.stuck
    if stuck is not None:
        between = enumerated(list(stuck.between), texts)
        line = texts.gettext("stuck between {who}") if between else texts.pgettext("assignment", "stuck")
        told.append(capital(line.format(who=between)))
    return "\n".join(dict.fromkeys(told))


def _inquiries(of: Open, texts: Texts) -> list[Node]:
    head = (
        texts.pgettext("column", "Referral"),
        texts.pgettext("column", "Answer by"),
        texts.pgettext("column", "How it stands"),
    )
    neutral = texts.gettext("A referral in a confidential matter")
    sent = texts.gettext("sent from here")
    rows = [
        (
            "\n".join((neutral if each.id in of.hidden else each.title, sent)),
            each.due.isoformat(),
            _answered(each, texts),
        )
        for each in of.inquiries
    ]
    for received, place in of.received:
        hidden = place is None or place.confidential
        title = neutral if hidden or place is None else place.title
        by = texts.gettext("received from {sender}").format(sender=received.sender)
        rows.append(
            (
                "\n".join((title, "" if hidden else by)).strip(),
                received.due_now.isoformat() if received.due_now else "–",
                texts.gettext("to be answered"),
            )
        )
    return _table(head, rows, (250.0, 70.0))


def _answered(of: Inquiry, texts: Texts) -> str:
    if of.sent_on is None:
        return texts.gettext("not sent yet")
    asked = [each for each in of.referees if each.sent_on is not None]
    answered = sum(bool(each.replies) for each in asked)
    return texts.gettext("{count} of {most} have answered").format(count=answered, most=len(asked))


def _plans(of: Open, day: date, texts: Texts) -> list[Node]:
    head = (
        texts.pgettext("column", "Plan or promise"),
        texts.pgettext("column", "Next day"),
        texts.pgettext("column", "How it stands"),
    )
    rows = [_plan(each, day, texts) for each in sorted(of.plans, key=_next)]
    return _table(head, rows, (250.0, 70.0))


def _next(each: Followed) -> tuple[date, str]:
    return min(_days(each), default=date.max), each.commitment.title


def _days(each: Followed) -> list[date]:
    """Return the days on which something is to be done about it."""
    one = each.commitment
    days = [point.day for point in one.checkpoints if point.done_on is None]
    days += [day for day in (one.review, one.to_date) if day is not None]
    if one.answer_due is not None and one.answered_on is None:
        days.append(one.answer_due)
    return days


def _plan(each: Followed, day: date, texts: Texts) -> tuple[str, ...]:
    one, following = each.commitment, min(_days(each), default=None)
    kind = commitment_words.kind(one.kind, texts)
    title = kind if each.confidential else f"{one.title}\n{kind}"
    told = [progress_words.counted(one.activities, day, texts)]
    if not one.activities and one.kind is not CommitmentKind.STEERING_DOCUMENT:
        told = [progress_words.standing(one, texts)]
    told.append(commitment_words.late(following, day, texts) if following else "")
    return title, following.isoformat() if following else "–", "\n".join(filter(None, told))

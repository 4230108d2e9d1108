"""What a body has open, as its hand-over tells it: meetings, deadlines, matters, assignments, plans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents import (
    assignment_list,
    assignment_words,
    board_words,
    commitment_words,
    plan_words,
    progress_words,
)
from klubban.documents import matter_words as say
from klubban.documents.public_words import signs
from klubban.documents.tree import Grouped
from klubban.documents.wording import capital, enumerated, held, number_sign
from klubban.domain.matter_history import Handled
from klubban.domain.text import Text, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

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


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMatter:
    """A matter that somebody is to go on with, and where it has been."""

    matter: Matter
    handled: tuple[Handled, ...]

    @property
    def confidential(self) -> bool:
        """Tell whether its title is for no list."""
        return any(each.confidential for each in self.handled)


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
        (texts.gettext("Plans and promises"), _plans(of, texts)),
    )
    yield from (part for part in found if part[1])


def _table(head: Sequence[str], rows: Sequence[tuple[str, ...]], widths: tuple[float, ...]) -> list[Node]:
    return [Grouped(tuple(head), (("", tuple(rows)),), widths=widths, titled=True)] if rows else []


def _meetings(of: Open, texts: Texts) -> list[Node]:
    head = (
        texts.pgettext("column", "Day"),
        texts.pgettext("column", "Where"),
        texts.pgettext("column", "Stands"),
    )
    rows = [(_when(each, texts), each.place or "–", _summoned(each, texts)) for each in of.meetings]
    return _table(head, rows, (150.0, 170.0))


def _when(of: Planned, texts: Texts) -> str:
    return ", ".join(filter(None, (held(texts.date(of.date)), texts.time(of.start) if of.start else "")))


def _summoned(of: Planned, texts: Texts) -> str:
    return "–" if of.summoned_on is None else texts.gettext("the summons is out")


def _unverified(of: Open, texts: Texts) -> list[Node]:
    if not of.unverified:
        return []
    days = enumerated([held(texts.date(each.date)) for each in of.unverified], texts)
    told = texts.gettext("Meetings whose protocol is not verified: {days}.").format(days=days)
    return [Text(runs_of(told))]


def _duties(of: Open, day: date, texts: Texts) -> list[Node]:
    head = (
        texts.pgettext("column", "Day"),
        texts.pgettext("column", "What is to be done"),
        texts.pgettext("column", "Stands"),
    )
    rows = [
        (
            plan_words.near(each.day, day, texts),
            "\n".join(filter(None, (board_words.title(each, texts), board_words.around(each, texts, day)))),
            board_words.time_left(each, texts, day),
        )
        for each in of.duties
    ]
    return _table(head, rows, (92.0, 262.0))


def _matters(of: Open, day: date, texts: Texts) -> list[Node]:
    head = (texts.pgettext("column", "Matter"), texts.pgettext("column", "Where it is"))
    rows = [
        (
            "\n".join(
                filter(
                    None,
                    (
                        signs(texts).title if each.confidential else each.matter.title,
                        held(each.matter.registry_number or ""),
                    ),
                )
            ),
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
        for each in of.assignments
    ]
    return _table(head, rows, (190.0, 110.0, 62.0))


def _given(one: Undertaken) -> str:
    number = number_sign(one.number) if one.number is not None else ""
    return ", ".join(filter(None, (one.on.isoformat() if one.on else "", number)))


def _stands(one: Undertaken, day: date, texts: Texts) -> str:
    told = [assignment_list.standing(one, day, texts)]
    stuck = one.shown().assignment.stuck
    if stuck is not None:
        between = enumerated(list(stuck.between), texts)
        line = texts.gettext("Stuck between {who}") if between else texts.gettext("Stuck")
        told.append(line.format(who=between))
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


def _plans(of: Open, texts: Texts) -> list[Node]:
    head = (
        texts.pgettext("column", "Plan or promise"),
        texts.pgettext("column", "Next day"),
        texts.pgettext("column", "How it stands"),
    )
    rows = [_plan(each, texts) for each in of.plans]
    return _table(head, rows, (250.0, 70.0))


def _plan(each: Followed, texts: Texts) -> tuple[str, ...]:
    one = each.commitment
    days = [point.day for point in one.checkpoints if point.done_on is None]
    days += [day for day in (one.review, one.to_date) if day is not None]
    if one.answer_due is not None and one.answered_on is None:
        days.append(one.answer_due)
    kind = commitment_words.kind(one.kind, texts)
    title = kind if each.confidential else f"{one.title}\n{kind}"
    stands = capital(progress_words.progress(one.progress, one.kind, texts))
    return title, min(days).isoformat() if days else "–", stands

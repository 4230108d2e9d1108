"""What papers of inquiries have in common: who asks whom, in which words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents.wording import NBSP, small
from klubban.domain.inquiry_replies import Stood, days_late, stood
from klubban.domain.referral import InquiryKind

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.body import Body, Organisation, Person
    from klubban.domain.referral import Inquiry, Referee
    from klubban.i18n import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An inquiry with what its papers say of it besides."""

    organisation: Organisation
    body: Body
    inquiry: Inquiry
    day: date
    """The day of the paper."""
    contact: Person | None = None
    """The secretary, who answers questions."""
    decided: tuple[date, int | None] | None = None
    """When the body decided to ask, and in which paragraph."""
    meeting: date | None = None
    """The day of the meeting that is to have the answers."""
    enclosed: tuple[str, ...] = ()
    """Titles of the papers that go along."""

    @property
    def reports(self) -> bool:
        """Tell whether it is a round of reports, and no referral."""
        return self.inquiry.kind is InquiryKind.REPORTS


def answer_to(asked: Asked) -> str:
    """Return where answers are to be sent: as said, or else to the secretary."""
    if asked.inquiry.answer_to:
        return asked.inquiry.answer_to
    contact = asked.contact
    if contact is None:
        return asked.organisation.name
    return f"{contact.name}, {contact.email}" if contact.email else contact.name


def dated(asked: Asked, referee: Referee | None = None) -> date:
    """Return the day that papers to a referee have: when they were sent, or else the day they are made."""
    sent = (referee.sent_on if referee else None) or asked.inquiry.sent_on
    return asked.day if sent is None else min(sent, asked.day)


def subject(asked: Asked, texts: Texts) -> str:
    """Return what the letter is about: `Remiss: Trygghetsprogram 2016–2019`."""
    if asked.reports:
        return texts.gettext("Request for a report: {title}").format(title=asked.inquiry.title)
    return texts.gettext("Referral: {title}").format(title=asked.inquiry.title)


def kind(asked: Asked, texts: Texts) -> str:
    """Return what the letter is, in a word."""
    return texts.gettext("Request for a report") if asked.reports else texts.pgettext("document", "Referral")


def tally(asked: Asked, texts: Texts) -> str:
    """Return how many were asked, answered, declined and have not answered, as sentences."""
    found = [stood(asked.inquiry, each, asked.day) for each in asked.inquiry.referees]
    sent = sum(each is not Stood.NOT_SENT for each in found)
    told = texts.ngettext("{count} was asked", "{count} were asked", sent).format(count=sent)
    if asked.inquiry.sent_on is not None:
        line = texts.gettext("{asked}, on {day}, to answer by {due}.")
        told = line.format(
            asked=told, day=texts.date(asked.inquiry.sent_on), due=texts.date(asked.inquiry.due)
        )
    counts = {each: found.count(each) for each in Stood}
    none = counts[Stood.AWAITED] + counts[Stood.LATE]
    parts = [
        texts.ngettext(
            "{count} has answered", "{count} have answered", counts[Stood.ANSWERED]
        ).format(count=counts[Stood.ANSWERED])
    ]  # fmt: skip
    if counts[Stood.DECLINED]:
        declined = texts.ngettext("{count} declines", "{count} decline", counts[Stood.DECLINED])
        parts.append(declined.format(count=counts[Stood.DECLINED]))
    if none:
        unanswered = texts.ngettext("{count} has not answered", "{count} have not answered", none)
        parts.append(unanswered.format(count=none))
    return _held(f"{told} {_listed(parts, texts)}.")


def _held(told: str) -> str:
    """Keep each number to the word that it counts."""
    return re.sub(r"\b(\d+) (?=[^\W\d])", rf"\1{NBSP}", told)


def _listed(parts: list[str], texts: Texts) -> str:
    if len(parts) == 1:
        return parts[0]
    return texts.gettext("{some} and {last}").format(some=", ".join(parts[:-1]), last=parts[-1])


def standing(asked: Asked, referee: Referee, texts: Texts) -> str:
    """Return how a referee stands: `Har svarat, 12 dagar efter svarstiden`."""
    late = days_late(asked.inquiry, referee, asked.day)
    match stood(asked.inquiry, referee, asked.day):
        case Stood.ANSWERED:
            told = texts.pgettext("referee", "Answered")
            after = texts.ngettext("{days} day after the time", "{days} days after the time", late)
            return f"{told}, {after.format(days=late)}" if late else told
        case Stood.DECLINED:
            told = texts.pgettext("referee", "Declines")
            because = referee.declined_because
            return f"{told}: {small(because)}" if because else told
        case Stood.NOT_SENT:
            return texts.pgettext("referee", "Not sent")
        case Stood.LATE:
            return texts.pgettext("referee", "Has not answered")
    due = asked.inquiry.due_of(referee)
    if due == asked.inquiry.due:
        return texts.pgettext("referee", "Has not answered yet")
    return texts.gettext("Has until {day}").format(day=texts.date(due))

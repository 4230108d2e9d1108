"""The statement (remissvar) on a referral that came here: as a report for the body, or as its answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents.front_page import filled, row
from klubban.documents.issued import issued
from klubban.documents.tree import Document, Heading, Quiet
from klubban.documents.wording import capital, enumerated
from klubban.domain.received_answers import parted
from klubban.domain.text import Points, Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.documents.tree import Node
    from klubban.domain.body import Body, Organisation
    from klubban.domain.meeting import Item
    from klubban.domain.referral import ReceivedReferral
    from klubban.i18n import Texts


_REFERRAL = re.compile(r"^(?:remiss|referral)\s*(?::|–|om|av|angående)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What is answered, by which item of whose meeting."""

    organisation: Organisation
    body: Body
    received: ReceivedReferral
    item: Item
    day: date
    """Of the meeting, or of the answer."""
    decided: bool = False
    """The body has decided it, so that it is the answer and no report for the body."""
    held: date | None = None
    """When its meeting was, where `day` is that of the answer."""


def build(stated: Stated) -> Document:
    """Return the statement in the organisation's language."""
    texts = texts_of(stated.organisation.language)
    kind = (
        texts.pgettext("document", "Statement") if stated.decided else texts.gettext("Report for a statement")
    )
    title = _title(stated.item.title, texts)
    return issued(
        stated.organisation,
        ", ".join(filter(None, (title, stated.item.registered_as))),
        _nodes(stated, title, texts),
        whose=stated.body.name,
        kind=kind,
        dated=stated.day.isoformat(),
        date=stated.day,
    )


def _nodes(stated: Stated, title: str, texts: Texts) -> Iterator[Node]:
    received, item = stated.received, stated.item
    yield Heading(1, title)
    yield Quiet(texts.date(stated.day))
    due = received.due_now
    yield filled(
        (
            row(texts.gettext("Recipient"), received.sender),
            row(texts.gettext("Your registry number"), received.their_number or ""),
            row(texts.gettext("Our registry number"), item.registered_as or ""),
            row(texts.gettext("Answer by"), texts.date(due) if due else ""),
            row(texts.gettext("Presented by"), enumerated(item.presenters, texts) if item.presenters else ""),
        )
    )
    answers = parted(item.summary, received.questions)
    yield from _decision(stated, texts)
    if answers.lead:
        yield Heading(2, texts.gettext("Summary"))
        yield from answers.lead
    yield Heading(2, texts.pgettext("of a matter", "Background"))
    yield Text(runs_of(_came(received, texts)))
    yield from item.earlier
    if not answers.answered:
        yield from _asked(received, texts)
    else:
        yield Heading(2, texts.gettext("Views and proposals"))
        for number, (question, answer) in enumerate(zip(received.questions, answers.texts, strict=True), 1):
            yield Heading(3, f"{number}. {question}")
            yield from answer or (Text(runs_of(texts.gettext("Nothing is said of this."))),)
    papers = [each.title for each in item.documents if not each.confidential]
    if papers:
        yield Heading(2, texts.gettext("Appendices"))
        yield Points(tuple(map(runs_of, papers)))


def _title(title: str, texts: Texts) -> str:
    """Return what it is a statement on; a title may say so already, or that the matter is a referral."""
    if title.casefold().startswith(texts.pgettext("document", "Statement").casefold()):
        return capital(title)
    return texts.gettext("Statement on {title}").format(title=capital(_REFERRAL.sub("", title)))


def _asked(received: ReceivedReferral, texts: Texts) -> Iterator[Node]:
    """Walk what the sender asks, where it is answered elsewhere: in a paper, or not yet."""
    if received.questions:
        yield Text(runs_of(texts.gettext("The sender asks:")))
        yield Points(tuple(map(runs_of, received.questions)))


def _decision(stated: Stated, texts: Texts) -> Iterator[Node]:
    """Walk what is proposed to the body, or what it decided, once it has."""
    item = stated.item
    if stated.decided and item.decision:
        yield Heading(2, texts.gettext("Decision"))
        yield Text(runs_of(_decided(stated, texts)))
        yield from item.decision
    elif not stated.decided and item.proposal:
        yield Heading(2, texts.gettext("Proposed decision"))
        yield from item.proposal


def _decided(stated: Stated, texts: Texts) -> str:
    body, day = capital(stated.body.name), texts.date(stated.held or stated.day)
    if stated.item.number is None:
        return texts.gettext("{body} decided on {day}:").format(body=body, day=day)
    line = texts.gettext("{body} decided on {day}, § {number}:")
    return line.format(body=body, day=day, number=stated.item.number)


def _came(received: ReceivedReferral, texts: Texts) -> str:
    """Return who sent it when, wishing an answer by when, and that there is more time, if there is."""
    line = texts.gettext("{sender} has sent the matter for an opinion. The referral came on {day}.")
    told = [line.format(sender=capital(received.sender), day=texts.date(received.received_on))]
    if received.extended_to is not None:
        more = texts.gettext("The time for an answer was extended to {day}.")
        told.append(more.format(day=texts.date(received.extended_to)))
    return " ".join(told)

"""The letter (missiv) that goes with a referral, or asks for a report: what is asked, of whom, by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import inquiry_words as say
from klubban.documents.front_page import filled, row
from klubban.documents.issued import issued
from klubban.documents.tree import Document, Heading, Quiet
from klubban.documents.wording import capital, held
from klubban.domain.inquiry_replies import standing_questions
from klubban.domain.text import Bullets, Points, Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.inquiry_words import Asked
    from klubban.documents.tree import Node
    from klubban.domain.referral import Referee
    from klubban.i18n import Texts


def build(asked: Asked, referee: Referee | None = None) -> Document:
    """Return the letter to a referee, or to all of them in one, in the organisation's language."""
    texts = texts_of(asked.organisation.language)
    whom = str(referee.who) if referee else ""
    return issued(
        asked.organisation,
        ", ".join(filter(None, (say.subject(asked, texts), whom))),
        _nodes(asked, referee, texts),
        whose=asked.body.name,
        kind=say.kind(asked, texts),
        dated=say.dated(asked, referee).isoformat(),
        date=say.dated(asked, referee),
    )


def _nodes(asked: Asked, referee: Referee | None, texts: Texts) -> Iterator[Node]:
    inquiry, organisation = asked.inquiry, asked.organisation
    yield Heading(1, say.subject(asked, texts))
    yield Quiet(texts.date(say.dated(asked, referee)))
    due = inquiry.due_of(referee) if referee else inquiry.due
    whom = [str(referee.who)] if referee else [str(each.who) for each in inquiry.referees]
    yield filled(
        (
            row(texts.gettext("Recipient"), "\n".join(whom)),
            row(
                texts.pgettext("of a letter", "From"),
                "\n".join(filter(None, (capital(asked.body.name), organisation.name, organisation.address))),
            ),
            row(texts.gettext("Our registry number"), inquiry.registry_number or ""),
            row(texts.gettext("Answer by"), texts.date(due)),
            row(texts.gettext("Answer to"), say.answer_to(asked)),
        )
    )
    yield Text(runs_of(_why(asked, texts)))
    yield from inquiry.text
    yield from _questions(asked, texts)
    if asked.enclosed:
        yield Heading(2, texts.gettext("Documents that go along"))
        yield Bullets(tuple(runs_of(each) for each in asked.enclosed))
    yield Heading(2, texts.gettext("How to answer"))
    yield Text(runs_of(_how(asked, texts)))
    yield Text(runs_of(texts.gettext("What you answer becomes a public document when it reaches us.")))
    yield Text(runs_of(_closing(asked, texts)))


def _why(asked: Asked, texts: Texts) -> str:
    body, title = capital(asked.body.name), asked.inquiry.title
    if asked.reports:
        if asked.meeting is not None:
            line = texts.gettext("{body} asks you for a report before its meeting on {day}.")
            return line.format(body=body, day=texts.date(asked.meeting))
        return texts.gettext("{body} asks you for a report.").format(body=body)
    if asked.decided is None:
        return texts.gettext("{body} wishes your opinion on “{title}”.").format(body=body, title=title)
    day, number = asked.decided
    if number is None:
        line = texts.gettext("{body} decided on {day} to ask for your opinion on “{title}”.")
        return line.format(body=body, day=texts.date(day), title=title)
    line = texts.gettext("{body} decided on {day}, § {number}, to ask for your opinion on “{title}”.")
    return line.format(body=body, day=texts.date(day), number=number, title=title)


def _questions(asked: Asked, texts: Texts) -> Iterator[Node]:
    questions = [each.text for _number, each in standing_questions(asked.inquiry)]
    if not questions:
        return
    yield Heading(2, texts.gettext("Questions"))
    if len(questions) == 1:
        yield Text(runs_of(questions[0]))
    elif len(questions) == len(asked.inquiry.questions):
        yield Points(tuple(runs_of(each) for each in questions))
    else:  # what was withdrawn keeps its number
        for number, each in standing_questions(asked.inquiry):
            yield Text(runs_of(f"{number}. {each.text}"))


def _how(asked: Asked, texts: Texts) -> str:
    number = asked.inquiry.registry_number
    told = texts.gettext(
        "Write your answer in the form that goes along, in Word or in a web browser, and send it to {whom}."
    ).format(whom=say.answer_to(asked))
    if not number:
        return told
    stated = texts.gettext("State our registry number, {number}.")
    return f"{told} {stated.format(number=held(number))}"


def _closing(asked: Asked, texts: Texts) -> str:
    wishes = texts.gettext("Yours sincerely")
    contact = asked.contact
    if contact is None:
        return f"{wishes}\n{capital(asked.body.name)}"
    reached = ", ".join(filter(None, (contact.phone, contact.email)))
    return "\n".join(filter(None, (wishes, contact.name, capital(contact.title or ""), reached)))

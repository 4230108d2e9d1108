"""The form that a referee answers in: on paper, in Word, or as a web page that needs no network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import inquiry_words as say
from klubban.documents.front_page import filled, row
from klubban.documents.issued import issued
from klubban.documents.tree import Document, Field, FormEnd, Heading, Quiet
from klubban.documents.wording import capital
from klubban.domain.inquiry_code import BESIDE, BY, WHO, code_of, key_of
from klubban.domain.inquiry_replies import number_of, standing_questions
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.inquiry_words import Asked
    from klubban.documents.tree import Node
    from klubban.domain.referral import Referee
    from klubban.i18n import Texts

_ANSWER, _BESIDE, _NAME = 7, 4, 1
"""Lines of handwriting."""


def build(asked: Asked, referee: Referee | None = None) -> Document:
    """Return the form of a referee, or with None one for anybody, in the organisation's language."""
    texts = texts_of(asked.organisation.language)
    number = number_of(asked.inquiry, referee.id) if referee else 0
    whom = str(referee.who) if referee else ""
    heading = _heading(asked, texts)
    return issued(
        asked.organisation,
        ", ".join(filter(None, (heading, whom))),
        _nodes(asked, referee, str(code_of(asked.inquiry.key, number)), texts),
        whose=asked.body.name,
        kind=texts.gettext("Form for answers"),
        dated=say.dated(asked, referee).isoformat(),
        date=say.dated(asked, referee),
    )


def _heading(asked: Asked, texts: Texts) -> str:
    if asked.reports:
        return texts.gettext("Report: {title}").format(title=asked.inquiry.title)
    return texts.gettext("Answer to referral: {title}").format(title=asked.inquiry.title)


def _nodes(asked: Asked, referee: Referee | None, code: str, texts: Texts) -> Iterator[Node]:
    due = asked.inquiry.due_of(referee) if referee else asked.inquiry.due
    yield Heading(1, _heading(asked, texts))
    yield Quiet(texts.gettext("Answer by {day}").format(day=texts.date(due)))
    yield filled(
        (
            row(texts.gettext("Asked by"), f"{capital(asked.body.name)}, {asked.organisation.name}"),
            row(texts.gettext("Their registry number"), asked.inquiry.registry_number or ""),
            row(texts.gettext("Answer to"), say.answer_to(asked)),
        )
    )
    yield Text(
        runs_of(
            texts.gettext("Write below each question. A question that does not concern you may stay empty.")
        )
    )
    hint = texts.gettext("Write here")
    yield Field(WHO, texts.pgettext("form", "Who answers"), _NAME, str(referee.who) if referee else "", hint)
    questions = standing_questions(asked.inquiry)
    for number, question in questions:
        yield Field(key_of(number), f"{number}. {question.text}", _ANSWER, hint=hint)
    beside = texts.gettext("Anything else") if questions else texts.gettext("Your answer")
    yield Field(BESIDE, beside, _BESIDE if questions else 3 * _ANSWER, hint=hint)
    yield Field(BY, texts.gettext("Name and title of who has signed the answer"), _NAME, hint=hint)
    yield FormEnd(
        code=code,
        told=texts.gettext("The form’s code: {code}. Leave it here: it says what is answered.").format(
            code=code
        ),
        button=texts.gettext("Save the answer"),
        saved=texts.gettext(
            "The answer is saved among your downloads, as {file}. Send that file to {whom}."
        ).format(file=_file_name(code, texts), whom=say.answer_to(asked)),
        file_name=_file_name(code, texts),
    )


def _file_name(code: str, texts: Texts) -> str:
    name = texts.pgettext("file name", "answer")
    return f"{name}-{code}.json"

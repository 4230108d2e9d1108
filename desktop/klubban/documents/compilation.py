"""What was answered to an inquiry: by question, by referee or both; or units' reports as one document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from klubban.documents import inquiry_words as say
from klubban.documents import public_words
from klubban.documents.issued import issued
from klubban.documents.tree import Contents, Document, Grouped, Heading, PageBreak, Quiet
from klubban.documents.wording import enumerated
from klubban.domain.inquiry_replies import standing_questions
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.documents.inquiry_words import Asked
    from klubban.documents.tree import Node
    from klubban.domain.referral import Question, Referee, Reply
    from klubban.domain.text import Blocks
    from klubban.i18n import Texts

_WIDTHS = (210.0, 92.0)
_MANY = 3
"""More parts than this have their contents before them."""


class Order(StrEnum):
    """What answers stand below."""

    QUESTION = "question"
    REFEREE = "referee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """What is compiled, and in which order; in both, where both are said."""

    asked: Asked
    orders: tuple[Order, ...] = (Order.QUESTION,)
    left_out: bool | None = None
    """Of a public version: whether something is left out."""


def build(compiled: Compiled) -> Document:
    """Return the compilation in the organisation's language."""
    asked = compiled.asked
    texts = texts_of(asked.organisation.language)
    heading = _heading(asked, texts)
    kind = heading if compiled.left_out is None else public_words.public_kind(heading, texts)
    made = issued(
        asked.organisation,
        f"{kind}: {asked.inquiry.title}",
        _nodes(compiled, heading, texts),
        whose=asked.body.name,
        kind=kind,
        dated=asked.day.isoformat(),
        date=asked.day,
    )
    if compiled.left_out is None:
        return made
    return public_words.told_of(made, texts, left_out=compiled.left_out)


def _heading(asked: Asked, texts: Texts) -> str:
    if asked.reports:
        return texts.gettext("Collected report")
    return texts.gettext("Compilation of answers to a referral")


def _nodes(compiled: Compiled, heading: str, texts: Texts) -> Iterator[Node]:
    asked = compiled.asked
    number = asked.inquiry.registry_number
    yield Heading(1, heading)
    yield Quiet(", ".join(filter(None, (asked.inquiry.title, number))))
    yield Text(runs_of(say.tally(asked, texts)))
    parts = [list(_part(each, compiled, texts)) for each in compiled.orders]
    listed = [node for part in parts for node in part if isinstance(node, Heading) and node.level == _TOP]
    if asked.inquiry.referees:
        yield _summary(asked, texts)
    if len(listed) > _MANY:
        yield Contents(((texts.pgettext("of a bundle", "Contents"), tuple(listed)),))
    for place, part in enumerate(parts):
        if place:
            yield PageBreak()
        yield from part


_TOP = 2


def _summary(asked: Asked, texts: Texts) -> Grouped:
    """Return who was asked, when they answered and how they stand."""
    who = texts.pgettext("column", "Unit") if asked.reports else texts.pgettext("column", "Referee")
    rows = tuple(
        (
            str(each.who),
            each.reply.received_on.isoformat() if each.reply else "–",
            _stands(asked, each, texts),
        )
        for each in asked.inquiry.referees
    )
    head = (who, texts.pgettext("column", "Answered on"), texts.pgettext("column", "How it stands"))
    return Grouped(head, (("", rows),), widths=_WIDTHS)


def _stands(asked: Asked, referee: Referee, texts: Texts) -> str:
    """Return how a referee stands, and of several answers which one stands for which."""
    told = [say.standing(asked, referee, texts)]
    if len(referee.replies) > 1:
        before = ", ".join(texts.date(each.received_on) for each in referee.replies[:-1])
        told.append(texts.gettext("stands for the answer of {day}").format(day=before))
    if referee.due is not None and referee.reply is not None:
        told.append(texts.gettext("had until {day}").format(day=texts.date(referee.due)))
    return ", ".join(told)


def _part(order: Order, compiled: Compiled, texts: Texts) -> Iterator[Node]:
    if order is Order.QUESTION and compiled.asked.inquiry.questions:
        yield from _by_question(compiled.asked, texts)
    else:
        yield from _by_referee(compiled.asked, texts)


def _answered(asked: Asked) -> list[tuple[Referee, Reply]]:
    return [(each, each.reply) for each in asked.inquiry.referees if each.reply is not None]


def _to(reply: Reply, number: int) -> Blocks:
    return next((each.text for each in reply.texts if each.number == number), ())


def _by_question(asked: Asked, texts: Texts) -> Iterator[Node]:
    for number, question in enumerate(asked.inquiry.questions, 1):
        answers = [(who, _to(reply, number)) for who, reply in _answered(asked)]
        yield Heading(2, f"{number}. {question.text}")
        yield from _withdrawn(question, texts)
        silent = [str(who.who) for who, text in answers if not text]
        if silent and question.withdrawn_on is None:
            told = texts.gettext("Nothing is said of this by {names}.")
            yield Text(runs_of(told.format(names=enumerated(silent, texts))))
        elif not answers and question.withdrawn_on is None:
            yield Text(runs_of(texts.gettext("Nobody has answered.")))
        yield from _under([(str(who.who), text) for who, text in answers if text])
    beside = [(str(who.who), reply.text) for who, reply in _answered(asked) if reply.text]
    if beside:
        yield Heading(2, texts.gettext("What was said beside the questions"))
        yield from _under(beside)


def _withdrawn(question: Question, texts: Texts) -> Iterator[Node]:
    if question.withdrawn_on is not None:
        line = texts.gettext("The question was withdrawn on {day}: {because}")
        because = question.withdrawn_because or ""
        yield Text(runs_of(line.format(day=texts.date(question.withdrawn_on), because=because)))


def _under(answers: Sequence[tuple[str, Blocks]]) -> Iterator[Node]:
    for name, text in answers:
        yield Heading(3, name)
        yield from text


def _by_referee(asked: Asked, texts: Texts) -> Iterator[Node]:
    for referee in asked.inquiry.referees:
        if referee.sent_on is None and referee.reply is None:
            continue
        yield Heading(2, str(referee.who))
        if referee.reply is None:
            stands = say.standing(asked, referee, texts).rstrip(".")
            yield Text(runs_of(f"{stands}."))
            continue
        yield Quiet(_came(referee.reply, texts))
        for number, question in standing_questions(asked.inquiry):
            if text := _to(referee.reply, number):
                yield Heading(3, f"{number}. {question.text}")
                yield from text
        if referee.reply.text:
            if referee.reply.texts:
                yield Heading(3, texts.gettext("Beside the questions"))
            yield from referee.reply.text
        elif not referee.reply.texts:
            yield Text(runs_of(texts.gettext("The answer is in a paper of its own.")))


def _came(reply: Reply, texts: Texts) -> str:
    """Return when an answer came and who has signed it."""
    day = texts.date(reply.received_on)
    if reply.by:
        return texts.gettext("Came on {day}, signed by {name}").format(day=day, name=reply.by)
    return texts.gettext("Came on {day}").format(day=day)

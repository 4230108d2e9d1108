"""How decisions are appealed against: what goes with the extracts that need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import front_page, meeting_words, wording
from klubban.documents.tree import Heading, Quiet
from klubban.domain import notices
from klubban.domain.appeals import appeal_of
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Appeal
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.text import Bullets, Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from klubban.documents.tree import Document, Node
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.verification import Notice
    from klubban.i18n import Texts

_FIRST_COURT = "förvaltningsrätten"


def build(meeting: Meeting, numbers: Iterable[int] | None = None, *, language: str = "sv") -> Document:
    """Return how paragraphs are appealed against, all that can be where none are named.

    Raises RuleBroken where none of them can be.
    """
    texts = texts_of(language)
    wanted = None if numbers is None else set(numbers)
    for number in sorted(wanted or ()):
        if meeting.item(number) is None:
            named = wording.number_in(meeting, number)
            raise RuleBroken("There is no § {number} in the protocol of this meeting", number=named)
    items = [item for item in meeting.items if wanted is None or item.number in wanted]
    told = nodes(meeting, items, texts, alone=True)
    if not told:
        raise RuleBroken("There is no decision here that can be appealed against")
    kind = texts.gettext("How to appeal")
    head = (Heading(1, kind), Quiet(meeting_words.named(meeting, texts)))
    return front_page.document(meeting, kind, (*head, *told), texts, plain=True, always_public=True)


def nodes(meeting: Meeting, items: Iterable[Item], texts: Texts, *, alone: bool = False) -> tuple[Node, ...]:
    """Return how some paragraphs are appealed against, below a heading of level 2 for each way.

    Nothing where none of them can be. Where that stands alone, its title says already what it is about.
    """
    ways: dict[Appeal, list[Item]] = {}
    for item in items:
        ways.setdefault(appeal_of(meeting, item), []).append(item)
    found: list[Node] = []
    if ways.get(Appeal.LEGALITY):
        found += _legality(meeting, ways[Appeal.LEGALITY], texts, alone=alone)
    if ways.get(Appeal.ADMINISTRATIVE):
        found += _administrative(meeting, ways[Appeal.ADMINISTRATIVE], texts, alone=alone)
    return tuple(found)


def _legality(meeting: Meeting, items: Sequence[Item], texts: Texts, *, alone: bool) -> Iterator[Node]:
    title = texts.gettext("How to appeal: legality review")
    yield _heading(texts.gettext("Legality review") if alone else title, meeting, items)
    yield _said(
        texts.gettext(
            "Whoever is a member of the municipality can have the legality of the decision reviewed under"
            " chapter 13 of the Local Government Act (2017:725)."
        )
    )
    where = texts.gettext(
        "The appeal is made in writing and is to have come in to {court} within three weeks from the day on"
        " which it was announced on the municipality’s notice board that the protocol had been verified."
    )
    yield _said(where.format(court=_court(items, texts)))
    yield from (_said(line) for line in _days(meeting, items, texts))
    yield _said(
        texts.gettext(
            "An appeal that has come in to the municipality in the place of the court before the time has"
            " ended is considered all the same."
        )
    )
    yield _said(texts.gettext("The letter is to say:"))
    yield _points(
        texts.gettext(
            "which decision is appealed against: the body, the date of the meeting and the paragraph"
        ),
        texts.gettext(
            "the circumstances that the appeal rests on, and why the decision is held to be unlawful"
        ),
        texts.gettext(
            "your name, address and telephone number, and that you are a member of the municipality"
        ),
    )
    yield _said(
        texts.gettext(
            "Circumstances that are stated after the time for appeal has ended are not taken into account."
            " The court can annul the decision, but put no other in its place."
        )
    )


def _administrative(meeting: Meeting, items: Sequence[Item], texts: Texts, *, alone: bool) -> Iterator[Node]:
    title = texts.gettext("How to appeal: administrative appeal")
    yield _heading(texts.gettext("Administrative appeal") if alone else title, meeting, items)
    yield _said(
        texts.gettext(
            "Whoever the decision concerns, and to whose disadvantage it is, can appeal against it under"
            " sections 40–47 of the Administrative Procedure Act (2017:900)."
        )
    )
    where = texts.gettext(
        "The appeal is made in writing to {court}, but is sent to {body}, which is to have it within three"
        " weeks from the day on which you got the decision."
    )
    body = wording.inside(meeting.body.name)
    yield _said(where.format(court=_court(items, texts), body=body))
    address = ", ".join(" ".join(each.split()) for each in (meeting.organisation.address or "").splitlines())
    if address:
        line = texts.gettext("Address: {body}, {address}.")
        yield _said(line.format(body=meeting.body.name, address=address.rstrip(".")))
    yield _said(texts.gettext("The letter is to say:"))
    yield _points(
        texts.gettext(
            "which decision is appealed against: the body, the date of the meeting and the paragraph"
        ),
        texts.gettext("how you want the decision to be changed, and why"),
        texts.gettext("your name, address and telephone number"),
    )
    yield _said(
        texts.gettext(
            "The body examines whether the appeal has come in time, and sends it to the court unless it"
            " changes the decision as you want."
        )
    )


def _heading(words: str, meeting: Meeting, items: Sequence[Item]) -> Heading:
    numbers = Paragraphs.of(item.number for item in items if item.number is not None)
    return Heading(2, f"{words}, {wording.signs_in(meeting, numbers)}" if numbers else words)


def _days(meeting: Meeting, items: Sequence[Item], texts: Texts) -> Iterator[str]:
    """Walk the days that are known: when it was announced, and the last day for appeal."""
    found: dict[Notice, list[int]] = {}
    for item in items:
        notice = notices.notice_at(meeting, item)
        if notice and item.number is not None and notices.runs(meeting, notice):
            found.setdefault(notice, []).append(item.number)
    for notice, numbers in found.items():
        last, covered = notices.last_day(meeting, notice), Paragraphs.of(numbers)
        if last is None or notice.posted is None or covered is None:
            continue
        if len(numbers) == len(items):
            line = texts.gettext("It was announced on {posted}; the last day for appeal is {last}.")
        else:
            line = texts.gettext(
                "{paragraphs}: it was announced on {posted}; the last day for appeal is {last}."
            )
        yield line.format(
            paragraphs=wording.signs_in(meeting, covered),
            posted=notice.posted.isoformat(),
            last=last.isoformat(),
        )


def _court(items: Sequence[Item], texts: Texts) -> str:
    """Return the court of first instance, by the name that the steps of an appeal gave it."""
    named = (step.court for item in items for step in item.appeal_steps if step.court)
    found = (court for court in named if court.casefold().startswith(_FIRST_COURT))
    return next(found, texts.gettext("the administrative court"))


def _said(line: str) -> Text:
    return Text(runs_of(line))


def _points(*lines: str) -> Bullets:
    return Bullets(tuple(runs_of(line) for line in lines))

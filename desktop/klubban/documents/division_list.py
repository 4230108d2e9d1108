"""The list of a meeting's votes: what each was about, what it came to, and how everybody voted, by name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from klubban.documents import (
    division_results,
    divisions,
    drafts,
    front_page,
    meeting_words,
    public_words,
    wording,
)
from klubban.documents.tree import Heading, Names, Quiet
from klubban.domain.decided import Vote
from klubban.domain.errors import RuleBroken
from klubban.domain.public_record import Withheld
from klubban.domain.text import Text, runs_of
from klubban.i18n import sort_key
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.tree import Document, Node
    from klubban.domain.decided import Division
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.text import Table
    from klubban.i18n import Texts


def build(meeting: Meeting, *, language: str = "sv") -> Document:
    """Return the list; raises RuleBroken where nothing was voted on."""
    if not any(item.divisions or (isinstance(item, Withheld) and item.votes) for item in meeting.items):
        raise RuleBroken("Nothing was voted on at this meeting")
    texts = texts_of(language)
    kind = texts.gettext("List of votes")
    nodes = _nodes(meeting, kind, texts)
    return front_page.document(meeting, kind, nodes, texts, plain=True, draft=drafts.is_draft(meeting))


def _nodes(meeting: Meeting, kind: str, texts: Texts) -> Iterator[Node]:
    yield Heading(1, kind)
    yield Quiet(meeting_words.named(meeting, texts))
    number = 0
    for item in meeting.items:
        if isinstance(item, Withheld) and item.votes:
            number += item.votes
            yield Heading(2, item.title, wording.sign_of(meeting, item))
            yield Text(runs_of(public_words.withheld(meeting, item, texts)))
        for division in item.divisions:
            number += 1
            yield from _vote(meeting, item, division, number, texts)


def _vote(meeting: Meeting, item: Item, division: Division, number: int, texts: Texts) -> Iterator[Node]:
    told = texts.gettext("Vote {number}").format(number=number)
    yield Heading(2, item.title, wording.sign_of(meeting, item))
    about = divisions.title(division, item, texts)
    about = "" if about == texts.gettext("Vote") else about
    yield Quiet(" · ".join(part for part in (told, about, item.registered_as) if part))
    yield Text(runs_of(divisions.meaning(division, texts)))
    if division.ballot:
        yield Text(runs_of(divisions.of_ballot(division.ballot, texts)))
    elif division.votes:
        yield _by_party(division, texts)
    for _what, sentence in division_results.sentences(meeting, item, division, texts):
        yield Text(runs_of(sentence))
    if division.ballot is None:
        yield from _by_name(division, texts)


def _by_party(division: Division, texts: Texts) -> Table:
    """Return how many of each party answered what, and the totals."""
    columns = divisions.answers(division)
    count = Counter((who.party or "", vote) for who, vote in division.votes)
    parties = sorted({party for party, _ in count}, key=lambda party: (not party, sort_key(party)))
    rows = [
        (party or texts.gettext("No party"), *(str(count[party, vote]) for vote in columns))
        for party in parties
        if parties != [""]
    ]
    return divisions.by_answer(division, texts.gettext("Party"), rows, texts)


def _by_name(division: Division, texts: Texts) -> Iterator[Node]:
    """Walk those who gave each answer, in the order in which they were called."""
    for vote in Vote:
        names = tuple(str(who) for who, answer in division.votes if answer is vote)
        if names:
            title = texts.gettext("{answer}, {count}")
            yield Heading(3, title.format(answer=divisions.word(vote, texts), count=len(names)))
            yield Names(names)

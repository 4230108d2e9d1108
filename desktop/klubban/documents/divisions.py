"""A vote as the protocol tells it: what yes and no meant, the totals, each answer, and what it came to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from klubban.documents import appendix_numbers, division_results, votes_words, wording
from klubban.domain.decided import Puts, Question, Said, Vote
from klubban.domain.habits import VotesAs
from klubban.domain.outcome import settles
from klubban.domain.text import Run, Table, Text, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.domain.decided import Ballot, Division
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.text import Blocks
    from klubban.i18n import Texts


def title(division: Division, item: Item, texts: Texts) -> str:
    """Return what the vote was about, or `Omröstning` when it is the only one and about the matter itself."""
    if division.question is Question.COUNTER_PROPOSAL:
        return texts.gettext("Vote on the counter-proposal")
    main = texts.gettext("Main vote") if len(item.divisions) > 1 else texts.gettext("Vote")
    return {
        Puts.ADJOURN: texts.gettext("Vote on adjournment"),
        Puts.POSTPONE: texts.gettext("Vote on postponement"),
        Puts.REFER_BACK: texts.gettext("Vote on referral back"),
        Puts.AMENDMENT: texts.gettext("Vote on an amendment"),
        Puts.ADDITION: texts.gettext("Vote on an addition"),
    }.get(settles(item, division.put, division.question), main)


def sentences(meeting: Meeting, item: Item, texts: Texts) -> tuple[Said, ...]:
    """Return each vote of an item; of several each has its title, in bold."""
    titles = [title(each, item, texts) for each in item.divisions]
    told: list[Said] = []
    for division, heading in zip(item.divisions, titles, strict=True):
        key = f"division {division.id}"
        if len(titles) > 1:
            told.append(Said(key=f"{key} title", words=(Text((Run(heading, bold=True),)),)))
        told += (
            Said(key=f"{key} {what}", words=words)
            for what, words in _division(meeting, item, division, texts)
            if words
        )
    return tuple(told)


def _division(meeting: Meeting, item: Item, division: Division, texts: Texts) -> Iterator[tuple[str, Blocks]]:
    """Walk what is told of a vote: names in sentences before the totals, in a table last."""
    votes = meeting.body.habits.votes if division.votes and not division.ballot else None
    yield "meaning", _text(meaning(division, texts))
    if votes is VotesAs.SENTENCES:
        for vote, line in votes_words.sentences(meeting, item, division, texts):
            yield str(vote), _text(line)
    yield "totals", _text(_totals(meeting, division, texts))
    for what, line in division_results.sentences(meeting, item, division, texts):
        yield what, _text(line)
    if votes is VotesAs.TABLE:
        yield "names", (table(division, texts),)


def meaning(division: Division, texts: Texts) -> str:
    """Return `Godkänd voteringsproposition: ”Ja för bifall till … och Nej för …”`."""
    line = texts.gettext("Approved question: “Yes for {yes} and No for {no}.”")
    return line.format(yes=_inside(division.yes), no=_inside(division.no))


def _inside(words: str) -> str:
    return wording.small(words.strip().removesuffix("."))


def _text(sentence: str) -> Blocks:
    return (Text(runs_of(sentence)),) if sentence else ()


def _totals(meeting: Meeting, division: Division, texts: Texts) -> str:
    if division.ballot:
        return of_ballot(division.ballot, texts)
    if not division.votes:
        return ""
    count = Counter(vote for _, vote in division.votes)
    sentence = texts.gettext("The vote ends with {yes} yes and {no} no.")
    rest = [
        (
            texts.ngettext("{count} member abstains.", "{count} members abstain.", count[Vote.ABSTAINED]),
            Vote.ABSTAINED,
        ),
        (
            texts.ngettext("{count} member is absent.", "{count} members are absent.", count[Vote.ABSENT]),
            Vote.ABSENT,
        ),
        (
            texts.ngettext(
                "{count} member takes no part in the vote.",
                "{count} members take no part in the vote.",
                count[Vote.NOT_TAKING_PART],
            ),
            Vote.NOT_TAKING_PART,
        ),
    ]
    told = [line.format(count=count[vote]) for line, vote in rest if count[vote]]
    number = appendix_numbers.of_division(meeting, division)
    if number is not None:
        line = texts.gettext("How each of them votes is told by {appendix}.")
        told.append(line.format(appendix=wording.appendix_sign(number, texts)))
    return " ".join([sentence.format(yes=count[Vote.YES], no=count[Vote.NO]), *told])


def of_ballot(ballot: Ballot, texts: Texts) -> str:
    """Return the totals of a secret vote, which never has names (KL 5 kap. 54 §)."""
    sentence = texts.gettext(
        "The ballot ends with {yes} yes and {no} no. Blank votes: {blank}. Invalid votes: {invalid}."
    )
    return sentence.format(yes=ballot.yes, no=ballot.no, blank=ballot.blank, invalid=ballot.invalid)


def word(vote: Vote, texts: Texts) -> str:
    """Return one answer as the table writes it."""
    match vote:
        case Vote.YES:
            return texts.pgettext("vote", "Yes")
        case Vote.NO:
            return texts.pgettext("vote", "No")
        case Vote.ABSTAINED:
            return texts.pgettext("vote", "Abstains")
        case Vote.ABSENT:
            return texts.pgettext("vote", "Absent")
        case Vote.NOT_TAKING_PART:
            return texts.pgettext("vote", "Takes no part")


def table(division: Division, texts: Texts) -> Table:
    """Return a row for each name with the word in its column, so that the text alone tells it too."""
    columns = answers(division)
    rows = [
        [str(who), *(word(vote, texts) if vote is column else "" for column in columns)]
        for who, vote in division.votes
    ]
    return by_answer(division, texts.gettext("Name"), rows, texts)


def answers(division: Division) -> list[Vote]:
    """Return the answers that have a column: those that were given, and yes and no."""
    given = {vote for _, vote in division.votes}
    return [vote for vote in Vote if vote in given or vote in (Vote.YES, Vote.NO)]


def by_answer(division: Division, first: str, rows: Sequence[Sequence[str]], texts: Texts) -> Table:
    """Return a table with a column for each answer after the first one, and the totals in bold."""
    columns = answers(division)
    head = [first, *(word(vote, texts) for vote in columns)]
    count = Counter(vote for _, vote in division.votes)
    totals = [texts.gettext("Total"), *(str(count[vote]) for vote in columns)]
    last = tuple((Run(cell, bold=True),) for cell in totals)
    return Table((*(tuple(runs_of(cell) for cell in row) for row in [head, *rows]), last))

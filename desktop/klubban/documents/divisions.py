"""A vote as the protocol tells it: what yes and no meant, the totals, and each member's answer."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from klubban.domain.decided import Question, Vote
from klubban.domain.text import Run, Table, Text, runs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.decided import Ballot, Division
    from klubban.domain.text import Blocks
    from klubban.i18n import Texts


def title(division: Division, among: Sequence[Division], texts: Texts) -> str:
    """Return what the vote was about, or `Omröstning` when it is the only one and about the matter itself."""
    match division.question:
        case Question.COUNTER_PROPOSAL:
            return texts.gettext("Vote on the counter-proposal")
        case Question.REFER_BACK:
            return texts.gettext("Vote on referral back")
        case Question.POSTPONE:
            return texts.gettext("Vote on postponement")
        case Question.MAIN:
            return texts.gettext("Main vote") if len(among) > 1 else texts.gettext("Vote")


def nodes(division: Division, texts: Texts) -> Blocks:
    """Return the vote in sentences, with a table of the names when it was open (KL 5 kap. 54 och 67 §§)."""
    sentences = [
        texts.gettext("Yes means {yes}. No means {no}.").format(
            yes=_without_stop(division.yes), no=_without_stop(division.no)
        ),
        _totals(division, texts),
        _casting_vote(division, texts),
        _result(division),
    ]
    blocks: Blocks = tuple(Text(runs_of(sentence)) for sentence in sentences if sentence)
    return (*blocks, table(division, texts)) if division.votes else blocks


def _without_stop(words: str) -> str:
    return words.strip().removesuffix(".")


def _totals(division: Division, texts: Texts) -> str:
    if division.ballot:
        return _ballot(division.ballot, texts)
    if not division.votes:
        return ""
    count = Counter(vote for _, vote in division.votes)
    sentence = texts.gettext("The vote ends with {yes} yes and {no} no.")
    rest = [
        (texts.ngettext("{count} abstains.", "{count} abstain.", count[Vote.ABSTAINED]), Vote.ABSTAINED),
        (texts.ngettext("{count} is absent.", "{count} are absent.", count[Vote.ABSENT]), Vote.ABSENT),
        (
            texts.ngettext("{count} takes no part.", "{count} take no part.", count[Vote.NOT_TAKING_PART]),
            Vote.NOT_TAKING_PART,
        ),
    ]
    told = [line.format(count=count[vote]) for line, vote in rest if count[vote]]
    return " ".join([sentence.format(yes=count[Vote.YES], no=count[Vote.NO]), *told])


def _ballot(ballot: Ballot, texts: Texts) -> str:
    """Return the totals of a secret vote, which never has names (KL 5 kap. 54 §)."""
    sentence = texts.gettext(
        "The ballot ends with {yes} yes and {no} no. Blank votes: {blank}. Invalid votes: {invalid}."
    )
    return sentence.format(yes=ballot.yes, no=ballot.no, blank=ballot.blank, invalid=ballot.invalid)


def _casting_vote(division: Division, texts: Texts) -> str:
    """Return how the chair broke a tie (KL 5 kap. 56 §)."""
    if division.casting_vote is Vote.YES:
        return texts.gettext("The chair's casting vote is yes.")
    if division.casting_vote is Vote.NO:
        return texts.gettext("The chair's casting vote is no.")
    return ""


def _result(division: Division) -> str:
    """Return the result in the secretary's words; a bare `yes` or `no` only repeats the totals."""
    return "" if division.result in (None, Vote.YES, Vote.NO) else str(division.result)


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
    cast = {vote for _, vote in division.votes}
    columns = [vote for vote in Vote if vote in cast or vote in (Vote.YES, Vote.NO)]
    head = [texts.gettext("Name"), *(word(vote, texts) for vote in columns)]
    rows = [
        [str(who), *(word(vote, texts) if vote is column else "" for column in columns)]
        for who, vote in division.votes
    ]
    count = Counter(vote for _, vote in division.votes)
    totals = [texts.gettext("Total"), *(str(count[vote]) for vote in columns)]
    last = tuple((Run(cell, bold=True),) for cell in totals)
    return Table((*(tuple(runs_of(cell) for cell in row) for row in [head, *rows]), last))

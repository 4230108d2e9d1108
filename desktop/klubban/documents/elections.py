"""Elections as the protocol tells them: who was nominated and elected, and of ballots only the totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.decided import ElectionMethod
from klubban.domain.text import Text, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.domain.decided import Candidate, Election
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.text import Blocks
    from klubban.i18n import Texts


def nodes(meeting: Meeting, item: Item, texts: Texts) -> Blocks:
    """Return each election of an item, a text for each."""
    told = (" ".join(_election(meeting, each, texts)) for each in item.elections)
    return tuple(Text(runs_of(words)) for words in told if words)


def elected(election: Election, texts: Texts) -> str:
    """Return `Eva Asp (C) väljs till justerare.`; nothing while nobody is elected."""
    people = [each.who for each in election.candidates if each.elected]
    line = texts.ngettext("{who} is elected {office}.", "{who} are elected {office}.", len(people))
    return line.format(who=wording.named(people, texts), office=_office(election)) if people else ""


def _office(election: Election) -> str:
    return wording.small(election.office.strip().removesuffix("."))


def _election(meeting: Meeting, election: Election, texts: Texts) -> Iterator[str]:
    nominated = [each.who for each in election.candidates]
    if nominated:
        line = texts.ngettext(
            "{who} is nominated for the election of {office}.",
            "{who} are nominated for the election of {office}.",
            len(nominated),
        )
        yield wording.capital(line.format(who=wording.named(nominated, texts), office=_office(election)))
    chosen = [each for each in election.candidates if each.elected]
    if election.method is ElectionMethod.ACCLAMATION:
        if chosen:
            body = wording.inside(meeting.body.name)
            names = wording.named([each.who for each in chosen], texts)
            line = texts.gettext("The chair asks whether {body} can elect {names} and finds that so it is.")
            yield line.format(body=body, names=names)
    else:
        yield from _ballot(election, texts)
    yield from _lots(chosen, texts)
    if words := elected(election, texts):
        yield words


def _ballot(election: Election, texts: Texts) -> Iterator[str]:
    """Walk the totals of a secret vote, which never has who voted for whom (KL 5 kap. 54 §)."""
    if election.method is ElectionMethod.PROPORTIONAL:
        yield texts.gettext("A proportional election is called for and held by ballot.")
    else:
        yield texts.gettext("The election is held by ballot.")
    counts = [_votes(each, texts) for each in election.candidates if each.votes is not None]
    if counts:
        yield f"{wording.enumerated(counts, texts)}."
    if election.blank:
        line = texts.ngettext("{count} vote is blank.", "{count} votes are blank.", election.blank)
        yield line.format(count=election.blank)
    if election.invalid:
        line = texts.ngettext("{count} vote is invalid.", "{count} votes are invalid.", election.invalid)
        yield line.format(count=election.invalid)


def _votes(candidate: Candidate, texts: Texts) -> str:
    votes = candidate.votes or 0
    line = texts.ngettext("{who} gets {count} vote", "{who} gets {count} votes", votes)
    return line.format(who=candidate.who, count=votes)


def _lots(chosen: Sequence[Candidate], texts: Texts) -> Iterator[str]:
    """Walk what the lot settled after a tie (KL 5 kap. 56 §)."""
    by_lot = [each.who for each in chosen if each.by_lot]
    if by_lot:
        line = texts.gettext("As the votes are equal, lots are drawn. The lot falls on {who}.")
        yield line.format(who=wording.named(by_lot, texts))

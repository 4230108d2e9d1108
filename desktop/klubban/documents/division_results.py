"""What a vote came to, and how a tie was broken (KL 5 kap. 50, 55, 56 §§)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import alternatives, wording
from klubban.domain import outcome
from klubban.domain.decided import SIDES, Adopted, Asks, Puts, Question, Vote
from klubban.domain.settled import present
from klubban.domain.vote_order import next_division
from klubban.domain.voters import voters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.decided import Division
    from klubban.domain.meeting import Item, Meeting
    from klubban.i18n import Texts


def sentences(meeting: Meeting, item: Item, division: Division, texts: Texts) -> Iterator[tuple[str, str]]:
    """Walk how a tie was broken and what the vote came to; the secretary's own words of it go before."""
    own = "" if division.result in (None, *SIDES) else str(division.result)
    there = present(meeting, item, division)
    came_to = "" if own else _came_to(meeting, item, division, there, texts)
    if outcome.is_tie(division) and division.lot:
        yield "lot", _lot(division, texts)
    elif outcome.is_tie(division) and division.casting_vote and not came_to:
        yield "casting vote", _casting_vote(division, texts)
    if came_to and outcome.by_minority(division, there):
        yield "minority", _minority(division, there, texts)
    if own or came_to:
        yield "result", own or came_to


def _casting_vote(division: Division, texts: Texts) -> str:
    """Return how the chair broke a tie (KL 5 kap. 56 §)."""
    if division.casting_vote is Vote.YES:
        return texts.gettext("The chair's casting vote is yes.")
    return texts.gettext("The chair's casting vote is no.")


def _lot(division: Division, texts: Texts) -> str:
    if division.lot is Vote.YES:
        return texts.gettext("There are as many yes as no, and lots are drawn. The lot falls on yes.")
    return texts.gettext("There are as many yes as no, and lots are drawn. The lot falls on no.")


def _minority(division: Division, there: int, texts: Texts) -> str:
    """Return why fewer votes were enough (KL 5 kap. 50 §)."""
    formal = outcome.formal_side(division) or Vote.YES
    count = outcome.totals(division)
    against = count[Vote.NO if formal is Vote.YES else Vote.YES]
    line = texts.gettext(
        "Of the {present} members present, {count} voted for {what}, which is fewer than voted against it but"
        " at least a third of those present, and enough (Local Government Act 5:50)."
    )
    if count[formal] == against:
        line = texts.gettext(
            "Of the {present} members present, {count} voted for {what}, which is at least a third of those"
            " present, and enough (Local Government Act 5:50)."
        )
    postponed = division.question is Question.POSTPONE
    what = (
        texts.pgettext("in a vote", "postponement")
        if postponed
        else texts.pgettext("in a vote", "referral back")
    )
    return line.format(count=count[formal], present=there, what=what)


def _came_to(meeting: Meeting, item: Item, division: Division, there: int, texts: Texts) -> str:
    """Return `Kommunstyrelsen beslutar därmed att bifalla Cajsa Åls (S) yrkande.`; nothing while unknown."""
    whole = outcome.is_complete(division, voters(meeting, item))
    result = outcome.adopted(item, division, there) if whole else None
    if result is None:
        return ""
    if division.question is Question.COUNTER_PROPOSAL:
        return _became_counter_proposal(meeting, item, division, result[1], texts)
    what = _decides(meeting, item, division, result, texts)
    line = texts.gettext("{body} thereby decides {what}.")
    if outcome.by_minority(division, there):
        line = (
            texts.gettext("{body} has thereby decided {what} by a minority’s referral back.")
            if division.question is Question.REFER_BACK
            else texts.gettext("{body} has thereby decided {what} by a minority’s postponement.")
        )
    elif outcome.is_tie(division) and division.casting_vote:
        line = texts.gettext("{body} decides {what} with the chair’s casting vote.")
    elif outcome.is_tie(division) and division.lot:
        line = texts.gettext("{body} decides {what} by the drawing of lots.")
    return line.format(body=meeting.body.name, what=what)


def _became_counter_proposal(
    meeting: Meeting, item: Item, division: Division, motion_id: int | None, texts: Texts
) -> str:
    one = outcome.motion_of(item, motion_id)
    prepared = alternatives.prepared(item, texts)
    told = alternatives.motion(meeting, item, one, texts, own=False) if one else prepared
    by_chair = outcome.is_tie(division) and division.casting_vote is not None
    if _is_put_on(item, division):
        line = texts.gettext("{motion} is thereby put against the next of the remaining motions.")
        if by_chair:
            line = texts.gettext(
                "{motion} is put against the next of the remaining motions by the chair’s casting vote."
            )
        return line.format(motion=wording.capital(told))
    line = texts.gettext("{motion} has thereby been adopted as the counter-proposal in the main vote.")
    if by_chair:
        line = texts.gettext(
            "{motion} has been adopted as the counter-proposal in the main vote with the chair’s casting"
            " vote."
        )
    return line.format(motion=wording.capital(told))


def _is_put_on(item: Item, division: Division) -> bool:
    """Tell whether what won in a vote on the counter-proposal is put against another before it is that."""
    same = [each for each in item.divisions if (each.question, each.put) == (division.question, division.put)]
    if same[-1].id != division.id:
        return True
    put = next((each for each in item.puts if each.id == division.put), None)
    needed = next_division(item, put) if put else None
    return needed is not None and needed.question is Question.COUNTER_PROPOSAL


def _decides(
    meeting: Meeting, item: Item, division: Division, result: tuple[Adopted, int | None], texts: Texts
) -> str:
    """Return what is decided, after `decides`."""
    found, motion_id = result
    won = found is Adopted.MOTION
    match outcome.settles(item, division.put, division.question):
        case Puts.ADJOURN:
            return (
                texts.gettext("to adjourn the meeting") if won else texts.gettext("to go on with the meeting")
            )
        case Puts.POSTPONE if won:
            return texts.gettext("to postpone the matter")
        case Puts.REFER_BACK if won:
            return texts.gettext("to refer the matter back")
        case Puts.POSTPONE | Puts.REFER_BACK:
            return texts.gettext("to decide the matter today")
        case Puts.AMENDMENT | Puts.ADDITION:
            named = division.yes_motion if division.yes_motion is not None else division.no_motion
            one = outcome.motion_of(item, named)
            told = alternatives.motion(meeting, item, one, texts, own=False) if one else ""
            line = texts.gettext("to approve {motion}") if won else texts.gettext("to reject {motion}")
            return line.format(motion=told)
    return _decides_main(meeting, item, motion_id, texts)


def _decides_main(meeting: Meeting, item: Item, motion_id: int | None, texts: Texts) -> str:
    one = outcome.motion_of(item, motion_id)
    raised = alternatives.raised(item, one, texts)
    if (one is None or outcome.is_as_prepared(item, one)) and not raised:
        line = texts.gettext("according to {proposal}")
        return line.format(proposal=alternatives.approved(item, one, texts))
    if one and one.asks is Asks.REJECT:
        return texts.gettext("to reject {motion}").format(motion=alternatives.rejected(item, one, texts))
    told = raised or (alternatives.motion(meeting, item, one, texts, own=False) if one else "")
    return texts.gettext("to approve {motion}").format(motion=told)

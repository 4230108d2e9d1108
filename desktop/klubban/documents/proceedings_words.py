"""How the chair put the questions and what was found, as the protocol tells it (KL 5 kap. 53, 67 §§)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents import alternatives, meeting_words, wording
from klubban.domain.decided import Adopted, Asks, Puts, Question, Said
from klubban.domain.outcome import is_as_prepared, motion_of
from klubban.domain.questions import alternative, main_question
from klubban.domain.text import Text, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.decided import Division, Motion, Put
    from klubban.domain.meeting import Item, Meeting
    from klubban.i18n import Texts

_PAIR = 2


def sentences(meeting: Meeting, item: Item, texts: Texts) -> tuple[Said, ...]:
    """Return what was put and found, a sentence for each step, with the recesses taken at the item."""
    body = wording.inside(meeting.body.name)
    told: list[tuple[str, str]] = []
    if item.order_approved:
        order = texts.gettext("{body} approves the order of the questions.").format(body=body)
        told.append(("order", wording.capital(order)))
    for put in item.puts:
        if _is_put(item, put):
            told += _put(meeting, item, put, texts)
    for recess in meeting.recesses:
        if recess.after == item.id and (words := meeting_words.adjourned(recess, texts)):
            told.append((f"recess {recess.id}", words))
    return tuple(Said(key=key, words=(Text(runs_of(words)),)) for key, words in told)


def _is_put(item: Item, put: Put) -> bool:
    """Tell whether there is something to tell of a question: it was found, or a vote was called on it."""
    one = motion_of(item, put.motion)
    return (one is None or one.stands) and (put.adopted is not None or bool(_divisions(item, put)))


def _divisions(item: Item, put: Put) -> list[Division]:
    return [each for each in item.divisions if each.put == put.id]


def _put(meeting: Meeting, item: Item, put: Put, texts: Texts) -> Iterator[tuple[str, str]]:
    asks, found = _asks(meeting, item, put, texts), _found(meeting, item, put, texts)
    line = texts.gettext("{question} and finds that {found}.") if found else texts.gettext("{question}.")
    key = f"put {put.id}"
    yield key, line.format(question=asks, found=found)
    divisions = _divisions(item, put)
    main = next((each for each in divisions if each.question is not Question.COUNTER_PROPOSAL), None)
    counter = [each for each in divisions if each.question is Question.COUNTER_PROPOSAL]
    if divisions:
        yield f"{key} called", _called(main or divisions[0], texts)
    if put.puts is Puts.MAIN and (counter or (main and _count(item) > _PAIR)):
        yield from _counter_proposal(meeting, item, put, main, counter, texts)


def _called(division: Division, texts: Texts) -> str:
    if division.asked_by:
        return texts.gettext("{who} calls for a vote.").format(who=division.asked_by)
    return texts.gettext("A vote is called for.")


def _counter_proposal(
    meeting: Meeting, item: Item, put: Put, main: Division | None, counter: list[Division], texts: Texts
) -> Iterator[tuple[str, str]]:
    """Walk how the main proposal and what is put against it came to be, where there are three or more."""
    first = main.yes_motion if main else put.motion
    line = texts.gettext("The chair notes {motion} as the proposal for yes in the main vote.")
    noted = _alternative(meeting, item, first, texts)
    yield f"put {put.id} main proposal", line.format(motion=noted)
    if counter:
        line = texts.gettext(
            "The chair then puts the remaining motions. A vote on the counter-proposal is called for."
        )
        yield f"put {put.id} counter-proposal", line
    elif main:
        line = texts.gettext(
            "The chair then puts the remaining motions and finds that {motion} is adopted as the"
            " counter-proposal in the main vote."
        )
        second = _alternative(meeting, item, main.no_motion, texts)
        yield f"put {put.id} counter-proposal", line.format(motion=second)


def _alternative(meeting: Meeting, item: Item, motion_id: int | None, texts: Texts) -> str:
    one = motion_of(item, motion_id)
    return alternatives.motion(meeting, item, one, texts) if one else alternatives.prepared(item, texts)


# --- the question


@dataclass(frozen=True, slots=True)
class _Main:
    """What is put against what in the main question."""

    against: dict[str, Motion]
    """The motions that are alternatives to the proposal, one of each; those to approve are for it."""
    prepared: bool

    @property
    def alone(self) -> bool:
        """Tell whether there is nothing to put against anything."""
        return len(self.against) + self.prepared <= 1

    @property
    def by_rejection(self) -> bool:
        """Tell whether the proposal stands against nothing but its rejection."""
        return self.prepared and list(self.against) == ["reject"]


def _main(item: Item, put: Put | None = None) -> _Main:
    asked = main_question(item)
    motions = asked.motions if asked else ()
    against = {alternative(item, each): each for each in motions if not is_as_prepared(item, each)}
    by_put = put is not None and put.adopted is Adopted.PROPOSAL
    return _Main(against, by_put or bool(asked and asked.prepared))


def _count(item: Item) -> int:
    main = _main(item)
    return len(main.against) + main.prepared


def _asks(meeting: Meeting, item: Item, put: Put, texts: Texts) -> str:
    match put.puts:
        case Puts.ADJOURN:
            return texts.gettext("The chair asks whether the meeting is to be adjourned or to go on")
        case Puts.POSTPONE:
            return texts.gettext("The chair asks whether the matter is to be decided today or postponed")
        case Puts.REFER_BACK:
            return texts.gettext("The chair asks whether the matter is to be decided today or referred back")
        case Puts.AMENDMENT | Puts.ADDITION:
            line = texts.gettext("The chair puts approval against rejection of {motion}")
            return line.format(motion=_alternative(meeting, item, put.motion, texts))
    return _asks_main(meeting, item, put, texts)


def _asks_main(meeting: Meeting, item: Item, put: Put, texts: Texts) -> str:
    """Return how the main question was put: the only proposal alone, others against each other."""
    main = _main(item, put)
    if main.alone:
        line = texts.gettext("The chair asks whether {body} decides according to {proposal}")
        proposal = _only(meeting, item, main, texts)
        return line.format(body=wording.inside(meeting.body.name), proposal=proposal)
    if not main.prepared:
        return texts.gettext("The chair puts the motions")
    if main.by_rejection:
        line = texts.gettext("The chair puts approval against rejection of the proposal: {proposal}")
        return line.format(proposal=alternatives.rejected(item, main.against["reject"], texts))
    return texts.gettext("The chair puts the proposals against each other")


def _only(meeting: Meeting, item: Item, main: _Main, texts: Texts) -> str:
    """Return the only alternative there is."""
    for one in main.against.values():
        return alternatives.motion(meeting, item, one, texts, own=False)
    return alternatives.approved(item, alternatives.for_approval(item), texts)


# --- what was found


def _found(meeting: Meeting, item: Item, put: Put, texts: Texts) -> str:
    """Return what the chair found, as a clause; nothing while nothing was."""
    if put.adopted is None:
        return ""
    if put.puts is Puts.MAIN:
        return _found_main(meeting, item, put, texts)
    today = texts.gettext("the matter is to be decided today")
    approved, rejected = texts.gettext("it is approved"), texts.gettext("it is rejected")
    if_won, if_not = {
        Puts.ADJOURN: (texts.gettext("it is adjourned"), texts.gettext("it goes on")),
        Puts.POSTPONE: (texts.gettext("the matter is postponed"), today),
        Puts.REFER_BACK: (texts.gettext("the matter is referred back"), today),
        Puts.AMENDMENT: (approved, rejected),
        Puts.ADDITION: (approved, rejected),
    }[put.puts]
    if put.adopted is Adopted.MOTION:
        return _which(meeting, item, put, texts) or if_won
    return if_not


def _which(meeting: Meeting, item: Item, put: Put, texts: Texts) -> str:
    """Return according to which motion it is referred back or postponed, where several stand for that."""
    one = motion_of(item, put.motion)
    same = [each.text for each in item.motions if each.stands and each.asks.put_as is put.puts]
    if one is None or all(text == one.text for text in same):
        return ""
    line = {
        Puts.POSTPONE: texts.gettext("the matter is postponed according to {motion}"),
        Puts.REFER_BACK: texts.gettext("the matter is referred back according to {motion}"),
    }.get(put.puts, "")
    return line.format(motion=alternatives.motion(meeting, item, one, texts))


def _found_main(meeting: Meeting, item: Item, put: Put, texts: Texts) -> str:
    one, main = motion_of(item, put.motion), _main(item, put)
    as_prepared = put.adopted is Adopted.PROPOSAL or is_as_prepared(item, one)
    fell = put.adopted is Adopted.REJECTED
    if main.by_rejection:
        return _by_rejection(item, main.against["reject"], texts, approved=as_prepared and not fell)
    if main.alone and not fell:
        return texts.gettext("so it is")
    if main.alone and main.against:
        return texts.gettext("it is rejected")
    return _body_does(meeting, item, None if fell or as_prepared else one, one, texts, fell=fell)


def _by_rejection(item: Item, against: Motion, texts: Texts, *, approved: bool) -> str:
    """Return that the proposal was approved or rejected; what is no proposal by name, whatever its gender."""
    told = alternatives.rejected(item, against, texts)
    if told == alternatives.prepared(item, texts):
        return texts.gettext("it is approved") if approved else texts.gettext("it is rejected")
    line = texts.gettext("{motion} is approved") if approved else texts.gettext("{motion} is rejected")
    return line.format(motion=told)


def _body_does(
    meeting: Meeting, item: Item, won: Motion | None, one: Motion | None, texts: Texts, *, fell: bool
) -> str:
    """Return what the body does: decides as prepared, rejects, or approves the motion that won."""
    body = wording.inside(meeting.body.name)
    if fell or (won and won.asks is Asks.REJECT):
        line = texts.gettext("{body} rejects {proposal}")
        return line.format(body=body, proposal=alternatives.rejected(item, won, texts))
    if won is None:
        line = texts.gettext("{body} decides according to {proposal}")
        proposal = alternatives.approved(item, one or alternatives.for_approval(item), texts)
        return line.format(body=body, proposal=proposal)
    return texts.gettext("{motion} is approved").format(motion=alternatives.motion(meeting, item, won, texts))

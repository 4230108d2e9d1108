"""One item of a meeting as it stands in the protocol: its heading and its parts, the empty ones left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import divisions, motions, wording
from klubban.documents.disqualifications import disqualifications, no_quorum
from klubban.documents.tree import Heading, Names, Quiet
from klubban.domain.decided import OpinionKind
from klubban.domain.meeting import Outcome
from klubban.domain.text import Bullets, Points, Text, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from klubban.documents.tree import Node
    from klubban.domain.decided import Opinion
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.text import Blocks
    from klubban.i18n import Texts


def heading(meeting: Meeting, item: Item) -> Heading:
    """Return `§ 19 Trygghetsskapande program`; before numbering the title stands alone.

    Where nothing is numbered, an item is called by its place on the agenda: `5.`
    """
    if item.number is not None:
        return Heading(2, item.title, wording.number_sign(item.number))
    if meeting.body.rules.numbered or item not in meeting.items:
        return Heading(2, item.title)
    return Heading(2, item.title, f"{meeting.items.index(item) + 1}.")


def nodes(meeting: Meeting, item: Item, texts: Texts) -> tuple[Node, ...]:
    """Return the heading, the registry number and each part that has something in it."""
    found: list[Node] = [heading(meeting, item)]
    if item.registered_as:
        number = texts.gettext("Registry no. {number}").format(number=item.registered_as)
        found.append(Quiet(number.replace(" ", wording.NBSP)))
    for title, part in _parts(meeting, item, texts):
        if part:
            found += [Heading(3, title), *part]
    return tuple(found)


def _parts(meeting: Meeting, item: Item, texts: Texts) -> Iterator[tuple[str, Sequence[Node]]]:
    """Walk the parts in the order that they are printed in, with their headings."""
    yield _decision_title(meeting, texts), _decision(item, texts)
    yield from _proposals_to_others(meeting, item, texts)
    yield texts.gettext("Disqualification"), disqualifications(meeting, item, texts)
    yield texts.gettext("Quorum"), no_quorum(meeting, item, texts)
    yield texts.gettext("Summary"), item.summary
    yield texts.pgettext("document", "Documents"), _list(tuple(paper.title for paper in item.documents))
    yield texts.ngettext("Presenter", "Presenters", len(item.presenters)), _names(item.presenters)
    yield texts.gettext("Earlier handling"), item.earlier
    yield texts.gettext("Proposed decision"), _proposed(item, texts)
    moved = [motion for motion in item.motions if not motion.withdrawn and not motions.is_proposal(motion)]
    yield (
        texts.ngettext("Motion", "Motions", len(moved)),
        _flat(motions.motion_blocks(motion, texts) for motion in moved),
    )
    yield texts.gettext("Proceedings"), item.proceedings
    for division in item.divisions:
        yield divisions.title(division, item.divisions, texts), divisions.nodes(division, texts)
    yield texts.gettext("Not taking part in the decision"), _not_taking_part(item, texts)
    yield from _opinions(item, texts)
    yield texts.gettext("Immediate verification"), _immediate(item, texts)
    yield texts.gettext("The decision is sent to"), _names(item.recipients)


def _text(sentence: str) -> Text:
    return Text(runs_of(sentence))


def _flat(groups: Iterable[Blocks]) -> Blocks:
    return tuple(block for group in groups for block in group)


def _names(names: tuple[str, ...]) -> Sequence[Node]:
    return (Names(names),) if names else ()


def _list(titles: tuple[str, ...]) -> Blocks:
    """Return several titles as a list, and one alone as it is."""
    if len(titles) == 1:
        return (_text(titles[0]),)
    return (Bullets(tuple(runs_of(title) for title in titles)),) if titles else ()


def _single(blocks: Blocks) -> Blocks:
    """Return the blocks with a point that stands alone printed without its number."""
    return tuple(
        Text(block.items[0]) if isinstance(block, Points) and len(block.items) == 1 else block
        for block in blocks
    )


def _decision_title(meeting: Meeting, texts: Texts) -> str:
    """Return `Kommunstyrelsens beslut`; a body that keeps notes takes positions and decides nothing."""
    if not meeting.body.rules.protocol:
        return texts.gettext("Position taken")
    name = meeting.body.name
    owner = wording.genitive(name, texts)
    return texts.gettext("{owner} decision").format(owner=owner, body=name)


def _decision(item: Item, texts: Texts) -> Blocks:
    """Return the decision; when only the outcome was noted, its sentence."""
    if item.decision:
        return _single(item.decision)
    match item.outcome:
        case Outcome.POSTPONED:
            return (_text(texts.gettext("The matter is postponed.")),)
        case Outcome.REFERRED_BACK:
            return (_text(texts.gettext("The matter is referred back.")),)
        case Outcome.WITHDRAWN:
            return (_text(texts.gettext("The matter is withdrawn.")),)
        case Outcome.NOTED:
            return (_text(texts.gettext("The information is noted.")),)
        case _:
            return ()


def _proposals_to_others(meeting: Meeting, item: Item, texts: Texts) -> Iterator[tuple[str, Blocks]]:
    owner = wording.genitive(meeting.body.name, texts)
    for proposal in item.proposals:
        title = texts.gettext("{owner} proposal to {body}")
        yield title.format(owner=owner, body=wording.small(proposal.body)), _single(proposal.decision)


def _proposed(item: Item, texts: Texts) -> Blocks:
    """Return what lay on the table, unless the decision repeats it word for word."""
    written = () if item.proposal == item.decision else _single(item.proposal)
    offered = [motion for motion in item.motions if motions.is_proposal(motion) and not motion.withdrawn]
    return (*written, *_flat(motions.proposal_blocks(motion, texts) for motion in offered))


def _not_taking_part(item: Item, texts: Texts) -> Blocks:
    people = item.not_taking_part
    if not people:
        return ()
    sentence = texts.ngettext(
        "{who} takes no part in the decision.", "{who} take no part in the decision.", len(people)
    )
    return (_text(sentence.format(who=wording.named(people, texts))),)


def _opinions(item: Item, texts: Texts) -> Iterator[tuple[str, Blocks]]:
    """Walk reservations, statements and notes, each kind under one heading (KL 4 kap. 27 §)."""
    for kind in OpinionKind:
        opinions = [opinion for opinion in item.opinions if opinion.kind is kind]
        blocks = _flat(_opinion(opinion, texts) for opinion in opinions)
        yield _opinion_title(kind, len(opinions), texts), blocks


def _opinion_title(kind: OpinionKind, count: int, texts: Texts) -> str:
    match kind:
        case OpinionKind.RESERVATION:
            return texts.ngettext("Reservation", "Reservations", count)
        case OpinionKind.STATEMENT:
            return texts.ngettext("Statement", "Statements", count)
        case OpinionKind.NOTE:
            return texts.ngettext("Note to the protocol", "Notes to the protocol", count)


def _opinion(opinion: Opinion, texts: Texts) -> Blocks:
    count = len(opinion.by)
    match opinion.kind:
        case OpinionKind.RESERVATION:
            lead = texts.ngettext(
                "{who} has a reservation against the decision",
                "{who} have a reservation against the decision",
                count,
            )
        case OpinionKind.STATEMENT:
            lead = texts.ngettext("{who} makes a statement", "{who} make a statement", count)
        case OpinionKind.NOTE:
            lead = texts.ngettext(
                "{who} has a note made in the protocol", "{who} have a note made in the protocol", count
            )
    who = wording.named(opinion.by, texts)
    return (_text(f"{lead.format(who=who)}{':' if opinion.text else '.'}"), *opinion.text)


def _immediate(item: Item, texts: Texts) -> Blocks:
    if not item.verified_immediately:
        return ()
    return (_text(texts.gettext("The paragraph is declared immediately verified.")),)

"""One item of a meeting as it stands in the protocol: its heading and its parts, the empty ones left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import (
    corrections,
    decision_points,
    divisions,
    elections,
    motions,
    opinions,
    public_words,
    wording,
)
from klubban.documents.assignments import assignments
from klubban.documents.disqualifications import disqualifications, no_quorum
from klubban.documents.tree import Heading, Names, PageBreak, Quiet
from klubban.documents.written import shown
from klubban.domain.decided import Written
from klubban.domain.habits import Part
from klubban.domain.meeting import Outcome
from klubban.domain.openness import is_individual
from klubban.domain.public_record import Withheld
from klubban.domain.text import Bullets, Text, plain_runs, runs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TypeAlias

    from klubban.documents.tree import Node
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.text import Blocks
    from klubban.i18n import Texts

    Titled: TypeAlias = tuple[str, Sequence[Node]]


def heading(meeting: Meeting, item: Item) -> Heading:
    """Return `§ 19 Trygghetsskapande program`; before numbering the title stands alone.

    Where nothing is numbered, an item is called by its place on the agenda: `5.`
    """
    if item.number is not None:
        return Heading(2, item.title, wording.sign_of(meeting, item))
    if meeting.body.rules.numbered or item not in meeting.items:
        return Heading(2, item.title, "")
    return Heading(2, item.title, f"{meeting.items.index(item) + 1}.")


def nodes(meeting: Meeting, item: Item, texts: Texts) -> tuple[Node, ...]:
    """Return the heading, the registry number and each part that has something in it, by the habits."""
    found: list[Node] = [heading(meeting, item)]
    if isinstance(item, Withheld):
        return (*found, _text(public_words.withheld(meeting, item, texts)))
    if item.registered_as:
        number = texts.gettext("Registry no. {number}").format(number=item.registered_as)
        found.append(Quiet(number.replace(" ", wording.NBSP)))
    if item.confidential and item.secrecy:  # OSL 5 kap. 5 §: what is marked says by which section
        marked = texts.gettext("Confidential under {section}.")
        found.append(Quiet(marked.format(section=wording.held(item.secrecy)).rstrip(".")))
    habits = meeting.body.habits
    for part in habits.order:
        for place, (title, held) in enumerate(_PARTS[part](meeting, item, texts)):
            own = habits.titles.get(part) if place == 0 else None
            if held:
                found += _below(own or title, held, titles_in(part, item, texts))
    return (*found, *corrections.of_item(meeting, item, texts))


def each(meeting: Meeting, items: Sequence[Item], texts: Texts) -> Iterator[Node]:
    """Walk items one after the other; by the body's habits those about an individual are on sheets apart."""
    above = False
    for item in items:
        apart = len(items) > 1 and is_apart(meeting, item)
        if apart or above:
            yield PageBreak(sheet=True)
        yield from nodes(meeting, item, texts)
        above = apart


def is_apart(meeting: Meeting, item: Item) -> bool:
    """Tell whether an item has sheets of its own, so that it can be kept and lent without the others."""
    return meeting.body.habits.individual_apart and is_individual(item)


def titles_in(part: Part, item: Item, texts: Texts) -> list[str]:
    """Return the headings that may stand inside a part, as a line in bold."""
    if part is Part.DIVISIONS:
        return [divisions.title(each, item, texts) for each in item.divisions]
    return opinions.titles(item, texts) if part is Part.OPINIONS else []


def _below(title: str, held: Sequence[Node], inner: Sequence[str]) -> Iterator[Node]:
    """Walk a part below its heading; a line in bold that is a heading of its own becomes one."""
    for place, node in enumerate(held):
        bold = _bold(node)
        if place == 0 and bold not in inner:
            yield Heading(3, title)
        yield Heading(3, bold) if bold in inner else node


def _bold(node: Node) -> str:
    """Return the words of a line that is wholly in bold; else nothing."""
    if isinstance(node, Text) and node.runs and all(run.bold for run in node.runs):
        return plain_runs(node.runs).strip()
    return ""


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


# --- the parts, each with its headings


def _decision(meeting: Meeting, item: Item, texts: Texts) -> Iterator[Titled]:
    """Walk the decision; a body that keeps notes agrees on things and decides nothing."""
    if meeting.body.rules.protocol:
        owner = wording.genitive(meeting.body.name, texts)
        title = texts.gettext("{owner} decision").format(owner=owner, body=meeting.body.name)
    else:
        title = texts.gettext("Agreed")
    blocks = shown(meeting, item, Written.DECISION, texts).blocks or _outcome(item, texts)
    yield title, decision_points.printed(meeting, blocks, texts)


def _outcome(item: Item, texts: Texts) -> Blocks:
    """Return the sentence of an outcome that was noted without a text."""
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


def _proposals_to_others(meeting: Meeting, item: Item, texts: Texts) -> Iterator[Titled]:
    owner = wording.genitive(meeting.body.name, texts)
    for proposal in item.proposals:
        title = texts.gettext("{owner} proposal to {body}")
        points = decision_points.printed(meeting, proposal.decision, texts)
        yield title.format(owner=owner, body=wording.small(proposal.body)), points


def _proposed(meeting: Meeting, item: Item, texts: Texts) -> Iterator[Titled]:
    """Walk what lay on the table, unless the decision repeats it word for word."""
    decided = item.decision or shown(meeting, item, Written.DECISION, texts).blocks
    written = () if item.proposal == decided else decision_points.printed(meeting, item.proposal, texts)
    offered = [motion for motion in item.motions if motion.from_body and motion.stands]
    told = _flat(motions.proposal_blocks(motion, texts) for motion in offered)
    yield texts.gettext("Proposed decision"), (*written, *told)


def _moved(meeting: Meeting, item: Item, texts: Texts) -> Iterator[Titled]:
    count = len(motions.moved(item))
    blocks = shown(meeting, item, Written.MOTIONS, texts).blocks
    yield texts.ngettext("Motion", "Motions", count), blocks


def _divisions(meeting: Meeting, item: Item, texts: Texts) -> Iterator[Titled]:
    titles = titles_in(Part.DIVISIONS, item, texts)
    blocks = shown(meeting, item, Written.DIVISIONS, texts).blocks
    yield titles[0] if len(titles) == 1 else texts.gettext("Vote"), blocks


def _opinions(meeting: Meeting, item: Item, texts: Texts) -> Iterator[Titled]:
    titles = titles_in(Part.OPINIONS, item, texts)
    blocks = shown(meeting, item, Written.OPINIONS, texts).blocks
    yield titles[0] if titles else texts.ngettext("Reservation", "Reservations", 1), blocks


def _immediate(_meeting: Meeting, item: Item, texts: Texts) -> Iterator[Titled]:
    told = texts.gettext("The paragraph is declared immediately verified.")
    yield texts.gettext("Immediate verification"), (_text(told),) if item.verified_immediately else ()


def _one(
    title: Callable[[Item, Texts], str], held: Callable[[Meeting, Item, Texts], Sequence[Node]]
) -> Callable[[Meeting, Item, Texts], Iterator[Titled]]:
    """Return a part that is always one, out of its title and of what it holds."""
    return lambda meeting, item, texts: iter([(title(item, texts), held(meeting, item, texts))])


_PARTS: dict[Part, Callable[[Meeting, Item, Texts], Iterator[Titled]]] = {
    Part.DECISION: _decision,
    Part.PROPOSALS: _proposals_to_others,
    Part.DISQUALIFICATION: _one(lambda _item, texts: texts.gettext("Disqualification"), disqualifications),
    Part.QUORUM: _one(lambda _item, texts: texts.gettext("Quorum"), no_quorum),
    Part.SUMMARY: _one(
        lambda _item, texts: texts.gettext("Summary"), lambda _meeting, item, _texts: item.summary
    ),
    Part.DOCUMENTS: _one(
        lambda _item, texts: texts.pgettext("document", "Documents"),
        lambda _meeting, item, _texts: _list(tuple(paper.title for paper in item.documents)),
    ),
    Part.PRESENTERS: _one(
        lambda item, texts: texts.ngettext("Presenter", "Presenters", len(item.presenters)),
        lambda _meeting, item, _texts: _names(item.presenters),
    ),
    Part.EARLIER: _one(
        lambda _item, texts: texts.gettext("Earlier handling"), lambda _meeting, item, _texts: item.earlier
    ),
    Part.PROPOSAL: _proposed,
    Part.MOTIONS: _moved,
    Part.PROCEEDINGS: _one(
        lambda _item, texts: texts.gettext("Proceedings"),
        lambda meeting, item, texts: shown(meeting, item, Written.PROCEEDINGS, texts).blocks,
    ),
    Part.ELECTIONS: _one(
        lambda item, texts: texts.ngettext("Election", "Elections", len(item.elections)), elections.nodes
    ),
    Part.DIVISIONS: _divisions,
    Part.NOT_TAKING_PART: _one(
        lambda _item, texts: texts.gettext("Not taking part in the decision"), opinions.not_taking_part
    ),
    Part.OPINIONS: _opinions,
    Part.ASSIGNMENTS: _one(
        lambda item, texts: texts.ngettext("Action", "Actions", len(item.assignments)), assignments
    ),
    Part.IMMEDIATE: _immediate,
    Part.RECIPIENTS: _one(
        lambda _item, texts: texts.gettext("The decision is sent to"),
        lambda _meeting, item, _texts: _names(item.recipients),
    ),
}

"""What is said of appeals and legal force in the room after the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain import legal_force
from klubban.domain.afterwards import AppealStepKind
from klubban.domain.appeals import WayOfAppeal, Why, appeal_of, way_of
from klubban.domain.legal_force import Standing
from klubban.domain.meeting import Appeal
from klubban.i18n import _, ngettext
from klubban.ui.meeting import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from klubban.domain.afterwards import AppealStep, Receipt
    from klubban.domain.legal_force import State
    from klubban.domain.meeting import Item, Meeting
    from klubban.ui.theme import Tone


def heading(meeting: Meeting, today: date) -> str:
    """Return where the decisions stand, in a sentence."""
    able = [item for item in meeting.items if appeal_of(meeting, item) is not Appeal.NONE]
    if not able:
        return _("No decision of this meeting can be appealed against.")
    states = [legal_force.state_of(meeting, item, today).standing for item in able]
    if all(each in (Standing.IN_FORCE, Standing.QUASHED) for each in states):
        return _("All that can be appealed against is settled.")
    asking = sum(each in (Standing.RUN_OUT, Standing.ASKED) for each in states)
    if asking:
        line = ngettext(
            "The time for appeal is over for {count} paragraph; the court’s answer is awaited.",
            "The time for appeal is over for {count} paragraphs; the court’s answer is awaited.",
            asking,
        )
        return line.format(count=asking)
    if Standing.APPEALED in states:
        return _("Somebody has appealed.")
    if all(each is Standing.NOT_VERIFIED for each in states):
        return _("Nothing is verified yet; no time for appeal runs.")
    line = ngettext(
        "{count} paragraph waits for the time for appeal to end.",
        "{count} paragraphs wait for the time for appeal to end.",
        len(able),
    )
    return line.format(count=sum(each not in (Standing.IN_FORCE, Standing.QUASHED) for each in states))


def title(meeting: Meeting, item: Item) -> str:
    """Return the paragraph and what it is about."""
    return " ".join(filter(None, (wording.sign_of(meeting, item), item.title)))


def line(meeting: Meeting, item: Item, today: date) -> str:
    """Return how a paragraph can be appealed against, and where it stands."""
    way = way_of(meeting, item)
    if way.appeal is Appeal.NONE:
        return way_told(way)
    return f"{way_told(way)} {stands(legal_force.state_of(meeting, item, today), item, today)}"


def because(meeting: Meeting, item: Item) -> str:
    """Return from what the way of appeal of a paragraph follows, where it follows from something."""
    why = way_of(meeting, item).why
    return _("It was noted so.") if why is Why.NOTED else _because(why)


def way_told(way: WayOfAppeal) -> str:
    """Return a way of appeal in a sentence, and where it follows from something from what."""
    told = {
        Appeal.LEGALITY: _("Legality review."),
        Appeal.ADMINISTRATIVE: _("Administrative appeal."),
        Appeal.NONE: _("Cannot be appealed against."),
    }[way.appeal]
    return f"{told} {_because(way.why)}".rstrip()


def _because(why: Why) -> str:
    return {
        Why.NOTED: "",
        Why.BODY: _("The body takes no decisions that can be."),
        Why.NO_PARAGRAPH: _("It is no paragraph."),
        Why.NO_DECISION: _("Nothing is decided."),
        Why.PREPARES: _("It only prepares."),
        Why.PROPOSES: _("Another body decides."),
        Why.AUTHORITY: _("It exercises authority over an individual."),
        Why.DECIDES: "",
    }[why]


def stands(state: State, item: Item, today: date) -> str:
    """Return where a paragraph stands, with the day that it is known by."""
    day = words.day(state.day, today) if state.day else ""
    case = state.step.case_number if state.step else None
    told = {
        Standing.NOT_APPEALABLE: "",
        Standing.NOT_VERIFIED: _("It is not verified yet."),
        Standing.NOT_ANNOUNCED: _("No notice lets the time run."),
        Standing.NOT_RECEIVED: _("Nobody is noted as having got it."),
        Standing.WAITING: _("The time goes on to the end of {day}."),
        Standing.RUN_OUT: _("The time is over; ask whether anybody has appealed."),
        Standing.ASKED: _("The court was asked on {day}."),
        Standing.APPEALED: _("Appealed against, {day}."),
        Standing.IN_FORCE: _("Legal force since {day}."),
        Standing.QUASHED: _("Annulled, {day}."),
    }[state.standing].format(day=day)
    parts = [told]
    if state.standing is Standing.APPEALED and case:
        parts.append(_("Case {number}.").format(number=case))
    if got := ", ".join(receipt(each, today) for each in item.receipts):
        parts.append(_("Got by {who}.").format(who=got))
    return " ".join(parts)


def receipt(of: Receipt, today: date) -> str:
    """Return who got a decision, and when."""
    return f"{of.who} {words.day(of.received_on, today)}"


def pill(meeting: Meeting, item: Item, today: date) -> tuple[str, Tone]:
    """Return a word for where a paragraph stands, and its tone; nothing where nothing can be appealed."""
    return {
        Standing.NOT_APPEALABLE: ("", "plain"),
        Standing.NOT_VERIFIED: ("", "plain"),
        Standing.NOT_ANNOUNCED: (_("no time runs"), "late"),
        Standing.NOT_RECEIVED: (_("no receipt"), "soon"),
        Standing.WAITING: (_("time runs"), "plain"),
        Standing.RUN_OUT: (_("ask the court"), "soon"),
        Standing.ASKED: (_("asked"), "accent"),
        Standing.APPEALED: (_("appealed"), "late"),
        Standing.IN_FORCE: (_("legal force"), "done"),
        Standing.QUASHED: (_("annulled"), "late"),
    }[legal_force.state_of(meeting, item, today).standing]  # type: ignore[return-value]  # the tones are literals


def step(of: AppealStep, today: date) -> str:
    """Return what was noted of an appeal: when, what, by whom, in which case."""
    case = _("case {number}").format(number=of.case_number) if of.case_number else ""
    final = _("nothing more can be appealed") if of.final and of.kind in legal_force.ENDING else ""
    told = ", ".join(filter(None, (kind(of.kind), of.court, case, of.by, final, of.note)))
    return f"{words.day(of.day, today)}: {told}"


def kind(of: AppealStepKind) -> str:
    """Return what became known."""
    return {
        AppealStepKind.ASKED: _("the court was asked"),
        AppealStepKind.NONE_FILED: _("nobody has appealed"),
        AppealStepKind.FILED: _("somebody has appealed"),
        AppealStepKind.TOO_LATE: _("an appeal came too late"),
        AppealStepKind.DISMISSED: _("the appeal was dismissed"),
        AppealStepKind.REJECTED: _("the appeal was rejected"),
        AppealStepKind.QUASHED: _("the decision was annulled"),
        AppealStepKind.WITHDRAWN: _("the appeal was withdrawn"),
    }[of]


def chosen(meeting: Meeting, items: Sequence[Item]) -> str:
    """Return the paragraphs that are chosen: `§§ 70–74`."""
    from klubban.domain.paragraphs import Paragraphs

    numbers = Paragraphs.of(item.number for item in items if item.number is not None)
    return wording.signs_in(meeting, numbers) if numbers else ""

"""What a body's habits say: the parts of a paragraph by name, and each choice with what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.habits import CUSTOM, Part, PointsAs, VotesAs
from klubban.i18n import _, ngettext, pgettext

if TYPE_CHECKING:
    from klubban.domain.habits import Habits


def part(of: Part) -> str:
    """Return what a part is called."""
    return {
        Part.DECISION: _("Decision"),
        Part.PROPOSALS: _("Proposal to another body"),
        Part.DISQUALIFICATION: _("Disqualification"),
        Part.QUORUM: _("Quorum"),
        Part.SUMMARY: _("Summary"),
        Part.DOCUMENTS: pgettext("document", "Documents"),
        Part.PRESENTERS: ngettext("Presenter", "Presenters", 1),
        Part.EARLIER: _("Earlier handling"),
        Part.PROPOSAL: _("Proposed decision"),
        Part.MOTIONS: ngettext("Motion", "Motions", 2),
        Part.PROCEEDINGS: _("Proceedings"),
        Part.ELECTIONS: _("Election"),
        Part.DIVISIONS: _("Vote"),
        Part.NOT_TAKING_PART: _("Not taking part in the decision"),
        Part.OPINIONS: _("Reservation and statements"),
        Part.ASSIGNMENTS: _("Assignments"),
        Part.IMMEDIATE: _("Immediate verification"),
        Part.RECIPIENTS: _("The decision is sent to"),
    }[of]


def order(habits: Habits) -> tuple[str, str]:
    """Return the order of the parts as a sentence, and whether it is the customary one."""
    names = [habits.titles.get(each) or part(each) for each in habits.order]
    told = _("{parts} – in that order, the empty ones left out.").format(parts=", ".join(names))
    custom = habits.order == CUSTOM.order and not habits.titles
    return told, _("As most do.") if custom else _("The body’s own.")


def votes() -> list[tuple[object, str, str]]:
    """Return how the answers of a division can be told."""
    return [
        (
            VotesAs.TABLE,
            _("The answers of a division stand in a table."),
            _("A row for each who votes, with columns for yes, no and abstains."),
        ),
        (
            VotesAs.SENTENCES,
            _("The answers of a division stand in sentences."),
            _("Yes: the names. No: the names. Short where few vote."),
        ),
        (
            VotesAs.APPENDIX,
            _("The answers of a division stand in an appendix."),
            _("The paragraph gives the totals and refers to the list, which is numbered."),
        ),
    ]


def points() -> list[tuple[object, str, str]]:
    """Return how the points of a decision can be set."""
    return [
        (PointsAs.NUMBERS, _("The points of a decision are numbered."), _("1. The programme is adopted.")),
        (
            PointsAs.THAT,
            _("The points of a decision are clauses with “that”."),
            _("that the programme is adopted"),
        ),
    ]


def apart() -> list[tuple[object, str, str]]:
    """Return where matters about individuals can stand."""
    return [
        (
            False,
            _("Matters about individuals stand among the others."),
            _("One paragraph follows the other on the page."),
        ),
        (
            True,
            _("Matters about individuals have sheets of their own."),
            _("Exercise of authority and what is confidential: each can be kept and lent without the rest."),
        ),
    ]

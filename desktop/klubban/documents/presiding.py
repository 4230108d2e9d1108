"""Who presided for which paragraphs, and how the protocol says so where it was not the chair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import spans, wording
from klubban.domain import presided
from klubban.domain.roll import PRESIDIUM, OnRollAs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.body import Named
    from klubban.domain.meeting import Item, Meeting, Presiding
    from klubban.domain.roll import RollLine
    from klubban.i18n import Texts


def span(meeting: Meeting, turn: Presiding, texts: Texts) -> str:
    """Return for what somebody presided: `§§ 57–60`, `fr.o.m. § 61`; nothing for the whole meeting."""
    return spans.span(meeting, turn.paragraphs, turn.items, texts)


def sentences(meeting: Meeting, texts: Texts) -> Iterator[str]:
    """Walk the sentences that name those who presided and were not the chair (KL 6 kap. 22 §)."""
    for turn in meeting.presiding:
        if not _is_chair(meeting, turn.who):
            over = span(meeting, turn, texts)
            line = texts.gettext("{who} presides over the meeting {paragraphs}.")
            whole = texts.gettext("{who} presides over the meeting.")
            leads = wording.capital(titled(meeting, turn.who, texts))
            yield (line if over else whole).format(who=leads, paragraphs=over)


def at_item(meeting: Meeting, item: Item, texts: Texts) -> str:
    """Return who presided at an item that somebody else was disqualified for who presided; else nothing."""
    turn = presided.at(meeting, item)
    stood_aside = any(who.is_same(other.who) for who in item.kept_out for other in presided.turns(meeting))
    if turn is None or not stood_aside or any(who.is_same(turn.who) for who in item.kept_out):
        return ""
    line = texts.gettext("{who} presides over the meeting for this paragraph.")
    return line.format(who=wording.capital(titled(meeting, turn.who, texts)))


def titled(meeting: Meeting, who: Named, texts: Texts) -> str:
    """Return `1:e vice ordföranden Britta Ek (M)`, `ålderspresidenten Carl Berg (C)`, or the name alone."""
    line = line_of(meeting, who)
    title = ""
    if line and line.role in PRESIDIUM:
        title = texts.gettext("the {office}").format(office=office(meeting, line, texts))
    elif line and _is_senior(meeting, line):
        title = texts.gettext("the senior member")
    return f"{title} {who}".strip()


def office(meeting: Meeting, line: RollLine, texts: Texts) -> str:
    """Return an office of the presidium: `ordförande`, `vice ordförande`, `1:e vice ordförande`."""
    several = any(each.role is OnRollAs.SECOND_VICE_CHAIR for each in meeting.roll.lines)
    return wording.office(line.role, texts, two_vices=several)


def after_name(meeting: Meeting, who: Named, texts: Texts) -> str:
    """Return what somebody who presided is called beside their name: `ordförande fr.o.m. § 61`."""
    turn = next((turn for turn in presided.turns(meeting) if who.is_same(turn.who)), None)
    if turn is None:
        return ""
    own = _is_chair(meeting, who)
    title = texts.pgettext("after a name", "chair") if own else texts.pgettext("after a name", "acting chair")
    return f"{title} {span(meeting, turn, texts)}".strip()


def line_of(meeting: Meeting, who: Named) -> RollLine | None:
    """Return somebody's line on the roll, if there is one."""
    return next((line for line in meeting.roll.lines if who.is_same(line.who)), None)


def _is_chair(meeting: Meeting, who: Named) -> bool:
    """Tell whether somebody who presided has the chair's seat, or nobody has one."""
    line = line_of(meeting, who)
    return not _has_chair(meeting) or line is None or line.role is OnRollAs.CHAIR


def _is_senior(meeting: Meeting, line: RollLine) -> bool:
    """Tell whether a member presides by seniority, in a body that decides; officials know nothing of that."""
    by_seniority = line.role is OnRollAs.MEMBER and not _was_chosen(meeting, line)
    return by_seniority and _has_chair(meeting) and meeting.body.rules.quorum


def _has_chair(meeting: Meeting) -> bool:
    return any(line.role is OnRollAs.CHAIR for line in meeting.roll.lines)


def _was_chosen(meeting: Meeting, line: RollLine) -> bool:
    return any(ruling.place is None and ruling.serves == line.id for ruling in meeting.roll.rulings)

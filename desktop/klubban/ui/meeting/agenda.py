"""The agenda as rows: the meeting itself first, then its items, last what waits to be put on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.agenda import Act
from klubban.domain.agenda_order import Side, agenda_numbers, sections
from klubban.domain.meeting import Meeting, Outcome, Stage
from klubban.i18n import _, current, ngettext, pgettext
from klubban.ui.meeting import time_words, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from klubban.domain.agenda import AgendaAct
    from klubban.domain.meeting import Item

THE_MEETING = 0
"""Stands for the meeting itself: no item has this id."""
WAITING = -1
"""Stands for what waits to be put on the agenda."""
CHECKLIST = -2
"""Stands for what is to be looked at before the verification."""
_NO_BREAK = "\u00a0"
_DASH = "\N{EN DASH}"
_BEFORE = (Stage.PLANNED, Stage.SUMMONED)


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One line of the agenda; a line without an id heads those that follow, or is a place to type in."""

    id: int | None
    number: str
    title: str
    state: str = ""
    done: bool = False
    about: str = ""
    """What it is for and how long it takes, in a few quiet words."""
    clash: str = ""
    """What is said of a clock time that cannot be kept."""
    new: bool = False
    """Here a title is typed."""
    parted: bool = False
    """It heads one part of several."""
    lack: str = ""
    """What is still to be done at it."""

    @property
    def heading(self) -> bool:
        """Tell whether this cannot be chosen."""
        return self.id is None

    @property
    def item(self) -> bool:
        """Tell whether this is an item of the agenda."""
        return self.id is not None and self.id > THE_MEETING

    @property
    def below(self) -> str:
        """Return the line below the title; what is to be done has a line of its own."""
        told = (self.state if not self.done else "", self.about, self.clash)
        return " · ".join(filter(None, told))

    @property
    def words(self) -> str:
        """Return all that the row says."""
        return ", ".join(
            filter(
                None, (f"{self.number} {self.title}".strip(), self.state, self.about, self.clash, self.lack)
            )
        )


def rows(
    meeting: Meeting,
    waiting: Sequence[str] = (),
    lacks: Mapping[int, Sequence[str]] | None = None,
    checklist: AgendaRow | None = None,
) -> list[AgendaRow]:
    """Return the agenda of a meeting, and in one row the titles of what waits to be put on it.

    `lacks` says by item what is still to be done there; the checklist has a row of its own, if there is one.
    """
    numbers = agenda_numbers(meeting.items)
    found = [AgendaRow(THE_MEETING, "", _("Attendance and particulars"))]
    clashes = time_words.clash_words(meeting) if meeting.stage in _BEFORE else {}
    for section in sections(meeting):
        found.append(AgendaRow(None, _heading(section.side, meeting), "", parted=section.side is not None))
        found += (
            _row(numbers[item.id], item, meeting, clashes.get(item.id, ""), (lacks or {}).get(item.id, ()))
            for item in section.items
        )
    if checklist is not None:
        found += [AgendaRow(None, _before_end(meeting), ""), checklist]
    if waiting:
        told = ngettext("{count} thing waits", "{count} things wait", len(waiting)).format(count=len(waiting))
        found += [
            AgendaRow(None, off_agenda(meeting), ""),
            AgendaRow(WAITING, "", told, about=", ".join(each.rstrip(".") for each in waiting)),
        ]
    return found


def on_agenda(meeting: Meeting) -> str:
    """Return `På föredragningslistan`, or where nothing is decided `På dagordningen`."""
    if meeting.body.rules.protocol:
        return pgettext("formal", "On the agenda")
    return pgettext("informal", "On the agenda")


def off_agenda(meeting: Meeting) -> str:
    """Return the heading of what waits."""
    if meeting.body.rules.protocol:
        return pgettext("formal", "Not on the agenda")
    return pgettext("informal", "Not on the agenda")


def whole_agenda(meeting: Meeting) -> str:
    """Return the heading of an agenda that is not in parts."""
    return pgettext("formal", "Agenda") if meeting.body.rules.protocol else pgettext("informal", "Agenda")


def _before_end(meeting: Meeting) -> str:
    """Return the heading of the checklist."""
    if meeting.body.rules.verified:
        return pgettext("agenda", "Before verification")
    return pgettext("agenda", "Before the notes go out")


def _heading(side: Side | None, meeting: Meeting) -> str:
    if side is None:
        return whole_agenda(meeting)
    return {
        Side.PROCEDURE: pgettext("part of the agenda", "Opening and closing"),
        Side.INFORMATION: pgettext("part of the agenda", "Information"),
        Side.DECISION: pgettext("part of the agenda", "For decision"),
    }[side]


def _row(number: str, item: Item, meeting: Meeting, clash: str, lacks: Sequence[str]) -> AgendaRow:
    before = meeting.stage in _BEFORE  # then, a decision is a draft
    sign = wording.sign_of(meeting, item) or _unnumbered(item, number, held=not before)
    state = _state(item, before=before or meeting.stage is Stage.IN_SESSION)
    done = not state and (item.outcome is not None or (not before and bool(item.decision)))
    about = " · ".join(
        [*marks(item, meeting), *(_plan(item, timed=not clash) if before and not state else ())]
    )
    state = state or (_("dealt with") if done else "")
    lack = "" if before else " · ".join(lacks)
    return AgendaRow(item.id, sign, item.title, state, done, about, clash, lack=lack)


def _unnumbered(item: Item, number: str, *, held: bool) -> str:
    """Return a dash for what will never be a paragraph, for what is none yet its number on the agenda."""
    never = item.unnumbered or (held and item.outcome is Outcome.WITHDRAWN)
    return _DASH if never else number


def _state(item: Item, *, before: bool) -> str:
    """Return what became of an item that was not dealt with; until the meeting is over as it stands now."""
    match item.outcome:
        case Outcome.POSTPONED:
            return pgettext("agenda", "is postponed") if before else _("postponed")
        case Outcome.WITHDRAWN:
            return pgettext("agenda", "is withdrawn") if before else _("withdrawn")
        case Outcome.REFERRED_BACK:
            return _("referred back")
        case _:
            return ""


def marks(item: Item, meeting: Meeting | None = None) -> list[str]:
    """Return what sets an item apart at every stage."""
    extra = next((act for act in item.acts if act.act is Act.ADDED), None)
    found = []
    if extra is not None:
        found.append(_added(extra, at_meeting=meeting is not None and _at_meeting(extra, meeting)))
    if item.confidential:
        found.append(_("confidential"))
    return found


def _added(act: AgendaAct, *, at_meeting: bool) -> str:
    """Return that an item is extra, and who proposed it."""
    if at_meeting:
        return _("added at the meeting, {name}").format(name=act.by) if act.by else _("added at the meeting")
    return _("extra item, {name}").format(name=act.by) if act.by else _("extra item")


def _at_meeting(act: AgendaAct, meeting: Meeting) -> bool:
    """Tell whether something was done while the meeting was held."""
    return (
        meeting.stage not in _BEFORE and act.at is not None and act.on is not None and act.on >= meeting.date
    )


def _plan(item: Item, *, timed: bool) -> list[str]:
    """Return what an item is for and the time it has, before the meeting."""
    found = [words.kind(item.kind)] if item.kind else []
    if item.start is not None and timed:
        found.append(_("at {time}").format(time=current().time(item.start)).replace(" ", _NO_BREAK))
    if item.minutes:
        found.append(_("{count} min").format(count=item.minutes).replace(" ", _NO_BREAK))
    return found

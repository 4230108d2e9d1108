"""Reservations, statements and notes: who, when, in whose favour, and the reasons or the waiting."""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING, Any, cast

from klubban.domain.body import Named
from klubban.domain.decided import Opinion, OpinionKind
from klubban.domain.errors import RuleBroken
from klubban.i18n import _, current
from klubban.operations import opinions
from klubban.ui.minutes import words
from klubban.ui.minutes.cells import Cell, ChoiceCell, LineCell, NamesCell, TextCell
from klubban.ui.minutes.line import Line
from klubban.ui.minutes.list_part import ListPart, Told
from klubban.ui.minutes.people import called_all
from klubban.ui.registers.days import read_day

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from klubban.ui.minutes.row import Row
    from klubban.ui.theme import Tone

_TIME = re.compile(r"(?P<day>.*?) ?(?P<hour>\d{1,2})[.:](?P<minute>\d{2})")
AWAITED, APPENDIX = "awaited", "appendix"


class OpinionsPart(ListPart):
    """One line lodges an opinion, now unless another time is typed."""

    reasons = True

    @property
    def row_keys(self) -> str:
        """Return what the keys do on an opinion."""
        return _("Enter changes · V text awaited · K it never came · B as an appendix · Delete takes away")

    def _tell(self) -> list[Told]:
        return [self._told_of(each) for each in self.item.opinions]

    def _told_of(self, opinion: Opinion) -> Told:
        parts = [words.opinion(opinion.kind)]
        if opinion.lodged_at is not None:
            parts.append(_("lodged at {time}").format(time=current().time(opinion.lodged_at)))
        favour = self._favour(opinion.motion)
        if favour:
            parts.append(_("for {motion}").format(motion=favour))
        text = words.short(opinion.text)
        what = ", ".join(parts) + (f"\n{text}" if text and not opinion.appendix else "")
        return Told(opinion.id, called_all(opinion.by), what, _pills(opinion))

    def _favour(self, motion_id: int | None) -> str:
        found = (each for each in self.item.motions if each.id == motion_id)
        return next((words.moved(each) for each in found), "")

    # --- the line

    def _make_line(self) -> Line:
        self._who = NamesCell(_("Who lodges it"), _("Who, or which party"))
        kinds = [(each, words.opinion(each)) for each in OpinionKind]
        self._kind = ChoiceCell(_("Kind of opinion"), _("What"), kinds)
        self._when = LineCell(_("Lodged when"), _("When: 14.02"))
        self._for = ChoiceCell(_("In favour of"), _("In favour of"), [])
        how = [(AWAITED, _("reasons awaited")), (APPENDIX, _("as an appendix"))]
        self._how = ChoiceCell(_("Reasons"), _("Reasons"), how)
        self._text = TextCell(_("The reasons"), _("The reasons, if they are given"))
        rows: list[list[tuple[Cell[Any], int]]] = [
            [(self._who, 3), (self._kind, 2)],
            [(self._when, 2), (self._for, 3), (self._how, 3)],
            [(self._text, 1)],
        ]
        return Line(
            _("New opinion"), rows, _("Tab goes on · Shift+Enter a new line · Enter notes it · Esc leaves")
        )

    def _names(self) -> NamesCell | None:
        return self._who

    def _open(self, line: Line) -> None:
        self._for.offer_options([(each.id, words.moved(each)) for each in self.item.motions if each.stands])
        super()._open(line)

    def _ready(self) -> None:
        if self._changing is None and self._kind.is_empty:
            self._kind.show_value(OpinionKind.RESERVATION)

    def _show(self) -> None:
        found = [each.kind for each in self.item.opinions]
        one = found[0] if len(set(found)) == 1 else None
        self._call(words.opinions(one, len(found)) if one else self.label)
        super()._show()

    @property
    def _typed(self) -> bool:
        """Tell whether anything but the kind, which is there at once, is typed."""
        if self._line is None:
            return False
        cells = [cell for cell in self._line.cells if cell is not self._kind]
        return self._edited if self._changing is not None else not all(cell.is_empty for cell in cells)

    def _leave(self) -> None:
        if not self._typed and self._changing is None:
            self.line.clear()
        super()._leave()

    def _fill(self, id_: int) -> None:
        one = self._opinion(id_)
        self._who.show_people(one.by)
        self._kind.show_value(one.kind)
        self._when.show_words(self._told_when(one))
        self._for.offer_options([(each.id, words.moved(each)) for each in self.item.motions])
        self._for.show_value(one.motion)
        self._how.show_value(AWAITED if one.awaited else APPENDIX if one.appendix else None)
        self._text.show_blocks(one.text)

    def _told_when(self, one: Opinion) -> str:
        day = one.lodged_on.isoformat() if one.lodged_on and one.lodged_on != self.meeting.date else ""
        at = current().time(one.lodged_at) if one.lodged_at else ""
        return f"{day} {at}".strip()

    def _opinion(self, id_: int) -> Opinion:
        return next(each for each in self.item.opinions if each.id == id_)

    @property
    def _worth_saving(self) -> bool:
        return not self._text.is_empty

    def _write(self, id_: int | None, *, half: bool, run: str | None) -> int | None:
        read = self._who.read()
        by = (*read.people, Named(read.unknown)) if half and read.unknown else read.people
        on, at = self._lodged()
        how = self._how.value()
        facts: dict[str, Any] = {
            "kind": cast("OpinionKind", self._kind.value() or OpinionKind.RESERVATION),
            "by": by,
            "text": self._text.blocks(),
            "awaited": how == AWAITED,
            "appendix": how == APPENDIX,
            "motion": self._for.value(),
        }
        if id_ is None:
            lodged = {"on": on, "at": at, "reason": self.line.why, **facts}
            return opinions.lodge(self._database, self.item.id, **lodged)
        now = self._opinion(id_)
        changed = {name: value for name, value in facts.items() if value != getattr(now, name)}
        if (on, at) != (now.lodged_on, now.lodged_at) and not self._when.is_empty:
            changed |= {"on": on, "at": at}
        if changed:
            opinions.change_opinion(self._database, id_, run=run, reason=self.line.why, **changed)
        return None

    def _lodged(self) -> tuple[date, time | None]:
        """Return when it was lodged: now, or as typed; a time alone is of the meeting's day."""
        now = self._clock()
        if self._when.is_empty:
            return now.date(), now.time().replace(second=0, microsecond=0, tzinfo=None)
        return read_moment(self._when.words(), self.meeting.date)

    # --- rows

    def _remove(self, id_: int) -> None:
        opinions.remove_opinion(self._database, id_)

    def _press(self, row: Row, event: QKeyEvent) -> bool:
        one = self._opinion(row.id)
        match event.text().casefold():
            case "v":
                self._set(row.id, awaited=not one.awaited)
            case "b":
                self._set(row.id, appendix=not one.appendix)
            case "k":
                self._do(lambda: opinions.set_lapsed(self._database, row.id, not one.lapsed))
            case _:
                return False
        return True

    def _set(self, id_: int, **facts: Any) -> None:
        self._do(lambda: opinions.change_opinion(self._database, id_, **facts))


def read_moment(typed: str, day: date) -> tuple[date, time | None]:
    """Return the day and the time that were typed; a time alone is of a given day. Raises RuleBroken."""
    found = _TIME.fullmatch(typed)
    try:
        if found is None:
            return read_day(typed) or day, None
        return read_day(found["day"]) or day, time(int(found["hour"]), int(found["minute"]))
    except (RuleBroken, ValueError) as error:
        raise RuleBroken("”{words}” is no time; write 14.02, or 2026-11-13 9.30", words=typed) from error


def _pills(opinion: Opinion) -> tuple[tuple[str, Tone], ...]:
    if opinion.lapsed:
        return ((_("reasons never came"), "plain"),)
    # A reservation may stand without reasons; a statement and a note are nothing without their text.
    waits = opinion.kind is not OpinionKind.RESERVATION and not opinion.text
    if opinion.awaited or waits:
        return ((_("text awaited"), "soon"),)
    return ((_("appendix"), "plain"),) if opinion.appendix else ()

"""How the meeting stands at one item: how many serve, whether they may decide, who presides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from klubban.domain import quorum
from klubban.domain.roll import OnRollAs
from klubban.domain.service import OrderOfCall
from klubban.i18n import _, ngettext
from klubban.ui.roll import words
from klubban.ui.theme import font, theme
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, spaced

if TYPE_CHECKING:
    from klubban.ui.roll.sheet import Sheet
    from klubban.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class Standing:
    """The words of the panel's head."""

    figure: str
    tone: Tone
    sentence: str
    presides: str = ""
    balance: str = ""


def standing(sheet: Sheet, place: int) -> Standing:
    """Return how a meeting whose roll is begun stands at a place."""
    of = quorum.standing(sheet.service, place)
    figure = _("{count} of {seats}").format(count=of.serving, seats=of.seats)
    presides = _presides(sheet, place)
    if not of.needed:
        return Standing(figure, "plain", _("are present"), presides)
    told = " ".join(filter(None, (_quorum(of), missing(sheet, place))))
    return Standing(
        figure, "done" if of.reached else "late", told, presides, _balance(sheet, place) if of.reached else ""
    )


def _quorum(of: quorum.Standing) -> str:
    if not of.reached:
        return _("Not quorate: at least {least} must serve.").format(least=of.needed)
    if of.serving < of.needed:
        return _("Quorate although disqualification leaves too few (KL ch. 5 s. 46).")
    return _("Quorate, at least {least}.").format(least=of.needed)


def missing(sheet: Sheet, place: int) -> str:
    """Return who is missing of the members, and whether others step in for them: in a sentence."""
    sits = sheet.service.sittings[place]
    gone = [each for each in sits if each.person != each.seat.id]
    there = sheet.service.presence
    out = sum(sheet.is_out(each.seat.id, place) and place in there[each.seat.id].there for each in gone)
    empty = sum(1 for each in gone if each.seat.person is None)
    away = len(gone) - out - empty
    parts = []
    if out:
        told = ngettext("{count} is disqualified", "{count} are disqualified", out)
        parts.append(told.format(count=words.number(out)))
    if away:
        told = ngettext("{count} is absent", "{count} are absent", away)
        parts.append(told.format(count=words.number(away)))
    if empty:
        told = ngettext("{count} seat is vacant", "{count} seats are vacant", empty)
        parts.append(told.format(count=words.number(empty)))
    if not parts:
        return ""
    filled = sum(1 for each in gone if each.person is not None)
    return _("{missing}; {replaced}.").format(
        missing=words.capital(", ".join(parts)), replaced=_replaced(len(gone), filled)
    )


def _replaced(gone: int, filled: int) -> str:
    if filled == 0:
        return _("nobody steps in")
    if filled < gone:
        told = ngettext("{count} is replaced", "{count} are replaced", filled)
        return told.format(count=words.number(filled))
    whole = {1: _("an alternate serves"), 2: _("both are replaced")}
    return whole.get(gone, _("all are replaced"))


def _presides(sheet: Sheet, place: int) -> str:
    id_ = sheet.service.presiding[place]
    if id_ is None:
        return ""
    line = sheet.lines[id_]
    if line.role is OnRollAs.CHAIR:
        return _("{name} is in the chair").format(name=words.name(line))
    told = _("{name} presides, {role}") if words.role(line.role) else _("{name} presides")
    return told.format(name=words.name(line), role=words.role(line.role))


def _balance(sheet: Sheet, place: int) -> str:
    if sheet.meeting.body.rules.alternates is OrderOfCall.NONE:
        return ""
    differs = sheet.changed_balance(place)
    return _("Differs from the election: {change}").format(change=words.change(differs)) if differs else ""


class StandingHead(QWidget):
    """The large figure with its sentence."""

    def __init__(self) -> None:
        super().__init__()
        column, row = QVBoxLayout(self), QHBoxLayout()
        spaced(column, gap=2)
        spaced(row, (0, 6, 0, 0), 8)
        self._figure = Figure()
        self._sentence = Text("", "item", QUIET, wrap=True)
        self._presides = Text("", "item", wrap=True)
        self._pill, self._balance = Pill(_("Balance"), "soon"), Text("", "item", wrap=True)
        row.addWidget(self._pill, 0, TOP)
        row.addWidget(self._balance, 1)
        for widget in (self._figure, self._sentence, self._presides):
            column.addWidget(widget)
        column.addLayout(row)

    def show_standing(self, of: Standing) -> None:
        """Show how it stands."""
        self._figure.say(of.figure, of.tone)
        for label, told in (
            (self._sentence, of.sentence),
            (self._presides, of.presides),
            (self._balance, of.balance),
        ):
            label.setText(told)
            label.setVisible(bool(told))
        self._pill.setVisible(bool(of.balance))
        self.setAccessibleName(" ".join(filter(None, (of.figure, of.sentence, of.presides, of.balance))))


class Figure(QLabel):
    """A large figure in the colour of a tone, which the sentence below says too."""

    def __init__(self) -> None:
        super().__init__()
        self._tone: Tone = "plain"
        self.setFont(font("cover"))
        theme().changed.connect(self._colour)

    def say(self, words_: str, tone: Tone) -> None:
        """Show another figure."""
        self._tone = tone
        self.setText(words_)
        self._colour()

    def _colour(self) -> None:
        ink = theme().tokens.ink if self._tone == "plain" else theme().tokens.tone(self._tone)[0]
        palette = self.palette()
        palette.setColor(self.foregroundRole(), ink)
        self.setPalette(palette)

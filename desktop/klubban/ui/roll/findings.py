"""What was against a rule, to be looked at before verification, each with its reason or a line for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain import deviations
from klubban.domain.roll import Deviates
from klubban.i18n import _
from klubban.ui.roll import words
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.domain.body import Named
    from klubban.domain.deviations import Finding
    from klubban.ui.roll.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Slip:
    """The same thing against a rule, at one item or at several in a row."""

    items: tuple[int, ...]
    rule: Deviates
    who: Named | None
    told: str
    reason: str | None = None
    noted: int | None = None
    """The note with its reason, which can be taken back."""


def slips(sheet: Sheet, place: int) -> tuple[Slip, ...]:
    """Return what is against a rule, at the items that are dealt with and up to the one in hand.

    How it would be at later ones is no fact yet.
    """
    found = [
        each
        for each in deviations.findings(sheet.service, sheet.meeting.items)
        if each.noted or each.place <= place or sheet.meeting.items[each.place].outcome is not None
    ]
    return tuple(_slip(sheet, group) for group in _groups(found))


def _groups(found: Sequence[Finding]) -> Iterator[list[Finding]]:
    """Put together what is alike and wants its reason."""
    groups: list[list[Finding]] = []
    for each in found:
        alike = (
            group for group in groups if not each.reason and not group[0].reason and _same(group[-1], each)
        )
        group = next(alike, None)
        if group is None:
            groups.append([each])
        else:
            group.append(each)
    yield from groups


def _same(one: Finding, other: Finding) -> bool:
    return (one.rule, one.who, one.ruling) == (other.rule, other.who, other.ruling)


def _slip(sheet: Sheet, group: Sequence[Finding]) -> Slip:
    first = group[0]
    where = words.signs(sheet, [each.place for each in group])
    told = {
        Deviates.QUORUM: _("{items}: not enough served for a quorum."),
        Deviates.DISQUALIFIED: _("{items}: {name} took part although disqualified."),
        Deviates.RETURN: _("{items}: {name} served again after having left."),
        Deviates.REMOTE: _("{items}: {name} took part remotely, which the body’s rules do not let."),
        Deviates.OTHER: _("{items}: two decisions about {name}.") if first.ruling else _("{items}: {name}"),
    }
    return Slip(
        items=tuple(each.item for each in group),
        rule=first.rule,
        who=first.who,
        told=words.capital(told[first.rule].format(items=where, name=first.who or "").rstrip(": ")),
        reason=first.reason,
        noted=first.noted.id if first.noted else None,
    )


class Slips(QWidget):
    """The sentences, each with its reason, or a line for it."""

    noted = Signal(object, str)
    """A Slip, and its reason."""
    withdrawn = Signal(int)

    def __init__(self, found: Sequence[Slip]) -> None:
        super().__init__()
        self._entries: list[tuple[Slip, Entry]] = []
        column = QVBoxLayout(self)
        spaced(column, gap=6)
        title = _("To look at before verification")
        self.setAccessibleName(title)
        column.addWidget(Text(title, "label", QUIET))
        for slip in found:
            column.addWidget(self._one(slip))

    def _one(self, slip: Slip) -> QWidget:
        holder = QWidget()
        column, row = QVBoxLayout(holder), QHBoxLayout()
        spaced(column, (0, 0, 0, 6), 4)
        spaced(row, gap=8)
        mark = Pill(_("noted"), "plain") if slip.reason else Pill(_("reason wanted"), "soon")
        row.addWidget(Text(slip.told, "item", wrap=True), 1, TOP)
        row.addWidget(mark, 0, TOP)
        column.addLayout(row)
        if slip.reason:
            column.addWidget(Text(_("Reason: {reason}").format(reason=slip.reason), "item", QUIET, wrap=True))
        if slip.noted is not None:
            back, id_ = Link(_("Take back")), slip.noted
            back.clicked.connect(lambda: self.withdrawn.emit(id_))
            column.addWidget(back, 0)
        if not slip.reason:
            entry = Entry(_("Reason, {slip}").format(slip=slip.told), _("Reason for the record, then Enter"))
            entry.entered.connect(lambda reason: self.noted.emit(slip, reason) if reason else None)
            self._entries.append((slip, entry))
            column.addWidget(entry)
        return holder

    @property
    def typing(self) -> bool:
        """Tell whether a reason is being typed."""
        return any(entry.line.hasFocus() or entry.words() for _slip, entry in self._entries)

    def typed(self) -> list[tuple[Slip, str]]:
        """Return the reasons that are typed and not noted yet."""
        return [(slip, entry.words()) for slip, entry in self._entries if entry.words()]

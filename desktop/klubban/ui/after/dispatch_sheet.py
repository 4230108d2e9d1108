"""What the step of dispatch shows: a row for each recipient and what they are to have, ticked or not."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from klubban.domain.afterwards import DispatchWay

if TYPE_CHECKING:
    from typing import TypeAlias

    from klubban.domain.address_book import Key, Recipient
    from klubban.domain.dispatching import Line, Part, Plan, Sent

    RowId: TypeAlias = tuple[Key, bool]
    """A recipient, and whether the row is of what is held back."""


@dataclass(frozen=True, slots=True)
class Row:
    """A recipient with paragraphs that are to go together."""

    id: RowId
    line: Line
    ticked: bool

    @property
    def held_back(self) -> bool:
        """Tell whether it goes only if somebody says so."""
        return self.id[1]

    @property
    def needs_reason(self) -> bool:
        """Tell whether it must be said why it goes: before verification, or confidential by mail."""
        mailed = self.line.recipient.way is DispatchWay.MAIL
        return any(not part.verified or (part.confidential and mailed) for part in self.line.parts)


@dataclass
class Chosen:
    """What was chosen and is not sent yet: ticks and ways that are not as they come, and what goes again."""

    ticks: dict[RowId, bool] = field(default_factory=dict)
    ways: dict[Key, DispatchWay] = field(default_factory=dict)
    again: set[Key] = field(default_factory=set)
    once: dict[Key, tuple[str, str]] = field(default_factory=dict)
    """E-mail and postal address that are for this time alone."""

    def rows(self, plan: Plan) -> list[Row]:
        """Return the rows of all who have something to get."""
        found = []
        for line in plan.lines:
            chosen = self._as_chosen(line)
            wanted = line.parts if line.key in self.again else tuple(part for part in line.parts if part.due)
            for held in (False, True):
                parts = [part for part in wanted if part.held_back is held]
                if parts:
                    found.append(self._row(chosen, parts, held=held))
        return found

    def _as_chosen(self, line: Line) -> Line:
        to = line.recipient
        if line.key in self.once:
            email, address = self.once[line.key]
            way = DispatchWay.MAIL if email else DispatchWay.POST
            to = replace(to, email=email or None, address=address or None, way=way)
        return replace(line, recipient=to.by(self.ways.get(line.key, to.way)))

    def _row(self, line: Line, parts: list[Part], *, held: bool) -> Row:
        id_ = (line.key, held)
        own = not held and not line.recipient.lacks_address
        return Row(id_, line.with_parts(part.item for part in parts), self.ticks.get(id_, own))

    def take_once(self, row: Row, email: str, address: str) -> None:
        """Send to an address this time alone."""
        self.once[row.line.key] = (email, address)
        self.ways.pop(row.line.key, None)

    def turn_way(self, row: Row) -> None:
        """Go on to the next way that leads to a recipient."""
        self.ways[row.line.key] = next_way(row.line.recipient)

    def send_again(self, plan: Plan, sent: Sent) -> RowId | None:
        """Put what was sent among what is to be sent, and return its row; None where nobody is to have it."""
        for line in plan.lines:
            if any(each.id in sent.ids for part in line.parts for each in part.sent):
                self.again.add(line.key)
                return line.key, False
        return None

    def forget(self, rows: list[Row]) -> None:
        """Let go of what was chosen of rows that are sent."""
        for row in rows:
            self.ticks.pop(row.id, None)
            self.again.discard(row.line.key)


def ways_of(recipient: Recipient) -> tuple[DispatchWay, ...]:
    """Return the ways that lead to somebody, in the order in which they are gone through."""
    ways = [DispatchWay.INTERNAL] if recipient.body is not None else []
    ways += [DispatchWay.MAIL] if recipient.email else []
    ways += [DispatchWay.POST] if recipient.address else []
    return (*ways, DispatchWay.HANDED)


def next_way(recipient: Recipient) -> DispatchWay:
    """Return the way after the one that is chosen."""
    ways = ways_of(recipient)
    return ways[(ways.index(recipient.way) + 1) % len(ways)] if recipient.way in ways else ways[0]

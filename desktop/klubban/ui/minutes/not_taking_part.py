"""Who takes no part in the decision, a row for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.body import Named
from klubban.i18n import _
from klubban.operations import opinions
from klubban.ui.minutes.cells import NamesCell
from klubban.ui.minutes.line import Line
from klubban.ui.minutes.list_part import ListPart, Told

if TYPE_CHECKING:
    from collections.abc import Iterable


class NotTakingPart(ListPart):
    """Names, which are noted together."""

    reasons = True

    @property
    def _named(self) -> tuple[Named, ...]:
        return self._item.not_taking_part if self._item is not None else ()

    def _tell(self) -> list[Told]:
        return [Told(place, str(who), "") for place, who in enumerate(self._named)]

    def _make_line(self) -> Line:
        self._who = NamesCell(self.label, _("Who, or which party"))
        return Line(self.label, [[(self._who, 1)]], _("Enter notes it · Esc leaves"))

    def _names(self) -> NamesCell | None:
        return self._who

    def _fill(self, id_: int) -> None:
        self._who.show_people([self._named[id_]])

    @property
    def _worth_saving(self) -> bool:
        return False  # a name that is half typed may be somebody else's

    def _write(self, id_: int | None, *, half: bool, run: str | None) -> int | None:  # noqa: ARG002 - one step each
        read = self._who.read()
        typed = (*read.people, Named(read.unknown)) if half and read.unknown else read.people
        kept = [who for place, who in enumerate(self._named) if place != id_]
        self._set([*kept, *(who for who in self._each(typed) if who not in kept)])
        return None

    def _each(self, typed: Iterable[Named]) -> Iterable[Named]:
        """Yield those named; of a party each one who may vote."""
        for who in typed:
            if who in self.people.parties:
                yield from (each for each in self.people.voters if each.party == who.party)
            else:
                yield who

    def _set(self, people: Iterable[Named]) -> None:
        reason = self.line.why
        opinions.set_not_taking_part(self._database, self.item.id, tuple(people), reason=reason)

    def _remove(self, id_: int) -> None:
        self._set([who for place, who in enumerate(self._named) if place != id_])

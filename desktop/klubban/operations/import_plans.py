"""An import's plans: how bodies' meetings come again, what comes by itself, decisions by delegation."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from klubban.exchange.open_format import Refused
from klubban.exchange.plans import WEEKDAYS
from klubban.exchange.registers import OpenBody
from klubban.i18n import N_
from klubban.operations.import_references import References
from klubban.operations.import_register import RegisterImport
from klubban.operations.renewal import Renewal
from klubban.store.change import Change, id_of

Place = Callable[..., str]
"""Gives the place in the document of something in the body."""


class PlansImport:
    """Brings in the plans of the document's bodies."""

    def __init__(self, register: RegisterImport) -> None:
        """Take the registers that were brought in before."""
        self.change: Change = register.change
        self.register = register
        self._types: Mapping[str, int] = {}

    def run(self) -> None:
        """Bring them in; raises Refused for a type of meeting that a body does not have."""
        for place, each in enumerate(self.register.document.bodies):
            body_id = self.register.bodies[each.key]
            types = self.change.rows("meeting_type", body_id=body_id)
            self._types = {str(row["name"]): id_of(row) for row in types}
            if each.patterns:
                self._put_patterns(body_id, each, place)
            if each.standing_items:
                self.register.standing[each.key] = self._put_standing_items(body_id, each, place)

    def _put_patterns(self, body_id: int, given: OpenBody, place: int) -> None:
        """Write the patterns in the place of those that were there: two together would double meetings."""
        renewal = Renewal(self.change)
        renewal.renew(("body", body_id), "meeting_pattern")
        for at, each in enumerate(given.patterns):
            renewal.insert(
                "meeting_pattern",
                body_id=body_id,
                position=at,
                weekday=WEEKDAYS.index(each.weekday),
                starts=each.start,
                meeting_type_id=self._type(each.meeting_type, "bodies", place, "patterns", at),
                **each.model_dump(include={"nth", "weeks", "first", "months", "place", "moves"}),
            )
        renewal.finish()

    def _put_standing_items(self, body_id: int, given: OpenBody, place: int) -> list[int]:
        """Write the standing items and return their ids; others stay, since meetings may have them."""
        there = [id_of(row) for row in self.change.rows("standing_item", body_id=body_id)]
        renewal = Renewal(self.change, in_order=("standing_item",))
        renewal.renew(("body", body_id), "standing_item")
        written = [
            renewal.insert(
                "standing_item",
                body_id=body_id,
                position=at,
                meeting_type_id=self._type(each.meeting_type, "bodies", place, "standing_items", at),
                **{name: getattr(each, name) for name in _STANDING},
            )
            for at, each in enumerate(given.standing_items)
        ]
        renewal.finish(but="standing_item")
        renewal.arrange("standing_item", there, written)
        return written

    def _type(self, name: str | None, *steps: str | int) -> int | None:
        if name is None or name in self._types:
            return self._types.get(name or "")
        where = self.register.document.place(*steps, "type")
        raise Refused(where, N_("The body has no meetings called {name}"), name=name)


_STANDING = ("title", "kind", "minutes", "presenters", "proposal", "months", "source", "closing")


def put_delegated(register: RegisterImport) -> None:
    """Bring in the decisions by delegation, body by body; those that are not mentioned stay."""
    references = References(register)
    document = register.document
    for key in dict.fromkeys(each.body for each in document.delegated):
        body_id = register.bodies[key]
        there = [id_of(row) for row in register.change.rows("delegated", body_id=body_id)]
        renewal = Renewal(register.change, in_order=("delegated",))
        renewal.renew(("body", body_id), "delegated")
        written = [
            renewal.insert(
                "delegated",
                body_id=body_id,
                position=place,
                decided_on=each.date,
                decided_by=each.by,
                item_id=references.item_at(each.reported, "delegated", place, "reported"),
                **each.model_dump(include={"title", "registry_number", "basis", "urgent"}),
            )
            for place, each in enumerate(document.delegated)
            if each.body == key
        ]
        renewal.finish(but="delegated")
        renewal.arrange("delegated", there, written)

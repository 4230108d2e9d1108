"""Writing anew what may be there already: rows that stay the same stay, and so their history goes on."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from klubban.store.change import Change, id_of
from klubban.store.payload import Row
from klubban.store.tables import RECORDS, Thing, Value, default_of, plain, wholes

_RECOGNISED_BY: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "item": (("key",), ("number",), ("title",)),
    "seat": (
        ("person_id", "role", "alternate_for_id", "represents", "from_date"),
        ("person_id", "role", "alternate_for_id"),
    ),
    "meeting_type": (("name",),),
    "roll_line": (
        ("who_person_id",),
        ("who_name", "who_party"),
        ("who_name", "role", "seat_party", "represents"),
    ),
    "call_up": (("person_id", "for_person_id"), ("name", "for_name")),
    "assignment": (("key",), ("name", "text")),
    "standing_item": (("title", "meeting_type_id"), ("title",)),
    "delegated": (("title", "registry_number", "decided_on"),),
    "sending": (("number",),),
    "sent_item": (("item_id",),),
    "document": (("number",), ("title",), ()),
    "motion": (("key",), ()),
    "division": (("key",), ()),
    "election": (("office",), ()),
    "candidate": (("person_id",), ("name", "party"), ()),
    "own_text": (("part",),),
    "said": (("key",), ()),
    "dispatch": (("recipient", "sent_on"), ()),
}
"""By which columns a row is taken for the same, first ones first; in other tables it is by their order."""

_STAYS = {"chair_note", "scratch", "report", "assignment_step", "circulated"}
"""What is part of a row and stays as it is: what never comes from outside, and what happened since, which
import_follow_up adds to.
"""

_LATER = {
    "item": {"origin_item_id", "origin_assignment_id", "origin_commitment_id", "origin_inquiry_id"},
    "assignment": {"status", "cost", "for_body_id"},
    "motion": {"instead_of_id"},
    "recess": {"after_item_id"},
}
"""What is set when all is there: references to what may be written after it, and how an assignment stands."""

_REFERRED_TO = {
    "document": ("sent_document", "document_id"),
    "assignment": ("item", "origin_assignment_id"),
}
"""Where rows are referred to that outlive what they refer to."""

_NOTHING: Thing = ("", 0)
"""What rows are part of that stand alone."""


class Renewal(Change):
    """A change in which an inserted row takes the place of the like row that was there.

    Begun by `renew` for a row whose parts are written anew; `finish` takes out those that were not. Rows of
    the tables that are kept in order stay in their places until `arrange`.
    """

    def __init__(self, change: Change, *, in_order: Collection[str] = ()) -> None:
        """Write into a change that is open; `in_order` names the tables that are kept in order."""
        super().__init__(change.connection)
        self.done, self.things, self.seen = change.done, change.things, change.seen
        self._in_order = in_order
        self._left: dict[tuple[str, Thing], list[Row]] = {}

    def renew(self, whole: Thing, *tables: str) -> None:
        """Have the parts of a row that are in some tables, or in all, written anew from here on."""
        for table, rows in self.parts(*whole):
            if table in (tables or {table} - _STAYS):
                self._left[table, whole] = rows

    def renew_alone(self, table: str) -> None:
        """Have the rows of a table that are part of nothing written anew from here on."""
        self._left[table, _NOTHING] = [row for row in self.rows(table) if not any(wholes(table, row))]

    def insert(self, name: str, /, **values: object) -> int:
        """Write a row in the place of the like one that was there, or add it."""
        wanted = plain(RECORDS[name], values)
        row = self._like(name, wanted)
        if row is None:
            return super().insert(name, **values)
        kept = {"id", *_LATER.get(name, ()), *(("position",) if name in self._in_order else ())}
        columns = (each.name for each in RECORDS[name].columns if each.name not in kept)
        self._update(name, id_of(row), {each: wanted.get(each, default_of(name, each)) for each in columns})
        self.renew((name, id_of(row)))
        return id_of(row)

    def finish(self, *, but: str = "") -> None:
        """Take out what was there and was not written anew, except the rows of one table."""
        for (table, _whole), rows in self._left.items():
            for row in rows if table != but else ():
                self._release(table, id_of(row))
                self.delete_whole(table, id_of(row))
        self._left = {}

    def _release(self, table: str, id_: int) -> None:
        """Let go of a row whatever refers to it."""
        if table in _REFERRED_TO:
            referring, column = _REFERRED_TO[table]
            for row in self.rows(referring, **{column: id_}):
                self.update(referring, id_of(row), **{column: None})

    def arrange(self, table: str, there: list[int], written: Sequence[int]) -> None:
        """Put rows in the order they were written in; if not all of them were, new ones come last."""
        new = [each for each in written if each not in there]
        order = [*there, *new] if set(there) - set(written) else list(written)
        if order == there:
            return  # whatever the numbers are: those who had a seat in turn share its place
        for position, id_ in enumerate(order):
            self.update(table, id_, position=position)

    def _like(self, name: str, wanted: Row) -> Row | None:
        """Return the row that this one is written in the place of, which is then no longer left."""
        for whole in tuple(wholes(name, wanted)) or (_NOTHING,):
            rows = self._left.get((name, whole), [])
            row = _same(name, rows, wanted)
            if row is not None:
                rows.remove(row)
                return row
        return None


def _same(name: str, rows: list[Row], wanted: Mapping[str, Value]) -> Row | None:
    for columns in _RECOGNISED_BY.get(name, ((),)):
        if columns and all(wanted.get(column) is None for column in columns):
            continue
        for row in rows:
            if all(row[column] == wanted.get(column) for column in columns):
                return row
    return None

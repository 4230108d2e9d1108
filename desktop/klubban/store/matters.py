"""What became of matters at meetings, and where decisions by delegation were reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, or_, select

from klubban.domain.agenda import Act, Delegated
from klubban.domain.matter_history import Handled, plain_number
from klubban.domain.meeting import Matter
from klubban.domain.text import Blocks, lines
from klubban.store import agenda_tables as a
from klubban.store import agendas, reads
from klubban.store import tables as t
from klubban.store.items import matters_of
from klubban.store.rows import Row, kept, rows

_AT_ONCE = 5_000
"""So many ids go into one query."""
_NOT_TAKEN_UP = (Act.WITHDRAWN, Act.POSTPONED)


def matter(read: Connection, matter_id: int) -> Matter:
    """Return a matter; raises LookupError for one that is not there."""
    found = matters_of(read, select(t.matter.c.id).where(t.matter.c.id == matter_id))
    if matter_id not in found:
        raise LookupError(matter_id)
    return found[matter_id]


def with_number(read: Connection, number: str | None) -> Matter | None:
    """Return the matter with a registry number, as it is written; None for no number, or no such matter."""
    own = t.matter.c
    wanted = select(own.id).where(own.registry_number == (number or ""), own.registry_number != "")
    found = matters_of(read, wanted)
    return found[min(found)] if found else None


def handled(read: Connection, matter_id: int | None = None) -> dict[int, tuple[Handled, ...]]:
    """Return by matter, for one or for all, where it was on an agenda, the earliest first.

    That is in items that name the matter or have its registry number, and those that come from them.
    """
    places, meetings = _items(read)
    wanted = {id_: matter for id_, matter in _belonging(read, places).items() if matter_id in (None, matter)}
    found: dict[int, list[Handled]] = defaultdict(list)
    for each in _handled(read, sorted(wanted), places, meetings):
        found[wanted[each.item]].append(each)
    return {id_: tuple(sorted(group, key=lambda each: each.order)) for id_, group in found.items()}


def latest(read: Connection, matter: Matter) -> tuple[Handled, ...]:
    """Return where a matter was on an agenda, the latest last, without reading all that the file holds.

    Items that only come from one with its number are left out; `handled` has them.
    """
    own = t.item.c
    number = matter.registry_number or ""
    with_number = and_(own.matter_id.is_(None), own.registry_number == number, own.registry_number != "")
    named = rows(read, select(own.id, own.meeting_id).where(or_(own.matter_id == matter.id, with_number)))
    at = {row["id"]: row["meeting_id"] for row in named}
    places, meetings = _items(read, set(at.values()))
    return tuple(sorted(_handled(read, sorted(at), places, meetings), key=lambda each: each.order))


def _items(
    read: Connection, of: Collection[int] | None = None
) -> tuple[dict[int, tuple[int, Row]], dict[int, Row]]:
    """Return each item's place on its agenda with as much of it as tells its matter, and the meetings.

    All of them, or those of some meetings.
    """
    own = t.item.c
    wanted = select(own.id, own.meeting_id, own.matter_id, own.registry_number, own.origin_item_id)
    if of is not None:
        wanted = wanted.where(own.meeting_id.in_(of))
    counted: dict[int, int] = defaultdict(int)
    places: dict[int, tuple[int, Row]] = {}
    for row in rows(read, wanted.order_by(own.meeting_id, own.position, own.id)):
        counted[row["meeting_id"]] += 1
        places[row["id"]] = counted[row["meeting_id"]], row
    meetings = select(t.meeting.c.id, t.meeting.c.date, t.meeting.c.starts, t.meeting.c.cancelled_on)
    with_body = meetings.add_columns(t.body.c.id.label("body"), t.body.c.name, t.body.c.kind).join(t.body)
    return places, {row["id"]: row for row in rows(read, with_body)}


def _belonging(read: Connection, places: Mapping[int, tuple[int, Row]]) -> dict[int, int]:
    """Return the matter of each item that has one: its own, by its number, or that of what it comes from."""
    numbers = {
        plain_number(row["registry_number"]): row["id"]
        for row in rows(
            read, select(t.matter.c.id, t.matter.c.registry_number).order_by(t.matter.c.id.desc())
        )
    }
    numbers.pop("", None)
    found: dict[int, int] = {}
    for id_, (_place, row) in places.items():
        own = row["matter_id"] or numbers.get(plain_number(row["registry_number"]))
        if own is not None:
            found[id_] = own
    for id_ in sorted(places):
        chain = list(_back(id_, places))
        known = next((found[each] for each in chain if each in found), None)
        if known is not None:
            found |= {
                each: known
                for each in chain
                if each not in found and not plain_number(places[each][1]["registry_number"])
            }
    return found


def _back(id_: int, places: Mapping[int, tuple[int, Row]]) -> Iterator[int]:
    """Walk an item and what it comes from, the latest first."""
    seen: set[int] = set()
    at: int | None = id_
    while at is not None and at in places and at not in seen:
        seen.add(at)
        yield at
        at = places[at][1]["origin_item_id"]


def _handled(
    read: Connection, ids: Sequence[int], places: Mapping[int, tuple[int, Row]], meetings: Mapping[int, Row]
) -> Iterator[Handled]:
    own = t.item.c
    columns = select(own.id, own.title, own.number, own.kind, own.outcome, own.decision)
    columns = columns.add_columns(own.confidential, own.public_title)
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        proposals, referred, acts = _beside(read, some)
        for row in rows(read, columns.where(own.id.in_(some))):
            place, light = places[row["id"]]
            met = meetings[light["meeting_id"]]
            proposed = proposals.get(row["id"], [])
            told = row["decision"] or next((each["decision"] for each in proposed), ())
            yield Handled(
                **kept(row, "title", "number", "kind", "outcome", "public_title"),
                confidential=bool(row["confidential"]),
                item=row["id"],
                meeting=met["id"],
                body=met["body"],
                body_name=met["name"],
                date=met["date"],
                start=met["starts"],
                place=place,
                decision=_in_a_line(told),
                proposes_to=tuple(each["body_name"] for each in proposed),
                refers=row["id"] in referred,
                withdrawn=met["cancelled_on"] is not None or acts.get(row["id"]) in _NOT_TAKEN_UP,
                body_kind=met["kind"],
            )


def _beside(read: Connection, ids: Sequence[int]) -> tuple[dict[int, list[Row]], set[int], dict[int, Act]]:
    """Return by item the proposals to other bodies, which ones are referred, and what was done to it last."""
    proposals: dict[int, list[Row]] = defaultdict(list)
    for row in rows(read, _of(ids, t.proposal)):
        proposals[row["item_id"]].append(row)
    referred = {row["item_id"] for row in rows(read, _of(ids, t.referral))}
    acts = {row["item_id"]: row["act"] for row in rows(read, _of(ids, a.agenda_act))}
    return proposals, referred, acts


def _of(ids: Sequence[int], table: Any) -> Select[Any]:
    order = [table.c[name] for name in ("position", "id") if name in table.c]
    return select(table).where(table.c.item_id.in_(ids)).order_by(*order)


def _in_a_line(blocks: Blocks) -> str:
    return " ".join(" ".join(lines(blocks)).split())


def delegated(read: Connection) -> tuple[Delegated, ...]:
    """Return all decisions by delegation, body by body."""
    return tuple(each for body in reads.bodies(read) for each in agendas.delegated(read, body.id))


def reported(read: Connection, items: Iterable[int]) -> dict[int, Row]:
    """Return, by item, its meeting's id and date, its number and title: where decisions were reported."""
    own = t.item.c
    wanted = select(own.id, own.meeting_id, own.number, own.title, t.meeting.c.date).join(t.meeting)
    ids = sorted(set(items))
    return {
        row["id"]: row
        for start in range(0, len(ids), _AT_ONCE)
        for row in rows(read, wanted.where(own.id.in_(ids[start : start + _AT_ONCE])))
    }

"""What was minuted at the table about the items of a meeting, read in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, or_, select

from klubban.domain import decided as domain
from klubban.domain.body import Named
from klubban.domain.phrases import Phrase
from klubban.store import minute_tables as m
from klubban.store import tables as t
from klubban.store.rows import Ids, Row, ids_in, kept, many, named, names_in, parts, rows


def motions(read: Connection, ids: Ids) -> Callable[[int], tuple[domain.Motion, ...]]:
    """Return, by item, what was moved."""
    moved = parts(read, m.motion, t.item, ids)
    movers = parts(read, m.mover, m.motion, ids_in(moved))
    return many(
        moved,
        lambda row: domain.Motion(
            **kept(row, "id", "asks", "key", "text", "withdrawn", "kept", "in_writing", "noted_at"),
            by=names_in(movers, row["id"]),
            instead_of=row["instead_of_id"],
        ),
    )


def divisions(read: Connection, ids: Ids) -> Callable[[int], tuple[domain.Division, ...]]:
    """Return, by item, its votes."""
    called = parts(read, m.division, t.item, ids)
    votes = parts(read, m.vote, m.division, ids_in(called))

    def division(row: Row) -> domain.Division:
        answers = ("yes", "no", "blank", "invalid")
        totals = {answer: row[f"ballot_{answer}"] for answer in answers}
        return domain.Division(
            **kept(row, "id", "question", "key", "casting_vote", "result", "minority", "lot", "asked_by"),
            put=row["put_id"],
            yes_motion=row["yes_motion_id"],
            no_motion=row["no_motion_id"],
            yes=row["yes_means"],
            no=row["no_means"],
            after=row["after_id"],
            votes=tuple((named(vote), vote["answer"]) for vote in votes.get(row["id"], ())),
            ballot=None if totals["yes"] is None else domain.Ballot(**totals),
        )

    return many(called, division)


def opinions(read: Connection, ids: Ids) -> Callable[[int], tuple[domain.Opinion, ...]]:
    """Return, by item, reservations, statements and notes."""
    lodged = parts(read, m.opinion, t.item, ids)
    voices = parts(read, m.opinion_by, m.opinion, ids_in(lodged))
    return many(
        lodged,
        lambda row: domain.Opinion(
            **kept(row, "id", "kind", "text", "lodged_on", "lodged_at", "awaited", "lapsed", "appendix"),
            by=names_in(voices, row["id"]),
            motion=row["motion_id"],
        ),
    )


def puts(read: Connection, ids: Ids) -> Callable[[int], tuple[domain.Put, ...]]:
    """Return, by item, the questions that were put."""
    return many(
        parts(read, m.put, t.item, ids),
        lambda row: domain.Put(**kept(row, "id", "puts", "adopted"), motion=row["motion_id"]),
    )


def elections(read: Connection, ids: Ids) -> Callable[[int], tuple[domain.Election, ...]]:
    """Return, by item, who was elected to what."""
    held = parts(read, m.election, t.item, ids)
    found = parts(read, m.candidate, m.election, ids_in(held))

    def candidate(row: Row) -> domain.Candidate:
        return domain.Candidate(**kept(row, "id", "votes", "elected", "by_lot"), who=named(row))

    return many(
        held,
        lambda row: domain.Election(
            **kept(row, "id", "office", "seats", "method", "blank", "invalid"),
            candidates=tuple(map(candidate, found.get(row["id"], ()))),
        ),
    )


def own_texts(read: Connection, ids: Ids) -> Callable[[int], tuple[domain.OwnText, ...]]:
    """Return, by item, the written texts that were changed."""
    texts = parts(read, m.own_text, t.item, ids)
    found = parts(read, m.said, m.own_text, ids_in(texts))
    return many(
        texts,
        lambda row: domain.OwnText(
            **kept(row, "id", "part", "text"),
            said=tuple(domain.Said(**kept(each, "key", "words")) for each in found.get(row["id"], ())),
        ),
    )


def objections(read: Connection, ids: Ids) -> Callable[[int], tuple[domain.Objection, ...]]:
    """Return, by meeting, what was objected to in its notes."""
    return many(
        parts(read, m.objection, t.meeting, ids),
        lambda row: domain.Objection(
            **kept(row, "id", "text", "dissent", "settled"),
            by=named(row),
            on=row["lodged_on"],
            item=row["item_id"],
        ),
    )


def names_of(read: Connection, table: str, id_: int) -> tuple[Named, ...]:
    """Return the people that are part of a row: of a `mover` the motion's, of `opinion_by` the opinion's."""
    part = t.RECORDS[table]
    [whole] = {each.info["part_of"] for each in part.columns if each.info.get("part_of")}
    own = part.columns[f"{whole}_id"]
    wanted = select(part).where(own == id_).order_by(part.c.position, part.c.id)
    return tuple(map(named, rows(read, wanted)))


def is_put(read: Connection, item_id: int) -> bool:
    """Tell whether a question was put, or voted on, at an item."""
    own = (select(table.c.id).where(table.c.item_id == item_id).limit(1) for table in (m.put, m.division))
    return any(read.execute(wanted).first() for wanted in own)


def scratches(read: Connection, meeting_id: int) -> dict[int, tuple[domain.Scratch, ...]]:
    """Return the scratch lines of a meeting, by item; never part of a snapshot that documents get."""
    ids = select(t.item.c.id).where(t.item.c.meeting_id == meeting_id)
    return {
        id_: tuple(domain.Scratch(**kept(row, "id", "text", "done"), at=row["noted_at"]) for row in group)
        for id_, group in parts(read, m.scratch, t.item, ids).items()
    }


def phrases(read: Connection, body_id: int | None = None) -> tuple[Phrase, ...]:
    """Return the phrases of a body with those of all, its own first; all there are where no body is named."""
    own = m.phrase.c
    wanted = select(m.phrase).order_by(own.body_id.is_(None), own.body_id, own.position, own.id)
    if body_id is not None:
        wanted = wanted.where(or_(own.body_id == body_id, own.body_id.is_(None)))
    return tuple(
        Phrase(**kept(row, "id", "short", "text"), body=row["body_id"]) for row in rows(read, wanted)
    )


def own_words(read: Connection) -> tuple[tuple[int, str], ...]:
    """Return the words that are never marked as misspelt, with their ids, in the order they came."""
    wanted = select(m.own_word).order_by(m.own_word.c.id)
    return tuple((row["id"], row["word"]) for row in rows(read, wanted))


def first_numbers(read: Connection, body_id: int) -> dict[int, tuple[int, int]]:
    """Return by year the id and the number of the paragraph that a body begins it with, where it is not 1."""
    wanted = select(m.first_number).where(m.first_number.c.body_id == body_id)
    return {row["year"]: (row["id"], row["number"]) for row in rows(read, wanted)}

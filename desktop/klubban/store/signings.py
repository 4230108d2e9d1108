"""Which documents are out to be signed, and the files that were sent and came back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from klubban.store import tables as t
from klubban.store import verification_tables as v
from klubban.store.agenda_tables import attachment
from klubban.store.rows import rows

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection, Select

    from klubban.domain.paragraphs import Paragraphs


@dataclass(frozen=True, slots=True)
class Out:
    """A document that is out to be signed."""

    signing: int
    verification: int
    paragraphs: Paragraphs | None
    immediate: bool
    begun_on: dt.date

    def covers(self, number: int | None) -> bool:
        """Tell whether a paragraph is on it; what has no number stands in the protocol, and in none alone."""
        if number is None or self.paragraphs is None:
            return not self.immediate
        return number in self.paragraphs


def out(read: Connection, meeting_id: int) -> tuple[Out, ...]:
    """Return the documents of a meeting that are out to be signed; a correction locks nothing."""
    own, of = v.signing_.c, t.verification.c
    wanted = (
        select(own.id, own.begun_on, of.id.label("verification"), of.paragraphs, of.immediate)
        .join(t.verification, own.verification_id == of.id)
        .where(of.meeting_id == meeting_id, of.correction_id.is_(None))
        .where(own.ended.is_(None), of.withdrawn_on.is_(None))
    )
    return tuple(
        Out(row["id"], row["verification"], row["paragraphs"], bool(row["immediate"]), row["begun_on"])
        for row in rows(read, wanted)
    )


def out_of(read: Connection, verifications: Select[Any]) -> frozenset[int]:
    """Return those verifications whose documents are out to be signed."""
    own = v.signing_.c
    wanted = select(own.verification_id).where(own.verification_id.in_(verifications), own.ended.is_(None))
    return frozenset(read.execute(wanted).scalars())


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that was sent to be signed: for which verification, and how large."""

    verification: int
    sha256: str
    size: int


def sent(read: Connection) -> tuple[Sent, ...]:
    """Return all files that were ever sent to be signed."""
    own = v.signing_.c
    wanted = select(own.verification_id, own.original, attachment.c.size).join(
        attachment, attachment.c.sha256 == own.original
    )
    return tuple(Sent(*each) for each in read.execute(wanted.order_by(own.id)))


def of_file(read: Connection, sha256: str) -> int | None:
    """Return the verification that a file was sent for, or came back of; None for a file never seen."""
    own = v.signing_.c
    wanted = select(own.verification_id).where(or_(own.original == sha256, own.returned == sha256))
    return read.execute(wanted.order_by(own.id.desc()).limit(1)).scalar()

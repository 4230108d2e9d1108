"""Packets for other offices: a matter with its items as minuted and its papers, items alone, or members."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from klubban.documents import extract
from klubban.documents.forms import Form, made
from klubban.documents.wording import sign_of
from klubban.domain.body import Organisation
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.exchange.keys import Written, kept
from klubban.i18n import Texts, texts
from klubban.operations.file_names import slug, stem_of
from klubban.operations.files import write_file
from klubban.store import attachments, matters, reads
from klubban.store.secrecy import secret_items

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from klubban.domain.body import Body
    from klubban.domain.meeting import Item, Matter, Meeting
    from klubban.exchange.writing_packet import Sent
    from klubban.store.database import Database
    from klubban.store.reading import Read


@dataclass(frozen=True, slots=True)
class MadePacket:
    """A packet, and what of it was left out."""

    name: str
    """Of its file."""
    data: bytes
    holds: tuple[str, ...]
    left_out: tuple[str, ...]


def make_packet(
    database: Database,
    *,
    to: str,
    today: date,
    matters: Iterable[int] = (),
    items: Iterable[int] = (),
    members_of: Iterable[int] = (),
    by: str = "",
) -> MadePacket:
    """Return a packet with matters and all their items, items alone, and the members of bodies, by their ids.

    What is confidential goes only in items that are named themselves; what has not been handled yet goes
    so too. Both are told. Raises RuleBroken when there is nothing to send, LookupError.
    """
    from klubban.exchange.packet import ENDING, About, packed
    from klubban.exchange.writing_packet import write_packet

    with database.read() as read:
        organisation = reads.organisation(read) or Organisation(name="")
        words = texts(organisation.language)
        chosen = _Chosen(read, words, frozenset(items))
        for each in matters:
            chosen.add_matter(each)
        chosen.add_items()
        members = tuple(members_of)
        seats = [seat for body in members for seat in reads.seats(read, body) if seat.covers(today)]
        held = {id_ for seat in seats for id_ in (seat.person, seat.alternate_for, *seat.stand_ins)}
        people = [each for each in reads.people(read) if each.id in held]
        used = {each.meeting.body.id for each in chosen.sent} | set(members)
        bodies = [each for each in reads.bodies(read) if each.id in used]
    if not (chosen.matters or chosen.sent or seats):
        raise RuleBroken("There is nothing to send: choose a matter, an item or a body with members")
    holds = (*chosen.told(), *(_members(each, words) for each in bodies if each.id in members))
    data = packed(
        write_packet(organisation, bodies, chosen.matters, chosen.sent, seats, people),
        chosen.files,
        About(
            sender=organisation.name or "–",
            number=organisation.number,
            made=today,
            to=" ".join(to.split()),
            by=" ".join(by.split()),
            holds=holds,
            left_out=tuple(chosen.left_out),
        ),
    )
    first = next(iter(chosen.matters), None)
    stem = slug((first.registry_number or first.title) if first else holds[0])
    kind = slug(words.pgettext("file name", "packet"))
    return MadePacket(f"{kind}-{stem}{ENDING}", data, holds, tuple(chosen.left_out))


def write_packet_to(made_packet: MadePacket, path: Path) -> None:
    """Write a packet; raises Trouble."""
    write_file(path, made_packet.data)


def _members(body: Body, words: Texts) -> str:
    return words.gettext("members of {body}").format(body=body.name)


class _Chosen:
    """What is collected for a packet, and what is left out of it."""

    def __init__(self, read: Read, words: Texts, named: frozenset[int]) -> None:
        self._read, self._words, self._named = read, words, named
        self._secret = secret_items(read) - named
        self._meetings: dict[int, Meeting] = {}
        self._done: set[int] = set()
        self.matters: list[Matter] = []
        self.sent: list[Sent] = []
        self.files: dict[str, bytes] = {}
        self.left_out: list[str] = []

    def add_matter(self, matter_id: int) -> None:
        """Add a matter with the items that it had; raises LookupError."""
        found = matters.matter(self._read, matter_id)
        if found not in self.matters:
            self.matters.append(found)
        for each in matters.handled(self._read, matter_id).get(matter_id, ()):
            self._add(each.meeting, each.item)

    def add_items(self) -> None:
        """Add the items that were named themselves; raises LookupError."""
        from klubban.store import rolls

        for each in sorted(self._named):
            self._add(rolls.meeting_of(self._read, "item", each), each)

    def told(self) -> tuple[str, ...]:
        """Return what the packet holds, a line for each."""
        return (
            *(", ".join(filter(None, (each.registry_number, each.title))) for each in self.matters),
            *(_name(each.meeting, each.item, each.place) for each in self.sent),
        )

    def _add(self, meeting_id: int, item_id: int) -> None:
        from klubban.exchange.writing_packet import Sent

        if item_id in self._done:
            return
        self._done.add(item_id)
        meeting = self._meetings.get(meeting_id) or reads.meeting(self._read, meeting_id)
        self._meetings[meeting_id] = meeting
        place, item = next((place, each) for place, each in enumerate(meeting.items, 1) if each.id == item_id)
        why = "" if item_id in self._named else self._why_not(meeting, item)
        if why:
            self.left_out.append(f"{_name(meeting, item, place)}: {why}")
            return
        if item.matter is not None and item.matter not in self.matters:
            self.matters.append(item.matter)
        papers = [*self._papers(meeting, item, place), *self._extract(meeting, item)]
        given = tuple(each.untold(self._secret) for each in item.assignments)
        self.sent.append(
            Sent(meeting=meeting, item=replace(item, assignments=given), place=place, papers=papers)
        )

    def _why_not(self, meeting: Meeting, item: Item) -> str:
        if item.confidential:
            return self._words.gettext("confidential, and not asked for by name")
        if not meeting.stage.has_reached(Stage.CLOSED):
            return self._words.gettext("not handled yet")
        return ""

    def _papers(self, meeting: Meeting, item: Item, place: int) -> Iterator[Written]:
        there = attachments.held(self._read)
        for each in item.documents:
            if each.confidential and item.id not in self._named:
                told = self._words.gettext("a confidential document of {item}")
                self.left_out.append(told.format(item=_name(meeting, item, place)))
                continue
            kept_here = each.sha256 is not None and each.sha256 in there
            if kept_here and each.sha256 is not None:
                self.files[each.sha256] = attachments.content(self._read, each.sha256)
            yield kept({
                "title": each.title,
                "sha256": each.sha256 if kept_here else None,
                "type": each.media_type if kept_here else None,
                "confidential": each.confidential,
                "number": each.number,
                "file": each.file_name if kept_here else None,
            })  # fmt: skip

    def _extract(self, meeting: Meeting, item: Item) -> Iterator[Written]:
        """Return the paragraph as it is minuted, with votes and reservations, on paper."""
        if item.number is None:
            return
        language = meeting.organisation.language
        data = made(extract.build(meeting, [item.number], language=language), Form.PDF)
        sha256 = attachments.digest(data)
        self.files[sha256] = data
        title = self._words.gettext("Extract of protocol, {paragraph}").format(
            paragraph=f"{meeting.body.name} {sign_of(meeting, item)}"
        )
        name = f"{stem_of(meeting.body)}-{meeting.date.isoformat()}-{item.number}.pdf"
        paper: Written = {"title": title, "sha256": sha256, "type": "application/pdf", "file": name}
        yield paper | ({"confidential": True} if item.confidential else {})


def _name(meeting: Meeting, item: Item, place: int) -> str:
    """Return which item it is; of a confidential one what may be known."""
    title = (item.public_title or "") if item.confidential else item.title
    sign = sign_of(meeting, item) or str(place)
    return ", ".join(filter(None, (meeting.body.name, f"{meeting.date.isoformat()} {sign}", title)))

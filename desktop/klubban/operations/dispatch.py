"""Extracts of a meeting to those whom its paragraphs name: made, written as files and mails, and noted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from klubban.documents import dispatch_words, extract, tree
from klubban.documents.extract import Certified
from klubban.documents.forms import Form, made
from klubban.domain import file_pattern
from klubban.domain.afterwards import DispatchWay
from klubban.domain.appeals import appeal_of
from klubban.domain.body import Named
from klubban.domain.circulated import Circulates
from klubban.domain.dispatching import Line, Part, Plan, plan
from klubban.domain.errors import RuleBroken
from klubban.domain.file_pattern import Slot
from klubban.domain.meeting import Appeal, Meeting
from klubban.domain.text import clean
from klubban.exchange import mail
from klubban.exchange.mail import Attached, Recipient
from klubban.i18n import N_, texts
from klubban.operations.addressees import book
from klubban.operations.as_verified import check_as_verified
from klubban.operations.circulated_rows import Reader, note_sent
from klubban.operations.files import all_or_none, free_path
from klubban.operations.naming import line_or_none, one_line
from klubban.operations.receipts import receipt_to
from klubban.store import attachments, reads, rolls
from klubban.store.change import Change
from klubban.store.database import Database

PDF, MAIL = ".pdf", ".eml"
_NAMED = 3
"""So many recipients are named where the journal tells of a dispatch."""


@dataclass(frozen=True, slots=True)
class Ready:
    """One recipient's extract, ready to be set; it needs no database any more."""

    line: Line
    name: str
    """Of its file."""
    document: tree.Document
    subject: str
    letter: str
    note: str = ""
    """Why it goes although something held it back."""


@dataclass(frozen=True, slots=True)
class Extract:
    """One recipient's extract as a file."""

    ready: Ready
    data: bytes


def plan_of(database: Database, meeting_id: int) -> Plan:
    """Return who is to have which paragraphs of a meeting; raises LookupError."""
    return plan(_meeting(database, meeting_id), book(database))


def _meeting(database: Database, meeting_id: int) -> Meeting:
    with database.read() as read:
        return reads.meeting(read, meeting_id)


def prepare(
    database: Database,
    meeting_id: int,
    lines: Sequence[Line],
    *,
    by: str,
    today: date,
    reason: str = "",
) -> list[Ready]:
    """Return an extract for each line, of the paragraphs that it has.

    A reason is needed for what is not verified yet, and for what is confidential and goes by mail; it is
    noted. Raises RuleBroken without one, to nobody, by a way that leads nowhere, or where what is verified is
    not as it was; LookupError.
    """
    check_as_verified(database, meeting_id)
    meeting, why = _meeting(database, meeting_id), one_line(clean(reason))
    if not lines or not all(line.parts for line in lines):
        raise RuleBroken("Choose what is to be sent, and to whom")
    for line in lines:
        _check(line, why)
    certified = Certified(one_line(clean(by)), _title(database, meeting, by), today)
    pattern = meeting.organisation.file_pattern or file_pattern.CUSTOM
    names = file_pattern.apart(file_pattern.filled(pattern, words_of(meeting, line), PDF) for line in lines)
    words = texts(meeting.organisation.language)
    return [
        Ready(
            line=line,
            name=name,
            document=_document(meeting, line, certified),
            subject=dispatch_words.subject(meeting, line, words),
            letter=dispatch_words.letter(meeting, line, words),
            note=why if _why_not(line) else "",
        )
        for line, name in zip(lines, names, strict=True)
    ]


def shown(database: Database, meeting: Meeting, line: Line, *, by: str, today: date) -> tree.Document:
    """Return the extract of a line to be looked at, whatever speaks against sending it."""
    certified = Certified(one_line(clean(by)), _title(database, meeting, by), today)
    return _document(meeting, line, certified)


def _document(meeting: Meeting, line: Line, certified: Certified) -> tree.Document:
    return extract.build(
        meeting,
        [each.number for each in line.parts],
        language=meeting.organisation.language,
        certified=certified,
        appeal=_with_appeal(meeting),
    )


def _check(line: Line, reason: str) -> None:
    to = line.recipient
    if to.lacks_address:
        raise RuleBroken("{name} has no address; write one in the address list", name=to.name)
    if to.way is DispatchWay.MAIL and not mail.is_address(to.email):
        raise RuleBroken("{name} has no e-mail address that a mail could be sent to", name=to.name)
    if why := _why_not(line):
        template, part = why
        if not reason:
            raise RuleBroken(template, number=part.number, name=to.name)


def _why_not(line: Line) -> tuple[str, Part] | None:
    """Return what speaks against sending a line, as a template, and of which paragraph."""
    for part in line.parts:
        if not part.verified:
            # TF 2 kap. 10 §: what is expedited is a public document from then on.
            return N_("§ {number} is not verified; say why it is sent to {name} before that"), part
        if part.confidential and line.recipient.way is DispatchWay.MAIL:
            return N_("§ {number} is confidential; say why it is mailed to {name}"), part
    return None


def _title(database: Database, meeting: Meeting, by: str) -> str:
    """Return the title of whoever certifies, where the register has it."""
    with database.read() as read:
        found = [each for each in reads.people(read) if each.name == by and each.title]
    own = meeting.secretary.person if meeting.secretary else None
    found.sort(key=lambda each: each.id != own)
    return found[0].title or "" if found else ""


def _with_appeal(meeting: Meeting) -> Collection[int]:
    """Return the paragraphs whose party is told how to appeal (FL 33 §)."""
    return {
        item.number
        for item in meeting.items
        if item.number is not None and appeal_of(meeting, item) is Appeal.ADMINISTRATIVE
    }


def words_of(meeting: Meeting, line: Line) -> dict[Slot, str]:
    """Return what the name of a file can say of a line; of what is confidential its paragraph alone."""
    open_ones = (each for each in line.parts if not each.confidential)
    numbers = dict.fromkeys(each.registry_number for each in open_ones if each.registry_number)
    return {
        Slot.BODY: meeting.body.short or meeting.body.name,
        Slot.DATE: meeting.date.isoformat(),
        Slot.PARAGRAPH: dispatch_words.signs(meeting, (each.number for each in line.parts)),
        Slot.RECIPIENT: line.recipient.name,
        Slot.REGISTRY_NUMBER: " ".join(numbers),
    }


def make(ready: Ready) -> Extract:
    """Set an extract; needs neither database nor window."""
    return Extract(ready, made(ready.document, Form.PDF))


def _files(
    extracts: Iterable[Extract], folder: Path, receipt: Recipient | None
) -> Iterator[tuple[Path, bytes]]:
    """Walk the files, and beside each that is mailed a draft with it.

    A file of that name with other bytes stays, and the new one is numbered.
    """
    for each in extracts:
        path = free_path(folder / each.ready.name, each.data)
        yield path, each.data
        to = each.ready.line.recipient
        if to.way is DispatchWay.MAIL:
            draft = _draft(each, path.name, Recipient(to.name, to.email or ""), receipt)
            yield path.with_suffix(MAIL), draft


def _draft(each: Extract, name: str, to: Recipient, receipt: Recipient | None) -> bytes:
    attached = [Attached(name, "application/pdf", each.data)]
    return mail.draft(each.ready.subject, each.ready.letter, (), attached, to=[to], receipt=receipt)


def send(
    database: Database, meeting_id: int, extracts: Sequence[Extract], folder: Path, *, by: str, now: datetime
) -> list[Path]:
    """Note who is sent what, keep the bytes, and write the files; returns their paths. It is not undone.

    Raises Trouble where either cannot be done, LookupError: then neither is, and no new file is left.
    """
    names = [each.ready.line.recipient.name for each in extracts]
    told = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
    label, place = N_("Dispatch extracts to {names}"), ("meeting", meeting_id)
    with database.read() as read:
        meeting = reads.recorded(read, meeting_id)
    receipt = receipt_to(database, meeting)
    with all_or_none() as put, database.change(label, place=place, barrier=True, names=told) as change:
        for each in extracts:
            _record(change, each, by, now)
        note_sent(change, meeting_id, Circulates.PROTOCOL, now.date(), _mailed(extracts))
        return [put(path, data) for path, data in _files(extracts, folder, receipt)]


def _mailed(extracts: Iterable[Extract]) -> Iterator[Reader]:
    """Walk who gets a mail, and may say that they have read it."""
    for each in extracts:
        to = each.ready.line.recipient
        if to.way is DispatchWay.MAIL:
            yield Reader(Named(to.name), to.email)


def _record(change: Change, each: Extract, by: str, now: datetime) -> None:
    sha256, to = attachments.keep(change, each.data), each.ready.line.recipient
    for part in each.ready.line.parts:
        change.insert(
            "dispatch",
            item_id=part.item,
            position=len(change.rows("dispatch", item_id=part.item)),
            recipient=to.name,
            way=to.way,
            sent_on=now.date(),
            sent_at=now.time().replace(second=0, microsecond=0),
            address=to.reached_at,
            body_id=to.body,
            by=line_or_none(by),
            sha256=sha256,
            note=each.ready.note or None,
        )


def dispatch(
    database: Database,
    meeting_id: int,
    lines: Sequence[Line],
    folder: Path,
    *,
    by: str,
    now: datetime,
    reason: str = "",
) -> list[Path]:
    """Make, write and note the extracts of some lines; returns the paths.

    Raises RuleBroken, Trouble, LookupError; then nothing is noted, and nothing left in the folder.
    """
    ready = prepare(database, meeting_id, lines, by=by, today=now.date(), reason=reason)
    return send(database, meeting_id, [make(each) for each in ready], folder, by=by, now=now)


def note_return(database: Database, dispatch_ids: Iterable[int], *, on: date, note: str = "") -> None:
    """Note that an extract came back, with what was on the envelope; it is to be sent again then.

    Raises RuleBroken for a day before it was sent, LookupError.
    """
    ids, told = tuple(dispatch_ids), one_line(clean(note))
    with database.read() as read:
        found = [rolls.row_of(read, "dispatch", each) for each in ids]
        meeting_id = rolls.meeting_of(read, "item", found[0]["item_id"])
    if on < found[0]["sent_on"]:
        raise RuleBroken("It was sent on {date}, and cannot have come back before", date=found[0]["sent_on"])
    label, place = N_("Note that the extract to {name} came back"), ("meeting", meeting_id)
    with database.change(label, place=place, name=found[0]["recipient"]) as change:
        for row in found:
            said = "; ".join(filter(None, (row["note"], told)))
            change.update("dispatch", row["id"], returned_on=on, note=said or None)

"""Documents of a meeting, as files in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from klubban.documents import (
    announcement,
    attendance,
    certificate,
    correction,
    dispatch_note,
    division_list,
    drafts,
    extract,
    notice,
    record,
    roll_sheet,
    summons,
    supplement,
    tree,
    wording,
)
from klubban.documents.forms import Form, made
from klubban.documents.public_copy import public_copy
from klubban.domain import notices, stages
from klubban.domain.dispatching import plan
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Meeting
from klubban.domain.public_record import Withheld
from klubban.domain.sendings import latest_news
from klubban.i18n import N_, texts
from klubban.operations import begin_roll, export_appeals
from klubban.operations.addressees import book
from klubban.operations.as_verified import check_as_verified
from klubban.operations.assigned import assigned_at
from klubban.operations.file_names import stem_of_meeting
from klubban.operations.files import write_file
from klubban.operations.labels import labels_of
from klubban.operations.presidium import meeting_to_summon
from klubban.store import reads
from klubban.store.database import Database


class Kind(StrEnum):
    """What can be exported."""

    PROTOCOL = "protocol"
    EXTRACT = "extract"
    NOTICE = "notice"
    ATTENDANCE = "attendance"
    ROLL = "roll"
    """The sheet to call the roll by."""
    SUMMONS = "summons"
    SUPPLEMENT = "supplement"
    """What is new since the summons was sent."""
    ANNOUNCEMENT = "announcement"
    """Of the meeting, on the notice board before it."""
    CERTIFICATE = "certificate"
    """Of each notice: from when to when it was posted."""
    DIVISIONS = "divisions"
    """How everybody voted, by name."""
    ASSIGNMENTS = "assignments"
    """Given at the meeting, and still open from before."""
    LABELS = "labels"
    """With the addresses of those who are called."""
    DISPATCH = "dispatch"
    """Who was sent which paragraphs, how and when."""
    LEGAL_FORCE = "force"
    """The certificate that paragraphs have legal force."""
    HOW_TO_APPEAL = "appeal"
    CORRECTION = "correction"
    """Of what is verified, each to be signed as a document of its own."""

    @property
    def goes_before(self) -> bool:
        """Tell whether it goes out before the meeting."""
        return self in (Kind.SUMMONS, Kind.SUPPLEMENT, Kind.ANNOUNCEMENT)

    @property
    def is_own(self) -> bool:
        """Tell whether it is for those who work with the meeting alone, and never published."""
        return self in (Kind.ROLL, Kind.LABELS, Kind.DISPATCH)

    @property
    def is_record(self) -> bool:
        """Tell whether it records what was done, and is a draft until that is over."""
        return self in (Kind.PROTOCOL, Kind.EXTRACT, Kind.DIVISIONS)


_NEVER_PUBLIC = {
    Kind.ROLL: N_("The sheet to call the roll by is never public"),
    Kind.LABELS: N_("Address labels are never public"),
    Kind.DISPATCH: N_("The dispatch note has addresses, and is never public"),
}


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document that is ready to be set; it needs no database any more."""

    stem: str
    """The name of its file without the ending, which follows from the form."""
    document: tree.Document


def export(
    database: Database,
    meeting_id: int,
    kind: Kind | str,
    folder: Path,
    *,
    paragraph: int | None = None,
    public: bool = False,
    today: date | None = None,
    form: Form = Form.PDF,
) -> list[Path]:
    """Write documents of a meeting into a folder, and return the paths.

    An extract is of one paragraph, or without a number one of each. Raises RuleBroken for a paragraph that is
    not there, a notice of a body that announces nothing, a supplement without news, or what is never public,
    and Trouble when a file cannot be written.
    """
    prepared = prepare(database, meeting_id, kind, paragraph=paragraph, public=public, today=today)
    return [write(each, folder, form) for each in prepared]


def prepare(
    database: Database,
    meeting_id: int,
    kind: Kind | str,
    *,
    paragraph: int | None = None,
    public: bool = False,
    draft: bool | None = None,
    today: date | None = None,
    known: Meeting | None = None,
) -> list[Prepared]:
    """Return the documents as trees, so that they can be set away from the thread that owns the database.

    Notes tell from `today` on that nobody had comments. What is `public` is without signatures and without
    what is confidential or masked. A record is a draft while its meeting is not closed, or where
    one is wanted. A meeting that is `known` as it stands is not read again. Raises RuleBroken as export does,
    and where what is verified is not as it was.
    """
    found = _prepared(database, known or meeting_id, Kind(kind), paragraph, today, public=public)
    if not (draft and Kind(kind).is_record):
        return found
    return [replace(each, document=drafts.marked(each.document)) for each in found]


def prepare_signed(database: Database, meeting_id: int, verification: int) -> Prepared:
    """Return what is signed for one verification, by its id, under the name of its paragraphs.

    Raises RuleBroken where what is verified is not as it was; LookupError.
    """
    check_as_verified(database, meeting_id)
    meeting = _read(database, meeting_id)
    own = stages.verification_by_id(meeting, verification)
    name = texts(meeting.organisation.language).pgettext("file name", "protocol")
    ending = f"-{own.paragraphs}".replace(", ", "+") if own.paragraphs else ""
    document = record.build(meeting, None, verification)
    return Prepared(f"{stem_of_meeting(database, meeting)}-{name}{ending}", document)


def _prepared(
    database: Database,
    of: Meeting | int,
    kind: Kind,
    paragraph: int | None,
    today: date | None,
    *,
    public: bool,
) -> list[Prepared]:
    if public and kind.is_own:
        raise RuleBroken(_NEVER_PUBLIC[kind])
    meeting_id = of if isinstance(of, int) else of.id
    if kind is Kind.LABELS:
        return [prepare_labels(database, meeting_id)[0]]
    if kind.goes_before:
        meeting = meeting_to_summon(database, meeting_id)
        return [_before(meeting, kind, stem_of_meeting(database, meeting), public=public)]
    check_as_verified(database, meeting_id)
    meeting = _read(database, of) if isinstance(of, int) else of
    if kind is Kind.ROLL and not meeting.roll.lines:
        meeting = replace(meeting, roll=begin_roll.plan(database, meeting_id).roll)
    stem, ending = stem_of_meeting(database, meeting), ""
    words = texts(meeting.organisation.language)
    if kind is Kind.DISPATCH:
        whom = plan(meeting, book(database))
        document = dispatch_note.build(meeting, whom, language=meeting.organisation.language)
        name = words.pgettext("file name", "dispatch note")
        return [Prepared(f"{stem}-{name}", document)]
    if public:
        meeting = public_copy(meeting)
        ending = "-" + words.pgettext("file name", "public")
    if kind is Kind.ASSIGNMENTS:
        name = words.pgettext("file name", "assignments")
        return [Prepared(f"{stem}-{name}{ending}", assigned_at(database, meeting, today, public=public))]
    return [
        Prepared(f"{stem}-{name}{ending}", document)
        for name, document in _trees(meeting, kind, paragraph, today)
    ]


def prepare_labels(
    database: Database, meeting_id: int, *, first: int = 1
) -> tuple[Prepared, tuple[str, ...]]:
    """Return sheets of labels from a label on, and who has no address; raises RuleBroken, LookupError."""
    made = labels_of(database, meeting_id, first=first)
    name = texts(made.meeting.organisation.language).pgettext("file name", "labels")
    return Prepared(f"{stem_of_meeting(database, made.meeting)}-{name}", made.document), made.lacking


def _read(database: Database, meeting_id: int) -> Meeting:
    with database.read() as read:
        return reads.meeting(read, meeting_id)


def write(
    prepared: Prepared,
    folder: Path,
    form: Form = Form.PDF,
    make: Callable[[tree.Document, Form], bytes] = made,
) -> Path:
    """Make a file of a document and write it; returns its path. Needs neither database nor window."""
    path = folder / f"{prepared.stem}{form.ending}"
    write_file(path, make(prepared.document, form))
    return path


def _before(meeting: Meeting, kind: Kind, stem: str, *, public: bool) -> Prepared:
    """Return what goes out before a meeting, and the name of its file."""
    language = meeting.organisation.language
    words = texts(language)
    if kind is Kind.SUMMONS:
        name = words.pgettext("file name", "summons")
        document = summons.build(meeting, language=language, to_public=public)
    elif kind is Kind.SUPPLEMENT:
        number = latest_news(meeting).number
        name = words.pgettext("file name", "supplement-{number}").format(number=number)
        document = supplement.build(meeting, language=language, to_public=public)
    else:
        name = words.pgettext("file name", "announcement")
        document = announcement.build(meeting, language=language, signed=not public)
    if public and kind is not Kind.ANNOUNCEMENT:  # that one always is
        name += "-" + words.pgettext("file name", "public")
    return Prepared(f"{stem}-{name}", document)


def _trees(
    meeting: Meeting, kind: Kind, paragraph: int | None, today: date | None
) -> Iterator[tuple[str, tree.Document]]:
    """Walk the documents of a kind, each with the last part of its file's name."""
    language = meeting.organisation.language
    words = texts(language)
    if kind is Kind.PROTOCOL:
        yield words.pgettext("file name", "protocol"), record.build(meeting, today)
    elif kind is Kind.CORRECTION:
        yield from _corrections(meeting)
    elif kind is Kind.EXTRACT:
        name = words.pgettext("file name", "extract")
        for number in _numbers(meeting, paragraph):
            yield f"{name}-{number}", extract.build(meeting, [number], language=language)
    elif kind is Kind.ROLL:
        yield words.pgettext("file name", "roll call"), roll_sheet.build(meeting, language=language)
    elif kind is Kind.ATTENDANCE:
        yield words.pgettext("file name", "attendance"), attendance.build(meeting, language=language)
    elif kind is Kind.DIVISIONS:
        yield words.pgettext("file name", "votes"), division_list.build(meeting, language=language)
    elif kind is Kind.LEGAL_FORCE:
        yield export_appeals.force(meeting, paragraph, today)
    elif kind is Kind.HOW_TO_APPEAL:
        yield export_appeals.how(meeting, paragraph)
    else:
        yield from _notices(meeting, kind)


def _corrections(meeting: Meeting) -> Iterator[tuple[str, tree.Document]]:
    if not meeting.corrections:
        raise RuleBroken("Nothing in the protocol of {date} has been corrected", date=meeting.date)
    language = meeting.organisation.language
    name = texts(language).pgettext("file name", "correction")
    for place, each in enumerate(meeting.corrections):
        ending = f"-{place + 1}" if place else ""
        yield f"{name}{ending}", correction.build(meeting, each, language=language)


def _notices(meeting: Meeting, kind: Kind) -> Iterator[tuple[str, tree.Document]]:
    """Walk the notices, or their certificates; one to fill in by hand where nothing is posted."""
    language = meeting.organisation.language
    words = texts(language)
    if not (meeting.body.rules.announced or meeting.notices):
        raise RuleBroken("{body} does not announce that its protocols are verified", body=meeting.body.name)
    name, build, found = words.pgettext("file name", "notice"), notice.build, notices.to_print(meeting)
    if kind is Kind.CERTIFICATE:
        name, build = words.pgettext("file name", "certificate"), certificate.build
        found = meeting.notices or found[:1]
    for place, each in enumerate(found):
        ending = f"-{place + 1}" if place else ""
        yield f"{name}{ending}", build(meeting, each, language=language)


def _numbers(meeting: Meeting, paragraph: int | None) -> Sequence[int]:
    numbers = [item.number for item in meeting.items if item.number is not None]
    if not numbers:
        raise RuleBroken("Nothing in this meeting has a paragraph number yet")
    if paragraph is None:
        shown = [number for number in numbers if not _is_withheld(meeting, number)]
        if not shown:
            raise RuleBroken("All paragraphs of this meeting are confidential; there is no public extract")
        return shown
    named = wording.number_in(meeting, paragraph)
    if paragraph not in numbers:
        there = ", ".join(wording.number_in(meeting, number) for number in numbers)
        raise RuleBroken(
            N_("There is no § {number} in this meeting; there are {there}"), number=named, there=there
        )
    if _is_withheld(meeting, paragraph):
        raise RuleBroken("§ {number} is confidential; there is no public extract of it", number=named)
    return [paragraph]


def _is_withheld(meeting: Meeting, number: int) -> bool:
    return isinstance(meeting.item(number), Withheld)

"""The basis for remuneration, as rows for CSV and as the sheets of a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from klubban.domain.remuneration import Remunerated, Sitting, remunerated
from klubban.domain.roll import OnRollAs
from klubban.exchange.sheets import Sheet, write_csv, write_excel
from klubban.i18n import Texts, sort_key, texts
from klubban.operations.file_names import days_of, stem_of
from klubban.operations.files import write_file
from klubban.store import presence, reads
from klubban.store.database import Database

CSV, EXCEL = ".csv", ".xlsx"


@dataclass(frozen=True, slots=True)
class PreparedSheets:
    """A workbook that is ready to be written, and the name of its file; CSV has its first sheet alone."""

    name: str
    sheets: tuple[Sheet, ...]


def remuneration(
    database: Database, first: date, last: date, body_id: int | None = None
) -> list[Remunerated]:
    """Return what each person was at, of one body or all of them, by body and name."""
    with database.read() as read:
        held = presence.held(read, first, last, body_id)
        found = remunerated(reads.bodies(read), reads.seats(read), held)
    return sorted(found, key=lambda each: (sort_key(each.body), sort_key(each.who.name)))


def prepare_remuneration(
    database: Database, first: date, last: date, body_id: int | None = None, *, ending: str = EXCEL
) -> PreparedSheets:
    """Return the basis for remuneration as a file; an ending of CSV or EXCEL says which."""
    with database.read() as read:
        organisation = reads.organisation(read)
        body = next((body for body in reads.bodies(read) if body.id == body_id), None)
    words = texts(organisation.language if organisation else "sv")
    name = words.pgettext("file name", "remuneration")
    found = remuneration(database, first, last, body_id)
    stem = stem_of(body) if body else words.pgettext("file name", "all-bodies")
    return PreparedSheets(f"{stem}-{days_of(first, last)}-{name}{ending}", sheets(found, words))


def write_sheets(prepared: PreparedSheets, folder: Path) -> Path:
    """Write a prepared file into a folder, and return its path; Trouble when it cannot be written."""
    path = folder / prepared.name
    if path.suffix.lower() == CSV:  # the mark at the beginning tells spreadsheets that it is UTF-8
        data = write_csv(prepared.sheets[0].rows).encode("utf-8-sig")
    else:
        data = write_excel(prepared.sheets)
    write_file(path, data)
    return path


def sheets(found: Sequence[Remunerated], words: Texts) -> tuple[Sheet, ...]:
    """Return one sheet with a row for each person, and one with a row for each meeting of each."""
    return (
        Sheet(words.gettext("By person"), tuple(_persons(found, words))),
        Sheet(words.gettext("By meeting"), tuple(_meetings(found, words))),
    )


def _persons(found: Sequence[Remunerated], words: Texts) -> Iterator[tuple[object, ...]]:
    yield (
        *_head(words),
        words.gettext("Meetings held"),
        words.gettext("Hours begun"),
        words.gettext("Meetings with unknown hours"),
    )
    for each in found:
        yield (*_who(each, words), each.meetings, each.hours, each.unknown)


def _meetings(found: Sequence[Remunerated], words: Texts) -> Iterator[tuple[object, ...]]:
    yield (
        *_head(words),
        words.gettext("Date"),
        words.pgettext("time", "From"),
        words.pgettext("time", "To"),
        words.gettext("Hours begun"),
        words.gettext("Note"),
    )
    for each in found:
        for one in each.sittings:
            yield (*_who(each, words), one.day, one.start, one.end, one.hours, _note(one, words))


def _head(words: Texts) -> tuple[str, ...]:
    return (
        words.gettext("Name"),
        words.gettext("Party"),
        words.pgettext("document", "Body"),
        words.pgettext("of a person", "Role"),
    )


def _who(each: Remunerated, words: Texts) -> tuple[object, ...]:
    return each.who.name, each.who.party, each.body, role(each, words)


def role(each: Remunerated, words: Texts) -> str:
    """Return as what somebody was there, in a word."""
    if each.serving:
        return words.gettext("serving alternate")
    names = {
        OnRollAs.CHAIR: words.pgettext("after a name", "chair"),
        OnRollAs.VICE_CHAIR: words.gettext("vice chair"),
        OnRollAs.SECOND_VICE_CHAIR: words.gettext("second vice chair"),
        OnRollAs.MEMBER: words.gettext("member"),
        OnRollAs.ALTERNATE: words.gettext("alternate"),
        OnRollAs.CO_OPTED: words.gettext("co-opted"),
        OnRollAs.STAFF_REPRESENTATIVE: words.gettext("staff representative"),
    }
    return names[each.role]


def _note(one: Sitting, words: Texts) -> str | None:
    notes = []
    if one.hours is None:
        notes.append(words.gettext("the times are not known"))
    if one.partly:
        notes.append(words.gettext("present for a part of the meeting"))
    return ", ".join(notes) or None

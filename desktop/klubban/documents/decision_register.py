"""The register of a body's decisions in a year, for the bound volume: by meeting, matter and number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.documents.issued import issued
from klubban.documents.tree import Document, Grouped, Heading, Quiet
from klubban.documents.wording import held
from klubban.domain.text import Text, runs_of
from klubban.i18n import sort_key
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.documents.tree import Node
    from klubban.domain.body import Body, Organisation
    from klubban.domain.meeting import Item
    from klubban.domain.public_record import PublicRecord
    from klubban.i18n import Texts

_PARAGRAPH, _NUMBER = 64.0, 110.0
_SUBJECT = 300.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """What is registered: what is public of the meetings, by date."""

    organisation: Organisation
    body: Body
    year: int
    meetings: tuple[PublicRecord, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    meeting: PublicRecord
    item: Item

    @property
    def sign(self) -> str:
        return wording.sign_of(self.meeting, self.item)


def build(register: Register) -> Document:
    """Return the register in the organisation's language."""
    texts = texts_of(register.organisation.language)
    kind = texts.gettext("Register of decisions")
    about = f"{register.body.name} {register.year}"
    return issued(
        register.organisation,
        f"{kind}, {about}",
        _nodes(register, kind, about, texts),
        whose=register.body.name,
        kind=kind,
        dated=str(register.year),
        date=max(meeting.date for meeting in register.meetings),
    )


def _nodes(register: Register, kind: str, about: str, texts: Texts) -> Iterator[Node]:
    lines = [
        _Line(meeting, item)
        for meeting in register.meetings
        for item in meeting.items
        if item.number is not None
    ]
    yield Heading(1, kind)
    yield Quiet(about)
    yield Text(runs_of(_summary(len(register.meetings), len(lines), texts)))
    if not lines:
        return
    paragraph = texts.pgettext("column", "Paragraph")
    subject, number = texts.pgettext("column", "Matter"), texts.pgettext("column", "Registry number")
    yield Heading(2, texts.gettext("By meeting"))
    yield Grouped(
        (paragraph, subject, number),
        tuple(_by_meeting(register, lines, texts)),
        widths=(_PARAGRAPH, _SUBJECT),
    )
    yield Heading(2, texts.gettext("By matter"))
    by_title = _index([(each.item.title, each) for each in lines])
    yield Grouped((subject, paragraph), _letters(by_title, texts), widths=(_SUBJECT,))
    numbered = [(each.item.registered_as, each) for each in lines]
    by_number = _index([(of, each) for of, each in numbered if of])
    if by_number:
        yield Heading(2, texts.gettext("By registry number"))
        rows = tuple((held(of), _places(found, texts)) for of, found in by_number)
        yield Grouped((number, paragraph), (("", rows),), widths=(_NUMBER,))


def _summary(meetings: int, decisions: int, texts: Texts) -> str:
    met = texts.ngettext("{count} meeting", "{count} meetings", meetings).format(count=meetings)
    told = texts.ngettext("{meetings}, {count} paragraph.", "{meetings}, {count} paragraphs.", decisions)
    return told.format(meetings=met, count=decisions)


def _by_meeting(
    register: Register, lines: Sequence[_Line], texts: Texts
) -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    for meeting in register.meetings:
        own = [each for each in lines if each.meeting is meeting]
        if own:
            rows = tuple((each.sign, each.item.title, held(each.item.registered_as or "")) for each in own)
            yield texts.date(meeting.date), rows


def _index(lines: Sequence[tuple[str, _Line]]) -> list[tuple[str, list[_Line]]]:
    """Return lines by a word, as Swedish sorts."""
    found: dict[str, list[_Line]] = {}
    for word, line in lines:
        found.setdefault(word, []).append(line)
    return sorted(found.items(), key=lambda each: _natural(each[0]))


def _natural(word: str) -> list[tuple[int, str]]:
    """Return what sorts words as Swedish does, and the numbers in them by their size: 2016/9, 2016/10."""
    parts: list[tuple[int, str]] = []
    digits = ""
    for letter in f"{word}\0":
        if letter.isdecimal():
            digits += letter
            continue
        if digits:
            parts.append((int(digits), ""))
            digits = ""
        parts.append((-1, sort_key(letter)))
    return parts


def _letters(
    index: Sequence[tuple[str, list[_Line]]], texts: Texts
) -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """Return the index with a heading for each first letter."""
    groups: dict[str, list[tuple[str, ...]]] = {}
    for title, found in index:
        first = title[:1].upper()
        groups.setdefault(first if first.isalpha() else "#", []).append((title, _places(found, texts)))
    return tuple((letter, tuple(rows)) for letter, rows in groups.items())


def _places(lines: Sequence[_Line], texts: Texts) -> str:
    """Return `§ 19 (22 februari), § 57 (14 mars)`."""
    pattern = texts.pgettext("date pattern", "d MMMM")
    return ", ".join(f"{each.sign} ({held(texts.date(each.meeting.date, pattern))})" for each in lines)

"""A report in Word (tjänsteskrivelse), read by its headings: what it gives an item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from klubban.domain.text import LONGEST_LINE, Block, Blocks, Bullets, Points, Run, Runs, Text, tidy
from klubban.exchange.paper_lines import LineKind, PaperLine
from klubban.exchange.report_headings import (
    ReportField,
    field_of,
    is_number_label,
    is_other_heading,
    is_title_label,
    names_kind_of_paper,
)
from klubban.exchange.word import Word, read_word

_NUMBER = re.compile(
    r"(?<![\w/])(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,9}[ \-/.]?)?\d{2,5}[/:\-.]\d{1,6}(?:[\-./:]\d{1,6})*(?![\w/])"
    r"|(?<![\w/])[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,9}[ \-]?\d{2,}(?![\w/])"
)
"""KS 2015/503 · Kst 2015/503 · 00322/2026 · SLK-2024-00672 · KS/2015:503 · EAV 2020/514."""
_LABELLED = re.compile(
    r"(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer|dossiernummer)\.?\s*:?\s*(.{3,60})",
    re.IGNORECASE,
)
_TYPED_POINT = re.compile(r"\s*(?:\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
_TYPED_BULLET = re.compile(r"\s*[•·‣▪*–—-]\s+(?=\S)")
_THAT = re.compile(r"att\s+\S")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_SHORT = 120
"""Characters of a line that may be a heading though no style says so."""
_FIRST_LINES = 60
"""Titles and registry numbers are looked for in so many of the first lines."""
_CELLS_AFTER = 4
"""A number may stand in the next row of a table, below its label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a report says that an item can take; empty where it says nothing."""

    title: str | None = None
    registry_number: str | None = None
    proposal: Blocks = ()
    summary: Blocks = ()
    documents: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was found."""
        return self == Report()


def read_report(data: bytes) -> Report:
    """Return what a Word document says under the headings of a report.

    Raises RuleBroken for a document that is damaged, hostile, or holds characters no text may.
    """
    word = read_word(data)
    parts = _parts(word.lines)
    return Report(
        title=_title(word.lines),
        registry_number=_registry_number(word),
        proposal=tidy(_blocks(parts.get(ReportField.PROPOSAL, ()), points=True)),
        summary=tidy(_blocks(parts.get(ReportField.SUMMARY, ()))),
        documents=tuple(_items(parts.get(ReportField.DOCUMENTS, ()))),
        recipients=tuple(_recipients(parts.get(ReportField.RECIPIENTS, ()))),
    )


# --- the parts below headings


def _parts(lines: Iterable[PaperLine]) -> dict[ReportField, tuple[PaperLine, ...]]:
    """Return the lines below each heading; of several for one field the first in rank that has any."""
    found: dict[tuple[ReportField, int], list[PaperLine]] = {}
    into: list[PaperLine] | None = None
    for line in lines:
        heading, rest = _heading(line)
        if heading is not None:
            into = found.setdefault(heading, [])
            if rest:
                into.append(PaperLine((Run(rest),)))
        elif _ends_part(line):
            into = None
        elif into is not None:
            into.append(line)
    ranked = sorted((rank, field) for (field, rank), part in found.items() if part)
    return {field: tuple(found[field, rank]) for rank, field in reversed(ranked)}


def _heading(line: PaperLine) -> tuple[tuple[ReportField, int] | None, str]:
    """Return what a line heads, and what stands after its colon on the same line."""
    words = line.words.strip()
    if line.kind in (LineKind.POINT, LineKind.BULLET) or (line.cell and len(words) > _SHORT):
        return None, ""
    whole = field_of(words)
    if whole is not None:
        return whole, ""
    label, colon, rest = words.partition(":")
    return (field_of(label), rest.strip()) if colon and rest.strip() else (None, "")


def _ends_part(line: PaperLine) -> bool:
    words = line.words.strip()
    if line.kind is LineKind.HEADING or is_other_heading(words):
        return True
    return line.kind is LineKind.TEXT and line.is_bold and len(words) <= _SHORT and not words.endswith(".")


# --- texts


def _blocks(lines: Sequence[PaperLine], *, points: bool = False) -> Iterator[Block]:
    """Walk the blocks that lines make; `points` takes sentences that begin with "att" for points."""
    said = [_typed(line, points=points) for line in lines]
    for kind, group in groupby(said, key=lambda line: line.kind):
        items = tuple(_stripped(line.runs) for line in group)
        match kind:
            case LineKind.POINT:
                yield Points(items)
            case LineKind.BULLET:
                yield Bullets(items)
            case _:
                yield from map(Text, items)


def _typed(line: PaperLine, *, points: bool) -> PaperLine:
    """Take numbers, dashes and the word "att" that were typed by hand for the lists that they are."""
    words = line.words
    if line.kind is not LineKind.TEXT:
        return line
    for kind, mark in ((LineKind.POINT, _TYPED_POINT), (LineKind.BULLET, _TYPED_BULLET)):
        found = mark.match(words)
        if found:
            return PaperLine(_without(line.runs, found.end()), kind)
    if points and _THAT.match(words.lstrip()):
        return PaperLine(line.runs, LineKind.POINT)
    return line


def _without(runs: Runs, count: int) -> Runs:
    """Return runs without so many of their first characters."""
    kept: list[Run] = []
    for run in runs:
        left = max(0, count - len(run.text)) if count else 0
        kept.append(run.saying(run.text[count:]))
        count = left
    return tuple(kept)


def _stripped(runs: Runs) -> Runs:
    """Return runs without blanks around all of them, and with blanks for tabs."""
    spaced = [run.saying(run.text.replace("\t", " ")) for run in runs if run.text]
    if spaced:
        spaced[0] = spaced[0].saying(spaced[0].text.lstrip())
        spaced[-1] = spaced[-1].saying(spaced[-1].text.rstrip())
    return tuple(spaced)


# --- lists of words


def _items(lines: Iterable[PaperLine]) -> Iterator[str]:
    """Walk what stands line by line, without the marks of lists."""
    for line in lines:
        for words in line.words.splitlines():
            typed = _typed(PaperLine((Run(words),), line.kind), points=False)
            item = " ".join(typed.words.split())
            if item and len(item) <= LONGEST_LINE:
                yield item


def _recipients(lines: Sequence[PaperLine]) -> Iterator[str]:
    """Walk to whom a decision is sent; several may stand on one line."""
    items = list(_items(lines))
    for item in items:
        mark = ";" if ";" in item else "," if len(items) == 1 and " och " not in item else None
        for name in item.split(mark) if mark else (item,):
            words = name.strip().rstrip(".")
            if words:
                yield words


# --- title and registry number


def _title(lines: Sequence[PaperLine]) -> str | None:
    """Return what the report says that it is about: on a line of its own label, or as its first heading."""
    first = lines[:_FIRST_LINES]
    headings = [line for line in first if line.kind is LineKind.HEADING]
    said = [*_labelled_title(first)]
    said += [line.words for line in sorted(headings, key=lambda line: min(line.level, 1))]
    said += [line.words for line in first if line.is_bold and not line.cell]
    titles = (" ".join(words.split()) for words in said)
    return next((words for words in titles if _may_be_title(words)), None)


def _labelled_title(lines: Sequence[PaperLine]) -> Iterator[str]:
    for line, after in zip(lines, (*lines[1:], None), strict=True):
        label, colon, rest = line.words.partition(":")
        if colon and rest.strip() and is_title_label(label):
            yield rest
        elif after is not None and line.cell and after.cell and is_title_label(line.words):
            yield after.words


def _may_be_title(words: str) -> bool:
    return (
        2 < len(words) <= LONGEST_LINE  # noqa: PLR2004 - a letter or two is no title
        and field_of(words) is None
        and not is_other_heading(words)
        and not is_number_label(words)
        and not names_kind_of_paper(words)
        and not _NUMBER.fullmatch(words)
        and not words.endswith(":")
    )


def _registry_number(word: Word) -> str | None:
    """Return the number after the first label for one; labels stand in headers, tables and lines."""
    lines = [line.words for line in word.lines[:_FIRST_LINES]]
    said = [*word.headers, *lines]
    for place, words in enumerate(said):
        found = _LABELLED.search(words)
        number = _number_in(found[1]) if found else None
        if number is None and is_number_label(words.split("\t")[-1]):
            after = (each.strip() for each in said[place + 1 : place + 1 + _CELLS_AFTER])
            number = next(filter(_NUMBER.fullmatch, after), None)
        if number is not None:
            return number
    return None


def _number_in(words: str) -> str | None:
    found = _NUMBER.search(_DATE.sub(" ", words))
    return found[0].strip() if found else None

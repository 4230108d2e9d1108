"""Documents bound into one file: the summons, its contents, and the papers that have been cleaned.

The files bound are read from the disk while the new one is written, so that memory holds no more than what
their pages refer to. The result claims no archive format: other people's pages are in it as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from errno import EIO
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
from pikepdf import Array, Dictionary, Name

from klubban.documents.pdf import Typeset, layers, links, stamps
from klubban.documents.pdf.characters import visible
from klubban.documents.pdf.saving import save
from klubban.documents.pdf.stamps import Stamp

_LONGEST = 200
_READ = pikepdf.AccessMode.stream
_CLAIMS = ("/Metadata", "/OutputIntents", "/Outlines", "/PageMode", "/OpenAction", "/AA", "/Names")


@dataclass(frozen=True, slots=True)
class Paper:
    """A document, cleaned, as it is bound."""

    key: str
    number: str
    """`Bilaga 3`"""
    name: str
    """`Bilaga 3 till punkt 12`: what its first page says it is."""
    title: str
    file: Path
    pages: int


@dataclass(frozen=True, slots=True)
class Item:
    """An item with its documents."""

    key: str
    number: str
    title: str
    papers: tuple[Paper, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """All that one file is made of."""

    title: str
    author: str
    language: str
    day: date
    front: tuple[tuple[str, Typeset], ...]
    """The documents of our own at the beginning, each with its bookmark."""
    items: tuple[Item, ...]
    number: Callable[[int], str]
    """The words for a page's number, from its place in this file, from 0."""
    first: int = 1
    """The number of the first page in the whole."""
    copy: str = ""
    """Which copy it is, on every page."""
    progress: Callable[[int], None] = field(default=lambda _percent: None)


def bind(bound: Bound, target: Path) -> int:
    """Write the file, and return its number of pages."""
    gathered = target.with_name(f"{target.name}.pages")
    try:
        _gather(bound, gathered)
        with _gathered(gathered) as made:
            starts: dict[str, int] = {}
            labels: dict[int, str] = {}
            place = sum(each.pages for _title, each in bound.front)
            for item in bound.items:
                for paper in item.papers:
                    starts[paper.key] = place
                    starts.setdefault(item.key, place)
                    labels[place] = paper.name
                    links.settle(made, place, paper.pages)
                    place += paper.pages
            pages = len(made.pages)
            stamps.put(made, [Stamp(bound.number(n), labels.get(n, ""), bound.copy) for n in range(pages)])
            layers.gather(made)
            _link_front(made, bound, starts)
            _bookmark(made, bound, starts)
            _describe(made, bound)
            save(
                made,
                target,
                deterministic_id=True,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                progress=bound.progress,
            )
    finally:
        gathered.unlink(missing_ok=True)
    return pages


def _gathered(file: Path) -> pikepdf.Pdf:
    """Open what was gathered; raises OSError when it was cut short, which qpdf's job does not tell."""
    try:
        return pikepdf.open(file, attempt_recovery=False, access_mode=_READ)
    except pikepdf.PdfError as error:
        raise OSError(EIO, str(error)) from error


def pages_in(file: Path) -> int:
    """Return how many pages a file has; raises OSError for one that cannot be read back."""
    try:
        with pikepdf.open(file, attempt_recovery=False, access_mode=_READ) as read:
            return len(read.pages)
    except pikepdf.PdfError as error:
        raise OSError(file) from error


def _gather(bound: Bound, target: Path) -> None:
    """Write the pages of all files after each other, as they are; the first one's tags stay.

    qpdf copies from disk to disk. Pages added to an open file would be in memory, with all their pictures.
    """
    with TemporaryDirectory(dir=target.parent, prefix=".") as folder:
        own = []
        for number, (_title, each) in enumerate(bound.front):
            own.append(Path(folder) / f"{number}.pdf")
            own[-1].write_bytes(_unclaimed(each.data, tagged=not number))
        papers = [paper.file for item in bound.items for paper in item.papers]
        pikepdf.Job(
            {
                "inputFile": str(own[0]),
                "outputFile": str(target),
                "pages": [{"file": str(each), "range": "1-z"} for each in (*own, *papers)],
                "deterministicId": "",
                "noWarn": "",  # it would be on standard error
            }
        ).run()


def _unclaimed(data: bytes, *, tagged: bool) -> bytes:
    """Return a document of our own without what it alone could claim, or point into."""
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as file:
        claims = _CLAIMS if tagged else (*_CLAIMS, "/StructTreeRoot", "/MarkInfo")
        for key in set(file.Root.keys()).intersection(claims):
            del file.Root[key]
        for page in file.pages if not tagged else ():
            for each in (page.obj, *page.obj.get("/Annots", ())):
                for key in set(each.keys()).intersection(("/StructParents", "/StructParent", "/Tabs")):
                    del each[key]
        file.save(target, deterministic_id=True)
    return target.getvalue()


def _link_front(made: pikepdf.Pdf, bound: Bound, starts: Mapping[str, int]) -> None:
    """Let what our own pages list lead to where it begins."""
    offset = 0
    for _title, each in bound.front:
        for place in each.places:
            if place.key not in starts:
                continue
            page = made.pages[offset + place.page - 1].obj
            link = Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(number, 2) for number in place.box]),
                Border=Array([0, 0, 0]),
                F=4,
                Dest=Array([made.pages[starts[place.key]].obj, Name.Fit]),
            )
            if "/Annots" not in page:
                page.Annots = Array()
            page.Annots.append(made.make_indirect(link))
        offset += each.pages


def _bookmark(made: pikepdf.Pdf, bound: Bound, starts: Mapping[str, int]) -> None:
    listed: dict[str, int] = {}
    offset = 0
    with made.open_outline() as outline:
        for title, each in bound.front:
            outline.root.append(pikepdf.OutlineItem(_short(title), offset))
            for key, page in each.item_pages:
                listed.setdefault(key, offset + page - 1)
            offset += each.pages
        for item in bound.items:
            page = starts.get(item.key, listed.get(item.key, 0))
            entry = pikepdf.OutlineItem(_short(f"{item.number}. {item.title}"), page)
            entry.children.extend(
                pikepdf.OutlineItem(_short(f"{paper.number} {paper.title}"), starts[paper.key])
                for paper in item.papers
            )
            outline.root.append(entry)


def _short(words: str) -> str:
    return " ".join(visible(words).split())[:_LONGEST]


def _describe(made: pikepdf.Pdf, bound: Bound) -> None:
    made.Root.Lang = bound.language
    made.Root.PageMode = Name.UseOutlines
    made.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    made.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=bound.first)]))
    for key in list(made.docinfo.keys()):
        del made.docinfo[key]
    made.docinfo["/Title"] = visible(bound.title)
    made.docinfo["/Author"] = visible(bound.author)
    made.docinfo["/CreationDate"] = f"D:{bound.day:%Y%m%d}000000Z"

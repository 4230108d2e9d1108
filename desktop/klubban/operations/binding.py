"""The making of a bundle: papers cleaned one by one, parted where they are too much, bound and checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from klubban.documents import contents, slip
from klubban.documents.contents import Entry
from klubban.documents.pdf import Typeset, bundle, typeset
from klubban.documents.pdf.cleaning import clean
from klubban.documents.pdf.picture_pages import set_pictures
from klubban.documents.pdf.unfit import Unfit, Why
from klubban.domain.media import Media, sort_of
from klubban.i18n import Texts, texts
from klubban.operations.bundle import Cancelled, LeftOut, Made, Paper, Papers, Prepared, Progress, walk
from klubban.operations.file_names import slug
from klubban.operations.files import placed

_HEAD = 4096
"""So many bytes tell what a file is."""
_A_PAGE = 800
"""Bytes that a page takes beside its content: its number, its place in the file, its line in the contents."""
_OF_OUR_OWN = 60_000
"""Bytes of the faces in contents and page numbers."""
_WRITING = 10
"""Steps that writing a file counts as."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What goes into one file."""

    items: tuple[bundle.Item, ...]
    front: tuple[tuple[str, Typeset], ...]


class Binding:
    """One bundle in the making."""

    def __init__(self, prepared: Prepared, folder: Path, progress: Progress) -> None:
        """Take what was prepared, where it goes, and whom to tell."""
        self._prepared = prepared
        self._folder = folder
        self._progress = progress
        self._texts: Texts = texts(prepared.language)
        self._left_out: list[LeftOut] = []
        self._done = 0
        self._of = sum(1 for _paper in walk(prepared.items)) + _WRITING * max(1, len(prepared.copies))

    def make(self) -> Made:
        """Write all files; none of them comes to its place before all are there."""
        self._step(0)
        front = typeset(self._prepared.front) if self._prepared.front else None
        items = [self._item(papers) for papers in self._prepared.items]
        parts = self._parted(items, front)
        self._of += _WRITING * (len(parts) - 1) * max(1, len(self._prepared.copies))
        written: list[Path] = []
        with ExitStack() as stack:
            for copy in range(1, max(1, len(self._prepared.copies)) + 1):
                written += [self._folder / name for name in self._written(parts, copy, stack)]
        most = self._prepared.most_bytes
        large = tuple(path for path in written if most and path.stat().st_size > most)
        return Made(tuple(written), tuple(self._left_out), large)

    # --- the papers

    def _item(self, papers: Papers) -> bundle.Item:
        made = tuple(self._paper(each) for each in papers.papers)
        return bundle.Item(papers.key, papers.number, papers.title, made)

    def _paper(self, paper: Paper) -> bundle.Paper:
        """Return a paper that can be bound: cleaned, set from a picture, or a slip in its place."""
        stem = paper.key.replace(":", "-")
        target = self._prepared.work / f"{stem}.pdf"
        try:
            self._cleaned(paper, target)
            pages = bundle.pages_in(target)
        except (Unfit, OSError) as error:
            if isinstance(error, OSError) and error.errno:  # a full disk, and nothing about the paper
                raise
            # What was begun may still be written when it is let go of: a slip is a file of its own.
            target = self._prepared.work / f"{stem}-slip.pdf"
            pages = self._slip(paper, error.why if isinstance(error, Unfit) else Why.BROKEN, target)
        if paper.file:
            paper.file.unlink(missing_ok=True)
        self._step(1)
        return bundle.Paper(paper.key, paper.number, paper.name, paper.title, target, pages)

    def _cleaned(self, paper: Paper, target: Path) -> None:
        if paper.file is None:
            raise Unfit(paper.why or Why.MISSING)
        with paper.file.open("rb") as handle:
            sort = sort_of(handle.read(_HEAD))
        if sort is Media.PDF:
            clean(paper.file, target, remarks=not self._prepared.public)
        elif isinstance(sort, Media) and sort.is_picture:
            set_pictures(paper.file, target)
        else:
            raise Unfit(Why.NOT_PDF)

    def _slip(self, paper: Paper, why: Why, target: Path) -> int:
        self._left_out.append(LeftOut(f"{paper.name}: {paper.title}", why.value))
        why_not = self._texts.gettext(why.value)
        set_ = typeset(
            slip.build(paper.name, paper.title, why_not, self._prepared.like, self._texts.language)
        )
        target.write_bytes(set_.data)
        return set_.pages

    # --- the parts

    def _parted(self, items: Sequence[bundle.Item], front: Typeset | None) -> list[_Part]:
        """Return the files' contents: items in order, as many in each as fit in what can be mailed."""
        most = self._prepared.most_bytes
        begun = ((self._front_name, front),) if front else ()
        if most is None:
            return [_Part(tuple(items), begun)]
        groups: list[list[bundle.Item]] = [[]]
        room = most - _OF_OUR_OWN - (len(front.data) if front else 0)
        for item in items:
            size = sum(paper.file.stat().st_size + paper.pages * _A_PAGE for paper in item.papers)
            if size > room and any(each.papers for each in groups[-1]):
                groups.append([])
                room = most - _OF_OUR_OWN
            groups[-1].append(item)
            room -= size
        return [_Part(tuple(group), begun if not place else ()) for place, group in enumerate(groups)]

    @property
    def _front_name(self) -> str:
        front = self._prepared.front
        return front.running.right[0] if front else ""

    # --- the files

    def _written(self, parts: Sequence[_Part], copy: int, stack: ExitStack) -> Iterator[str]:
        """Write the parts of one copy, and walk their names; the stack's end puts them in their places."""
        listed = [self._contents(part, number, parts, None) for number, part in enumerate(parts, 1)]
        counts = [_pages(part, each) for part, each in zip(parts, listed, strict=True)]
        total, first = sum(counts), 1
        for number, (part, count) in enumerate(zip(parts, counts, strict=True), 1):
            own = self._contents(part, number, parts, first)
            name = self._file_name(number, len(parts), copy)
            fresh = stack.enter_context(placed(self._folder / name))
            bound = self._bound(part, own, name, first, total, copy)
            if bundle.bind(bound, fresh) != count or bundle.pages_in(fresh) != count:
                raise OSError(name)
            first += count
            yield name

    def _bound(self, part: _Part, own: Typeset, name: str, first: int, total: int, copy: int) -> bundle.Bound:
        title = self._texts.pgettext("of a bundle", "Contents")
        before = self._done
        return bundle.Bound(
            title=name.removesuffix(".pdf"),
            author=self._prepared.like.author,
            language=self._texts.tag,
            day=self._prepared.day,
            front=(*part.front, (title, own)),
            items=part.items,
            number=lambda page: contents.page_of(first + page, total, self._texts),
            first=first,
            copy=self._copy(copy),
            progress=lambda percent: self._step_to(before + percent * _WRITING // 100),
        )

    def _contents(self, part: _Part, number: int, parts: Sequence[_Part], first: int | None) -> Typeset:
        """Set the contents of a part; without its first page's number only to know how long they are."""
        page = None
        if first is not None:
            own = self._contents(part, number, parts, None)
            page = first + sum(each.pages for _name, each in part.front) + own.pages
        remarks = [self._elsewhere(place, each) for place, each in enumerate(parts, 1) if place != number]
        subtitle = self._prepared.name
        if len(parts) > 1:
            subtitle = f"{contents.part_of(number, len(parts), self._texts)}. {subtitle}"
        entries = list(_entries(part, page))
        return typeset(contents.build(self._prepared.like, subtitle, entries, remarks, self._texts.language))

    def _elsewhere(self, number: int, part: _Part) -> str:
        """Return `Del 2: punkterna 5–9`."""
        first, last = part.items[0].number, part.items[-1].number
        line = (
            self._texts.gettext("Part {part}: item {first}")
            if first == last
            else self._texts.gettext("Part {part}: items {first}–{last}")
        )
        return line.format(part=number, first=first, last=last)

    def _file_name(self, number: int, parts: int, copy: int) -> str:
        stem = self._prepared.stem
        if parts > 1:
            stem += f"-{slug(contents.part_of(number, parts, self._texts))}"
        if self._prepared.copies:
            stem += f"-{slug(contents.copy_of(copy, len(self._prepared.copies), '', self._texts))}"
        return f"{stem}.pdf"

    def _copy(self, copy: int) -> str:
        copies = self._prepared.copies
        return contents.copy_of(copy, len(copies), copies[copy - 1], self._texts) if copies else ""

    # --- progress

    def _step(self, steps: int) -> None:
        self._step_to(self._done + steps)

    def _step_to(self, done: int) -> None:
        self._done = done
        if self._progress(done, self._of) is False:
            raise Cancelled


def _pages(part: _Part, own: Typeset) -> int:
    papers = sum(paper.pages for item in part.items for paper in item.papers)
    return own.pages + papers + sum(each.pages for _name, each in part.front)


def _entries(part: _Part, page: int | None) -> Iterator[Entry]:
    """Walk the lines of a part's contents: the items that have documents, and these."""
    for item in part.items:
        if not item.papers:
            continue
        yield Entry(item.title, page, item.number, item.key, item=True)
        for paper in item.papers:
            yield Entry(paper.title, page, paper.number, paper.key)
            page = page + paper.pages if page is not None else None

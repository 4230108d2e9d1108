"""A document as plain text: for the clipboard, for a mail, for whoever wants to quote it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from itertools import chain
from typing import TYPE_CHECKING

from klubban.documents import tree
from klubban.documents.characters import in_one_line, said
from klubban.documents.plain_tables import Columns
from klubban.domain.text import Bullets, Points, Table, Text, plain_runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RULES = {1: "=", 2: "-"}
_INDENT = "   "


def plain_text(document: tree.Document) -> str:
    """Return what the nodes say, parted by blank lines; lines are as long as their texts are."""
    parts: list[str] = []
    for node in document.nodes:
        if lines := _write(node):
            leads = isinstance(node, tree.Heading) and node.level not in _RULES
            parts += ["\n".join(lines), "\n" if leads else "\n\n"]
    return _searchable("".join(parts[:-1])) + "\n"


def plain_file(document: tree.Document) -> str:
    """Return the same below whose document it is, and of which kind and day."""
    running = document.running
    organisation = running.left[0]
    head = [
        running.draft,
        ", ".join(filter(None, (organisation, running.left[1]))),
        " ".join(filter(None, running.right)),
    ]
    top = "\n".join(in_one_line(each) for each in head if each)
    foot = in_one_line(document.look.foot or "")
    whole = "\n\n".join(filter(None, (top, plain_text(document).rstrip("\n"), foot)))
    return _searchable(whole) + "\n"


def _searchable(text: str) -> str:
    """Return the text with plain spaces: lines are not broken here, and `§ 19` is to be found."""
    return text.replace("\u00a0", " ")


def _write(node: tree.Node) -> list[str]:
    return [line.rstrip(" ") for line in _lines_of(node)]


def _lines(text: str) -> list[str]:
    return said(text).split("\n")


def _marked(mark: str, text: str) -> Iterator[str]:
    """Walk a text's lines behind a mark, the later ones as far in."""
    first, *more = _lines(text)
    yield f"{mark} {first}"
    yield from (f"{' ' * len(mark)} {line}" for line in more)


@singledispatch
def _lines_of(node: object) -> Iterable[str]:
    """Walk the lines of one node."""
    raise TypeError(node)


@_lines_of.register
def _(node: tree.Heading) -> Iterable[str]:
    title = in_one_line(f"{node.number} {node.text}" if node.number else node.text)
    yield title
    if node.level in _RULES:
        yield _RULES[node.level] * len(title)


@_lines_of.register
def _(node: tree.AgendaEntry) -> Iterable[str]:
    beside = ", ".join(in_one_line(each) for each in (node.when, node.mark) if each)
    yield in_one_line(f"{node.number} {node.title}")
    below = [beside] if beside else []
    below += [line for fact in node.facts for line in _lines(fact)]
    below += [in_one_line(f"{paper.label}: {paper.title}") for paper in node.papers]
    below += [line for told in node.after for line in _lines(told)]
    yield from (f"{_INDENT}{line}" for line in below)


@_lines_of.register(tree.Quiet)
@_lines_of.register(tree.Aside)
def _(node: tree.Quiet | tree.Aside) -> Iterable[str]:
    return _lines(node.text)


@_lines_of.register
def _(node: Text) -> Iterable[str]:
    return _lines(plain_runs(node.runs))


@_lines_of.register
def _(node: Points) -> Iterable[str]:
    marks = [f"{number}." for number in range(1, len(node.items) + 1)]
    texts = map(plain_runs, node.items)
    return chain.from_iterable(map(_marked, marks, texts))


@_lines_of.register
def _(node: Bullets) -> Iterable[str]:
    return chain.from_iterable(_marked("–", plain_runs(item)) for item in node.items)


@_lines_of.register
def _(node: Table) -> Iterable[str]:
    rows = [[plain_runs(cell) for cell in row] for row in node.rows]
    if any(rows):
        columns = Columns(rows)
        yield from columns.head(rows[0])
        yield from map(columns.line, rows[1:])


@_lines_of.register
def _(node: tree.Grouped) -> Iterable[str]:
    columns = Columns([node.head, *(line for _, group in node.groups for line in group)])
    yield from columns.head(node.head)
    for title, group in node.groups:
        yield from ("", in_one_line(title)) if title else ()
        yield from map(columns.line, group)


@_lines_of.register
def _(node: tree.Names) -> Iterable[str]:
    return [in_one_line(name) for name in node.items]


@_lines_of.register
def _(node: tree.Labels) -> Iterable[str]:
    for place, address in enumerate(node.addresses):
        yield from ("",) if place else ()
        yield from map(in_one_line, address)


@_lines_of.register
def _(node: tree.Facts) -> Iterable[str]:
    for label, parts in node.rows:
        yield from _labelled(label, [line for part in parts for line in _lines_of(part)])


@_lines_of.register
def _(node: tree.Contents) -> Iterable[str]:
    for place, (title, headings) in enumerate(node.groups):
        yield from ("", in_one_line(title)) if place else (in_one_line(title),)
        for heading in headings:
            yield in_one_line(f"{heading.number} {heading.text}" if heading.number else heading.text)


@_lines_of.register
def _(node: tree.Listing) -> Iterable[str]:
    for line in node.lines:
        words = in_one_line(" ".join(filter(None, (line.label, line.text, line.page))))
        yield words if line.strong else f"{_INDENT}{words}"


@_lines_of.register
def _(node: tree.Signatures) -> Iterable[str]:
    if node.covers:
        yield from _labelled(node.covers[0], _lines(node.covers[1]))
    for line in node.lines:
        yield from _labelled(line.role, _lines(line.told))


@_lines_of.register
def _(node: tree.Chart) -> Iterable[str]:
    for bar in node.bars:
        yield from _labelled(bar.label, [in_one_line(bar.told)])
    if node.caption and node.bars:
        yield in_one_line(node.caption)


@_lines_of.register
def _(node: tree.Photo) -> Iterable[str]:
    return [f"[{in_one_line(node.alternative)}]", ""]


@_lines_of.register
def _(node: tree.Field) -> Iterable[str]:
    return [*_lines(node.label), *(f"{_INDENT}{line}" for line in _lines(node.value)), ""]


@_lines_of.register
def _(node: tree.FormEnd) -> Iterable[str]:
    return _lines(node.told)


@_lines_of.register(tree.Separator)
@_lines_of.register(tree.PageBreak)
def _(_node: tree.Separator | tree.PageBreak) -> Iterable[str]:
    return ()


def _labelled(label: str, value: Sequence[str]) -> list[str]:
    """Return a label and what belongs to it: beside it, or below where that is more than a line."""
    told = f"{in_one_line(label)}:"
    if len(value) <= 1:
        return [" ".join((told, *value))]
    return [told, *(f"{_INDENT}{line}" for line in value)]

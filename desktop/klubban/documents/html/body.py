"""The nodes of a tree as elements of a page, each for what it is."""

from __future__ import annotations

from base64 import b64encode
from functools import singledispatchmethod
from typing import TYPE_CHECKING

from klubban.documents import tree
from klubban.documents.anchors import Anchors
from klubban.documents.html import tables, to_fill_in
from klubban.documents.html.markup import (
    NOTHING,
    Markup,
    element,
    lines,
    runs,
    text_element,
    void,
    words,
)
from klubban.domain.text import Bullets, Points, Table, Text, plain_runs
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from klubban.domain.text import Runs

_DEEPEST = 6


def body(document: tree.Document) -> Markup:
    """Return all that the document says, without what stands on each of its pages."""
    writer = _Writer(document)
    return lines(writer.write(node) for node in document.nodes)


def _paragraph(text: str, class_: str | None = None) -> Markup:
    return text_element("p", words(text), text, class_=class_)


def _span(class_: str, text: str) -> Markup:
    return element("span", words(text), class_=class_) if text else NOTHING


def _list(tag: str, items: Iterable[Markup], class_: str | None = None) -> Markup:
    """Return a list; one without marks is told to be a list, which some readers else do not take it for."""
    made = [*items]
    return element(tag, *made, class_=class_, role="list" if class_ else None) if made else NOTHING


class _Writer:
    def __init__(self, document: tree.Document) -> None:
        self._above = document.title
        """What a table is called that has no other name: the heading that it stands below."""
        self._anchors = Anchors(document)
        self._names = self._anchors.in_order()
        self._contents = texts_of(document.language.split("-")[0]).pgettext("of a bundle", "Contents")

    @singledispatchmethod
    def write(self, node: object) -> Markup:
        """Return a node's element."""
        raise TypeError(node)

    @write.register
    def _(self, node: tree.Heading) -> Markup:
        return self._heading(node.level, node.number or "", node.text)

    def _heading(self, level: int, number: str, text: str, class_: str | None = None) -> Markup:
        before = Markup(f"{_span('number', number)} ") if number else NOTHING
        self._above = text
        tag = f"h{min(level, _DEEPEST)}"
        return text_element(tag, Markup(before + words(text)), text, id=next(self._names), class_=class_)

    @write.register
    def _(self, node: tree.AgendaEntry) -> Markup:
        beside = [_span(name, text) for name, text in (("when", node.when), ("mark", node.mark)) if text]
        papers = (
            element("li", _span("label", paper.label), Markup(" "), words(paper.title))
            for paper in node.papers
        )
        return lines(
            (
                self._heading(node.level, node.number, node.title, "off" if node.off else None),
                element("p", Markup(" ".join(beside)), class_="beside") if beside else NOTHING,
                *(_paragraph(fact, "details") for fact in node.facts),
                _list("ul", papers, "plain papers"),
                *(_paragraph(told, "details") for told in node.after),
            )
        )

    @write.register
    def _(self, node: tree.Quiet) -> Markup:
        return _paragraph(node.text, "quiet")

    @write.register
    def _(self, node: tree.Field) -> Markup:
        return to_fill_in.field(node)

    @write.register
    def _(self, node: tree.FormEnd) -> Markup:
        return to_fill_in.end(node)

    @write.register
    def _(self, node: tree.Aside) -> Markup:
        return _paragraph(node.text)

    @write.register
    def _(self, node: Text) -> Markup:
        return text_element("p", runs(node.runs), plain_runs(node.runs))

    @write.register
    def _(self, node: Points) -> Markup:
        return _list("ol", map(_item, node.items))

    @write.register
    def _(self, node: Bullets) -> Markup:
        return _list("ul", map(_item, node.items))

    @write.register
    def _(self, node: Table) -> Markup:
        return tables.simple(node, self._above)

    @write.register
    def _(self, node: tree.Grouped) -> Markup:
        return tables.grouped(node, self._above)

    @write.register
    def _(self, node: tree.Names) -> Markup:
        items = (text_element("li", words(name), name) for name in node.items)
        return _list("ul", items, "plain names")

    @write.register
    def _(self, node: tree.Labels) -> Markup:
        joined = ("\n".join(lines_) for lines_ in node.addresses)
        return _list("ul", (text_element("li", words(each), each) for each in joined), "plain labels")

    @write.register
    def _(self, node: tree.Facts) -> Markup:
        rows = (_fact(label, *map(self.write, parts)) for label, parts in node.rows)
        made = lines(rows)
        return element("dl", made, class_="facts") if made else NOTHING

    @write.register
    def _(self, node: tree.Signatures) -> Markup:
        rows = [_fact(node.covers[0], words(node.covers[1]))] if node.covers else []
        rows += [_fact(line.role, words(line.told)) for line in node.lines]
        return element("dl", lines(rows), class_="signatures") if rows else NOTHING

    @write.register
    def _(self, node: tree.Contents) -> Markup:
        groups = (
            lines((_paragraph(title, "part"), _list("ul", map(self._listed, headings), "plain")))
            for title, headings in node.groups
        )
        return element("nav", lines(groups), aria_label=self._contents)

    def _listed(self, heading: tree.Heading) -> Markup:
        place = self._anchors.of_listed(heading)
        number = f"{heading.number} " if heading.number else ""
        title = words(heading.text)
        title = element("a", title, href=f"#{place}") if place else title
        return element("li", _span("number", number), element("span", title))

    @write.register
    def _(self, node: tree.Listing) -> Markup:
        return _list("ul", map(_line, node.lines), "listing")

    @write.register
    def _(self, node: tree.Chart) -> Markup:
        if not node.bars:
            return NOTHING
        most = max(bar.of for bar in node.bars)
        bars = (_bar(bar, most, halved=bool(node.caption)) for bar in node.bars)
        caption = element("figcaption", words(node.caption)) if node.caption else NOTHING
        return element("figure", _list("ul", bars, "bars"), caption)

    @write.register
    def _(self, node: tree.Photo) -> Markup:
        source = f"data:image/jpeg;base64,{b64encode(node.jpeg).decode()}"
        width, height = map(str, node.size)
        return element("figure", void("img", src=source, alt=node.alternative, width=width, height=height))

    @write.register
    def _(self, _node: tree.Separator) -> Markup:
        return void("hr")

    @write.register
    def _(self, node: tree.PageBreak) -> Markup:
        return element("div", class_="sheet" if node.sheet else "break")


def _item(of: Runs) -> Markup:
    return text_element("li", runs(of), plain_runs(of))


def _fact(label: str, *parts: Markup) -> Markup:
    """Return a label with what belongs to it; where nothing does, there is a line to write on."""
    filled = any(parts)
    value = element("dd", *parts, class_=None if filled else "blank")
    return element("div", element("dt", words(label)), value)


def _line(line: tree.Listed) -> Markup:
    parts = (_span("label", line.label), _span("text", line.text), _span("page", line.page))
    return element("li", Markup(" ".join(filter(None, parts))), class_="strong" if line.strong else None)


def _bar(bar: tree.Bar, most: int, *, halved: bool) -> Markup:
    """Return a bar beside its words, which say all that it shows."""
    whole, part = (100 * each / max(of, 1) for each, of in ((bar.of, most), (bar.value, bar.of)))
    tone = f";background:{bar.tone}" if bar.tone else ""
    filled = element("span", style=f"width:{part:.4g}%{tone}")
    class_ = "bar halved" if halved else "bar"
    drawn = element("span", filled, class_=class_, style=f"width:{whole:.4g}%", aria_hidden="true")
    return element("li", _span("of", bar.label), drawn, _span("told", bar.told))

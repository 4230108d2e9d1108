"""Tables with cells that say what they are the heads of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.characters import in_one_line
from klubban.documents.figures import are_figures
from klubban.documents.html.markup import NOTHING, Markup, element, lines, runs, text_element, words
from klubban.domain.text import Run, plain_runs, runs_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from klubban.documents.tree import Grouped
    from klubban.domain.text import Runs, Table


def simple(table: Table, name: str) -> Markup:
    """Return a table whose first row is its head; its name is what readers are told."""
    if not any(table.rows):
        return NOTHING
    count = max(map(len, table.rows))
    head, *rows = [(*row, *((),) * (count - len(row))) for row in table.rows]
    figures = {place for place in range(count) if are_figures(plain_runs(row[place]) for row in rows)}
    body = element("tbody", *(_row(row, figures) for row in rows)) if rows else NOTHING
    return _table(lines((_head(head, figures), body)), name)


def grouped(node: Grouped, name: str) -> Markup:
    """Return a table of groups, each below a heading of its own."""
    lines_ = [line for _, group in node.groups for line in group]
    count = len(node.head)
    figures = {place for place in range(count) if are_figures(line[place] for line in lines_)}
    made = [_head([runs_of(each) for each in node.head], figures)]
    for title, group in node.groups:
        rows = [_group_head(title, count)] if title else []
        for line in group:
            off = "off" if line in node.quiet else None
            first = _titled(line[0]) if node.titled else None
            rows.append(_row([runs_of(each) for each in line], figures, off=off, first=first))
        made.append(element("tbody", lines(rows)))
    return _table(lines(made), name)


def _table(rows: Markup, name: str) -> Markup:
    """Return a table in a box of its own, which can be moved sideways where a screen is too narrow for it."""
    table = element("table", rows, aria_label=in_one_line(name) or None)
    return element("div", table, class_="wide")


def _head(cells: Iterable[Runs], figures: Collection[int]) -> Markup:
    made = (_cell(cell, "col", "figures" if place in figures else None) for place, cell in enumerate(cells))
    return element("thead", element("tr", *made))


def _group_head(title: str, count: int) -> Markup:
    head = text_element("th", words(title), title, class_="group", colspan=str(count), scope="rowgroup")
    return element("tr", head)


def _row(
    cells: Sequence[Runs], figures: Collection[int], *, off: str | None = None, first: Markup | None = None
) -> Markup:
    made = [
        _cell(cell, None if place else "row", "figures" if place in figures else None)
        for place, cell in enumerate(cells)
    ]
    if first is not None:
        made[0] = element("th", first, scope="row")
    return element("tr", *made, class_=off)


def _cell(cell: Runs, scope: str | None, class_: str | None) -> Markup:
    """Return a cell; one that says nothing is no head."""
    plain = plain_runs(cell)
    if not plain.strip():
        return element("td")
    return text_element("th" if scope else "td", runs(cell), plain, scope=scope, class_=class_)


def _titled(cell: str) -> Markup:
    """Return a cell that begins with a title, and below it what is said quietly."""
    title, *more = cell.split("\n")
    return Markup(runs((Run(title, bold=True),)) + "".join(element("small", words(each)) for each in more))

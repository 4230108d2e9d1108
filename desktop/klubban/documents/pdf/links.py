"""Links on other people's pages: to the web, and to pages of the same document, which move with it."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_DEEP = 32
_SCHEMES = ("http://", "https://", "mailto:")
_TO = "/KlubbanTo"
"""In a cleaned file: the page of it, counted from 0, that a link leads to."""


class Leading:
    """Where the links of a file lead."""

    def __init__(self, file: pikepdf.Pdf) -> None:
        """Know the file's pages and its named places."""
        self._file = file
        self._pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}

    def link(self, annotation: Any) -> Any | None:
        """Return a link made anew, or None for one that would do something else than lead somewhere."""
        made = Dictionary(Type=Name.Annot, Subtype=Name.Link, Border=Array([0, 0, 0]))
        for key in ("/Rect", "/Border", "/C", "/F", "/QuadPoints", "/BS"):
            if key in annotation:
                made[key] = annotation[key]
        action = annotation.get("/A")
        kind = action.get("/S") if isinstance(action, Dictionary) else None
        if kind == "/URI":
            address = str(action.get("/URI", ""))
            if not address.startswith(_SCHEMES):
                return None
            made.A = Dictionary(S=Name.URI, URI=String(address))
            return self._file.make_indirect(made)
        page = self._page(annotation.get("/Dest") if action is None else action.get("/D"), kind)
        if page is None:
            return None
        made[_TO] = page
        return self._file.make_indirect(made)

    def _page(self, place: Any, kind: Any) -> int | None:
        if kind not in (None, "/GoTo"):
            return None
        for _ in range(_DEEP):
            if isinstance(place, Array):
                first = place[0] if len(place) else None
                return self._pages.get(first.objgen) if isinstance(first, Dictionary) else None
            if isinstance(place, Dictionary):
                place = place.get("/D")
            elif isinstance(place, Name):
                places = self._file.Root.get("/Dests")
                place = places.get(str(place)) if isinstance(places, Dictionary) else None
            elif isinstance(place, String):
                place = self._named(str(place))
            else:
                return None
        return None

    def _named(self, name: str) -> Any:
        names = self._file.Root.get("/Names")
        tree = names.get("/Dests") if isinstance(names, Dictionary) else None
        return pikepdf.NameTree(tree).get(name) if isinstance(tree, Dictionary) else None


def settle(file: pikepdf.Pdf, first: int, count: int) -> None:
    """Let the links on some pages, from one on, lead to the pages of their document where it is now."""
    for page in file.pages[first : first + count]:
        for annotation in page.obj.get("/Annots", ()):
            to = annotation.get(_TO)
            if to is not None:
                del annotation[_TO]
                annotation.Dest = Array([file.pages[first + int(to)].obj, Name.Fit])

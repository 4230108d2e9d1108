"""A mark as what signs puts it into a field: the page that it was drawn on, as it is."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import TYPE_CHECKING

from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.stamp import StaticStampStyle

from klubban.documents.pdf.marks import drawn

if TYPE_CHECKING:
    from klubban.domain.examined import Stamp

_NAME = "/KlubbanMark"


class _Drawn(PdfContent):
    """One page, drawn as it is."""

    def __init__(self, page: bytes, size: tuple[float, float]) -> None:
        super().__init__(box=BoxConstraints(width=size[0], height=size[1]))
        self._page = page

    def render(self) -> bytes:
        writer = self._ensure_writer
        form = writer.import_page_as_xobject(PdfFileReader(BytesIO(self._page)), page_ix=0)
        self.resources.xobject[_NAME] = form
        return f"{_NAME} Do".encode()


def style(stamp: Stamp, at: dt.datetime, size: tuple[float, float]) -> StaticStampStyle:
    """Return how a field looks once it is signed."""
    return StaticStampStyle(
        border_width=0,
        background=_Drawn(drawn(stamp, at, size), size),
        background_opacity=1.0,
        background_layout=SimpleBoxLayoutRule(
            x_align=AxisAlignment.ALIGN_MIN, y_align=AxisAlignment.ALIGN_MIN, margins=Margins.uniform(0)
        ),
    )

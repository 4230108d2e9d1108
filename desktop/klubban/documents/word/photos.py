"""A photograph in running text, with what is said in its place."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docx.shared import Mm

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

    from klubban.documents.tree import Photo

_WIDEST, _HIGHEST = Mm(106), Mm(78)


def add(into: Paragraph, photo: Photo) -> None:
    """Add a photograph, as wide as the text's column or as high as it may be."""
    across, down = photo.size
    wide = min(_WIDEST, round(_HIGHEST * across / down))
    properties = into.add_run().add_picture(BytesIO(photo.jpeg), width=wide)._inline.docPr
    properties.set("descr", photo.alternative)
    properties.set("name", photo.alternative)

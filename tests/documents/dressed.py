"""Documents of a house that chose everything: its look, its arms, digital signatures; and drafts."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from klubban.documents.pdf.arms import read_arms
from klubban.documents.tree import Document, Signatures
from klubban.domain.look import Arms, Look

LOOK = Look(
    colour="#7a1f3d",
    name="Ekby",
    foot="Torget 1, 123 45 Ekby, www.ekby.example",
    margin=25,
    mirrored=True,
)


@cache
def shield() -> Arms:
    """Return a coat of arms."""
    picture = Image.new("RGB", (300, 360), "white")
    ImageDraw.Draw(picture).polygon([(20, 20), (280, 20), (280, 200), (150, 340), (20, 200)], fill="#225588")
    data = BytesIO()
    picture.save(data, "PNG")
    return Arms(sha256="0" * 64, says="Ekby kommuns vapen", picture=read_arms(data.getvalue()))


def dressed(document: Document) -> Document:
    """Return a document with a look, arms, a draft's sign, and fields in the place of lines for a pen."""
    nodes = tuple(
        replace(node, digital=True) if isinstance(node, Signatures) else node for node in document.nodes
    )
    running = replace(document.running, draft="UTKAST")
    return replace(document, look=LOOK, arms=shield(), running=running, nodes=nodes)

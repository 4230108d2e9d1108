"""Small papers to drop on an item: made by code, some of them hostile."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf
from docx import Document
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

_ODT = "application/vnd.oasis.opendocument.text"


def pdf(pages: int = 1, words: str = "Trygghet", size: tuple[float, float] = (595, 842)) -> bytes:
    """Return a PDF with a few words on each page."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=size, invariant=True)
    for page in range(1, pages + 1):
        canvas.setFont("Times-Roman", 24)
        canvas.drawString(72, size[1] - 100, f"{words} {page}")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def with_script() -> bytes:
    """Return a PDF that would run a script when it is opened."""
    with pikepdf.open(BytesIO(pdf())) as file:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('hej'); while (true) {}")
        file.Root.OpenAction = file.make_indirect(script)
        return _saved(file)


def encrypted() -> bytes:
    """Return a PDF that asks for a password."""
    with pikepdf.open(BytesIO(pdf())) as file:
        return _saved(file, pikepdf.Encryption(owner="a", user="hemligt"))


def _saved(file: pikepdf.Pdf, encryption: pikepdf.Encryption | None = None) -> bytes:
    made = BytesIO()
    file.save(made, encryption=encryption if encryption is not None else False)
    return made.getvalue()


def docx(lines: list[str]) -> bytes:
    """Return a Word document with plain lines."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def odt(*lines: str, content: str | None = None) -> bytes:
    """Return an OpenDocument text with plain lines, or with a whole content.xml."""
    told = "".join(f"<text:p>{line}</text:p>" for line in lines)
    whole = content or (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f"<office:body><office:text>{told}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": _ODT.encode(), "content.xml": whole.encode()})


def picture(kind: str, size: tuple[int, int] = (8, 6)) -> bytes:
    """Return a picture, such as a "PNG"."""
    made = BytesIO()
    Image.new("RGB", size, (23, 97, 107)).save(made, kind)
    return made.getvalue()


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return a packed file."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return made.getvalue()


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """Return a packed document with another part in the place of one."""
    with ZipFile(BytesIO(data)) as packed:
        return zipped({each: packed.read(each) for each in packed.namelist()} | {name: part})

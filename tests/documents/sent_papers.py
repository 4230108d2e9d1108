"""Papers that offices send and hostile hands make, as the bytes of their files."""

from __future__ import annotations

import zlib
from datetime import date
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

A4 = (595.0, 842.0)


def pdf(*texts: str, size: tuple[float, float] = A4) -> bytes:
    """Return a file with a page for each text."""
    target = BytesIO()
    canvas = Canvas(target, invariant=1, pagesize=size)
    for text in texts:
        canvas.drawString(100, size[1] / 2, text)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def saved(file: pikepdf.Pdf, **how: object) -> bytes:
    """Return a file as bytes."""
    target = BytesIO()
    file.save(target, **how)  # type: ignore[arg-type]  # pikepdf's own options
    return target.getvalue()


def scripted() -> bytes:
    """Return a file that would run scripts, start programs, send forms, and holds another file."""
    with pikepdf.open(BytesIO(pdf("Oskyldig"))) as file:
        script = Dictionary(S=Name.JavaScript, JS="app.alert('KANARIE')")
        launch = Dictionary(S=Name.Launch, F="KANARIE.exe")
        file.Root.OpenAction = script
        file.Root.AA = Dictionary(WC=script)
        file.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array(["a", script])))
        file.attachments["KANARIE.txt"] = b"KANARIE"
        page = file.pages[0].obj
        page.AA = Dictionary(O=script)
        rect = Array([0, 0, 100, 100])
        page.Annots = Array(
            file.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rect, A=action))
            for action in (
                launch,
                script,
                Dictionary(S=Name.SubmitForm, F="http://KANARIE.example"),
                Dictionary(S=Name.ImportData, F="KANARIE.fdf"),
                Dictionary(S=Name.URI, URI="javascript:KANARIE"),
                Dictionary(S=Name.URI, URI="https://ekby.example", Next=script),
            )
        )
        page.Annots.append(
            file.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Screen, Rect=rect, AA=script))
        )
        return saved(file)


def form() -> bytes:
    """Return a form with a field that has been filled in, and a script and XFA beside it."""
    target = BytesIO()
    canvas = Canvas(target, invariant=1)
    canvas.acroForm.textfield(name="namn", value="Ifyllt", x=100, y=400, width=200, height=30)
    canvas.showPage()
    canvas.save()
    with pikepdf.open(target) as file:
        file.Root.AcroForm.XFA = file.make_stream(b"<xdp>KANARIE</xdp>")
        file.Root.AcroForm.Fields[0].AA = Dictionary(K=Dictionary(S=Name.JavaScript, JS="KANARIE"))
        return saved(file)


def deep() -> bytes:
    """Return a file whose actions and files lie where no reader looks for them."""
    with pikepdf.open(BytesIO(pdf("Oskyldig"))) as file:
        launch = file.make_indirect(Dictionary(S=Name.Launch, F="KANARIE.exe"))
        script = Dictionary(S=Name.JavaScript, JS="KANARIE")
        held = file.make_stream(b"KANARIE", Type=Name.EmbeddedFile)
        kept = file.make_indirect(Dictionary(Type=Name.Filespec, F="KANARIE", EF=Dictionary(F=held)))
        rect = Array([0, 0, 100, 100])
        link = Dictionary(S=Name.URI, URI="https://ekby.example")
        page = file.pages[0].obj
        page.Resources.Odd = Array([Array([script, launch]), kept, held])
        page.Group = Dictionary(S=Name.Transparency, Odd=script)
        page.Annots = Array(
            file.make_indirect(each)
            for each in (
                Dictionary(Subtype=Name.Link, Rect=Dictionary(A=script), BS=Dictionary(A=launch), A=link),
                Dictionary(Subtype=Name.Text, Rect=rect, T=script, CL=Array([Dictionary(A=launch)])),
            )
        )
        return saved(file)


def swelling() -> bytes:
    """Return a file of some hundred kilobytes, the content of whose page is two hundred million."""
    packer = zlib.compressobj(9)
    content = b"".join(packer.compress(b" " * 2_000_000) for _piece in range(100)) + packer.flush()
    with pikepdf.open(BytesIO(pdf("Stor"))) as file:
        file.pages[0].obj.Contents = pikepdf.Stream(file, content, Filter=Name.FlateDecode)
        return saved(file, compress_streams=False)


ODD = [
    ("/CropBox", Array(["a", "b", "c", "d"])),
    ("/CropBox", Array([0, 0, 1])),
    ("/CropBox", Array([0, 0, 1, 1, 1])),
    ("/CropBox", Dictionary()),
    ("/MediaBox", Array(["a", "b", "c", "d"])),
    ("/MediaBox", Array([0, 0, 0, 0])),
    ("/Rotate", "a"),
    ("/Rotate", 45),
    ("/Rotate", Dictionary()),
    ("/UserUnit", "a"),
    ("/UserUnit", -2),
    ("/Group", "a"),
    ("/Annots", "a"),
    ("/Annots", Array([Array([]), 7, "a"])),
    ("/Resources", "a"),
]
"""What a page may say of itself, and should not."""


def odd(key: str, value: object) -> bytes:
    """Return a file whose page says something of itself that makes no sense."""
    with pikepdf.open(BytesIO(pdf("Udda"))) as file:
        file.pages[0].obj[key] = value
        return saved(file)


def encrypted() -> bytes:
    """Return a file that only opens with a password."""
    with pikepdf.open(BytesIO(pdf("Hemligt"))) as file:
        return saved(file, encryption=pikepdf.Encryption(owner="a", user="b"))


def truncated() -> bytes:
    """Return the first half of a file."""
    whole = pdf(*(f"Sida {number} " + "x" * 500 for number in range(20)))
    return whole[: len(whole) // 2]


def without_pages() -> bytes:
    """Return a file with no pages."""
    with pikepdf.new() as file:
        return saved(file)


def looping() -> bytes:
    """Return a file whose tree of pages has itself among its pages."""
    with pikepdf.open(BytesIO(pdf("En", "Två"))) as file:
        data = saved(file, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        number = file.Root.Pages.objgen[0]
    begin = data.index(b"/Kids [")
    end = data.index(b"]", begin)
    kids = b"/Kids [ %d 0 R" % number
    return data[:begin] + kids.ljust(end - begin) + data[end:]


def boasting() -> bytes:
    """Return a file of two pages that claims to have two thousand million."""
    with pikepdf.open(BytesIO(pdf("En", "Två"))) as file:
        data = saved(file, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return data.replace(b"/Count 2", b"/Count 2000000000")


def fontless() -> bytes:
    """Return a file whose page uses a font that it does not have."""
    with pikepdf.open(BytesIO(pdf("Utan typsnitt"))) as file:
        file.pages[0].obj.Resources = Dictionary()
        return saved(file)


def turned(degrees: int) -> bytes:
    """Return a page that is read turned, whose boxes begin elsewhere, and that leaves its state behind."""
    with pikepdf.open(BytesIO(pdf("Vriden"))) as file:
        page = file.pages[0]
        page.obj.Rotate = degrees
        page.obj.MediaBox = Array([-50, 30, 545, 872])
        page.obj.CropBox = Array([560, 850, 0, 60])  # larger than the other, and written backwards
        page.contents_add(b"q 0.1 0 0 0.1 300 300 cm q 0 0 1 1 re W n", prepend=False)
        return saved(file)


def layered() -> bytes:
    """Return a page with a layer that is hidden."""
    with pikepdf.open(BytesIO(pdf("Synligt"))) as file:
        layer = file.make_indirect(Dictionary(Type=Name.OCG, Name="Utkast"))
        file.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        page = file.pages[0]
        page.obj.Resources.Properties = Dictionary(L=layer)
        page.contents_add(b"/OC /L BDC 0 0 595 842 re f EMC", prepend=False)
        return saved(file)


def picture(kind: str = "PNG", size: tuple[int, int] = (60, 40)) -> bytes:
    """Return a picture."""
    target = BytesIO()
    Image.new("RGB", size, "teal").save(target, kind)
    return target.getvalue()


def scan(pages: int) -> bytes:
    """Return a TIFF of several pages."""
    target = BytesIO()
    first, *rest = (Image.new("1", (200, 280), number % 2) for number in range(pages))
    first.save(target, "TIFF", save_all=True, append_images=rest)
    return target.getvalue()


EARLY = date(2016, 2, 10)
"""Well before the meeting of tests/builders.py."""

"""What may become of a signed file: the known attacks, and what honest services do.

Each takes a file and returns another. The names of attacks are those of the literature: Mladenov et al., “1
Trillion Dollar Refund: How To Spoof PDF Signatures” (2019), Mainka et al., “Shadow Attacks” (2021), Rohlmann
et al., “Breaking the Specification: PDF Certification” (2021).
"""

from __future__ import annotations

import asyncio
import datetime as dt
import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name as name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.signers.pdf_signer import PdfTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore

from documents.signing.authority import AT, PASSPHRASE, Holder, authority
from klubban.documents.pdf.signatures import Pkcs12, fields_of, sign
from klubban.domain.examined import Stamp


class AtThatTime(signers.PdfSigner):
    """Signs at the time of the tests, whatever the clock says."""

    def init_signing_session(self, *args: Any, **options: Any) -> Any:
        session = super().init_signing_session(*args, **options)
        session.system_time = AT
        return session


AVSLAG = b"q 1 1 1 rg 60 400 480 200 re f 0 g BT /F1 60 Tf 80 460 Td (AVSLAG) Tj ET Q"
_RANGE = re.compile(rb"/ByteRange \[[\d ]+\]")


def revised(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """Return a file with a revision after it."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf), strict=False)
    change(writer)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def page(writer: IncrementalPdfFileWriter, number: int = 1) -> tuple[Any, Any]:
    reference = writer.root["/Pages"]["/Kids"].raw_get(number)
    return reference, reference.get_object()


def _dictionary(**entries: Any) -> Any:
    return generic.DictionaryObject({name(f"/{key}"): value for key, value in entries.items()})


def _numbers(*values: float) -> Any:
    return generic.ArrayObject(map(generic.FloatObject, values))


# --- in a later revision


def painted_over(pdf: bytes) -> bytes:
    """Paint “AVSLAG” over a page in a later revision (incremental saving)."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        font = _dictionary(Type=name("/Font"), Subtype=name("/Type1"), BaseFont=name("/Helvetica-Bold"))
        resources = _dictionary(Font=generic.DictionaryObject({name("/F1"): writer.add_object(font)}))
        stream = writer.add_object(generic.StreamObject(stream_data=AVSLAG))
        writer.add_stream_to_page(1, stream, resources)

    return revised(pdf, change)


def page_replaced(pdf: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        reference, own = page(writer)
        own[name("/Contents")] = writer.add_object(generic.StreamObject(stream_data=AVSLAG))
        writer.mark_update(reference)

    return revised(pdf, change)


def page_removed(pdf: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        pages = writer.root["/Pages"]
        del pages["/Kids"][1]
        pages[name("/Count")] = generic.NumberObject(len(pages["/Kids"]))
        writer.update_container(pages)

    return revised(pdf, change)


def page_added(pdf: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        _, own = page(writer)
        stream = writer.add_object(generic.StreamObject(stream_data=AVSLAG))
        added = _dictionary(Type=name("/Page"), MediaBox=own["/MediaBox"], Contents=stream)
        added[name("/Resources")] = own["/Resources"]
        writer.insert_page(added)

    return revised(pdf, change)


def _annotated(pdf: bytes, subtype: str, **more: Any) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        reference, own = page(writer)
        look = generic.StreamObject(stream_data=AVSLAG)
        look[name("/Subtype")], look[name("/BBox")] = name("/Form"), _numbers(0, 0, 595, 842)
        note = _dictionary(
            Type=name("/Annot"),
            Subtype=name(subtype),
            Rect=_numbers(60, 400, 540, 600),
            F=generic.NumberObject(4),
            AP=_dictionary(N=writer.add_object(look)),
            **more,
        )
        own[name("/Annots")] = generic.ArrayObject([writer.add_object(note)])
        writer.mark_update(reference)

    return revised(pdf, change)


def overlaid(pdf: bytes) -> bytes:
    """Shadow attack, hide: a note laid over what was signed."""
    return _annotated(pdf, "/FreeText", Contents=generic.TextStringObject("AVSLAG"))


def stamped_over(pdf: bytes) -> bytes:
    return _annotated(pdf, "/Stamp")


def script_added(pdf: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        action = _dictionary(S=name("/JavaScript"), JS=generic.TextStringObject("app.alert('Avslag')"))
        writer.root[name("/OpenAction")] = writer.add_object(action)
        writer.update_root()

    return revised(pdf, change)


def second_catalogue(pdf: bytes) -> bytes:
    """Put another catalogue in the place of the first, with pages of its own."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        stream = writer.add_object(generic.StreamObject(stream_data=AVSLAG))
        sheet = writer.add_object(
            _dictionary(Type=name("/Page"), MediaBox=_numbers(0, 0, 595, 842), Contents=stream)
        )
        kids = generic.ArrayObject([sheet])
        tree = _dictionary(Type=name("/Pages"), Kids=kids, Count=generic.NumberObject(1))
        writer.root[name("/Pages")] = writer.add_object(tree)
        writer.update_root()

    return revised(pdf, change)


def font_swapped(pdf: bytes) -> bytes:
    """Shadow attack, replace: another typeface under the same name, so that letters look otherwise."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        _, own = page(writer)
        fonts = own["/Resources"]["/Font"]
        for key in list(fonts):
            font = fonts[key]
            font[name("/BaseFont")] = name("/ZapfDingbats")
            writer.update_container(font)

    return revised(pdf, change)


def mark_repainted(pdf: bytes) -> bytes:
    """Change how a field that is signed looks."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        (_, _, field), *_ = fields.enumerate_sig_fields(writer)
        own = field.get_object()
        look = generic.StreamObject(stream_data=AVSLAG)
        look[name("/Subtype")], look[name("/BBox")] = name("/Form"), _numbers(0, 0, 200, 40)
        own[name("/AP")] = _dictionary(N=writer.add_object(look))
        writer.mark_update(field)

    return revised(pdf, change)


def text_field_added(pdf: bytes) -> bytes:
    """Shadow attack by a form: a field whose value is seen."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        reference, own = page(writer)
        field = _dictionary(
            Type=name("/Annot"),
            Subtype=name("/Widget"),
            FT=name("/Tx"),
            T=generic.TextStringObject("beslut"),
            V=generic.TextStringObject("AVSLAG"),
            Rect=_numbers(60, 400, 540, 600),
        )
        made = writer.add_object(field)
        writer.root["/AcroForm"]["/Fields"].append(made)
        own[name("/Annots")] = generic.ArrayObject([made])
        writer.mark_update(reference)
        writer.update_container(writer.root["/AcroForm"])

    return revised(pdf, change)


def seen_field_added(pdf: bytes) -> bytes:
    """Add an empty field to sign in that covers what was signed (evil annotation attack)."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        spec = SigFieldSpec("Avslag", on_page=1, box=(60, 400, 540, 600))
        fields.append_signature_field(writer, spec)

    return revised(pdf, change)


def signed_over(who: Holder) -> Callable[[bytes], bytes]:
    """Sign once more in a new field that covers what was signed, with words of one's own."""

    def attack(pdf: bytes) -> bytes:
        from pyhanko.stamp import TextStampStyle

        writer = IncrementalPdfFileWriter(BytesIO(pdf), strict=False)
        signer = signers.SimpleSigner.load_pkcs12_data(who.p12, (), b"hemligt")
        style = TextStampStyle(stamp_text="AVSLAG")
        meta = signers.PdfSignatureMetadata(field_name="Avslag")
        spec = SigFieldSpec("Avslag", on_page=1, box=(60, 400, 540, 600))
        made = AtThatTime(meta, signer, stamp_style=style, new_field_spec=spec).sign_pdf(writer)
        return bytes(made.getvalue())

    return attack


# --- in the bytes


def flipped(pdf: bytes) -> bytes:
    """Change one byte of what was signed."""
    place = pdf.index(b"stream\n") + 60
    return pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]


def appended_without_list(pdf: bytes) -> bytes:
    """Append objects that no list of parts names (incremental saving, the variant without a list)."""
    return pdf + b"\n3 0 obj\n<</Type /Catalog /Pages 4 0 R>>\nendobj\n"


def appended_with_trailer(pdf: bytes) -> bytes:
    """Append objects and a trailer, which some readers take for the newest."""
    return pdf + b"\n900 0 obj\n<</Type /Catalog>>\nendobj\ntrailer\n<</Root 900 0 R>>\nstartxref\n1\n%%EOF\n"


def wrapped(pdf: bytes) -> bytes:
    """Signature wrapping: move what was signed last to the end, and put something else in its place."""
    match = list(_RANGE.finditer(pdf))[-1]
    _, one, two, length = (int(each) for each in match[0].split(b"[")[1].rstrip(b"]").split())
    added = b"\n901 0 obj\n<</Type /Catalog>>\nendobj\n"
    moved = two + len(added)
    told = b"/ByteRange [0 %d %d %d]" % (one, moved, length)
    if len(told) > len(match[0]):
        told = told[: len(match[0])]
    head = pdf[: match.start()] + told.ljust(len(match[0])) + pdf[match.end() : two]
    return head + added + pdf[two:]


def without_range(pdf: bytes) -> bytes:
    """Universal forgery: what the signature covers is not said."""
    match = list(_RANGE.finditer(pdf))[-1]
    return pdf[: match.start()] + match[0].replace(b"/ByteRange", b"/ByteRenge") + pdf[match.end() :]


def _ranged(pdf: bytes, told: bytes) -> bytes:
    match = list(_RANGE.finditer(pdf))[-1]
    return pdf[: match.start()] + (b"/ByteRange " + told).ljust(len(match[0])) + pdf[match.end() :]


def range_null(pdf: bytes) -> bytes:
    return _ranged(pdf, b"null")


def range_negative(pdf: bytes) -> bytes:
    return _ranged(pdf, b"[0 -1 5 9]")


def range_of_nothing(pdf: bytes) -> bytes:
    return _ranged(pdf, b"[0 0 0 0]")


def range_too_long(pdf: bytes) -> bytes:
    return _ranged(pdf, b"[0 9 9 99999999]")


def _contents(pdf: bytes) -> tuple[int, int]:
    match = list(_RANGE.finditer(pdf))[-1]
    _, one, two, _ = (int(each) for each in match[0].split(b"[")[1].rstrip(b"]").split())
    return one, two


def contents_empty(pdf: bytes) -> bytes:
    """Universal forgery: the signature itself is nothing."""
    one, two = _contents(pdf)
    return pdf[:one] + b"<>".ljust(two - one) + pdf[two:]


def contents_zero(pdf: bytes) -> bytes:
    one, two = _contents(pdf)
    return pdf[:one] + b"<" + b"0" * (two - one - 2) + b">" + pdf[two:]


def gap_used(pdf: bytes) -> bytes:
    """Signature wrapping: write something into what the signature leaves out."""
    one, two = _contents(pdf)
    own = pdf[one + 1 : two - 1].rstrip(b"0")
    own += b"0" * (len(own) % 2)
    return pdf[:one] + (b"<" + own + b"> /Reason (AVSLAG)").ljust(two - one) + pdf[two:]


def padding_used(pdf: bytes) -> bytes:
    """Write something behind the signature, in the room that was left for it."""
    _, two = _contents(pdf)
    return pdf[: two - 9] + b"C0FFEE00>" + pdf[two:]


def contents_of_another(pdf: bytes) -> bytes:
    """Put the signature of another document in the place of the last."""
    one, two = _contents(pdf)
    first = next(_RANGE.finditer(pdf))
    start, end = (int(each) for each in first[0].split(b"[")[1].split()[1:3])
    other = pdf[start:end][1:-1].rstrip(b"0")
    return pdf[:one] + b"<" + other.ljust(two - one - 2, b"0")[: two - one - 2] + b">" + pdf[two:]


def list_turned(pdf: bytes) -> bytes:
    """Have the end of the file point at a list of parts that is not the last."""
    first = re.search(rb"startxref\s+(\d+)", pdf)
    assert first
    return pdf + b"\nstartxref\n" + first[1] + b"\n%%EOF\n"


# --- before it was signed


def before_signing(attack: Callable[[bytes], bytes], pdf: bytes, key: Pkcs12) -> bytes:
    """Change what was sent, and then have somebody sign it who does not know."""
    changed = attack(pdf)
    field = fields_of(changed)[0]
    return sign(changed, field.name, key, Stamp(name=field.who, role=field.role), at=AT)


def signed_at(pdf: bytes, field: str, who: Holder, stamp: Stamp, at: dt.datetime) -> bytes:
    """Sign as a program does that does not mind what the clock says."""
    from klubban.documents.pdf.signatures import _sign
    from klubban.documents.pdf.signing_keys import of_file

    return asyncio.run(_sign(pdf, field, of_file(who.p12, PASSPHRASE), stamp, at, None))


# --- what honest services do


def with_store(pdf: bytes) -> bytes:
    """Add what helps to check the signatures for a long time (DSS)."""
    from asn1crypto import x509

    target = BytesIO(pdf)
    DocumentSecurityStore.add_dss(target, None, certs=[x509.Certificate.load(authority().data)])
    return target.getvalue()


def with_document_stamp(pdf: bytes) -> bytes:
    """Add a time stamp on the whole file."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    made = PdfTimeStamper(authority().time_stamper()).timestamp_pdf(writer, "sha256", None)
    return bytes(made.getvalue())


def saved_again(pdf: bytes, change: Callable[[pikepdf.Pdf], None] | None = None) -> bytes:
    """Make the file anew, as a service does before it signs."""
    target = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        if change:
            change(file)
        file.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return target.getvalue()


def page_of_signatures(file: pikepdf.Pdf) -> None:
    """Add a page at the end, as services do that tell who signed."""
    file.add_blank_page(page_size=(595, 842))


def attached(pdf: bytes) -> bytes:
    """Put the file into one that the service made."""
    target = BytesIO()
    with pikepdf.new() as cover:
        cover.add_blank_page(page_size=(595, 842))
        cover.attachments["protokoll.pdf"] = pdf
        cover.save(target)
    return target.getvalue()


def sealed(pdf: bytes, who: Holder) -> bytes:
    """Sign as a service that has no field of its own: unseen."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf), strict=False)
    signer = signers.SimpleSigner.load_pkcs12_data(who.p12, (), b"hemligt")
    meta = signers.PdfSignatureMetadata(field_name="Tjänsten")
    return bytes(AtThatTime(meta, signer).sign_pdf(writer).getvalue())

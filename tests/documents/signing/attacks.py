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

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name as name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.fields import SigFieldSpec

from documents.signing.authority import AT, PASSPHRASE, Holder
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

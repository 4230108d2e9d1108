"""What honest services do with a file that is signed in them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.signers.pdf_signer import PdfTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore

from documents.signing.attacks import AtThatTime
from documents.signing.authority import Holder, authority


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

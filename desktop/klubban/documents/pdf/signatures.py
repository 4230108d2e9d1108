"""Signatures put into the fields of a PDF file: PAdES, with a certificate in a file or on a card.

Nothing here asks what time it is; whoever signs says so.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Coroutine
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from klubban.domain.errors import RuleBroken
from klubban.domain.examined import FieldIn, Since, Stamp
from klubban.i18n import current

if TYPE_CHECKING:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.signers import PdfSigner, Signer
    from pyhanko.sign.timestamps.api import TimeStamper


@dataclass(frozen=True, slots=True)
class Pkcs12:
    """A key and its certificate in a file (`.p12`, `.pfx`), and what opens it."""

    data: bytes = field(repr=False)
    passphrase: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Card:
    """A key and its certificate on a card, reached by PKCS#11."""

    module: str
    """The path of the library that knows the card."""
    pin: str = field(repr=False)
    label: str = ""
    """The card's own name; the only one there is if none is given."""


def fields_of(pdf: bytes) -> tuple[FieldIn, ...]:
    """Return the fields to sign in, in their order; raises RuleBroken for what is no PDF."""
    from klubban.documents.pdf import readers

    return readers.fields(readers.opened(pdf))


def sign(
    pdf: bytes,
    field: str,
    key: Pkcs12 | Card,
    stamp: Stamp,
    *,
    at: dt.datetime,
    time_stamp_server: str | None = None,
    revoked: tuple[bytes, ...] = (),
) -> bytes:
    """Return the file signed in a field: what it was, and a signature after it (PAdES B-B).

    With the address of a time-stamp server it is B-T, or is not signed at all. `at` has a time zone;
    `revoked` are lists of revoked certificates (CRL) that are at hand. Raises RuleBroken: nothing is signed.
    """
    from klubban.documents.pdf.time_stamping import Server

    stamper = None if time_stamp_server is None else Server(time_stamp_server)
    return signed(pdf, field, key, stamp, at=at, stamper=stamper, revoked=revoked)


def signed(
    pdf: bytes,
    field: str,
    key: Pkcs12 | Card,
    stamp: Stamp,
    *,
    at: dt.datetime,
    stamper: TimeStamper | None,
    revoked: tuple[bytes, ...] = (),
) -> bytes:
    """Return the file signed, with what stamps the time."""
    from klubban.documents.pdf import certificates

    if at.tzinfo is None:
        raise ValueError("the time of a signature has a time zone")
    _check_field(pdf, field)
    _check_whole(pdf, at)
    with _opened(key) as signer:
        certificate = signer.signing_cert
        if certificate is None:
            raise RuleBroken("The certificate’s file has no certificate")
        certificates.check_certificate(certificate, revoked, at)
        if not stamp.name:
            stamp = replace(stamp, name=certificates.common_name(certificate.subject))
        return _run(_sign(pdf, field, signer, stamp, at, stamper))


_OF_PYTHON = (ValueError, TypeError, KeyError, AttributeError, NotImplementedError)
"""What a library lets through where a file, a card or a server lies."""


def _run(signing: Coroutine[Any, Any, bytes]) -> bytes:
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.timestamps.common_utils import TimestampRequestError

    try:
        return asyncio.run(signing)
    except TimestampRequestError as error:
        raise RuleBroken("The time-stamp server refused to stamp, and nothing was signed") from error
    except (PdfError, SigningError, *_OF_PYTHON) as error:
        raise RuleBroken("The PDF could not be signed ({reason})", reason=type(error).__name__) from error


def _opened(key: Pkcs12 | Card) -> AbstractContextManager[Signer]:
    from klubban.documents.pdf import signing_keys

    if isinstance(key, Card):
        return signing_keys.on_card(key.module, key.pin, key.label)
    return nullcontext(signing_keys.of_file(key.data, key.passphrase))


def _check_field(pdf: bytes, field: str) -> None:
    known = fields_of(pdf)
    if not known:
        raise RuleBroken("The PDF has no fields to sign in; it was not made to be signed on a screen")
    for each in known:
        if each.name == field:
            if each.signed:
                raise RuleBroken("The field “{field}” is signed already", field=each.says or field)
            return
    names = ", ".join(each.name for each in known)
    raise RuleBroken("There is no field “{field}” in the PDF; there is {names}", field=field, names=names)


def _check_whole(pdf: bytes, at: dt.datetime) -> None:
    """Raise RuleBroken for a file that was changed after it was signed, or a clock that went back."""
    from klubban.documents.pdf.examining import examine
    from klubban.documents.signature_report import faults

    found = examine(pdf, at=at)
    if not found.signed:
        return
    if any(each.covers and each.since is Since.OTHER for each in found.signatures):
        raise RuleBroken("Something was changed in the PDF after it was signed; it cannot be signed further")
    if not found.whole:
        raise RuleBroken(
            "The PDF was signed before, and cannot be signed further: {why}", why=faults(found, current())
        )
    last = max((each.at for each in found.signatures if each.at), default=None)
    if last and at < last:
        raise RuleBroken(
            "The last signature was made {before}, and the clock says {now}; is the computer’s clock right?",
            before=f"{last.astimezone(at.tzinfo):%Y-%m-%d %H:%M}",
            now=f"{at:%Y-%m-%d %H:%M}",
        )


async def _sign(
    pdf: bytes, field: str, signer: Signer, stamp: Stamp, at: dt.datetime, stamper: TimeStamper | None
) -> bytes:
    from io import BytesIO

    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    session = _signer(writer, field, signer, stamp, at, stamper).init_signing_session(
        writer, existing_fields_only=True
    )
    session.system_time = at
    reserved = await session.estimate_signature_container_size(None)
    prepared = session.prepare_tbs_document(None, reserved)
    digest, output = prepared.digest_tbs_document()
    attributes = PdfCMSSignedAttributes(signing_time=at)
    after = await prepared.perform_signature(digest.document_digest, attributes)
    await after.post_signature_processing(output)
    output.seek(0)
    data: bytes = output.read()
    return data


def _signer(
    writer: IncrementalPdfFileWriter,
    field: str,
    signer: Signer,
    stamp: Stamp,
    at: dt.datetime,
    stamper: TimeStamper | None,
) -> PdfSigner:
    from pyhanko.sign import signers
    from pyhanko.sign.fields import SigSeedSubFilter

    from klubban.documents.pdf.mark_style import style
    from klubban.documents.pdf.readers import box_of

    return signers.PdfSigner(
        signers.PdfSignatureMetadata(field_name=field, subfilter=SigSeedSubFilter.PADES, name=stamp.name),
        signer=signer,
        timestamper=stamper,
        stamp_style=style(stamp, at, box_of(writer.prev, field)),
    )

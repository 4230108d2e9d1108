"""Each signature in a file: whose it is, and whether it holds."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from asn1crypto import cms, parser
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import (
    EmbeddedPdfSignature,
    async_validate_pdf_signature,
    async_validate_pdf_timestamp,
)
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel

from klubban.documents.pdf import revisions
from klubban.documents.pdf.believing import Trust, certificate_of, of_certificate
from klubban.documents.pdf.certificates import common_name
from klubban.documents.pdf.readers import day_of
from klubban.documents.signed_roles import role_of
from klubban.domain.errors import RuleBroken
from klubban.domain.examined import (
    Gravity,
    Remark,
    SignatureFound,
    Since,
    UnknownIssuer,
)
from klubban.domain.text import as_seen
from klubban.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyhanko.pdf_utils.reader import PdfFileReader

MOST = 100
"""More signatures than a protocol has; each costs time."""
_HEX = re.compile(rb"<[0-9A-Fa-f\s]*>")
_USAGE = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"}, match_all_key_usages=False)
_PARTS = 4
"""Numbers in what a signature says that it covers: two stretches, before and after itself."""
_YEARS = range(1900, 2201)
"""Others are no time at all, and cannot be said in another zone."""
_SLACK = dt.timedelta(minutes=10)
"""So much may two clocks differ."""


@dataclass(slots=True)
class Validated:
    """All that was found of the signatures of a file."""

    signatures: list[SignatureFound] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    unknown: dict[str, UnknownIssuer] = field(default_factory=dict)
    ends: list[int] = field(default_factory=list)
    """Where in the file each signature's reach ends."""


def validated(reader: PdfFileReader, pdf: bytes, trust: Trust) -> Validated:
    """Return who signed a file; raises no error for a signature that is broken in whatever way."""
    found = Validated()
    signed = list(_signed(reader))
    if len(signed) > MOST:
        raise RuleBroken("The PDF has more than {limit} signatures", limit=MOST)
    embedded = []
    for name, holder in signed:
        says = holder.get("/TU", "")
        said = as_seen(says) if isinstance(says, str) else ""
        try:
            embedded.append((EmbeddedPdfSignature(reader, holder, name), said))
        except Exception:  # noqa: BLE001 - a signature may be anything
            found.signatures.append(SignatureFound(field=as_seen(name), says=said, remarks=(_UNREADABLE,)))
    embedded.sort(key=lambda pair: pair[0].signed_revision)
    for one, said in embedded:
        if one.sig_object_type == "/DocTimeStamp":
            _add_document_stamp(found, one, reader, pdf, trust)
        else:
            found.signatures.append(_one(found, one, said, reader, pdf, trust))
    _look_at_times(found, trust.at, day_of(reader))
    return found


_UNREADABLE = Remark(
    Gravity.FAULT, N_("The signature cannot be read: it is empty, or not made as signatures are")
)
_BROKEN = Remark(Gravity.FAULT, N_("What was signed is not what the file says now"))
_NOT_BY_KEY = Remark(Gravity.FAULT, N_("The signature was not made with the key of its certificate"))
_NOT_ALL = Remark(Gravity.FAULT, N_("The signature does not cover the whole of what was signed"))
_ALTERED = Remark(Gravity.FAULT, N_("Something in the document was changed after this signature"))
_OWN_CLOCK = Remark(Gravity.NOTE, N_("The time is by the clock of who signed"))


def _signed(reader: PdfFileReader) -> Iterator[tuple[str, Any]]:
    for name, _value, reference in enumerate_sig_fields(reader, filled_status=True):
        yield name, reference.get_object()


def _one(
    found: Validated,
    one: EmbeddedPdfSignature,
    said: str,
    reader: PdfFileReader,
    pdf: bytes,
    trust: Trust,
) -> SignatureFound:
    made = SignatureFound(field=as_seen(one.field_name), says=said, signs_as=role_of(said))
    try:
        own = one.signer_cert
        made = replace(made, certificate=certificate_of(own), claimed_at=_claimed(one))
        moment = _stamped(one) or made.claimed_at or trust.at
        status = asyncio.run(
            async_validate_pdf_signature(
                one,
                trust.context(reader, moment),
                diff_policy=revisions.POLICY,
                key_usage_settings=_USAGE,
            )
        )
    except SignatureValidationError:
        return replace(made, remarks=(_UNREADABLE,))
    except Exception:  # noqa: BLE001 - a signature may be anything
        return replace(made, remarks=(_UNREADABLE,))
    found.ends.append(_end(one))
    covers = status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION and _gap_is_its_own(one, pdf)
    after = revisions.since(status.diff_result)
    remarks = [
        remark
        for holds, remark in (
            (status.intact, _BROKEN),
            (status.valid or not status.intact, _NOT_BY_KEY),
            (covers, _NOT_ALL),
            (after is not Since.OTHER or not covers, _ALTERED),
        )
        if not holds
    ]
    stamp = status.timestamp_validity
    stamped = stamp is not None and stamp.intact and stamp.valid
    if stamp is not None and not stamped:
        remarks.append(Remark(Gravity.FAULT, N_("The time stamp does not belong to the signature")))
    if not stamped:
        remarks.append(_OWN_CLOCK)
    elif stamp is not None and not stamp.trusted:
        facts = {"name": common_name(stamp.signing_cert.subject)}
        remarks.append(
            Remark(Gravity.NOTE, N_("Nobody here has said to trust {name}, who stamped the time"), facts)
        )
    remarks += of_certificate(one, status, trust, moment, found.unknown)
    return replace(
        made,
        stamped_at=stamp.timestamp if stamp and stamped else None,
        stamped_by=common_name(stamp.signing_cert.subject) if stamp and stamped else "",
        intact=status.intact,
        valid=status.valid,
        trusted=status.trusted and all(each.gravity is not Gravity.FAULT for each in remarks),
        covers=covers,
        covers_all=covers and status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
        since=after,
        remarks=tuple(remarks),
    )


def _claimed(one: EmbeddedPdfSignature) -> dt.datetime | None:
    try:
        claimed = one.self_reported_timestamp
    except Exception:  # noqa: BLE001 - a date that is none
        return None
    if claimed is None or claimed.year not in _YEARS:
        return None
    return claimed.replace(tzinfo=claimed.tzinfo or dt.UTC)


def _stamped(one: EmbeddedPdfSignature) -> dt.datetime | None:
    """Return the time of the stamp, whether it holds or not."""
    try:
        for attribute in one.signer_info["unsigned_attrs"]:
            if attribute["type"].native == "signature_time_stamp_token":
                token: cms.ContentInfo = attribute["values"][0]
                stamped: dt.datetime = (
                    token["content"]["encap_content_info"]["content"].parsed["gen_time"].native
                )
                return stamped
    except Exception:  # noqa: BLE001 - a stamp that is none
        return None
    return None


def _end(one: EmbeddedPdfSignature) -> int:
    return int(one.byte_range[2]) + int(one.byte_range[3])


def _gap_is_its_own(one: EmbeddedPdfSignature, pdf: bytes) -> bool:
    """Tell whether all that a signature leaves out is the signature itself."""
    stated = [int(each) for each in one.byte_range]
    if len(stated) != _PARTS or stated[0] != 0 or min(stated) < 0 or stated[2] + stated[3] > len(pdf):
        return False
    gap = pdf[stated[1] : stated[2]]
    if not _HEX.fullmatch(gap):
        return False
    content = bytes.fromhex(gap[1:-1].decode("ascii"))
    try:
        rest = content[parser.peek(content) :]
    except ValueError:
        return False
    return content == bytes(one.pkcs7_content) and not rest.strip(b"\0")


def _add_document_stamp(
    found: Validated, one: EmbeddedPdfSignature, reader: PdfFileReader, pdf: bytes, trust: Trust
) -> None:
    try:
        status = asyncio.run(
            async_validate_pdf_timestamp(one, trust.context(reader, trust.at), diff_policy=revisions.POLICY)
        )
        holds = (
            status.intact
            and status.valid
            and status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION
            and revisions.since(status.diff_result) is not Since.OTHER
            and _gap_is_its_own(one, pdf)
        )
    except Exception:  # noqa: BLE001 - a stamp may be anything
        holds = False
    if not holds:
        found.remarks.append(Remark(Gravity.FAULT, N_("A time stamp on the whole file does not hold")))
        return
    found.ends.append(_end(one))
    found.remarks.append(
        Remark(
            Gravity.FINE,
            N_("The whole file was time-stamped by {name} on {when}"),
            {
                "name": common_name(status.signing_cert.subject),
                "when": f"{status.timestamp.astimezone(trust.at.tzinfo):%Y-%m-%d %H:%M}",
            },
        )
    )


def _look_at_times(found: Validated, at: dt.datetime, made: dt.date | None) -> None:
    """Point out clocks that went back, or ahead."""
    before: dt.datetime | None = None
    for place, each in enumerate(found.signatures):
        if each.at is None:
            continue
        added = []
        if before is not None and each.at < before:
            added.append(
                Remark(
                    Gravity.DOUBT,
                    N_("The time is before that of the signature before it: somebody’s clock was wrong"),
                )
            )
        if made is not None and each.at.astimezone(at.tzinfo).date() < made:
            template = N_("The time is before {day}, which the document is about: somebody’s clock was wrong")
            added.append(Remark(Gravity.DOUBT, template, {"day": made}))
        if each.at > at + _SLACK:
            added.append(Remark(Gravity.DOUBT, N_("The time has not come yet: somebody’s clock is wrong")))
        found.signatures[place] = replace(each, remarks=(*each.remarks, *added))
        before = max(before, each.at) if before else each.at

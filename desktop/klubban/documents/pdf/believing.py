"""Whom to believe about who somebody is: the issuers of certificates, and what they took back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from pyhanko_certvalidator import ValidationContext

from klubban.documents.pdf.certificates import check_certificate, common_name
from klubban.domain.errors import RuleBroken
from klubban.domain.examined import Certificate, Gravity, Remark, UnknownIssuer
from klubban.domain.text import as_seen
from klubban.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asn1crypto import x509
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko.sign.validation.status import PdfSignatureStatus


@dataclass(frozen=True, slots=True)
class Trust:
    """Whom to believe, and when it is asked."""

    issuers: tuple[x509.Certificate, ...]
    revoked: tuple[bytes, ...]
    at: dt.datetime

    def context(self, reader: PdfFileReader, moment: dt.datetime) -> ValidationContext:
        """Return it as the library wants it, for a signature made at a moment."""
        held = _held(reader)
        return ValidationContext(
            trust_roots=list(self.issuers),
            other_certs=list(held.certs) if held else [],
            crls=[*self.revoked, *(held.crls if held else ())],
            ocsps=list(held.ocsps) if held else [],
            allow_fetching=False,
            moment=moment,
            revocation_mode="soft-fail",
        )


@dataclass(frozen=True, slots=True)
class _Held:
    certs: list[x509.Certificate]
    crls: list[bytes]
    ocsps: list[bytes]


def _held(reader: PdfFileReader) -> _Held | None:
    """Return what a file itself holds to check its signatures by (DSS)."""
    from pyhanko.sign.validation.dss import DocumentSecurityStore

    try:
        store = DocumentSecurityStore.read_dss(reader)
        return _Held(
            certs=list(store.load_certs()),
            crls=[each.get_object().data for each in store.crls],
            ocsps=[each.get_object().data for each in store.ocsps],
        )
    except Exception:  # noqa: BLE001 - there is none, or one that is no help
        return None


def certificate_of(own: x509.Certificate) -> Certificate:
    """Return a certificate as it is told of."""
    organisation = own.subject.native.get("organization_name", "")
    return Certificate(
        subject=common_name(own.subject),
        organisation=as_seen(organisation) if isinstance(organisation, str) else "",
        issuer=common_name(own.issuer),
        serial=f"{own.serial_number:x}",
        fingerprint=sha256(own.dump()).hexdigest(),
        valid_from=own.not_valid_before,
        valid_to=own.not_valid_after,
        data=own.dump(),
    )


def of_certificate(
    one: EmbeddedPdfSignature,
    status: PdfSignatureStatus,
    trust: Trust,
    moment: dt.datetime,
    unknown: dict[str, UnknownIssuer],
) -> Iterator[Remark]:
    """Walk what there is to say of a signer's certificate, and keep its issuer if nobody knows them."""
    own = one.signer_cert
    try:
        held = _held(one.reader)
        check_certificate(own, [*trust.revoked, *(held.crls if held else ())], moment)
    except RuleBroken as broken:
        yield Remark(Gravity.FAULT, broken.template, broken.facts)
        return
    if status.trusted:
        return
    if status.revocation_details is not None:
        day = status.revocation_details.revocation_date.date()
        yield Remark(
            Gravity.FAULT,
            N_("The certificate of {name} was revoked on {day}"),
            {"name": common_name(own.subject), "day": day},
        )
        return
    top = _top(one)
    named = {each.subject.dump(): each for each in trust.issuers}
    namesake = named.get(own.issuer.dump()) or named.get(top.issuer.dump())
    if namesake is not None:
        yield Remark(
            Gravity.FAULT,
            N_("The certificate says that {issuer} issued it, and they did not"),
            {"issuer": common_name(namesake.subject)},
        )
        return
    name = common_name(top.subject)
    digest = sha256(top.dump()).hexdigest()
    unknown.setdefault(digest, UnknownIssuer(name=name, sha256=digest, data=top.dump()))
    yield Remark(
        Gravity.DOUBT,
        N_("The certificate was issued by {issuer}, whom nobody here has said to trust"),
        {"issuer": common_name(own.issuer)},
    )


def _top(one: EmbeddedPdfSignature) -> x509.Certificate:
    """Return the topmost certificate above a signer's that the file holds, by names."""
    above = {each.subject.dump(): each for each in one.other_embedded_certs}
    found, seen = one.signer_cert, set()
    while found.issuer.dump() in above and found.dump() not in seen:
        seen.add(found.dump())
        found = above[found.issuer.dump()]
    return found

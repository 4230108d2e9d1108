"""Whom a certificate names, and whether it may be signed with: what for, how strong, until when, revoked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.domain.text import as_seen

if TYPE_CHECKING:
    from asn1crypto import crl, x509

_SIGNS = {"digital_signature", "non_repudiation"}
_FEWEST_BITS = {"rsa": 2048, "dsa": 2048, "ec": 224}
"""Of a key that counts as strong: ETSI TS 119 312."""


def usages(certificate: x509.Certificate) -> set[str]:
    """Return what a key may be used for, by its certificate; anything, where that says nothing."""
    stated = certificate.key_usage_value
    return set(stated.native) if stated is not None else set(_SIGNS)


def check_certificate(certificate: x509.Certificate, revoked: Iterable[bytes], at: dt.datetime) -> None:
    """Raise RuleBroken for a certificate that must not be signed with at a time."""
    name = common_name(certificate.subject)
    if not name:
        raise RuleBroken("The certificate names nobody, so nobody could tell who signed")
    _check_strength(certificate, name)
    if certificate.ca or not usages(certificate) & _SIGNS:
        raise RuleBroken("The certificate of {name} is not meant for signing", name=name)
    if at < certificate.not_valid_before:
        raise RuleBroken(
            "The certificate of {name} is not valid before {day}; is the computer’s clock right?",
            name=name,
            day=certificate.not_valid_before.date(),
        )
    if at > certificate.not_valid_after:
        raise RuleBroken(
            "The certificate of {name} expired on {day}", name=name, day=certificate.not_valid_after.date()
        )
    for each in revoked:
        if day := revoked_on(certificate, each):
            raise RuleBroken("The certificate of {name} was revoked on {day}", name=name, day=day)


def _check_strength(certificate: x509.Certificate, name: str) -> None:
    fewest = _FEWEST_BITS.get(certificate.public_key.algorithm)
    if fewest is None:  # Ed25519 and Ed448 have one size
        return
    with suppress(ValueError):  # a curve that has no name here
        bits = certificate.public_key.bit_size
        if bits < fewest:
            raise RuleBroken(
                "The key of {name} is too short to be relied on ({bits} bits); ask for a new certificate",
                name=name,
                bits=bits,
            )


def revoked_on(certificate: x509.Certificate, revocations: bytes) -> dt.date | None:
    """Return the day on which a list of revocations (CRL) takes a certificate back; None if it does not."""
    with _damaged_list_is_told():
        listed = _list(revocations)
        if listed.issuer != certificate.issuer:
            return None
        for each in listed["tbs_cert_list"]["revoked_certificates"]:
            if each["user_certificate"].native == certificate.serial_number:
                day: dt.date = each["revocation_date"].native.date()
                return day
    return None


def checked_list(revocations: bytes) -> bytes:
    """Return a list of revocations as DER; raises RuleBroken for what is none."""
    with _damaged_list_is_told():
        listed = _list(revocations)
        listed.native  # noqa: B018 - what is no list says so here
        data: bytes = listed.dump()
        return data


def _list(revocations: bytes) -> crl.CertificateList:
    from asn1crypto import crl, pem

    data = pem.unarmor(revocations)[2] if pem.detect(revocations) else revocations
    return crl.CertificateList.load(data, strict=True)


@contextmanager
def _damaged_list_is_told() -> Iterator[None]:
    try:
        yield
    except (ValueError, TypeError, KeyError) as error:
        raise RuleBroken("The list of revoked certificates is damaged, or no such list (CRL)") from error


def common_name(name: x509.Name) -> str:
    """Return whom a certificate names, in the shortest way that tells."""
    try:
        native = name.native
    except ValueError:
        return ""
    for key in ("common_name", "organization_name", "surname"):
        found = native.get(key)
        if found:
            return as_seen(str(found[0] if isinstance(found, list) else found))
    return as_seen(name.human_friendly)

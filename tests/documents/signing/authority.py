"""An authority of the tests' own: certificates, PKCS#12 files, lists of what was revoked, a time stamper.

Everything is valid around the meeting of the tests, in February 2016.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

from asn1crypto import keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from klubban.documents.pdf.signatures import Pkcs12

if TYPE_CHECKING:
    from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

PASSPHRASE = "hemligt"  # noqa: S105 - of files that live as long as a test
ZONE = dt.timezone(dt.timedelta(hours=1))
AT = dt.datetime(2016, 2, 25, 14, 30, tzinfo=ZONE)
YEAR = dt.timedelta(days=366)
LONG = (AT - YEAR, AT + 100 * YEAR)


def name(common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "SE"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Ekby kommun"),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def usage(*, sign: bool = True, issue: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=sign,
        content_commitment=sign,
        key_encipherment=not (sign or issue),
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=issue,
        crl_sign=issue,
        encipher_only=False,
        decipher_only=False,
    )


class Authority:
    """Issues certificates under a name."""

    def __init__(self, common: str = "Ekby prov-CA") -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = name(common)
        self.certificate = self._made(self.name, self.key.public_key(), ca=True)

    @property
    def data(self) -> bytes:
        """Return its certificate (DER)."""
        return self.certificate.public_bytes(serialization.Encoding.DER)

    def _made(
        self,
        subject: x509.Name,
        key: ec.EllipticCurvePublicKey | rsa.RSAPublicKey,
        *,
        ca: bool = False,
        sign: bool = True,
        valid: tuple[dt.datetime, dt.datetime] = LONG,
        stamps: bool = False,
    ) -> x509.Certificate:
        made = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self.name)
            .public_key(key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(valid[0])
            .not_valid_after(valid[1])
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
            .add_extension(usage(sign=sign and not ca, issue=ca), critical=True)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()), critical=False
            )
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
        )
        if stamps:
            use = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
            made = made.add_extension(use, critical=True)
        return made.sign(self.key, hashes.SHA256())

    def issue(
        self,
        common: str,
        *,
        sign: bool = True,
        ca: bool = False,
        valid: tuple[dt.datetime, dt.datetime] = (AT - YEAR, AT + 2 * YEAR),
    ) -> Holder:
        """Return somebody with a key and a certificate."""
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = self._made(name(common), key.public_key(), sign=sign, ca=ca, valid=valid)
        return Holder(common, key, certificate, self)

    def revoked(self, *holders: Holder, on: dt.datetime = AT - dt.timedelta(days=1)) -> bytes:
        """Return a list of the certificates that it took back (DER)."""
        made = x509.CertificateRevocationListBuilder().issuer_name(self.name)
        made = made.last_update(on).next_update(AT + YEAR)
        for each in holders:
            entry = x509.RevokedCertificateBuilder().serial_number(each.certificate.serial_number)
            made = made.add_revoked_certificate(entry.revocation_date(on).build())
        return made.sign(self.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)

    def time_stamper(self, at: dt.datetime = AT) -> DummyTimeStamper:
        """Return what stamps the time, in this process."""
        from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

        key = rsa.generate_private_key(65537, 2048)
        certificate = self._made(name("Ekby prov-TSA"), key.public_key(), stamps=True)
        own = key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return DummyTimeStamper(
            asn1.Certificate.load(certificate.public_bytes(serialization.Encoding.DER)),
            keys.PrivateKeyInfo.load(own),
            fixed_dt=at,
        )


class Holder:
    """Somebody with a key and a certificate."""

    def __init__(
        self,
        common: str,
        key: ec.EllipticCurvePrivateKey,
        certificate: x509.Certificate,
        authority: Authority,
    ) -> None:
        self.common = common
        self.key = key
        self.certificate = certificate
        self.p12 = pkcs12.serialize_key_and_certificates(
            common.encode(),
            key,
            certificate,
            [authority.certificate],
            serialization.BestAvailableEncryption(PASSPHRASE.encode()),
        )

    @property
    def opens(self) -> Pkcs12:
        """Return their key as it is signed with."""
        return Pkcs12(self.p12, PASSPHRASE)


@cache
def authority() -> Authority:
    """Return the authority that the tests trust."""
    return Authority()


@cache
def holder(common: str) -> Holder:
    """Return somebody whom it has given a certificate."""
    return authority().issue(common)

"""Keys and certificates that must not sign, and passphrases as they are really typed."""

from __future__ import annotations

import unicodedata
import warnings
from typing import Literal

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.signing.attacks import painted_over
from documents.signing.authority import AT, PASSPHRASE, Authority, authority, holder, name
from documents.signing.papers import original, signed
from klubban.documents.pdf.certificates import common_name, revoked_on
from klubban.documents.pdf.signatures import Pkcs12, sign
from klubban.documents.pdf.signing_keys import of_file
from klubban.domain.errors import RuleBroken
from klubban.domain.examined import Stamp
from klubban.i18n import use

Form = Literal["NFC", "NFD"]
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey


class Odd(Authority):
    """Issues certificates to any key, under any name."""

    def p12(self, key: Key, subject: x509.Name | None = None, passphrase: str = PASSPHRASE) -> bytes:
        made = self._made(name("Siv Lind") if subject is None else subject, key.public_key())  # type: ignore[arg-type]
        lock = serialization.BestAvailableEncryption(passphrase.encode())
        return pkcs12.serialize_key_and_certificates(b"k", key, made, None, lock)


ODD = Odd("Ekby udda CA")
CURVE = ec.generate_private_key(ec.SECP256R1())


def put(key: Pkcs12, pdf: bytes | None = None, field: str = "sign_1") -> bytes:
    return sign(original() if pdf is None else pdf, field, key, Stamp(name="", role="Sekreterare"), at=AT)


WEAK = rsa.generate_private_key(65537, 1024)  # noqa: S505 - that is the point


@pytest.mark.parametrize(
    "key",
    [WEAK, ec.generate_private_key(ec.SECP192R1())],
    ids=["RSA of 1024 bits", "a short curve"],
)
def test_a_key_that_is_too_short_signs_nothing(key: Key) -> None:
    with pytest.raises(RuleBroken, match="too short"):
        put(Pkcs12(ODD.p12(key), PASSPHRASE))


def test_other_keys_sign() -> None:
    for key in (ed25519.Ed25519PrivateKey.generate(), ec.generate_private_key(ec.SECP384R1())):
        assert put(Pkcs12(ODD.p12(key), PASSPHRASE)).startswith(original())


def test_a_certificate_that_names_nobody_signs_nothing() -> None:
    with pytest.raises(RuleBroken, match="names nobody"):
        put(Pkcs12(ODD.p12(CURVE, x509.Name([])), PASSPHRASE))


def test_a_name_in_a_certificate_can_neither_turn_nor_steer_what_is_shown() -> None:
    signer = of_file(ODD.p12(CURVE, name("Siv\x1b[31m\u202e\x00 Lind\r\nAnna")), PASSPHRASE)

    assert signer.signing_cert is not None
    assert common_name(signer.signing_cert.subject) == "Siv[31m Lind Anna"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("typed", ["NFC", "NFD"])
def test_letters_with_rings_open_however_they_are_made_up(form: Form, typed: Form) -> None:
    words = "Åäö är hemligt"
    data = ODD.p12(CURVE, passphrase=unicodedata.normalize(form, words))

    assert of_file(data, unicodedata.normalize(typed, words)).signing_cert is not None


@pytest.mark.parametrize("passphrase", ["hem\0ligt", "\udce5", "", "h" * 100_000])
def test_a_passphrase_that_cannot_be_is_a_wrong_one(passphrase: str) -> None:
    with pytest.raises(RuleBroken, match="passphrase does not open"):
        of_file(holder("Siv Lind").p12, passphrase)


def test_a_file_with_something_after_it_opens_without_a_word_of_the_library() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert of_file(holder("Siv Lind").p12 + b"\n", PASSPHRASE).signing_cert is not None


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_a_damaged_key_is_refused_in_words(data: st.DataObject) -> None:
    whole = bytearray(holder("Siv Lind").p12)
    place = data.draw(st.integers(0, 200))
    whole[place : place + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))

    said = ""
    try:
        said = common_name(of_file(bytes(whole), PASSPHRASE).signing_cert.subject)  # type: ignore[union-attr]
    except RuleBroken as broken:
        said = str(broken)

    assert said == "Siv Lind" or "certificate’s file" in said


def test_what_is_wrong_with_an_earlier_signature_is_said_in_the_words_of_who_asks() -> None:
    whole = signed(1)
    gap = whole.rindex(b"/Contents <") + len(b"/Contents <")
    emptied = whole[:gap] + b"0" * 400 + whole[gap + 400 :]
    key = holder("Åke Öman (S)").opens

    with pytest.raises(RuleBroken, match="was changed in the PDF"):
        put(key, painted_over(whole), "sign_2")
    with pytest.raises(RuleBroken) as swedish:
        put(key, emptied, "sign_2")
    use("en")
    try:
        with pytest.raises(RuleBroken) as english:
            put(key, emptied, "sign_2")
    finally:
        use("sv")

    assert "cannot be read" in str(english.value.facts["why"])
    assert "kan inte läsas" in str(swedish.value.facts["why"])


def test_nobody_revoked_is_no_list_that_is_damaged() -> None:
    (lost,) = [authority().issue("Siv Lind")]
    signer = of_file(lost.p12, PASSPHRASE)

    assert signer.signing_cert is not None
    assert revoked_on(signer.signing_cert, authority().revoked()) is None

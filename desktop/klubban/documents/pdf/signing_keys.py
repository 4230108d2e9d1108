"""Keys to sign with: in a PKCS#12 file, or on a card by PKCS#11."""

from __future__ import annotations

import unicodedata
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from klubban.documents.pdf.certificates import usages
from klubban.domain.errors import RuleBroken

if TYPE_CHECKING:
    from asn1crypto import x509
    from pyhanko.sign.signers import Signer

_SEQUENCE = 0x30
"""The first byte of a PKCS#12 file, which is DER."""


def of_file(data: bytes, passphrase: str) -> Signer:
    """Return what signs with the key in a PKCS#12 file; raises RuleBroken."""
    from pyhanko.sign.signers import SimpleSigner

    if not data:
        raise RuleBroken("The certificate’s file is empty (0 bytes); expected PKCS#12 (.p12 or .pfx)")
    if data[0] != _SEQUENCE:
        raise RuleBroken("The certificate’s file is no PKCS#12 file (.p12 or .pfx)")
    opens, key, certificate = _opened(data, passphrase)
    if key is None or certificate is None:
        raise RuleBroken(
            "The certificate’s file has no key to sign with; export it anew with the private key included"
        )
    try:
        with _without_warnings():
            signer: Signer = SimpleSigner.load_pkcs12_data(data, (), opens)
    except (ValueError, TypeError, NotImplementedError) as error:
        raise RuleBroken("The key in the certificate’s file is of a sort that cannot sign") from error
    return signer


def _opened(data: bytes, passphrase: str) -> tuple[bytes, Any, Any]:
    """Return what opens a PKCS#12 file, the key in it and its certificate; raises RuleBroken."""
    from cryptography.hazmat.primitives.serialization import pkcs12

    wrong: Exception | None = None
    for opens in _spellings(passphrase):
        try:
            with _without_warnings():
                key, certificate, _others = pkcs12.load_key_and_certificates(data, opens)
        except ValueError as error:
            if "password" not in str(error).lower():
                raise RuleBroken(
                    "The certificate’s file is damaged, or no PKCS#12 file (.p12 or .pfx)"
                ) from error
            wrong = error
        except Exception as error:  # an algorithm that the library does not know
            raise RuleBroken("The certificate’s file is locked in a way that is not known here") from error
        else:
            return opens, key, certificate
    raise RuleBroken("The passphrase does not open the certificate’s file") from wrong


def _spellings(passphrase: str) -> list[bytes]:
    """Return how a passphrase may have been written: an å is one letter, or an a and a ring.

    None for what no file can have been locked with, and would break the library.
    """
    forms = [passphrase, unicodedata.normalize("NFC", passphrase), unicodedata.normalize("NFD", passphrase)]
    try:
        return [] if "\0" in passphrase else list(dict.fromkeys(each.encode() for each in forms))
    except UnicodeEncodeError:
        return []


@contextmanager
def _without_warnings() -> Iterator[None]:
    """Have a library keep to itself that a file is written loosely."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def on_card(module: str, pin: str, label: str) -> Iterator[Signer]:
    """Open a card, and give what signs with the key on it; raises RuleBroken."""
    import pkcs11
    from pyhanko.sign.pkcs11 import PKCS11Signer

    _check_pin(pin)
    token = _card(module, label)
    session = _session(token, pin)
    try:
        certificate, key_id, others = _certificate(session)
        yield PKCS11Signer(
            session,
            signing_cert=certificate,
            key_id=key_id,
            ca_chain=others,
            # Cards seldom hash for keys on a curve; for RSA they do.
            use_raw_mechanism=certificate.public_key.algorithm == "ec",
        )
    except pkcs11.PKCS11Error as error:
        raise RuleBroken(
            "The card did not sign ({reason}); take it out, put it in again and try once more",
            reason=type(error).__name__,
        ) from error
    finally:
        with suppress(pkcs11.PKCS11Error):  # it may have been taken out
            session.close()


def _check_pin(pin: str) -> None:
    """Raise RuleBroken for what no card could take, since it would count that as a try."""
    if not pin or not pin.isprintable():
        raise RuleBroken("That can be no PIN; the card was not asked, and no try is lost")


def _card(module: str, label: str) -> Any:
    """Return the card that was asked for."""
    import pkcs11

    if not Path(module).is_file():
        raise RuleBroken("{file} is not there; expected the card’s PKCS#11 module (a .so file)", file=module)
    try:
        slots = pkcs11.lib(module).get_slots(token_present=True)
        cards = [slot.get_token() for slot in slots]
    except (pkcs11.PKCS11Error, RuntimeError, OSError) as error:
        raise RuleBroken(
            "{file} is no PKCS#11 module, or its card reader is not there", file=module
        ) from error
    cards = [each for each in cards if _initialised(each)]
    found = [each for each in cards if each.label.strip() == label] if label else cards
    names = ", ".join(each.label.strip() for each in cards)
    if not cards:
        raise RuleBroken("There is no card in the reader")
    if not found:
        raise RuleBroken("There is no card named “{label}”; there is {names}", label=label, names=names)
    if len(found) > 1:
        raise RuleBroken("There is more than one card: {names}. Say which one.", names=names)
    return found[0]


def _initialised(token: Any) -> bool:
    import pkcs11

    return pkcs11.TokenFlag.TOKEN_INITIALIZED in token.flags


def _session(token: Any, pin: str) -> Any:
    import pkcs11
    from pkcs11 import exceptions

    try:
        return token.open(user_pin=pin)
    except (exceptions.PinIncorrect, exceptions.PinLenRange, exceptions.PinInvalid) as error:
        raise _wrong_pin(token) from error
    except exceptions.PinLocked as error:
        raise RuleBroken("The card is locked after too many wrong PINs; unlock it with its PUK") from error
    except pkcs11.PKCS11Error as error:
        raise RuleBroken(
            "The card cannot be opened ({reason}); take it out, put it in again and try once more",
            reason=type(error).__name__,
        ) from error


def _wrong_pin(token: Any) -> RuleBroken:
    """Say how near the card is to being locked, as far as it tells."""
    import pkcs11

    flags = token.slot.get_token().flags
    if pkcs11.TokenFlag.USER_PIN_LOCKED in flags:
        return RuleBroken("The PIN is wrong, and the card is locked now; unlock it with its PUK")
    if pkcs11.TokenFlag.USER_PIN_FINAL_TRY in flags:
        return RuleBroken("The PIN is wrong. One try is left: another wrong PIN locks the card.")
    if pkcs11.TokenFlag.USER_PIN_COUNT_LOW in flags:
        return RuleBroken("The PIN is wrong. The card has few tries left before it locks itself.")
    return RuleBroken("The PIN is wrong. A card locks itself after some wrong PINs, often three.")


def _certificate(session: Any) -> tuple[x509.Certificate, bytes, list[x509.Certificate]]:
    """Return the certificate on a card whose key can sign, the key's mark, and the card's other certificates.

    A card may have two, one to log in with and one to sign with (non-repudiation), which goes first.
    """
    from asn1crypto import x509
    from pkcs11 import Attribute, ObjectClass

    held = []
    for each in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
        with suppress(ValueError):  # something else than a certificate
            found = x509.Certificate.load(each[Attribute.VALUE], strict=True)
            found.subject.native  # noqa: B018 - what cannot be read says so here
            held.append((found, bytes(each[Attribute.ID])))
    wanted = {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.SIGN: True}
    keys = {bytes(each[Attribute.ID]) for each in session.get_objects(wanted)}
    own = [(certificate, mark) for certificate, mark in held if mark in keys]
    if not own:
        raise RuleBroken("The card has no certificate with a key to sign with")
    own.sort(key=lambda pair: "non_repudiation" not in usages(pair[0]))
    chosen, mark = own[0]
    return chosen, mark, [certificate for certificate, other in held if other != mark]

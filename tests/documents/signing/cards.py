"""A card of the tests' own, by SoftHSM2: a token in a folder, with a key and its certificate."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives import serialization

from documents.signing.authority import LONG, authority

if TYPE_CHECKING:
    from documents.signing.authority import Holder

MODULE = Path("/usr/lib/softhsm/libsofthsm2.so")
PIN = "5678"
MARK = b"\x01"


@dataclass(frozen=True)
class Token:
    """A card in the reader."""

    label: str
    module: str = str(MODULE)
    pin: str = PIN


@cache
def folder() -> TemporaryDirectory[str]:
    """Return the folder of the cards, which goes when the process does."""
    return TemporaryDirectory()


@cache
def token() -> Token:
    """Return a card that is in the reader, beside another that is empty."""
    place = Path(folder().name)
    _use_folder(place)
    _initialise("tomt")
    return _loaded("justerare", authority().issue("Britta Ek (M)", valid=LONG), place)


def _use_folder(folder: Path) -> None:
    """Have the module keep its cards in a folder; it reads that once, when it is loaded."""
    assert MODULE.is_file(), "softhsm2 is missing; packaging/setup dev installs it: apt-get install softhsm2"
    (folder / "tokens").mkdir()
    settings = folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {folder / 'tokens'}\nlog.level = ERROR\n")
    os.environ["SOFTHSM2_CONF"] = str(settings)


def _initialise(label: str) -> None:
    """Make an empty card."""
    subprocess.run(
        ["softhsm2-util", "--init-token", "--free", "--label", label, "--so-pin", "1234", "--pin", PIN],  # noqa: S607
        check=True,
        capture_output=True,
    )


def _loaded(label: str, who: Holder, folder: Path) -> Token:
    """Put somebody's key and certificate on a new card."""
    import pkcs11

    _initialise(label)
    key = folder / f"{label}.pem"
    key.write_bytes(
        who.key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    subprocess.run(
        ["softhsm2-util", "--import", key, "--token", label, "--label", "k", "--id", "01", "--pin", PIN],  # noqa: S607
        check=True,
        capture_output=True,
    )
    library: Any = pkcs11.lib(str(MODULE))
    library.reinitialize()
    with library.get_token(token_label=label).open(rw=True, user_pin=PIN) as session:
        session.create_object(
            {
                pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE,
                pkcs11.Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
                pkcs11.Attribute.TOKEN: True,
                pkcs11.Attribute.LABEL: "k",
                pkcs11.Attribute.ID: MARK,
                pkcs11.Attribute.SUBJECT: who.certificate.subject.public_bytes(),
                pkcs11.Attribute.VALUE: who.certificate.public_bytes(serialization.Encoding.DER),
            }
        )
    return Token(label)

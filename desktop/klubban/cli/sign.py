"""`klubban sign PDF --p12 CERT --as ROLE`: a signature in the next field of a role."""

from __future__ import annotations

import argparse
import getpass
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from klubban.cli.errors import Unusable
from klubban.cli.given_pdf import add_revoked, check_pdf, read
from klubban.domain.errors import RuleBroken
from klubban.domain.examined import FieldIn, SignatureFound, Stamp
from klubban.domain.matched_signers import same_name
from klubban.domain.signing import SignsAs
from klubban.i18n import N_, _, current, pgettext

if TYPE_CHECKING:
    from klubban.documents.pdf.signatures import Card, Pkcs12

_LONGEST = 100_000
"""Letters of a passphrase."""
_MOST_NAMES = 1_000


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("pdf", metavar="PDF", type=Path, help=_("a PDF with fields to sign in"))
    key = parser.add_mutually_exclusive_group(required=True)
    key.add_argument(
        "--p12",
        type=Path,
        metavar=_("CERT"),
        help=_("a key with its certificate (PKCS#12: .p12 or .pfx); its passphrase is asked for"),
    )
    key.add_argument(
        "--module",
        type=Path,
        metavar=_("FILE"),
        help=_("sign with a card instead, by its PKCS#11 module; its PIN is asked for"),
    )
    parser.add_argument(
        "--token", metavar=_("NAME"), default="", help=_("which card, where there are several")
    )
    parser.add_argument(
        "--as",
        dest="role",
        required=True,
        choices=[each.value for each in (SignsAs.CHAIR, SignsAs.SECRETARY, SignsAs.VERIFIER)],
        help=_("in what capacity: the next empty field of it is signed"),
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar=_("SIGNED"),
        help=_("where to write the signed file; beside the original if it is not said"),
    )
    parser.add_argument(
        "--time-stamp-server",
        metavar=_("ADDRESS"),
        help=_("have a server vouch for the time (RFC 3161)"),
    )
    add_revoked(parser)


def run(options: argparse.Namespace) -> int:
    """Sign, write the file, and print its path."""
    from klubban.documents.pdf.signatures import sign
    from klubban.operations.files import write_file

    pdf = read(options.pdf)
    field = _next(check_pdf(options.pdf, pdf), SignsAs(options.role))
    out = options.out or _beside(options.pdf)
    _check_out(out)
    now = datetime.now(UTC).astimezone()
    data = sign(
        pdf,
        field.name,
        _key(options),
        Stamp(name=field.who, role=field.role, language=current().language),
        at=now,
        time_stamp_server=options.time_stamp_server,
        revoked=tuple(read(each) for each in options.revoked),
    )
    found = _look_at(data, field, now)
    write_file(out, data)
    print(out)
    if field.who and not same_name(field.who, found.who):
        line = _("the field is for {name}, and the certificate names {who}")
        print("klubban:", line.format(name=field.who, who=found.who), file=sys.stderr)
    return 0


def _check_out(out: Path) -> None:
    from klubban.operations.files import check_target

    if out.is_dir():
        raise Unusable(N_("{file} is a folder; expected the name of a file"), file=out)
    try:
        check_target(out)
    except RuleBroken as broken:
        raise Unusable(broken.template, **broken.facts) from broken


def _look_at(signed: bytes, field: FieldIn, now: datetime) -> SignatureFound:
    """Return what was made, read as whoever gets it will; raises RuleBroken where it does not hold."""
    from klubban.documents.pdf.examining import examine

    found = next((each for each in examine(signed, at=now).signatures if each.field == field.name), None)
    if found is None or not found.holds:
        raise RuleBroken("The signature that was made does not hold, and was not kept")
    return found


def _next(fields: tuple[FieldIn, ...], role: SignsAs) -> FieldIn:
    """Return the next empty field of a role."""
    from klubban.documents.signed_roles import role_of
    from klubban.documents.signing import role_name

    if not fields:
        raise RuleBroken("The PDF has no fields to sign in; it was not made to be signed on a screen")
    own = [each for each in fields if role_of(each.says) is role]
    word = role_name(role, current()).lower()
    if not own:
        says = ", ".join(each.says or each.name for each in fields)
        raise RuleBroken("There is no field for {role}; there is {fields}", role=word, fields=says)
    for each in own:
        if not each.signed:
            return each
    raise RuleBroken("Each field for {role} is signed already", role=word)


def _key(options: argparse.Namespace) -> Pkcs12 | Card:
    from klubban.documents.pdf.signatures import Card, Pkcs12

    if options.module is not None:
        return Card(str(options.module), _secret(_("PIN: ")), options.token)
    return Pkcs12(read(options.p12), _secret(_("Passphrase: ")))


def _secret(prompt: str) -> str:
    """Return what opens a key: from a prompt that does not show it, or the first line of standard input."""
    try:
        if sys.stdin is not None and sys.stdin.isatty():
            return getpass.getpass(prompt)
        line = sys.stdin.readline(_LONGEST) if sys.stdin is not None else ""
    except (EOFError, KeyboardInterrupt) as error:
        raise Unusable(N_("Nothing was signed")) from error
    except UnicodeDecodeError as error:
        raise Unusable(N_("The passphrase on standard input is no text in UTF-8")) from error
    except OSError as error:
        raise Unusable(N_("Standard input cannot be read: {reason}"), reason=error.strerror) from error
    return line.rstrip("\r\n")


def _beside(pdf: Path) -> Path:
    """Return a name beside the original that no file has: `protokoll-signerad.pdf`, `…-signerad-2.pdf`."""
    word = pgettext("at the end of a file's name", "signed")
    stem = re.sub(rf"-{re.escape(word)}(-\d+)?$", "", pdf.stem)
    for number in range(1, _MOST_NAMES):
        tail = f"-{word}" if number == 1 else f"-{word}-{number}"
        path = pdf.with_name(f"{stem}{tail}.pdf")
        if not path.exists():
            return path
    raise Unusable(N_("{file} is signed so often that no name is left; give one with --out"), file=pdf)

"""What the part on verification says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.documents.plan_words import short_day
from klubban.documents.signing import role_name
from klubban.domain.matched_signers import same_name
from klubban.domain.signing import SigningEnd, SigningWay, Verdict
from klubban.i18n import _, current
from klubban.ui.after.verify_sheet import Phase
from klubban.ui.summons.words import cited

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.domain.examined import SignatureFound
    from klubban.domain.meeting import Meeting
    from klubban.domain.paragraphs import Paragraphs
    from klubban.domain.signing import Signature, Signing
    from klubban.domain.who_signs import Signer
    from klubban.ui.after.verify_sheet import VerifySheet
    from klubban.ui.theme import Tone


def title(sheet: VerifySheet) -> str:
    """Return where the verification stands, in a sentence."""
    named, of = wording.capital(sheet.named), sheet.verification
    if sheet.correction is not None and sheet.phase is not Phase.DONE:
        return _("The correction of {named} is to be signed.").format(named=sheet.named)
    if sheet.phase is Phase.DONE and of is not None and of.date is not None:
        done = _("The correction of {named} was signed {day}.") if sheet.correction else None
        done = done or _("{named} was verified {day}.")
        name = sheet.named if sheet.correction else named
        return done.format(named=name, day=_day(of.date, sheet))
    if sheet.phase is Phase.DONE:
        return _("{named} is verified.").format(named=named)
    if sheet.phase is Phase.SERVICE and sheet.signing is not None and sheet.signing.returned is not None:
        return _("{named} has come back signed, and awaits your word.").format(named=named)
    line = {
        Phase.NOBODY: _("{named} has nobody to verify it yet."),
        Phase.NOT_READY: _("{named} is not ready to be verified yet."),
        Phase.READY: _("{named} is ready to be signed."),
        Phase.PEN: _("{named} is being signed by pen."),
        Phase.SERVICE: _("{named} is out to be signed in a service."),
        Phase.LOCAL: _("{named} is being signed with certificates."),
    }[sheet.phase]
    return line.format(named=named)


def by_when(sheet: VerifySheet) -> str:
    """Return the law's last day, and what else is noted of where and when."""
    day = short_day(sheet.due, current())
    if sheet.late:
        line = _("It should have been verified by {day}, fourteen days after the meeting (KL 5 kap. 69 §).")
        return cited(line.format(day=day))
    return cited(_("At the latest {day}, fourteen days after the meeting (KL 5 kap. 69 §).").format(day=day))


def where(sheet: VerifySheet) -> str:
    """Return where and when it is planned to be signed."""
    return wording.verification_line(sheet.verification, current()) if sheet.verification else ""


def paragraph(meeting: Meeting, number: int) -> str:
    """Return `§ 57`."""
    return wording.sign_in(meeting, number)


def who(name: object, signs_as: str, paragraphs: Paragraphs | None, meeting: Meeting) -> str:
    """Return `Anna Berg, ordförande §§ 1–4`."""
    over = wording.signs_in(meeting, paragraphs) if paragraphs is not None else ""
    return ", ".join(filter(None, (str(name or _("nobody is named")), f"{signs_as} {over}".strip())))


def signer(each: Signer, meeting: Meeting) -> str:
    """Return who is to sign as what."""
    return who(each.who, wording.small(role_name(each.signs_as, current())), each.paragraphs, meeting)


def signature(each: Signature, meeting: Meeting) -> str:
    """Return who signs as what."""
    return who(each.who, wording.small(role_name(each.signs_as, current())), each.paragraphs, meeting)


def signed(each: Signature, today: date) -> str:
    """Return when somebody signed, and with which certificate."""
    if each.signed_on is None:
        return _("has not signed")
    day = short(each.signed_on, today)
    at = current().time(each.signed_at) if each.signed_at else ""
    told = _("signed {day} at {time}").format(day=day, time=at) if at else _("signed {day}").format(day=day)
    if each.certificate and each.issuer:
        line = _("{signed}, with a certificate of {subject} by {issuer}")
        if same_name(each.who.name, each.certificate):
            line = _("{signed}, with a certificate by {issuer}")
        told = line.format(signed=told, subject=each.certificate, issuer=each.issuer)
    if each.certificate:
        clock = _("time by a time-stamp server") if each.time_stamped else _("time by the signer’s clock")
        told = f"{told} ({clock})"
    return told


def ways(sheet: VerifySheet) -> tuple[tuple[SigningWay, str, str], ...]:
    """Return the three ways as sentences, each with what follows from it."""
    usual = sheet.usual
    rule = _("So {body} does it.").format(body=wording.inside(sheet.meeting.body.name))
    found = (
        (
            SigningWay.PEN,
            _("By pen, on paper"),
            _("You print it, note who has signed and when, and put the scan in here."),
        ),
        (
            SigningWay.SERVICE,
            _("In an e-signing service"),
            _("You save the file, send it to be signed, and take it back here, where it is examined."),
        ),
        (
            SigningWay.LOCAL,
            _("With certificates on this computer, or on cards"),
            _("Those who sign do so here, one after another, each with their own key."),
        ),
    )
    return tuple(
        (way, name, f"{follows} {rule}" if way is usual else follows) for way, name, follows in found
    )


def begin(way: SigningWay) -> str:
    """Return what the one main act says."""
    return {
        SigningWay.PEN: _("Make the paper to sign"),
        SigningWay.SERVICE: _("Save the file to be signed"),
        SigningWay.LOCAL: _("Begin signing"),
    }[way]


def verdict(signing: Signing) -> tuple[str, Tone, str]:
    """Return the verdict on a signed file: a word, its tone, and a calm sentence."""
    told: dict[Verdict, tuple[str, Tone, str]] = {
        Verdict.UNCHANGED: (
            _("unchanged"),
            "done",
            _("The file is what was sent, byte for byte, and has been signed."),
        ),
        Verdict.REPACKAGED: (
            _("repackaged"),
            "soon",
            _("The service has wrapped the file. The words are the same, page by page, as in what was sent."),
        ),
        Verdict.CHANGED: (
            _("changed"),
            "late",
            _("The file is not what was sent. It was refused, and nothing is verified by it."),
        ),
    }
    assert signing.verdict is not None  # noqa: S101 - asked of signings that have one
    return told[signing.verdict]


def found(each: SignatureFound, today: date) -> str:
    """Return who a signature says it is by, who says so, and when."""
    at = each.at.astimezone() if each.at else None
    parts = [
        _("certificate by {issuer}").format(issuer=each.certificate.issuer) if each.certificate else "",
        _("{day} at {time}").format(day=short(at.date(), today), time=current().time(at.time()))
        if at
        else "",
    ]
    return ", ".join(filter(None, (each.who or _("nobody"), *parts)))


def before(sheet: VerifySheet) -> Iterator[str]:
    """Walk what became of earlier attempts to have it signed."""
    for each in sheet.verification.signings if sheet.verification else ():
        if each.ended not in (SigningEnd.WITHDRAWN, SigningEnd.TO_PEN) or each.ended_on is None:
            continue
        line = _("{day} it was taken back from being signed: {why}")
        if each.ended is SigningEnd.TO_PEN:
            line = _("{day} it was changed to pen, and the digital copy discarded: {why}")
        yield line.format(day=short(each.ended_on, sheet.today), why=each.ended_because or "")


def withdrawn(meeting: Meeting, today: date) -> Iterator[str]:
    """Walk the verifications that were registered by mistake."""
    for each in meeting.withdrawn:
        if each.withdrawn is not None:
            line = _("{day} {by} and {and_by} withdrew a verification: {why}")
            told = each.withdrawn
            yield line.format(day=short(told.on, today), by=told.by, and_by=told.and_by, why=told.because)


def _day(day: date, sheet: VerifySheet) -> str:
    return short(day, sheet.today)


def short(day: date, today: date) -> str:
    """Return a day, with its year where that is not this one."""
    told = short_day(day, current())
    return told if day.year == today.year else f"{told} {day.year}"

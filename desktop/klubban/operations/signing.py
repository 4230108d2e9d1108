"""A document goes out to be signed, by pen, in a service or with certificates; and is taken back from it.

What ends it well is beside: signing_by_pen.py, signing_by_service.py and signing_locally.py.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from klubban.documents import record
from klubban.documents import signing as signing_words
from klubban.documents.forms import Form, made
from klubban.domain.errors import RuleBroken
from klubban.domain.signing import SigningEnd, SigningWay, SignsAs
from klubban.domain.text import clean
from klubban.domain.who_signs import who_signs
from klubban.i18n import N_, texts
from klubban.operations.export import Prepared
from klubban.operations.file_names import stem_of_meeting
from klubban.operations.naming import named, one_line
from klubban.operations.signing_case import Case, case_of, case_of_signing, in_its_way
from klubban.store import attachments

if TYPE_CHECKING:
    import datetime as dt

    from klubban.domain.who_signs import Signer
    from klubban.store.change import Change
    from klubban.store.database import Database


@dataclass(frozen=True, slots=True)
class Begun:
    """A document that is out to be signed."""

    signing: int
    file_name: str
    data: bytes
    """What is printed, or sent; the file keeps it."""


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was set away from the thread that owns the database."""

    prepared: Prepared
    data: bytes


def prepare(database: Database, verification_id: int, way: SigningWay, *, today: dt.date) -> Prepared:
    """Return the document that is signed, which a worker may set; raises RuleBroken as `begin` does."""
    case = case_of(database, verification_id)
    _check_may_begin(case, today)
    return _prepared(database, case, way, today)


def begin(
    database: Database, verification_id: int, way: SigningWay, now: dt.datetime, *, ready: Made | None = None
) -> Begun:
    """Let a document go out to be signed, and return it; the file keeps its bytes as the original.

    It is set here, unless it is `ready`. Raises RuleBroken for what is not ready for verification, is out
    already or verified, where it is not known who signs, or what changed while it was set; LookupError.
    """
    prepared = prepare(database, verification_id, way, today=now.date())
    data = _data(prepared, ready)
    case = case_of(database, verification_id)
    with database.change(
        _BEGIN[way], place=("meeting", case.meeting.id), barrier=way is not SigningWay.PEN, what=case.named
    ) as change:
        signing = _insert(change, case, way, now, data)
    return Begun(signing, f"{prepared.stem}{Form.PDF.ending}", data)


def withdraw_signing(database: Database, signing_id: int, because: str, now: dt.datetime) -> None:
    """Take a document back from being signed, to correct it; what was signed of it counts no more.

    That it was, and its bytes, stay. Raises RuleBroken without a reason, or where it has ended; LookupError.
    """
    case, reason = _going_on(database, signing_id), _reason(because)
    label = N_("Withdraw {what} from being signed: {because}")
    place, facts = ("meeting", case.meeting.id), {"what": case.named, "because": reason}
    with database.change(label, place=place, barrier=True, **facts) as change:
        change.update("signing", signing_id, **_ended(SigningEnd.WITHDRAWN, now, reason))


def prepare_for_pen(database: Database, signing_id: int, because: str, *, today: dt.date) -> Prepared:
    """Return what is printed instead, which a worker may set; raises RuleBroken as `to_pen` does."""
    _reason(because)
    case = _going_on(database, signing_id)
    if case.signing.way is SigningWay.PEN:
        raise RuleBroken("{what} is being signed by pen already", what=case.named)
    return _prepared(database, case, SigningWay.PEN, today)


def to_pen(
    database: Database, signing_id: int, because: str, now: dt.datetime, *, ready: Made | None = None
) -> Begun:
    """Let all sign by pen instead, in one act: the digital copy is discarded, and what is printed returned.

    It is set here, unless it is `ready`. Raises RuleBroken without a reason, for what is signed by pen
    already or what changed while it was set; LookupError.
    """
    prepared = prepare_for_pen(database, signing_id, because, today=now.date())
    data = _data(prepared, ready)
    case, reason = _going_on(database, signing_id), _reason(because)
    label = N_("Let {what} be signed by pen instead: {because}")
    place, facts = ("meeting", case.meeting.id), {"what": case.named, "because": reason}
    with database.change(label, place=place, barrier=True, **facts) as change:
        change.update("signing", signing_id, **_ended(SigningEnd.TO_PEN, now, reason))
        begun = _insert(change, case, SigningWay.PEN, now, data)
    return Begun(begun, f"{prepared.stem}{Form.PDF.ending}", data)


_BEGIN = {
    SigningWay.PEN: N_("Print {what} to be signed"),
    SigningWay.SERVICE: N_("Send {what} to be signed"),
    SigningWay.LOCAL: N_("Let {what} be signed with certificates"),
}


def _data(prepared: Prepared, ready: Made | None) -> bytes:
    if ready is None:
        return made(prepared.document, Form.PDF)
    if ready.prepared != prepared:
        raise RuleBroken("The protocol was changed while its file was made; make it again")
    return ready.data


def _check_may_begin(case: Case, today: dt.date) -> None:
    what, verification = case.named, case.verification
    if verification.withdrawn or verification.signed_by:
        raise RuleBroken("{paragraphs} is verified already", paragraphs=what)
    if verification.signing is not None:
        raise RuleBroken("{what} is out to be signed already; withdraw that first", what=what)
    if case.correction is None and verification.ready_on is None:
        raise RuleBroken("{what} is not ready for verification yet; mark it as ready first", what=what)
    if today < case.meeting.date:
        raise RuleBroken(
            "The clock of this computer says {today}, which is before the meeting on {date}; set it right",
            today=today,
            date=case.meeting.date,
        )
    signers = _signers(case)
    for each in signers:
        if each.who is None:
            raise RuleBroken(_UNKNOWN[each.signs_as], what=what)
    chairs = [each.who for each in signers if each.signs_as is SignsAs.CHAIR and each.who]
    verify = any(
        each.signs_as is SignsAs.VERIFIER and each.who and not any(map(each.who.is_same, chairs))
        for each in signers
    )
    if case.meeting.body.rules.verifiers and not verify:  # they were all disqualified, or preside
        raise RuleBroken(_UNKNOWN[SignsAs.VERIFIER], what=what)


_UNKNOWN = {
    SignsAs.SECRETARY: N_("It is not noted who was secretary; note that before {what} is signed"),
    SignsAs.CHAIR: N_("It is not noted who presided; note that before {what} is signed"),
    SignsAs.VERIFIER: N_("It is not noted who verifies {what} beside the chair; choose them first"),
}


def _signers(case: Case) -> tuple[Signer, ...]:
    return who_signs(case.meeting, case.covering)


def _prepared(database: Database, case: Case, way: SigningWay, today: dt.date) -> Prepared:
    """Return the document with fields to sign in, or with lines for a pen."""
    body = case.meeting.body
    rules = replace(body.rules, signed_digitally=way is not SigningWay.PEN)
    meeting = replace(case.meeting, body=replace(body, rules=rules))
    words = texts(meeting.organisation.language)
    parts = [stem_of_meeting(database, meeting), words.pgettext("file name", "protocol")]
    if case.correction is not None:
        parts[1] = words.pgettext("file name", "correction")
    if case.verification.paragraphs is not None:
        parts.append(str(case.verification.paragraphs).replace(", ", "_"))
    return Prepared("-".join(parts), record.build(meeting, today, case.verification.id))


def _insert(change: Change, case: Case, way: SigningWay, now: dt.datetime, data: bytes) -> int:
    signing = change.insert(
        "signing",
        verification_id=case.verification.id,
        position=len(case.verification.signings),
        way=way,
        begun_on=now.date(),
        begun_at=now.time(),
        original=attachments.keep(change, data),
    )
    signers = _signers(case)
    fields = _fields(case, signers, data) if way is not SigningWay.PEN else [None for _ in signers]
    for place, (each, field) in enumerate(zip(signers, fields, strict=True)):
        if each.who is not None:
            change.insert(
                "signature",
                signing_id=signing,
                position=place,
                signs_as=each.signs_as,
                paragraphs=each.paragraphs,
                field=field,
                **named(each.who),
            )
    return signing


def _fields(case: Case, signers: tuple[Signer, ...], data: bytes) -> list[str | None]:
    """Return the name of the field in which each signs: the one that says so, and no one else's."""
    from klubban.documents.pdf.signatures import fields_of

    words, free = texts(case.meeting.organisation.language), list(fields_of(data))
    found: list[str | None] = []
    for each in signers:
        line = signing_words.line(case.meeting, each, words)
        own = next((one for one in free if (one.role, one.who) == (line.role, line.name)), None)
        own = own or next((one for one in free if one.who == line.name), None)
        found.append(own.name if own else None)
        if own is not None:
            free.remove(own)
    return found


def _going_on(database: Database, signing_id: int) -> Case:
    return in_its_way(case_of_signing(database, signing_id))


def _ended(end: SigningEnd, now: dt.datetime, because: str) -> dict[str, object]:
    return {"ended": end, "ended_on": now.date(), "ended_because": because}


def _reason(because: str) -> str:
    reason = one_line(clean(because))
    if not reason:
        raise RuleBroken("Say why; the reason is kept")
    return reason

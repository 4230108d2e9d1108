"""Who signs a protocol, and for which of its paragraphs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.documents import spans, wording
from klubban.documents.tree import Signature, Signatures
from klubban.domain import notices, stages
from klubban.domain.public_record import PublicRecord
from klubban.domain.signing import SignsAs
from klubban.domain.who_signs import left_out, who_signs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from klubban.domain.body import Named
    from klubban.domain.meeting import Meeting
    from klubban.domain.paragraphs import Paragraphs
    from klubban.domain.signing import Signature as Written
    from klubban.domain.verification import Verification
    from klubban.domain.who_signs import Signer
    from klubban.i18n import Texts


def lines_to_sign(
    meeting: Meeting, texts: Texts, verification: Verification | None = None
) -> tuple[Signatures, ...]:
    """Return the lines to sign on, a block for each verification; the secretary alone signs notes.

    What has a document of its own is not signed with the protocol. In what is signed for one `verification`
    nobody else is to sign; who has signed the protocol already is told. Signatures are never published.
    """
    if isinstance(meeting, PublicRecord):
        return ()
    if not meeting.body.rules.protocol:
        by = texts.gettext("Notes taken by")
        lines = (Signature(by, str(meeting.secretary or "")),)
        return (Signatures(lines, digital=_digital(meeting)),) if meeting.secretary else ()
    if verification is not None:
        before = [each for each in shared(meeting) if meeting.is_done(each) and each.id != verification.id]
        return tuple(_block(meeting, each, texts) for each in (*before, verification))
    blocks = [_block(meeting, each, texts) for each in shared(meeting)]
    left = stages.uncovered(meeting)
    if left or not blocks:
        blocks.append(_block(meeting, None, texts, left if meeting.verifications else None))
    return tuple(blocks)


def shared(meeting: Meeting) -> tuple[Verification, ...]:
    """Return the verifications that are signed on the protocol itself."""
    found = (each.verification for each in stages.sets(meeting) if not each.own_document)
    return tuple(each for each in found if each is not None)


def is_signed(meeting: Meeting) -> bool:
    """Tell whether nobody is to sign the protocol any more."""
    own = shared(meeting)
    return bool(own) and all(map(meeting.is_done, own)) and not stages.uncovered(meeting)


def apart(meeting: Meeting, texts: Texts) -> Iterator[str]:
    """Walk the sentences on paragraphs that are verified in a document of their own."""
    for each in meeting.verifications:
        if not stages.own_document(meeting, each) or each.paragraphs is None:
            continue
        named, day = wording.signs_in(meeting, each.paragraphs), each.date
        if each.immediate and day and meeting.is_done(each):
            line = texts.gettext(
                "{paragraphs} has been verified immediately, on {date}, in its own protocol."
            )
        elif each.immediate:
            line = texts.gettext("{paragraphs} is verified immediately, in its own protocol.")
        elif day and meeting.is_done(each):
            line = texts.gettext("{paragraphs} is confidential; verified on {date}, in its own protocol.")
        else:
            line = texts.gettext("{paragraphs} is confidential, and is verified in its own protocol.")
        yield line.format(paragraphs=named, date=wording.held(texts.date(day)) if day else "")


def signed(
    meeting: Meeting, verifications: Iterable[Verification], extracted: Paragraphs | None, texts: Texts
) -> tuple[str, ...]:
    """Return who has signed what is extracted: `Paragrafer: §§ 1–21`, `Sekreterare: Kristofer Duarte`."""
    found: list[str] = []
    for verification in verifications:
        block = _block(meeting, verification, texts, extracted)
        found += [": ".join(block.covers)] if block.covers else []
        found += [f"{line.role}: {line.told}" for line in block.lines if line.name]
    return tuple(found)


def people(meeting: Meeting, verification: Verification) -> tuple[Named, ...]:
    """Return all who signed for a verification, in their order; as noted by those who took its signatures."""
    if verification.signing and verification.signing.signatures:
        return tuple(each.who for each in verification.signing.signatures if each.signed_on)
    return tuple(each.who for each in who_signs(meeting, verification) if each.who is not None)


def verifiers(meeting: Meeting, verification: Verification, texts: Texts) -> str:
    """Return those who are to verify, each with the paragraphs that others verify."""
    covered = notices.covered(meeting, verification) or meeting.paragraphs
    names = []
    for who in verification.verifiers:
        out = left_out(meeting, who, covered)
        line = texts.gettext("{who} (not {paragraphs})")
        names.append(line.format(who=who, paragraphs=wording.signs_in(meeting, out)) if out else str(who))
    return wording.enumerated(names, texts)


def _block(
    meeting: Meeting, verification: Verification | None, texts: Texts, part: Paragraphs | None = None
) -> Signatures:
    """Return the lines of secretary, chair and verifiers, of those who sign for a part of what is covered."""
    covered = (notices.covered(meeting, verification) if verification else part) or meeting.paragraphs
    lines = (line(meeting, each, texts) for each in who_signs(meeting, verification, part))
    if verification and meeting.is_done(verification):
        signed_ = verification.signing.signatures if verification.signing else ()
        named = zip(lines, who_signs(meeting, verification, part), strict=True)
        lines = (replace(each, signed=_when(signer, signed_, texts)) for each, signer in named)
    label = texts.pgettext("of a protocol", "Paragraphs")
    told = (label, wording.signs_in(meeting, covered)) if covered else None
    return Signatures(tuple(lines), told, digital=_digital(meeting))


def _when(signer: Signer, signatures: Sequence[Written], texts: Texts) -> str:
    """Return when somebody signed, as far as it is known of each: `undertecknat 2016-02-25`."""
    for each in signatures:
        own = each.signs_as is signer.signs_as and each.who.is_same(signer.who)
        if own and each.signed_on is not None:
            return texts.gettext("signed {date}").format(date=each.signed_on.isoformat())
    return ""


def line(meeting: Meeting, signer: Signer, texts: Texts) -> Signature:
    """Return the line that somebody signs on."""
    role = role_name(signer.signs_as, texts)
    over = spans.span(meeting, signer.paragraphs, signer.items, texts)
    return Signature(f"{role} {over}".strip(), str(signer.who or ""))


def role_name(signs_as: SignsAs, texts: Texts) -> str:
    """Return in what capacity somebody signs: `Sekreterare`."""
    return {
        SignsAs.SECRETARY: texts.gettext("Secretary"),
        SignsAs.CHAIR: texts.gettext("Chair"),
        SignsAs.VERIFIER: texts.gettext("Verifier"),
    }[signs_as]


def _digital(meeting: Meeting) -> bool:
    return meeting.body.rules.signed_digitally

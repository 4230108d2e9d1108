"""Who signs a protocol, and for which of its paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import spans, wording
from klubban.documents.tree import Signature, Signatures
from klubban.domain.public_record import PublicRecord
from klubban.domain.signing import SignsAs
from klubban.domain.who_signs import left_out, who_signs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from klubban.domain.meeting import Meeting, Verification
    from klubban.domain.paragraphs import Paragraphs
    from klubban.domain.who_signs import Signer
    from klubban.i18n import Texts


def lines_to_sign(meeting: Meeting, texts: Texts) -> tuple[Signatures, ...]:
    """Return the lines to sign on, a block for each verification; the secretary alone signs notes.

    Signatures are never published.
    """
    if isinstance(meeting, PublicRecord):
        return ()
    if not meeting.body.rules.protocol:
        by = texts.gettext("Notes taken by")
        lines = (Signature(by, str(meeting.secretary or "")),)
        return (Signatures(lines, digital=_digital(meeting)),) if meeting.secretary else ()
    if not meeting.verifications:
        return (_block(meeting, None, texts),)
    return tuple(_block(meeting, verification, texts) for verification in meeting.verifications)


def signed(
    meeting: Meeting, verifications: Iterable[Verification], extracted: Paragraphs | None, texts: Texts
) -> tuple[str, ...]:
    """Return who has signed what is extracted: `Paragrafer: §§ 1–21`, `Sekreterare: Kristofer Duarte`."""
    found: list[str] = []
    for verification in verifications:
        block = _block(meeting, verification, texts, extracted)
        found += [": ".join(block.covers)] if block.covers else []
        found += [f"{line.role}: {line.name}" for line in block.lines if line.name]
    return tuple(found)


def verifiers(meeting: Meeting, verification: Verification, texts: Texts) -> str:
    """Return those who are to verify, each with the paragraphs that others verify."""
    covered = verification.paragraphs or meeting.paragraphs
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
    covered = (verification.paragraphs if verification else None) or meeting.paragraphs
    lines = (line(meeting, each, texts) for each in who_signs(meeting, verification, part))
    label = texts.pgettext("of a protocol", "Paragraphs")
    told = (label, wording.signs_in(meeting, covered)) if covered else None
    return Signatures(tuple(lines), told, digital=_digital(meeting))


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

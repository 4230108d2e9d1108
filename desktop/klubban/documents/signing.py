"""Who signs a protocol, and for which of its paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import presiding, spans, wording
from klubban.documents.tree import Signature, Signatures
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.public_record import PublicRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from klubban.domain.body import Named
    from klubban.domain.meeting import Item, Meeting, Verification
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


def most_verifiers(meeting: Meeting) -> int:
    """Return how many verify, at the most, besides the chair; by the rules before anybody was chosen."""
    rules = meeting.body.rules
    known = max((len(verification.verifiers) for verification in meeting.verifications), default=0)
    return known or (rules.verifiers if rules.verified else 0)


def verifiers(meeting: Meeting, verification: Verification, texts: Texts) -> str:
    """Return those who are to verify, each with the paragraphs that others verify."""
    covered = verification.paragraphs or meeting.paragraphs
    names = []
    for who in verification.verifiers:
        out = _left_out(meeting, who, covered)
        line = texts.gettext("{who} (not {paragraphs})")
        names.append(line.format(who=who, paragraphs=wording.signs_in(meeting, out)) if out else str(who))
    return wording.enumerated(names, texts)


def _block(
    meeting: Meeting, verification: Verification | None, texts: Texts, part: Paragraphs | None = None
) -> Signatures:
    """Return the lines of secretary, chair and verifiers, of those who sign for a part of what is covered."""
    covered = (verification.paragraphs if verification else None) or meeting.paragraphs
    lines = [Signature(texts.gettext("Secretary"), str(meeting.secretary or ""))]
    lines += _chairs(meeting, _both(covered, part), texts)
    if verification:
        lines += _verifiers(meeting, verification, _both(covered, part), texts)
    if verification is None or not (verification.verifiers or meeting.is_done(verification)):
        lines += [Signature(texts.gettext("Verifier"), "")] * most_verifiers(meeting)
    label = texts.pgettext("of a protocol", "Paragraphs")
    told = (label, wording.signs_in(meeting, covered)) if covered else None
    return Signatures(tuple(lines), told, digital=_digital(meeting))


def _digital(meeting: Meeting) -> bool:
    return meeting.body.rules.signed_digitally


def _chairs(meeting: Meeting, covered: Paragraphs | None, texts: Texts) -> Iterator[Signature]:
    chair = texts.gettext("Chair")
    for turn in presiding.within(meeting, covered):
        yield Signature(f"{chair} {presiding.span(meeting, turn, texts)}".strip(), str(turn.who))
    if not presiding.turns(meeting):
        yield Signature(chair, "")


def _verifiers(
    meeting: Meeting, verification: Verification, covered: Paragraphs | None, texts: Texts
) -> Iterator[Signature]:
    """Walk those who verify; who has signed goes before who was to sign.

    Nobody verifies a paragraph that they were disqualified for, or that they sign for as who presided, unless
    that is all that they signed.
    """
    role = texts.gettext("Verifier")
    for who in verification.signed_by or verification.verifiers:
        if _signs_as_chair(meeting, who, covered) and not any(
            who.is_same(each) for each in verification.verifiers
        ):
            continue
        out = _left_out(meeting, who, covered)
        own = Paragraphs.of(number for number in covered or () if out and number not in out)
        if out and own:
            yield Signature(f"{role} {spans.span(meeting, own, (), texts)}", str(who))
        elif not out or (verification.signed_by and covered == verification.paragraphs):
            yield Signature(role, str(who))


def _left_out(meeting: Meeting, who: Named, covered: Paragraphs | None) -> Paragraphs | None:
    """Return those of some paragraphs that somebody was disqualified for, or presided for in turn."""
    several = len(presiding.turns(meeting)) > 1
    return Paragraphs.of(
        item.number
        for item in meeting.items
        if item.number is not None
        and (covered is None or item.number in covered)
        and (
            any(who.is_same(other) for other in item.kept_out) or (several and _presided(meeting, item, who))
        )
    )


def _signs_as_chair(meeting: Meeting, who: Named, covered: Paragraphs | None) -> bool:
    """Tell whether somebody presided for some of what is covered, and has signed as the chair."""
    return any(who.is_same(turn.who) for turn in presiding.within(meeting, covered))


def _presided(meeting: Meeting, item: Item, who: Named) -> bool:
    turn = presiding.at(meeting, item)
    return turn is not None and who.is_same(turn.who)


def _both(covered: Paragraphs | None, part: Paragraphs | None) -> Paragraphs | None:
    if covered is None or part is None:
        return covered or part
    return Paragraphs.of(number for number in part if number in covered)

"""What the part on verification shows: one set of paragraphs, or a correction, and how far it is signed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING

from klubban.documents import record, wording
from klubban.domain.deadlines import verification_due
from klubban.domain.errors import RuleBroken
from klubban.domain.notices import covered
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.signing import SigningWay, SignsAs
from klubban.domain.stages import is_announced, own_document, sets, verification_by_id
from klubban.domain.who_signs import Signer, unsigned, who_signs
from klubban.i18n import _

if TYPE_CHECKING:
    from datetime import date

    from klubban.documents.tree import Document
    from klubban.domain.meeting import Meeting
    from klubban.domain.signing import Signature, Signing
    from klubban.domain.verification import Correction, Verification


class Phase(Enum):
    """How far a verification is."""

    NOBODY = auto()
    """No verification is noted: nobody was named for it."""
    NOT_READY = auto()
    READY = auto()
    PEN = auto()
    SERVICE = auto()
    LOCAL = auto()
    DONE = auto()


_OUT = {SigningWay.PEN: Phase.PEN, SigningWay.SERVICE: Phase.SERVICE, SigningWay.LOCAL: Phase.LOCAL}


@dataclass(frozen=True)
class VerifySheet:
    """One verification in its meeting."""

    meeting: Meeting
    verification: Verification | None
    today: date
    locked: bool = False

    @classmethod
    def of(cls, meeting: Meeting, verification_id: int | None, today: date, *, locked: bool) -> VerifySheet:
        """Find it; one that is gone meanwhile is as none."""
        try:
            found = verification_by_id(meeting, verification_id) if verification_id is not None else None
        except LookupError:
            found = None
        return cls(meeting, found, today, locked)

    @cached_property
    def phase(self) -> Phase:
        """Return how far it is."""
        of = self.verification
        if of is None:
            return Phase.NOBODY
        if of.signed_by or (self.correction is None and self.meeting.is_done(of)):
            return Phase.DONE
        if of.signing is not None:
            return _OUT[of.signing.way]
        return Phase.READY if of.ready_on or self.correction is not None else Phase.NOT_READY

    @cached_property
    def correction(self) -> Correction | None:
        """Return the correction that it signs, if it signs one."""
        own = self.verification
        found = (each for each in self.meeting.corrections if each.verification is not None)
        return next((each for each in found if own and each.verification.id == own.id), None)  # type: ignore[union-attr]

    @property
    def signing(self) -> Signing | None:
        """Return the signing that goes on, or that ended well."""
        return self.verification.signing if self.verification else None

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """Return those of the signing in hand."""
        return self.signing.signatures if self.signing else ()

    @cached_property
    def paragraphs(self) -> Paragraphs | None:
        """Return what is verified; of a correction its paragraph."""
        if self.correction is not None:
            if self.correction.item is None:
                return None
            number = self.meeting.item_by_id(self.correction.item).number
            return Paragraphs.of([] if number is None else [number])
        if self.verification is None:
            return next((each.paragraphs for each in sets(self.meeting) if each.verification is None), None)
        return covered(self.meeting, self.verification)

    @property
    def named(self) -> str:
        """Return what is verified: `§§ 57–64`, or the protocol."""
        if self.paragraphs is None:
            return _("the first page") if self.correction is not None else _("the protocol")
        return wording.signs_in(self.meeting, self.paragraphs)

    @cached_property
    def signers(self) -> tuple[Signer, ...]:
        """Return who signs as what."""
        of = self.verification
        if of is not None and self.correction is not None:
            of = replace(of, paragraphs=self.paragraphs)
        return who_signs(self.meeting, of)

    @property
    def absent(self) -> tuple[Signer, ...]:
        """Return who was chosen to verify, and is not among those who signed."""
        of = self.verification
        return tuple(Signer(signs_as=SignsAs.VERIFIER, who=who) for who in (unsigned(of) if of else ()))

    @property
    def alone(self) -> bool:
        """Tell whether it is the only verification, of all that the protocol has."""
        return self.correction is None and len(sets(self.meeting)) == 1

    @property
    def own_document(self) -> bool:
        """Tell whether it is signed as a document of its own."""
        return self.verification is not None and own_document(self.meeting, self.verification)

    @property
    def due(self) -> date:
        """Return the last day (KL 5 kap. 69 §)."""
        return verification_due(self.meeting.last_day).extended

    @property
    def late(self) -> bool:
        """Tell whether it should have been done."""
        return self.phase is not Phase.DONE and self.correction is None and self.today > self.due

    @property
    def announced(self) -> bool:
        """Tell whether a notice of it was posted: then it is corrected, never withdrawn."""
        return self.verification is not None and is_announced(self.meeting, self.verification)

    @property
    def usual(self) -> SigningWay:
        """Return the way that the body's rules say."""
        return SigningWay.SERVICE if self.meeting.body.rules.signed_digitally else SigningWay.PEN

    def document(self, way: SigningWay | None) -> Document | None:
        """Return the document as it is signed in a way: with fields, or with lines for a pen."""
        if self.verification is None:
            return None
        body = self.meeting.body
        meeting = self.meeting
        if way is not None:
            rules = replace(body.rules, signed_digitally=way is not SigningWay.PEN)
            meeting = replace(meeting, body=replace(body, rules=rules))
        try:
            return record.build(meeting, self.today, self.verification.id)
        except RuleBroken:
            return None
